package desk

import (
	"time"

	"claimdesk/internal/factcheck"

	"github.com/a-h/templ"
)

// DraftView is a text that somebody has typed and not saved; the zero value is
// none. Taken tells that the form holds it now.
type DraftView struct {
	ClaimID int64
	Form    string
	At      time.Time
	Taken   bool
	Wide    bool // the form is on a page of its own
}

// take is the address at which the form holds the draft.
func (v DraftView) take() templ.SafeURL {
	path, part := factcheck.Claim{ID: v.ClaimID}.Path(), v.part()
	if v.Wide {
		path, part = path+"/article", ""
	}
	return templ.URL(path + "?draft=" + v.Form + part)
}

// part is the address of the form on the bench.
func (v DraftView) part() string {
	if v.Form == "note" {
		return "#notes"
	}
	return "#" + v.Form
}

// what names the text.
func (v DraftView) what() string {
	return map[string]string{"article": "the article", "verdict": "the explanation of the verdict", "note": "a note"}[v.Form]
}

// unsaved are the texts of the bench that somebody has typed and not saved.
func (v BenchView) unsaved() []DraftView {
	var drafts []DraftView
	for _, d := range []DraftView{v.About.Activity.Draft, v.Verdict.Kept, v.Article.Kept} {
		if d.Form != "" && !d.Taken {
			drafts = append(drafts, d)
		}
	}
	return drafts
}

// draftPath is where a form's text is kept while it is typed.
func draftPath(claim int64, form string) string {
	return factcheck.Claim{ID: claim}.Path() + "/drafts/" + form
}

// draftTo names the address at which a script keeps what is typed into a form,
// and the form itself for those who are told that somebody is at it.
func draftTo(claim int64, form string) templ.Attributes {
	return templ.Attributes{"data-draft": draftPath(claim, form), "data-part": form}
}
