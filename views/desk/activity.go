package desk

import (
	"context"
	"io"
	"strings"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"

	"github.com/a-h/templ"
)

// ActivityView is what was done to a claim, newest first, with its notes.
type ActivityView struct {
	ClaimID   int64
	Open      int64 // the source that is open beside it
	Lines     []ActivityLine
	Notes     int  // how many of all are notes
	NotesOnly bool // only they are shown
	Note      ui.Field
	People    []string // whom a note can name
	Draft     DraftView
}

// ActivityLine is an act in words, or a note.
type ActivityLine struct {
	At      time.Time
	By      string
	Did     string   // "" for a note
	Details []string // what the act has changed
	Note    []NotePart
}

// NotePart is a stretch of a note; Named tells that it names a colleague.
type NotePart struct {
	Text  string
	Named bool
}

// NoteParts takes a note apart where it names somebody.
func NoteParts(n factcheck.Note) []NotePart {
	var parts []NotePart
	at := 0
	for _, m := range factcheck.Mentions(n.Text, n.Mentioned) {
		if m.Start > at {
			parts = append(parts, NotePart{Text: n.Text[at:m.Start]})
		}
		parts = append(parts, NotePart{Text: n.Text[m.Start:m.End], Named: true})
		at = m.End
	}
	if at < len(n.Text) {
		parts = append(parts, NotePart{Text: n.Text[at:]})
	}
	return parts
}

// shownAtOnce is how many lines of the activity are not folded away.
const shownAtOnce = 5

func (v ActivityView) newest() []ActivityLine { return v.Lines[:min(shownAtOnce, len(v.Lines))] }
func (v ActivityView) older() []ActivityLine  { return v.Lines[min(shownAtOnce, len(v.Lines)):] }

// address is that of the bench with all activity or with the notes alone.
func (v ActivityView) address(notesOnly bool) templ.SafeURL {
	query := ""
	if v.Open != 0 {
		query = "&source=" + number(v.Open)
	}
	if notesOnly {
		query += "&activity=notes"
	}
	if query != "" {
		query = "?" + query[1:]
	}
	return templ.URL(factcheck.Claim{ID: v.ClaimID}.Path() + query + "#notes")
}

// NamingHint says how a note names somebody; "" in a newsroom without people.
func NamingHint(people []string) string {
	if len(people) == 0 {
		return ""
	}
	const most = 6
	hint := "To tell a colleague, write @ and the name: @" + strings.Join(people[:min(most, len(people))], ", @")
	if len(people) > most {
		hint += " …"
	}
	return hint
}

// naming gives a form the names that are offered after an @.
func naming(people []string) templ.Attributes {
	if len(people) == 0 {
		return nil
	}
	return templ.Attributes{"data-names": strings.Join(people, "\n")}
}

// noteWords writes a note part by part, with no blank between them.
func noteWords(parts []NotePart) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		for _, p := range parts {
			text := templ.EscapeString(p.Text)
			if p.Named {
				text = `<strong class="named">` + text + `</strong>`
			}
			if _, err := io.WriteString(w, text); err != nil {
				return err
			}
		}
		return nil
	})
}

// currentView marks the view that is shown.
func currentView(is bool) templ.Attributes {
	if !is {
		return nil
	}
	return templ.Attributes{"aria-current": "true"}
}
