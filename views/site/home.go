package site

import (
	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// HomeView is the front page.
type HomeView struct {
	Newsroom
	Lead    *Lead    // nil when nothing is published yet
	Latest  []Listed // after the lead
	Total   int      // all live checks
	Ratings []Counted
	Topics  []Counted
}

// Lead is the check that the front page opens with.
type Lead struct {
	Listed
	Summary, Byline string
	Quote           *factcheck.PublicEvidence // beside the claim; nil for none
	Heading         string                    // over the quote
}

// LeadOf makes a live check the lead.
func LeadOf(listed Listed, c factcheck.Content) *Lead {
	return &Lead{Listed: listed, Summary: c.Summary, Byline: c.Byline, Quote: answer(c), Heading: answerHeading(c)}
}

func (v HomeView) frameOf() ui.SiteFrame {
	about := v.About
	if about == "" {
		about = "Claims, checked against quotes found word for word in a stored copy of the source."
	}
	head := v.about("Fact-checks", brief(about), "/")
	return v.frame(head, "", "front")
}
