package match

import (
	"cmp"
	"slices"
)

// regard lowers the passages whose words lie far apart. Only the best are
// looked at closely; the others are taken to lie half apart.
func (s *weighing) regard(hits []Hit) {
	slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Compare(b.Score, a.Score) })
	value := s.values()
	for i := range hits {
		near := 0.5
		if i < looked {
			near = s.closeness(hits[i].Number-1, value)
		}
		hits[i].Score *= 1 - closeShare + closeShare*near
	}
}

// meaning is the concept that a term stands for, and what it is worth.
type meaning struct {
	concept int
	worth   float64
}

// values says for each term which concept it stands for best.
func (s *weighing) values() map[int32]meaning {
	value := map[int32]meaning{}
	for i, c := range s.concepts {
		for _, a := range c.alts {
			if v := c.weight * a.worth; v > value[a.term].worth {
				value[a.term] = meaning{i, v}
			}
		}
	}
	return value
}

// sighting is a concept where a passage has it.
type sighting struct {
	place int32
	meaning
}

// closeness is how much of what a passage has of the claim lies within a few
// words, of all that it has.
func (s *weighing) closeness(passage int, value map[int32]meaning) float64 {
	var seen []sighting
	for _, w := range s.p.words[passage] {
		if m, ok := value[w.term]; ok {
			seen = append(seen, sighting{w.place, m})
		}
	}
	slices.SortStableFunc(seen, func(a, b sighting) int { return cmp.Compare(a.place, b.place) })
	window := newWindow(len(s.concepts))
	most, from := 0.0, 0
	for _, now := range seen {
		for now.place-seen[from].place > closeWords {
			window.drop(seen[from])
			from++
		}
		window.take(now)
		most = max(most, window.sum)
	}
	if window.all == 0 {
		return 1
	}
	return min(1, most/window.all)
}

// window sums up the concepts within a stretch of words, each once and at its
// best.
type window struct {
	count []int
	most  []float64 // per concept, over the whole passage
	sum   float64
	all   float64
}

func newWindow(concepts int) *window {
	return &window{count: make([]int, concepts), most: make([]float64, concepts)}
}

func (w *window) take(s sighting) {
	if s.worth > w.most[s.concept] {
		gain := s.worth - w.most[s.concept]
		w.all += gain
		if w.count[s.concept] > 0 {
			w.sum += gain
		}
		w.most[s.concept] = s.worth
	}
	if w.count[s.concept]++; w.count[s.concept] == 1 {
		w.sum += w.most[s.concept]
	}
}

func (w *window) drop(s sighting) {
	if w.count[s.concept]--; w.count[s.concept] == 0 {
		w.sum -= w.most[s.concept]
	}
}
