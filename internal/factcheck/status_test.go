package factcheck

import (
	"strings"
	"testing"
)

func TestEachActLeadsFromWhereTheTableSays(t *testing.T) {
	ways := map[Action]map[Status]Status{
		Submit:  {New: InReview, Researching: InReview},
		Agree:   {InReview: InReview},
		Approve: {InReview: Approved},
		Return:  {InReview: Researching, Approved: Researching},
		Publish: {Approved: Published},
		Drop:    {New: Dropped, Researching: Dropped, InReview: Dropped, Approved: Dropped},
		Reopen:  {Dropped: Researching},
	}
	for act, way := range ways {
		for _, from := range Statuses {
			c := Claim{Status: from, Verdict: &Verdict{}}
			want, leads := way[from]
			got, err := c.Next(act)
			switch {
			case leads && (err != nil || got != want):
				t.Errorf("%s from %s: %q, %v; want %q", act, from, got, err, want)
			case !leads && KindOf(err) != Conflict:
				t.Errorf("%s from %s: %q, %v; want a conflict", act, from, got, err)
			case !leads && !strings.Contains(err.Error(), string(from)):
				t.Errorf("%s from %s does not name the status: %v", act, from, err)
			}
		}
	}
	for _, act := range []Action{EditClaim, RuleOn, AddUser, ""} {
		for _, from := range Statuses {
			if got, err := (&Claim{Status: from}).Next(act); err == nil {
				t.Errorf("%s leads from %s to %s", act, from, got)
			}
		}
	}
}

func TestWhatWasPublishedCannotBeDropped(t *testing.T) {
	for _, from := range []Status{Researching, InReview, Approved} {
		c := Claim{Status: from, Live: &Live{Revision: 1}}
		if got, err := c.Next(Drop); KindOf(err) != Conflict || err == nil {
			t.Errorf("from %s: %q, %v", from, got, err)
		}
	}
}

func TestReopeningLeadsToNewWhereNothingWasBegun(t *testing.T) {
	for name, c := range map[string]struct {
		claim Claim
		want  Status
	}{
		"nothing":  {Claim{}, New},
		"evidence": {Claim{Evidence: []Evidence{{}}}, Researching},
		"verdict":  {Claim{Verdict: &Verdict{}}, Researching},
		"article":  {Claim{Article: &Article{}}, Researching},
		"assigned": {Claim{AssigneeID: 7}, Researching},
	} {
		c.claim.Status = Dropped
		if got, err := c.claim.Next(Reopen); err != nil || got != c.want {
			t.Errorf("%s: %q, %v; want %q", name, got, err, c.want)
		}
	}
}

func TestOnlyReturningNeedsANote(t *testing.T) {
	for _, act := range Actions() {
		if NeedsNote(act) != (act == Return) {
			t.Errorf("%s: needs a note: %v", act, NeedsNote(act))
		}
	}
}

func TestAChangeLeadsWhereItsAuthorMayTakeIt(t *testing.T) {
	const sender, other = 1, 2
	reporter, editor, admin := Actor{ID: other, Role: Reporter}, Actor{ID: other, Role: Editor}, Actor{ID: other, Role: Admin}
	sent := []Signature{{UserID: sender, Kind: Sent}}
	agreed := append([]Signature{{UserID: other, Kind: Agreed}}, sent...)
	for _, c := range []struct {
		name  string
		claim Claim
		act   Action
		by    Actor
		want  Status
	}{
		{"first quote", Claim{Status: New}, AttachQuote, reporter, Researching},
		{"first verdict", Claim{Status: New}, RuleOn, reporter, Researching},
		{"first article", Claim{Status: New}, WriteArticle, editor, Researching},
		{"mending the words of a new claim", Claim{Status: New}, EditClaim, reporter, New},
		{"assigning a new claim in the form", Claim{Status: New, AssigneeID: 7}, EditClaim, reporter, Researching},
		{"researching", Claim{Status: Researching}, EditClaim, reporter, Researching},
		{"in review by another editor", Claim{Status: InReview, Signatures: sent}, RuleOn, editor, InReview},
		{"in review by an admin", Claim{Status: InReview, Signatures: sent}, WriteArticle, admin, InReview},
		{"in review by an editor who agreed", Claim{Status: InReview, Signatures: agreed}, WriteArticle, editor, InReview},
		{"in review by another reporter", Claim{Status: InReview, Signatures: sent}, WriteArticle, reporter, Researching},
		{"in review by the console", Claim{Status: InReview, Signatures: sent}, WriteArticle, ByConsole(), Researching},
		{"in review by the reporter who sent it", Claim{Status: InReview, Signatures: sent}, WriteArticle, Actor{ID: sender, Role: Reporter}, Researching},
		{"in review by the editor who sent it", Claim{Status: InReview, Signatures: sent}, WriteArticle, Actor{ID: sender, Role: Editor}, Researching},
		{"approved, by an editor", Claim{Status: Approved, Signatures: sent}, WriteArticle, editor, Researching},
		{"approved, by an admin", Claim{Status: Approved}, EditEvidence, admin, Researching},
		{"published", Claim{Status: Published, Live: &Live{}}, EditClaim, editor, Researching},
	} {
		if got, err := c.claim.AfterChange(c.act, c.by); err != nil || got != c.want {
			t.Errorf("%s: %q, %v; want %q", c.name, got, err, c.want)
		}
	}
	if got, err := (&Claim{Status: Dropped}).AfterChange(EditClaim, admin); err == nil || KindOf(err) != Conflict {
		t.Errorf("dropped: %q, %v; want a conflict", got, err)
	}
}

func TestEveryChoiceHasItsWords(t *testing.T) {
	check := func(kind, value, label string) {
		if label == "" {
			t.Errorf("%s %q has no label", kind, value)
		}
	}
	for _, s := range Statuses {
		check("status", string(s), s.Label())
	}
	for _, r := range DropReasons {
		check("drop reason", string(r), r.Label())
	}
	for _, s := range Stances {
		check("stance", string(s), s.Label())
	}
	for _, r := range Reasons {
		check("reason", string(r), r.Label())
		check("reason", string(r), r.Meaning())
	}
	for _, c := range Classes {
		check("class", string(c), c.Label())
		check("class", string(c), c.Meaning())
	}
	for _, r := range append(Roles, Console) {
		check("role", string(r), r.Label())
	}
}
