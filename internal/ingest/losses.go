package ingest

import (
	"fmt"
	"strconv"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// losses counts what of a page does not come into its text, or comes in
// another shape.
type losses struct {
	images, tables, films, frames, fields int
	around                                bool // of an article, the rest of its page
}

// drop counts an element of which no words are taken.
func (l *losses) drop(n *html.Node) {
	if l == nil {
		return
	}
	switch kind(n) {
	case atom.Img:
		if !speck(n) {
			l.images++
		}
	case atom.Video, atom.Audio:
		l.films++
	case atom.Iframe, atom.Embed, atom.Object, atom.Frame:
		if !speck(n) {
			l.frames++
		}
	case atom.Input:
		switch attribute(n, "type") {
		case "hidden", "submit", "button", "image", "reset":
		default:
			l.fields++
		}
	case atom.Textarea, atom.Select:
		l.fields++
	}
}

// table counts a table that is laid out row by row.
func (l *losses) table() {
	if l != nil {
		l.tables++
	}
}

// speck tells whether a picture or frame is too small to be seen: such count
// visits.
func speck(n *html.Node) bool {
	for _, side := range []string{"width", "height"} {
		if v, err := strconv.Atoi(attribute(n, side)); err == nil && v <= 2 {
			return true
		}
	}
	return false
}

// sentences says what was lost, the gravest first.
func (l *losses) sentences() []string {
	var said []string
	add := func(n int, one, many string) {
		if n > 0 {
			said = append(said, counted(n, one, many))
		}
	}
	if l.around {
		said = append(said, "What stands around the article on the page was left out.")
	}
	add(l.images, "image was left out", "images were left out")
	add(l.tables, "table was laid out row by row", "tables were laid out row by row")
	add(l.films, "video or recording was left out", "videos or recordings were left out")
	add(l.frames, "embedded frame was left out", "embedded frames were left out")
	add(l.fields, "form field was left out", "form fields were left out")
	return said
}

// counted is a sentence about a number of things.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one + "."
	}
	return fmt.Sprintf("%s %s.", thousands(n), many)
}
