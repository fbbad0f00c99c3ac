package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
)

// line is words that stand side by side without a wide gap. Its place is in
// points as the page is shown.
type line struct {
	text      string
	words     int
	opening   float64 // width of the first word
	box               // its place
	size      float64 // of the type
	leftward  bool    // reads from right to left
	hyphen    bool    // ends with a hyphen that parts or joins a word
	beside    bool    // stands on one base with the line before it
	cellStart bool    // of a row of a table: the first cell of a row
}

// Gaps in ems: one that parts two lines on one base when it is wider than the
// other gaps of its line, and one that always does. Between the two lies what
// justified text may have.
const (
	wideGap   = 1.8
	widestGap = 3.5
)

// narrow is what parts no lines, in points, however small their type: asking
// PDFium for its size at each word would take longer than all else.
const narrow = 1.5

// lines are the lines of the page, in the order in which PDFium has them.
func (g *glyphs) lines() []line {
	var found [][]line // by the base that they stand on
	start := 0
	for i := 0; i <= len(g.runes); i++ {
		if i < len(g.runes) && g.runes[i] != '\n' && g.runes[i] != '\r' && g.runes[i] != lineHyphen {
			continue
		}
		hyphen := i < len(g.runes) && g.runes[i] == lineHyphen
		for _, words := range g.byBase(g.words(start, i)) {
			if parts := g.split(words); len(parts) > 0 {
				found = append(found, parts)
			}
		}
		if n := len(found) - 1; hyphen && n >= 0 {
			found[n][len(found[n])-1].hyphen = true
		}
		start = i + 1
	}
	return alongside(justified(found))
}

// justified makes one line again of words that were set far apart to fill a
// line of justified text: the line before it or after it has the same ends.
func justified(rows [][]line) []line {
	var found []line
	for i, parts := range rows {
		whole := joined(parts)
		if len(parts) > 1 && (i > 0 && len(rows[i-1]) == 1 && flush(rows[i-1][0], whole) || i+1 < len(rows) && len(rows[i+1]) == 1 && flush(whole, rows[i+1][0])) {
			parts = []line{whole}
			rows[i] = parts
		}
		found = append(found, parts...)
	}
	return found
}

// joined is lines on one base as one line.
func joined(parts []line) line {
	whole := parts[0]
	for _, l := range parts[1:] {
		whole.text += " " + l.text
		whole.words += l.words
		whole.left, whole.right, whole.hyphen = min(whole.left, l.left), max(whole.right, l.right), l.hyphen
	}
	return whole
}

// flush tells whether a line stands right under another and has the same ends.
func flush(above, below line) bool {
	near := 0.2 * below.size
	down := above.base - below.base
	return sameSize(above, below) && down > 0 && down < 2*below.size &&
		math.Abs(above.left-below.left) < near && math.Abs(above.right-below.right) < near
}

// alongside puts right what PDFium took for lines under each other although
// they stand on one base: such as a cell of a table with one letter in it.
func alongside(lines []line) []line {
	var found []line
	for _, l := range lines {
		n := len(found)
		if n == 0 || l.beside || l.leftward || found[n-1].leftward || found[n-1].hyphen {
			found = append(found, l)
			continue
		}
		before := &found[n-1]
		gap := l.left - before.right
		switch {
		case math.Abs(before.base-l.base) > 0.2*l.size || gap < 0 || !sameSize(*before, l):
			found = append(found, l)
		case gap > wideGap*l.size:
			l.beside = true
			found = append(found, l)
		default:
			before.text += " " + l.text
			before.words += l.words
			before.right, before.hyphen = l.right, l.hyphen
		}
	}
	return found
}

