package newsroom_test

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
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

// tampering is a statement that changes a newsroom past the program, and what
// Verify must then find: check, what (its end) and why (a part of it).
type tampering struct{ statement, check, what, why string }

var hashOfX = factcheck.HashOf([]byte("x"))

// tamperings change one thing each in a newsroom that has one published check.
var tamperings = []map[string]tampering{snapshotTamperings, quoteTamperings, logTamperings, publicTamperings}

var snapshotTamperings = map[string]tampering{
	"a byte of a snapshot's text":  {`UPDATE snapshots SET text = replace(text, 'not leaving', 'not Leaving')`, "snapshots", "snapshot 1", "the text has another hash"},
	"the hash of a text":           {`UPDATE snapshots SET text_sha256 = sha256`, "snapshots", "snapshot 1", "the text has another hash"},
	"the text, and its hash":       {`UPDATE snapshots SET text = 'x', text_sha256 = '` + hashOfX + `'`, "versions", "snapshot 1", "the log has another hash for its text"},
	"a text under its quotes":      {`UPDATE snapshots SET text = 'x', text_sha256 = '` + hashOfX + `'`, "snapshots", "evidence 1 of claim 1", "no longer agrees with snapshot 1"},
	"the length of a text":         {`UPDATE snapshots SET length = length + 1`, "snapshots", "snapshot 1", "its length was changed"},
	"a byte of the original":       {`UPDATE originals SET bytes = CAST(replace(CAST(bytes AS TEXT), 'seat', 'seaT') AS BLOB)`, "snapshots", "snapshot 1", "the original's bytes have another hash"},
	"the hash of the original":     {`UPDATE snapshots SET sha256 = '` + hashOfX + `'`, "snapshots", "snapshot 1", "the original's bytes have another hash"},
	"the original, and its hash":   {`UPDATE originals SET bytes = x'78'; UPDATE snapshots SET sha256 = '` + hashOfX + `', size = 1`, "versions", "snapshot 1", "the log has another hash for its bytes"},
	"the size of the original":     {`UPDATE snapshots SET size = size + 1`, "snapshots", "snapshot 1", "its size was changed"},
	"a missing original":           {`DELETE FROM originals`, "snapshots", "snapshot 1", "missing"},
	"a missing snapshot":           {`DELETE FROM snapshots`, "versions", "snapshot 1", "it is missing"},
	"quotes from no snapshot":      {`DELETE FROM snapshots`, "snapshots", "quotes", "2 of 2 could not be reached"},
	"where a passage begins":       {`UPDATE passages SET start_at = start_at + 1 WHERE number = 2`, "snapshots", "snapshot 1", "words before passage 2 belong to none"},
	"where a passage ends":         {`UPDATE passages SET end_at = end_at - 1 WHERE number = 2`, "snapshots", "snapshot 1", "words before passage 3 belong to none"},
	"where the last passage ends":  {`UPDATE passages SET end_at = end_at - 1 WHERE number = 4`, "snapshots", "snapshot 1", "words behind passage 4 belong to none"},
	"a passage beyond the text":    {`UPDATE passages SET end_at = 9999 WHERE number = 4`, "snapshots", "snapshot 1", "passage 4 overlaps the one before it or ends beyond the text"},
	"a passage over another":       {`UPDATE passages SET end_at = end_at + 20 WHERE number = 2`, "snapshots", "snapshot 1", "passage 3 overlaps"},
	"white space in a passage":     {`UPDATE passages SET start_at = start_at - 1 WHERE number = 2`, "snapshots", "snapshot 1", "white space"},
	"a missing passage":            {`DELETE FROM passages WHERE number = 2`, "snapshots", "snapshot 1", "passage 2 is missing"},
	"a missing last passage":       {`DELETE FROM passages WHERE number = 4`, "snapshots", "snapshot 1", "it has 3 passages, and 4 were stored"},
	"a table that cannot be read":  {`ALTER TABLE passages RENAME TO elsewhere; UPDATE elsewhere SET number = number`, "snapshots", "snapshots", "could not be read to the end"},
	"a reference to nothing":       {`UPDATE claims SET claimant_id = 99`, "database", "database", "points at nothing"},
	"a value that no column takes": {`PRAGMA ignore_check_constraints = 1; UPDATE passages SET start_at = -5 WHERE number = 1`, "database", "database", "CHECK constraint failed"},
}

