package newsroom_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

func (d *desk) plan(claim int64, p factcheck.PlanDraft) factcheck.Claim {
	d.t.Helper()
	c, err := d.PlanClaim(d.ctx(), d.bo, claim, newsroom.Base{}, p)
	must(d.t, err)
	return c
}

func TestAPlanChangesNothingOfWhatAClaimSays(t *testing.T) {
	d := newDesk(t)
	c := d.sent()
	planned := d.plan(c.ID, factcheck.PlanDraft{DueOn: "2023-09-15", Reach: 2, Harm: 3})
	if planned.Plan != (factcheck.Plan{DueOn: "2023-09-15", Reach: 2, Harm: 3}) || planned.Version != c.Version+1 || planned.Details != c.Details ||
		planned.Status != factcheck.InReview || !planned.Signed(d.ani.ID) {
		t.Errorf("planned it is %+v", planned)
	}
	if again := d.plan(c.ID, factcheck.PlanDraft{DueOn: "2023-09-15", Reach: 2, Harm: 3}); again.Version != planned.Version {
		t.Error("the same plan made a version")
	}
	_, err := d.PlanClaim(d.ctx(), d.ani, c.ID, newsroom.Base{Plan: &factcheck.Plan{}}, factcheck.PlanDraft{})
	refused(t, err, factcheck.Conflict, "plan")
	_, err = d.PlanClaim(d.ctx(), d.ani, c.ID, anyBase, factcheck.PlanDraft{DueOn: "soon", Reach: 4, Harm: -1})
	faulty(t, err, "due_on", "reach", "harm")
	live := d.live()
	if live = d.plan(live.ID, factcheck.PlanDraft{ReviewBy: "2024-01-01"}); live.Status != factcheck.Published {
		t.Errorf("a planned check is %s", live.Status)
	}
	d.sound()
}

func TestWhatIsDueStandsFirstAndTheTallyEqualsTheLists(t *testing.T) {
	d := newDesk(t)
	late, none, soon := d.sent(), d.sent(), d.sent()
	d.plan(late.ID, factcheck.PlanDraft{DueOn: "2023-09-11"})
	d.plan(soon.ID, factcheck.PlanDraft{DueOn: "2023-09-15"})
	again, later := d.live(), d.live()
	d.plan(again.ID, factcheck.PlanDraft{ReviewBy: "2023-09-14"})
	d.plan(later.ID, factcheck.PlanDraft{ReviewBy: "2023-09-15"})
	d.record("Nobody has it")
	mended := d.sent()
	_, err := d.RuleOn(d.ctx(), d.cem, mended.ID, anyBase, factcheck.VerdictDraft{Rating: "false", Explanation: "No."})
	must(t, err)
	back := d.sent()
	_, err = d.Return(d.ctx(), d.bo, back.ID, anyBase, "Who says so?")
	must(t, err)
	approved := d.sent()
	_, err = d.Approve(d.ctx(), d.cem, approved.ID, anyBase, "")
	must(t, err)
	for _, by := range []factcheck.Actor{d.ani, d.dav, d.bo, d.cem, d.zoe} {
		w, err := d.Work(d.ctx(), by)
		must(t, err)
		tally, err := d.Tally(d.ctx(), by)
		must(t, err)
		want := newsroom.Counts{Review: len(w.Review), Agree: len(w.Agree), Returned: len(w.Returned), Mine: len(w.Mine), Ready: len(w.Ready),
			Failed: len(w.Failed), Again: len(w.Again), Changed: len(w.Changed), Tasks: len(w.Tasks), Unassigned: len(w.Unassigned), Unread: tally.Unread}
		if tally != want || w.Tally != want {
			t.Errorf("for %s the tally is %+v, the work's %+v, the lists hold %+v", by.Name, tally, w.Tally, want)
		}
	}
	w, err := d.Work(d.ctx(), d.bo)
	must(t, err)
	if ids := idsOf(w.Review); !slices.Equal(ids, []int64{late.ID, soon.ID, none.ID}) || !slices.Equal(idsOf(w.Again), []int64{again.ID}) {
		t.Errorf("to review are %v, to look at again %v", ids, idsOf(w.Again))
	}
	if w, err = d.Work(d.ctx(), d.ani); err != nil || !slices.Equal(idsOf(w.Agree), []int64{mended.ID}) || len(w.Returned) != 1 {
		t.Errorf("Ani is to agree to %v, %v", idsOf(w.Agree), err)
	}
}

