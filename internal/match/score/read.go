package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"claimdesk/internal/match"
)

// corpus is the claims, with numbers for their names.
type corpus struct {
	documents []match.Document
	ids       map[string]int64
}

// post is a text whose right claims are known.
type post struct {
	text  string
	right []int64
}

// longestLine is in bytes.
const longestLine = 1 << 20

// eachLine calls do with the lines of a file that are not blank.
func eachLine(name string, do func(line string) error) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, longestLine)
	for number := 1; lines.Scan(); number++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		if err := do(lines.Text()); err != nil {
			return fmt.Errorf("%s, line %d: %w", name, number, err)
		}
	}
	return lines.Err()
}

// readCorpus reads corpus.jsonl, which is in English.
func readCorpus(folder string) (corpus, error) {
	c := corpus{ids: map[string]int64{}}
	err := eachLine(filepath.Join(folder, "corpus.jsonl"), func(line string) error {
		var claim struct{ ID, Title, Text string }
		if err := json.Unmarshal([]byte(line), &claim); err != nil {
			return err
		}
		id := int64(len(c.documents) + 1)
		c.ids[claim.ID] = id
		c.documents = append(c.documents, match.Document{ID: id, Text: claim.Text, Title: claim.Title, Language: "en"})
		return nil
	})
	return c, err
}

// readPosts reads the posts of a split that have a right claim, in the order
// in which the judgements name them.
func (c corpus) readPosts(folder, split string) ([]post, error) {
	texts := map[string]string{}
	err := eachLine(filepath.Join(folder, split+".queries.tsv"), func(line string) error {
		id, text, _ := strings.Cut(line, "\t")
		texts[id] = text
		return nil
	})
	if err != nil {
		return nil, err
	}
	var posts []post
	at := map[string]int{}
	err = eachLine(filepath.Join(folder, split+".qrels.tsv"), func(line string) error {
		fields := strings.Fields(line)
		if len(fields) != 4 || c.ids[fields[2]] == 0 {
			return fmt.Errorf("not a judgement on a claim of the corpus: %q", line)
		}
		i, known := at[fields[0]]
		if !known {
			i = len(posts)
			at[fields[0]] = i
			posts = append(posts, post{text: texts[fields[0]]})
		}
		posts[i].right = append(posts[i].right, c.ids[fields[2]])
		return nil
	})
	if err == nil && len(posts) == 0 {
		err = fmt.Errorf("%s.qrels.tsv is empty", split)
	}
	return posts, err
}