var quoteTamperings = map[string]tampering{
	"a word of a quote":              {`UPDATE evidence SET exact = replace(exact, 'not', 'now') WHERE id = 2`, "snapshots", "evidence 2 of claim 1", "no longer agrees with snapshot 1"},
	"the place of a quote":           {`UPDATE evidence SET start_at = start_at + 1 WHERE id = 2`, "snapshots", "evidence 2 of claim 1", "(start:"},
	"the end of a quote":             {`UPDATE evidence SET end_at = end_at + 1 WHERE id = 2`, "snapshots", "evidence 2 of claim 1", "(end:"},
	"the spans of a quote":           {`UPDATE evidence SET spans = replace(spans, '"start":', '"start":1') WHERE id = 2`, "snapshots", "evidence 2 of claim 1", "(spans:"},
	"spans that are none":            {`UPDATE evidence SET spans = '{' WHERE id = 2`, "snapshots", "evidence 2 of claim 1", "cannot be read"},
	"what stands before a quote":     {`UPDATE evidence SET prefix = 'x' WHERE id = 2`, "snapshots", "evidence 2 of claim 1", "(prefix:"},
	"what stands behind a quote":     {`UPDATE evidence SET suffix = 'x' WHERE id = 2`, "snapshots", "evidence 2 of claim 1", "(suffix:"},
	"the passage of a quote":         {`UPDATE evidence SET passage = 1 WHERE id = 2`, "snapshots", "evidence 2 of claim 1", "begins in passage 3 and is said to begin in 1"},
	"the snapshot of a quote":        {`UPDATE evidence SET snapshot_id = 99 WHERE id = 2`, "snapshots", "quotes", "1 of 2 could not be reached"},
	"a missing quote":                {`DELETE FROM evidence WHERE id = 2`, "versions", "evidence 2 of claim 1", "it is missing"},
	"a quote under a revision":       {`DELETE FROM evidence WHERE id = 2`, "revisions", "revision 1 of claim 1", "its quote 2"},
	"a quote on another claim":       {`UPDATE evidence SET claim_id = 2 WHERE id = 2`, "versions", "evidence 2 of claim 1", "it stands on claim 2"},
	"a quote, in all its places":     {otherWords, "revisions", "revision 1 of claim 1", "its quote 2"},
	"a quote that the log remembers": {otherWords, "versions", "evidence 2 of claim 1", "it says something else"},
	"the words of a claim":           {`UPDATE claims SET text = text || '!' WHERE id = 1`, "claims", "claim 1", "its words"},
	"the status of a claim":          {`UPDATE claims SET status = 'approved' WHERE id = 2`, "claims", "claim 2", "its status"},
	"the version of a claim":         {`UPDATE claims SET version = version + 1 WHERE id = 2`, "claims", "claim 2", "it is at version 2"},
	"the plan of a claim":            {`UPDATE claims SET due_on = '2030-01-01' WHERE id = 1`, "claims", "claim 1", "its plan"},
	"what a claim repeats":           {`UPDATE claims SET merged_into = 1 WHERE id = 2`, "claims", "claim 2", "merged into"},
	"a time to publish":              {`INSERT INTO schedules VALUES (1, 1, '', '', 1, 1, '')`, "claims", "claim 1", "when it is to be published"},
	"a dissent that nobody wrote":    {`INSERT INTO dissents VALUES (1, 1, 1, 'No.', 0, 1, 0)`, "claims", "claim 1", "its dissents"},
	"the side of a quote":            {`UPDATE evidence SET stance = 'context' WHERE id = 2`, "claims", "claim 1", "given another side"},
	"the speaker of a quote":         {`UPDATE evidence SET speaker = 'x' WHERE id = 2`, "claims", "claim 1", "its quotes are not as in"},
	"a quote taken off":              {`UPDATE evidence SET position = 0 WHERE id = 2`, "claims", "claim 1", "taken off"},
	"a verdict that was put in":      {`INSERT INTO verdicts (claim_id, rating, scale_version, explanation, reasons, misread, evidence_ids, as_of, user_id, at) SELECT claim_id, 'false', scale_version, explanation, reasons, misread, evidence_ids, as_of, user_id, at FROM verdicts`, "claims", "claim 1", "its verdict"},
	"where a claim was seen":         {`INSERT INTO appearances (claim_id, position, url, outlet, seen_on, archived_url, said) VALUES (2, 1, 'https://example.org/', '', '', '', '')`, "claims", "claim 2", "where it was seen"},
	"an explanation":                 {`UPDATE verdicts SET explanation = explanation || '!'`, "versions", "verdict 1", "not as it was"},
	"a rating":                       {`UPDATE verdicts SET rating = 'false'`, "versions", "verdict 1", "not as it was"},
	"a verdict that cannot be read":  {`UPDATE verdicts SET reasons = '{'`, "versions", "of claim 1", "cannot be read"},
	"a missing verdict":              {`DELETE FROM verdicts`, "versions", "verdict 1", "it is missing"},
	"a letter of an article":         {`UPDATE articles SET body = replace(body, 'recalled', 'Recalled')`, "versions", "article 1", "not as it was"},
	"who wrote an article":           {`UPDATE articles SET user_id = 1`, "versions", "article 1", "not as it was"},
	"a missing article":              {`DELETE FROM articles`, "versions", "article 1", "it is missing"},
}

