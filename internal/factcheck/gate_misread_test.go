package factcheck

import (
	"slices"
	"testing"
)

func TestAMisreadSourceIsToBeOlderThanTheClaimAndQuoted(t *testing.T) {
	misread := &Verdict{Explanation: "e", Rating: Rating{Slug: Misinterpreted}, Misread: &Misread{Kind: "source", SourceID: 7}}
	event := &Verdict{Explanation: "e", Rating: Rating{Slug: Misinterpreted}, Misread: &Misread{Kind: "event"}}
	quoted := []Evidence{{SourceID: 7}}
	for name, test := range map[string]struct {
		claim Claim
		on    Date
		minds bool
	}{
		"no verdict":                           {Claim{}, "", false},
		"an event":                             {Claim{Verdict: event}, "", false},
		"quoted and older":                     {Claim{Verdict: misread, Evidence: quoted, SaidOn: "2023-09-06"}, "2023-09-05", false},
		"quoted and of the same day":           {Claim{Verdict: misread, Evidence: quoted, SaidOn: "2023-09-06"}, "2023-09-06", false},
		"without a date":                       {Claim{Verdict: misread, Evidence: quoted, SaidOn: "2023-09-06"}, "", false},
		"younger":                              {Claim{Verdict: misread, Evidence: quoted, SaidOn: "2023-09-06"}, "2023-09-07", true},
		"younger than the first, not the last": {Claim{Verdict: misread, Evidence: quoted, SaidOn: "2023-09-06", Appearances: []Appearance{{SeenOn: "2023-09-08"}}}, "2023-09-07", false},
		"not quoted":                           {Claim{Verdict: misread, Evidence: []Evidence{{SourceID: 8}}}, "", true},
	} {
		g := test.claim.Judge(GateFacts{MisreadOn: test.on})
		if minds := slices.Contains(unmet(g.Reminders), RuleMisreadSource); minds != test.minds {
			t.Errorf("%s: the gate minds: %v", name, minds)
		}
	}
}
