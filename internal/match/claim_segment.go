package match

import (
	"math"
	"slices"
)

// Words that run together, as tags and handles do, and of which parts they are
// made.
const (
	leastJoined = 6  // letters
	mostJoined  = 40 // letters
	longestPart = 14 // letters
	leastPart   = 3  // letters of one that says something
	perPart     = 2  // what each part costs beside its rarity
)

// segment breaks a word in small letters into words that claims have, the most
// common ones and the fewest; none when it cannot be broken without a rest.
func (x *Claims) segment(s *speech, word string) []int32 {
	letters := []rune(word)
	if len(letters) < leastJoined || len(letters) > mostJoined {
		return nil
	}
	best := make([]piece, len(letters)+1)
	for end := 1; end <= len(letters); end++ {
		best[end].cost = math.Inf(1)
		for start := max(0, end-longestPart); start <= end-2; start++ {
			term, ok := x.piece(s, string(letters[start:end]), end-start)
			if !ok {
				continue
			}
			cost := best[start].cost + x.rarity(term) + perPart
			if cost < best[end].cost {
				best[end] = piece{cost, start, term}
			}
		}
	}
	if math.IsInf(best[len(letters)].cost, 1) {
		return nil
	}
	var terms []int32
	for at := len(letters); at > 0; at = best[at].start {
		terms = append(terms, best[at].term)
	}
	slices.Reverse(terms)
	return terms
}

// piece is the cheapest way to come to the end of a part: with the parts before
// it, from where it starts.
type piece struct {
	cost  float64
	start int
	term  int32
}

// piece is the term of a part, when claims have it. Very short ones must be
// words that the language is known to have.
func (x *Claims) piece(s *speech, part string, letters int) (term int32, ok bool) {
	if letters < leastPart && !s.empty[part] {
		return 0, false
	}
	return x.known(s.key(part, small))
}
