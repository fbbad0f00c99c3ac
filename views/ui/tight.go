package ui

import (
	"context"
	"io"
	"strings"

	"claimdesk/internal/quote"

	"github.com/a-h/templ"
)

// What stands in this file is written without templ because templ puts white
// space between neighbours, and within a quote each blank counts.

// Quote shows a quote between the words that stand around it in its source,
// letter for letter, without a blockquote. Empty before and after are left out.
func Quote(before, exact, after, stance string) templ.Component {
	return tight(func(b *strings.Builder) {
		around(b, before)
		b.WriteString(`<span class="exact" data-stance="` + templ.EscapeString(stance) + `">`)
		b.WriteString(templ.EscapeString(exact) + "</span>")
		around(b, after)
	})
}

func around(b *strings.Builder, text string) {
	if text != "" {
		b.WriteString(`<span class="around">` + templ.EscapeString(text) + "</span>")
	}
}

// typed is the content of a textarea. Browsers drop one line feed right after
// the start tag; the one written here keeps the first of the text.
func typed(text string) templ.Component {
	return tight(func(b *strings.Builder) {
		b.WriteString("\n" + templ.EscapeString(text))
	})
}

// Diff shows a word diff: what was deleted struck, what was inserted underlined.
func Diff(parts []quote.Diff) templ.Component {
	return tight(func(b *strings.Builder) {
		for _, part := range parts {
			switch part.Op {
			case quote.Delete:
				b.WriteString("<del>" + templ.EscapeString(part.Text) + "</del>")
			case quote.Insert:
				b.WriteString("<ins>" + templ.EscapeString(part.Text) + "</ins>")
			default:
				b.WriteString(templ.EscapeString(part.Text))
			}
		}
	})
}

// MarkedOld shows the older side of a diff, its own words in <mark>. In a
// conflict both versions are marked alike and neither is struck out.
func MarkedOld(parts []quote.Diff) templ.Component { return side(parts, quote.Delete) }

// MarkedNew shows the newer side of a diff, its own words in <mark>.
func MarkedNew(parts []quote.Diff) templ.Component { return side(parts, quote.Insert) }

// MarkedAround is MarkedNew between the words around it.
func MarkedAround(before string, parts []quote.Diff, after string) templ.Component {
	return tight(func(b *strings.Builder) {
		around(b, before)
		b.WriteString("<span>")
		writeSide(b, parts, quote.Insert)
		b.WriteString("</span>")
		around(b, after)
	})
}

func side(parts []quote.Diff, own quote.Op) templ.Component {
	return tight(func(b *strings.Builder) { writeSide(b, parts, own) })
}

func writeSide(b *strings.Builder, parts []quote.Diff, own quote.Op) {
	for _, part := range parts {
		switch part.Op {
		case own:
			b.WriteString("<mark>" + templ.EscapeString(part.Text) + "</mark>")
		case quote.Equal:
			b.WriteString(templ.EscapeString(part.Text))
		}
	}
}

func tight(write func(*strings.Builder)) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		var b strings.Builder
		write(&b)
		_, err := io.WriteString(w, b.String())
		return err
	})
}
