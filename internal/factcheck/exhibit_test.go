package factcheck

import (
	"slices"
	"strings"
	"testing"
)

// shown is an exhibit that Ani (1) brought in and Bo (2) confirmed.
func shown() Exhibit {
	return Exhibit{ID: 3, Position: 1, Kind: Photograph, Stance: Refutes, Description: "The seat, empty.", Origin: "Taken by us",
		VouchedBy: "Ani", File: File{ID: 1, Name: "ani.jpg", MediaType: "image/jpeg", SHA256: "ab", CopyType: "image/jpeg", CopySHA256: "cd"},
		CreatedBy: 1, EditedBy: 1, ConfirmedBy: 2, Confirmer: "Bo"}
}

func TestAnExhibitCountsOnceASecondPersonHasConfirmedIt(t *testing.T) {
	for name, c := range map[string]struct {
		change             func(*Exhibit)
		counts, countsOne  bool // with four eyes, and without
		may, mayNot, clash int64
	}{
		"confirmed":                 {func(*Exhibit) {}, true, true, 0, 0, 3},
		"not confirmed":             {func(e *Exhibit) { e.ConfirmedBy = 0 }, false, false, 2, 1, 0},
		"confirmed by who made it":  {func(e *Exhibit) { e.ConfirmedBy = 1 }, false, true, 2, 1, 0},
		"confirmed by who mends it": {func(e *Exhibit) { e.EditedBy = 2 }, false, true, 3, 2, 0},
		"described by another":      {func(e *Exhibit) { e.EditedBy, e.ConfirmedBy = 2, 0 }, false, false, 3, 1, 0},
		"made by the console":       {func(e *Exhibit) { e.CreatedBy, e.EditedBy, e.ConfirmedBy = 0, 0, 0 }, false, false, 0, 0, 1},
		"the console's, described":  {func(e *Exhibit) { e.CreatedBy, e.ConfirmedBy = 0, 0 }, false, false, 2, 1, 0},
	} {
		e := shown()
		c.change(&e)
		if e.Counts(true) != c.counts || e.Counts(false) != c.countsOne {
			t.Errorf("%s: counts is %v, in a newsroom of one %v", name, e.Counts(true), e.Counts(false))
		}
		if c.may != 0 && e.MayConfirm(c.may, true) != nil {
			t.Errorf("%s: user %d may not: %v", name, c.may, e.MayConfirm(c.may, true))
		}
		if c.mayNot != 0 && KindOf(e.MayConfirm(c.mayNot, true)) != Forbidden {
			t.Errorf("%s: user %d: %v", name, c.mayNot, e.MayConfirm(c.mayNot, true))
		}
		if c.clash != 0 && KindOf(e.MayConfirm(c.clash, true)) != Conflict {
			t.Errorf("%s: user %d: %v", name, c.clash, e.MayConfirm(c.clash, true))
		}
		if !e.Confirmed() && e.MayConfirm(1, false) != nil {
			t.Errorf("%s: in a newsroom of one: %v", name, e.MayConfirm(1, false))
		}
	}
}

func TestLettersGoOnAfterZ(t *testing.T) {
	for position, want := range map[int]string{0: "", 1: "A", 26: "Z", 27: "AA", 52: "AZ", 53: "BA", 702: "ZZ"} {
		if got := Letter(position); got != want {
			t.Errorf("%d is %q, want %q", position, got, want)
		}
	}
}