func idsOf(claims []factcheck.Claim) (ids []int64) {
	for _, c := range claims {
		ids = append(ids, c.ID)
	}
	return ids
}

func TestTheQueueDoesNotEndWithItsFirstPage(t *testing.T) {
	d := newDesk(t)
	const many = 55
	var first int64
	for i := range many {
		id := d.sent().ID
		if i == 0 {
			first = id
		}
		d.pass(time.Minute)
	}
	tally, err := d.Tally(d.ctx(), d.bo)
	must(t, err)
	w, err := d.Work(d.ctx(), d.bo)
	must(t, err)
	next, err := d.NextInQueue(d.ctx(), d.bo, 0)
	must(t, err)
	if tally.Review != many || w.Tally.Review != many || len(w.Review) != 50 || next != first {
		t.Errorf("%d wait, %d are shown, next is %d", tally.Review, len(w.Review), next)
	}
}

func TestClaimsAreChosenByPlanClaimantAndLanguage(t *testing.T) {
	d := newDesk(t)
	for i, draft := range []factcheck.ClaimDraft{{Text: "Late", Claimant: factcheck.ClaimantDraft{Name: "Anna Party"}}, {Text: "Soon", Language: "hy"}, {Text: "Far"}, {Text: "Open"}} {
		c, err := d.RecordClaim(d.ctx(), d.ani, draft)
		must(t, err)
		d.plan(c.ID, factcheck.PlanDraft{DueOn: []string{"2023-09-13", "2023-09-20", "2023-09-21", ""}[i], Reach: i, Harm: 3})
	}
	for _, test := range []struct {
		filter newsroom.ClaimFilter
		want   string
	}{{newsroom.ClaimFilter{Due: newsroom.DueLate}, "[1]"}, {newsroom.ClaimFilter{Due: newsroom.DueWeek, Sort: "due"}, "[1 2]"},
		{newsroom.ClaimFilter{Due: newsroom.DueNone}, "[4]"}, {newsroom.ClaimFilter{Priority: 6, Sort: "-priority"}, "[4 3]"},
		{newsroom.ClaimFilter{Claimant: "anna-party"}, "[1]"}, {newsroom.ClaimFilter{Claimant: "ANNA party"}, "[1]"},
		{newsroom.ClaimFilter{Language: "hy"}, "[2]"}, {newsroom.ClaimFilter{Sort: "text"}, "[3 1 4 2]"}} {
		p, err := d.Claims(d.ctx(), d.ani, test.filter)
		must(t, err)
		if got := fmt.Sprint(idsOf(p.Items)); got != test.want || p.Total != len(p.Items) {
			t.Errorf("%+v chooses %s of %d, want %s", test.filter, got, p.Total, test.want)
		}
	}
	p, err := d.Claims(d.ctx(), d.ani, newsroom.ClaimFilter{Sort: "due", Limit: 2})
	must(t, err)
	_, err = d.Claims(d.ctx(), d.ani, newsroom.ClaimFilter{Sort: "-due", Cursor: p.Next})
	faulty(t, err, "cursor")
	_, err = d.Claims(d.ctx(), d.ani, newsroom.ClaimFilter{Sort: "colour"})
	faulty(t, err, "sort")
	_, err = d.Claims(d.ctx(), d.ani, newsroom.ClaimFilter{Due: "never"})
	faulty(t, err, "due")
	if p, err = d.Claims(d.ctx(), d.ani, newsroom.ClaimFilter{Sort: "due", Cursor: p.Next}); err != nil || fmt.Sprint(idsOf(p.Items)) != "[3 4]" {
		t.Errorf("the next page holds %v, %v", idsOf(p.Items), err)
	}
}

