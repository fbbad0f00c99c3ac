package newsroom_test

import (
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

var (
	minor  = newsroom.Order{Class: factcheck.Minor}
	update = newsroom.Order{Class: factcheck.Update, Note: "There is a second quote now."}
)

// again sends a changed claim by Ani, to be published by Bo.
func (d *desk) again(claim int64, o newsroom.Order) error {
	d.t.Helper()
	_, err := d.Submit(d.ctx(), d.ani, claim, anyBase, "")
	must(d.t, err)
	_, err = d.ApproveAndPublish(d.ctx(), d.bo, claim, anyBase, o)
	return err
}

func (d *desk) check() newsroom.Check {
	d.t.Helper()
	check, err := d.Check(d.ctx(), "the-seat-is-empty")
	must(d.t, err)
	return check
}

func TestATypoIsMendedByOneEditorAtOnce(t *testing.T) {
	d := newDesk(t)
	c := d.live()
	d.pass(time.Hour)
	mended := text()
	mended.Summary = "It has not left it."
	for _, editor := range []factcheck.Actor{d.bo, d.cem} { // the one who approved it, and another
		mended.Body += " Mended by " + editor.Name + "."
		_, err := d.WriteArticle(d.ctx(), editor, c.ID, anyBase, mended)
		must(t, err)
		d.status(c.ID, factcheck.Researching)
		if check := d.check(); check.Content.Body == mended.Body {
			t.Error("the public sees a draft")
		}
		_, err = d.Publish(d.ctx(), d.ani, c.ID, anyBase, minor)
		refused(t, err, factcheck.Forbidden, "editor")
		_, err = d.Publish(d.ctx(), editor, c.ID, anyBase, minor)
		must(t, err)
		d.status(c.ID, factcheck.Published)
	}
	check := d.check()
	if check.Revisions != 3 || check.Content.Summary != mended.Summary || check.Content.Byline != "Ani" || check.Content.EditedBy != "Bo" || !check.Content.FourEyes {
		t.Errorf("the check is %+v", check)
	}
	if len(check.Corrections) != 0 || !check.Live.UpdatedAt.Equal(check.Live.FirstAt) || !check.Content.FirstAt.Equal(check.Live.FirstAt) {
		t.Errorf("readers are told of a typo: %+v", check)
	}
	d.sound()
}

func TestMinorIsRefusedWhereMoreHasChanged(t *testing.T) {
	d := newDesk(t)
	later := misread()
	later.AsOf = "2023-09-13"
	for name, change := range map[string]func(factcheck.Claim) error{
		"rating": func(c factcheck.Claim) error {
			_, err := d.RuleOn(d.ctx(), d.bo, c.ID, anyBase, factcheck.VerdictDraft{Rating: "false", Explanation: "No."})
			return err
		},
		"a quote more": func(c factcheck.Claim) error { d.quote(d.bo, c.ID, planned, factcheck.Context); return nil },
		"a quote less": func(c factcheck.Claim) error {
			_, err := d.RemoveEvidence(d.ctx(), d.bo, c.ID, c.Evidence[1].ID, anyBase)
			return err
		},
		"stance": func(c factcheck.Claim) error {
			_, err := d.EditEvidence(d.ctx(), d.bo, c.ID, c.Evidence[0].ID, anyBase, factcheck.EvidenceDraft{Stance: factcheck.Context})
			return err
		},
		"claim": func(c factcheck.Claim) error {
			_, err := d.EditClaim(d.ctx(), d.bo, c.ID, anyBase, draft("Armenia left"))
			return err
		},
		"claimant": func(c factcheck.Claim) error { return d.attribute(c, factcheck.Person) },
		"as of":    func(c factcheck.Claim) error { _, err := d.RuleOn(d.ctx(), d.bo, c.ID, anyBase, later); return err },
	} {
		c := d.live()
		edition := d.edition()
		must(t, change(c))
		mended := text() // so that no mark is broken
		mended.Body = "Recalled [1]."
		_, err := d.WriteArticle(d.ctx(), d.bo, c.ID, anyBase, mended)
		must(t, err)
		if _, err := d.Publish(d.ctx(), d.bo, c.ID, anyBase, minor); len(factcheck.Problems(err)) != 1 || factcheck.Problems(err)[0].Field != "class" {
			t.Errorf("%s changed: %v", name, err)
		}
		d.status(c.ID, factcheck.Researching)
		if d.edition() != edition {
			t.Errorf("%s changed: the edition was raised by a refusal", name)
		}
	}
}

// attribute says who says the claim.
func (d *desk) attribute(c factcheck.Claim, kind factcheck.ClaimantKind) error {
	changed := c.Draft()
	changed.Claimant = factcheck.ClaimantDraft{Name: "Nune Sargsyan", Kind: kind}
	_, err := d.EditClaim(d.ctx(), d.bo, c.ID, anyBase, changed)
	return err
}

func TestMoreThanMinorNeedsTwoPeopleAndANote(t *testing.T) {
	d := newDesk(t)
	c := d.live()
	d.pass(time.Hour)
	d.quote(d.bo, c.ID, planned, factcheck.Context)
	for _, class := range []factcheck.Class{factcheck.Update, factcheck.ReRated, factcheck.Substantial, ""} {
		_, err := d.Publish(d.ctx(), d.bo, c.ID, anyBase, newsroom.Order{Class: class, Note: "n"})
		refused(t, err, factcheck.Conflict, "cannot be published now")
	}
	faulty(t, d.again(c.ID, newsroom.Order{Class: factcheck.Update, Note: " \n"}), "note")
	for class, fields := range map[factcheck.Class]string{factcheck.ReRated: "class", "": "class", "tiny": "class"} {
		_, err := d.ApproveAndPublish(d.ctx(), d.bo, c.ID, anyBase, newsroom.Order{Class: class, Note: "n"})
		faulty(t, err, fields)
	}
	_, err := d.ApproveAndPublish(d.ctx(), d.bo, c.ID, anyBase, update)
	must(t, err)
	check := d.check()
	if check.Class != factcheck.Update || check.Note != update.Note || len(check.Corrections) != 1 || check.Corrections[0].Revision != 2 ||
		!check.CorrectedAt.IsZero() || !check.Live.UpdatedAt.Equal(d.clock.Now()) || check.Live.FirstAt.Equal(check.Live.UpdatedAt) {
		t.Errorf("the check is %+v", check)
	}
}

func TestAChangedRatingIsReRatedOrSubstantial(t *testing.T) {
	d := newDesk(t)
	for i, class := range []factcheck.Class{factcheck.ReRated, factcheck.Substantial} {
		c := d.live()
		_, err := d.RuleOn(d.ctx(), d.ani, c.ID, anyBase, factcheck.VerdictDraft{Rating: "false", Explanation: "No."})
		must(t, err)
		faulty(t, d.again(c.ID, update), "class")
		_, err = d.ApproveAndPublish(d.ctx(), d.bo, c.ID, anyBase, minor)
		faulty(t, err, "class")
		_, err = d.ApproveAndPublish(d.ctx(), d.bo, c.ID, anyBase, newsroom.Order{Class: class, Note: "It is false."})
		must(t, err)
		revisions, err := d.Revisions(d.ctx(), c.ID)
		must(t, err)
		if len(revisions) != 2 || revisions[0].Content.Rating.Slug != "false" || revisions[1].Content.Rating.Slug != factcheck.Misinterpreted ||
			!revisions[0].Live || revisions[1].Live || revisions[0].Class != class {
			t.Errorf("the revisions are %+v", revisions)
		}
		if i > 0 {
			continue // another address
		}
		rev, live, err := d.Revision(d.ctx(), "the-seat-is-empty", 1)
		if err != nil || rev.Number != 1 || live.Live.Revision != 2 {
			t.Errorf("revision 1 is %+v beside %+v, %v", rev, live, err)
		}
	}
}

func TestWhatIsPublishedIsNotPublishedAgainUnchanged(t *testing.T) {
	d := newDesk(t)
	c := d.live()
	for _, o := range []newsroom.Order{first, minor, update} {
		_, err := d.Publish(d.ctx(), d.bo, c.ID, anyBase, o)
		refused(t, err, factcheck.Conflict, "nothing has changed since revision 1")
		_, err = d.ApproveAndPublish(d.ctx(), d.bo, c.ID, anyBase, o)
		refused(t, err, factcheck.Conflict, "")
	}
}

func TestAnOpenGateStopsEveryWay(t *testing.T) {
	d := newDesk(t)
	c := d.ready()
	broken := text()
	broken.Body = "See [7] and [here](nowhere)."
	_, err := d.WriteArticle(d.ctx(), d.ani, c.ID, anyBase, broken)
	must(t, err)
	_, err = d.Submit(d.ctx(), d.ani, c.ID, anyBase, "")
	refused(t, err, factcheck.Conflict, "[7], nowhere")
	if g := factcheck.As(err).Gate; g == nil || len(g.Missing(false)) != 1 {
		t.Errorf("the refusal shows the gate %+v", g)
	}
	_, err = d.WriteArticle(d.ctx(), d.ani, c.ID, anyBase, text())
	must(t, err)
	_, err = d.Submit(d.ctx(), d.ani, c.ID, anyBase, "")
	must(t, err)
	_, err = d.WriteArticle(d.ctx(), d.bo, c.ID, anyBase, broken)
	must(t, err)
	_, err = d.Approve(d.ctx(), d.bo, c.ID, anyBase, "")
	refused(t, err, factcheck.Conflict, "Mend the links")

	live := d.live()
	_, err = d.WriteArticle(d.ctx(), d.bo, live.ID, anyBase, broken)
	must(t, err)
	_, err = d.Publish(d.ctx(), d.bo, live.ID, anyBase, minor)
	refused(t, err, factcheck.Conflict, "Mend the links")
}

func TestTheNewsroomsOwnClaimsAreNotChecked(t *testing.T) {
	d := newDesk(t)
	s, err := d.Settings(d.ctx())
	must(t, err)
	c := d.ready()
	changed := c.Draft()
	changed.Claimant = factcheck.ClaimantDraft{Name: s.SiteName, Kind: factcheck.Organisation}
	_, err = d.EditClaim(d.ctx(), d.ani, c.ID, anyBase, changed)
	must(t, err)
	_, err = d.Submit(d.ctx(), d.ani, c.ID, anyBase, "")
	refused(t, err, factcheck.Conflict, "attributed to this newsroom")
}
