package factcheck

import (
	"slices"
	"strings"
	"testing"

	"claimdesk/internal/quote"
)

// whole is a claim that one person has sent and another has approved, with
// nothing missing and nothing to be reminded of.
func whole() Claim {
	c := Claim{ID: 1, Status: Approved, Text: "Armenia is leaving the CSTO", SaidOn: "2023-09-12",
		Appearances: []Appearance{{Outlet: "A channel"}},
		Evidence: []Evidence{
			{ID: 5, Position: 1, SourceID: 1, Stance: Refutes, Anchor: quote.Anchor{Exact: "It stays"}, Source: Source{Level: Primary, PublishedOn: "2023-09-11"}},
			{ID: 6, Position: 2, SourceID: 2, Stance: Supports, Anchor: quote.Anchor{Exact: "It is freezing"}, Source: Source{Level: Secondary}},
		},
		Verdict: &Verdict{Rating: Rating{Slug: Misinterpreted}, Explanation: "It is not.", Reasons: []Reason{Overstated}, Misread: &Misread{Kind: MisreadEvent}},
		Article: &Article{Headline: "It stays", Summary: "It has not left."},
	}
	for i, s := range []Signature{{UserID: 1, By: "Ani", Kind: Sent}, {UserID: 2, By: "Bo", Kind: ApprovedBy}} {
		s.Version, s.Substance = int64(i+1), c.Substance()
		c.Signatures = append(c.Signatures, s)
	}
	return c
}

var facts = GateFacts{SiteName: "Claimdesk", FourEyes: true, Labels: []string{"False", "Mostly true"}}

// unmet are the rules that do not hold.
func unmet(items []GateItem) (rules []string) {
	for _, i := range items {
		if !i.OK {
			rules = append(rules, i.Rule)
		}
	}
	return rules
}

func TestAWholeClaimPassesTheGate(t *testing.T) {
	c := whole()
	g := c.Judge(facts)
	if !g.ReadyToSend || !g.ReadyToPublish || unmet(g.Items) != nil || unmet(g.Reminders) != nil {
		t.Errorf("unmet: %q, reminders %q", unmet(g.Items), unmet(g.Reminders))
	}
	want := []string{RuleClaim, RuleAttributed, RuleVerdict, RuleQuote, RuleMisread, RuleHeadline, RuleSummary, RuleLinks, RuleFourEyes}
	var rules []string
	for _, i := range g.Items {
		rules = append(rules, i.Rule)
		if i.Kind != Must || i.Message == "" || i.Field == "" {
			t.Errorf("%+v", i)
		}
	}
	if !slices.Equal(rules, want) {
		t.Errorf("the musts are %q, want %q", rules, want)
	}
	if sendOK, send, publishOK, publish := g.Counts(); sendOK != 8 || send != 8 || publishOK != 9 || publish != 9 {
		t.Errorf("counts are %d of %d, %d of %d", sendOK, send, publishOK, publish)
	}
}

func TestEachMustClosesTheGateByItself(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Claim, *GateFacts)
		rule   string
	}{
		"no text":                       {func(c *Claim, _ *GateFacts) { c.Text = "" }, RuleClaim},
		"the newsroom's own claim":      {func(c *Claim, _ *GateFacts) { c.Claimant = &Claimant{Name: "CLAIMDESK"} }, RuleAttributed},
		"no verdict":                    {func(c *Claim, _ *GateFacts) { c.Verdict = nil }, RuleVerdict},
		"no explanation":                {func(c *Claim, _ *GateFacts) { c.Verdict.Explanation = "" }, RuleVerdict},
		"no quote":                      {func(c *Claim, _ *GateFacts) { c.Evidence = nil }, RuleQuote},
		"misinterpreted without reason": {func(c *Claim, _ *GateFacts) { c.Verdict.Reasons = nil }, RuleMisread},
		"misinterpreted without what":   {func(c *Claim, _ *GateFacts) { c.Verdict.Misread = nil }, RuleMisread},
		"no headline":                   {func(c *Claim, _ *GateFacts) { c.Article.Headline = "" }, RuleHeadline},
		"no summary":                    {func(c *Claim, _ *GateFacts) { c.Article.Summary = "" }, RuleSummary},
		"a broken link":                 {func(_ *Claim, f *GateFacts) { f.BrokenLinks = []string{"[7]", "x y"} }, RuleLinks},
	} {
		claim, f := whole(), facts
		c.change(&claim, &f)
		for i := range claim.Signatures { // signed as it is
			claim.Signatures[i].Substance = claim.Substance()
		}
		g := claim.Judge(f)
		if got := unmet(g.Items); !slices.Equal(got, []string{c.rule}) || g.ReadyToSend || g.ReadyToPublish {
			t.Errorf("%s: unmet are %q, to send %v, to publish %v", name, got, g.ReadyToSend, g.ReadyToPublish)
		}
		for _, publish := range []bool{false, true} {
			if m := g.Missing(publish); len(m) != 1 || m[0].Rule != c.rule {
				t.Errorf("%s: missing is %v", name, m)
			}
		}
	}
	claim := whole()
	claim.Article = nil
	if got := unmet(claim.Judge(facts).Items); !slices.Equal(got, []string{RuleHeadline, RuleSummary}) {
		t.Errorf("without an article unmet are %q", got)
	}
}

