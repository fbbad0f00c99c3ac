package quote

import "slices"

// PairKind is what became of a passage from one text to the next.
type PairKind string

// The same but for white space; other words; only in the first; only in the
// second.
const (
	Kept    PairKind = "kept"
	Changed PairKind = "changed"
	Removed PairKind = "removed"
	Added   PairKind = "added"
)

// PassagePair is a passage of each text that belong together. Old is nil for an
// added one, New for a removed one; Diff, from the old words to the new, is set
// only for a changed one.
type PassagePair struct {
	Kind     PairKind
	Old, New *Passage
	Diff     []Diff
}

// The bounds of pairing changed passages.
const (
	// pairRun is the most passages in a row, on each side, that are compared each
	// with each; longer runs are taken piece by piece.
	pairRun = 64
	// pairAlike is the least share of letters in common words that makes one
	// passage a changed other.
	pairAlike = 0.4
)

// PassageDiff compares two texts passage by passage, in reading order: what was
// removed comes before what was added in its place. A passage that moved is
// removed here and added there. Time and memory are bounded, so that in texts
// that hardly agree some changed passages come out as removed and added.
func PassageDiff(a, b []Passage) []PassagePair {
	p := &passageDiff{a: a, b: b}
	left, right := foldedTexts(a), foldedTexts(b)
	ids := map[string]int32{}
	al := &aligner{a: number32(ids, left), b: number32(ids, right), pair: make([]int32, len(a))}
	al.weights = make([]int32, len(ids))
	for text, id := range ids {
		al.weights[id] = int32(1 + min(len(text), 200))
	}
	for i := range al.pair {
		al.pair[i] = -1
	}
	al.walk(stretch{0, len(a), 0, len(b)}, 0)
	i, j := 0, 0
	for k, partner := range al.pair {
		if partner >= 0 {
			p.differ(a[i:k], b[j:partner])
			p.pairs = append(p.pairs, PassagePair{Kind: Kept, Old: &a[k], New: &b[partner]})
			i, j = k+1, int(partner)+1
		}
	}
	p.differ(a[i:], b[j:])
	return p.pairs
}

// passageDiff gathers the pairs of a diff.
type passageDiff struct {
	a, b  []Passage
	pairs []PassagePair
}

// differ pairs two runs of passages in which none was found to be the same.
func (p *passageDiff) differ(old, next []Passage) {
	for len(old) > pairRun || len(next) > pairRun {
		pieces := (max(len(old), len(next)) + pairRun - 1) / pairRun
		n, m := len(old)/pieces, len(next)/pieces
		p.match(old[:n], next[:m])
		old, next = old[n:], next[m:]
	}
	p.match(old, next)
}

// match pairs short runs so that the pairs come in order and are as alike as
// they can be.
func (p *passageDiff) match(old, next []Passage) {
	shares := sharesOf(old, next)
	j := 0
	for i, partner := range bestPairs(shares, len(next)) {
		if partner < 0 {
			p.pairs = append(p.pairs, PassagePair{Kind: Removed, Old: &old[i]})
			continue
		}
		p.add(next[j:partner])
		p.pairs = append(p.pairs, pairOf(&old[i], &next[partner]))
		j = partner + 1
	}
	p.add(next[j:])
}

// pairOf compares two passages that belong together.
func pairOf(old, next *Passage) PassagePair {
	a, b := foldSpace(old.Text), foldSpace(next.Text)
	if a == b {
		return PassagePair{Kind: Kept, Old: old, New: next}
	}
	return PassagePair{Kind: Changed, Old: old, New: next, Diff: WordDiff(a, b)}
}

// add notes passages of the second text only.
func (p *passageDiff) add(next []Passage) {
	for i := range next {
		p.pairs = append(p.pairs, PassagePair{Kind: Added, New: &next[i]})
	}
}

// sharesOf compares each passage with each; 0 stands for too little.
func sharesOf(old, next []Passage) [][]float64 {
	bags := make([]bag, len(next))
	for j := range next {
		bags[j] = bagOf(next[j].Text)
	}
	shares := make([][]float64, len(old))
	for i := range old {
		shares[i] = make([]float64, len(next))
		b := bagOf(old[i].Text)
		for j := range bags {
			if s := b.share(bags[j]); s >= pairAlike {
				shares[i][j] = s
			}
		}
	}
	return shares
}

// bestPairs gives for each row its column, or -1, so that columns rise and the
// shares add up to the most.
func bestPairs(shares [][]float64, columns int) []int {
	sums := make([][]float64, len(shares)+1) // of the rows and columns from here on
	sums[len(shares)] = make([]float64, columns+1)
	for i, row := range slices.Backward(shares) {
		sums[i] = make([]float64, columns+1)
		for j := columns - 1; j >= 0; j-- {
			sums[i][j] = max(sums[i+1][j], sums[i][j+1])
			if row[j] > 0 {
				sums[i][j] = max(sums[i][j], sums[i+1][j+1]+row[j])
			}
		}
	}
	pairs := make([]int, len(shares))
	j := 0
	for i, row := range shares {
		pairs[i] = -1
		for k := j; k < columns && sums[i][j] > sums[i+1][j]; k++ {
			if row[k] > 0 && sums[i+1][k+1]+row[k] == sums[i][j] {
				pairs[i], j = k, k+1
				break
			}
		}
	}
	return pairs
}

// foldedTexts is the words of passages with white space alike.
func foldedTexts(passages []Passage) []string {
	texts := make([]string, len(passages))
	for i, p := range passages {
		texts[i] = foldSpace(p.Text)
	}
	return texts
}
