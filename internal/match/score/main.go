// Command score measures how well claims are found again: it reads a corpus of
// claims and posts that repeat them, asks the index of package match for each
// post as the program does, and prints how near the top the right claims stand
// and how long an answer takes.
//
// The folder that it is given holds corpus.jsonl, and queries.tsv and
// qrels.tsv of the splits train and dev, as CheckThat! 2020 Task 2 has them.
package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"text/tabwriter"
	"time"

	"claimdesk/internal/match"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: score FOLDER")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// answers is how many are asked for.
const answers = 20

// run measures both splits and prints a table.
func run(folder string, to io.Writer) error {
	corpus, err := readCorpus(folder)
	if err != nil {
		return err
	}
	begun := time.Now()
	index := match.NewClaims()
	index.Put(corpus.documents...)
	fmt.Fprintf(to, "%d claims, indexed in %v\n\n", index.Len(), time.Since(begun).Round(time.Millisecond))
	w := tabwriter.NewWriter(to, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\tposts\tMAP@5\tP@1\tRecall@20\tp50\tp95\t")
	var both []outcome
	for _, split := range []string{"train", "dev"} {
		posts, err := corpus.readPosts(folder, split)
		if err != nil {
			return err
		}
		outcomes := ask(index, posts)
		both = append(both, outcomes...)
		row(w, split, outcomes)
	}
	row(w, "both", both)
	if err := w.Flush(); err != nil {
		return err
	}
	return printSureness(to, both)
}

// outcome is how the answers to one post were.
type outcome struct {
	precision float64 // averaged over the first five
	first     bool    // the first answer was right
	recall    float64
	top       float64 // the score of the first answer
	took      time.Duration
}

// ask asks for every post, one after another.
func ask(index *match.Claims, posts []post) []outcome {
	outcomes := make([]outcome, len(posts))
	for i, p := range posts {
		begun := time.Now()
		found := index.Rank(p.text, answers, nil)
		outcomes[i] = p.judge(found)
		outcomes[i].took = time.Since(begun)
	}
	return outcomes
}

// judge compares answers with the claims that are right.
func (p post) judge(found []match.Found) outcome {
	var o outcome
	hits := 0.0
	for rank, f := range found {
		if rank == 0 {
			o.top = f.Score
		}
		if !slices.Contains(p.right, f.ID) {
			continue
		}
		hits++
		o.first = o.first || rank == 0
		if rank < 5 {
			o.precision += hits / float64(rank+1)
		}
	}
	o.precision /= float64(len(p.right))
	o.recall = hits / float64(len(p.right))
	return o
}

// row prints the means of all outcomes.
func row(w io.Writer, name string, all []outcome) {
	var precision, first, recall float64
	var took []time.Duration
	for _, o := range all {
		precision, recall = precision+o.precision, recall+o.recall
		if o.first {
			first++
		}
		took = append(took, o.took)
	}
	slices.Sort(took)
	n := float64(len(all))
	fmt.Fprintf(w, "%s\t%d\t%.4f\t%.4f\t%.4f\t%v\t%v\t\n", name, len(all), precision/n, first/n, recall/n,
		took[len(took)/2].Round(10*time.Microsecond), took[len(took)*95/100].Round(10*time.Microsecond))
}

// printSureness prints how often a first answer is right, by its score.
func printSureness(to io.Writer, all []outcome) error {
	const bands = 10
	var asked, right [bands]int
	for _, o := range all {
		band := min(bands-1, int(o.top*bands))
		asked[band]++
		if o.first {
			right[band]++
		}
	}
	fmt.Fprintln(to, "\nHow often the first answer is right, by its score:")
	w := tabwriter.NewWriter(to, 0, 0, 2, ' ', tabwriter.AlignRight)
	for band := range bands {
		if asked[band] > 0 {
			fmt.Fprintf(w, "%.1f to %.1f\t%d of %d\t\n", float64(band)/bands, float64(band+1)/bands, right[band], asked[band])
		}
	}
	return w.Flush()
}