func TestAnExhibitIsDescribedWhole(t *testing.T) {
	good := ExhibitDraft{Kind: Recording, Stance: Refutes, Description: " The seat.\r\nEmpty. ", Origin: "Taken by us", VouchedBy: "Ani\n A.", Moment: "1:12:30"}
	d, err := good.Check()
	if err != nil || d.Description != "The seat.\nEmpty." || d.VouchedBy != "Ani A." {
		t.Errorf("%+v, %v", d, err)
	}
	for name, c := range map[string]struct {
		change func(*ExhibitDraft)
		field  string
	}{
		"kind":          {func(d *ExhibitDraft) { d.Kind = "painting" }, "kind"},
		"stance":        {func(d *ExhibitDraft) { d.Stance = "" }, "stance"},
		"other stance":  {func(d *ExhibitDraft) { d.Stance = "maybe" }, "stance"},
		"description":   {func(d *ExhibitDraft) { d.Description = " " }, "description"},
		"a long one":    {func(d *ExhibitDraft) { d.Description = strings.Repeat("x", MaxExplanation+1) }, "description"},
		"origin":        {func(d *ExhibitDraft) { d.Origin = "" }, "origin"},
		"voucher":       {func(d *ExhibitDraft) { d.VouchedBy = "" }, "vouched_by"},
		"moment":        {func(d *ExhibitDraft) { d.Moment = "at noon" }, "moment"},
		"wrong minutes": {func(d *ExhibitDraft) { d.Moment = "1:72" }, "moment"},
		"no Unicode":    {func(d *ExhibitDraft) { d.Origin = "\xff" }, "origin"},
	} {
		d := good
		c.change(&d)
		_, err := d.Check()
		if fields := Problems(err); !slices.ContainsFunc(fields, func(p Problem) bool { return p.Field == c.field }) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestReadersLearnNeitherFileNameNorWhoWorksHere(t *testing.T) {
	p := shown().Public()
	if p.File.Name != "" || p.Alone || p.Letter() != "A" {
		t.Errorf("%+v", p)
	}
	if mediaType, hash := p.File.Served(); mediaType != "image/jpeg" || hash != "cd" {
		t.Errorf("readers get %s %s", mediaType, hash)
	}
	alone := shown()
	alone.ConfirmedBy = 1
	if !alone.Public().Alone {
		t.Error("a newsroom of one does not say so")
	}
}

// exhibited is a whole claim with an exhibit, signed with it.
func exhibited() Claim {
	c := whole()
	c.Exhibits = []Exhibit{shown()}
	for i := range c.Signatures {
		c.Signatures[i].Substance = c.Substance()
	}
	return c
}

func TestWhatASignatureSaysOfExhibits(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Claim)
		keeps  bool
	}{
		"confirmed":        {func(c *Claim) { c.Exhibits[0].ConfirmedBy = 9 }, true},
		"moved":            {func(c *Claim) { c.Exhibits[0].Position = 2 }, true},
		"described anew":   {func(c *Claim) { c.Exhibits[0].Description = "x" }, false},
		"another stance":   {func(c *Claim) { c.Exhibits[0].Stance = Context }, false},
		"another origin":   {func(c *Claim) { c.Exhibits[0].Origin = "x" }, false},
		"another voucher":  {func(c *Claim) { c.Exhibits[0].VouchedBy = "x" }, false},
		"another file":     {func(c *Claim) { c.Exhibits[0].File.SHA256 = "x" }, false},
		"removed":          {func(c *Claim) { c.Exhibits = nil }, false},
		"one more exhibit": {func(c *Claim) { c.Exhibits = append(c.Exhibits, Exhibit{ID: 4}) }, false},
	} {
		claim := exhibited()
		c.change(&claim)
		if claim.Signed(1) != c.keeps {
			t.Errorf("%s: signed is %v", name, claim.Signed(1))
		}
	}
}

func TestSignaturesFromBeforeThereWereExhibitsStillHold(t *testing.T) {
	c := whole()
	if got := c.Substance(); got != "2ed2dfb61c7d6b5d2e24c416b494ab7a88ee0f08a3f0d5e9f746a0c314e081bc" {
		t.Errorf("the substance of a claim without exhibits is now %s", got)
	}
}