// byBase parts what PDFium holds for a line where the base is another, and
// where it goes back to the left without letters that would do so.
func (g *glyphs) byBase(words []word) [][]word {
	var parts [][]word
	first := 0
	leftward := slices.ContainsFunc(words, g.leftward)
	for i := 1; i < len(words); i++ {
		a, b := words[i-1], words[i]
		if !a.placed || !b.placed {
			continue
		}
		back, up := b.right < a.left && !leftward, math.Abs(a.base-b.base)
		if !back && up < narrow {
			continue
		}
		if size, _ := g.sizeOf(a.first); size > 0 && (up > 0.7*size || back) {
			parts = append(parts, words[first:i])
			first = i
		}
	}
	if first < len(words) {
		parts = append(parts, words[first:])
	}
	for _, part := range parts {
		if slices.ContainsFunc(part, g.leftward) {
			slices.SortStableFunc(part, func(a, b word) int { return cmp.Compare(a.left, b.left) })
		}
	}
	return parts
}

// split makes several lines of words on one base where there is a wide gap.
func (g *glyphs) split(words []word) []line {
	var found []line
	usual := usualGap(words)
	first := 0
	for i := range words {
		if i+1 < len(words) {
			mark := i == first && len(found) == 0 && bareMarker(g.text(words[i:i+1]))
			if mark || !g.parted(words[i], words[i+1], usual) {
				continue
			}
		}
		if l, ok := g.line(words[first : i+1]); ok {
			found = append(found, l)
		}
		first = i + 1
	}
	if len(found) > 0 && found[0].leftward {
		slices.Reverse(found)
	}
	for i := range found {
		found[i].beside = i > 0
	}
	return found
}

// usualGap is the gap between two words of a line, in points.
func usualGap(words []word) float64 {
	var gaps []float64
	for i := 1; i < len(words); i++ {
		if words[i-1].placed && words[i].placed {
			gaps = append(gaps, words[i].left-words[i-1].right)
		}
	}
	if len(gaps) < 2 {
		return 0
	}
	slices.Sort(gaps)
	return gaps[len(gaps)/2]
}

// parted tells whether the gap between two words on one base may be that of
// columns or of the cells of a table.
func (g *glyphs) parted(a, b word, usual float64) bool {
	if !a.placed || !b.placed {
		return false
	}
	gap := b.left - a.right
	if gap < 3*narrow {
		return false
	}
	size, _ := g.sizeOf(a.first)
	if size <= 0 || gap <= wideGap*size {
		return false
	}
	return gap > widestGap*size || gap > 1.6*usual
}

// line makes a line of words; not of those that run up or down the page, which
// are counted and left out.
func (g *glyphs) line(words []word) (line, bool) {
	longest := words[0]
	for _, w := range words {
		if w.last-w.first > longest.last-longest.first {
			longest = w
		}
	}
	size, level := g.sizeOf(longest.first)
	if !level {
		g.sideways = true
		return line{}, false
	}
	l := line{words: len(words), size: size, box: words[0].box, opening: words[0].right - words[0].left}
	for _, w := range words {
		l.left, l.right = min(l.left, w.left), max(l.right, w.right)
	}
	if slices.ContainsFunc(words, g.leftward) {
		l.text, l.leftward = g.reordered(words, size)
	} else {
		l.text = g.text(words)
	}
	if l.leftward {
		last := words[len(words)-1]
		l.opening = last.right - last.left
	}
	l.text = plainLetters(l.text)
	return l, true
}

// leftward tells whether a word has letters that are read from right to left.
func (g *glyphs) leftward(w word) bool {
	for _, r := range g.runes[w.first : w.last+1] {
		if rightToLeft(r) {
			return true
		}
	}
	return false
}

// rightToLeft tells whether a letter is of a script that is read so.
func rightToLeft(r rune) bool {
	return r >= 0x0590 && r <= 0x08FF && !unicode.IsDigit(r) || r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFC
}

// plainLetters puts letters in the place of the forms that stand for them in
// type: ligatures such as the one of f and i, and the shapes that Arabic
// letters take within a word. They are how a font shows the letters, not what
// the author wrote. Nothing else is touched: NFKC would also make 2 of ².
func plainLetters(s string) string {
	return presentation.Replace(strings.ToValidUTF8(s, "\uFFFD"))
}
