package pdf

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// lineHyphen is what PDFium gives for a hyphen at the end of a line; the next
// line follows it at once.
const lineHyphen = '\uFFFE'

// glyphs are the characters of a page, in the order in which PDFium has them.
type glyphs struct {
	in       pdfium.Pdfium
	page     references.FPDF_TEXTPAGE
	turn     int     // quarters clockwise
	width    float64 // of the page as it is shown
	height   float64
	runes    []rune
	at       []int // the index of each rune at PDFium, which counts in UTF-16
	sideways bool  // something runs up or down the page
}

// read takes the characters of the page.
func (g *glyphs) read() error {
	count, err := g.in.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: g.page})
	if err != nil || count.Count == 0 {
		return err
	}
	text, err := g.in.FPDFText_GetText(&requests.FPDFText_GetText{TextPage: g.page, Count: count.Count})
	if err != nil {
		return err
	}
	unit := 0
	for _, r := range text.Text {
		g.runes, g.at = append(g.runes, r), append(g.at, unit)
		unit += utf16.RuneLen(r)
	}
	if unit == count.Count {
		return nil
	}
	return g.readEach(count.Count)
}

// readEach takes the characters one by one, where PDFium's text leaves some
// out and so has other indices.
func (g *glyphs) readEach(count int) error {
	g.runes, g.at = g.runes[:0], g.at[:0]
	for i := range count {
		one, err := g.in.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: g.page, Index: i})
		if err != nil {
			return err
		}
		r := rune(one.Unicode)
		if n := len(g.runes); n > 0 && utf16.IsSurrogate(g.runes[n-1]) && utf16.IsSurrogate(r) {
			g.runes[n-1] = utf16.DecodeRune(g.runes[n-1], r)
			continue
		}
		switch {
		case r == 2:
			r = lineHyphen
		case r == 0:
			r = unicode.ReplacementChar
		}
		g.runes, g.at = append(g.runes, r), append(g.at, i)
	}
	return nil
}

// box is where something stands on the page as it is shown: x to the right, y
// up, in points. Base is the line that it stands on.
type box struct{ left, right, base float64 }

// boxOf is where a character stands, and false when PDFium does not know.
func (g *glyphs) boxOf(i int) (box, bool) {
	left, right, ok := g.sides(i)
	if !ok {
		return box{}, false
	}
	origin, err := g.in.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: g.page, Index: g.at[i]})
	if err != nil {
		return box{}, false
	}
	_, base := g.turned(origin.X, origin.Y)
	return box{left, right, base}, finite(base)
}

// sides are the left and the right end of a character.
func (g *glyphs) sides(i int) (left, right float64, ok bool) {
	loose, err := g.in.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: g.page, Index: g.at[i]})
	if err != nil {
		return 0, 0, false
	}
	r := loose.Rect
	x0, _ := g.turned(float64(r.Left), float64(r.Bottom))
	x1, _ := g.turned(float64(r.Right), float64(r.Top))
	return min(x0, x1), max(x0, x1), finite(x0) && finite(x1)
}

func finite(x float64) bool { return !math.IsNaN(x) && math.Abs(x) < 1e7 }

// turned is a point of the page as it is shown.
func (g *glyphs) turned(x, y float64) (float64, float64) {
	switch g.turn {
	case 1:
		return y, g.height - x
	case 2:
		return g.width - x, g.height - y
	case 3:
		return g.width - y, x
	}
	return x, y
}

// sizeOf is the size of a character's type in points, and whether it runs
// along the line rather than up or down the page.
func (g *glyphs) sizeOf(i int) (size float64, level bool) {
	font, err := g.in.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: g.page, Index: g.at[i]})
	if err != nil {
		return 0, true
	}
	matrix, err := g.in.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: g.page, Index: g.at[i]})
	if err != nil {
		return font.FontSize, true
	}
	m := matrix.Matrix
	a, b := float64(m.A), float64(m.B)
	if g.turn%2 == 1 {
		a, b = b, a
	}
	size = font.FontSize * math.Hypot(float64(m.C), float64(m.D))
	if !finite(size) {
		return 0, true
	}
	return size, math.Abs(a) >= math.Abs(b)
}

// word is a run of characters without white space.
type word struct {
	first, last int // runes
	box
	placed bool
}

// words are the words between two runes, each with its place.
func (g *glyphs) words(from, to int) []word {
	var found []word
	for i := from; i < to; i++ {
		if unicode.IsSpace(g.runes[i]) {
			continue
		}
		w := word{first: i}
		for i+1 < to && !unicode.IsSpace(g.runes[i+1]) {
			i++
		}
		w.last = i
		g.place(&w)
		found = append(found, w)
	}
	return found
}

// place finds out where a word stands: from its ends, or from all of its
// letters where they may be in any order.
func (g *glyphs) place(w *word) {
	w.box, w.placed = g.boxOf(w.first)
	step := max(1, w.last-w.first)
	if g.leftward(*w) {
		step = 1
	}
	for i := w.first + step; i <= w.last; i += step {
		if left, right, ok := g.sides(i); ok && w.placed {
			w.left, w.right = min(w.left, left), max(w.right, right)
		}
	}
}

// text is the words as they stand, parted by blanks.
func (g *glyphs) text(words []word) string {
	var out strings.Builder
	for i, w := range words {
		if i > 0 {
			out.WriteByte(' ')
		}
		out.WriteString(string(g.runes[w.first : w.last+1]))
	}
	return out.String()
}
