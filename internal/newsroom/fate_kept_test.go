package newsroom_test

import (
	"slices"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
)

func TestARemovedQuoteIsLookedForAsLongAsItIsPublic(t *testing.T) {
	d := newDesk(t)
	claim := d.live()
	id := claim.Evidence[1].ID
	d.remove(claim.ID, id)
	d.newer(softer)
	w := d.waiting(d.bo)
	if len(w) != 1 || w[0].EvidenceID != id || w[0].Evidence.Position != 0 || !w[0].Public {
		t.Fatalf("waiting are %+v", w)
	}
	d.tell(w[0].ID, "Other words.")
	if len(d.noted()) != 1 {
		t.Error("readers are not told")
	}
}

func TestAQuoteThatIsPutBackIsLookedForInTheNewestCopy(t *testing.T) {
	d := newDesk(t)
	claim := d.ready()
	id := claim.Evidence[1].ID
	d.remove(claim.ID, id)
	d.newer(softer)
	if w := d.waiting(d.bo); len(w) != 0 {
		t.Errorf("a removed quote waits: %+v", w)
	}
	d.restore(claim.ID, id)
	if w := d.waiting(d.bo); len(w) != 1 || w[0].EvidenceID != id {
		t.Errorf("waiting are %+v", w)
	}
	d.remove(claim.ID, id)
	if w := d.waiting(d.bo); len(w) != 0 {
		t.Errorf("removed again it waits: %+v", w)
	}
	d.restore(claim.ID, id)
	d.sound()
}

func TestWhatIsToldOfAnUnpublishedQuoteIsSeenOncePublic(t *testing.T) {
	d := newDesk(t)
	claim := d.ready()
	d.newer(softer)
	before := d.edition()
	d.tell(d.fate(claim.ID, freezing).ID, "Other words.")
	if d.edition() != before {
		t.Error("the public sees nothing new, and the edition grew")
	}
	n, err := d.Preview(d.ctx(), claim.ID)
	must(t, err)
	if n.Evidence[1].Changed == nil {
		t.Error("the preview does not show the note")
	}
	must(t, d.again(claim.ID, first))
	if d.noted()[freezing] != "Other words." {
		t.Errorf("readers are told %v", d.noted())
	}
}

func TestChangesOfAProtectedSourceAreSeenByThoseNamedOnIt(t *testing.T) {
	d := newDesk(t)
	claim := d.live()
	s, err := d.Source(d.ctx(), d.ani, d.source)
	must(t, err)
	_, err = d.EditSource(d.ctx(), d.ani, s.ID, s.Version, hidden(d.bo.ID))
	must(t, err)
	newest := d.newer(softer).Snapshot.ID
	f := d.fate(claim.ID, freezing)
	for _, stranger := range []factcheck.Actor{d.dav, d.cem, d.zoe} {
		if w := d.waiting(stranger); len(w) != 0 {
			t.Errorf("%s sees %+v", stranger.Name, w)
		}
		_, err := d.ChangedQuote(d.ctx(), stranger, f.ID)
		refused(t, err, factcheck.NotFound, "changed quote")
		_, err = d.Compare(d.ctx(), stranger, s.ID, s.Snapshot.ID, newest)
		refused(t, err, factcheck.NotFound, "source")
		_, _, err = d.Original(d.ctx(), stranger, s.ID, newest)
		refused(t, err, factcheck.NotFound, "source")
		_, err = d.Copy(d.ctx(), stranger, s.ID, newest)
		refused(t, err, factcheck.NotFound, "source")
		_, err = d.QuotesIn(d.ctx(), stranger, s.ID, newest)
		refused(t, err, factcheck.NotFound, "source")
	}
	_, err = d.DecideFate(d.ctx(), d.cem, f.ID, factcheck.FateDraft{Tell: true, Note: "Other words."})
	refused(t, err, factcheck.NotFound, "changed quote")
	if w := d.waiting(d.bo); len(w) != 1 {
		t.Errorf("Bo, who is named, sees %+v", w)
	}
	before := d.edition()
	d.tell(f.ID, "Other words.")
	if len(d.noted()) != 0 || d.edition() != before {
		t.Errorf("readers are told %v, edition %d after %d", d.noted(), d.edition(), before)
	}
	log, err := d.Log(d.ctx(), d.dav, 0, 1)
	must(t, err)
	if log[0].Subject != "fate" || !log[0].Veiled || log[0].Title != factcheck.ProtectedTitle {
		t.Errorf("Dav reads in the log %+v", log[0])
	}
	d.sound()
}

