package newsroom_test

import (
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

var (
	anyBase = newsroom.Base{}
	first   = newsroom.Order{}
)

func TestNobodyApprovesTheirOwnWork(t *testing.T) {
	d := newDesk(t)
	c := d.ready()
	_, err := d.Submit(d.ctx(), d.bo, c.ID, anyBase, "")
	must(t, err)
	_, err = d.Approve(d.ctx(), d.bo, c.ID, anyBase, "")
	refused(t, err, factcheck.Forbidden, "yourself")
	_, err = d.ApproveAndPublish(d.ctx(), d.bo, c.ID, anyBase, first)
	refused(t, err, factcheck.Forbidden, "yourself")
	d.status(c.ID, factcheck.InReview)
	_, err = d.Agree(d.ctx(), d.bo, c.ID, anyBase, "")
	refused(t, err, factcheck.Conflict, "stands already")
	_, err = d.Approve(d.ctx(), d.cem, c.ID, anyBase, "")
	must(t, err)
	_, err = d.Publish(d.ctx(), d.bo, c.ID, anyBase, first) // whoever sent it may press the button
	must(t, err)
}

func TestOnesOwnWorkIsApprovedOnceAnotherAgrees(t *testing.T) {
	d := newDesk(t)
	c := d.ready()
	_, err := d.Submit(d.ctx(), d.bo, c.ID, anyBase, "")
	must(t, err)
	_, err = d.Agree(d.ctx(), d.dav, c.ID, anyBase, "I have read it.")
	must(t, err)
	_, err = d.ApproveAndPublish(d.ctx(), d.bo, c.ID, anyBase, first)
	must(t, err)
}

func TestARatingChangedByTheApproverNeedsTheOthersAgreement(t *testing.T) {
	d := newDesk(t)
	c := d.sent()
	_, err := d.RuleOn(d.ctx(), d.bo, c.ID, anyBase, factcheck.VerdictDraft{Rating: "false", Explanation: "It has not left."})
	must(t, err)
	d.status(c.ID, factcheck.InReview)
	for name, approve := range map[string]func() error{
		"approving": func() error { _, err := d.Approve(d.ctx(), d.bo, c.ID, anyBase, ""); return err },
		"both":      func() error { _, err := d.ApproveAndPublish(d.ctx(), d.bo, c.ID, anyBase, first); return err },
		"another":   func() error { _, err := d.Approve(d.ctx(), d.cem, c.ID, anyBase, ""); return err },
	} {
		if err := approve(); err == nil {
			t.Errorf("%s was let through", name)
		} else {
			refused(t, err, factcheck.Conflict, "since Ani signed")
		}
	}
	work, err := d.Work(d.ctx(), d.ani)
	must(t, err)
	if len(work.Agree) != 1 {
		t.Errorf("Ani is asked to agree to %d claims", len(work.Agree))
	}
	_, err = d.Agree(d.ctx(), d.ani, c.ID, anyBase, "")
	must(t, err)
	c, err = d.ApproveAndPublish(d.ctx(), d.bo, c.ID, anyBase, first)
	must(t, err)
	if c.Live == nil || c.Verdict.Rating.Slug != "false" {
		t.Errorf("published: %+v, %+v", c.Live, c.Verdict)
	}
}

func TestWhatVoidsTheSendersSignature(t *testing.T) {
	d := newDesk(t)
	reasons := misread()
	reasons.Reasons = []factcheck.Reason{factcheck.CutQuote}
	about := misread()
	about.Misread = &factcheck.Misread{Kind: factcheck.MisreadSource, SourceID: d.source}
	explained := misread()
	explained.Explanation = "A seat is empty, and no more."
	headline, noted := text(), factcheck.EvidenceDraft{Stance: factcheck.Refutes, Note: "Mended."}
	headline.Headline = "A seat stands empty"
	for name, c := range map[string]struct {
		change func(factcheck.Claim) error
		holds  bool
	}{
		"wording of the article": {func(c factcheck.Claim) error {
			_, err := d.WriteArticle(d.ctx(), d.bo, c.ID, anyBase, headline)
			return err
		}, true},
		"explanation": {func(c factcheck.Claim) error { _, err := d.RuleOn(d.ctx(), d.bo, c.ID, anyBase, explained); return err }, true},
		"note on a quote": {func(c factcheck.Claim) error {
			_, err := d.EditEvidence(d.ctx(), d.bo, c.ID, c.Evidence[0].ID, anyBase, noted)
			return err
		}, true},
		"order of the quotes": {func(c factcheck.Claim) error {
			_, err := d.MoveEvidence(d.ctx(), d.bo, c.ID, c.Evidence[1].ID, true)
			return err
		}, true},
		"private remark":   {func(c factcheck.Claim) error { return d.NoteOnClaim(d.ctx(), d.bo, c.ID, "Hm.") }, true},
		"assignee":         {func(c factcheck.Claim) error { _, err := d.AssignClaim(d.ctx(), d.bo, c.ID, d.dav.ID); return err }, true},
		"reasons":          {func(c factcheck.Claim) error { _, err := d.RuleOn(d.ctx(), d.bo, c.ID, anyBase, reasons); return err }, false},
		"what was misread": {func(c factcheck.Claim) error { _, err := d.RuleOn(d.ctx(), d.bo, c.ID, anyBase, about); return err }, false},
		"the claim's words": {func(c factcheck.Claim) error {
			_, err := d.EditClaim(d.ctx(), d.bo, c.ID, anyBase, draft("Armenia has left"))
			return err
		}, false},
		"one more quote": {func(c factcheck.Claim) error { d.quote(d.bo, c.ID, planned, factcheck.Context); return nil }, false},
		"a quote less": {func(c factcheck.Claim) error {
			_, err := d.RemoveEvidence(d.ctx(), d.bo, c.ID, c.Evidence[1].ID, anyBase)
			return err
		}, false},
		"stance": {func(c factcheck.Claim) error {
			_, err := d.EditEvidence(d.ctx(), d.bo, c.ID, c.Evidence[0].ID, anyBase, factcheck.EvidenceDraft{Stance: factcheck.Context})
			return err
		}, false},
	} {
		claim := d.sent()
		must(t, c.change(claim))
		claim = d.claim(claim.ID)
		if claim.Status != factcheck.InReview || claim.Signed(d.ani.ID) != c.holds {
			t.Errorf("%s: the claim is %s, Ani's signature holds: %v", name, claim.Status, claim.Signed(d.ani.ID))
		}
		_, err := d.Agree(d.ctx(), d.ani, claim.ID, anyBase, "")
		if c.holds {
			refused(t, err, factcheck.Conflict, "stands already")
		} else {
			must(t, err)
		}
		claim = d.claim(claim.ID)
		if !claim.Signed(d.ani.ID) || claim.FourEyes(d.bo.ID) != nil {
			t.Errorf("%s: after Ani agreed, Bo may not approve: %v", name, claim.FourEyes(d.bo.ID))
		}
	}
}

func TestChangesInReviewAreShownAsADiff(t *testing.T) {
	d := newDesk(t)
	c := d.sent()
	mended := text()
	mended.Headline = "The seat stands empty"
	_, err := d.WriteArticle(d.ctx(), d.bo, c.ID, anyBase, mended)
	must(t, err)
	review, err := d.Review(d.ctx(), c.ID)
	must(t, err)
	if review.Since == nil || review.Since.UserID != d.ani.ID || len(review.Changes) != 1 {
		t.Fatalf("the review is %+v", review)
	}
	if ch := review.Changes[0]; ch.Field != "Headline" || ch.Was != "The seat is empty" || ch.Is != "The seat stands empty" || len(ch.Diff) < 3 {
		t.Errorf("the change is %+v", ch)
	}
}

func TestWhateverVoidsASignatureIsShownToWhoAgrees(t *testing.T) {
	d := newDesk(t)
	c := d.sent()
	verdict := misread()
	verdict.Misread = &factcheck.Misread{Kind: factcheck.MisreadSource, SourceID: d.source}
	_, err := d.RuleOn(d.ctx(), d.bo, c.ID, anyBase, verdict)
	must(t, err)
	draft := c.Draft()
	draft.Appearances = append(draft.Appearances, factcheck.AppearanceDraft{Outlet: "A channel", Said: "the seat is empty", Text: "Look, the seat is empty."})
	_, err = d.EditClaim(d.ctx(), d.bo, c.ID, anyBase, draft)
	must(t, err)
	review, err := d.Review(d.ctx(), c.ID)
	must(t, err)
	shown := map[string]string{}
	for _, ch := range review.Changes {
		shown[ch.Field] = ch.Is
	}
	if !strings.HasPrefix(shown["Misread"], "Source 1.") || !strings.HasSuffix(shown["Seen"], "A channel: “the seat is empty” (copy 1)") {
		t.Errorf("shown is %q", shown)
	}
	if c, err = d.Claim(d.ctx(), d.ani, c.ID); err != nil || c.Signed(d.ani.ID) {
		t.Errorf("her signature stands still: %v", err)
	}
}

func TestAChangeByAReporterTakesAClaimOutOfReview(t *testing.T) {
	d := newDesk(t)
	for _, by := range []factcheck.Actor{d.ani, d.dav, factcheck.ByConsole()} {
		c := d.sent()
		mended := text()
		mended.Summary = "Mended by " + by.Name
		_, err := d.WriteArticle(d.ctx(), by, c.ID, anyBase, mended)
		must(t, err)
		if c = d.claim(c.ID); c.Status != factcheck.Researching || len(c.Signatures) != 0 {
			t.Errorf("after a change by %s it is %s, signed by %d", by.Name, c.Status, len(c.Signatures))
		}
	}
}

func TestAnyChangeOfAnApprovedClaimTakesItBack(t *testing.T) {
	d := newDesk(t)
	for _, by := range []factcheck.Actor{d.ani, d.bo, d.cem, d.zoe} {
		c := d.sent()
		_, err := d.Approve(d.ctx(), d.bo, c.ID, anyBase, "")
		must(t, err)
		mended := text()
		mended.Summary = "Mended by " + by.Name
		_, err = d.WriteArticle(d.ctx(), by, c.ID, anyBase, mended)
		must(t, err)
		if c = d.claim(c.ID); c.Status != factcheck.Researching || len(c.Signatures) != 0 {
			t.Errorf("after a change by %s it is %s, signed by %d", by.Name, c.Status, len(c.Signatures))
		}
		_, err = d.Publish(d.ctx(), d.bo, c.ID, anyBase, first)
		refused(t, err, factcheck.Conflict, "cannot be published now")
		if g := factcheck.As(err).Gate; g == nil || g.ReadyToPublish {
			t.Errorf("the refusal shows the gate %+v", g)
		}
	}
}

func TestWhatIsReturnedSaysWhy(t *testing.T) {
	d := newDesk(t)
	c := d.sent()
	_, err := d.Return(d.ctx(), d.bo, c.ID, anyBase, " ")
	faulty(t, err, "note")
	c, err = d.Return(d.ctx(), d.bo, c.ID, anyBase, "Who says so?")
	must(t, err)
	if c.Status != factcheck.Researching || c.ReturnNote != "Who says so?" || len(d.claim(c.ID).Signatures) != 0 {
		t.Errorf("returned: %s, %q", c.Status, c.ReturnNote)
	}
	work, err := d.Work(d.ctx(), d.ani)
	must(t, err)
	if len(work.Returned) != 1 || len(work.Mine) != 0 {
		t.Errorf("at Ani's desk are %d returned and %d other claims", len(work.Returned), len(work.Mine))
	}
	c, err = d.Submit(d.ctx(), d.ani, c.ID, anyBase, "")
	must(t, err)
	if c.ReturnNote != "" {
		t.Errorf("sent again, it still says %q", c.ReturnNote)
	}
}

func TestTheConsoleIsNobodyInParticular(t *testing.T) {
	d := newDesk(t)
	c := d.ready()
	_, err := d.Submit(d.ctx(), factcheck.ByConsole(), c.ID, anyBase, "")
	must(t, err)
	_, err = d.Approve(d.ctx(), d.bo, c.ID, anyBase, "")
	refused(t, err, factcheck.Conflict, "console")
	_, err = d.Agree(d.ctx(), d.dav, c.ID, anyBase, "")
	must(t, err)
	_, err = d.ApproveAndPublish(d.ctx(), d.bo, c.ID, anyBase, first)
	must(t, err)
}

func TestANewsroomOfOneSaysSo(t *testing.T) {
	d := newDesk(t)
	s, err := d.Settings(d.ctx())
	must(t, err)
	s.FourEyes = false
	_, err = d.EditSettings(d.ctx(), d.zoe, s)
	must(t, err)
	c := d.ready()
	_, err = d.Publish(d.ctx(), d.bo, c.ID, anyBase, first)
	refused(t, err, factcheck.Conflict, "cannot be published")
	_, err = d.Submit(d.ctx(), d.bo, c.ID, anyBase, "")
	must(t, err)
	_, err = d.ApproveAndPublish(d.ctx(), d.bo, c.ID, anyBase, first)
	must(t, err)
	check, err := d.Check(d.ctx(), "the-seat-is-empty")
	must(t, err)
	if check.Content.FourEyes || check.Content.Byline != "Bo" || check.Content.EditedBy != "" {
		t.Errorf("the page says four eyes %v, by %q and %q", check.Content.FourEyes, check.Content.Byline, check.Content.EditedBy)
	}
}

func TestApprovingAndPublishingStandOrFallTogether(t *testing.T) {
	d := newDesk(t)
	c := d.sent()
	_, err := d.ApproveAndPublish(d.ctx(), d.bo, c.ID, anyBase, newsroom.Order{Class: factcheck.Update, Note: "n"})
	faulty(t, err, "class")
	if c = d.claim(c.ID); c.Status != factcheck.InReview || c.Approval() != nil {
		t.Errorf("after the refusal it is %s, approved by %+v", c.Status, c.Approval())
	}
}
