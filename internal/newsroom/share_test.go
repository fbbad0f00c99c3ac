package newsroom_test

import (
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/quote"
)

// longSource is a text of 1,000 words in 20 passages, with a line of its own in
// each.
func longSource(d *desk) factcheck.Source {
	d.t.Helper()
	var text strings.Builder
	for i := range 20 {
		text.WriteString("Passage " + factcheck.Letter(i+1) + " opens" + strings.Repeat(" with words that fill it up", 7) + " and then it ends here.\n\n")
	}
	doc, err := ingest.Text([]byte(text.String()), "")
	must(d.t, err)
	s, err := d.AddSource(d.ctx(), d.ani, factcheck.SourceDraft{Title: "A long one"}, doc)
	must(d.t, err)
	return s
}

func TestTheMoreIsQuotedTheLessIsShownAroundIt(t *testing.T) {
	d := newDesk(t)
	s := longSource(d)
	share, err := d.Share(d.ctx(), d.ani, s.ID)
	must(t, err)
	if share.Words != quote.Words(mustText(d, s.ID)) || share.Quoted != 0 || share.Around != factcheck.Wide || share.Over() || share.Limit != share.Words/10 {
		t.Errorf("of nothing quoted: %+v", share)
	}
	c, err := d.RecordClaim(d.ctx(), d.ani, factcheck.ClaimDraft{Text: "It is long"})
	must(t, err)
	last := share
	for i := range 20 {
		exact := "Passage " + factcheck.Letter(i+1) + " opens with words that fill it up with words that fill it up"
		_, _, err := d.AttachQuote(d.ctx(), d.ani, c.ID, newsroom.Base{}, factcheck.EvidenceDraft{SourceID: s.ID, Exact: exact, Stance: factcheck.Context})
		must(t, err)
		now, err := d.Share(d.ctx(), d.ani, s.ID)
		must(t, err)
		if now.Around > last.Around || now.Quoted <= last.Quoted || !now.Over() && now.Shown > now.Limit {
			t.Errorf("after %d quotes it is %+v, before it was %+v", i+1, now, last)
		}
		last = now
	}
	if !last.Over() || last.Around != 0 || last.Shown != last.Quoted || last.Percent() != 30 {
		t.Errorf("of too much quoted: %+v", last)
	}
}

func mustText(d *desk, source int64) string {
	d.t.Helper()
	text, err := d.SourceText(d.ctx(), d.ani, source)
	must(d.t, err)
	return text
}

func TestASourceThatIsFreeToRepublishIsNotReckoned(t *testing.T) {
	d := newDesk(t)
	s := longSource(d)
	draft := s.Draft()
	draft.Access = factcheck.PublicAccess
	_, err := d.EditSource(d.ctx(), d.ani, s.ID, s.Version, draft)
	must(t, err)
	if share, err := d.Share(d.ctx(), d.ani, s.ID); err != nil || !share.Free || share.Over() {
		t.Errorf("%+v, %v", share, err)
	}
}

func TestReadersSeeNoMoreAroundAQuoteThanTheShareAllows(t *testing.T) {
	d := newDesk(t)
	c := d.ready()
	d.quote(d.ani, c.ID, planned, factcheck.Context)
	_, err := d.Submit(d.ctx(), d.ani, c.ID, newsroom.Base{}, "")
	must(t, err)
	c, err = d.ApproveAndPublish(d.ctx(), d.bo, c.ID, newsroom.Base{}, newsroom.Order{})
	must(t, err)
	share, err := d.Share(d.ctx(), d.ani, d.source)
	must(t, err)
	check, err := d.Check(d.ctx(), c.Live.Slug)
	must(t, err)
	page, err := d.EvidencePage(d.ctx(), c.Evidence[2].ID)
	must(t, err)
	e, x := check.Content.Evidence[2], page.Excerpt
	if !share.Over() || e.Before+e.After != "" || x.Text != e.Exact || x.Start != e.Start || x.End != e.End || x.SHA256 != factcheck.HashOf([]byte(e.Exact)) {
		t.Errorf("of a source quoted too much (%+v) readers see %q, %q and %+v", share, e.Before, e.After, x)
	}
	s, err := d.Source(d.ctx(), d.ani, d.source)
	must(t, err)
	free := s.Draft()
	free.Access = factcheck.PublicAccess
	_, err = d.EditSource(d.ctx(), d.ani, s.ID, s.Version, free)
	must(t, err)
	check, err = d.Check(d.ctx(), c.Live.Slug)
	must(t, err)
	if e := check.Content.Evidence[2]; e.Before+e.After == "" {
		t.Error("once the source is free to republish, the words around the quote are not shown again")
	}
}

func TestALongerTextOfTheSourceGivesReadersMoreAroundItsQuotes(t *testing.T) {
	d := newDesk(t)
	c := d.live()
	d.quote(d.ani, c.ID, planned, factcheck.Context)
	must(t, d.again(c.ID, update))
	c, err := d.Claim(d.ctx(), d.ani, c.ID)
	must(t, err)
	around := func() string {
		check, err := d.Check(d.ctx(), c.Live.Slug)
		must(t, err)
		e := check.Content.Evidence[len(check.Content.Evidence)-1]
		return e.Before + e.After
	}
	if now := around(); now != "" {
		t.Fatalf("of a short source readers see %q around the quote", now)
	}
	before, err := d.Edition(d.ctx())
	must(t, err)
	longer, err := ingest.Text([]byte(mustText(d, d.source)+"\n\n"+strings.Repeat("It was said again in other words. ", 2000)), "")
	must(t, err)
	_, err = d.AddSnapshot(d.ctx(), d.ani, d.source, longer)
	must(t, err)
	if now := around(); now == "" {
		t.Error("the quotes are a small part of the text now, and nothing is shown around them")
	}
	if after, err := d.Edition(d.ctx()); err != nil || after == before {
		t.Errorf("readers see more, and the edition is %d still: %v", after, err)
	}
}
