package site

import (
	"context"
	"io"
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/views/ui"

	"github.com/a-h/templ"
)

// ProofView is the page of one piece of evidence.
type ProofView struct {
	Newsroom
	Evidence factcheck.PublicEvidence
	Check    Listed            // the fact-check that rests on it
	Revision int               // the newest in which it was published
	Current  bool              // it is part of the live page
	Excerpt  factcheck.Excerpt // what may be read of its place
	FullText bool              // the whole text may be read
}

func (v ProofView) path() string { return proofPath(v.Evidence) }

func (v ProofView) frameOf() ui.SiteFrame {
	title := "Proof of evidence " + strconv.Itoa(v.Evidence.Position)
	if !v.Evidence.Source.Protected() {
		title += ": “" + v.Evidence.Source.Title + "”"
	}
	head := v.about(title, "Where the quoted words stand in our stored copy of the source, and how to check that yourself.", v.path())
	head.NoIndex = v.Evidence.Source.Access != factcheck.PublicAccess
	head.Alternate = []ui.Feed{{Type: "application/ld+json", Title: "This evidence as a web annotation", Href: v.Base + v.path() + ".json"}}
	return v.frame(head, ui.SectionFactChecks, "page")
}

// from is the page on which the evidence stands.
func (v ProofView) from() string {
	if v.Current {
		return v.Check.Path
	}
	return v.Check.Path + "/revisions/" + strconv.Itoa(v.Revision)
}

func (v ProofView) textAddress() string { return v.Base + v.path() + "/text" }

func (v ProofView) excerptAddress() string { return v.Base + v.path() + "/excerpt" }

// span is one unbroken piece of the quote.
func (v ProofView) spans() []quote.Span {
	if len(v.Evidence.Spans) > 0 {
		return v.Evidence.Spans
	}
	return []quote.Span{{Start: v.Evidence.Start, End: v.Evidence.End, Exact: v.Evidence.Exact}}
}

// quoted is a passage with the quote marked in its place, without white space
// of ours. Words of a passage that hold no quote are grey.
func (v ProofView) quoted(p quote.Passage) templ.Component {
	runes := []rune(p.Text)
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		var b strings.Builder
		at := 0
		for _, s := range v.spans() {
			from, to := max(s.Start-p.Start, at), min(s.End-p.Start, len(runes))
			if from >= to {
				continue
			}
			grey(&b, string(runes[at:from]))
			b.WriteString(`<span class="exact" data-stance="` + templ.EscapeString(string(v.Evidence.Stance)) + `">`)
			b.WriteString(templ.EscapeString(string(runes[from:to])) + "</span>")
			at = to
		}
		grey(&b, string(runes[at:]))
		_, err := io.WriteString(w, b.String())
		return err
	})
}

func grey(b *strings.Builder, text string) {
	if text != "" {
		b.WriteString(`<span class="around">` + templ.EscapeString(text) + "</span>")
	}
}

// slice is how the quote is cut out of the text in Python, whose strings count
// code points as we do.
func (v ProofView) slice() string {
	var parts []string
	for _, s := range v.spans() {
		parts = append(parts, "text["+strconv.Itoa(s.Start)+":"+strconv.Itoa(s.End)+"]")
	}
	return strings.Join(parts, ", ")
}

func (v ProofView) sliceShown() string {
	return "text[" + strconv.Itoa(v.Excerpt.Start) + ":" + strconv.Itoa(v.Excerpt.End) + "]"
}
