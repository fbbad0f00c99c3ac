package demo

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/quote"
)

// person is one of the people at the example's desk.
func person(t *testing.T, room *newsroom.Room, role factcheck.Role) factcheck.Actor {
	t.Helper()
	u, err := room.UserByEmail(t.Context(), string(role)+"@example.org")
	if err != nil {
		t.Fatal(err)
	}
	return u.Actor()
}

// sourceIn is the source that was brought in from one of the example's files.
func sourceIn(t *testing.T, room *newsroom.Room, s document) factcheck.Source {
	t.Helper()
	page, err := room.Sources(t.Context(), factcheck.ByConsole(), newsroom.SourceFilter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range page.Items {
		if source.Snapshot.FileName == string(s) {
			return source
		}
	}
	t.Fatalf("no source was brought in from %s", s)
	return factcheck.Source{}
}

func TestReadersSeeTheConfirmedExhibitAndNotTheOther(t *testing.T) {
	room, _ := example(t)
	public := 0
	for _, c := range onPages(t, room) {
		whole, err := room.Check(t.Context(), c.Live.Slug)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range whole.Content.Exhibits {
			public++
			if !e.File.Picture() || e.Alone || !strings.Contains(whole.Content.Body, "["+e.Letter()+"]") {
				t.Errorf("%q has the exhibit %+v", whole.Content.Claim, e)
			}
		}
	}
	if public != 1 {
		t.Errorf("%d exhibits are public", public)
	}
	for _, c := range claimsOf(t, room, newsroom.ClaimFilter{Status: factcheck.InReview}) {
		gate, err := room.Gate(t.Context(), c.ID)
		if err != nil {
			t.Fatal(err)
		}
		open := slices.IndexFunc(gate.Missing(true), func(i factcheck.GateItem) bool { return i.Rule == factcheck.RuleExhibits })
		if open < 0 {
			t.Errorf("nothing in %q waits for a second person to confirm its exhibit", c.Text)
		}
	}
}

func TestTheProtectedSourceIsQuotedButVeiledFromTheAdmin(t *testing.T) {
	room, _ := example(t)
	s := sourceIn(t, room, notes)
	for _, role := range []factcheck.Role{factcheck.Reporter, factcheck.Editor} {
		if _, err := room.Source(t.Context(), person(t, room, role), s.ID); err != nil {
			t.Errorf("the %s cannot see it: %v", role, err)
		}
	}
	if _, err := room.Source(t.Context(), person(t, room, factcheck.Admin), s.ID); factcheck.KindOf(err) != factcheck.NotFound {
		t.Errorf("to the admin it answers %v", err)
	}
	quoted := 0
	for _, e := range publicEvidence(t, room) {
		if e.Source.ID != s.ID {
			continue
		}
		quoted++
		if e.Exact == "" || e.Source.Title != "" || e.Before+e.After != "" || e.Source.Description == "" || e.Source.Because == "" {
			t.Errorf("readers are told %+v", e)
		}
	}
	if quoted != 1 {
		t.Errorf("it is quoted %d times", quoted)
	}
}

// publicEvidence is that of all published checks.
func publicEvidence(t *testing.T, room *newsroom.Room) []factcheck.PublicEvidence {
	t.Helper()
	var all []factcheck.PublicEvidence
	for _, c := range onPages(t, room) {
		whole, err := room.Check(t.Context(), c.Live.Slug)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, whole.Content.Evidence...)
	}
	return all
}

