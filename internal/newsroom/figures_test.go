package newsroom_test

import (
	"reflect"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/store/storetest"
)

// press is a newsroom with a clock of its own, in which one person publishes.
type press struct {
	*testing.T
	room   *newsroom.Room
	now    time.Time
	editor factcheck.Actor
	source int64
}

func newPress(t *testing.T) *press {
	p := &press{T: t, now: time.Date(2023, 9, 4, 10, 0, 0, 0, time.UTC)} // a Monday
	var err error
	p.room, err = newsroom.Open(t.Context(), storetest.New(t), newsroom.Options{BaseURL: "http://127.0.0.1:8080", Now: func() time.Time { return p.now }})
	p.must(err)
	t.Cleanup(p.room.Close)
	u, _, err := p.room.AddUser(t.Context(), factcheck.ByConsole(), factcheck.UserDraft{Email: "bo@example.org", Name: "Bo", Role: factcheck.Admin}, "")
	p.must(err)
	p.editor = u.Actor()
	s, err := p.room.Settings(t.Context())
	p.must(err)
	s.FourEyes = false
	_, err = p.room.EditSettings(t.Context(), p.editor, s)
	p.must(err)
	doc, err := ingest.Text([]byte("The envoy was recalled. No one has resigned."), "")
	p.must(err)
	brief, err := p.room.AddSource(t.Context(), p.editor, factcheck.SourceDraft{Title: "Brief"}, doc)
	p.must(err)
	p.source = brief.ID
	return p
}

func (p *press) must(err error) {
	p.Helper()
	if err != nil {
		p.Fatal(err)
	}
}

func (p *press) record(d factcheck.ClaimDraft) int64 {
	p.Helper()
	c, err := p.room.RecordClaim(p.Context(), p.editor, d)
	p.must(err)
	return c.ID
}

// publish gives a claim quotes, a verdict and a page.
func (p *press) publish(claim int64, rating string, reasons []factcheck.Reason, quotes ...string) {
	p.Helper()
	for _, exact := range quotes {
		_, _, err := p.room.AttachQuote(p.Context(), p.editor, claim, newsroom.Base{}, factcheck.EvidenceDraft{SourceID: p.source, Exact: exact, Stance: factcheck.Refutes})
		p.must(err)
	}
	p.rule(claim, rating, reasons)
	_, err := p.room.WriteArticle(p.Context(), p.editor, claim, newsroom.Base{}, factcheck.ArticleDraft{Headline: "A headline", Summary: "A summary.", Body: "A text."})
	p.must(err)
	p.again(claim, "", "")
}

func (p *press) rule(claim int64, rating string, reasons []factcheck.Reason) {
	p.Helper()
	d := factcheck.VerdictDraft{Rating: rating, Explanation: "It says otherwise.", Reasons: reasons}
	if reasons != nil {
		d.Misread = &factcheck.Misread{Kind: factcheck.MisreadSource, SourceID: p.source}
	}
	_, err := p.room.RuleOn(p.Context(), p.editor, claim, newsroom.Base{}, d)
	p.must(err)
}

func (p *press) again(claim int64, class factcheck.Class, note string) {
	p.Helper()
	_, err := p.room.Submit(p.Context(), p.editor, claim, newsroom.Base{}, "")
	p.must(err)
	_, err = p.room.ApproveAndPublish(p.Context(), p.editor, claim, newsroom.Base{}, newsroom.Order{Class: class, Note: note})
	p.must(err)
}