func TestViewsAreKeptForOnePerson(t *testing.T) {
	d := newDesk(t)
	kept, err := d.KeepView(d.ctx(), d.ani, factcheck.KeptView{Name: " Energy ", Query: "topic=energy"})
	must(t, err)
	_, err = d.KeepView(d.ctx(), d.ani, factcheck.KeptView{Name: "Energy", Query: "topic=gas"})
	faulty(t, err, "name")
	_, err = d.KeepView(d.ctx(), d.ani, factcheck.KeptView{Name: "All"})
	faulty(t, err, "name")
	refused(t, d.DropView(d.ctx(), d.bo, kept.ID), factcheck.NotFound, "")
	if views, err := d.KeptViews(d.ctx(), d.ani); err != nil || len(views) != 1 || views[0] != (factcheck.KeptView{ID: 1, Name: "Energy", Query: "topic=energy"}) {
		t.Errorf("Ani keeps %+v, %v", views, err)
	}
	if views, err := d.KeptViews(d.ctx(), d.bo); err != nil || len(views) != 0 {
		t.Errorf("Bo keeps %+v, %v", views, err)
	}
	must(t, d.DropView(d.ctx(), d.ani, kept.ID))
	d.sound()
}

func TestWorkOfSomebodyWhoIsShutOutIsWithNobody(t *testing.T) {
	d := newDesk(t)
	one, live := d.ready(), d.live()
	for _, id := range []int64{one.ID, live.ID} {
		_, err := d.AssignClaim(d.ctx(), d.bo, id, d.dav.ID)
		must(t, err)
	}
	u, err := d.SetDisabled(d.ctx(), d.zoe, d.dav.ID, true)
	must(t, err)
	if u.GaveBack != 1 || d.claim(one.ID).AssigneeID != 0 || d.claim(one.ID).Status != factcheck.Researching || d.claim(live.ID).AssigneeID != d.dav.ID {
		t.Errorf("%d claims came back; the one is with %d", u.GaveBack, d.claim(one.ID).AssigneeID)
	}
	if acts := d.lastActs(2); !slices.Contains(acts, factcheck.AssignClaim) || !slices.Contains(acts, factcheck.DisableUser) {
		t.Errorf("the log has %v", acts)
	}
	for _, by := range []factcheck.Actor{d.bo, d.cem} {
		if w, err := d.Tally(d.ctx(), by); err != nil || w.Unread == 0 || w.Unassigned != 1 {
			t.Errorf("%s is told %d things, and %d claims are with nobody, %v", by.Name, w.Unread, w.Unassigned, err)
		}
	}
	d.sound()
}

func TestTheBoardHoldsEachClaimInItsColumn(t *testing.T) {
	d := newDesk(t)
	d.record("New one")
	d.ready()
	d.sent()
	d.live()
	dropped := d.record("No")
	_, err := d.Drop(d.ctx(), d.bo, dropped.ID, anyBase, factcheck.Opinion, "")
	must(t, err)
	b, err := d.Board(d.ctx(), d.bo, newsroom.ClaimFilter{})
	must(t, err)
	var totals []int
	for _, c := range b.Columns {
		totals = append(totals, c.Total)
		for _, card := range c.Cards {
			if card.Status != c.Status {
				t.Errorf("a claim that is %s stands under %s", card.Status, c.Status)
			}
		}
	}
	if !slices.Equal(totals, []int{1, 1, 1, 0, 1}) || b.Dropped != 1 || !b.Columns[1].Cards[0].Gate.ReadyToSend {
		t.Errorf("the columns hold %v, dropped are %d", totals, b.Dropped)
	}
	d.pass(31 * 24 * time.Hour)
	if b, err = d.Board(d.ctx(), d.bo, newsroom.ClaimFilter{}); err != nil || b.Columns[4].Total != 0 {
		t.Errorf("a month later %d are published, %v", b.Columns[4].Total, err)
	}
}
