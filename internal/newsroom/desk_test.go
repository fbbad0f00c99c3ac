package newsroom_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/store"
	"claimdesk/internal/store/storetest"
)

// brief is a source in our own words. “the alliance” stands in it three times.
const brief = `A seat left empty

Armenia has recalled its envoy to the alliance when his term ended.

It is not leaving the alliance, but it is all but freezing its membership.

Exercises with American soldiers were planned long before, and the alliance was told of them.
`

// The quotes that these tests take from it.
const (
	recalled = "Armenia has recalled its envoy to the alliance when his term ended."
	freezing = "It is not leaving the alliance, but it is all but freezing its membership."
	planned  = "Exercises with American soldiers were planned long before"
)

// clock is a time that tests set.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// desk is a newsroom with four people and one source.
type desk struct {
	*newsroom.Room
	*clock
	t       *testing.T
	store   *store.Store
	ani     factcheck.Actor // a reporter
	dav     factcheck.Actor // another reporter
	bo, cem factcheck.Actor // two editors
	zoe     factcheck.Actor // the admin
	source  int64
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{t: t, clock: &clock{now: time.Date(2023, 9, 14, 12, 0, 0, 0, time.UTC)}, store: storetest.New(t)}
	room, err := newsroom.Open(t.Context(), d.store, newsroom.Options{BaseURL: "https://check.example:8443", Now: d.clock.Now})
	if err != nil {
		t.Fatal(err)
	}
	d.Room = room
	for _, p := range []struct {
		actor *factcheck.Actor
		name  string
		role  factcheck.Role
	}{{&d.zoe, "Zoe", factcheck.Admin}, {&d.ani, "Ani", factcheck.Reporter}, {&d.dav, "Dav", factcheck.Reporter},
		{&d.bo, "Bo", factcheck.Editor}, {&d.cem, "Cem", factcheck.Editor}} {
		draft := factcheck.UserDraft{Email: strings.ToLower(p.name) + "@check.example", Name: p.name, Role: p.role}
		u, _, err := room.AddUser(t.Context(), factcheck.ByConsole(), draft, "")
		must(t, err)
		*p.actor = u.Actor()
	}
	d.source = d.addSource(brief).ID
	return d
}

func (d *desk) ctx() context.Context { return d.t.Context() }

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// refused wants an error of a kind, whose words hold some others.
func refused(t *testing.T, err error, kind factcheck.Kind, words string) {
	t.Helper()
	if err == nil || factcheck.KindOf(err) != kind || !strings.Contains(err.Error(), words) {
		t.Errorf("got %v (kind %d), want kind %d with %q", err, factcheck.KindOf(err), kind, words)
	}
}

// faulty wants an Invalid error about these fields.
func faulty(t *testing.T, err error, fields ...string) {
	t.Helper()
	var got []string
	for _, p := range factcheck.Problems(err) {
		got = append(got, p.Field)
	}
	if strings.Join(got, " ") != strings.Join(fields, " ") {
		t.Errorf("faulty are %q (%v), want %q", got, err, fields)
	}
}

func (d *desk) addSource(text string) factcheck.Source {
	d.t.Helper()
	doc, err := ingest.Text([]byte(text), "brief.txt")
	must(d.t, err)
	s, err := d.AddSource(d.ctx(), d.ani, factcheck.SourceDraft{}, doc)
	must(d.t, err)
	return s
}

// draft is a claim as Ani would type it.
func draft(text string) factcheck.ClaimDraft { return factcheck.ClaimDraft{Text: text} }

func (d *desk) record(text string) factcheck.Claim {
	d.t.Helper()
	c, err := d.RecordClaim(d.ctx(), d.ani, draft(text))
	must(d.t, err)
	return c
}

func (d *desk) quote(by factcheck.Actor, claim int64, exact string, stance factcheck.Stance) factcheck.Evidence {
	d.t.Helper()
	_, e, err := d.AttachQuote(d.ctx(), by, claim, newsroom.Base{}, factcheck.EvidenceDraft{SourceID: d.source, Exact: exact, Stance: stance})
	must(d.t, err)
	return e
}

// misread is the verdict that most tests give.
func misread() factcheck.VerdictDraft {
	return factcheck.VerdictDraft{Rating: factcheck.Misinterpreted, Explanation: "It has left a seat empty.",
		Reasons: []factcheck.Reason{factcheck.Overstated}}
}

// text is the article that most tests write.
func text() factcheck.ArticleDraft {
	return factcheck.ArticleDraft{Headline: "The seat is empty", Summary: "It has not left.", Body: "It was recalled [1], not withdrawn [2]."}
}

// ready is a claim by Ani with all that sending it needs: two quotes, a
// verdict and an article.
func (d *desk) ready() factcheck.Claim {
	d.t.Helper()
	c := d.record("Armenia is leaving the alliance")
	d.quote(d.ani, c.ID, recalled, factcheck.Refutes)
	d.quote(d.ani, c.ID, freezing, factcheck.Supports)
	_, err := d.RuleOn(d.ctx(), d.ani, c.ID, newsroom.Base{}, misread())
	must(d.t, err)
	c, err = d.WriteArticle(d.ctx(), d.ani, c.ID, newsroom.Base{}, text())
	must(d.t, err)
	return c
}

// sent is such a claim in review, sent by Ani.
func (d *desk) sent() factcheck.Claim {
	d.t.Helper()
	c, err := d.Submit(d.ctx(), d.ani, d.ready().ID, newsroom.Base{}, "")
	must(d.t, err)
	return c
}

// live is such a claim, approved and published by Bo.
func (d *desk) live() factcheck.Claim {
	d.t.Helper()
	c, err := d.ApproveAndPublish(d.ctx(), d.bo, d.sent().ID, newsroom.Base{}, newsroom.Order{})
	must(d.t, err)
	return c
}

// claim reads a claim again.
func (d *desk) claim(id int64) factcheck.Claim {
	d.t.Helper()
	c, err := d.Claim(d.ctx(), factcheck.ByConsole(), id)
	must(d.t, err)
	return c
}

func (d *desk) status(id int64, want factcheck.Status) {
	d.t.Helper()
	if c := d.claim(id); c.Status != want {
		d.t.Errorf("the claim is %s, want %s", c.Status, want)
	}
}

func (d *desk) edition() int64 {
	d.t.Helper()
	n, err := d.Edition(d.ctx())
	must(d.t, err)
	return n
}

// sound wants Verify to find no fault.
func (d *desk) sound() newsroom.Report {
	d.t.Helper()
	p, err := d.Verify(d.ctx(), nil)
	must(d.t, err)
	for _, f := range p.Faults {
		d.t.Errorf("%s: %s", f.What, f.Why)
	}
	return p
}