// otherWords makes a quote of other words that do stand in the text.
const otherWords = `UPDATE evidence SET exact = 'It is', start_at = (SELECT instr(text, 'It is') - 1 FROM snapshots), end_at = (SELECT instr(text, 'It is') + 4 FROM snapshots), spans = '' WHERE id = 2`

var logTamperings = map[string]tampering{
	"what an event says was done": {`UPDATE events SET action = 'claim.agree' WHERE id = 9`, "events", "event 9", "another hash"},
	"when it was done":            {`UPDATE events SET at = at + 1 WHERE id = 9`, "events", "event 9", "another hash"},
	"who did it":                  {`UPDATE events SET user_id = user_id + 1 WHERE id = 9`, "events", "event 9", "another hash"},
	"the hash of an event":        {`UPDATE events SET hash = 'x' WHERE id = 9`, "events", "event 9", "another hash"},
	"an event and its hash":       {`UPDATE events SET user_id = 1, hash = 'x' WHERE id = 9`, "events", "event 10", "does not follow"},
	"what an event follows on":    {`UPDATE events SET previous = 'x' WHERE id = 9`, "events", "event 9", "does not follow"},
	"a missing event":             {`DELETE FROM events WHERE id = 9`, "events", "event 10", "the one before it, 9, is missing"},
	"the missing first event":     {`DELETE FROM events WHERE id = 1`, "events", "event 2", "is missing"},
	"missing last events":         {`DELETE FROM events WHERE id > 9`, "versions", "of claim 1", "the log knows nothing of it"},
	"the one missing last event":  {`DELETE FROM events WHERE id = (SELECT max(id) FROM events)`, "versions", "version 1 of claim 2", "the log knows nothing of it"},
	"an event that was put in":    {`INSERT INTO events SELECT max(id) + 1, at, actor, user_id, action, subject, subject_id, version, '', request_id, hash, 'x' FROM events`, "events", "", "another hash"},
	"a byte of a version":         {`UPDATE versions SET content = replace(content, 'leaving', 'Leaving') WHERE subject = 'claim'`, "versions", "version 1 of claim 1", "another hash"},
	"the hash of a version":       {`UPDATE versions SET hash = 'x' WHERE subject = 'claim' AND version = 2`, "versions", "version 2 of claim 1", "another hash"},
	"a version, and its hash":     {`UPDATE versions SET content = 'x', hash = '` + hashOfX + `' WHERE subject = 'claim' AND version = 1`, "versions", "version 1 of claim 1", "the log has another hash for it"},
	"a version that is none":      {`UPDATE versions SET content = 'x', hash = '` + hashOfX + `' WHERE subject = 'claim' AND version = 1`, "versions", "version 1 of claim 1", "it cannot be read"},
	"a missing version":           {`DELETE FROM versions WHERE subject = 'claim' AND version = 2`, "versions", "version 2 of claim 1", "it is missing"},
	"a missing last version":      {`DELETE FROM versions WHERE id = (SELECT max(id) FROM versions)`, "versions", "version 1 of claim 2", "it is missing"},
	"all versions missing":        {`DELETE FROM versions`, "versions", "version 1 of source 1", "it is missing"},
	"versions that change places": {`UPDATE versions SET version = 100 - version WHERE subject = 'claim'`, "versions", "version 99 of claim 1", "the log knows nothing"},
	"a version of something else": {`UPDATE versions SET subject = 'user', subject_id = 77 WHERE subject = 'source'`, "versions", "version 1 of user 77", "the log knows nothing"},
	"a version that was put in":   {`INSERT INTO versions (subject, subject_id, version, content, hash, user_id, at) VALUES ('claim', 1, 99, '{}', '` + factcheck.HashOf([]byte("{}")) + `', 1, 1)`, "versions", "version 99 of claim 1", "the log knows nothing"},
}

