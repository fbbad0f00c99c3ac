package match

import "slices"

// weighing is a claim weighed against every passage.
type weighing struct {
	p        *Passages
	concepts []concept
	score    []float64 // per passage, what it and what surrounds it hold
	share    []float64 // per passage, the weight of the concepts that it has itself
	bearing  []bool    // per passage, whether it has a word that says something
	ideal    float64   // the score of a passage that holds everything
	weight   float64   // of all concepts
}

// weigh goes through the concepts one after another.
func (p *Passages) weigh(concepts []concept) *weighing {
	n := len(p.texts)
	s := &weighing{p: p, concepts: concepts, score: make([]float64, n), share: make([]float64, n), bearing: make([]bool, n)}
	floor := emptyWeight
	if !slices.ContainsFunc(concepts, func(c concept) bool { return c.weight > emptyWeight }) {
		floor = 0
	}
	round := newRound(n)
	for _, c := range concepts {
		s.ideal += c.weight * p.best(c)
		s.weight += c.weight
		round.clear()
		p.hold(round, c)
		for _, i := range round.touched {
			s.share[i] += c.weight
			s.bearing[i] = s.bearing[i] || c.weight > floor
		}
		p.surround(round)
		for _, i := range round.touched {
			s.score[i] += c.weight * round.held[i]
		}
	}
	return s
}

// best is the most that a passage can get for a concept: what the term that
// stands for it best is worth, and for what the source lacks what it would be
// worth there.
func (p *Passages) best(c concept) float64 {
	most := 0.0
	for _, a := range c.alts {
		most = max(most, a.worth)
	}
	if most == 0 {
		return p.rarity(0)
	}
	return most
}

// round is what the passages hold of one concept, kept from one to the next so
// that only what was touched is cleared.
type round struct {
	held    []float64
	lent    []float64
	touched []int32
	own     int // how many of those touched have the concept themselves
}

func newRound(n int) *round { return &round{held: make([]float64, n), lent: make([]float64, n)} }

func (r *round) clear() {
	for _, i := range r.touched {
		r.held[i], r.lent[i] = 0, 0
	}
	r.touched = r.touched[:0]
}

// hold notes what each passage has itself: the best of the terms that stand
// for the concept, and a little for further ones.
func (p *Passages) hold(r *round, c concept) {
	for _, a := range c.alts {
		for _, post := range p.postings[a.term] {
			i := post.passage
			v := a.worth * p.frequency(post)
			if r.held[i] == 0 {
				r.touched = append(r.touched, i)
			}
			r.held[i] = max(r.held[i], v) + secondWord*min(r.held[i], v)
		}
	}
	r.own = len(r.touched)
}

// frequency is what a term's count in a passage is worth: 1 when it stands
// once in a passage of middling length.
func (p *Passages) frequency(post posting) float64 {
	tf := float64(post.count)
	length := 1 - lengthShare + lengthShare*p.length[post.passage]/p.average
	return tf * (saturation + 1) / (tf + saturation*length)
}

// reach is how many passages under a heading it speaks for.
const reach = 40

// surround lends a passage a part of what its neighbours and its heading hold,
// where that is more than it has itself.
func (p *Passages) surround(r *round) {
	for _, i := range r.touched[:r.own] {
		v := r.held[i]
		for _, j := range []int32{i - 1, i + 1} {
			if j >= 0 && int(j) < len(p.texts) && !p.heading[i] {
				r.lend(j, nextDoor*v)
			}
		}
		if !p.heading[i] {
			continue
		}
		for j := i + 1; int(j) < len(p.texts) && j <= i+reach && p.section[j] == i; j++ {
			r.lend(j, underHeading*v)
		}
	}
	for _, j := range r.touched {
		r.held[j] = max(r.held[j], r.lent[j])
	}
}

// lend notes what a passage is lent, the most that anything around it lends.
func (r *round) lend(j int32, v float64) {
	if r.held[j] == 0 && r.lent[j] == 0 {
		r.touched = append(r.touched, j)
	}
	r.lent[j] = max(r.lent[j], v)
}

// hits scores the passages that bear on the claim, in their order.
func (s *weighing) hits() []Hit {
	var hits []Hit
	for i, bears := range s.bearing {
		if !bears || s.score[i] <= 0 || s.ideal <= 0 {
			continue
		}
		score := s.score[i] / s.ideal * (1 - coverageShare + coverageShare*s.share[i]/s.weight)
		if s.p.heading[i] {
			score *= headingShare
		}
		hits = append(hits, Hit{Number: i + 1, Score: score})
	}
	return hits
}
