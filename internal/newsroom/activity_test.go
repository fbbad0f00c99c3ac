package newsroom_test

import (
	"strings"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

func TestActivityTellsWhatActsHaveChangedAndHoldsTheNotes(t *testing.T) {
	d := newDesk(t)
	c := d.sent()
	d.pass(time.Minute)
	must(t, d.NoteOnClaim(d.ctx(), d.bo, c.ID, "A remark."))
	d.pass(time.Minute)
	_, err := d.AssignClaim(d.ctx(), d.zoe, c.ID, d.dav.ID)
	must(t, err)
	d.pass(time.Minute)
	_, err = d.Return(d.ctx(), d.bo, c.ID, newsroom.Base{}, "Once more.")
	must(t, err)
	all, err := d.Activity(d.ctx(), c.ID)
	must(t, err)
	var lines []string
	for _, a := range all {
		if a.Note != nil {
			lines = append(lines, a.Note.By+" noted "+a.Note.Text)
			continue
		}
		lines = append(lines, a.Event.By+" "+string(a.Event.Action)+" "+strings.Join(a.Details, "; "))
	}
	want := []string{
		"Bo claim.return moved from in review to researching",
		"Bo noted Once more.",
		"Zoe claim.assign given to Dav",
		"Bo noted A remark.",
		"Ani claim.submit moved from researching to in review",
		"Ani article.write ",
		"Ani verdict.rule rated Misinterpreted",
		"Ani evidence.attach supports: “" + freezing + "”",
		"Ani evidence.attach refutes: “" + recalled + "”; moved from new to researching",
		"Ani claim.record ",
	}
	if strings.Join(lines, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
}

func TestActivityTellsOfChangedWords(t *testing.T) {
	d := newDesk(t)
	c := d.record("It is so")
	_, err := d.EditClaim(d.ctx(), d.ani, c.ID, newsroom.Base{}, factcheck.ClaimDraft{Text: "It may be so", SaidOn: "2023-09-12",
		Topics: []string{"Alliances"}, Claimant: factcheck.ClaimantDraft{Name: "A speaker"}})
	must(t, err)
	all, err := d.Activity(d.ctx(), c.ID)
	must(t, err)
	if got := strings.Join(all[0].Details, "; "); got != "it now reads “It may be so”; claimant: A speaker; said on 12 Sep 2023; topics: Alliances" {
		t.Errorf("got %q", got)
	}
}
