package factcheck

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// changes of a claim, and whether a signature survives them.
var changes = map[string]struct {
	change func(*Claim)
	keeps  bool
}{
	"nothing":                {func(*Claim) {}, true},
	"headline":               {func(c *Claim) { c.Article.Headline = "x" }, true},
	"summary":                {func(c *Claim) { c.Article.Summary = "x" }, true},
	"body":                   {func(c *Claim) { c.Article.Body = "x" }, true},
	"explanation":            {func(c *Claim) { c.Verdict.Explanation = "x" }, true},
	"order of the evidence":  {func(c *Claim) { slices.Reverse(c.Evidence); c.Evidence[0].Position = 1 }, true},
	"note on a quote":        {func(c *Claim) { c.Evidence[0].Note = "x" }, true},
	"translation":            {func(c *Claim) { c.Evidence[0].Translation = "x" }, true},
	"topics":                 {func(c *Claim) { c.Topics = []Topic{{ID: 1}} }, true},
	"assignee":               {func(c *Claim) { c.AssigneeID = 7 }, true},
	"appearances":            {func(c *Claim) { c.Appearances = nil }, true},
	"version":                {func(c *Claim) { c.Version++ }, true},
	"the claim's words":      {func(c *Claim) { c.Text = "Armenia has left the CSTO" }, false},
	"claimant":               {func(c *Claim) { c.Claimant = &Claimant{ID: 3} }, false},
	"rating":                 {func(c *Claim) { c.Verdict.Rating.Slug = "false" }, false},
	"verdict taken away":     {func(c *Claim) { c.Verdict = nil }, false},
	"another reason":         {func(c *Claim) { c.Verdict.Reasons = []Reason{CutQuote} }, false},
	"one more reason":        {func(c *Claim) { c.Verdict.Reasons = []Reason{Overstated, CutQuote} }, false},
	"what was misread":       {func(c *Claim) { c.Verdict.Misread = &Misread{Kind: MisreadSource, SourceID: 1} }, false},
	"one more quote":         {func(c *Claim) { c.Evidence = append(c.Evidence, Evidence{ID: 9, Stance: Context}) }, false},
	"a quote less":           {func(c *Claim) { c.Evidence = c.Evidence[:1] }, false},
	"the same words anew":    {func(c *Claim) { c.Evidence[0].ID = 9 }, false},
	"stance":                 {func(c *Claim) { c.Evidence[0].Stance = Context }, false},
	"speaker of a quote":     {func(c *Claim) { c.Evidence[0].Speaker = "x" }, false},
	"main reason":            {func(c *Claim) { c.Verdict.Reasons = []Reason{CutQuote, Overstated} }, false},
	"a copy of a post":       {func(c *Claim) { c.Appearances = []Appearance{{Capture: &Capture{ID: 1, TextSHA256: "h"}}} }, false},
	"words without a copy":   {func(c *Claim) { c.Appearances = []Appearance{{URL: "https://example.org/post", Said: "x"}} }, true},
	"description of misread": {func(c *Claim) { c.Verdict.Misread = &Misread{Kind: MisreadEvent, Description: "x"} }, false},
}

func TestASignatureHoldsUntilTheSubstanceChanges(t *testing.T) {
	for name, c := range changes {
		claim := whole()
		c.change(&claim)
		if claim.Signed(1) != c.keeps {
			t.Errorf("%s changed: signed is %v", name, claim.Signed(1))
		}
		err := claim.FourEyes(2)
		if c.keeps && err != nil || !c.keeps && (err == nil || KindOf(err) != Conflict || !strings.Contains(err.Error(), "Ani")) {
			t.Errorf("%s changed: a second person may approve: %v", name, err)
		}
	}
}

func TestTheOrderOfEvidenceIsWording(t *testing.T) {
	one, other := whole(), whole()
	slices.Reverse(other.Evidence)
	if one.Substance() != other.Substance() {
		t.Error("the order of the evidence changes the substance")
	}
	if other.Evidence[0].ID != 6 {
		t.Error("making the substance has sorted the claim's own evidence")
	}
}