func TestTwoCopiesAreCompared(t *testing.T) {
	d := newDesk(t)
	d.live()
	s := d.newer(softer + "\nA last line.\n")
	all, err := d.Snapshots(d.ctx(), d.dav, d.source)
	must(t, err)
	if len(all) != 2 || all[0].ID != s.Snapshot.ID || all[0].CreatedBy != d.ani.ID {
		t.Fatalf("the copies are %+v", all)
	}
	c, err := d.Compare(d.ctx(), d.dav, d.source, all[1].ID, all[0].ID)
	must(t, err)
	var kinds []quote.PairKind
	for _, p := range c.Pairs {
		kinds = append(kinds, p.Kind)
	}
	if want := []quote.PairKind{quote.Kept, quote.Kept, quote.Changed, quote.Kept, quote.Added}; !slices.Equal(kinds, want) || len(c.Quotes) != 2 {
		t.Errorf("the passages are %v, want %v; %d quotes", kinds, want, len(c.Quotes))
	}
	_, err = d.Compare(d.ctx(), d.dav, d.source, all[1].ID, 99)
	refused(t, err, factcheck.NotFound, "99")
	n, raw, err := d.Original(d.ctx(), d.dav, d.source, all[1].ID)
	must(t, err)
	if string(raw) != brief || n.FileName != "brief.txt" {
		t.Errorf("the original is %q of %+v", raw, n)
	}
	old, err := d.Copy(d.ctx(), d.dav, d.source, all[1].ID)
	must(t, err)
	now, err := d.Reader(d.ctx(), d.dav, d.source)
	must(t, err)
	if len(old.Quoted) != 2 || len(old.Passages) != 4 || len(now.Quoted) != 2 || len(now.Quoted[0].Spans)+len(now.Quoted[1].Spans) != 1 {
		t.Errorf("quoted from the old copy is %+v, from the new one %+v", old.Quoted, now.Quoted)
	}
}

func TestTamperingWithWhatBecameOfQuotesIsFound(t *testing.T) {
	d := newDesk(t)
	claim := d.live()
	d.newer(softer)
	d.tell(d.fate(claim.ID, freezing).ID, "Other words.")
	d.newer(softer + "\nA last line.\n") // what was told holds still
	if p := d.sound(); p.Counts["changed quotes"] != 4 {
		t.Errorf("it looked at %+v", p.Counts)
	}
	d.tampered(t, map[string]tampering{
		"the note":         {`UPDATE fates SET note = 'x' WHERE note <> '' AND snapshot_id = 2`, "fates", "(evidence 2 in snapshot 2)", "was changed past the log"},
		"a note held on":   {`UPDATE fates SET note = 'x' WHERE note <> '' AND snapshot_id = 3`, "fates", "(evidence 2 in snapshot 3)", "nobody has decided"},
		"a note taken off": {`UPDATE fates SET state = 'settled', note = '' WHERE note <> '' AND snapshot_id = 2`, "fates", "(evidence 2 in snapshot 2)", "was changed past the log"},
		"what became":      {`UPDATE fates SET kind = 'unchanged' WHERE note <> ''`, "fates", "(evidence 2 in snapshot 2)", "do not stand where"},
		"where it stands":  {`UPDATE fates SET start_at = 0 WHERE note = ''`, "fates", "(evidence 1 in snapshot 2)", "do not stand where"},
		"beyond the text":  {`UPDATE fates SET end_at = 99999 WHERE note <> ''`, "fates", "(evidence 2 in snapshot 2)", "beyond the text"},
		"a missing one":    {`DELETE FROM fates WHERE snapshot_id = 2`, "versions", "changed quote 2", "it is missing"},
	})
}
