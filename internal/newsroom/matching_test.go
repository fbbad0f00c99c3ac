package newsroom_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/store"
)

// matching is what a text finds in a room, in words: #7 is claim 7, and what stands
// elsewhere is named by its publisher.
func (d *desk) matching(r *newsroom.Room, text string) string {
	d.t.Helper()
	found, err := r.Match(d.ctx(), d.ani, text, 0)
	must(d.t, err)
	var names []string
	before := 1.0
	for _, m := range found {
		if m.Score <= 0 || m.Score > before {
			d.t.Errorf("%q: a score of %v after %v", text, m.Score, before)
		}
		before = m.Score
		if m.Other != nil {
			names = append(names, m.Other.Publisher)
			continue
		}
		names = append(names, fmt.Sprintf("#%d", m.Claim.ID))
	}
	return strings.Join(names, " ")
}

// matches wants a text to find claims, in this order.
func (d *desk) matches(text, want string) {
	d.t.Helper()
	if got := d.matching(d.Room, text); got != want {
		d.t.Errorf("%q finds %q, want %q", text, got, want)
	}
}

// putElsewhere stores the check of another newsroom.
func (d *desk) putElsewhere(o factcheck.OtherReview) {
	d.t.Helper()
	must(d.t, d.store.Write(d.ctx(), func(tx *store.Tx) error {
		o.UpdatedAt = d.clock.Now()
		if err := tx.PutOtherReviews(d.ctx(), []factcheck.OtherReview{o}); err != nil {
			return err
		}
		return tx.AddEvent(d.ctx(), factcheck.Event{At: o.UpdatedAt, Actor: "console", Action: "import", Subject: "import", SubjectID: 1})
	}))
}

func TestATextFindsTheClaimsThatItRepeats(t *testing.T) {
	d := newDesk(t)
	d.matches("a bridge", "")
	bridge := d.record("The bridge at Harwick stays closed for ten years")
	ferry := d.record("The ferry to Port Ellery burns oil")
	d.matches("#HarwickBridge shut for years?! https://t.co/x — Ivy (@ivy) May 2, 2023", fmt.Sprintf("#%d", bridge.ID))
	found, err := d.Match(d.ctx(), d.ani, ferry.Text+" and the bridge", 1)
	must(t, err)
	if len(found) != 1 || found[0].Claim.ID != ferry.ID || found[0].Claim.Text != ferry.Text || found[0].Claim.Status != factcheck.New ||
		found[0].Claim.PublicPath() != "" || found[0].Claim.Rating.Slug != "" || found[0].Score < 0.5 {
		t.Errorf("found is %+v", found[0].Claim)
	}
	for text, want := range map[string]string{"": "text", " \n": "text", strings.Repeat("ա", 10_001): "text", "\xff": "text"} {
		_, err := d.Match(d.ctx(), d.ani, text, 5)
		faulty(t, err, want)
	}
	if _, err := d.Match(d.ctx(), d.ani, strings.Repeat("ա ", 4_999), 5); err != nil {
		t.Error(err)
	}
}

func TestWhatIsPublishedIsFoundWithItsRatingAndPage(t *testing.T) {
	d := newDesk(t)
	c := d.live()
	found, err := d.Match(d.ctx(), d.ani, "an empty seat", 5) // the headline's words
	must(t, err)
	if len(found) != 1 {
		t.Fatalf("found: %+v", found)
	}
	got := found[0].Claim
	if got.ID != c.ID || got.Headline != text().Headline || got.Status != factcheck.Published || got.Rating.Slug != factcheck.Misinterpreted ||
		got.Rating.Label != "Misinterpreted" || got.PublicPath() != c.Live.Path() || got.Path() != c.Path() {
		t.Errorf("found is %+v", got)
	}
}