var publicTamperings = map[string]tampering{
	"a byte of a revision":          {`UPDATE revisions SET content = replace(content, 'not left', 'NOT left')`, "revisions", "revision 1 of claim 1", "another hash"},
	"the hash of a revision":        {`UPDATE revisions SET hash = 'x'`, "revisions", "revision 1 of claim 1", "another hash"},
	"a revision, and its hash":      {`UPDATE revisions SET content = 'x', hash = '` + hashOfX + `'`, "revisions", "revision 1 of claim 1", "the log knows nothing of it"},
	"a revision that is none":       {`UPDATE revisions SET content = 'x', hash = '` + hashOfX + `'`, "revisions", "revision 1 of claim 1", "it cannot be read"},
	"the rating that lists show":    {`UPDATE revisions SET rating = 'false'`, "revisions", "revision 1 of claim 1", "lists show it wrongly"},
	"the claim of a revision":       {`UPDATE revisions SET claim_id = 2`, "revisions", "revision 1 of claim 2", "the log knows nothing of it"},
	"a revision that nobody logged": {`INSERT INTO revisions (claim_id, number, class, note, at, user_id, slug, rating, language, content, hash) SELECT claim_id, 2, '', '', at, 1, slug, rating, language, content || ' ', 'x' FROM revisions`, "revisions", "revision 2 of claim 1", "another hash"},
	"a missing revision":            {`DELETE FROM revisions`, "publications", "claim 1", "not what was published last"},
	"a missing publication":         {`DELETE FROM publications`, "publications", "claim 1", "nothing of it is public now"},
	"a publication under a rating":  {`UPDATE publications SET rating = 'false'`, "publications", "claim 1", "under another address, rating, language or date"},
	"a publication of another day":  {`UPDATE publications SET first_at = first_at - 86400000`, "publications", "claim 1", "language or date"},
	"a later change":                {`UPDATE publications SET updated_at = updated_at + 1`, "publications", "claim 1", "language or date"},
	"a public note":                 {`UPDATE revisions SET note = 'x'`, "revisions", "revision 1 of claim 1", "its class, its note"},
	"the class of a change":         {`UPDATE revisions SET class = 'minor'`, "revisions", "revision 1 of claim 1", "its class, its note"},
	"when it was published":         {`UPDATE revisions SET at = at + 1`, "revisions", "revision 1 of claim 1", "its class, its note"},
	"who published it":              {`UPDATE revisions SET user_id = 1`, "revisions", "revision 1 of claim 1", "its class, its note"},
}

func TestTamperingIsFound(t *testing.T) {
	whole := newDesk(t)
	whole.live()
	whole.record("Rain is coming")
	whole.sound()
	for _, table := range tamperings {
		whole.tampered(t, table)
	}
}

// tampered tampers with copies of a newsroom, and wants each to be found.
func (d *desk) tampered(t *testing.T, table map[string]tampering) {
	for name, c := range table {
		t.Run(name, func(t *testing.T) {
			copied := d.copied(t)
			result, err := copied.unguarded().ExecContext(t.Context(), c.statement)
			must(t, err)
			if n, err := result.RowsAffected(); err != nil || n == 0 {
				t.Fatalf("nothing was tampered with: %d rows, %v", n, err)
			}
			copied.finds(c)
		})
	}
}

