package match

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// The tuning of BM25 and of what surrounds it, found by measuring.
const (
	saturation    = 1.2  // k1: how little a word counts when it comes again
	lengthShare   = 0.6  // b: how much a long passage pays for its length
	secondWord    = 0.2  // what a second word for the same thing adds
	nextDoor      = 0.08 // of what a neighbour holds
	underHeading  = 0.25 // of what the heading above holds
	headingShare  = 0.6  // of what a heading holds itself
	coverageShare = 0.25 // of the score, that hangs on how much of the claim is there
	closeShare    = 0.3  // of the score, that hangs on how close together it is
	closeWords    = 40   // what counts as close: a long sentence
	leastShare    = 0.05 // of the best score, under which a passage is left out
	looked        = 64   // passages whose words' places are looked at
)

// Hit is a passage that bears on a claim. Number is the passage's, from 1.
// Score is above 0, and about 1 where a passage holds all that the claim says
// in the claim's own words; it tells the passages of one ranking apart and must
// not be compared with those of another claim or source.
// Words are where it has the claim's words or others for them, in order.
type Hit struct {
	Number int
	Score  float64
	Words  []Word
}

// Word is where a passage's text has a word that the claim has too, in that or
// another form: bounds in code points of the passage.
type Word struct{ Start, End int }

// Rank lists the passages that bear on a claim, the best first and of equals
// the earlier first; none when the source has nothing of what the claim says.
// A limit of 0 or less means all.
func (p *Passages) Rank(claim string, limit int) []Hit {
	s := p.weigh(p.concepts(claim))
	hits := s.hits()
	s.regard(hits)
	slices.SortFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Number, b.Number))
	})
	hits = worthwhile(hits)
	if limit > 0 && len(hits) > limit {
		hits = hits[:limit]
	}
	for i := range hits {
		hits[i].Words = s.words(hits[i].Number - 1)
	}
	return hits
}

// worthwhile leaves out the end of a list where hardly anything was found.
func worthwhile(hits []Hit) []Hit {
	for i := range hits {
		if hits[i].Score < leastShare*hits[0].Score || hits[i].Score <= 0 {
			return hits[:i]
		}
	}
	return hits
}

// words are the bounds of what a passage has of the claim, empty words left
// out, in the order of the text. Where a phrase and a word of it both count,
// the phrase is given.
func (s *weighing) words(passage int) []Word {
	said := map[int32]bool{}
	for _, c := range s.concepts {
		for _, a := range c.alts {
			said[a.term] = said[a.term] || c.weight > emptyWeight
		}
	}
	var spots []spot
	for _, w := range s.p.words[passage] {
		if said[w.term] {
			spots = append(spots, w)
		}
	}
	slices.SortStableFunc(spots, func(a, b spot) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
	})
	return inCodePoints(s.p.texts[passage], spots)
}

// inCodePoints counts the bounds of spots, given in order; what lies within
// one before it is left out.
func inCodePoints(text string, spots []spot) []Word {
	var found []Word
	at, point := 0, 0
	for _, w := range spots {
		if int(w.start) < at {
			continue
		}
		point += utf8.RuneCountInString(text[at:w.start])
		length := utf8.RuneCountInString(text[w.start:w.end])
		found = append(found, Word{point, point + length})
		at, point = int(w.end), point+length
	}
	return found
}
