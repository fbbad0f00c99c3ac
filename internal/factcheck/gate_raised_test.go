package factcheck

import (
	"slices"
	"testing"
	"time"
)

// alone is a whole claim with one source, so that the rule of independent
// sources does not hold.
func alone() Claim {
	c := whole()
	c.Evidence[1].SourceID, c.Evidence[1].Root, c.Evidence[0].Root = 1, 1, 1
	for i := range c.Signatures {
		c.Signatures[i].Substance = c.Substance()
	}
	return c
}

func TestARaisedReminderStopsAClaim(t *testing.T) {
	for name, x := range map[string]struct {
		kind   GateKind
		reason string
		open   bool
	}{
		"a reminder":                {Reminder, "", true},
		"no such kind":              {"hard", "", true},
		"reasoned without a reason": {Reasoned, "", false},
		"reasoned with one":         {Reasoned, "There is but one.", true},
		"a must":                    {Must, "", false},
		"a must with a reason":      {Must, "There is but one.", false},
	} {
		c, f := alone(), facts
		f.Rules = map[string]GateKind{RuleIndependent: x.kind, RuleHeadline: Reminder}
		c.Passes = []Pass{{Rule: RuleIndependent, Reason: x.reason}}
		g := c.Judge(f)
		if g.ReadyToSend != x.open || g.ReadyToPublish != x.open {
			t.Errorf("%s: to send %v, to publish %v", name, g.ReadyToSend, g.ReadyToPublish)
		}
		raised := slices.ContainsFunc(g.Items, func(i GateItem) bool { return i.Rule == RuleIndependent })
		if raised != (x.kind == Must || x.kind == Reasoned) {
			t.Errorf("%s: among the lines that stop: %v", name, raised)
		}
		_, send, _, publish := g.Counts()
		if want := 8 + len(g.Items) - 9; send != want || publish != want+1 {
			t.Errorf("%s: counts of %d and %d, want %d", name, send, publish, want)
		}
		if told := g.Passed(); (len(told) == 1) != (x.kind == Reasoned && x.reason != "") {
			t.Errorf("%s: readers are told %+v", name, told)
		}
	}
}

func TestAReasonForWhatHoldsIsNotTold(t *testing.T) {
	c, f := whole(), facts
	f.Rules = map[string]GateKind{RuleIndependent: Reasoned}
	c.Passes = []Pass{{Rule: RuleIndependent, Reason: "There is but one."}}
	if g := c.Judge(f); g.Passed() != nil || g.Item(RuleIndependent).Reason != "" || !g.Item(RuleIndependent).OK {
		t.Errorf("%+v", g.Item(RuleIndependent))
	}
}

func TestANamedClaimantIsToBeAsked(t *testing.T) {
	for name, x := range map[string]struct {
		claimant  *Claimant
		enquiries []Enquiry
		line, ok  bool
	}{
		"going round":            {nil, nil, false, false},
		"a private person":       {&Claimant{Name: "N", Kind: PrivatePerson}, nil, false, false},
		"a person, not asked":    {&Claimant{Name: "N", Kind: Person}, nil, true, false},
		"asked for a correction": {&Claimant{Name: "N", Kind: Person}, []Enquiry{{Kind: AskedForCorrection}}, true, false},
		"an organisation, asked": {&Claimant{Name: "N", Kind: Organisation}, []Enquiry{{Kind: AskedForReply}}, true, true},
	} {
		c := whole()
		c.Claimant, c.Enquiries = x.claimant, x.enquiries
		g := c.Judge(facts)
		if line := g.Item(RuleAsked); (line != nil) != x.line || line != nil && line.OK != x.ok {
			t.Errorf("%s: %+v", name, line)
		}
	}
}

func TestEveryRuleThatCanBeRaisedIsAReminder(t *testing.T) {
	settings := DefaultSettings()
	settings.Rules = map[string]GateKind{}
	for _, r := range Raisable() {
		if r.Label == "" {
			t.Errorf("%s has no label", r.Rule)
		}
		settings.Rules[r.Rule] = Reasoned
	}
	settings.Rules[RuleShort] = Reminder
	s, err := settings.Check()
	if err != nil || len(s.Rules) != len(Raisable())-1 {
		t.Errorf("%v, %v", s.Rules, err)
	}
	for rule, kind := range map[string]GateKind{RuleHeadline: Reminder, "no-such": Must, RuleShort: "hard"} {
		settings.Rules = map[string]GateKind{rule: kind}
		if _, err := settings.Check(); len(Problems(err)) != 1 || Problems(err)[0].Field != "rules."+rule {
			t.Errorf("%s raised to %s: %v", rule, kind, err)
		}
	}
}

func TestWhatReadersAreToldBesideTheEvidenceIsNeverMinor(t *testing.T) {
	at := time.Date(2023, 9, 14, 0, 0, 0, 0, time.UTC)
	for name, n := range map[string]Content{
		"a dissent":  {Dissents: []PublicDissent{{Byline: "Bo", Text: "No.", At: at}}},
		"an enquiry": {Enquiries: []PublicEnquiry{{Asked: "The ministry"}}},
		"a reason":   {Passed: []PublicPass{{Rule: RulePrimary, Reason: "None."}}},
	} {
		if err := CheckClass(Minor, "", &Content{}, &n); err == nil {
			t.Errorf("%s is minor", name)
		}
		if err := CheckClass(Update, "It is new.", &Content{}, &n); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	was, is := Content{Dissents: []PublicDissent{{Byline: "Bo", Text: "No.", At: at}}}, Content{Dissents: []PublicDissent{{Byline: "B. Bo", Text: "No.", At: at}}}
	if err := CheckClass(Minor, "", &was, &is); err != nil {
		t.Errorf("a byline that changed: %v", err)
	}
}
