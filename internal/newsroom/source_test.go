package newsroom_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/newsroom"
)

func TestAReaderOfASourceSeesItsPassagesAndWhatIsQuoted(t *testing.T) {
	d := newDesk(t)
	c := d.ready()
	_, err := d.RemoveEvidence(d.ctx(), d.ani, c.ID, c.Evidence[0].ID, anyBase)
	must(t, err)
	page, err := d.Reader(d.ctx(), factcheck.ByConsole(), d.source)
	must(t, err)
	var passages []string
	for i, p := range page.Passages {
		if p.Number != i+1 {
			t.Errorf("passage %d has the number %d", i+1, p.Number)
		}
		passages = append(passages, p.Text)
	}
	if want := strings.Split(strings.TrimSpace(brief), "\n\n"); !slices.Equal(passages, want) {
		t.Errorf("the passages are %q, want %q", passages, want)
	}
	if len(page.Quoted) != 1 || page.Quoted[0].ClaimID != c.ID || page.Quoted[0].Position != 1 || page.Quoted[0].ClaimText != c.Text ||
		page.Quoted[0].Spans[0].Exact != freezing || page.Source.Quotes != 1 {
		t.Errorf("quoted are %+v, counted %d", page.Quoted, page.Source.Quotes)
	}
	whole, err := d.SourceText(d.ctx(), factcheck.ByConsole(), d.source)
	if err != nil || whole+"\n" != brief {
		t.Errorf("the text is %q, %v", whole, err)
	}
	same, err := d.SameBytes(d.ctx(), factcheck.ByConsole(), factcheck.HashOf([]byte(brief)))
	if err != nil || len(same) != 1 || same[0].ID != d.source {
		t.Errorf("of the same bytes are %+v, %v", same, err)
	}
}

func TestAGuessNeverStandsInTheWay(t *testing.T) {
	d := newDesk(t)
	doc, err := ingest.Text([]byte(brief), "")
	must(t, err)
	doc.Guess = factcheck.SourceDraft{Title: strings.Repeat("a", factcheck.MaxClaim+1), Publisher: "P", URL: "nowhere",
		PublishedOn: "1899-12-31", Language: "?", Authors: []string{strings.Repeat("a", factcheck.MaxName+1)}}
	s, err := d.AddSource(d.ctx(), d.ani, factcheck.SourceDraft{Title: "Typed"}, doc)
	must(t, err)
	if s.Title != "Typed" || s.Publisher != "P" || s.URL != "" || s.PublishedOn != "" || s.Language != "en" || len(s.Authors) != 0 {
		t.Errorf("the source is %+v", s)
	}
	_, err = d.AddSource(d.ctx(), d.ani, factcheck.SourceDraft{}, doc)
	faulty(t, err, "title")
	_, err = d.AddSource(d.ctx(), d.ani, factcheck.SourceDraft{Title: "T", URL: "nowhere", PublishedOn: "2024-01-01"}, doc)
	faulty(t, err, "url", "published_on")
}

