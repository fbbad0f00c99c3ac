package desk

import (
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"

	"github.com/a-h/templ"
)

// ExhibitsView are a claim's exhibits on the bench.
type ExhibitsView struct {
	Claim factcheck.Claim
	Items []ExhibitView
	open  ReaderView // the source that stays open beside them
}

// shelf are the exhibits of the bench, which know what is open beside them.
func (v BenchView) shelf() ExhibitsView {
	v.Exhibits.open = v.Reader
	return v.Exhibits
}

// ExhibitView is one exhibit on the bench.
type ExhibitView struct {
	factcheck.Exhibit
	First, Last bool
	Counts      bool
	Confirm     bool   // whoever looks at it may confirm it
	Why         string // why they may not, as long as it does not count
}

// waits tells who brought in an exhibit that is not confirmed.
func (e ExhibitView) waits() string {
	said := "Brought in by " + e.Creator
	if e.EditedBy != e.CreatedBy {
		said += ", described by " + e.Editor
	}
	return said + "; not confirmed."
}

// ExhibitFormView is the page on which an exhibit is brought in, or described
// anew. The file itself never changes.
type ExhibitFormView struct {
	Frame    ui.DeskFrame
	Claim    factcheck.Claim
	Exhibit  *factcheck.Exhibit // nil for a new one
	Draft    factcheck.ExhibitDraft
	Was      []Typed // how it stood when the form was opened
	File     string  // name of a file that was sent and has to be chosen again
	Problems []factcheck.Problem
}

// exhibitPath is the address of an exhibit on its claim.
func exhibitPath(e factcheck.Exhibit) string {
	return factcheck.Claim{ID: e.ClaimID}.Path() + "/exhibits/" + number(e.ID)
}

// shownAt is the address of what readers get of an exhibit's file.
func shownAt(e factcheck.Exhibit) string { return "/desk/exhibits/" + number(e.ID) + "/file" }

// originalAt is the address of the file as it came.
func originalAt(e factcheck.Exhibit) string { return "/desk/exhibits/" + number(e.ID) + "/original" }

// fileLabel names an exhibit's file.
func fileLabel(e factcheck.Exhibit) string {
	if e.File.Name == "" {
		return ui.FileText(e.File)
	}
	return e.File.Name + " (" + ui.FileText(e.File) + ")"
}

// heading is the title of the form.
func (v ExhibitFormView) heading() string {
	if v.Exhibit == nil {
		return "Add an exhibit"
	}
	return "Exhibit " + v.Exhibit.Letter()
}

// address is where the form is sent.
func (v ExhibitFormView) address() string {
	if v.Exhibit == nil {
		return v.Claim.Path() + "/exhibits"
	}
	return exhibitPath(*v.Exhibit)
}

// back is where it came from.
func (v ExhibitFormView) back() string {
	if v.Exhibit == nil {
		return v.Claim.Path() + "#exhibits"
	}
	return v.Claim.Path() + "#x" + number(v.Exhibit.ID)
}

func (v ExhibitFormView) problem(field string) string { return ui.ProblemOf(v.Problems, field) }

func (v ExhibitFormView) file() ui.Field {
	f := ui.Field{Name: "file", Label: "File", Problem: v.problem("file"),
		Placeholder: "image/png,image/jpeg,image/gif,image/webp,application/pdf,audio/*,video/*,.csv,.tsv,.txt,.md,.docx,.xlsx,.odt,.ods",
		Hint: "At most " + strconv.Itoa(factcheck.MaxFile>>20) + " MB. Readers see a picture as a copy without what the camera wrote into it. " +
			"Any other file goes out as it is: look what names and places are in it."}
	if v.File != "" && f.Problem == "" {
		f.Problem = "Choose " + v.File + " again: browsers do not keep files."
	}
	return f
}

func (v ExhibitFormView) kind() ui.Field {
	f := ui.Field{Name: "kind", Label: "What it is", Value: string(v.Draft.Kind), Problem: v.problem("kind"),
		Options: []ui.Option{{Value: "", Label: "As the file says", Selected: v.Draft.Kind == ""}}}
	for _, k := range factcheck.ExhibitKinds {
		f.Options = append(f.Options, ui.Option{Value: string(k), Label: k.Label()})
	}
	return f
}

func (v ExhibitFormView) stance() ui.Field { return stanceField(v.Draft.Stance, v.problem("stance")) }

func (v ExhibitFormView) description() ui.Field {
	return ui.Field{Name: "description", Label: "Description", Value: v.Draft.Description, Rows: 4, Words: true, Dir: "auto",
		Max: factcheck.MaxExplanation, Problem: v.problem("description"),
		Hint: "What is to be seen or heard, and what follows from it: also for readers who cannot see it."}
}

func (v ExhibitFormView) origin() ui.Field {
	return ui.Field{Name: "origin", Label: "Where it came from", Value: v.Draft.Origin, Rows: 2, Dir: "auto",
		Max: factcheck.MaxSummary, Problem: v.problem("origin"), Hint: "Who made it, when, and how you got it. Readers see this."}
}

func (v ExhibitFormView) vouchedBy() ui.Field {
	return ui.Field{Name: "vouched_by", Label: "Who vouches for it", Value: v.Draft.VouchedBy, Dir: "auto",
		Max: factcheck.MaxName, Problem: v.problem("vouched_by"), Hint: "A name that readers see."}
}

func (v ExhibitFormView) moment() ui.Field {
	return ui.Field{Name: "moment", Label: "Place in the recording", Aside: "if it is one", Value: v.Draft.Moment,
		Problem: v.problem("moment"), Hint: "Minutes and seconds, such as 12:30 or 1:12:30."}
}

// parted lets a form carry a file.
func parted(v ExhibitFormView) templ.Attributes {
	if v.Exhibit != nil {
		return nil
	}
	return templ.Attributes{"enctype": "multipart/form-data"}
}
