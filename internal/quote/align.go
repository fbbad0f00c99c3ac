package quote

// The bounds of an alignment's work.
const (
	// alignCells is the largest table of two stretches that is worked out whole.
	alignCells = 1 << 20
	// alignDepth is how often a stretch is cut at words that are unique in it.
	alignDepth = 24
)

// aligner pairs the tokens of two texts that correspond, in order.
type aligner struct {
	a, b    []int32
	weights []int32 // by token number: what pairing it is worth
	pair    []int32 // for each token of a, its partner in b or -1
	rows    [2][]int32
	steps   []byte
}

// stretch is a range of tokens of each text.
type stretch struct{ a0, a1, b0, b1 int }

// weigh makes pairing a long word worth more than a short one, and any word
// worth more than signs and spaces.
func (al *aligner) weigh(ids map[string]int32) {
	al.weights = make([]int32, len(ids))
	for token, id := range ids {
		switch _, kind := nextToken(token); kind {
		case space:
			al.weights[id] = 1
		case sign:
			al.weights[id] = 2
		default:
			al.weights[id] = int32(3 + min(len(token), 12))
		}
	}
}

// walk pairs the tokens of a stretch.
func (al *aligner) walk(s stretch, depth int) {
	s = al.trim(s)
	n, m := s.a1-s.a0, s.b1-s.b0
	switch {
	case n == 0 || m == 0:
	case n*m <= alignCells:
		al.table(s)
	case depth < alignDepth:
		al.split(s, depth)
	}
}

// trim pairs what both sides begin and end with.
func (al *aligner) trim(s stretch) stretch {
	for s.a0 < s.a1 && s.b0 < s.b1 && al.a[s.a0] == al.b[s.b0] {
		al.pair[s.a0] = int32(s.b0)
		s.a0, s.b0 = s.a0+1, s.b0+1
	}
	for s.a0 < s.a1 && s.b0 < s.b1 && al.a[s.a1-1] == al.b[s.b1-1] {
		s.a1, s.b1 = s.a1-1, s.b1-1
		al.pair[s.a1] = int32(s.b1)
	}
	return s
}

// table finds the pairing of the greatest weight (a longest common
// subsequence).
func (al *aligner) table(s stretch) {
	n, m := s.a1-s.a0, s.b1-s.b0
	al.grow(n, m)
	above, row := al.rows[0][:m+1], al.rows[1][:m+1]
	clear(above)
	row[0] = 0
	for i := range n {
		token, worth := al.a[s.a0+i], al.weights[al.a[s.a0+i]]
		trace := al.steps[i*m : i*m+m]
		for j := range m {
			score, step := above[j+1], typedOnly
			if row[j] > score {
				score, step = row[j], passageOnly
			}
			if token == al.b[s.b0+j] && above[j]+worth >= score {
				score, step = above[j]+worth, both
			}
			row[j+1], trace[j] = score, step
		}
		above, row = row, above
	}
	al.takeTable(s, n, m)
}

// takeTable reads the pairs off a worked-out table.
func (al *aligner) takeTable(s stretch, n, m int) {
	width := m
	for n > 0 && m > 0 {
		switch al.steps[(n-1)*width+m-1] {
		case both:
			n, m = n-1, m-1
			al.pair[s.a0+n] = int32(s.b0 + m)
		case passageOnly:
			m--
		default:
			n--
		}
	}
}

// grow makes room for a table.
func (al *aligner) grow(n, m int) {
	for i := range al.rows {
		if len(al.rows[i]) <= m {
			al.rows[i] = make([]int32, m+1)
		}
	}
	if len(al.steps) < n*m {
		al.steps = make([]byte, n*m)
	}
}

// split cuts a large stretch at the tokens that both sides have exactly once,
// as far as they come in the same order, and walks what lies between.
func (al *aligner) split(s stretch, depth int) {
	anchors := rising(al.unique(s))
	if len(anchors) == 0 {
		return
	}
	for _, at := range anchors {
		al.pair[at.a] = int32(at.b)
		al.walk(stretch{s.a0, at.a, s.b0, at.b}, depth+1)
		s.a0, s.b0 = at.a+1, at.b+1
	}
	al.walk(s, depth+1)
}
