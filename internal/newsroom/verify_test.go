package newsroom_test

import (
	"database/sql"
	"path/filepath"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/store"
	"claimdesk/internal/store/storetest"
)

// unguarded is a connection to a newsroom's file whose guards are taken down.
func (d *desk) unguarded() *sql.DB {
	d.t.Helper()
	db := storetest.Raw(d.t, d.store.Path())
	rows, err := db.QueryContext(d.ctx(), `SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
	must(d.t, err)
	defer rows.Close()
	var guards []string
	for rows.Next() {
		var name string
		must(d.t, rows.Scan(&name))
		guards = append(guards, name)
	}
	must(d.t, rows.Err())
	for _, name := range guards {
		_, err := db.ExecContext(d.ctx(), `DROP TRIGGER `+name)
		must(d.t, err)
	}
	if len(guards) < 15 {
		d.t.Errorf("there were %d guards only", len(guards))
	}
	return db
}

// tamperings change one thing in a newsroom that has one published check, and
// say what Verify must find fault with.
var tamperings = map[string]struct{ statement, what, why string }{
	"a byte of a snapshot's text":   {`UPDATE snapshots SET text = replace(text, 'not leaving', 'not Leaving')`, "snapshot 1", "the text has another hash"},
	"the text, and its hash":        {`UPDATE snapshots SET text = 'x', text_sha256 = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881'`, "evidence 1 of claim 1", ""},
	"a byte of the original":        {`UPDATE originals SET bytes = CAST(replace(CAST(bytes AS TEXT), 'seat', 'seaT') AS BLOB)`, "snapshot 1", "original"},
	"a missing original":            {`DELETE FROM originals`, "snapshot 1", "missing"},
	"a word of a quote":             {`UPDATE evidence SET exact = replace(exact, 'not', 'now') WHERE id = 2`, "evidence 2 of claim 1", ""},
	"the place of a quote":          {`UPDATE evidence SET start_at = start_at + 1 WHERE id = 2`, "evidence 2 of claim 1", ""},
	"the spans of a quote":          {`UPDATE evidence SET spans = replace(spans, '"start":', '"start":1') WHERE id = 2`, "evidence 2 of claim 1", ""},
	"what stands before a quote":    {`UPDATE evidence SET prefix = 'x' WHERE id = 2`, "evidence 2 of claim 1", ""},
	"a missing quote":               {`DELETE FROM evidence WHERE id = 2`, "database", ""},
	"a byte of a revision":          {`UPDATE revisions SET content = replace(content, 'not left', 'NOT left')`, "revision 1 of claim 1", "another hash"},
	"a revision, and its hash":      {`UPDATE revisions SET content = replace(content, 'not left', 'NOT left'), hash = 'x'`, "revision 1 of claim 1", ""},
	"a quote, in all its places":    {`UPDATE evidence SET exact = 'It is', spans = '[{"start":88,"end":93,"exact":"It is"}]' WHERE id = 2`, "revision 1 of claim 1", "its quote 2"},
	"what an event says was done":   {`UPDATE events SET action = 'claim.agree' WHERE id = 9`, "event 9", "another hash"},
	"when it was done":              {`UPDATE events SET at = at + 1 WHERE id = 9`, "event 9", "another hash"},
	"who did it":                    {`UPDATE events SET user_id = user_id + 1 WHERE id = 9`, "event 9", "another hash"},
	"an event and its hash":         {`UPDATE events SET user_id = 1, hash = 'x' WHERE id = 9`, "event 10", "does not follow"},
	"a missing event":               {`DELETE FROM events WHERE id = 9`, "event 10", "the one before it, 9, is missing"},
	"the missing first event":       {`DELETE FROM events WHERE id = 1`, "event 2", "is missing"},
	"missing last events":           {`DELETE FROM events WHERE id > 9`, "of claim 1", "the log knows nothing of it"},
	"a byte of a version":           {`UPDATE versions SET content = replace(content, 'leaving', 'Leaving') WHERE subject = 'claim'`, "version 1 of claim 1", "another hash"},
	"a version, and its hash":       {`UPDATE versions SET content = '{}', hash = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a' WHERE subject = 'claim' AND version = 1`, "version 1 of claim 1", "the log knows nothing"},
	"a missing version":             {`DELETE FROM versions WHERE subject = 'claim' AND version = 2`, "version 2 of claim 1", "missing"},
	"versions that change places":   {`UPDATE versions SET version = 100 - version WHERE subject = 'claim'`, "version 99 of claim 1", "the log knows nothing"},
	"an explanation":                {`UPDATE verdicts SET explanation = explanation || '!'`, "verdict 1", "not as it was"},
	"a rating":                      {`UPDATE verdicts SET rating = 'false'`, "verdict 1", "not as it was"},
	"a letter of an article":        {`UPDATE articles SET body = replace(body, 'recalled', 'Recalled')`, "article 1", "not as it was"},
	"who wrote an article":          {`UPDATE articles SET user_id = 1`, "article 1", "not as it was"},
	"a missing article":             {`DELETE FROM articles`, "article 1", ""},
	"a reference to nothing":        {`UPDATE claims SET claimant_id = 99`, "database", "points at nothing"},
	"a revision that nobody logged": {`INSERT INTO revisions (claim_id, number, class, note, at, user_id, slug, rating, language, content, hash) SELECT claim_id, 2, '', '', at, 1, slug, rating, language, content || ' ', 'x' FROM revisions`, "revision 2 of claim 1", "another hash"},
}

func TestAnOlderRevisionPutBackIsFound(t *testing.T) {
	d := newDesk(t)
	c := d.live()
	d.quote(d.ani, c.ID, planned, factcheck.Context)
	must(t, d.again(c.ID, update))
	d.sound()
	_, err := d.unguarded().ExecContext(d.ctx(), `UPDATE publications SET revision_id = (SELECT min(id) FROM revisions)`)
	must(t, err)
	p, err := d.Verify(d.ctx(), nil)
	must(t, err)
	if len(p.Faults) != 1 || p.Faults[0].What != "claim 1" {
		t.Errorf("the faults are %+v", p.Faults)
	}
}

// copied is the newsroom of d as it is now, in a file of its own.
func (d *desk) copied(t *testing.T) *desk {
	t.Helper()
	folder := t.TempDir()
	_, err := storetest.Raw(t, d.store.Path()).ExecContext(t.Context(), `VACUUM INTO $1`, filepath.Join(folder, store.FileName))
	must(t, err)
	st, err := store.Open(t.Context(), folder)
	must(t, err)
	t.Cleanup(func() { must(t, st.Close()) })
	room, err := newsroom.Open(t.Context(), st, newsroom.Options{BaseURL: "https://check.example", Now: d.clock.Now})
	must(t, err)
	return &desk{Room: room, clock: d.clock, t: t, store: st}
}

func TestTamperingIsFound(t *testing.T) {
	whole := newDesk(t)
	whole.live()
	whole.sound()
	for name, c := range tamperings {
		t.Run(name, func(t *testing.T) {
			d := whole.copied(t)
			result, err := d.unguarded().ExecContext(d.ctx(), c.statement)
			must(t, err)
			if n, err := result.RowsAffected(); err != nil || n == 0 {
				t.Fatalf("nothing was tampered with: %d rows, %v", n, err)
			}
			p, err := d.Verify(d.ctx(), nil)
			must(t, err)
			for _, f := range p.Faults {
				if strings.HasSuffix(f.What, c.what) && strings.Contains(f.Why, c.why) {
					return
				}
			}
			t.Errorf("the faults are %+v, want one of %s with %q", p.Faults, c.what, c.why)
		})
	}
}

func TestAllIsSoundAfterEverythingWasDone(t *testing.T) {
	d := newDesk(t)
	d.known()
	c := d.threefold()
	_, err := d.Submit(d.ctx(), d.ani, c.ID, anyBase, "")
	must(t, err)
	_, err = d.Return(d.ctx(), d.bo, c.ID, anyBase, "Who says so?")
	must(t, err)
	_, err = d.MoveEvidence(d.ctx(), d.ani, c.ID, c.Evidence[2].ID, true)
	must(t, err)
	must(t, d.again(c.ID, first))
	_, err = d.RemoveEvidence(d.ctx(), d.bo, c.ID, c.Evidence[1].ID, anyBase)
	must(t, err)
	mended := text()
	mended.Body = "Recalled [1]."
	_, err = d.WriteArticle(d.ctx(), d.bo, c.ID, anyBase, mended)
	must(t, err)
	must(t, d.again(c.ID, update))
	_, err = d.Drop(d.ctx(), d.bo, d.record("Rain").ID, anyBase, factcheck.Prediction, "x")
	must(t, err)
	_, err = d.EditOwn(d.ctx(), d.ani, "Ani B", "A. B.") // what was signed and written stays hers
	must(t, err)
	s, err := d.Settings(d.ctx())
	must(t, err)
	s.SiteName = "Another name"
	_, err = d.EditSettings(d.ctx(), d.zoe, s)
	must(t, err)
	looked := 0
	p, err := d.Verify(d.ctx(), func(done int) { looked = done })
	must(t, err)
	if len(p.Faults) != 0 || p.Snapshots != 1 || p.Quotes != 3 || p.Revisions != 2 {
		t.Errorf("the report is %+v", p)
	}
	log, err := d.Log(d.ctx(), d.ani, 0, 1000)
	must(t, err)
	if len(log) != p.Events || int(log[0].ID) != p.Events {
		t.Errorf("the log shows %d lines, the newest is %d, there are %d", len(log), log[0].ID, p.Events)
	}
	if all := p.Snapshots + p.Quotes + p.Revisions + p.Versions + p.Events; all >= 100 && looked == 0 {
		t.Errorf("of %d things none was shown as progress", all)
	}
}

func TestTheEditionGrowsWhenThePublicSeesSomethingNew(t *testing.T) {
	d := newDesk(t)
	raises := func(name string, by int64, do func()) {
		t.Helper()
		before := d.edition()
		do()
		if got := d.edition() - before; got != by {
			t.Errorf("%s raised the edition by %d, want %d", name, got, by)
		}
	}
	var c factcheck.Claim
	raises("the way to review", 0, func() { c = d.sent() })
	raises("approving", 0, func() { _, err := d.Approve(d.ctx(), d.bo, c.ID, anyBase, ""); must(t, err) })
	raises("publishing", 1, func() { _, err := d.Publish(d.ctx(), d.bo, c.ID, anyBase, first); must(t, err) })
	raises("a refused publication", 0, func() { _, _ = d.Publish(d.ctx(), d.bo, c.ID, anyBase, first) })
	raises("a draft of the next revision", 0, func() {
		mended := text()
		mended.Summary = "Mended."
		_, err := d.WriteArticle(d.ctx(), d.bo, c.ID, anyBase, mended)
		must(t, err)
	})
	raises("a minor revision", 1, func() { _, err := d.Publish(d.ctx(), d.bo, c.ID, anyBase, minor); must(t, err) })
	raises("approving and publishing", 1, func() { d.live() })
	raises("the name of somebody", 0, func() { _, err := d.EditOwn(d.ctx(), d.ani, "Ani B", ""); must(t, err) })
	raises("a private remark", 0, func() { must(t, d.NoteOnClaim(d.ctx(), d.bo, c.ID, "Hm.")) })
	raises("logging in", 0, func() { d.known() })
	raises("another publisher of a source", 0, func() {
		s, err := d.Source(d.ctx(), d.source)
		must(t, err)
		changed := s.Draft()
		changed.Publisher = "P"
		_, err = d.EditSource(d.ctx(), d.ani, d.source, s.Version, changed)
		must(t, err)
	})
	raises("the newsroom's name", 1, func() {
		s, err := d.Settings(d.ctx())
		must(t, err)
		s.SiteName = "Another name"
		_, err = d.EditSettings(d.ctx(), d.zoe, s)
		must(t, err)
	})
}

func TestWhatIsPublicStaysAsItWasPublished(t *testing.T) {
	d := newDesk(t)
	c := d.live()
	before := d.check()
	s, err := d.Source(d.ctx(), d.source)
	must(t, err)
	changed := s.Draft()
	changed.Title = "Another title"
	_, err = d.EditSource(d.ctx(), d.ani, d.source, s.Version, changed)
	must(t, err)
	_, err = d.EditSource(d.ctx(), d.ani, d.source, s.Version, changed)
	refused(t, err, factcheck.Conflict, "version 2")
	_, err = d.EditOwn(d.ctx(), d.ani, "Ani B", "A. B.")
	must(t, err)
	for _, change := range []func() error{
		func() error { return d.attribute(c, factcheck.Person) },
		func() error {
			_, err := d.RuleOn(d.ctx(), d.ani, c.ID, anyBase, factcheck.VerdictDraft{Rating: "true", Explanation: "x"})
			return err
		},
		func() error { _, err := d.RemoveEvidence(d.ctx(), d.ani, c.ID, c.Evidence[0].ID, anyBase); return err },
	} {
		must(t, change())
	}
	after := d.check()
	if after.Content.Evidence[0].Source.Title != "A seat left empty" || after.Content.Byline != "Ani" || after.Content.Claimant != nil ||
		after.Live.ContentHash != before.Live.ContentHash {
		t.Errorf("the public sees %+v", after.Content)
	}
	for query, want := range map[string]int{"sargsyan": 0, "armenia": 1} {
		if page, err := d.Published(d.ctx(), newsroom.PublicFilter{Query: query}); err != nil || page.Total != want {
			t.Errorf("%q finds %d checks, %v", query, page.Total, err)
		}
	}
	if page, err := d.Published(d.ctx(), newsroom.PublicFilter{Rating: "true"}); err != nil || page.Total != 0 {
		t.Errorf("a draft's rating finds %d checks, %v", page.Total, err)
	}
}
