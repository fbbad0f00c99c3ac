package quote

import "sort"

// meeting is a token's place in both texts.
type meeting struct{ a, b int }

// unique lists the words that stand exactly once on each side of a stretch, in
// the order of a.
func (al *aligner) unique(s stretch) []meeting {
	places := map[int32]meeting{}
	for j := s.b0; j < s.b1; j++ {
		mark(places, al.b[j], meeting{-1, j})
	}
	for i := s.a0; i < s.a1; i++ {
		at, ok := places[al.a[i]]
		switch {
		case !ok || at.b < 0:
		case at.a >= 0:
			places[al.a[i]] = meeting{-1, -1}
		default:
			places[al.a[i]] = meeting{i, at.b}
		}
	}
	var found []meeting
	for _, at := range places {
		if at.a >= 0 && at.b >= 0 {
			found = append(found, at)
		}
	}
	sort.Slice(found, func(i, j int) bool { return found[i].a < found[j].a })
	return found
}

// mark notes the only place of a token; a second one spoils it.
func mark(places map[int32]meeting, token int32, at meeting) {
	if _, seen := places[token]; seen {
		at = meeting{-1, -1}
	}
	places[token] = at
}

// rising is the longest run of meetings that come in the same order in both
// texts.
func rising(all []meeting) []meeting {
	var tops []int // index of the meeting that a run of each length ends with
	before := make([]int, len(all))
	for i, at := range all {
		k := sort.Search(len(tops), func(k int) bool { return all[tops[k]].b >= at.b })
		before[i] = -1
		if k > 0 {
			before[i] = tops[k-1]
		}
		if k == len(tops) {
			tops = append(tops, i)
		} else {
			tops[k] = i
		}
	}
	if len(tops) == 0 {
		return nil
	}
	run := make([]meeting, len(tops))
	for i, k := tops[len(tops)-1], len(tops)-1; k >= 0; i, k = before[i], k-1 {
		run[k] = all[i]
	}
	return run
}
