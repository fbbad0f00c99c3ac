package desk

import (
	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// EnquiryView is the form of one enquiry. ID is 0 for a new one.
type EnquiryView struct {
	Frame    ui.DeskFrame
	Claim    factcheck.Claim
	ID       int64
	Version  int64 // of the claim that the form started from
	Draft    factcheck.EnquiryDraft
	Problems ui.ProblemsView
}

// path is where the form is sent.
func (v EnquiryView) path() string {
	path := string(claimPath(v.Claim.ID)) + "/enquiries"
	if v.ID != 0 {
		path += "/" + number(v.ID)
	}
	return path
}

func (v EnquiryView) title() string {
	if v.ID == 0 {
		return "Note whom we asked"
	}
	return "Whom we asked"
}

func (v EnquiryView) field(name, label, value string) ui.Field {
	return ui.Field{Name: name, Label: label, Value: value, Problem: ui.ProblemOf(v.Problems.Items, name)}
}

func (v EnquiryView) kind() ui.Field {
	f := v.field("kind", "For what", string(v.Draft.Kind))
	f.Options = []ui.Option{{Value: string(factcheck.AskedForReply), Label: "Their answer to the claim"},
		{Value: string(factcheck.AskedForCorrection), Label: "To correct what they spread"}}
	return f
}

func (v EnquiryView) asked() ui.Field {
	f := v.field("asked", "Whom we asked", v.Draft.Asked)
	f.Hint, f.Required, f.Max, f.Dir = "A person, an office or an outlet.", true, factcheck.MaxName, "auto"
	return f
}

func (v EnquiryView) via() ui.Field {
	f := v.field("via", "How", v.Draft.Via)
	f.Suggestions, f.Max = []string{"e-mail", "telephone", "letter", "message", "form on their site"}, factcheck.MaxName
	return f
}

func (v EnquiryView) on() ui.Field {
	f := v.field("asked_on", "When", v.Draft.On)
	f.Aside = "today if left open"
	return f
}

func (v EnquiryView) question() ui.Field {
	f := v.field("question", "What we asked", v.Draft.Question)
	f.Aside, f.Rows, f.Max, f.Dir = "stays at the desk", 3, factcheck.MaxNote, "auto"
	return f
}

func (v EnquiryView) outcome() ui.Field {
	f := v.field("outcome", "What came of it", string(v.Draft.Outcome))
	for _, o := range factcheck.Outcomes("") {
		f.Options = append(f.Options, ui.Option{Value: string(o), Label: o.Label()})
	}
	return f
}

func (v EnquiryView) outcomeOn() ui.Field {
	f := v.field("outcome_on", "On which day", v.Draft.OutcomeOn)
	f.Aside = "today if left open"
	return f
}

func (v EnquiryView) answer() ui.Field {
	f := v.field("answer", "Their words", v.Draft.Answer)
	f.Rows, f.Max, f.Dir, f.Words = 4, factcheck.MaxNote, "auto", true
	return f
}

func (v EnquiryView) url() ui.Field {
	f := v.field("url", "Where it stands", v.Draft.URL)
	f.Aside, f.Type, f.Max = "the answer or the correction, if it has an address", "url", factcheck.MaxURL
	return f
}

func (v EnquiryView) told() ui.Field {
	f := v.field("told", "What readers are told", string(v.Draft.Told))
	for _, t := range factcheck.AllTold {
		f.Options = append(f.Options, ui.Option{Value: string(t), Label: t.Label()})
	}
	if m := v.Claim.Claimant; m != nil && m.Kind == factcheck.PrivatePerson {
		f.Hint = "The claimant is a private person: readers are told no name, no words and no address."
	}
	return f
}

// enquiryPath is the address of an enquiry's form.
func enquiryPath(e factcheck.Enquiry) string {
	return EnquiryView{Claim: factcheck.Claim{ID: e.ClaimID}, ID: e.ID}.path()
}

// askedFor is for what and how somebody was asked, before the day.
func askedFor(e factcheck.Enquiry) string {
	text := "for an answer"
	if e.Kind == factcheck.AskedForCorrection {
		text = "for a correction"
	}
	if e.Via != "" {
		text += " by " + e.Via
	}
	return text + ", "
}

// toldShort is what readers are told, within a sentence.
func toldShort(t factcheck.Told) string {
	return map[factcheck.Told]string{factcheck.ToldNothing: "nothing", factcheck.ToldOutcome: "that we asked, and what became of it",
		factcheck.ToldAnswer: "the words of the answer as well"}[t]
}
