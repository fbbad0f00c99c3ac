package newsroom_test

import (
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// attach tries to attach a quote.
func (d *desk) attach(claim int64, q factcheck.EvidenceDraft) (factcheck.Evidence, error) {
	if q.SourceID == 0 {
		q.SourceID = d.source
	}
	if q.Stance == "" {
		q.Stance = factcheck.Refutes
	}
	_, e, err := d.AttachQuote(d.ctx(), d.ani, claim, anyBase, q)
	return e, err
}

func TestWhatIsNotVerbatimIsNeverEvidence(t *testing.T) {
	d := newDesk(t)
	c := d.record("Armenia is leaving the alliance")
	for name, q := range map[string]factcheck.EvidenceDraft{
		"another verb":         {Exact: "It is leaving the alliance"},
		"another case":         {Exact: "it is not leaving the alliance"},
		"another letter":       {Exact: "It is not leavinģ the alliance"},
		"another quotation":    {Exact: "It is not leaving the alliance; but it is all but freezing its membership"},
		"a word left out":      {Exact: "It is not leaving alliance"},
		"an invisible letter":  {Exact: "It is not leav\u200bing the alliance"},
		"letters that look so": {Exact: "It is not lеaving the alliance"}, // a Cyrillic е
		"spans out of order":   {Exact: "freezing its membership […] It is not leaving"},
		"a span that is not":   {Exact: "It is not leaving […] its army"},
		"words far apart":      {Exact: "Armenia has recalled […] the alliance was told of them"},
		"only a gap":           {Exact: "[…]"},
		"the wrong place":      {Exact: "the alliance", Start: 0, End: 12},
		"beyond the end":       {Exact: "the alliance", Start: 100_000, End: 100_012},
		"a negative place":     {Exact: "the alliance", Start: -5, End: 7},
		"end before start":     {Exact: "the alliance", Start: 60, End: 50},
		"not UTF-8":            {Exact: "It is \xff"},
		"nothing":              {Exact: " \n "},
		"too much":             {Exact: strings.Repeat("a", 5_001)},
		"another source":       {SourceID: d.addSource("Another source\n\nNothing of the sort is said here.").ID, Exact: freezing},
		"a source that is not": {SourceID: 99, Exact: freezing},
	} {
		e, err := d.attach(c.ID, q)
		if len(factcheck.Problems(err)) == 0 {
			t.Errorf("%s became evidence %+v, %v", name, e, err)
		}
	}
	if c = d.claim(c.ID); len(c.Evidence) != 0 {
		t.Errorf("the claim has evidence %+v", c.Evidence)
	}
}

func TestARefusedQuoteShowsTheNearestPassage(t *testing.T) {
	d := newDesk(t)
	c := d.record("Armenia is leaving the alliance")
	_, err := d.attach(c.ID, factcheck.EvidenceDraft{Exact: "It is leaving the alliance, and it is freezing its membership."})
	faulty(t, err, "exact")
	near := factcheck.As(err).Nearest
	if near == nil || near.Text != freezing || near.Passage.Number != 3 {
		t.Fatalf("the nearest is %+v", near)
	}
	missing := ""
	for _, part := range near.Diff {
		missing += part.Text + "|"
	}
	if !strings.Contains(missing, "not") || !strings.Contains(missing, "and") {
		t.Errorf("the differences are %q", missing)
	}
	_, err = d.attach(c.ID, factcheck.EvidenceDraft{Exact: "zzz qqq"})
	if e := factcheck.As(err); e == nil || e.Nearest != nil || !strings.Contains(e.Error(), "right source") {
		t.Errorf("nothing like it: %+v", e)
	}
}

func TestOfSeveralPlacesOneHasToBeMeant(t *testing.T) {
	d := newDesk(t)
	c := d.record("Armenia is leaving the alliance")
	_, err := d.attach(c.ID, factcheck.EvidenceDraft{Exact: "the alliance"})
	faulty(t, err, "exact")
	matches := factcheck.As(err).Matches
	if len(matches) != 3 || matches[0].Start >= matches[1].Start {
		t.Fatalf("the places are %+v", matches)
	}
	_, err = d.attach(c.ID, factcheck.EvidenceDraft{Exact: "the alliance", Prefix: "nowhere "})
	faulty(t, err, "exact")
	e, err := d.attach(c.ID, factcheck.EvidenceDraft{Exact: "the alliance", Prefix: "not leaving "})
	must(t, err)
	if e.Start != matches[1].Start || e.Passage != 3 {
		t.Errorf("by what stands before it: %+v, want the place %+v", e.Anchor, matches[1])
	}
	last := matches[2]
	e, err = d.attach(c.ID, factcheck.EvidenceDraft{Exact: "the\n alliance", Start: last.Start, End: last.End})
	must(t, err)
	if e.Start != last.Start || e.End != last.End || e.Exact != "the alliance" || e.Passage != 4 || e.Prefix != last.Prefix {
		t.Errorf("at its place: %+v, want %+v", e.Anchor, last)
	}
	d.sound()
}

func TestAQuoteStandsOnAClaimOnceForEachStance(t *testing.T) {
	d := newDesk(t)
	c := d.record("Armenia is leaving the alliance")
	for _, stance := range factcheck.Stances {
		d.quote(d.ani, c.ID, freezing, stance)
		_, err := d.attach(c.ID, factcheck.EvidenceDraft{Exact: "  " + freezing, Stance: stance})
		refused(t, err, factcheck.Conflict, "already")
	}
	d.quote(d.ani, d.record("Another").ID, freezing, factcheck.Refutes)
}

func TestAQuoteMayLeaveWordsOut(t *testing.T) {
	d := newDesk(t)
	c := d.record("Armenia is leaving the alliance")
	e := d.quote(d.ani, c.ID, "Armenia has recalled its envoy […] It is not leaving [...] freezing its membership", factcheck.Refutes)
	if len(e.Spans) != 3 || e.Exact != "Armenia has recalled its envoy […] It is not leaving […] freezing its membership" {
		t.Errorf("the evidence is %+v", e.Anchor)
	}
	d.sound()
}

func TestWhatAQuoteIsForMayChangeItsWordsMayNot(t *testing.T) {
	d := newDesk(t)
	c := d.ready()
	e := c.Evidence[0]
	changed := factcheck.EvidenceDraft{SourceID: 99, Exact: "Other words", Start: 1, End: 2, Stance: factcheck.Context, Speaker: "N. P.",
		Note: "n", Translation: "t", Translator: "Ani"}
	c, err := d.EditEvidence(d.ctx(), d.ani, c.ID, e.ID, anyBase, changed)
	must(t, err)
	got := c.Evidence[0]
	if got.Exact != recalled || got.Start != e.Start || got.SourceID != e.SourceID || got.Stance != factcheck.Context || got.Speaker != "N. P." ||
		got.Note != "n" || got.Translation != "t" || got.Translator != "Ani" {
		t.Errorf("it became %+v", got)
	}
	_, err = d.EditEvidence(d.ctx(), d.ani, c.ID, e.ID, anyBase, factcheck.EvidenceDraft{Stance: "maybe"})
	faulty(t, err, "stance")
	other := d.record("Another")
	for name, err := range map[string]error{
		"edit":   second(d.EditEvidence(d.ctx(), d.ani, other.ID, e.ID, anyBase, changed)),
		"move":   second(d.MoveEvidence(d.ctx(), d.ani, other.ID, e.ID, true)),
		"remove": second(d.RemoveEvidence(d.ctx(), d.ani, other.ID, e.ID, anyBase)),
	} {
		if err == nil || factcheck.KindOf(err) != factcheck.NotFound {
			t.Errorf("%s through another claim: %v", name, err)
		}
	}
}

func second(_ factcheck.Claim, err error) error { return err }

func TestWhatWasPublishedKeepsItsProof(t *testing.T) {
	d := newDesk(t)
	c := d.live()
	gone := c.Evidence[1]
	_, err := d.RemoveEvidence(d.ctx(), d.ani, c.ID, gone.ID, anyBase)
	must(t, err)
	mended := text()
	mended.Body = "Recalled [1]."
	_, err = d.WriteArticle(d.ctx(), d.ani, c.ID, anyBase, mended)
	must(t, err)
	must(t, d.again(c.ID, newsroom.Order{Class: factcheck.Substantial, Note: "The second quote does not bear on it."}))
	page, err := d.EvidencePage(d.ctx(), gone.ID)
	must(t, err)
	if page.Current || page.Revision != 1 || page.Evidence.Exact != freezing || page.Check.Live.Revision != 2 {
		t.Errorf("the proof of what was removed is %+v", page)
	}
	d.sound()
}

func TestTheWholeTextIsPublicOnlyWhereItsSourceIs(t *testing.T) {
	d := newDesk(t)
	set := func(access factcheck.Access) {
		s, err := d.Source(d.ctx(), factcheck.ByConsole(), d.source)
		must(t, err)
		changed := s.Draft()
		changed.Access = access
		_, err = d.EditSource(d.ctx(), d.ani, d.source, s.Version, changed)
		must(t, err)
	}
	set(factcheck.PublicAccess)
	c := d.live()
	text, err := d.PublicText(d.ctx(), c.Evidence[0].ID)
	if err != nil || !strings.Contains(text, planned) {
		t.Errorf("the text is %q, %v", text, err)
	}
	edition := d.edition()
	set(factcheck.ExcerptAccess)
	_, err = d.PublicText(d.ctx(), c.Evidence[0].ID)
	refused(t, err, factcheck.NotFound, "")
	if d.edition() != edition+1 {
		t.Errorf("taking the text back raised the edition from %d to %d", edition, d.edition())
	}
}
