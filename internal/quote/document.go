package quote

import (
	"sort"
	"sync"
	"unicode/utf8"
)

// markEvery is how many code points lie between two known byte offsets.
const markEvery = 256

// Document is a normalised text made ready for many look-ups. What a look-up
// needs is prepared once, when it is first asked for.
type Document struct {
	text     string
	length   int
	marks    []int // byte offset of every markEvery-th code point
	folded   func() *folded
	plain    func() *plainText
	blocks   func() []block
	passages func() []Passage
}

// NewDocument prepares a text, which must come from Normalise.
func NewDocument(text string) *Document {
	d := &Document{text: text}
	for at := range text {
		if d.length%markEvery == 0 {
			d.marks = append(d.marks, at)
		}
		d.length++
	}
	d.folded = sync.OnceValue(func() *folded { return foldText(text) })
	d.plain = sync.OnceValue(func() *plainText { return plainForm(text, likeAll) })
	d.blocks = sync.OnceValue(func() []block { return partText(text) })
	d.passages = sync.OnceValue(func() []Passage { return number(text, d.blocks()) })
	return d
}

// Text is the text whole.
func (d *Document) Text() string { return d.text }

// Len is the text's length in code points.
func (d *Document) Len() int { return d.length }

// Slice is the text from code point start up to but not including end. Bounds
// beyond the text are drawn in to it.
func (d *Document) Slice(start, end int) string {
	from, to := d.byteAt(start), d.byteAt(end)
	if from >= to {
		return ""
	}
	return d.text[from:to]
}

// Passages are the text's blocks in order. The slice is shared: do not write
// to it.
func (d *Document) Passages() []Passage { return d.passages() }

// PassageAt is the passage that code point pos belongs to; false for the
// blank space between passages and beyond the text.
func (d *Document) PassageAt(pos int) (Passage, bool) {
	all := d.passages()
	i := sort.Search(len(all), func(i int) bool { return all[i].End > pos })
	if i == len(all) || pos < all[i].Start {
		return Passage{}, false
	}
	return all[i], true
}

// byteAt is the byte offset of a code point, drawn in to the text.
func (d *Document) byteAt(point int) int {
	switch {
	case point <= 0:
		return 0
	case point >= d.length:
		return len(d.text)
	}
	at := d.marks[point/markEvery]
	for range point % markEvery {
		_, size := utf8.DecodeRuneInString(d.text[at:])
		at += size
	}
	return at
}

// pointAt is the code point that begins at byte offset at.
func (d *Document) pointAt(at int) int {
	i := sort.SearchInts(d.marks, at+1) - 1
	if i < 0 {
		return 0
	}
	return i*markEvery + utf8.RuneCountInString(d.text[d.marks[i]:at])
}
