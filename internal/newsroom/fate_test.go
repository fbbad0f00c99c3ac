package newsroom_test

import (
	"strings"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/quote"
)

// newer brings in another text of the desk's source, a day later.
func (d *desk) newer(text string) factcheck.Source {
	d.t.Helper()
	d.pass(24 * time.Hour)
	doc, err := ingest.Text([]byte(text), "brief.txt")
	must(d.t, err)
	renewed, err := d.AddSnapshot(d.ctx(), d.ani, d.source, doc)
	must(d.t, err)
	return renewed.Source
}

// rewritten is the brief with one of its sentences in other words.
func rewritten(old, now string) string { return strings.Replace(brief, old, now, 1) }

// softer is the brief without its hardest words.
var softer = rewritten(freezing, "It is not leaving the alliance, and has no plans to do so.")

// fate is what became of a quote in the newest copy.
func (d *desk) fate(claim int64, exact string) factcheck.Fate {
	d.t.Helper()
	for _, e := range d.claim(claim).Evidence {
		if e.Exact == exact && e.Fate != nil {
			return *e.Fate
		}
	}
	d.t.Fatalf("nothing became of %q", exact)
	return factcheck.Fate{}
}

func (d *desk) waiting(by factcheck.Actor) []factcheck.ChangedQuote {
	d.t.Helper()
	w, err := d.Work(d.ctx(), by)
	must(d.t, err)
	return w.Changed
}

func (d *desk) tell(fate int64, note string) {
	d.t.Helper()
	_, err := d.DecideFate(d.ctx(), d.bo, fate, factcheck.FateDraft{Tell: true, Note: note})
	must(d.t, err)
}

// noted is what the live page tells of its quotes' sources, by the quote.
func (d *desk) noted() map[string]string {
	d.t.Helper()
	notes := map[string]string{}
	for _, e := range d.check().Content.Evidence {
		if e.Changed != nil {
			notes[e.Exact] = e.Changed.Note
		}
	}
	return notes
}

func TestANewerCopySaysWhatBecameOfEachQuote(t *testing.T) {
	for name, c := range map[string]struct {
		text    string
		kind    quote.FateKind
		passage int
		diff    string // the words that are new
		open    bool
	}{
		"something else changed": {rewritten("planned long before", "planned late"), quote.Unchanged, 3, "", false},
		"a sentence before it":   {rewritten("A seat left empty", "A seat left empty\n\nFirst of all."), quote.Moved, 4, "", false},
		"other words":            {softer, quote.Altered, 3, "and has no plans", true},
		"no such passage":        {rewritten("\n"+freezing+"\n", ""), quote.Gone, 0, "", true},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			claim := d.ready()
			newest := d.newer(c.text)
			f := d.fate(claim.ID, freezing)
			if f.Kind != c.kind || (f.State == factcheck.FateOpen) != c.open || f.SnapshotID != newest.Snapshot.ID {
				t.Errorf("it is %+v", f)
			}
			if e := d.claim(claim.ID).Evidence[1]; e.SnapshotID == newest.Snapshot.ID || e.Exact != freezing {
				t.Errorf("the quote itself is %+v now", e)
			}
			all, err := d.QuotesIn(d.ctx(), d.ani, d.source, newest.Snapshot.ID)
			must(t, err)
			if len(all) != 2 || all[1].Passage != c.passage || all[1].ClaimText != claim.Text || all[1].Public || !all[1].Newest {
				t.Fatalf("in the newer copy it is %+v", all)
			}
			if is := newWords(f.Diff); !strings.Contains(is, c.diff) || (c.diff == "") != (is == "") {
				t.Errorf("new are %q, want %q", is, c.diff)
			}
			if open := d.waiting(d.dav); len(open) != map[bool]int{true: 1}[c.open] {
				t.Errorf("waiting are %+v", open)
			}
			d.sound()
		})
	}
}

