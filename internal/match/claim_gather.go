package match

import (
	"cmp"
	"slices"
)

// tally is what claims hold of a text, kept from one to the next so that only
// what was touched is cleared.
type tally struct {
	held    []float32 // by slot
	touched []int32
	sorted  []float32
}

// gather finds the claims that hold most of what is wanted and are to be kept,
// at most lookedAt of them. To go through every claim that shares a word takes
// less time here than to find out which need not be: a list is a row of memory.
func (x *Claims) gather(wants []want, keep func(id int64) bool) []candidate {
	t, _ := x.scratch.Get().(*tally)
	if t == nil {
		t = &tally{}
	}
	defer x.scratch.Put(t)
	if len(t.held) < len(x.filed) {
		t.held = make([]float32, len(x.filed)+len(x.filed)/8)
	}
	for _, w := range wants {
		t.count(x.listed[w.term].in, float32(w.weight))
	}
	if keep != nil {
		t.drop(func(slot int32) bool { return !keep(x.filed[slot].id) })
	}
	near := x.best(t)
	t.drop(func(int32) bool { return true })
	return near
}

// count adds a term to all claims that have it.
func (t *tally) count(list []impact, weight float32) {
	for _, i := range list {
		if t.held[i.slot] == 0 {
			t.touched = append(t.touched, i.slot)
		}
		t.held[i.slot] += weight * i.value
	}
}

// drop forgets claims.
func (t *tally) drop(which func(slot int32) bool) {
	kept := t.touched[:0]
	for _, slot := range t.touched {
		if which(slot) {
			t.held[slot] = 0
			continue
		}
		kept = append(kept, slot)
	}
	t.touched = kept
}

// threshold is what the last one of the best has, of which there are lookedAt
// at least.
func (t *tally) threshold() float32 {
	t.sorted = t.sorted[:0]
	for _, slot := range t.touched {
		t.sorted = append(t.sorted, t.held[slot])
	}
	return nth(t.sorted, lookedAt-1)
}

// best are the claims that hold most; of those that hold the same as the last
// one, those with the lower ids.
func (x *Claims) best(t *tally) []candidate {
	least := float32(0)
	if len(t.touched) > lookedAt {
		least = t.threshold()
	}
	var near, level []candidate
	for _, slot := range t.touched {
		c := candidate{x.filed[slot].id, slot, float64(t.held[slot])}
		switch {
		case t.held[slot] > least:
			near = append(near, c)
		case t.held[slot] == least:
			level = append(level, c)
		}
	}
	slices.SortFunc(level, func(a, b candidate) int { return cmp.Compare(a.id, b.id) })
	return append(near, level[:min(len(level), lookedAt-len(near))]...)
}

// nth is the value that would stand at n, from 0, were the values sorted from
// the largest on. It changes their order.
func nth(values []float32, n int) float32 {
	from, to := 0, len(values)-1
	for from < to {
		pivot := values[(from+to)/2]
		i, j := from, to
		for i <= j {
			for values[i] > pivot {
				i++
			}
			for values[j] < pivot {
				j--
			}
			if i <= j {
				values[i], values[j] = values[j], values[i]
				i, j = i+1, j-1
			}
		}
		switch {
		case n <= j:
			to = j
		case n >= i:
			from = i
		default:
			return values[n]
		}
	}
	return values[n]
}
