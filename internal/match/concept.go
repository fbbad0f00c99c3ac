package match

import (
	"math"
	"slices"
)

// concept is one thing that a claim speaks of: a word or a phrase, with the
// terms of the source that may stand for it.
type concept struct {
	weight float64
	alts   []alt
}

// alt is a term that may stand for a concept, with what it is worth there:
// how well it fits times how rare it is.
type alt struct {
	term  int32
	worth float64
}

// mostWords is how many words of a claim are looked at.
const mostWords = 256

// What words of a claim weigh. A word that is part of a phrase counts little
// beside the phrase.
const (
	fullWeight   = 1.0
	faintWeight  = 0.5
	emptyWeight  = 0.03
	dayWeight    = 0.6
	nameWeight   = 1.1
	phraseWeight = 1.3
	memberShare  = 0.2
)

// concepts reads a claim: its phrases, then its words, each once and at the
// most that it weighs anywhere.
func (p *Passages) concepts(claim string) []concept {
	keys, shapes := p.readClaim(claim)
	weights := make([]float64, len(keys))
	for i, key := range keys {
		weights[i] = p.weight(key, shapes[i], i == 0)
	}
	var found []concept
	at := map[string]int{}
	note := func(key string, weight float64) {
		if i, ok := at[key]; ok {
			found[i].weight = max(found[i].weight, weight)
			return
		}
		at[key] = len(found)
		found = append(found, concept{weight, p.alternatives(key)})
	}
	for i := range keys {
		for _, ph := range slices.Concat(p.speech.phrases.at(keys[i:]), p.phrases.at(keys[i:])) {
			for k := range ph.words {
				weights[i+k] = min(weights[i+k], memberShare)
			}
			note(ph.means, phraseWeight)
		}
	}
	for i, key := range keys {
		note(key, weights[i])
	}
	return found
}

// readClaim turns a claim into keys without adding any to the index.
func (p *Passages) readClaim(claim string) (keys []string, shapes []shape) {
	r := &reader{speech: p.speech, seen: map[string]met{}}
	r.intern = func(key string) int32 {
		keys = append(keys, key)
		return int32(len(keys) - 1)
	}
	all := r.spots(claim)
	if len(all) > mostWords {
		all = all[:mostWords]
	}
	ordered := make([]string, len(all))
	for i, s := range all {
		ordered[i], shapes = keys[s.term], append(shapes, s.shape)
	}
	return ordered, shapes
}

// weight is what a word weighs by itself. Names and acronyms weigh more than
// other words; the first word of a claim has its large letter anyway.
func (p *Passages) weight(key string, form shape, first bool) float64 {
	switch {
	case p.speech.empty[key]:
		return emptyWeight
	case form == figure && smallNumeral(key):
		return dayWeight
	case form == figure:
		return nameWeight
	case p.speech.faint[key]:
		return faintWeight
	case form == upper || form == capital && !first:
		return nameWeight
	}
	return fullWeight
}

// strong is how well a term must fit a word to count as the same word, of
// which all forms together are as rare as they are.
const strong = 0.7

// alternatives are the terms of the source that may stand for a key, with what
// they are worth. One that only may is worth no more than the word itself.
func (p *Passages) alternatives(key string) []alt {
	order, fits := p.candidates(key)
	var same []int32
	for _, id := range order {
		if fits[id] >= strong {
			same = append(same, id)
		}
	}
	rare := p.rarity(p.spread(same)) // of a word that is not there, the most that it can be
	alts := make([]alt, len(order))
	for i, id := range order {
		worth := rare
		if fits[id] < strong {
			worth = min(rare, p.rarity(len(p.postings[id])))
		}
		alts[i] = alt{id, fits[id] * worth}
	}
	return alts
}

// candidates are the terms that may stand for a key, in the order in which
// they were found, and how well each fits.
func (p *Passages) candidates(key string) (order []int32, fits map[int32]float64) {
	fits = map[int32]float64{}
	take := func(list []relation) {
		for _, r := range list {
			id, ok := p.terms[r.key]
			if !ok || len(p.postings[id]) == 0 {
				continue
			}
			if fits[id] == 0 {
				order = append(order, id)
			}
			fits[id] = max(fits[id], r.weight)
		}
	}
	take([]relation{{key, 1}})
	take(p.speech.related[key])
	take(p.aliases[key])
	take(p.kin(key, len(order) > 0))
	return order, fits
}

// spread is in how many passages any of the terms stands.
func (p *Passages) spread(terms []int32) int {
	if len(terms) == 1 {
		return len(p.postings[terms[0]])
	}
	in := map[int32]bool{}
	for _, id := range terms {
		for _, post := range p.postings[id] {
			in[post.passage] = true
		}
	}
	return len(in)
}

// rarity is the inverse document frequency of a term that stands in n passages.
func (p *Passages) rarity(n int) float64 {
	return math.Log(1 + (float64(len(p.texts))-float64(n)+0.5)/(float64(n)+0.5))
}