func TestInTheNewerListQuotesHaveEveryFate(t *testing.T) {
	room, _ := example(t)
	s := sourceIn(t, room, lookups)
	changed, err := room.QuotesIn(t.Context(), factcheck.ByConsole(), s.ID, s.Snapshot.ID)
	if err != nil {
		t.Fatal(err)
	}
	kinds, states := map[quote.FateKind]int{}, map[factcheck.FateState]int{}
	for _, c := range changed {
		kinds[c.Kind]++
		states[c.State]++
	}
	for _, kind := range []quote.FateKind{quote.Unchanged, quote.Moved} {
		if kinds[kind] == 0 {
			t.Errorf("none is %s", kind)
		}
	}
	if kinds[quote.Altered] != 1 || kinds[quote.Gone] != 1 || states[factcheck.FateTold] != 1 || states[factcheck.FateOpen] != 1 {
		t.Errorf("the fates are %v, and decided on %v", kinds, states)
	}
	told := 0
	for _, e := range publicEvidence(t, room) {
		if e.Changed != nil && e.Changed.Note != "" {
			told++
		}
	}
	if told != 1 {
		t.Errorf("readers are told of %d changes", told)
	}
	work, err := room.Work(t.Context(), person(t, room, factcheck.Editor))
	if err != nil || len(work.Changed) != 1 || work.Changed[0].Kind != quote.Gone {
		t.Errorf("on the desk wait %+v, %v", work.Changed, err)
	}
}

func TestASummaryOfTheBriefCountsAsOneWithIt(t *testing.T) {
	room, _ := example(t)
	on, page := sourceIn(t, room, brief), sourceIn(t, room, onepage)
	if page.RestsOn != on.ID {
		t.Errorf("it rests on %d, the brief is %d", page.RestsOn, on.ID)
	}
	for _, c := range onPages(t, room) {
		whole, err := room.Check(t.Context(), c.Live.Slug)
		if err != nil {
			t.Fatal(err)
		}
		quoted := map[int64]bool{}
		for _, e := range whole.Content.Evidence {
			quoted[e.Source.ID] = true
		}
		want := len(quoted)
		if quoted[page.ID] && quoted[on.ID] {
			want--
		}
		if whole.Content.Independent != want {
			t.Errorf("%q counts %d independent sources, not %d", whole.Content.Claim, whole.Content.Independent, want)
		}
	}
}

func TestEverySourceSaysWhoHasAnInterestInIt(t *testing.T) {
	room, _ := example(t)
	for _, name := range append(documents(), notes) {
		if s := sourceIn(t, room, name); s.Interest == "" || !strings.HasPrefix(s.Publisher, "Example newsroom") {
			t.Errorf("%s is by %q, with the interest %q", name, s.Publisher, s.Interest)
		}
	}
}

func TestAQuoteIsTranslatedAndAnotherLeavesWordsOut(t *testing.T) {
	room, _ := example(t)
	seen := map[string]int{}
	for _, e := range publicEvidence(t, room) {
		if e.Translation != "" && e.Translator == translator && e.Source.Language == "ru" {
			seen["translated"]++
		}
		if len(e.Spans) > 1 {
			seen["in parts"]++
		}
	}
	if want := map[string]int{"translated": 1, "in parts": 1}; !maps.Equal(seen, want) {
		t.Errorf("got %v, want %v", seen, want)
	}
}

func TestOneClaimStandsInQuotationMarks(t *testing.T) {
	room, _ := example(t)
	var marked []string
	plain, archived := 0, 0
	for _, c := range onPages(t, room) {
		whole, err := room.Check(t.Context(), c.Live.Slug)
		if err != nil {
			t.Fatal(err)
		}
		n := whole.Content
		if n.Verbatim {
			marked = append(marked, n.Claim)
		}
		for _, a := range n.Appearances {
			if a.Plain {
				plain++
			}
			if a.ArchivedURL != "" {
				archived++
			}
		}
	}
	if !slices.Equal(marked, []string{"Armenia is leaving the CSTO."}) || plain != 1 || archived != 2 {
		t.Errorf("in quotation marks stand %q; %d appearances are plain, %d have an archived copy", marked, plain, archived)
	}
}

func TestWhatIsNotFreeIsQuotedWithinItsShare(t *testing.T) {
	room, _ := example(t)
	share, err := room.Share(t.Context(), factcheck.ByConsole(), sourceIn(t, room, words).ID)
	if err != nil {
		t.Fatal(err)
	}
	if share.Free || share.Quoted == 0 || share.Over() || share.Shown > share.Limit || share.Around == 0 {
		t.Errorf("its share is %+v", share)
	}
}
