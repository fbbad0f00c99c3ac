package demo

import (
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/store"
)

// built is the file of the example newsroom, built once for all tests.
var built = sync.OnceValues(func() ([]byte, error) {
	ctx := context.Background()
	folder, err := os.MkdirTemp("", "claimdesk-test-*")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	st, err := store.Open(ctx, folder)
	if err != nil {
		return nil, err
	}
	if err := errors.Join(Build(ctx, opener(ctx, st)), st.Close()); err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(folder, store.FileName))
})

func opener(ctx context.Context, st *store.Store) func(now func() time.Time) (*newsroom.Room, error) {
	return func(now func() time.Time) (*newsroom.Room, error) {
		return newsroom.Open(ctx, st, newsroom.Options{BaseURL: "http://127.0.0.1:8080", Now: now})
	}
}

// example is a copy of the example newsroom, and how to open it again.
func example(t *testing.T) (*newsroom.Room, func(now func() time.Time) (*newsroom.Room, error)) {
	t.Helper()
	file, err := built()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, store.FileName), file, 0o600); err != nil {
		t.Fatal(err)
	}
	st, err := store.Open(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	open := opener(t.Context(), st)
	room, err := open(time.Now)
	if err != nil {
		t.Fatal(err)
	}
	return room, open
}

func claimsOf(t *testing.T, room *newsroom.Room, f newsroom.ClaimFilter) []factcheck.Claim {
	t.Helper()
	page, err := room.Claims(t.Context(), factcheck.ByConsole(), f)
	if err != nil {
		t.Fatal(err)
	}
	return page.Items
}

func onPages(t *testing.T, room *newsroom.Room) []newsroom.Check {
	t.Helper()
	page, err := room.Published(t.Context(), newsroom.PublicFilter{})
	if err != nil {
		t.Fatal(err)
	}
	return page.Items
}

