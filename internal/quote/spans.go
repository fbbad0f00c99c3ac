package quote

import "sort"

// folding is a form of a text that is searched, and the way back from its byte
// offsets to those of the text.
type folding interface {
	body() string
	// from and to are where a match begins and ends in the text, or -1 where it
	// may not: inside a grapheme cluster.
	from(b *borders, at int) int
	to(b *borders, at int) int
	// end is to without regard to clusters.
	end(at int) int
	// fromOriginal is the offset that belongs to a byte of the text.
	fromOriginal(at int) int
}

// search holds where each part of a quote stands, as byte offsets of a folding.
// A quote that leaves nothing out has one part.
type search struct {
	folding
	text     string // the text itself
	blocks   func() []block
	parts    []string
	places   [][]int32
	inside   []bool // a part stands only inside grapheme clusters
	cutShort bool   // some part stands too often to list
}

// search lists up to limit places for each part in the folded text.
func (d *Document) search(parts []string, limit int) *search {
	return d.searchIn(d.folded(), parts, limit)
}

// searchIn lists up to limit places for each part in a folding.
func (d *Document) searchIn(f folding, parts []string, limit int) *search {
	s := &search{folding: f, text: d.text, blocks: d.blocks, parts: parts}
	for _, part := range parts {
		starts, ends := borders{text: d.text}, borders{text: d.text}
		var places []int32
		inside := false
		occurrences(f.body(), part, func(at int) bool {
			if f.from(&starts, at) < 0 || f.to(&ends, at+len(part)) < 0 {
				inside = true
				return true
			}
			places = append(places, int32(at))
			return len(places) <= limit
		})
		s.cutShort = s.cutShort || len(places) > limit
		s.places = append(s.places, places)
		s.inside = append(s.inside, inside && len(places) == 0)
	}
	return s
}

// missing is the first part that stands nowhere, or -1.
func (s *search) missing() int {
	for i, places := range s.places {
		if len(places) == 0 {
			return i
		}
	}
	return -1
}

// found reports whether every part stands somewhere.
func (s *search) found() bool { return s.missing() < 0 }

// bounds are the bytes of the text itself that part i has at a place.
func (s *search) bounds(i, at int) (from, to int) {
	return s.from(&borders{text: s.text}, at), s.to(&borders{text: s.text}, at+len(s.parts[i]))
}

// combinations lists up to limit ways to place all parts one after the other,
// each in the passage of the one before or the next one. With fits, the first
// and last part must stand in that context.
func (s *search) combinations(fits fit, limit int) [][]int {
	c := &chain{search: s, limit: limit, chosen: make([]int, len(s.parts))}
	c.places = s.fitting(fits)
	c.prepare()
	c.extend(0, 0, len(c.places[0]))
	return c.found
}

// fitting is the places, without those whose context does not fit.
func (s *search) fitting(fits fit) [][]int32 {
	places := append([][]int32(nil), s.places...)
	if fits == nil {
		return places
	}
	text, last := s.body(), len(places)-1
	if last == 0 {
		places[0] = keep(places[0], func(at int) bool { return fits(text, at, at+len(s.parts[0])) })
		return places
	}
	places[0] = keep(places[0], func(at int) bool { return fits(text, at, len(text)) })
	places[last] = keep(places[last], func(at int) bool { return fits(text, 0, at+len(s.parts[last])) })
	return places
}

// keep is the places of which ok holds.
func keep(places []int32, ok func(at int) bool) []int32 {
	var kept []int32
	for _, at := range places {
		if ok(int(at)) {
			kept = append(kept, at)
		}
	}
	return kept
}

// reach is where, in the folding, the part after one that ends at end may begin
// at the latest (exclusive): where the next passage ends.
func (s *search) reach(end int) int {
	blocks := s.blocks()
	last := s.end(end) - 1
	i := sort.Search(len(blocks), func(i int) bool { return blocks[i].end > last })
	if i+1 < len(blocks) {
		i++
	}
	if i == len(blocks) {
		return len(s.body())
	}
	return s.fromOriginal(blocks[i].end)
}
