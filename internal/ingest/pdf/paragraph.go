package pdf

import (
	"slices"
	"strings"
)

// builder puts lines together to paragraphs.
type builder struct {
	words   *hyphens
	body    float64 // the size of most of the document's type
	leading float64 // the usual way from one line to the next, in ems
	done    []open
	now     int // the paragraph that was last added to
}

// open is a paragraph that lines may still be added to.
type open struct {
	Paragraph
	last  line
	room  float64 // how much wider the last line could be
	page  int
	lines int
	rows  int // of a table; 0 in running text
}

// paragraphs puts the lines of all pages together. A paragraph that goes on
// over the border of a page or column stays one.
func paragraphs(pages []page, lost *losses) []Paragraph {
	b := &builder{words: countHyphens(pages), body: bodySize(pages), leading: leadingOf(pages)}
	for n, p := range pages {
		for i, l := range p.lines {
			b.add(n, p.label, l, roomOf(p.lines, i))
		}
	}
	var found []Paragraph
	for _, o := range b.done {
		if o.last.hyphen {
			o.Text += "-"
		}
		o.Large = b.body > 0 && o.last.size > b.body*1.15
		if o.rows > 1 {
			lost.tables++
		}
		lost.unmapped += strings.Count(o.Text, "\uFFFD")
		found = append(found, o.Paragraph)
	}
	return found
}

// add puts a line to the paragraph that it goes on with, or begins one.
func (b *builder) add(page int, label string, l line, room float64) {
	b.now = b.before(page, l)
	var o *open
	if b.now >= 0 {
		o = &b.done[b.now]
	}
	switch {
	case o != nil && o.page == page && l.beside:
		o.Text += "\t" + l.text
		o.rows = max(o.rows, 1)
	case o != nil && o.rows > 0 && l.cellStart && o.page == page && sameSize(o.last, l):
		o.Text += "\n" + l.text
		o.rows++
	case o != nil && o.rows == 0 && !l.cellStart && b.goesOn(o, page, l):
		o.Text = b.words.join(o.Text, o.last.hyphen, l.text)
	default:
		b.done = append(b.done, open{Paragraph: Paragraph{Text: l.text, Page: label}})
		b.now = len(b.done) - 1
		o = &b.done[b.now]
	}
	o.last, o.room, o.page = l, room, page
	o.lines++
}

// mostNotes is how many footnotes are looked past at the foot of a column.
const mostNotes = 40

// before is the paragraph that a line may go on with, or -1: the last one, or
// at the top of a page or column the one above the footnotes that stand
// between.
func (b *builder) before(page int, l line) int {
	last := len(b.done) - 1
	if last < 0 {
		return last
	}
	o := &b.done[b.now]
	if page == o.page && l.base <= o.last.base+l.size {
		return b.now
	}
	if l.size > b.body*1.13 {
		return last
	}
	for i := last; i >= 0 && i > last-mostNotes; i-- {
		c := &b.done[i]
		if sameSize(c.last, l) {
			if i != last && (c.page < page-1 || c.rows > 0 || !flows(c, l)) {
				return last
			}
			return i
		}
		if c.last.size > l.size {
			return last
		}
	}
	return last
}

// goesOn tells whether a line belongs to the paragraph before it.
func (b *builder) goesOn(o *open, page int, l line) bool {
	if !sameSize(o.last, l) || bullet(l.text) || leader(o.last.text) {
		return false
	}
	down := o.last.base - l.base
	if page != o.page || down <= 0 {
		return flows(o, l)
	}
	if l.size > 0 && down > b.leading*1.3*l.size {
		return false
	}
	if o.last.hyphen {
		return true
	}
	if numbered := marker(l.text); numbered && (endsSentence(o.last.text) || marker(o.Text) || fitted(o, l)) {
		return false
	}
	if !small(l.text) || endsSentence(o.last.text) || o.room > o.last.right-o.last.left {
		if fitted(o, l) || indented(o, l) {
			return false
		}
	}
	return !(o.lines > 1 && !marker(o.Text) && !bullet(o.Text) && inset(l, o.last) > 0.8*l.size)
}

// flows tells whether a line at the top of a page or column goes on with the
// paragraph at the foot of the one before.
func flows(o *open, l line) bool {
	switch {
	case o.rows > 0 || bullet(l.text) || !sameSize(o.last, l):
		return false
	case o.last.hyphen || small(l.text):
		return true
	}
	return !endsSentence(o.last.text) && !fitted(o, l) && !marker(l.text)
}

// fitted tells whether the first word of a line would have found room on the
// line before it: then that one was ended on purpose.
func fitted(o *open, l line) bool { return o.room > l.opening+0.35*l.size }

// indented tells whether a line begins further in than the one before, as the
// first of a paragraph does, and not as the second of a list's item does.
func indented(o *open, l line) bool {
	in := -inset(l, o.last)
	return in > 0.8*l.size && in < 6*l.size && endsSentence(o.last.text) && !(o.lines == 1 && (marker(o.Text) || bullet(o.Text)))
}

// inset is how much further out a line begins than another.
func inset(l, other line) float64 {
	if l.leftward && other.leftward {
		return l.right - other.right
	}
	return other.left - l.left
}

// sameSize tells whether two lines are set in type of one size, more or less.
// A size of 0 is not known.
func sameSize(a, b line) bool {
	return a.size <= 0 || b.size <= 0 || a.size < b.size*1.13 && b.size < a.size*1.13
}

// around is how many lines before and after one tell how wide its column is.
const around = 40

// roomOf is how much wider a line could be, in points: up to the end of the
// widest line that stands above or below it in the same column.
func roomOf(lines []line, i int) float64 {
	l := lines[i]
	left, right := l.left, l.right
	for _, other := range lines[max(0, i-around):min(len(lines), i+around)] {
		if shared := min(l.right, other.right) - max(l.left, other.left); sameSize(l, other) && !other.beside && !other.cellStart &&
			shared > 0.5*min(l.right-l.left, other.right-other.left) {
			left, right = min(left, other.left), max(right, other.right)
		}
	}
	if l.leftward {
		return l.left - left
	}
	return right - l.right
}

// bodySize is the size of type that most letters of a document have.
func bodySize(pages []page) float64 {
	letters := map[int]int{} // by size in half points
	for _, p := range pages {
		for _, l := range p.lines {
			letters[int(l.size*2+0.5)] += len(l.text)
		}
	}
	best, most := 0, 0
	for size, n := range letters {
		if n > most || n == most && size > best {
			best, most = size, n
		}
	}
	return float64(best) / 2
}

// leadingOf is the usual way from one line down to the next, in ems.
func leadingOf(pages []page) float64 {
	var ways []float64
	for _, p := range pages {
		for i := 1; i < len(p.lines); i++ {
			a, b := p.lines[i-1], p.lines[i]
			if way := (a.base - b.base) / max(b.size, 0.1); sameSize(a, b) && way > 0.8 && way < 2.6 {
				ways = append(ways, way)
			}
		}
	}
	if len(ways) == 0 {
		return 1.3
	}
	slices.Sort(ways)
	// Lines that part paragraphs are fewer than those within them, but in a
	// document of short paragraphs hardly so: the lower third holds the latter.
	return max(1, ways[len(ways)/3])
}
