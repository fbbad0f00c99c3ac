package quote

import "sort"

// chain places the parts of a quote one after the other without ever walking
// into a dead end: it works out from the last part backwards which places can be
// continued, so that the work does not multiply.
type chain struct {
	*search
	places [][]int32
	next   [][]int32 // for each place, the first one from it on that can be continued
	limit  int
	chosen []int
	found  [][]int
}

// prepare works out which places can be continued.
func (c *chain) prepare() {
	c.next = make([][]int32, len(c.places))
	for i := len(c.places) - 1; i >= 0; i-- {
		n := len(c.places[i])
		next := make([]int32, n+1)
		next[n] = int32(n)
		for k := n - 1; k >= 0; k-- {
			next[k] = next[k+1]
			if c.continues(i, k) {
				next[k] = int32(k)
			}
		}
		c.next[i] = next
	}
}

// continues reports whether parts i+1 and on can follow place k of part i.
func (c *chain) continues(i, k int) bool {
	if i == len(c.places)-1 {
		return true
	}
	from, to := c.window(i, k)
	return int(c.next[i+1][from]) < to
}

// window is the range of part i+1's places that may follow place k of part i.
func (c *chain) window(i, k int) (from, to int) {
	end := int(c.places[i][k]) + len(c.parts[i])
	limit := c.reach(end)
	following := c.places[i+1]
	from = sort.Search(len(following), func(j int) bool { return int(following[j]) >= end })
	to = from + sort.Search(len(following)-from, func(j int) bool { return int(following[from+j]) >= limit })
	return from, to
}

// extend chooses a place for part i among from to to, and for all parts after
// it, until enough ways are found.
func (c *chain) extend(i, from, to int) {
	for k := int(c.next[i][from]); k < to && len(c.found) < c.limit; k = int(c.next[i][k+1]) {
		c.chosen[i] = int(c.places[i][k])
		if i == len(c.places)-1 {
			c.found = append(c.found, append([]int(nil), c.chosen...))
			continue
		}
		nextFrom, nextTo := c.window(i, k)
		c.extend(i+1, nextFrom, nextTo)
	}
}
