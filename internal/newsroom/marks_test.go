package newsroom_test

import (
	"testing"

	"claimdesk/internal/factcheck"
)

// threefold is a claim by Ani with three quotes, each named in the article.
func (d *desk) threefold() factcheck.Claim {
	d.t.Helper()
	c := d.ready()
	d.quote(d.ani, c.ID, planned, factcheck.Context)
	marked := text()
	marked.Body = "Recalled [1], freezing [2], planned [3], `[1]`, \\[2], [3](https://example.org)."
	c, err := d.WriteArticle(d.ctx(), d.ani, c.ID, anyBase, marked)
	must(d.t, err)
	return c
}

// order wants the claim's quotes and its article to be these.
func (d *desk) order(claim int64, body string, exact ...string) factcheck.Claim {
	d.t.Helper()
	c := d.claim(claim)
	if c.Article.Body != body {
		d.t.Errorf("the article is %q, want %q", c.Article.Body, body)
	}
	if len(c.Evidence) != len(exact) {
		d.t.Fatalf("there are %d quotes, want %d", len(c.Evidence), len(exact))
	}
	for i, e := range c.Evidence {
		if e.Exact != exact[i] || e.Position != i+1 {
			d.t.Errorf("quote %d is number %d, %q; want %q", i+1, e.Position, e.Exact, exact[i])
		}
	}
	return c
}

func TestMarksFollowTheirQuotesWhenTheyMove(t *testing.T) {
	d := newDesk(t)
	c := d.threefold()
	before := c.Article.ID
	_, err := d.MoveEvidence(d.ctx(), d.ani, c.ID, c.Evidence[2].ID, true)
	must(t, err)
	c = d.order(c.ID, "Recalled [1], freezing [3], planned [2], `[1]`, \\[2], [3](https://example.org).", recalled, planned, freezing)
	if c.Article.ID == before || c.Article.By != "Ani" || c.Article.Headline != "The seat is empty" || c.Article.Slug != "the-seat-is-empty" {
		t.Errorf("the article became %+v", c.Article)
	}
	_, err = d.MoveEvidence(d.ctx(), d.dav, c.ID, c.Evidence[0].ID, false)
	must(t, err)
	c = d.order(c.ID, "Recalled [2], freezing [3], planned [1], `[1]`, \\[2], [3](https://example.org).", planned, recalled, freezing)
	version := c.Version
	for _, edge := range []struct {
		piece int
		up    bool
	}{{0, true}, {2, false}} {
		_, err = d.MoveEvidence(d.ctx(), d.ani, c.ID, c.Evidence[edge.piece].ID, edge.up)
		must(t, err)
	}
	if now := d.claim(c.ID); now.Version != version {
		t.Errorf("moving beyond the ends made version %d of %d", now.Version, version)
	}
	d.sound()
}

func TestAMarkOfARemovedQuoteIsBroken(t *testing.T) {
	d := newDesk(t)
	c := d.threefold()
	_, err := d.RemoveEvidence(d.ctx(), d.ani, c.ID, c.Evidence[0].ID, anyBase)
	must(t, err)
	d.order(c.ID, "Recalled [0], freezing [1], planned [2], `[1]`, \\[2], [3](https://example.org).", freezing, planned)
	_, err = d.Submit(d.ctx(), d.ani, c.ID, anyBase, "")
	refused(t, err, factcheck.Conflict, "Mend the links: [0].")
	_, err = d.attach(c.ID, factcheck.EvidenceDraft{Exact: recalled})
	must(t, err)
	d.order(c.ID, "Recalled [0], freezing [1], planned [2], `[1]`, \\[2], [3](https://example.org).", freezing, planned, recalled)
	d.sound()
}

func TestAnArticleWithoutSuchMarksIsLeftAsItIs(t *testing.T) {
	d := newDesk(t)
	c := d.threefold()
	plain := text()
	plain.Body = "Recalled [1]."
	c, err := d.WriteArticle(d.ctx(), d.ani, c.ID, anyBase, plain)
	must(t, err)
	article := c.Article.ID
	_, err = d.MoveEvidence(d.ctx(), d.ani, c.ID, c.Evidence[2].ID, true)
	must(t, err)
	if c = d.order(c.ID, "Recalled [1].", recalled, planned, freezing); c.Article.ID != article {
		t.Error("an article was saved that had not changed")
	}
	bare := d.record("Without an article")
	d.quote(d.ani, bare.ID, recalled, factcheck.Refutes)
	e := d.quote(d.ani, bare.ID, planned, factcheck.Refutes)
	_, err = d.MoveEvidence(d.ctx(), d.ani, bare.ID, e.ID, true)
	must(t, err)
	if bare = d.claim(bare.ID); bare.Article != nil {
		t.Errorf("moving wrote an article: %+v", bare.Article)
	}
}

func TestMovingInReviewIsWording(t *testing.T) {
	d := newDesk(t)
	c := d.threefold()
	_, err := d.Submit(d.ctx(), d.ani, c.ID, anyBase, "")
	must(t, err)
	_, err = d.MoveEvidence(d.ctx(), d.bo, c.ID, c.Evidence[2].ID, true)
	must(t, err)
	if c = d.claim(c.ID); c.Status != factcheck.InReview || c.FourEyes(d.bo.ID) != nil {
		t.Errorf("the claim is %s: %v", c.Status, c.FourEyes(d.bo.ID))
	}
	_, err = d.ApproveAndPublish(d.ctx(), d.bo, c.ID, anyBase, first)
	must(t, err)
	if n := d.check().Content; n.Evidence[1].Exact != planned || n.Body != c.Article.Body {
		t.Errorf("published were %+v with %q", n.Evidence, n.Body)
	}
}
