package newsroom_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

func TestFromASourceToAPublishedCheck(t *testing.T) {
	d := newDesk(t)
	if s, err := d.Source(d.ctx(), factcheck.ByConsole(), d.source); err != nil || s.Title != "A seat left empty" || s.Snapshot.Passages != 4 {
		t.Errorf("the source is %+v, %v", s, err)
	}
	c := d.record("Armenia is leaving the alliance")
	d.status(c.ID, factcheck.New)
	e := d.quote(d.ani, c.ID, "it is all but\n freezing its membership", factcheck.Refutes)
	if e.Exact != "it is all but freezing its membership" || e.Position != 1 || e.Passage != 3 {
		t.Errorf("the evidence is %+v", e)
	}
	d.status(c.ID, factcheck.Researching)
	_, err := d.RuleOn(d.ctx(), d.ani, c.ID, newsroom.Base{}, misread())
	must(t, err)
	_, err = d.WriteArticle(d.ctx(), d.ani, c.ID, newsroom.Base{}, factcheck.ArticleDraft{Headline: "The seat is empty", Summary: "It has not left.", Body: "Not *left* [1]."})
	must(t, err)
	_, err = d.Submit(d.ctx(), d.ani, c.ID, newsroom.Base{}, "Please look at the headline.")
	must(t, err)
	d.pass(time.Hour)
	_, err = d.Approve(d.ctx(), d.bo, c.ID, newsroom.Base{}, "")
	must(t, err)
	c, err = d.Publish(d.ctx(), d.bo, c.ID, newsroom.Base{}, newsroom.Order{})
	must(t, err)
	if c.Status != factcheck.Published || c.Live == nil || c.Live.Slug != "the-seat-is-empty" || c.Live.Revision != 1 ||
		c.Live.GUID != "tag:check.example,2023-09-14:fact-check/1" {
		t.Errorf("the claim is %s, live as %+v", c.Status, c.Live)
	}
	d.public(c.ID)
	p := d.sound()
	if p.Counts["snapshots"] != 1 || p.Counts["quotes"] != 1 || p.Counts["revisions"] != 1 || p.Counts["events"] == 0 || p.Counts["versions"] == 0 {
		t.Errorf("looked at %+v", p)
	}
}

// public looks at what readers get of the one published check.
func (d *desk) public(claim int64) {
	t := d.t
	t.Helper()
	check, err := d.Check(d.ctx(), "the-seat-is-empty")
	must(t, err)
	n := check.Content
	if n.ClaimID != claim || n.Claim != "Armenia is leaving the alliance" || n.Rating.Label != "Misinterpreted" || n.Rating.Number != 2 ||
		n.Byline != "Ani" || n.EditedBy != "Bo" || !n.FourEyes || n.AsOf != "2023-09-14" || len(n.Evidence) != 1 {
		t.Errorf("the content is %+v", n)
	}
	if !strings.Contains(n.BodyHTML, "<em>left</em>") || !strings.Contains(n.BodyHTML, `href="#evidence-1"`) {
		t.Errorf("the body is %q", n.BodyHTML)
	}
	page, err := d.EvidencePage(d.ctx(), n.Evidence[0].ID)
	must(t, err)
	if !page.Current || page.FullText || page.Excerpt.Text != page.Evidence.Before+page.Evidence.Exact+page.Evidence.After && len(page.Excerpt.Passages) != 3 {
		t.Errorf("the proof is %+v", page)
	}
	feed, err := d.Feed(d.ctx(), 10)
	must(t, err)
	found, err := d.Published(d.ctx(), newsroom.PublicFilter{Query: "LEAVING", Rating: "misinterpreted"})
	must(t, err)
	if len(feed) != 1 || found.Total != 1 || len(found.Items) != 1 || found.Items[0].Content.Body != "" {
		t.Errorf("the feed has %d items, the search found %d", len(feed), found.Total)
	}
}