func TestTheIndexNoticesWhatChanges(t *testing.T) {
	d := newDesk(t)
	a, b := d.record("The bridge at Harwick is closed"), d.record("The bridge of Harwick was shut")
	both := fmt.Sprintf("#%d #%d", a.ID, b.ID)
	d.matches("Harwick bridge", both)
	// at the very same time
	_, err := d.edit(b.ID, func(c *factcheck.ClaimDraft) {
		c.Text, c.Claimant.Name = "A wolf walks through Northfield", "Lena Marsh"
	})
	must(t, err)
	d.matches("Harwick bridge", fmt.Sprintf("#%d", a.ID))
	d.matches("@LenaMarsh", fmt.Sprintf("#%d", b.ID))
	d.pass(time.Second)
	_, err = d.edit(b.ID, func(c *factcheck.ClaimDraft) { c.Text = "The bridge of Harwick was shut" })
	must(t, err)
	d.matches("Harwick bridge", both)
	_, err = d.Drop(d.ctx(), d.bo, a.ID, newsroom.Base{}, factcheck.TooSmall, "")
	must(t, err)
	d.matches("Harwick bridge", both)
	_, err = d.Reopen(d.ctx(), d.bo, a.ID, newsroom.Base{}, "")
	must(t, err)
	_, err = d.MergeClaim(d.ctx(), d.bo, b.ID, a.ID, newsroom.Base{})
	must(t, err)
	d.matches("Harwick bridge", fmt.Sprintf("#%d", a.ID))
	_, err = d.UnmergeClaim(d.ctx(), d.bo, b.ID, newsroom.Base{})
	must(t, err)
	d.matches("Harwick bridge", both)
}

func TestARenamedClaimantIsFoundByTheNewName(t *testing.T) {
	d := newDesk(t)
	c := d.record("The bridge is closed")
	c, err := d.edit(c.ID, func(c *factcheck.ClaimDraft) { c.Claimant.Name = "Lena Marsh" })
	must(t, err)
	d.matches("Marsh", fmt.Sprintf("#%d", c.ID))
	_, err = d.EditClaimant(d.ctx(), d.bo, c.Claimant.ID, 1, factcheck.ClaimantDraft{Name: "Lena Moor", Kind: factcheck.Person})
	must(t, err)
	d.matches("Marsh", "")
	d.matches("Moor", fmt.Sprintf("#%d", c.ID))
}

func TestWhatAnotherProcessWritesIsFound(t *testing.T) {
	d := newDesk(t)
	d.matches("bridge", "")
	st, err := store.Open(t.Context(), filepath.Dir(d.store.Path()))
	must(t, err)
	defer st.Close()
	other, err := newsroom.Open(t.Context(), st, newsroom.Options{BaseURL: "https://check.example", Now: d.clock.Now})
	must(t, err)
	c, err := other.RecordClaim(d.ctx(), factcheck.ByConsole(), draft("The bridge is closed"))
	must(t, err)
	d.matches("bridge", fmt.Sprintf("#%d", c.ID))
	c, err = other.EditClaim(d.ctx(), factcheck.ByConsole(), c.ID, newsroom.Base{}, draft("The ferry burns oil"))
	must(t, err)
	d.matches("bridge", "")
	d.matches("ferry", fmt.Sprintf("#%d", c.ID))
	if got := d.matching(other, "ferry"); got != fmt.Sprintf("#%d", c.ID) {
		t.Errorf("the other process finds %q", got)
	}
}

func TestAClaimDoesNotFindItself(t *testing.T) {
	d := newDesk(t)
	a, b := d.record("The bridge at Harwick is closed"), d.record("The bridge of Harwick was shut")
	found, err := d.MatchClaim(d.ctx(), d.ani, a.ID, 0)
	must(t, err)
	if len(found) != 1 || found[0].Claim.ID != b.ID {
		t.Errorf("it finds %+v", found)
	}
	_, err = d.MatchClaim(d.ctx(), d.ani, 99, 0)
	refused(t, err, factcheck.NotFound, "99")
}

