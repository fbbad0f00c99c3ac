package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
)

// edge is how many lines at the top and at the bottom of a page can be its
// header and footer.
const edge = 4

// dropFurniture takes headers, footers and page numbers off the pages: lines
// at the edge of a page that stand at the same height, with the same words but
// for numbers, on most pages (or on two in five, as where left and right pages
// differ), and that are set apart from the text. It tells whether there were
// any. A document of one page has none that could be told apart.
func dropFurniture(pages []page) bool {
	filled := 0
	counts := map[furnitureKey]int{}
	for _, p := range pages {
		if len(p.lines) == 0 {
			continue
		}
		filled++
		seen := map[furnitureKey]bool{}
		top, bottom := edges(p)
		for _, i := range slices.Concat(outer(p, top), outer(p, bottom)) {
			if k := keyOf(p, i); !seen[k] {
				seen[k] = true
				counts[k]++
			}
		}
	}
	if filled < 2 {
		return false
	}
	need := max(2, (filled*2+4)/5)
	dropped := false
	for n := range pages {
		p := &pages[n]
		gone := map[int]bool{}
		top, bottom := edges(*p)
		repeats := func(i int) bool { return repeated(*p, i, counts, need) }
		for _, side := range [][]int{top, bottom} {
			for _, i := range apart(*p, side, repeats) {
				gone[i], dropped = true, true
			}
		}
		p.lines = without(p.lines, gone)
	}
	return dropped
}

// repeated tells whether a line of a page is on enough of the pages, or stands
// beside a page number that is: the rest of such a header may change with the
// chapter.
func repeated(p page, i int, counts map[furnitureKey]int, need int) bool {
	if counts[keyOf(p, i)] >= need {
		return true
	}
	for j, l := range p.lines {
		if k := keyOf(p, j); k.text == "#" && math.Abs(l.base-p.lines[i].base) < 2 && counts[k] >= need {
			return true
		}
	}
	return false
}

func without(lines []line, gone map[int]bool) []line {
	var kept []line
	for i, l := range lines {
		if !gone[i] {
			kept = append(kept, l)
		}
	}
	return kept
}

// apart are the lines at an edge, from outside in, that repeat and are not
// followed at the usual distance by one that does not: that would be text.
// Side is all lines of the page from that edge on.
func apart(p page, side []int, repeats func(int) bool) []int {
	most := len(outer(p, side))
	n := 0
	for n < most && repeats(side[n]) {
		n++
	}
	for n > 0 && !setApart(p, side, n) {
		n--
	}
	return side[:n]
}

// setApart tells whether there is a gap after the first n lines from an edge,
// or after the row that the last of them stands in.
func setApart(p page, side []int, n int) bool {
	a := p.lines[side[n-1]]
	for _, i := range side[n:] {
		b := p.lines[i]
		if way := math.Abs(a.base - b.base); way >= 2 {
			return way > 1.6*max(a.size, b.size) || !sameSize(a, b)
		}
	}
	return true
}

// furnitureKey is what the lines of a header have in common over the pages.
type furnitureKey struct {
	text   string
	height int // in steps of four points
}

func keyOf(p page, i int) furnitureKey {
	l := p.lines[i]
	return furnitureKey{numbered(l.text), int(math.Round(l.base / 4))}
}

// numbered is a line with # for every number, those in Roman figures that
// stand alone too.
func numbered(s string) string {
	var out strings.Builder
	digits := false
	for _, r := range s {
		if unicode.IsDigit(r) {
			if !digits {
				out.WriteByte('#')
			}
			digits = true
			continue
		}
		digits = false
		out.WriteRune(r)
	}
	if key := out.String(); strings.Trim(strings.ToLower(key), "ivxlc") != "" {
		return key
	}
	return "#"
}

// edges are the lines of a page from the top down and from the bottom up.
func edges(p page) (top, bottom []int) {
	top = make([]int, len(p.lines))
	for i := range top {
		top[i] = i
	}
	slices.SortStableFunc(top, func(a, b int) int { return cmp.Compare(p.lines[b].base, p.lines[a].base) })
	bottom = slices.Clone(top)
	slices.Reverse(bottom)
	return top, bottom
}

// outer are the first lines from an edge that can be header or footer.
func outer(p page, side []int) []int {
	n := 0
	for n < min(edge, len(side)) && within(p, p.lines[side[n]].base) {
		n++
	}
	return side[:n]
}

// within tells whether a height is in the outer fifth of a page. A page that
// does not tell its height has every line there.
func within(p page, y float64) bool {
	return p.height <= 0 || y < p.height*0.2 || y > p.height*0.8
}
