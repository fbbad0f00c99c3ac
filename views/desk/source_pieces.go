package desk

import (
	"context"
	"io"
	"strings"

	"github.com/a-h/templ"
)

// Piece is a run of a passage's text that is marked alike throughout.
type Piece struct {
	Text   string
	Stance string // of the quote that it belongs to; "" when none
	Other  bool   // the quote is another claim's than the page's
	Found  bool   // it is what a search in the source found
	Refs   []Ref  // of the quotes that end with it
}

// Ref leads from the end of a quote to the evidence that it is.
type Ref struct {
	Label  string // what is seen: "2", "#12"
	About  string // said before the label: "Evidence "
	Stance string
	Href   string
}

// Pieces shows the words of a passage with what is marked in them. It is
// written without templ, which would put blanks between the source's words.
func Pieces(pieces []Piece) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		var b strings.Builder
		for _, p := range pieces {
			writePiece(&b, p)
		}
		_, err := io.WriteString(w, b.String())
		return err
	})
}

func writePiece(b *strings.Builder, p Piece) {
	text := templ.EscapeString(p.Text)
	if p.Found {
		text = "<mark>" + text + "</mark>"
	}
	if p.Stance != "" {
		class := "exact"
		if p.Other {
			class = "exact other"
		}
		text = `<span class="` + class + `" data-stance="` + templ.EscapeString(p.Stance) + `">` + text + "</span>"
	}
	b.WriteString(text)
	for _, r := range p.Refs {
		b.WriteString(`<a class="ref" data-stance="` + templ.EscapeString(r.Stance) + `" href="` + templ.EscapeString(r.Href) + `">`)
		b.WriteString(`<span class="visually-hidden">` + templ.EscapeString(r.About) + "</span>" + templ.EscapeString(r.Label) + "</a>")
	}
}
