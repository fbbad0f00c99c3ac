package match

import (
	"cmp"
	"math"
	"slices"
)

// How claims are looked at closely, found by measuring.
const (
	lookedAt   = 200 // claims that hold most of a post
	textCover  = 0.4 // what it adds that a post holds all of a claim's text
	titleCover = 0.4 // and of its check's headline
	enough     = 4.0 // rare words of a claim in a post that leave little to doubt
)

// Found is a claim that a text may repeat. Score is above 0 and at most 1, and
// can be compared between texts: it grows with how much of the text the claim
// holds, and with how many rare words they share, so that the same words give
// nearly 1 and one common word nearly 0. It is an aid for putting claims in
// order and never says that two claims are the same.
type Found struct {
	ID    int64
	Score float64
}

// Rank lists the claims that a text may repeat, the best first and of equals
// the one with the lower id; none when no claim has any of its words. The
// text may be a claim, a post or an article: what it says beside the claim does
// little harm. Those whose ids keep turns down are left out; nil keeps all. A
// limit of 0 or less, or of more than 200, means 200.
func (x *Claims) Rank(text string, limit int, keep func(id int64) bool) []Found {
	if limit <= 0 || limit > lookedAt {
		limit = lookedAt
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	wants, missed := x.wants(text)
	if len(wants) == 0 {
		return nil
	}
	near := x.gather(wants, keep)
	x.cover(near, wants)
	slices.SortFunc(near, func(a, b candidate) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.id, b.id)) })
	near = near[:min(len(near), limit)]
	found := make([]Found, len(near))
	most := x.most(wants, missed)
	for i, c := range near {
		found[i] = Found{c.id, x.sure(c.score, most)}
	}
	return found
}

// candidate is a claim that is looked at closely.
type candidate struct {
	id    int64
	slot  int32
	score float64
}

// cover raises the claims of whose words the text has most. A claim whose check
// has no headline yet is taken to have the text for it.
func (x *Claims) cover(near []candidate, wants []want) {
	wanted := make(map[int32]bool, len(wants))
	for _, w := range wants {
		wanted[w.term] = true
	}
	for i := range near {
		f := &x.filed[near[i].slot]
		text := x.held(f.terms[:f.text], wanted)
		title := text
		if f.head > f.text {
			title = x.held(f.terms[f.text:f.head], wanted)
		}
		near[i].score *= 1 + textCover*math.Sqrt(text) + titleCover*math.Sqrt(title)
	}
}

// held is the share of terms that are wanted, by their rarity.
func (x *Claims) held(terms []int32, wanted map[int32]bool) float64 {
	has, all := 0.0, 0.0
	for _, term := range terms {
		rarity := x.rarity(term)
		all += rarity
		if wanted[term] {
			has += rarity
		}
	}
	if all == 0 {
		return 0
	}
	return has / all
}

// common is what a word counts that stands once in the text and once in the
// headline, of common length.
const common = (1 + titleShare) * (claimSaturation + 1) / (1 + titleShare + claimSaturation)

// most is about what a claim would get that says all that the text says.
func (x *Claims) most(wants []want, missed float64) float64 {
	sum := missed
	for _, w := range wants {
		sum += w.weight
	}
	return sum * common * (1 + textCover + titleCover)
}

// sure turns what a claim got into a score: what share of the most it is, or
// how many of the rarest words it is worth, whichever says more.
func (x *Claims) sure(score, most float64) float64 {
	share := min(1, score/most)
	words := score / (x.rarityOf(1) * common * (1 + textCover + titleCover))
	doubt := (1 - share) * math.Exp(-words/enough)
	return 1 - doubt
}
