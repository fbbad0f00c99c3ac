package site

import (
	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// TipView is the form by which readers send in a claim.
type TipView struct {
	Newsroom
	Draft    factcheck.TipDraft // as typed
	Problems []factcheck.Problem
	Wait     string // why it could not be taken now; empty for none
	Tells    bool   // the newsroom can send mail
}

func (v TipView) frameOf() ui.SiteFrame {
	title := "Send us a claim"
	if len(v.Problems) > 0 || v.Wait != "" {
		title = "Error: " + title
	}
	head := v.about(title, "Have you met a claim that should be checked? Tell "+v.Name+" what is being said, and where.", "/tip")
	return v.frame(head, ui.SectionTip, "page")
}

func thanksFrame(n Newsroom) ui.SiteFrame {
	head := n.about("Thank you", "Your tip has arrived.", "/tip/thanks")
	head.NoIndex = true
	return n.frame(head, ui.SectionTip, "page")
}

func (v TipView) problem(field string) string { return ui.ProblemOf(v.Problems, field) }

func (v TipView) text() ui.Field {
	return ui.Field{Name: "text", Label: "The claim", Value: v.Draft.Text, Problem: v.problem("text"), Rows: 4, Max: factcheck.MaxClaim,
		Words: true, Dir: "auto", Required: true, Hint: "What is being said, if you can in the words in which you met it. Any language will do."}
}

func (v TipView) seenAt() ui.Field {
	return ui.Field{Name: "seen_at", Label: "Where did you see or hear it?", Aside: "if you know", Value: v.Draft.SeenAt, Problem: v.problem("seen_at"),
		Dir: "auto", Hint: "An address such as https://example.org/post, or a place: a channel, a chat, a poster, a speech."}
}

func (v TipView) details() ui.Field {
	return ui.Field{Name: "details", Label: "What else should we know?", Aside: "if you like", Value: v.Draft.Details, Problem: v.problem("details"),
		Rows: 3, Dir: "auto"}
}

func (v TipView) contact() ui.Field {
	f := ui.Field{Name: "contact", Label: "How can we reach you?", Value: v.Draft.Contact, Problem: v.problem("contact"), Autocomplete: "email",
		Hint: "An e-mail address, or another way."}
	if v.Tells {
		f.Hint = "An e-mail address, if you want to be told; else any way that suits you."
	}
	return f
}

func (v TipView) tell() ui.Field {
	return ui.Field{Name: "tell", Label: "Send me a mail when the check is published", Checked: v.Draft.Tell, Problem: v.problem("tell")}
}

func (v TipView) consent() ui.Field {
	return ui.Field{Name: "consent", Checked: v.Draft.Consent, Problem: v.problem("consent"),
		Label: "Keep this for as long as you work on my tip. Editors of " + v.Name + " may use it to ask me about it and to tell me what came of it, and for nothing else."}
}

// reach tells whether the part about the sender is open.
func (v TipView) reach() bool {
	return v.Draft.Contact != "" || v.Draft.Tell || v.problem("contact") != "" || v.problem("consent") != ""
}
