package newsroom_test

import (
	"errors"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

func at(n int64) *int64 { return &n }

func TestAStaleSaveIsAConflictThatShowsThePresentClaim(t *testing.T) {
	d := newDesk(t)
	c := d.ready()
	version, details, article := c.Version, c.Details, c.Article.ID
	for name, b := range map[string]newsroom.Base{
		"version": {Version: at(version - 1)}, "version of the future": {Version: at(version + 1)},
		"details": {Details: at(details + 1)}, "verdict": {Verdict: at(0)}, "article": {Article: at(0)},
		"one of several": {Version: at(version), Article: at(article + 1)},
	} {
		for act, save := range map[string]func() error{
			"edit": func() error { _, err := d.EditClaim(d.ctx(), d.dav, c.ID, b, draft("Another text")); return err },
			"rule": func() error {
				_, err := d.RuleOn(d.ctx(), d.dav, c.ID, b, factcheck.VerdictDraft{Rating: "false"})
				return err
			},
			"write": func() error {
				_, err := d.WriteArticle(d.ctx(), d.dav, c.ID, b, factcheck.ArticleDraft{Headline: "Another"})
				return err
			},
			"note": func() error {
				_, err := d.EditEvidence(d.ctx(), d.dav, c.ID, c.Evidence[0].ID, b, factcheck.EvidenceDraft{Stance: factcheck.Context})
				return err
			},
			"remove":  func() error { _, err := d.RemoveEvidence(d.ctx(), d.dav, c.ID, c.Evidence[0].ID, b); return err },
			"submit":  func() error { _, err := d.Submit(d.ctx(), d.dav, c.ID, b, ""); return err },
			"drop":    func() error { _, err := d.Drop(d.ctx(), d.bo, c.ID, b, factcheck.Opinion, ""); return err },
			"publish": func() error { _, err := d.Publish(d.ctx(), d.bo, c.ID, b, first); return err },
			"attach": func() error {
				_, _, err := d.AttachQuote(d.ctx(), d.dav, c.ID, b, factcheck.EvidenceDraft{SourceID: d.source, Exact: planned, Stance: factcheck.Context})
				return err
			},
		} {
			err := save()
			e := factcheck.As(err)
			if e == nil || e.Kind != factcheck.Conflict || e.Current == nil || e.Current.Version != version || e.Current.Text != c.Text {
				t.Errorf("%s with a stale %s: %v", act, name, err)
			}
		}
	}
	if now := d.claim(c.ID); now.Version != version {
		t.Errorf("the refused saves left version %d, want %d", now.Version, version)
	}
}

func TestTwoPeopleWorkOnDifferentPartsOfAClaim(t *testing.T) {
	d := newDesk(t)
	c := d.ready()
	base := newsroom.Base{Details: at(c.Details)}
	_, err := d.RuleOn(d.ctx(), d.dav, c.ID, newsroom.Base{Verdict: at(c.Verdict.ID)}, factcheck.VerdictDraft{Rating: "false", Explanation: "No."})
	must(t, err)
	_, err = d.EditClaim(d.ctx(), d.ani, c.ID, base, draft("Armenia is leaving the alliance for good"))
	must(t, err)
	_, err = d.WriteArticle(d.ctx(), d.bo, c.ID, newsroom.Base{Article: at(c.Article.ID)}, factcheck.ArticleDraft{Headline: "Another"})
	must(t, err)
	_, err = d.EditClaim(d.ctx(), d.ani, c.ID, base, draft("Armenia stays"))
	refused(t, err, factcheck.Conflict, "saved before you")
	_, err = d.WriteArticle(d.ctx(), d.ani, d.record("New").ID, newsroom.Base{Verdict: at(0), Article: at(0)}, text())
	must(t, err) // 0 stands for none seen
}

func TestSavingTheSameChangesNothing(t *testing.T) {
	d := newDesk(t)
	whole := factcheck.ClaimDraft{Text: "Armenia is leaving the alliance", Language: "en", SaidOn: "2023-09-10", Topics: []string{"CSTO"},
		Claimant:    factcheck.ClaimantDraft{Name: "A channel", Kind: factcheck.Organisation, SameAs: []string{"https://channel.example"}},
		Appearances: []factcheck.AppearanceDraft{{URL: "https://channel.example/1", SeenOn: "2023-09-11"}}}
	c := d.ready()
	_, err := d.EditClaim(d.ctx(), d.ani, c.ID, anyBase, whole)
	must(t, err)
	_, err = d.RuleOn(d.ctx(), d.ani, c.ID, anyBase, misread())
	must(t, err)
	c, err = d.Submit(d.ctx(), d.ani, c.ID, anyBase, "")
	must(t, err)
	events := d.sound().Counts["events"]
	d.clock.pass(1)
	again := misread()
	again.AsOf = string(c.Verdict.AsOf)
	same := factcheck.EvidenceDraft{Stance: factcheck.Refutes}
	for name, save := range map[string]func() (factcheck.Claim, error){
		"claim":          func() (factcheck.Claim, error) { return d.EditClaim(d.ctx(), d.ani, c.ID, anyBase, whole) },
		"claim as drawn": func() (factcheck.Claim, error) { return d.EditClaim(d.ctx(), d.ani, c.ID, anyBase, c.Draft()) },
		"verdict":        func() (factcheck.Claim, error) { return d.RuleOn(d.ctx(), d.ani, c.ID, anyBase, again) },
		"article":        func() (factcheck.Claim, error) { return d.WriteArticle(d.ctx(), d.ani, c.ID, anyBase, text()) },
		"evidence": func() (factcheck.Claim, error) {
			return d.EditEvidence(d.ctx(), d.ani, c.ID, c.Evidence[0].ID, anyBase, same)
		},
		"order":    func() (factcheck.Claim, error) { return d.MoveEvidence(d.ctx(), d.ani, c.ID, c.Evidence[0].ID, true) },
		"assignee": func() (factcheck.Claim, error) { return d.AssignClaim(d.ctx(), d.ani, c.ID, 0) },
	} {
		after, err := save()
		if err != nil || after.Version != c.Version || after.Status != factcheck.InReview || !after.Signed(d.ani.ID) || after.Details != c.Details {
			t.Errorf("saving the same %s: version %d after %d, %s, signed %v, %v", name, after.Version, c.Version, after.Status, after.Signed(d.ani.ID), err)
		}
	}
	if after := d.sound().Counts["events"]; after != events {
		t.Errorf("saving nothing left %d lines in the log", after-events)
	}
	if list, err := d.Verdicts(d.ctx(), c.ID); err != nil || len(list) != 1 {
		t.Errorf("there are %d verdicts, %v", len(list), err)
	}
}

func TestEveryVerdictIsKept(t *testing.T) {
	d := newDesk(t)
	c := d.ready()
	for _, rating := range []string{"false", "true"} {
		_, err := d.RuleOn(d.ctx(), d.dav, c.ID, anyBase, factcheck.VerdictDraft{Rating: rating, Explanation: "x"})
		must(t, err)
	}
	list, err := d.Verdicts(d.ctx(), c.ID)
	must(t, err)
	if len(list) != 3 || list[0].Rating.Label != "True" || list[1].By != "Dav" || list[2].By != "Ani" || list[2].Rating.Slug != factcheck.Misinterpreted {
		t.Errorf("the verdicts are %+v", list)
	}
	_, err = d.RuleOn(d.ctx(), d.dav, c.ID, anyBase, factcheck.VerdictDraft{Rating: "lie"})
	faulty(t, err, "rating")
	_, err = d.RuleOn(d.ctx(), d.dav, c.ID, anyBase, factcheck.VerdictDraft{Rating: factcheck.Misinterpreted,
		Misread: &factcheck.Misread{Kind: factcheck.MisreadSource, SourceID: 99}})
	faulty(t, err, "misread.source_id")
}

func TestReceipts(t *testing.T) {
	d := newDesk(t)
	made := 0
	call := func(key, hash, text string, by factcheck.Actor) (string, error) {
		ctx := newsroom.WithReceipt(d.ctx(), newsroom.Receipt{Key: key, RequestHash: hash, Encode: func(result any) ([]byte, error) {
			made++
			return []byte(result.(factcheck.Claim).Text), nil
		}})
		c, err := d.RecordClaim(ctx, by, draft(text))
		var replay *newsroom.Replay
		if errors.As(err, &replay) {
			return "again: " + string(replay.Answer), nil
		}
		return c.Text, err
	}
	for _, c := range []struct {
		name, key, hash, text string
		by                    factcheck.Actor
		want                  string
	}{
		{"the first call", "k", "h", "One", d.ani, "One"},
		{"the same again", "k", "h", "One", d.ani, "again: One"},
		{"another key", "k2", "h", "One", d.ani, "One"},
		{"another person with the same key", "k", "h3", "Two", d.dav, "Two"},
	} {
		if got, err := call(c.key, c.hash, c.text, c.by); err != nil || got != c.want {
			t.Errorf("%s: %q, %v; want %q", c.name, got, err, c.want)
		}
	}
	_, err := call("k", "other", "Three", d.ani)
	faulty(t, err, "Idempotency-Key")
	if made != 3 {
		t.Errorf("%d answers were made", made)
	}

	_, err = call("bad", "h", "", d.ani) // refused before the act
	faulty(t, err, "text")
	ctx := newsroom.WithReceipt(d.ctx(), newsroom.Receipt{Key: "late", RequestHash: "h", Encode: func(any) ([]byte, error) { return nil, errors.New("no") }})
	if _, err := d.RecordClaim(ctx, d.ani, draft("Lost")); err == nil {
		t.Error("an act whose answer cannot be kept was done")
	}
	_, err = d.EditClaim(newsroom.WithReceipt(d.ctx(), newsroom.Receipt{Key: "fail", RequestHash: "h"}), d.ani, 99, anyBase, draft("x"))
	refused(t, err, factcheck.NotFound, "")
	for _, key := range []string{"bad", "late", "fail"} {
		if got, err := call(key, "h-"+key, "After "+key, d.ani); err != nil || got != "After "+key {
			t.Errorf("after a call that failed its key gives %q, %v", got, err)
		}
	}

	d.pass(24*60*60*1e9 + 1e9)
	if got, err := call("k", "other", "A day later", d.ani); err != nil || got != "A day later" {
		t.Errorf("a day later the key gives %q, %v", got, err)
	}
	page, err := d.Claims(d.ctx(), factcheck.ByConsole(), newsroom.ClaimFilter{})
	must(t, err)
	if page.Total != 7 {
		t.Errorf("there are %d claims, want 7", page.Total)
	}
}
