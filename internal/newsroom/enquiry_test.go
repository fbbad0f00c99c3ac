package newsroom_test

import (
	"encoding/json"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// ministry is an enquiry as most tests note it.
func ministry() factcheck.EnquiryDraft {
	return factcheck.EnquiryDraft{Asked: "The ministry", Via: "e-mail", On: "2023-09-12", Question: "Are you leaving?"}
}

func TestWhatReadersAreToldOfAnEnquiryIsPublished(t *testing.T) {
	d := newDesk(t)
	c := d.ready()
	c, err := d.AddEnquiry(d.ctx(), d.ani, c.ID, anyBase, ministry())
	must(t, err)
	e := c.Enquiries[0]
	if e.Kind != factcheck.AskedForReply || e.Outcome != factcheck.Waiting || e.Told != factcheck.ToldOutcome {
		t.Errorf("noted: %+v", e)
	}
	private := ministry()
	private.Asked, private.Told = "A clerk", factcheck.ToldNothing
	_, err = d.AddEnquiry(d.ctx(), d.ani, c.ID, anyBase, private)
	must(t, err)
	_, err = d.Submit(d.ctx(), d.ani, c.ID, anyBase, "")
	must(t, err)
	_, err = d.ApproveAndPublish(d.ctx(), d.bo, c.ID, anyBase, first)
	must(t, err)
	live, err := d.Check(d.ctx(), "the-seat-is-empty")
	must(t, err)
	if got := live.Content.Enquiries; len(got) != 1 || got[0].Asked != "The ministry" || got[0].Answer != "" {
		t.Fatalf("readers see %+v", got)
	}
	answered := ministry()
	answered.Outcome, answered.Answer, answered.OutcomeOn = factcheck.Answered, "We are not.", "2023-09-14"
	c, err = d.EditEnquiry(d.ctx(), d.ani, c.ID, e.ID, anyBase, answered)
	must(t, err)
	if c.Status != factcheck.Researching {
		t.Errorf("with an outcome that readers are told of it is %s", c.Status)
	}
	_, err = d.Publish(d.ctx(), d.bo, c.ID, anyBase, newsroom.Order{Class: factcheck.Minor})
	faulty(t, err, "class")
	d.sound()
}

func TestWhatReadersAreNotToldLeavesTheClaimWhereItIs(t *testing.T) {
	d := newDesk(t)
	c := d.live()
	private := ministry()
	private.Told = factcheck.ToldNothing
	c, err := d.AddEnquiry(d.ctx(), d.dav, c.ID, anyBase, private)
	must(t, err)
	private.Outcome = factcheck.NoReply
	c, err = d.EditEnquiry(d.ctx(), d.dav, c.ID, c.Enquiries[0].ID, anyBase, private)
	must(t, err)
	if c.Status != factcheck.Published || c.Enquiries[0].OutcomeOn != "2023-09-14" {
		t.Errorf("it is %s, %+v", c.Status, c.Enquiries)
	}
	c, err = d.DropEnquiry(d.ctx(), d.dav, c.ID, c.Enquiries[0].ID, anyBase)
	must(t, err)
	if c.Status != factcheck.Published || len(c.Enquiries) != 0 {
		t.Errorf("it is %s, %+v", c.Status, c.Enquiries)
	}
	d.sound()
}

func TestAnEnquiryTellsNothingOfAPrivatePerson(t *testing.T) {
	d := newDesk(t)
	c := d.ready()
	private := draft("Armenia is leaving the alliance")
	private.Claimant = factcheck.ClaimantDraft{Name: "Petrosyan", Kind: factcheck.PrivatePerson}
	_, err := d.EditClaim(d.ctx(), d.ani, c.ID, anyBase, private)
	must(t, err)
	asked := factcheck.EnquiryDraft{Asked: "Petrosyan", Via: "message to @petrosyan", On: "2023-09-12", Outcome: factcheck.Answered,
		Answer: "Petrosyan stands by it", URL: "https://net.example/petrosyan", Told: factcheck.ToldAnswer}
	_, err = d.AddEnquiry(d.ctx(), d.ani, c.ID, anyBase, asked)
	must(t, err)
	n, err := d.Preview(d.ctx(), c.ID)
	must(t, err)
	page, err := json.Marshal(n)
	must(t, err)
	if len(n.Enquiries) != 1 || strings.Contains(strings.ToLower(string(page)), "petrosyan") {
		t.Errorf("the page holds %s", page)
	}
}

func TestEnquiriesThatCannotBeAreRefusedByField(t *testing.T) {
	d := newDesk(t)
	c := d.record("Armenia is leaving the alliance")
	for name, x := range map[string]struct {
		draft  factcheck.EnquiryDraft
		fields []string
	}{
		"nobody":                    {factcheck.EnquiryDraft{}, []string{"asked"}},
		"another kind's outcome":    {factcheck.EnquiryDraft{Asked: "A", Outcome: factcheck.Corrected}, []string{"outcome"}},
		"an answer that is awaited": {factcheck.EnquiryDraft{Asked: "A", Answer: "Yes."}, []string{"outcome"}},
		"answered before asked":     {factcheck.EnquiryDraft{Asked: "A", On: "2023-09-10", OutcomeOn: "2023-09-09", Outcome: factcheck.Answered}, []string{"outcome_on"}},
		"no date, no address":       {factcheck.EnquiryDraft{Asked: "A", On: "soon", URL: "there"}, []string{"asked_on", "url"}},
	} {
		_, err := d.AddEnquiry(d.ctx(), d.ani, c.ID, anyBase, x.draft)
		t.Log(name)
		faulty(t, err, x.fields...)
	}
	_, err := d.EditEnquiry(d.ctx(), d.ani, c.ID, 99, anyBase, ministry())
	refused(t, err, factcheck.NotFound, "no enquiry")
}

// raise sets how hard a rule of the gate is.
func (d *desk) raise(rule string, kind factcheck.GateKind) {
	d.t.Helper()
	s, err := d.Settings(d.ctx())
	must(d.t, err)
	s.Rules = map[string]factcheck.GateKind{rule: kind}
	_, err = d.EditSettings(d.ctx(), d.zoe, s)
	must(d.t, err)
}

func TestAReasonedRuleIsPassedWithAReasonThatReadersSee(t *testing.T) {
	d := newDesk(t)
	c := d.ready()
	d.raise(factcheck.RuleIndependent, factcheck.Reasoned)
	_, err := d.Submit(d.ctx(), d.ani, c.ID, anyBase, "")
	refused(t, err, factcheck.Conflict, "independent")
	_, err = d.PassGate(d.ctx(), d.ani, c.ID, anyBase, factcheck.RulePrimary, "Why not.")
	refused(t, err, factcheck.Conflict, "asks for no reason")
	_, err = d.PassGate(d.ctx(), d.ani, c.ID, anyBase, factcheck.RuleIndependent, "Only one was in the room.")
	must(t, err)
	g, err := d.Gate(d.ctx(), c.ID)
	must(t, err)
	if line := g.Item(factcheck.RuleIndependent); line.OK || line.Reason == "" || !g.ReadyToSend {
		t.Errorf("the line is %+v, ready: %v", line, g.ReadyToSend)
	}
	_, err = d.Submit(d.ctx(), d.ani, c.ID, anyBase, "")
	must(t, err)
	_, err = d.ApproveAndPublish(d.ctx(), d.bo, c.ID, anyBase, first)
	must(t, err)
	live, err := d.Check(d.ctx(), "the-seat-is-empty")
	must(t, err)
	if p := live.Content.Passed; len(p) != 1 || p[0].Reason != "Only one was in the room." {
		t.Errorf("readers see %+v", p)
	}
	c, err = d.PassGate(d.ctx(), d.ani, c.ID, anyBase, factcheck.RuleIndependent, "")
	must(t, err)
	if len(c.Passes) != 0 || c.Status != factcheck.Researching {
		t.Errorf("withdrawn: %+v, %s", c.Passes, c.Status)
	}
	d.sound()
}

func TestARuleRaisedToAMustIsPassedByNoReason(t *testing.T) {
	d := newDesk(t)
	c := d.ready()
	d.raise(factcheck.RuleAppearance, factcheck.Must)
	_, err := d.PassGate(d.ctx(), d.ani, c.ID, anyBase, factcheck.RuleAppearance, "It was spoken.")
	refused(t, err, factcheck.Conflict, "asks for no reason")
	_, err = d.Submit(d.ctx(), d.ani, c.ID, anyBase, "")
	refused(t, err, factcheck.Conflict, "Record where the claim was seen")
}

func TestATypoNeedNotWaitForARuleThatWasRaisedSince(t *testing.T) {
	d := newDesk(t)
	c := d.live()
	d.raise(factcheck.RuleAppearance, factcheck.Must)
	a := text()
	a.Headline = "The seat is empty!"
	_, err := d.WriteArticle(d.ctx(), d.ani, c.ID, anyBase, a)
	must(t, err)
	_, err = d.Publish(d.ctx(), d.bo, c.ID, anyBase, newsroom.Order{Class: factcheck.Minor})
	must(t, err)
}

func TestAnAnswerAddedInReviewNeedsTheSendersAgreement(t *testing.T) {
	d := newDesk(t)
	id := d.sent().ID
	asked := factcheck.EnquiryDraft{Kind: factcheck.AskedForReply, Asked: "The alliance", Via: "e-mail", On: "2023-09-13",
		Outcome: factcheck.NoReply, Told: factcheck.ToldNothing}
	c, err := d.AddEnquiry(d.ctx(), d.bo, id, newsroom.Base{}, asked)
	must(t, err)
	asked.Told = factcheck.ToldOutcome
	c, err = d.EditEnquiry(d.ctx(), d.bo, id, c.Enquiries[0].ID, newsroom.Base{}, asked)
	must(t, err)
	if c.Status != factcheck.InReview {
		t.Fatalf("the claim is %s", c.Status)
	}
	_, err = d.Approve(d.ctx(), d.bo, id, newsroom.Base{}, "")
	refused(t, err, factcheck.Conflict, "They have to agree first")
	_, err = d.Agree(d.ctx(), d.ani, id, newsroom.Base{}, "")
	must(t, err)
	_, err = d.Approve(d.ctx(), d.bo, id, newsroom.Base{}, "")
	must(t, err)
}
