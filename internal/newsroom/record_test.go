package newsroom_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// shared is what claims recorded at once have in common.
func (d *desk) shared() factcheck.ClaimDraft {
	return factcheck.ClaimDraft{SourceID: d.source, SaidOn: "2023-09-12", Topics: []string{"CSTO", "Armenia"}, AssigneeID: d.dav.ID,
		Appearances: []factcheck.AppearanceDraft{{Outlet: "A channel"}}}
}

func (d *desk) total() int {
	d.t.Helper()
	page, err := d.Claims(d.ctx(), factcheck.ByConsole(), newsroom.ClaimFilter{})
	must(d.t, err)
	return page.Total
}

func TestSeveralClaimsAreRecordedAtOnce(t *testing.T) {
	d := newDesk(t)
	claims, err := d.RecordClaims(d.ctx(), d.ani, "Armenia is leaving\r\n\n  Armenia   has left \n\nՀայաստանը դուրս է գալիս\n", d.shared())
	must(t, err)
	var texts []string
	for _, c := range claims {
		texts = append(texts, c.Text)
		if c.SourceID != d.source || c.SaidOn != "2023-09-12" || !slices.Equal(c.TopicNames(), []string{"CSTO", "Armenia"}) ||
			c.AssigneeID != d.dav.ID || c.Status != factcheck.Researching || len(c.Appearances) != 1 || c.CreatedBy != d.ani.ID {
			t.Errorf("recorded %+v", c)
		}
	}
	if want := []string{"Armenia is leaving", "Armenia has left", "Հայաստանը դուրս է գալիս"}; !slices.Equal(texts, want) {
		t.Errorf("the claims are %q, want %q", texts, want)
	}
	d.sound()
}

func TestSeveralClaimsAreRecordedAllOrNone(t *testing.T) {
	d := newDesk(t)
	long := strings.Repeat("a", factcheck.MaxClaim+1)
	before := d.sound().Counts["events"]
	for name, c := range map[string]struct {
		lines  string
		change func(*factcheck.ClaimDraft)
		fields []string
		says   string
	}{
		"a line too long":        {"One\n\n" + long + "\nTwo", nil, []string{"lines"}, "Line 3: "},
		"two lines too long":     {long + "\nOne\n" + long, nil, []string{"lines", "lines"}, "Line 1: "},
		"not UTF-8":              {"One\nTw\xffo", nil, []string{"lines"}, "Line 2: This is not valid UTF-8 at byte 2"},
		"nothing":                {" \n\t\n", nil, []string{"lines"}, "no claim here"},
		"too many":               {strings.Repeat("a\n", factcheck.MaxAtOnce+1), nil, []string{"lines"}, "At most 100"},
		"a wrong date, once":     {"One\nTwo", func(s *factcheck.ClaimDraft) { s.SaidOn = "1899-12-31" }, []string{"said_on"}, "1900"},
		"no such source":         {"One\nTwo", func(s *factcheck.ClaimDraft) { s.SourceID = 99 }, []string{"source_id"}, "no source"},
		"no such person":         {"One\nTwo", func(s *factcheck.ClaimDraft) { s.AssigneeID = 99 }, []string{"assignee_id"}, "no person"},
		"a wrong line and topic": {long, func(s *factcheck.ClaimDraft) { s.Topics = []string{long} }, []string{"lines", "topics"}, "characters long"},
	} {
		shared := d.shared()
		if c.change != nil {
			c.change(&shared)
		}
		_, err := d.RecordClaims(d.ctx(), d.ani, c.lines, shared)
		if err == nil {
			t.Errorf("%s: recorded", name)
			continue
		}
		faulty(t, err, c.fields...)
		refused(t, err, factcheck.Invalid, c.says)
	}
	if n := d.total(); n != 0 {
		t.Errorf("%d claims were recorded all the same", n)
	}
	if after := d.sound().Counts["events"]; after != before {
		t.Errorf("the refusals left %d lines in the log", after-before)
	}
	claims, err := d.RecordClaims(d.ctx(), d.ani, strings.Repeat("a\n", factcheck.MaxAtOnce), d.shared())
	if err != nil || len(claims) != factcheck.MaxAtOnce {
		t.Errorf("as many as fit: %d, %v", len(claims), err)
	}
}

func TestEightPeopleRecordAtOnceAndNothingIsLost(t *testing.T) {
	d := newDesk(t)
	const people, each = 8, 12
	var all sync.WaitGroup
	for p := range people {
		all.Go(func() {
			for i := range each {
				text := fmt.Sprintf("claim %d of person %d", i, p)
				c, err := d.RecordClaim(d.ctx(), d.ani, factcheck.ClaimDraft{Text: text, Topics: []string{"CSTO"},
					Claimant: factcheck.ClaimantDraft{Name: "A channel", Kind: factcheck.Organisation}})
				if err != nil {
					t.Error(err)
					return
				}
				if back, err := d.Claim(d.ctx(), factcheck.ByConsole(), c.ID); err != nil || back.Text != text {
					t.Errorf("%q came back as %q, %v", text, back.Text, err)
				}
			}
		})
	}
	all.Wait()
	if n := d.total(); n != people*each {
		t.Errorf("%d claims are there, want %d", n, people*each)
	}
	topics, err := d.Topics(d.ctx())
	if err != nil || len(topics) != 1 || topics[0].Claims != people*each {
		t.Errorf("the topics are %+v, %v", topics, err)
	}
	d.sound()
}