func TestClaimsStandAtEveryStage(t *testing.T) {
	room, _ := example(t)
	got := map[factcheck.Status]int{}
	for _, c := range claimsOf(t, room, newsroom.ClaimFilter{}) {
		got[c.Status]++
	}
	want := map[factcheck.Status]int{factcheck.Published: 6, factcheck.Approved: 1, factcheck.InReview: 1,
		factcheck.Researching: 1, factcheck.New: 1, factcheck.Dropped: 1}
	if !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestWhatIsPublishedPassesTheGateAndItsReminders(t *testing.T) {
	room, _ := example(t)
	for _, c := range claimsOf(t, room, newsroom.ClaimFilter{Status: factcheck.Published}) {
		gate, err := room.Gate(t.Context(), c.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range append(gate.Items, gate.Reminders...) {
			if !i.OK {
				t.Errorf("%q: %s: %s", c.Text, i.Rule, i.Message)
			}
		}
	}
}

func TestRatingsArePublishedOverTheScale(t *testing.T) {
	room, _ := example(t)
	got, err := room.RatingCounts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]int{"true": 1, "mostly-true": 1, "missing-context": 1, "misinterpreted": 1, "misleading": 1, "false": 1}
	if !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestTheEmptySeatLeads(t *testing.T) {
	room, _ := example(t)
	lead := onPages(t, room)[0].Content
	if lead.Claim != "Armenia is leaving the CSTO." || lead.Rating.Slug != factcheck.Misinterpreted ||
		lead.Headline != "Armenia's seat at the CSTO is empty. It has not resigned." {
		t.Errorf("the lead is %q (%s): %q", lead.Headline, lead.Rating.Slug, lead.Claim)
	}
	if len(lead.Reasons) == 0 || lead.Reasons[0] != factcheck.Overstated || lead.Misread == nil || lead.Misread.Description == "" {
		t.Errorf("it was misread as %v, %+v", lead.Reasons, lead.Misread)
	}
}

func TestOneCheckWasCorrected(t *testing.T) {
	room, _ := example(t)
	corrected := 0
	for _, c := range onPages(t, room) {
		if c.Revisions == 1 {
			continue
		}
		corrected++
		all, err := room.Revisions(t.Context(), c.Content.ClaimID)
		if err != nil {
			t.Fatal(err)
		}
		if len(all) != 2 || all[0].Class != factcheck.Substantial || all[0].Note == "" || all[0].Content.Body == all[1].Content.Body {
			t.Errorf("the revisions of %q are %+v", c.Content.Claim, all)
		}
	}
	if corrected != 1 {
		t.Errorf("%d checks were corrected", corrected)
	}
}

func TestDatesRunForward(t *testing.T) {
	room, _ := example(t)
	for _, c := range onPages(t, room) {
		n := c.Content
		day := factcheck.DateOf(n.FirstAt)
		if n.SaidOn > n.AsOf || n.AsOf >= day {
			t.Errorf("%q was said on %s, judged as of %s and published on %s", n.Claim, n.SaidOn, n.AsOf, day)
		}
		for _, a := range n.Appearances {
			if a.SeenOn < n.SaidOn || a.SeenOn > n.AsOf {
				t.Errorf("%q was said on %s, seen on %s and judged as of %s", n.Claim, n.SaidOn, a.SeenOn, n.AsOf)
			}
		}
		for _, e := range n.Evidence {
			if e.Source.PublishedOn > n.AsOf || e.Source.RetrievedAt.After(n.FirstAt) {
				t.Errorf("%q rests on evidence of %s, copied %s", n.Claim, e.Source.PublishedOn, e.Source.RetrievedAt)
			}
		}
		if n.Byline != "Reporter" || n.EditedBy != "Editor" || !n.FourEyes {
			t.Errorf("%q is by %s, edited by %s", n.Claim, n.Byline, n.EditedBy)
		}
	}
	if now := room.Now(); now.Year() < 2024 {
		t.Errorf("the newsroom still lives in %s", now)
	}
}

func TestEveryQuoteIsMarkedInItsArticle(t *testing.T) {
	for _, k := range claims() {
		for i := range k.quotes {
			if mark := "[" + string(rune('1'+i)) + "]"; !strings.Contains(k.article.Body, mark) {
				t.Errorf("the article on %q has no %s", k.claim.Text, mark)
			}
		}
	}
}

func TestEverythingVerifies(t *testing.T) {
	room, _ := example(t)
	report, err := room.Verify(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range report.Faults {
		t.Errorf("%s: %s", f.What, f.Why)
	}
	if report.Counts["quotes"] < 25 || report.Counts["revisions"] != 7 {
		t.Errorf("it looked at %+v", report)
	}
}

func TestTheNewsroomSaysThatItIsAnExample(t *testing.T) {
	room, _ := example(t)
	s, err := room.Settings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if !s.Example || !s.FourEyes || s.SiteName != "Claimdesk example newsroom" {
		t.Errorf("the settings are %+v", s)
	}
}

func TestBuildingTwiceChangesNothing(t *testing.T) {
	room, open := example(t)
	before, err := room.Edition(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := Build(t.Context(), open); err != nil {
		t.Fatal(err)
	}
	after, err := room.Edition(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if n := len(claimsOf(t, room, newsroom.ClaimFilter{})); after != before || n != len(claims()) {
		t.Errorf("edition %d became %d, there are %d claims", before, after, n)
	}
}

func TestTheClockNeverRunsBack(t *testing.T) {
	c := &clock{}
	if err := c.reach("14 09:00"); err != nil {
		t.Fatal(err)
	}
	if first, second := c.now(), c.now(); !second.After(first) {
		t.Errorf("%s is followed by %s", first, second)
	}
	if err := c.reach("14 09:00"); err == nil {
		t.Error("it went back")
	}
}

// TestChecksLinkOnlyToWhatWasPublishedBefore follows the links between the
// checks: a reader of that day would have found the page.
func TestChecksLinkOnlyToWhatWasPublishedBefore(t *testing.T) {
	room, _ := example(t)
	all := onPages(t, room)
	links := 0
	for _, from := range all {
		whole, err := room.Check(t.Context(), from.Live.Slug)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range strings.Split(whole.Content.Body, "](/fact-checks/")[1:] {
			links++
			slug, _, _ := strings.Cut(part, ")")
			if to, err := room.Check(t.Context(), slug); err != nil || !to.Live.FirstAt.Before(from.Live.FirstAt) {
				t.Errorf("%s links to %s: %v", from.Live.Slug, slug, err)
			}
		}
	}
	if links == 0 {
		t.Error("no check links to another")
	}
}