func TestEachActLeavesItsLine(t *testing.T) {
	d := newDesk(t)
	c := d.sent()
	c, err := d.ApproveAndPublish(d.ctx(), d.bo, c.ID, newsroom.Base{}, newsroom.Order{})
	must(t, err)
	events, err := d.ClaimEvents(d.ctx(), c.ID)
	must(t, err)
	var acts []string
	for _, e := range slices.Backward(events) {
		acts = append(acts, e.By+" "+string(e.Action))
	}
	want := "Ani claim.record, Ani evidence.attach, Ani evidence.attach, Ani verdict.rule, Ani article.write, Ani claim.submit, Bo claim.approve, Bo claim.publish"
	if got := strings.Join(acts, ", "); got != want {
		t.Errorf("the log has %s\nwant %s", got, want)
	}
	if c.Version != int64(len(events)) {
		t.Errorf("after %d acts the claim is at version %d", len(events), c.Version)
	}
}

func TestWhoMayNotActChangesNothing(t *testing.T) {
	d := newDesk(t)
	c := d.sent()
	nobody := factcheck.Actor{Name: "Nobody"}
	before := d.claim(c.ID)
	for name, act := range map[string]func() error{
		"a reporter approves":  func() error { _, err := d.Approve(d.ctx(), d.dav, c.ID, newsroom.Base{}, ""); return err },
		"a reporter publishes": func() error { _, err := d.Publish(d.ctx(), d.dav, c.ID, newsroom.Base{}, newsroom.Order{}); return err },
		"a reporter does both": func() error {
			_, err := d.ApproveAndPublish(d.ctx(), d.dav, c.ID, newsroom.Base{}, newsroom.Order{})
			return err
		},
		"a reporter returns": func() error { _, err := d.Return(d.ctx(), d.dav, c.ID, newsroom.Base{}, "x"); return err },
		"a reporter drops": func() error {
			_, err := d.Drop(d.ctx(), d.dav, c.ID, newsroom.Base{}, factcheck.Opinion, "")
			return err
		},
		"the console approves": func() error {
			_, err := d.Approve(d.ctx(), factcheck.ByConsole(), c.ID, newsroom.Base{}, "")
			return err
		},
		"the console publishes": func() error {
			_, err := d.ApproveAndPublish(d.ctx(), factcheck.ByConsole(), c.ID, newsroom.Base{}, newsroom.Order{})
			return err
		},
		"nobody records":        func() error { _, err := d.RecordClaim(d.ctx(), nobody, draft("x")); return err },
		"nobody agrees":         func() error { _, err := d.Agree(d.ctx(), nobody, c.ID, newsroom.Base{}, ""); return err },
		"nobody rules":          func() error { _, err := d.RuleOn(d.ctx(), nobody, c.ID, newsroom.Base{}, misread()); return err },
		"an editor adds people": func() error { _, _, err := d.AddUser(d.ctx(), d.bo, factcheck.UserDraft{}, ""); return err },
		"an editor sets up":     func() error { _, err := d.EditSettings(d.ctx(), d.bo, factcheck.DefaultSettings()); return err },
		"nobody reads the log":  func() error { _, err := d.Log(d.ctx(), nobody, 0, 1); return err },
	} {
		if err := act(); err == nil || factcheck.KindOf(err) != factcheck.Forbidden {
			t.Errorf("%s: %v", name, err)
		}
	}
	if after := d.claim(c.ID); after.Version != before.Version || after.Status != before.Status {
		t.Errorf("the claim went from version %d, %s to %d, %s", before.Version, before.Status, after.Version, after.Status)
	}
}

