package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
)

// cluster is a letter with its marks, or the letters of one glyph, and its
// place.
type cluster struct {
	text        string
	left, right float64
	kind        rune // 'R' right to left, 'L' left to right, '0' a digit, ' ' neither
}

func (c cluster) middle() float64 { return (c.left + c.right) / 2 }

// letterGap is the gap, in ems, from which on two letters are of two words.
const letterGap = 0.18

// reordered is the text of a line with letters that are read from right to
// left. PDF holds them in the order in which they stand on paper, or in any
// other, and its blanks go astray; so letters are sorted by their place, words
// are told apart by their gaps, and then they are turned round as readers do.
// It also says whether the line as a whole is read from right to left.
func (g *glyphs) reordered(words []word, size float64) (text string, leftward bool) {
	var row []cluster
	for _, w := range words {
		begin := len(row)
		for i := w.first; i <= w.last; i++ {
			row = g.cluster(row, begin, i)
		}
	}
	slices.SortStableFunc(row, func(a, b cluster) int { return cmp.Compare(a.middle(), b.middle()) })
	row = withBlanks(row, letterGap*size)
	leftward = mostly(row)
	return strings.Join(strings.Fields(ordered(row, leftward)), " "), leftward
}

// ordered is a row that stands as on paper, in the order in which it is read.
func ordered(row []cluster, leftward bool) string {
	settle(row, leftward)
	turned := 'R'
	if leftward {
		slices.Reverse(row)
		turned = 'L'
	}
	turnRuns(row, turned)
	var out strings.Builder
	for _, c := range row {
		if c.kind == 'R' {
			c.text = mirrored(c.text)
		}
		out.WriteString(c.text)
	}
	return out.String()
}

// withBlanks puts a blank into each gap of a row.
func withBlanks(row []cluster, gap float64) []cluster {
	var out []cluster
	end := 0.0
	for i, c := range row {
		if i > 0 && c.left-end > gap {
			out = append(out, cluster{" ", end, c.left, ' '})
		}
		if end = max(end, c.right); i == 0 {
			end = c.right
		}
		out = append(out, c)
	}
	return out
}

// mostly tells whether most letters of a row are read from right to left.
func mostly(row []cluster) bool {
	balance := 0
	for _, c := range row {
		switch c.kind {
		case 'R':
			balance++
		case 'L':
			balance--
		}
	}
	return balance >= 0
}

// settle gives neutral clusters and digits the direction that they are read
// in. Row is in the order on paper. Numbers run from left to right; what
// stands between two runs of one direction goes with them, and what does not
// goes with the line.
func settle(row []cluster, leftward bool) {
	whole := 'L'
	if leftward {
		whole = 'R'
	}
	for i := 1; i+1 < len(row); i++ {
		if row[i].kind == ' ' && row[i-1].kind == '0' && row[i+1].kind == '0' && strings.ContainsAny(row[i].text, ".,:/-") {
			row[i].kind = '0'
		}
	}
	for i := 0; i < len(row); {
		end := i
		for end < len(row) && row[end].kind == ' ' {
			end++
		}
		kind := whole
		if i > 0 && end < len(row) && (row[i-1].kind == 'R') == (row[end].kind == 'R') {
			kind = 'L'
			if row[end].kind == 'R' {
				kind = 'R'
			}
		}
		for ; i < end; i++ {
			row[i].kind = kind
		}
		i++
	}
	for i := range row {
		if row[i].kind == '0' {
			row[i].kind = 'L'
		}
	}
}

// turnRuns turns each run of clusters round that are of a kind.
func turnRuns(row []cluster, kind rune) {
	for i := 0; i < len(row); i++ {
		end := i
		for end < len(row) && row[end].kind == kind {
			end++
		}
		slices.Reverse(row[i:end])
		i = max(i, end-1)
	}
}

// cluster adds a character to a row: to the letter that it is a mark of or
// shares a glyph with, or as one of its own.
func (g *glyphs) cluster(row []cluster, begin, i int) []cluster {
	r := g.runes[i]
	b, ok := g.boxOf(i)
	if !ok {
		if len(row) > begin {
			row[len(row)-1].text += string(r)
		}
		return row
	}
	c := cluster{string(r), b.left, b.right, kindOf(r)}
	if len(row) > begin {
		last := &row[len(row)-1]
		if same := last.left == c.left && last.right == c.right; same && c.kind == 'R' {
			last.text = oneGlyph(last.text, c.text)
			return row
		}
	}
	if unicode.Is(unicode.Mn, r) && len(row) > begin {
		base := nearest(row[begin:], c.middle())
		base.text += string(r)
		base.left, base.right = min(base.left, b.left), max(base.right, b.right)
		return row
	}
	return append(row, c)
}

// nearest is the cluster whose middle is closest to a place.
func nearest(row []cluster, x float64) *cluster {
	best := &row[0]
	for i := range row {
		if math.Abs(row[i].middle()-x) < math.Abs(best.middle()-x) {
			best = &row[i]
		}
	}
	return best
}

// oneGlyph joins two letters of one glyph. The one that Arabic has is lam with
// alef, and lam comes first.
func oneGlyph(a, b string) string {
	if strings.ContainsAny(a, "اأإآٱ") && b == "ل" {
		return b + a
	}
	return a + b
}

func kindOf(r rune) rune {
	switch {
	case rightToLeft(r):
		return 'R'
	case unicode.IsDigit(r):
		return '0'
	case unicode.IsLetter(r):
		return 'L'
	}
	return ' '
}

// pairs are the signs that are drawn the other way round in text that is read
// from right to left.
var pairs = map[string]string{"(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "<": ">", ">": "<", "«": "»", "»": "«", "‹": "›", "›": "‹"}

func mirrored(s string) string {
	if other, ok := pairs[s]; ok {
		return other
	}
	return s
}
