package newsroom_test

import (
	"fmt"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// checkOf is a partner's check as a line of JSON.
func checkOf(n int, rating string) string {
	return fmt.Sprintf(`{"@type":"ClaimReview","@id":"https://partner.example/%d","url":"https://partner.example/%d","claimReviewed":"Claim %d of theirs",`+
		`"author":{"@type":"Organization","name":"Partner"},"reviewRating":{"alternateName":%q}}`, n, n, n, rating)
}

// leaning is a newsroom with three checks of a partner, and a claim of Ani's
// that Dav has and that leans on the first two.
func leaning(t *testing.T) (*desk, factcheck.Claim, []factcheck.OtherReview) {
	d := newDesk(t)
	d.brought(checkOf(1, "False")+"\n"+checkOf(2, "False")+"\n"+checkOf(3, "True")+"\n", factcheck.LoadPlan{})
	page, err := d.OtherReviews(d.ctx(), newsroom.OtherFilter{})
	must(t, err)
	all := page.Items
	if len(all) != 3 {
		t.Fatalf("%d checks came in", len(all))
	}
	all[0], all[2] = all[2], all[0] // the first that came first
	c, err := d.RecordClaim(d.ctx(), d.ani, factcheck.ClaimDraft{Text: "Claim 1 of theirs", AssigneeID: d.dav.ID})
	must(t, err)
	must(t, d.LeanOn(d.ctx(), d.ani, c.ID, all[0].ID))
	must(t, d.LeanOn(d.ctx(), d.ani, c.ID, all[0].ID))
	must(t, d.LeanOn(d.ctx(), d.ani, c.ID, all[1].ID))
	return d, c, all
}

// tasks are the texts of those that are open, by their kinds.
func (d *desk) tasks() []string {
	d.t.Helper()
	w, err := d.Work(d.ctx(), d.bo)
	must(d.t, err)
	var list []string
	for _, task := range w.Tasks {
		list = append(list, task.Kind+": "+task.Text)
	}
	return list
}

func TestTheSameChecksAgainChangeNothing(t *testing.T) {
	d, _, all := leaning(t)
	log, err := d.Log(d.ctx(), d.bo, 0, 200)
	must(t, err)
	o := d.brought("["+checkOf(1, "False")+","+checkOf(2, "False")+"]", factcheck.LoadPlan{})
	if o.Unchanged != 2 || o.Changed+o.Reviews+o.Withdrawn+o.Tasks != 0 {
		t.Errorf("%+v", o)
	}
	now, err := d.Log(d.ctx(), d.bo, 0, 200)
	must(t, err)
	if len(now) != len(log) {
		t.Errorf("the log has %d lines more", len(now)-len(log))
	}
	if e, err := d.OtherReview(d.ctx(), all[0].ID); err != nil || e.Review.Version != 1 || len(e.Leans) != 1 {
		t.Errorf("%+v, %v", e, err)
	}
	d.sound()
}

func TestAPartnersChangePutsATaskOnWhatLeansOnIt(t *testing.T) {
	d, c, all := leaning(t)
	o := d.brought(checkOf(1, "Half true")+"\n"+checkOf(3, "False"), factcheck.LoadPlan{})
	if o.Changed != 2 || o.Tasks != 1 {
		t.Errorf("%+v", o)
	}
	if got := d.tasks(); len(got) != 1 || got[0] != "review-changed: Partner has changed its check: the rating was “False” and is “Half true”." {
		t.Errorf("the tasks are %q", got)
	}
	e, err := d.OtherReview(d.ctx(), all[0].ID)
	must(t, err)
	if e.Review.Version != 2 || e.Review.Rating != "Half true" || e.Review.ID != all[0].ID || !strings.Contains(e.Review.Content, "Half true") {
		t.Errorf("%+v", e.Review)
	}
	for name, by := range map[string]factcheck.Actor{"who recorded it": d.ani, "who has it": d.dav} {
		told, err := d.Notifications(d.ctx(), by, "", 50)
		must(t, err)
		n := 0
		for _, one := range told.Items {
			if one.Kind == factcheck.HasTask && one.ClaimID == c.ID {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%s was told %d times", name, n)
		}
	}
	d.sound()
}

func TestAWithdrawalPutsATask(t *testing.T) {
	retracted := strings.Replace(checkOf(1, "False"), `"@type"`, `"creativeWorkStatus":"Retracted","@type"`, 1)
	for name, c := range map[string]struct {
		file string
		plan factcheck.LoadPlan
		n    int
	}{
		"by its status":       {retracted, factcheck.LoadPlan{}, 1},
		"by its rating":       {checkOf(1, "Withdrawn"), factcheck.LoadPlan{}, 1},
		"by being left out":   {checkOf(2, "False"), factcheck.LoadPlan{Complete: true}, 2},
		"left out, unasked":   {checkOf(2, "False"), factcheck.LoadPlan{}, 0},
		"another's full list": {strings.ReplaceAll(checkOf(7, "False"), "partner.example", "else.example"), factcheck.LoadPlan{Complete: true}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			d, _, all := leaning(t)
			o := d.brought(c.file, c.plan)
			if o.Withdrawn != c.n {
				t.Errorf("%+v", o)
			}
			e, err := d.OtherReview(d.ctx(), all[0].ID)
			must(t, err)
			tasks := d.tasks()
			if c.n == 0 {
				if e.Review.Withdrawn() || len(tasks) != 0 {
					t.Errorf("%+v, %q", e.Review, tasks)
				}
				return
			}
			if !e.Review.Withdrawn() || len(tasks) != 1 || !strings.HasPrefix(tasks[0], "review-withdrawn: Partner has withdrawn") {
				t.Errorf("%+v, %q", e.Review, tasks)
			}
			if err := d.LeanOn(d.ctx(), d.ani, 1, all[0].ID); factcheck.KindOf(err) != factcheck.Conflict {
				t.Errorf("leaning on it gives %v", err)
			}
			o = d.brought(checkOf(1, "False"), factcheck.LoadPlan{})
			if o.Changed != 1 || o.Tasks != 1 {
				t.Errorf("standing again gives %+v", o)
			}
			d.sound()
		})
	}
}

func TestChecksOfOurOwnBecomeClaims(t *testing.T) {
	d := newDesk(t)
	own := strings.ReplaceAll(checkOf(1, "False"), "partner.example", d.Host())
	o := d.brought(own+"\n"+checkOf(2, "True"), factcheck.LoadPlan{})
	if o.Claims != 1 || o.Reviews != 1 {
		t.Fatalf("%+v", o)
	}
	c, err := d.Claim(d.ctx(), d.bo, o.First)
	must(t, err)
	notes, err := d.Notes(d.ctx(), o.First)
	must(t, err)
	if c.Verdict != nil || c.Status != factcheck.New || c.Text != "Claim 1 of theirs" || len(notes) != 1 || !strings.Contains(notes[0].Text, "rated “False”") {
		t.Errorf("%+v, %+v", c, notes)
	}
	d.sound()
}

func TestSeveralClaimsOnOnePageStayApart(t *testing.T) {
	d := newDesk(t)
	page := func(claim, rating string) string {
		return fmt.Sprintf(`{"@type":"ClaimReview","url":"https://partner.example/live","claimReviewed":%q,"author":{"name":"Partner"},"reviewRating":{"alternateName":%q}}`, claim, rating) + "\n"
	}
	file := page("One", "False") + page("Two", "True") + page("One", "Half true")
	o := d.brought(file, factcheck.LoadPlan{})
	if o.Reviews != 2 {
		t.Errorf("%+v", o)
	}
	if o = d.brought(file, factcheck.LoadPlan{}); o.Unchanged != 2 {
		t.Errorf("again: %+v", o)
	}
	found, err := d.OtherReviews(d.ctx(), newsroom.OtherFilter{Query: "ONE"})
	must(t, err)
	if len(found.Items) != 1 || found.Items[0].Rating != "Half true" {
		t.Errorf("the last of the same is not the one that counts: %+v", found.Items)
	}
}

func TestChecksOfOthersAreFoundByWordsSiteAndLean(t *testing.T) {
	d, c, all := leaning(t)
	for want, f := range map[int]newsroom.OtherFilter{0: {Query: "100%_nothing"}, 1: {Query: "CLAIM 2"}, 2: {Leaning: true}, 3: {Site: "partner.example"}} {
		page, err := d.OtherReviews(d.ctx(), f)
		if err != nil || len(page.Items) != want {
			t.Errorf("%+v finds %d, %v", f, len(page.Items), err)
		}
	}
	first, err := d.OtherReviews(d.ctx(), newsroom.OtherFilter{Limit: 2})
	must(t, err)
	rest, err := d.OtherReviews(d.ctx(), newsroom.OtherFilter{Limit: 2, Cursor: first.Next})
	if err != nil || len(first.Items) != 2 || len(rest.Items) != 1 || rest.Next != "" || rest.Items[0].ID != all[0].ID {
		t.Errorf("the pages are %+v and %+v, %v", first, rest, err)
	}
	if _, err := d.OtherReviews(d.ctx(), newsroom.OtherFilter{Cursor: "x"}); factcheck.KindOf(err) != factcheck.Invalid {
		t.Errorf("a page that is none gives %v", err)
	}
	must(t, d.LeanOff(d.ctx(), d.dav, c.ID, all[1].ID))
	must(t, d.LeanOff(d.ctx(), d.dav, c.ID, all[1].ID))
	leaned, err := d.LeanedOn(d.ctx(), c.ID)
	if err != nil || len(leaned) != 1 || leaned[0].ID != all[0].ID {
		t.Errorf("it leans on %+v, %v", leaned, err)
	}
	d.sound()
}
