package desk

import (
	"slices"
	"testing"

	"claimdesk/internal/factcheck"
	view "claimdesk/views/desk"
)

// inReview is a claim with a verdict that user 1 has sent for review.
func inReview() factcheck.Claim {
	c := factcheck.Claim{ID: 7, Status: factcheck.InReview, Text: "It is so.",
		Verdict: &factcheck.Verdict{Rating: factcheck.Rating{Slug: "false"}}}
	c.Signatures = []factcheck.Signature{{UserID: 1, By: "Reporter", Kind: factcheck.Sent, Substance: c.Substance()}}
	return c
}

func labels(acts []view.ActView) []string {
	var list []string
	for _, a := range acts {
		list = append(list, a.Label)
	}
	return list
}

func TestTheBenchOffersWhatThePersonCanDoNow(t *testing.T) {
	with := func(status factcheck.Status, live bool) factcheck.Claim {
		c := inReview()
		c.Status = status
		if live {
			c.Live = &factcheck.Live{Revision: 1, Slug: "it-is-so"}
		}
		return c
	}
	changed := inReview()
	changed.Verdict = &factcheck.Verdict{Rating: factcheck.Rating{Slug: "true"}}
	for _, test := range []struct {
		name     string
		claim    factcheck.Claim
		role     factcheck.Role
		id       int64
		fourEyes bool
		want     []string
		why      string
	}{
		{"a reporter sends a new claim", with(factcheck.New, false), factcheck.Reporter, 1, true, []string{"Send for review"}, ""},
		{"an editor may drop it too", with(factcheck.Researching, false), factcheck.Editor, 2, true, []string{"Drop", "Send for review"}, ""},
		{"what was published is never dropped", with(factcheck.Researching, true), factcheck.Editor, 2, true, []string{"Publish as minor", "Send for review"}, ""},
		{"the sender waits", inReview(), factcheck.Reporter, 1, true, nil, "An editor has to approve it."},
		{"another reporter can put a name under it", inReview(), factcheck.Reporter, 3, true, []string{"Agree"}, "An editor has to approve it."},
		{"another editor approves", inReview(), factcheck.Editor, 2, true, []string{"Drop", "Return with a note", "Approve", "Approve and publish"}, ""},
		{"nobody approves their own work", inReview(), factcheck.Editor, 1, true, []string{"Drop", "Return with a note"},
			"You put this up for review yourself. Somebody else has to approve it."},
		{"without four eyes they do", inReview(), factcheck.Editor, 1, false, []string{"Drop", "Return with a note", "Approve", "Approve and publish"}, ""},
		{"a changed rating waits for the sender", changed, factcheck.Editor, 2, true, []string{"Drop", "Return with a note", "Agree"},
			"The rating, the reasons or the evidence have changed since Reporter signed. They have to agree first."},
		{"a reporter does not publish", with(factcheck.Approved, false), factcheck.Reporter, 1, true, nil, "An editor has to publish it."},
		{"an editor does", with(factcheck.Approved, false), factcheck.Editor, 2, true, []string{"Drop", "Return with a note", "Publish at a time", "Publish"}, ""},
		{"nothing is left to do when it is public", with(factcheck.Published, true), factcheck.Editor, 2, true, nil, ""},
		{"a dropped claim is reopened", with(factcheck.Dropped, false), factcheck.Editor, 2, true, []string{"Reopen"}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			acts, why := offered(test.claim, factcheck.User{ID: test.id, Role: test.role}, test.fourEyes)
			if !slices.Equal(labels(acts), test.want) {
				t.Errorf("offered %q, want %q", labels(acts), test.want)
			}
			if why != test.why {
				t.Errorf("the reason is %q, want %q", why, test.why)
			}
		})
	}
}
