package newsroom_test

import (
	"errors"
	"fmt"
	"sync"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

func TestASlugThatIsTakenIsRefusedWithAFreeOne(t *testing.T) {
	d := newDesk(t)
	d.ready()
	other := d.record("Another")
	wanted := text()
	wanted.Slug = "The seat is EMPTY"
	_, err := d.WriteArticle(d.ctx(), d.ani, other.ID, anyBase, wanted)
	faulty(t, err, "slug")
	refused(t, err, factcheck.Invalid, "the-seat-is-empty-2 is free")
	wanted.Slug = "the-seat-is-empty-2"
	c, err := d.WriteArticle(d.ctx(), d.ani, other.ID, anyBase, wanted)
	must(t, err)
	if c.Article.Slug != "the-seat-is-empty-2" {
		t.Errorf("the slug is %q", c.Article.Slug)
	}
}

func TestTwentyEqualHeadlinesAtOnceGiveTwentySlugs(t *testing.T) {
	d := newDesk(t)
	const n = 20
	ids := make([]int64, n)
	for i := range ids {
		ids[i] = d.record(fmt.Sprintf("Claim %d", i)).ID
	}
	var all sync.WaitGroup
	for _, id := range ids {
		all.Go(func() {
			if _, err := d.WriteArticle(d.ctx(), d.ani, id, anyBase, text()); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	seen := map[string]bool{}
	for _, id := range ids {
		seen[d.claim(id).Article.Slug] = true
	}
	for i := range n {
		want := "the-seat-is-empty"
		if i > 0 {
			want = factcheck.NextSlug(want, i+1)
		}
		if !seen[want] {
			t.Errorf("nobody has %s: %v", want, seen)
		}
	}
}

func TestAnUnpublishedSlugIsFreedWhenItIsGivenUp(t *testing.T) {
	d := newDesk(t)
	c := d.ready()
	renamed := text()
	renamed.Headline = "Another headline"
	c, err := d.WriteArticle(d.ctx(), d.ani, c.ID, anyBase, renamed)
	must(t, err)
	if c.Article.Slug != "another-headline" {
		t.Errorf("the slug is %q", c.Article.Slug)
	}
	if other := d.ready(); other.Article.Slug != "the-seat-is-empty" {
		t.Errorf("another claim has %q", other.Article.Slug)
	}
}

func TestAnOldAddressLeadsToTheNewOne(t *testing.T) {
	d := newDesk(t)
	c := d.live()
	moved := text()
	moved.Slug = "a-seat-stands-empty"
	_, err := d.WriteArticle(d.ctx(), d.bo, c.ID, anyBase, moved)
	must(t, err)
	d.hidden(moved.Slug) // typed, not yet public
	d.check()
	_, err = d.Publish(d.ctx(), d.bo, c.ID, anyBase, minor)
	must(t, err)
	_, err = d.Check(d.ctx(), "the-seat-is-empty")
	var to *newsroom.Moved
	if !errors.As(err, &to) || to.Slug != moved.Slug {
		t.Errorf("the old address gives %v", err)
	}
	if _, _, err := d.Revision(d.ctx(), "the-seat-is-empty", 1); !errors.As(err, &to) {
		t.Errorf("the old address of a revision gives %v", err)
	}
	_, err = d.Check(d.ctx(), moved.Slug)
	must(t, err)
	if other := d.ready(); other.Article.Slug != "the-seat-is-empty-2" {
		t.Errorf("another claim took over the address %q", other.Article.Slug)
	}
	headline := moved
	headline.Slug, headline.Headline = "", "Yet another headline"
	c, err = d.WriteArticle(d.ctx(), d.bo, c.ID, anyBase, headline)
	must(t, err)
	if c.Article.Slug != moved.Slug {
		t.Errorf("a new headline moved a public check to %q", c.Article.Slug)
	}
}

// hidden wants an address to be as unknown as any other.
func (d *desk) hidden(slug string) {
	d.t.Helper()
	_, err := d.Check(d.ctx(), slug)
	_, unknown := d.Check(d.ctx(), "nobody-ever-typed-this")
	if err == nil || factcheck.KindOf(err) != factcheck.NotFound || factcheck.KindOf(unknown) != factcheck.NotFound {
		d.t.Errorf("the address of a draft gives %v, an unknown one %v", err, unknown)
	}
}

func TestWhatIsNotPublishedIsNowhere(t *testing.T) {
	d := newDesk(t)
	c := d.sent()
	c, err := d.Approve(d.ctx(), d.bo, c.ID, anyBase, "")
	must(t, err)
	d.hidden(c.Article.Slug)
	_, err = d.EvidencePage(d.ctx(), c.Evidence[0].ID)
	refused(t, err, factcheck.NotFound, "")
	_, err = d.PublicText(d.ctx(), c.Evidence[0].ID)
	refused(t, err, factcheck.NotFound, "")
	if _, _, err = d.Revision(d.ctx(), c.Article.Slug, 1); factcheck.KindOf(err) != factcheck.NotFound {
		t.Errorf("revision 1 is %v", err)
	}
	page, err := d.Published(d.ctx(), newsroom.PublicFilter{Query: "armenia"})
	must(t, err)
	list, err := d.Published(d.ctx(), newsroom.PublicFilter{})
	must(t, err)
	feed, err := d.Feed(d.ctx(), 10)
	must(t, err)
	topics, err := d.PublicTopics(d.ctx())
	must(t, err)
	if page.Total+list.Total+len(feed)+len(topics) != 0 {
		t.Errorf("found %d, listed %d, fed %d, topics %d", page.Total, list.Total, len(feed), len(topics))
	}
}