func TestSourcesAreListedPageByPage(t *testing.T) {
	d := newDesk(t)
	for i := range 4 {
		d.addSource("Source " + strconv.Itoa(i) + "\n\nSomething is said here.\n")
	}
	var got []int64
	f := newsroom.SourceFilter{Query: " SOURCE ", Limit: 3}
	for {
		page, err := d.Sources(d.ctx(), factcheck.ByConsole(), f)
		must(t, err)
		for _, s := range page.Items {
			got = append(got, s.ID)
		}
		if f.Cursor = page.Next; f.Cursor == "" {
			break
		}
	}
	if want := []int64{d.source + 4, d.source + 3, d.source + 2, d.source + 1}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestTheDeskShowsWhatWaitsForWhom(t *testing.T) {
	d := newDesk(t)
	d.pass(time.Hour)
	older := d.sent()
	d.pass(time.Hour)
	newer := d.sent()
	own := d.ready()
	_, err := d.Submit(d.ctx(), d.bo, own.ID, anyBase, "")
	must(t, err)
	approved := d.sent()
	_, err = d.Approve(d.ctx(), d.cem, approved.ID, anyBase, "")
	must(t, err)
	begun, fresh := d.ready(), d.record("Nobody has it")
	for _, c := range []struct {
		by                     factcheck.Actor
		review, ready, mine, n int
	}{{d.bo, 2, 1, 0, 2}, {d.cem, 3, 1, 0, 2}, {d.ani, 0, 0, 1, 1}, {d.dav, 0, 0, 0, 2}} {
		w, err := d.Work(d.ctx(), c.by)
		must(t, err)
		if len(w.Review) != c.review || len(w.Ready) != c.ready || len(w.Mine) != c.mine || len(w.Unassigned) != c.n || len(w.Agree) != 0 {
			t.Errorf("for %s wait %d to review, %d ready, %d of their own, %d with nobody, %d to agree to", c.by.Name,
				len(w.Review), len(w.Ready), len(w.Mine), len(w.Unassigned), len(w.Agree))
		}
	}
	for _, c := range []struct {
		by          factcheck.Actor
		after, want int64
	}{{d.bo, 0, older.ID}, {d.bo, older.ID, newer.ID}, {d.cem, older.ID, newer.ID}, {d.ani, 0, 0}} {
		if got, err := d.NextInQueue(d.ctx(), c.by, c.after); err != nil || got != c.want {
			t.Errorf("after %d %s is led to %d, %v; want %d", c.after, c.by.Name, got, err, c.want)
		}
	}
	_, err = d.AssignClaim(d.ctx(), d.bo, begun.ID, d.dav.ID)
	must(t, err)
	_, err = d.AssignClaim(d.ctx(), d.bo, fresh.ID, d.dav.ID)
	must(t, err)
	if w, err := d.Work(d.ctx(), d.dav); err != nil || len(w.Mine) != 2 || len(w.Unassigned) != 0 {
		t.Errorf("assigned to Dav are %d, %v", len(w.Mine), err)
	}
}

func TestTopicsAndRatingsCountWhatIsLive(t *testing.T) {
	d := newDesk(t)
	c := d.ready()
	changed := c.Draft()
	changed.Topics = []string{"CSTO", "Armenia"}
	_, err := d.EditClaim(d.ctx(), d.ani, c.ID, anyBase, changed)
	must(t, err)
	_, err = d.PublicTopic(d.ctx(), "csto")
	refused(t, err, factcheck.NotFound, "")
	if at, err := d.Changed(d.ctx()); err != nil || !at.IsZero() {
		t.Errorf("before anything was public it changed at %s, %v", at, err)
	}
	must(t, d.again(c.ID, first))
	counts, err := d.RatingCounts(d.ctx())
	must(t, err)
	topics, err := d.PublicTopics(d.ctx())
	must(t, err)
	if len(counts) != 1 || counts[factcheck.Misinterpreted] != 1 || len(topics) != 2 || topics[1].Name != "CSTO" || topics[1].Claims != 1 {
		t.Errorf("counted %v, topics %+v", counts, topics)
	}
	if at, err := d.Changed(d.ctx()); err != nil || !at.Equal(d.clock.Now()) {
		t.Errorf("changed at %s, %v", at, err)
	}
	changed.Topics = []string{"Armenia"}
	_, err = d.EditClaim(d.ctx(), d.bo, c.ID, anyBase, changed)
	must(t, err)
	_, err = d.Publish(d.ctx(), d.bo, c.ID, anyBase, minor)
	must(t, err)
	if topic, err := d.PublicTopic(d.ctx(), "csto"); err != nil || topic.Name != "CSTO" {
		t.Errorf("a topic that was public is gone: %+v, %v", topic, err)
	}
	for topic, want := range map[string]int{"csto": 0, "armenia": 1} {
		if page, err := d.Published(d.ctx(), newsroom.PublicFilter{Topic: topic}); err != nil || page.Total != want || len(page.Items) != want {
			t.Errorf("%s has %d checks, %v", topic, page.Total, err)
		}
	}
}

func TestTheGateIsShownAsItIs(t *testing.T) {
	d := newDesk(t)
	c := d.sent()
	g, err := d.Gate(d.ctx(), c.ID)
	must(t, err)
	if !g.ReadyToSend || g.ReadyToPublish {
		t.Errorf("the gate of a sent claim is %+v", g)
	}
	_, err = d.Approve(d.ctx(), d.bo, c.ID, anyBase, "Good.")
	must(t, err)
	if g, err = d.Gate(d.ctx(), c.ID); err != nil || !g.ReadyToPublish {
		t.Errorf("the gate of an approved claim is %+v, %v", g, err)
	}
	notes, err := d.Notes(d.ctx(), c.ID)
	if err != nil || len(notes) != 1 || notes[0].Text != "Good." || notes[0].By != "Bo" {
		t.Errorf("the remarks are %+v, %v", notes, err)
	}
}
