package desk

import (
	"net/http"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// staleClaim is the claim as it stands when err says that somebody else saved
// before; nil for any other error.
func staleClaim(err error) *factcheck.Claim {
	if e := factcheck.As(err); e != nil && e.Kind == factcheck.Conflict {
		return e.Current
	}
	return nil
}

// part is a field of which two versions can be compared, or a group of fields:
// all whose names begin with name and a dot.
type part struct {
	name, label string
	rows        int // of the box for a third version; 0 when none can be written
}

// typed is a form field with its value, and the value as a person reads it.
type typed struct{ name, value, words string }

// compare parts what two versions agree in from what they differ in.
func compare(parts []part, yours, theirs []typed) (differ []view.Differ, kept []view.Typed) {
	for _, p := range parts {
		mine, other := fieldsOf(p, yours), fieldsOf(p, theirs)
		was, is := inWords(mine), inWords(other)
		if was == is {
			kept = append(kept, values(mine)...)
			continue
		}
		differ = append(differ, view.Differ{Name: p.name, Label: p.label, Diff: quote.WordDiff(was, is),
			Yours: values(mine), Theirs: values(other), Merge: p.rows > 0, Rows: p.rows})
	}
	return differ, kept
}

// group is the name of the part that a field belongs to.
func group(field string) string {
	name, _, _ := strings.Cut(field, ".")
	return name
}

func fieldsOf(p part, all []typed) []typed {
	var fields []typed
	for _, f := range all {
		if group(f.name) == p.name {
			fields = append(fields, f)
		}
	}
	return fields
}

func inWords(fields []typed) string {
	var words []string
	for _, f := range fields {
		text := strings.TrimSpace(strings.ReplaceAll(f.words, "\r\n", "\n"))
		if text != "" {
			words = append(words, text)
		}
	}
	return strings.Join(words, "\n")
}

func values(fields []typed) []view.Typed {
	list := make([]view.Typed, len(fields))
	for i, f := range fields {
		list[i] = view.Typed{Name: f.name, Value: f.value}
	}
	return list
}

// settle puts what was chosen on a conflict's page under the names that the
// fields have in their own form. It changes nothing in other forms.
func settle(form request.Values) {
	fields := form.Fields()
	for name := range fields {
		chosen, picked := strings.CutPrefix(name, "pick.")
		if !picked {
			continue
		}
		if merged := form.Get("merged." + chosen); strings.TrimSpace(merged) != "" {
			fields.Set(chosen, merged)
			continue
		}
		side := "yours."
		if form.Get(name) == "theirs" {
			side = "theirs."
		}
		for other, values := range fields {
			if field, ok := strings.CutPrefix(other, side); ok && group(field) == chosen {
				fields[field] = values
			}
		}
	}
}

// showConflict draws the page on which somebody chooses between two versions.
func (d *Desk) showConflict(c echo.Context, v view.ConflictView) error {
	frame, err := d.frame(c, "Two versions of claim "+idText(v.Claim.ID), ui.RoomClaims)
	if err != nil {
		return err
	}
	v.Frame = frame
	return request.Render(c, http.StatusConflict, view.Conflict(v))
}