func TestWhatOtherNewsroomsHaveCheckedIsFoundUntilTheyWithdrawIt(t *testing.T) {
	d := newDesk(t)
	c := d.record("The bridge at Harwick is closed for ten years")
	review := factcheck.OtherReview{ID: 1, Version: 1, IRI: "https://other.example/1", URL: "https://other.example/bridge", Publisher: "Other", Title: "Is the bridge shut?",
		Claim: "Harwick's bridge has been shut", Claimant: "Lena Marsh", Rating: "Wrong", ReviewedOn: "2023-09-01", Language: "en", CreatedAt: d.clock.Now()}
	d.putElsewhere(review)
	d.matches("Harwick bridge shut", fmt.Sprintf("Other #%d", c.ID))
	found, err := d.Match(d.ctx(), d.ani, "Lena Marsh", 1)
	must(t, err)
	if o := found[0].Other; o == nil || o.ID != 1 || o.URL != review.URL || o.Title != review.Title || o.Claim != review.Claim || o.Rating != "Wrong" || o.ReviewedOn != "2023-09-01" {
		t.Errorf("found is %+v", o)
	}
	own, err := d.MatchTips(d.ctx(), d.ani, []factcheck.Tip{{Text: "Harwick bridge shut"}, {Text: "Nobody says this"}}, 1)
	must(t, err)
	if len(own) != 2 || len(own[0]) != 1 || own[0][0].Claim == nil || own[0][0].Claim.ID != c.ID || len(own[1]) != 0 {
		t.Errorf("among the recorded: %+v", own)
	}
	d.pass(time.Minute)
	review.Version, review.Claim = 2, "A wolf walks through Northfield"
	d.putElsewhere(review)
	d.matches("Northfield wolves", "Other")
	review.Version, review.WithdrawnAt = 3, d.clock.Now()
	d.putElsewhere(review)
	d.matches("Northfield wolves", "")
}

// TestNothingOfAProtectedSourceIsFound asks for the words of a source's title.
func TestNothingOfAProtectedSourceIsFound(t *testing.T) {
	d := newDesk(t)
	s := d.added(d.ani, hidden())
	_, err := d.RecordClaim(d.ctx(), d.ani, factcheck.ClaimDraft{Text: "The bridge is closed", SourceID: s.ID})
	must(t, err)
	d.matches(s.Title, "")
}

// lettered is a number as a word.
func lettered(n int) string {
	return "kohl" + strings.Map(func(r rune) rune { return r - '0' + 'k' }, fmt.Sprintf("%05d", n))
}

// TestManyClaimsOfOneMomentAreAllRead records more than are read at once, in the
// same millisecond, and then changes one of the first within it.
func TestManyClaimsOfOneMomentAreAllRead(t *testing.T) {
	d := newDesk(t)
	const many = 1_234
	claims := make([]factcheck.Claim, many)
	for i := range claims {
		claims[i] = factcheck.Claim{ID: int64(i + 1), Version: 1, Details: 1, Status: factcheck.New, Text: "Claim " + lettered(i+1), Language: "en",
			CreatedAt: d.clock.Now(), UpdatedAt: d.clock.Now()}
	}
	must(t, d.store.Write(d.ctx(), func(tx *store.Tx) error {
		if err := tx.AddClaims(d.ctx(), claims); err != nil {
			return err
		}
		return tx.AddEvent(d.ctx(), factcheck.Event{At: d.clock.Now(), Actor: "console", Action: "import", Subject: "import", SubjectID: 1})
	}))
	for _, n := range []int{1, 1_000, 1_001, many} {
		d.matches(lettered(n), fmt.Sprintf("#%d", n))
	}
	_, err := d.edit(3, func(c *factcheck.ClaimDraft) { c.Text = "A wolf" })
	must(t, err)
	d.matches("wolf", "#3")
	d.matches(lettered(3), "")
}

func TestManyMayAskWhileClaimsAreRecorded(t *testing.T) {
	d := newDesk(t)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 10 {
				c, err := d.RecordClaim(d.ctx(), d.ani, draft("The bridge is closed"))
				if err != nil {
					t.Error(err)
					return
				}
				found, err := d.Match(d.ctx(), d.ani, "bridge", 0)
				if err != nil || !slices.ContainsFunc(found, func(m factcheck.Match) bool { return m.Claim.ID == c.ID }) {
					t.Errorf("#%d is not among %d, %v", c.ID, len(found), err)
				}
			}
		})
	}
	all.Wait()
}
