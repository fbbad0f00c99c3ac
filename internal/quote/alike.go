package quote

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// likeEnough is the least share of letters in common words for a passage to be
// what became of a quote: in the tests, reworded sentences have 0.59 and more of
// them, strangers on the same subject 0.49 and less.
const likeEnough = 0.55

// bag is the words of a text without their order, to be compared with others.
type bag struct {
	words   []bagWord // by hash
	letters int       // twice as many as the words have
}

// bagWord is a word, or its beginning, and how many letters it counts for.
type bagWord struct {
	hash    uint64
	letters int
}

// bagOf counts half of a word's letters for its beginning, so that other forms
// of a word are half alike.
func bagOf(text string) bag {
	var b bag
	eachWord(text, func(start, end int) {
		h, n := hashWord(text[start:end]), utf8.RuneCountInString(text[start:end])
		if h.stem == 0 {
			b.words = append(b.words, bagWord{h.full, 2 * n})
		} else {
			b.words = append(b.words, bagWord{h.full, n}, bagWord{h.stem, n})
		}
		b.letters += 2 * n
	})
	slices.SortFunc(b.words, func(x, y bagWord) int { return cmp.Compare(x.hash, y.hash) })
	return b
}

// share is how much of two bags is alike, from 0 for nothing to 1 for all of
// both.
func (b bag) share(other bag) float64 {
	common, i, j := 0, 0, 0
	for i < len(b.words) && j < len(other.words) {
		x, y := b.words[i], other.words[j]
		switch {
		case x.hash < y.hash:
			i++
		case x.hash > y.hash:
			j++
		default:
			common += min(x.letters, y.letters)
			i, j = i+1, j+1
		}
	}
	return 2 * float64(common) / float64(max(b.letters+other.letters, 1))
}

// wordLikeness is how much an old text and a new one are alike, from 0 to 1: by both
// their words, and by how many of the old words are left.
func wordLikeness(old, now string) float64 {
	a, b := bagOf(old), bagOf(now)
	share := a.share(b)
	left := share * float64(a.letters+b.letters) / float64(max(2*a.letters, 1))
	return min(share, left)
}