func TestFiguresAreWhatIsCountedByHand(t *testing.T) {
	p := newPress(t)
	first := p.record(factcheck.ClaimDraft{Text: "One", Topics: []string{"Envoys", "Votes"}, Claimant: factcheck.ClaimantDraft{Name: "A. Speaker"}})
	second := p.record(factcheck.ClaimDraft{Text: "Two", Topics: []string{"Envoys"},
		Claimant: factcheck.ClaimantDraft{Name: "Never Named", Kind: factcheck.PrivatePerson}})
	p.now = p.now.AddDate(0, 0, 15) // two weeks on, on a Tuesday
	third := p.record(factcheck.ClaimDraft{Text: "Three"})
	p.record(factcheck.ClaimDraft{Text: "Four"})
	p.now = p.now.Add(12 * time.Hour)
	p.publish(first, factcheck.Misinterpreted, []factcheck.Reason{factcheck.Overstated, factcheck.WrongActor}, "The envoy was recalled.", "No one has resigned.")
	p.publish(second, "false", nil, "No one has resigned.")
	p.publish(third, "false", nil, "No one has resigned.")
	p.now = p.now.AddDate(0, 0, 1)
	p.rule(second, "misleading", nil)
	p.again(second, factcheck.ReRated, "The facts have changed.")
	p.rule(third, "misleading", nil)
	p.again(third, factcheck.Substantial, "We were wrong.")

	f, err := p.room.Figures(t.Context(), "", "")
	p.must(err)
	want := map[string]factcheck.Figure{
		"weeks": {Series: []string{"New", "Researching", "In review", "Approved", "Published", "Dropped"}, Rows: []factcheck.FigureRow{
			{Label: "2023-09-04", Counts: []int{0, 0, 0, 0, 2, 0}}, {Label: "2023-09-11", Counts: []int{0, 0, 0, 0, 0, 0}},
			{Label: "2023-09-18", Counts: []int{1, 0, 0, 0, 1, 0}}}},
		"days": {Series: []string{"Checks"}, Rows: []factcheck.FigureRow{{Label: "A day or less", Counts: []int{1}}, {Label: "Up to 3 days", Counts: []int{0}}, {Label: "Up to a week", Counts: []int{0}},
			{Label: "Up to 2 weeks", Counts: []int{0}}, {Label: "Up to 30 days", Counts: []int{2}}, {Label: "Longer", Counts: []int{0}}}},
		"topics":    {Series: []string{"Misinterpreted", "Misleading"}, Rows: []factcheck.FigureRow{{Label: "Envoys", Counts: []int{1, 1}}, {Label: "Votes", Counts: []int{1, 0}}}},
		"claimants": {Series: []string{"Misinterpreted", "Misleading"}, Rows: []factcheck.FigureRow{{Label: "", Counts: []int{0, 2}}, {Label: "A. Speaker", Counts: []int{1, 0}}}},
		"reasons":   {Series: []string{"Checks"}, Rows: []factcheck.FigureRow{{Label: "Overstated", Counts: []int{1}}}},
		"changes": {Series: []string{"Checks"}, Rows: []factcheck.FigureRow{{Label: "Correction", Counts: []int{1}}, {Label: "Re-rated", Counts: []int{1}}, {Label: "Update", Counts: []int{0}},
			{Label: "Minor", Counts: []int{0}}, {Label: "Withdrawn", Counts: []int{0}}}},
	}
	for name, got := range map[string]factcheck.Figure{"weeks": f.Weeks, "days": f.DaysBy, "topics": f.Topics, "claimants": f.Claimants, "reasons": f.Reasons, "changes": f.Changes} {
		w := want[name]
		if name == "topics" || name == "claimants" {
			got, w = sortedSeries(got), sortedSeries(w)
		}
		if !reflect.DeepEqual(got, w) {
			t.Errorf("%s are %+v, want %+v", name, got, w)
		}
	}
	if f.Published != 3 || f.Days != (factcheck.Spread{Count: 3, Median: 15.5, Ninetieth: 15.5}) || f.Evidence != (factcheck.Spread{Count: 3, Median: 1, Ninetieth: 2}) {
		t.Errorf("%d are published, %+v, %+v", f.Published, f.Days, f.Evidence)
	}
	if f.QuotesBy.Rows[1].Counts[0] != 2 || f.QuotesBy.Rows[2].Counts[0] != 1 || f.QuotesBy.Total() != 3 {
		t.Errorf("the quotes are %+v", f.QuotesBy)
	}
	before, err := p.room.Figures(t.Context(), "2023-09-01", "2023-09-17")
	p.must(err)
	if before.Published != 0 || before.Weeks.Total() != 2 || before.Topics.Total() != 0 {
		t.Errorf("before the publications there are %+v", before)
	}
}

// sortedSeries has its columns by name: the scale may order ratings as it likes.
func sortedSeries(f factcheck.Figure) factcheck.Figure {
	if len(f.Series) == 2 && f.Series[0] > f.Series[1] {
		f.Series = []string{f.Series[1], f.Series[0]}
		rows := f.Rows
		f.Rows = nil
		for _, r := range rows {
			f.Rows = append(f.Rows, factcheck.FigureRow{Label: r.Label, Counts: []int{r.Counts[1], r.Counts[0]}})
		}
	}
	return f
}

func TestDaysThatCannotBeAreRefused(t *testing.T) {
	p := newPress(t)
	for _, days := range [][2]factcheck.Date{{"yesterday", ""}, {"", "2023-02-31"}, {"2023-09-02", "2023-09-01"}, {"1900-01-01", "2023-09-01"}} {
		if _, err := p.room.Figures(t.Context(), days[0], days[1]); factcheck.KindOf(err) != factcheck.Invalid {
			t.Errorf("%v: %v", days, err)
		}
	}
	if f, err := p.room.Figures(t.Context(), "", ""); err != nil || f.Weeks.Total() != 0 || f.Published != 0 {
		t.Errorf("an empty newsroom has %+v, %v", f, err)
	}
}