func TestAnExhibitCanStandInForAQuote(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Claim, *GateFacts)
		unmet  []string // musts
		minds  bool     // the reminder of unconfirmed ones
	}{
		"confirmed":      {func(*Claim, *GateFacts) {}, nil, false},
		"not confirmed":  {func(c *Claim, _ *GateFacts) { c.Exhibits[0].ConfirmedBy = 0 }, []string{RuleQuote}, true},
		"by the creator": {func(c *Claim, _ *GateFacts) { c.Exhibits[0].ConfirmedBy = 1 }, []string{RuleQuote}, true},
		"misinterpreted": {func(c *Claim, _ *GateFacts) { c.Verdict.Rating.Slug = Misinterpreted }, []string{RuleQuote}, false},
		"referred to":    {func(_ *Claim, f *GateFacts) { f.Referred = []int{1} }, nil, false},
		"referred to, not confirmed": {func(c *Claim, f *GateFacts) { f.Referred, c.Exhibits[0].ConfirmedBy = []int{1}, 0 },
			[]string{RuleQuote, RuleExhibits}, true},
	} {
		claim, f := exhibited(), facts
		claim.Evidence, claim.Verdict.Rating.Slug = nil, "false"
		c.change(&claim, &f)
		f.FourEyes = true
		g := claim.Judge(f)
		var open []string
		for _, rule := range unmet(g.Items) {
			if rule != RuleFourEyes { // the signatures are from before
				open = append(open, rule)
			}
		}
		if !slices.Equal(open, c.unmet) {
			t.Errorf("%s: open are %q, want %q", name, open, c.unmet)
		}
		if minds := slices.Contains(unmet(g.Reminders), RuleConfirmed); minds != c.minds {
			t.Errorf("%s: reminds of it: %v", name, minds)
		}
	}
}

func TestWhatTheTextRefersToIsConfirmedBeforeItIsPublishedNotBeforeItIsSent(t *testing.T) {
	c, f := exhibited(), facts
	c.Exhibits[0].ConfirmedBy, f.Referred = 0, []int{1}
	g := c.Judge(f)
	if !g.ReadyToSend || g.ReadyToPublish {
		t.Errorf("ready to send %v, to publish %v", g.ReadyToSend, g.ReadyToPublish)
	}
	sendOK, send, publishOK, publish := g.Counts()
	if sendOK != send || publish-publishOK != 1 {
		t.Errorf("%d of %d, %d of %d", sendOK, send, publishOK, publish)
	}
}

func TestConfirmingLeavesAClaimWhereItIs(t *testing.T) {
	for status, want := range map[Status]Status{New: Researching, Researching: Researching, InReview: InReview, Approved: Approved, Published: Researching} {
		c := exhibited()
		c.Status = status
		if got, err := c.AfterChange(ConfirmExhibit, Actor{ID: 1, Role: Reporter}); got != want || err != nil {
			t.Errorf("%s leads to %s, %v; want %s", status, got, err, want)
		}
		if got, _ := c.AfterChange(EditExhibit, Actor{ID: 1, Role: Reporter}); got != Researching {
			t.Errorf("editing leads from %s to %s", status, got)
		}
	}
	dropped := Claim{Status: Dropped}
	if _, err := dropped.AfterChange(ConfirmExhibit, Actor{ID: 2, Role: Editor}); KindOf(err) != Conflict {
		t.Errorf("of a dropped claim: %v", err)
	}
}

func TestADifferentExhibitIsMoreThanMinor(t *testing.T) {
	live := Content{Claim: "x", Exhibits: []PublicExhibit{shown().Public()}}
	for name, c := range map[string]struct {
		change func(*PublicExhibit)
		minor  bool
	}{
		"nothing":     {func(*PublicExhibit) {}, true},
		"letter":      {func(e *PublicExhibit) { e.Position = 2 }, true},
		"description": {func(e *PublicExhibit) { e.Description = "x" }, false},
		"stance":      {func(e *PublicExhibit) { e.Stance = Supports }, false},
		"another":     {func(e *PublicExhibit) { e.ID = 9 }, false},
	} {
		next := live
		next.Exhibits = slices.Clone(live.Exhibits)
		c.change(&next.Exhibits[0])
		if err := CheckClass(Minor, "", &live, &next); (err == nil) != c.minor {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := CheckClass(Minor, "", &live, &Content{Claim: "x"}); err == nil {
		t.Error("an exhibit less is minor")
	}
}

func TestTheArticleBeginsWithExhibitsToo(t *testing.T) {
	c := Claim{Exhibits: []Exhibit{shown()}}
	if got := c.Begin().Body; got != "## What speaks against it\n\nThe seat, empty.[A]" {
		t.Errorf("%q", got)
	}
}