func TestWhoMakesTwoPeople(t *testing.T) {
	const ani, bo, cem, console = 1, 2, 3, 0
	sign := func(list ...Signature) []Signature { return list }
	sent := func(user int64) Signature { return Signature{UserID: user, By: "Ani", Kind: Sent, Substance: "now"} }
	agreed := func(user int64) Signature { return Signature{UserID: user, By: "Cem", Kind: Agreed, Substance: "now"} }
	stale := func(s Signature) Signature { s.Substance = "then"; return s }
	for _, c := range []struct {
		name       string
		signatures []Signature
		user       int64
		ok         bool
		kind       Kind
		says       string
	}{
		{"sent by another", sign(sent(ani)), bo, true, 0, ""},
		{"one's own work", sign(sent(ani)), ani, false, Forbidden, "yourself"},
		{"sent by nobody", nil, bo, false, Conflict, "sent for review first"},
		{"one's own, agreed by another", sign(sent(ani), agreed(cem)), ani, true, 0, ""},
		{"sent by another, changed since", sign(stale(sent(ani))), bo, false, Conflict, "since Ani signed"},
		{"changed since, agreed again", sign(stale(sent(ani)), sent(ani)), bo, true, 0, ""},
		{"changed since, agreed by oneself", sign(stale(sent(ani)), agreed(bo)), bo, false, Forbidden, "yourself"},
		{"changed since, agreed by a third", sign(stale(sent(ani)), agreed(cem)), bo, true, 0, ""},
		{"changed since two signed", sign(stale(sent(ani)), stale(agreed(cem))), bo, false, Conflict, "Ani and Cem"},
		{"sent by the console", sign(Signature{UserID: console, By: "Console", Kind: Sent, Substance: "now"}), bo, false, Conflict, "console"},
		{"by the console, agreed by another", sign(sent(console), agreed(cem)), bo, true, 0, ""},
		{"by the console, agreed by oneself", sign(sent(console), agreed(bo)), bo, false, Forbidden, "yourself"},
		{"approved by another, sent by nobody", sign(Signature{UserID: cem, Kind: ApprovedBy, Substance: "now"}), bo, false, Conflict, ""},
	} {
		claim := whole()
		claim.Signatures = nil
		now := claim.Substance()
		for _, s := range c.signatures {
			if s.Substance == "now" {
				s.Substance = now
			}
			claim.Signatures = append(claim.Signatures, s)
		}
		err := claim.FourEyes(c.user)
		if c.ok != (err == nil) || err != nil && (KindOf(err) != c.kind || !strings.Contains(err.Error(), c.says)) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestWhoMayAgree(t *testing.T) {
	claim := whole()
	claim.Status = InReview
	for user, want := range map[int64]bool{1: false, 2: true, 3: true} { // 2 has only approved
		if claim.MayAgree(user) != want {
			t.Errorf("user %d may agree: %v", user, !want)
		}
	}
	claim.Verdict.Rating.Slug = "false"
	if !claim.MayAgree(1) {
		t.Error("whoever sent it may not agree to a change")
	}
	for _, s := range Statuses {
		claim.Status = s
		if claim.MayAgree(3) != (s == InReview) {
			t.Errorf("a claim that is %s can be agreed to", s)
		}
	}
}

func TestAuthorAndApproval(t *testing.T) {
	c := whole()
	if c.Author() == nil || c.Author().UserID != 1 || c.Approval() == nil || c.Approval().UserID != 2 {
		t.Errorf("author %+v, approval %+v", c.Author(), c.Approval())
	}
	if c := (&Claim{}); c.Author() != nil || c.Approval() != nil {
		t.Error("an unsigned claim has an author or an approval")
	}
}

func TestAskingChangesNoSignature(t *testing.T) {
	c, want := whole(), whole()
	c.Verdict.Rating.Slug = "false"
	_, _ = c.FourEyes(2), c.Signed(1)
	if !reflect.DeepEqual(c.Signatures, want.Signatures) {
		t.Errorf("the signatures became %+v", c.Signatures)
	}
}