func TestOfManySavesFromOneStandOneWins(t *testing.T) {
	d := newDesk(t)
	c := d.record("Armenia is leaving")
	var all sync.WaitGroup
	var mu sync.Mutex
	won := 0
	for p := range 8 {
		all.Go(func() {
			_, err := d.EditClaim(d.ctx(), d.ani, c.ID, newsroom.Base{Version: at(c.Version)}, draft(fmt.Sprintf("Text %d", p)))
			mu.Lock()
			defer mu.Unlock()
			if err == nil {
				won++
			} else if factcheck.KindOf(err) != factcheck.Conflict {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if won != 1 || d.claim(c.ID).Version != c.Version+1 {
		t.Errorf("%d saves won, the claim is at version %d", won, d.claim(c.ID).Version)
	}
}

func TestClaimsAreListedByWhatIsChosen(t *testing.T) {
	d := newDesk(t)
	first, err := d.RecordClaims(d.ctx(), d.ani, "Armenia is leaving\nArmenia has left", d.shared())
	must(t, err)
	live, other := d.live(), d.record("Nothing of the sort")
	for name, c := range map[string]struct {
		filter newsroom.ClaimFilter
		want   []int64
	}{
		"all":               {newsroom.ClaimFilter{}, []int64{other.ID, live.ID, first[1].ID, first[0].ID}},
		"new":               {newsroom.ClaimFilter{Status: factcheck.New}, []int64{other.ID}},
		"published":         {newsroom.ClaimFilter{Status: factcheck.Published}, []int64{live.ID}},
		"live":              {newsroom.ClaimFilter{Live: true}, []int64{live.ID}},
		"topic by name":     {newsroom.ClaimFilter{Topic: "csto"}, []int64{first[1].ID, first[0].ID}},
		"rating":            {newsroom.ClaimFilter{Rating: factcheck.Misinterpreted}, []int64{live.ID}},
		"words":             {newsroom.ClaimFilter{Query: "ARMENIA leav"}, []int64{live.ID, first[0].ID}},
		"assignee":          {newsroom.ClaimFilter{Assignee: d.dav.ID}, []int64{first[1].ID, first[0].ID}},
		"nobody":            {newsroom.ClaimFilter{Unassigned: true}, []int64{other.ID, live.ID}},
		"found or quoted":   {newsroom.ClaimFilter{SourceID: d.source}, []int64{live.ID, first[1].ID, first[0].ID}},
		"words, unassigned": {newsroom.ClaimFilter{Query: "armenia", Unassigned: true}, []int64{live.ID}},
		"nothing":           {newsroom.ClaimFilter{Query: "zzz"}, nil},
	} {
		for _, limit := range []int{0, 1} { // whole, and page by page
			got, f := []int64(nil), c.filter
			for f.Limit = limit; ; {
				page, err := d.Claims(d.ctx(), factcheck.ByConsole(), f)
				must(t, err)
				if page.Total != len(c.want) {
					t.Errorf("%s: the total is %d", name, page.Total)
				}
				for _, item := range page.Items {
					got = append(got, item.ID)
				}
				if f.Cursor = page.Next; f.Cursor == "" {
					break
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%s: %v, want %v", name, got, c.want)
			}
		}
	}
	for _, cursor := range []string{"x", "AAAA", "-1.-1", "Ljc"} {
		_, err := d.Claims(d.ctx(), factcheck.ByConsole(), newsroom.ClaimFilter{Cursor: cursor})
		faulty(t, err, "cursor")
	}
}

func TestTheAddressesOfAClaimantCanBeTakenOut(t *testing.T) {
	d := newDesk(t)
	whole := draft("Armenia is leaving")
	whole.Claimant = factcheck.ClaimantDraft{Name: "A channel", Kind: factcheck.Organisation, SameAs: []string{"https://channel.example"}}
	c, err := d.RecordClaim(d.ctx(), d.ani, whole)
	must(t, err)
	whole.Claimant.SameAs = nil
	other, err := d.RecordClaim(d.ctx(), d.ani, whole)
	must(t, err)
	if other.Claimant.ID != c.Claimant.ID || len(other.Claimant.SameAs) != 1 {
		t.Errorf("who leaves them unsaid takes them away: %+v", other.Claimant)
	}
	c, err = d.EditClaim(d.ctx(), d.ani, c.ID, anyBase, whole)
	must(t, err)
	if len(c.Claimant.SameAs) != 0 {
		t.Errorf("taken out, they stay: %+v", c.Claimant)
	}
	d.sound()
}