func TestADroppedClaimWaitsUntilItIsReopened(t *testing.T) {
	d := newDesk(t)
	c := d.record("It will rain")
	_, err := d.Drop(d.ctx(), d.bo, c.ID, newsroom.Base{}, "boring", "")
	faulty(t, err, "reason")
	c, err = d.Drop(d.ctx(), d.bo, c.ID, newsroom.Base{}, factcheck.Prediction, " Ask again tomorrow. ")
	must(t, err)
	if c.Status != factcheck.Dropped || c.DropReason != factcheck.Prediction || c.DropNote != "Ask again tomorrow." {
		t.Errorf("dropped: %+v", c)
	}
	_, err = d.EditClaim(d.ctx(), d.ani, c.ID, newsroom.Base{}, draft("It has rained"))
	refused(t, err, factcheck.Conflict, "dropped")
	_, _, err = d.AttachQuote(d.ctx(), d.ani, c.ID, newsroom.Base{}, factcheck.EvidenceDraft{SourceID: d.source, Exact: planned, Stance: factcheck.Context})
	refused(t, err, factcheck.Conflict, "dropped")
	_, err = d.Submit(d.ctx(), d.ani, c.ID, newsroom.Base{}, "")
	refused(t, err, factcheck.Conflict, "is dropped and cannot be sent for review")
	c, err = d.Reopen(d.ctx(), d.bo, c.ID, newsroom.Base{}, "")
	must(t, err)
	if c.Status != factcheck.New || c.DropReason != "" || c.DropNote != "" {
		t.Errorf("reopened: %+v", c)
	}

	begun := d.sent()
	_, err = d.Drop(d.ctx(), d.bo, begun.ID, newsroom.Base{}, factcheck.TooSmall, "")
	must(t, err)
	begun, err = d.Reopen(d.ctx(), d.bo, begun.ID, newsroom.Base{}, "")
	must(t, err)
	if begun.Status != factcheck.Researching || len(begun.Signatures) != 0 {
		t.Errorf("reopened with work in it: %s, signed %v", begun.Status, begun.Signatures)
	}
	published := d.live()
	_, err = d.Drop(d.ctx(), d.bo, published.ID, newsroom.Base{}, factcheck.TooSmall, "")
	refused(t, err, factcheck.Conflict, "published")
	_, err = d.EditClaim(d.ctx(), d.ani, published.ID, newsroom.Base{}, draft("Changed"))
	must(t, err)
	_, err = d.Drop(d.ctx(), d.bo, published.ID, newsroom.Base{}, factcheck.TooSmall, "")
	refused(t, err, factcheck.Conflict, "has been published")
}

func TestResearchBeginsByItself(t *testing.T) {
	d := newDesk(t)
	for name, begin := range map[string]func(int64) error{
		"quote":   func(id int64) error { d.quote(d.ani, id, planned, factcheck.Context); return nil },
		"verdict": func(id int64) error { _, err := d.RuleOn(d.ctx(), d.ani, id, newsroom.Base{}, misread()); return err },
		"article": func(id int64) error {
			_, err := d.WriteArticle(d.ctx(), d.ani, id, newsroom.Base{}, text())
			return err
		},
		"assigning": func(id int64) error {
			_, err := d.AssignClaim(d.ctx(), d.bo, id, d.dav.ID)
			return err
		},
		"assigning in the form": func(id int64) error {
			_, err := d.EditClaim(d.ctx(), d.bo, id, newsroom.Base{}, factcheck.ClaimDraft{Text: "x", AssigneeID: d.dav.ID})
			return err
		},
	} {
		c := d.record("A new claim, to begin by " + name)
		mended, err := d.EditClaim(d.ctx(), d.ani, c.ID, newsroom.Base{}, draft("A mended claim, to begin by "+name))
		must(t, err)
		if mended.Status != factcheck.New {
			t.Errorf("mending its words made the claim %s", mended.Status)
		}
		must(t, begin(c.ID))
		d.status(c.ID, factcheck.Researching)
	}
	c, err := d.RecordClaim(d.ctx(), d.ani, factcheck.ClaimDraft{Text: "x", AssigneeID: d.dav.ID})
	must(t, err)
	d.status(c.ID, factcheck.Researching)
}
