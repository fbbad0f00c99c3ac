package newsroom_test

import (
	"strings"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

func (d *desk) keeps(by factcheck.Actor, claim int64, form string, fields map[string]string) error {
	return d.KeepDraft(d.ctx(), by, claim, newsroom.Draft{Form: form, Fields: fields})
}

func (d *desk) drafts(by factcheck.Actor, claim int64) map[string]newsroom.Draft {
	d.t.Helper()
	drafts, err := d.Drafts(d.ctx(), by, claim)
	must(d.t, err)
	return drafts
}

func TestADraftIsKeptForWhoeverTypesItUntilItIsSaved(t *testing.T) {
	d := newDesk(t)
	c := d.ready()
	must(t, d.keeps(d.bo, c.ID, newsroom.DraftArticle, map[string]string{"headline": "One", "body": "a"}))
	must(t, d.keeps(d.bo, c.ID, newsroom.DraftArticle, map[string]string{"headline": "Two", "body": "b"}))
	must(t, d.keeps(d.bo, c.ID, newsroom.DraftVerdict, map[string]string{"explanation": "c"}))
	must(t, d.keeps(d.bo, c.ID, newsroom.DraftNote, map[string]string{"note": "d"}))
	if got := d.drafts(d.bo, c.ID); len(got) != 3 || got["article"].Fields["headline"] != "Two" || !got["article"].At.Equal(d.clock.Now()) {
		t.Errorf("kept are %+v", got)
	}
	if got := d.drafts(d.ani, c.ID); len(got) != 0 {
		t.Errorf("Ani sees %+v", got)
	}
	if after := d.claim(c.ID); after.Version != c.Version {
		t.Error("keeping a draft has changed the claim")
	}
	_, err := d.WriteArticle(d.ctx(), d.bo, c.ID, newsroom.Base{}, text())
	must(t, err)
	_, err = d.RuleOn(d.ctx(), d.bo, c.ID, newsroom.Base{}, misread())
	must(t, err)
	must(t, d.NoteOnClaim(d.ctx(), d.bo, c.ID, "d"))
	if got := d.drafts(d.bo, c.ID); len(got) != 0 {
		t.Errorf("after saving there are %+v", got)
	}
}

func TestADraftIsThrownAwayByHandOrAfterAMonth(t *testing.T) {
	d := newDesk(t)
	c := d.record("It is so")
	must(t, d.keeps(d.bo, c.ID, newsroom.DraftNote, map[string]string{"note": "d"}))
	must(t, d.DropDraft(d.ctx(), d.bo, c.ID, newsroom.DraftNote))
	must(t, d.keeps(d.ani, c.ID, newsroom.DraftNote, map[string]string{"note": "d"}))
	d.pass(30 * 24 * time.Hour)
	must(t, d.Sweep(d.ctx()))
	if len(d.drafts(d.bo, c.ID)) != 0 || len(d.drafts(d.ani, c.ID)) != 1 {
		t.Error("the wrong ones are gone")
	}
	d.pass(time.Second)
	must(t, d.Sweep(d.ctx()))
	if len(d.drafts(d.ani, c.ID)) != 0 {
		t.Error("it lies there still")
	}
}

func TestDraftsHaveTheFieldsOfTheirFormAndALimit(t *testing.T) {
	d := newDesk(t)
	c := d.record("It is so")
	faulty(t, d.keeps(d.bo, c.ID, newsroom.DraftNote, map[string]string{"body": "x"}), "body")
	faulty(t, d.keeps(d.bo, c.ID, newsroom.DraftNote, map[string]string{"note": strings.Repeat("ա", 10_001)}), "note")
	must(t, d.keeps(d.bo, c.ID, newsroom.DraftNote, map[string]string{"note": strings.Repeat("ա", 10_000)}))
	refused(t, d.keeps(d.bo, c.ID, "claim", nil), factcheck.NotFound, "")
	refused(t, d.keeps(d.bo, 99, newsroom.DraftNote, nil), factcheck.NotFound, "claim 99")
	refused(t, d.keeps(factcheck.ByConsole(), c.ID, newsroom.DraftNote, nil), factcheck.NotFound, "")
}