func newWords(diff []quote.Diff) string {
	var b strings.Builder
	for _, p := range diff {
		if p.Op == quote.Insert {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func TestReadersLearnThatASourceHasChangedOnceAnEditorSaysSo(t *testing.T) {
	d := newDesk(t)
	claim := d.live()
	before, revision := d.edition(), d.check()
	d.newer(softer)
	f := d.fate(claim.ID, freezing)
	if len(d.noted()) != 0 || d.edition() != before {
		t.Error("readers are told before anybody decided")
	}
	_, err := d.DecideFate(d.ctx(), d.ani, f.ID, factcheck.FateDraft{Tell: true, Note: "Other words."})
	refused(t, err, factcheck.Forbidden, "Your role")
	_, err = d.DecideFate(d.ctx(), d.bo, f.ID, factcheck.FateDraft{Tell: true, Note: "  "})
	faulty(t, err, "note")
	d.tell(f.ID, "On 15 September it no longer held these words.")
	if n := d.noted(); len(n) != 1 || n[freezing] != "On 15 September it no longer held these words." || d.edition() != before+1 {
		t.Errorf("readers are told %v, edition %d after %d", n, d.edition(), before)
	}
	proof, err := d.EvidencePage(d.ctx(), f.EvidenceID)
	must(t, err)
	if c := proof.Evidence.Changed; c == nil || !c.At.Equal(d.clock.Now()) {
		t.Errorf("the proof tells %+v", c)
	}
	if changed, err := d.Changed(d.ctx()); err != nil || !changed.Equal(d.clock.Now()) {
		t.Errorf("the public last saw something new at %v, %v", changed, err)
	}
	if len(d.waiting(d.bo)) != 0 {
		t.Error("it still waits")
	}
	_, err = d.DecideFate(d.ctx(), d.cem, f.ID, factcheck.FateDraft{})
	must(t, err)
	after := d.check()
	after.Content.Evidence[1].Changed = revision.Content.Evidence[1].Changed
	if len(d.noted()) != 0 || d.edition() != before+2 || after.Live != revision.Live {
		t.Errorf("once settled: %v, edition %d after %d, %+v", d.noted(), d.edition(), before, after.Live)
	}
	d.sound()
}

func TestADecisionOnAStaleStandIsRefused(t *testing.T) {
	d := newDesk(t)
	claim := d.live()
	d.newer(softer)
	f, seen := d.fate(claim.ID, freezing), int64(0)
	d.tell(f.ID, "Other words.")
	edition := d.edition()
	d.tell(f.ID, "Other words.")
	if d.edition() != edition {
		t.Error("the same decision once more raised the edition")
	}
	_, err := d.DecideFate(d.ctx(), d.cem, f.ID, factcheck.FateDraft{Version: &seen})
	refused(t, err, factcheck.Conflict, "Somebody else has decided")
	_, err = d.DecideFate(d.ctx(), d.cem, d.fate(claim.ID, recalled).ID, factcheck.FateDraft{})
	refused(t, err, factcheck.Conflict, "nothing to decide")
	d.newer(rewritten(freezing, "It is leaving."))
	_, err = d.DecideFate(d.ctx(), d.cem, f.ID, factcheck.FateDraft{})
	refused(t, err, factcheck.Conflict, "newer copy")
	_, err = d.DecideFate(d.ctx(), d.cem, 99, factcheck.FateDraft{})
	refused(t, err, factcheck.NotFound, "99")
}

func TestOnlyTheNewestCopyWaits(t *testing.T) {
	d := newDesk(t)
	claim := d.live()
	d.newer(softer)
	told := d.fate(claim.ID, freezing)
	d.tell(told.ID, "Other words.")

	d.newer(softer + "\nA last line.\n")
	same := d.fate(claim.ID, freezing)
	if same.ID == told.ID || same.State != factcheck.FateTold || same.Note != "Other words." || len(d.waiting(d.bo)) != 0 {
		t.Errorf("the same change once more is %+v", same)
	}
	d.newer(rewritten(freezing, "It is leaving the alliance, it says."))
	open := d.fate(claim.ID, freezing)
	if open.State != factcheck.FateOpen || d.noted()[freezing] != "Other words." {
		t.Errorf("another change is %+v, and readers are told %v meanwhile", open, d.noted())
	}
	d.newer(rewritten("\n"+freezing+"\n", ""))
	if w := d.waiting(d.bo); len(w) != 1 || w[0].Kind != quote.Gone || w[0].ID == open.ID || !w[0].Public {
		t.Errorf("waiting are %+v", w)
	}
	if d.noted()[freezing] != "Other words." {
		t.Error("what readers were told is gone before anybody decided")
	}
	before := d.edition()
	d.newer(brief + "\nAnd back.\n")
	if f := d.fate(claim.ID, freezing); f.Kind != quote.Unchanged || len(d.noted()) != 0 || len(d.waiting(d.bo)) != 0 || d.edition() != before+1 {
		t.Errorf("with its words back it is %+v, readers are told %v, edition %d after %d", f, d.noted(), d.edition(), before)
	}
	d.sound()
}

func TestTheSameCopyOnceMoreIsNone(t *testing.T) {
	d := newDesk(t)
	claim := d.ready()
	d.newer(brief)
	if all, err := d.Snapshots(d.ctx(), d.ani, d.source); err != nil || len(all) != 1 || d.claim(claim.ID).Evidence[0].Fate != nil {
		t.Errorf("there are %d copies, %v", len(all), err)
	}
}
