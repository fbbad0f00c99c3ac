package desk

import (
	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// RecordView is the page on which one claim is recorded.
type RecordView struct {
	Frame  ui.DeskFrame
	Fields ClaimFields
	// Matches are what says the same as far as the claim is typed.
	Matches MatchesView
}

// SeveralView is the page on which several claims are recorded at once. The
// fields are what they share; Lines are their texts, one a line.
type SeveralView struct {
	Frame  ui.DeskFrame
	Lines  string
	Fields ClaimFields
}

func recordTabs(several bool) []Tab {
	return []Tab{
		{Label: "One claim", Href: "/desk/claims/new", Count: -1, Current: !several},
		{Label: "Several at once", Href: "/desk/claims/several", Count: -1, Current: several},
	}
}

func (v SeveralView) lines() ui.Field {
	return ui.Field{Name: "lines", Label: "Claims, one a line", Value: v.Lines, Rows: 8, Required: true, Words: true, Dir: "auto",
		Problem: v.Fields.problem("lines"), Hint: "Each line becomes a claim, going round. Blank lines do not matter."}
}

// row is the one appearance that all claims share.
func (v SeveralView) row() factcheck.AppearanceDraft {
	if len(v.Fields.Draft.Appearances) == 0 {
		return factcheck.AppearanceDraft{}
	}
	return v.Fields.Draft.Appearances[0]
}