// finds wants Verify to find a fault, and each fault to say something.
func (d *desk) finds(c tampering) {
	d.t.Helper()
	p, err := d.Verify(d.ctx(), nil)
	must(d.t, err)
	if p.OK {
		d.t.Error("the report is OK")
	}
	for _, f := range p.Faults {
		if f.Check == "" || f.What == "" || len(f.Why) < 20 {
			d.t.Errorf("a fault says too little: %+v", f)
		}
	}
	if !slices.ContainsFunc(p.Faults, func(f newsroom.Fault) bool {
		return f.Check == c.check && strings.HasSuffix(f.What, c.what) && strings.Contains(f.Why, c.why)
	}) {
		d.t.Errorf("the faults are %+v, want one in %s of %s with %q", p.Faults, c.check, c.what, c.why)
	}
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

func TestANoteThatWasChangedBeforeTheClaimWentOnIsFound(t *testing.T) {
	d := newDesk(t)
	c := d.live()
	_, err := d.unguarded().ExecContext(d.ctx(), `UPDATE revisions SET note = 'x'`)
	must(t, err)
	d.quote(d.ani, c.ID, planned, factcheck.Context)
	d.finds(tampering{check: "revisions", what: "revision 1 of claim 1", why: "its class, its note"})
}

func TestRevisionsFromBeforeTheirNotesWereSealedStillHold(t *testing.T) {
	d := newDesk(t)
	d.live()
	db := d.unguarded()
	var content string
	must(t, db.QueryRowContext(d.ctx(), `SELECT content FROM versions WHERE subject = 'claim' ORDER BY version DESC LIMIT 1`).Scan(&content))
	before := regexp.MustCompile(`,"revision":1,"live_seal":"[0-9a-f]{64}"`).ReplaceAllString(content, "")
	if before == content {
		t.Fatalf("nothing is sealed in %s", content)
	}
	_, err := db.ExecContext(d.ctx(), `UPDATE versions SET content = $1, hash = $2 WHERE content = $3`, before, factcheck.HashOf([]byte(before)), content)
	must(t, err)
	_, err = db.ExecContext(d.ctx(), `UPDATE events SET content = $1 WHERE content = $2`, factcheck.HashOf([]byte(before)), factcheck.HashOf([]byte(content)))
	must(t, err)
	p, err := d.Verify(d.ctx(), nil)
	must(t, err)
	if slices.ContainsFunc(p.Faults, func(f newsroom.Fault) bool { return f.Check != "events" }) {
		t.Errorf("the faults are %+v", p.Faults)
	}
}

func TestWhoKeptTheEndOfTheLogSeesThatItWasCut(t *testing.T) {
	d := newDesk(t)
	d.known() // logging in leaves nothing but its line
	before := d.sound()
	_, err := d.unguarded().ExecContext(d.ctx(), `DELETE FROM events WHERE id = (SELECT max(id) FROM events)`)
	must(t, err)
	after := d.sound()
	if after.LastEvent != before.LastEvent-1 || after.LastEventHash == before.LastEventHash || len(after.LastEventHash) != 64 {
		t.Errorf("it ended with %d %s, and now with %d %s", before.LastEvent, before.LastEventHash, after.LastEvent, after.LastEventHash)
	}
}

func TestFaultsAreListedInTheirOrderUpToALimit(t *testing.T) {
	d := newDesk(t)
	d.live()
	const more = newsroom.MaxFaults + 500
	_, err := d.unguarded().ExecContext(d.ctx(), fmt.Sprintf(`
		WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
		INSERT INTO evidence (claim_id, source_id, snapshot_id, position, stance, exact, prefix, suffix, start_at, end_at, spans, passage,
			speaker, note, translation, translator, created_by, created_at, removed_at)
		SELECT 1, 1, 1, 0, 'context', 'x', '', '', 5, 6, '[]', 1, '', '', '', '', 1, 1, 1 FROM n`, more))
	must(t, err)
	p, err := d.Verify(d.ctx(), nil)
	must(t, err)
	if p.OK || len(p.Faults) != newsroom.MaxFaults || p.Unlisted != 500 || p.Counts["quotes"] != more+2 {
		t.Fatalf("%d faults, %d unlisted, of %+v", len(p.Faults), p.Unlisted, p.Counts)
	}
	for i, f := range p.Faults[:1000] {
		if want := fmt.Sprintf("evidence %d of claim 1", i+3); f.What != want {
			t.Fatalf("fault %d is of %s, want %s", i, f.What, want)
		}
	}
}