func TestOnlyMisinterpretedIsAskedWhatWasMisread(t *testing.T) {
	c := whole()
	c.Verdict = &Verdict{Rating: Rating{Slug: "false"}, Explanation: "No."}
	for _, i := range c.Judge(facts).Items {
		if i.Rule == RuleMisread {
			t.Errorf("%+v", i)
		}
	}
}

func TestFourEyesAreAskedForBeforePublicationOnly(t *testing.T) {
	for name, c := range map[string]struct {
		change        func(*Claim, *GateFacts)
		send, publish bool
	}{
		"signed by two":                {func(*Claim, *GateFacts) {}, true, true},
		"signed by nobody":             {func(c *Claim, _ *GateFacts) { c.Signatures = nil }, true, false},
		"sent only":                    {func(c *Claim, _ *GateFacts) { c.Signatures = c.Signatures[:1] }, true, false},
		"approved by the sender":       {func(c *Claim, _ *GateFacts) { c.Signatures[1].UserID = 1 }, true, false},
		"sent by the console":          {func(c *Claim, _ *GateFacts) { c.Signatures[0].UserID = 0 }, true, false},
		"changed since it was sent":    {func(c *Claim, _ *GateFacts) { c.Signatures[0].Substance = "x" }, true, false},
		"public exactly so":            {func(c *Claim, _ *GateFacts) { c.Status, c.Signatures = Published, nil }, true, true},
		"in a newsroom of one":         {func(c *Claim, f *GateFacts) { f.FourEyes, c.Signatures = false, nil }, true, true},
		"of one, with something wrong": {func(c *Claim, f *GateFacts) { f.FourEyes, c.Text = false, "" }, false, false},
	} {
		claim, f := whole(), facts
		c.change(&claim, &f)
		g := claim.Judge(f)
		if g.ReadyToSend != c.send || g.ReadyToPublish != c.publish {
			t.Errorf("%s: to send %v, to publish %v", name, g.ReadyToSend, g.ReadyToPublish)
		}
		if _, send, _, publish := g.Counts(); f.FourEyes != (publish == send+1) {
			t.Errorf("%s: %d to send, %d to publish", name, send, publish)
		}
	}
}

func TestRemindersStopNothing(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Claim)
		rule   string
	}{
		"seen nowhere":            {func(c *Claim) { c.Appearances = nil }, RuleAppearance},
		"one source":              {func(c *Claim) { c.Evidence[1].SourceID = 1 }, RuleIndependent},
		"no primary source":       {func(c *Claim) { c.Evidence[0].Source.Level = Secondary }, RulePrimary},
		"one stance":              {func(c *Claim) { c.Evidence[1].Stance = Refutes }, RuleBothSides},
		"younger evidence":        {func(c *Claim) { c.SaidOn = "2023-09-10" }, RuleLater},
		"76 characters":           {func(c *Claim) { c.Text = strings.Repeat("ա", 76) }, RuleShort},
		"begins with a label":     {func(c *Claim) { c.Text = "“False”: the CSTO" }, RuleLabel},
		"ends with a label":       {func(c *Claim) { c.Text = "The CSTO is mostly TRUE." }, RuleLabel},
		"is nothing but a label":  {func(c *Claim) { c.Text = "False" }, RuleLabel},
		"a label among the words": {func(c *Claim) { c.Text = "The false CSTO" }, ""},
		"a label within a word":   {func(c *Claim) { c.Text = "Falsehoods on the CSTO" }, ""},
		"75 characters":           {func(c *Claim) { c.Text = strings.Repeat("ա", 75) }, ""},
		"no date to compare with": {func(c *Claim) { c.SaidOn = "" }, ""},
	} {
		claim := whole()
		c.change(&claim)
		var want []string
		if c.rule != "" {
			want = []string{c.rule}
		}
		g := claim.Judge(facts)
		if got := unmet(g.Reminders); !slices.Equal(got, want) || !g.ReadyToSend {
			t.Errorf("%s: reminders are %q, want %q; to send %v", name, got, want, g.ReadyToSend)
		}
		for _, i := range g.Reminders {
			if i.Kind != Reminder || i.Message == "" {
				t.Errorf("%s: %+v", name, i)
			}
		}
	}
}
