package desk_test

import (
	"net/http"
	"net/url"
	"sync"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// zone sets the newsroom's clocks, and how hard a rule of its gate is.
func (d *newsdesk) zone(name string, rules map[string]factcheck.GateKind) {
	d.t.Helper()
	s, err := d.room.Settings(d.t.Context())
	must(d.t, err)
	s.TimeZone, s.Rules = name, rules
	_, err = d.room.EditSettings(d.t.Context(), d.actor(factcheck.Admin), s)
	must(d.t, err)
}

// approved is a claim that the editor has approved.
func (d *newsdesk) approved(text string) factcheck.Claim {
	d.t.Helper()
	c, err := d.room.Approve(d.t.Context(), d.actor(factcheck.Editor), d.ready(text).ID, newsroom.Base{}, "")
	must(d.t, err)
	return c
}

func TestTheBenchSaysWhoStandsBehindAVerdict(t *testing.T) {
	d := openNewsdesk(t)
	c := d.ready("It is so.")
	d.editor.form(c.Path()+"/verdict", url.Values{"base": {number(c.Verdict.ID)}, "rating": {"misleading"}, "explanation": {"It is not quite so."}})
	d.editor.get(c.Path()).shows(http.StatusOK, "Who stands behind it", "The editor proposed the verdict", "The reporter sent it for review",
		"this no longer holds", "2 verdicts given", "Changed the rating, from False to Misleading, the explanation.")
}

func TestADissentIsNotedAndTakenBackByWhoseItIs(t *testing.T) {
	d := openNewsdesk(t)
	c := d.ready("It is so.")
	d.editor.form(c.Path()+"/dissents", url.Values{"text": {""}, "public": {"on"}}).shows(http.StatusUnprocessableEntity, "The dissent is empty.", `href="#dissent"`)
	d.editor.form(c.Path()+"/dissents", url.Values{"text": {"I would say unproven."}, "public": {"on"}}).leads(c.Path() + "#dissents")
	d.reporter.get(c.Path()).shows(http.StatusOK, "I would say unproven.", "on the public page").hides("Take it back")
	id := number(d.now(c.ID).Dissents[0].ID)
	d.reporter.form(c.Path()+"/dissents/"+id+"/remove", url.Values{}).shows(http.StatusForbidden, "Only The editor can take this dissent back.")
	d.editor.form(c.Path()+"/approve", url.Values{"publish": {"yes"}})
	d.anybody().get(d.now(c.ID).Live.Path()).shows(http.StatusOK, "One of us sees it differently", "I would say unproven.", "The editor")
	d.editor.form(c.Path()+"/dissents/"+id+"/remove", url.Values{}).leads(c.Path() + "#dissents")
}

func TestWhomWeAskedIsNotedAndReadersAreTold(t *testing.T) {
	d := openNewsdesk(t)
	c := d.ready("It is so.")
	d.reporter.get(c.Path()+"/enquiries/new").shows(http.StatusOK, "Whom we asked", "What readers are told")
	d.editor.form(c.Path()+"/enquiries", url.Values{"asked": {""}, "question": {"kept"}}).
		shows(http.StatusUnprocessableEntity, "Say whom you asked", "kept</textarea>")
	d.editor.form(c.Path()+"/enquiries", url.Values{"kind": {"reply"}, "asked": {"The ministry"}, "via": {"e-mail"}, "asked_on": {"2023-09-12"},
		"outcome": {"no-reply"}, "outcome_on": {"2023-09-14"}, "told": {"outcome"}, "question": {"Are you?"}}).leads(c.Path() + "#enquiries")
	d.editor.form(c.Path()+"/enquiries", url.Values{"kind": {"correction"}, "asked": {"The portal"}, "asked_on": {"2023-09-12"},
		"outcome": {"corrected"}, "outcome_on": {"2023-09-15"}, "url": {"https://portal.example/note"}, "told": {"outcome"}}).leads(c.Path() + "#enquiries")
	d.reporter.form(c.Path()+"/agree", url.Values{}) // what readers are told has changed since they signed
	d.editor.form(c.Path()+"/approve", url.Values{"publish": {"yes"}})
	d.anybody().get(d.now(c.ID).Live.Path()).shows(http.StatusOK, "What we asked", "The ministry", "by e-mail", "There was no answer by",
		"Corrections requested", "The portal", "It was corrected on", "https://portal.example/note").hides("Are you?")
	id := number(d.now(c.ID).Enquiries[0].ID)
	d.reporter.get(c.Path()+"/enquiries/"+id).shows(http.StatusOK, "Are you?", "Take it off the claim")
	d.reporter.get(c.Path() + "/enquiries/99").shows(http.StatusNotFound)
	d.reporter.form(c.Path()+"/enquiries/"+id, url.Values{"asked": {"The ministry"}, "version": {"1"}}).
		shows(http.StatusConflict, "The claim has changed since you opened it.", `value="The ministry"`)
	d.reporter.form(c.Path()+"/enquiries/"+id+"/remove", url.Values{}).leads(c.Path() + "#enquiries")
	if got := d.now(c.ID); got.Status != factcheck.Researching || len(got.Enquiries) != 1 {
		t.Errorf("the claim is %s with %d enquiries", got.Status, len(got.Enquiries))
	}
}

func TestALineThatAsksForAReasonIsPassedWithOne(t *testing.T) {
	d := openNewsdesk(t)
	c := d.ready("It is so.")
	d.zone("UTC", map[string]factcheck.GateKind{factcheck.RulePrimary: factcheck.Reasoned})
	d.editor.form(c.Path()+"/approve", url.Values{"publish": {"yes"}}).shows(http.StatusConflict, "No primary source is quoted.")
	d.editor.get(c.Path()).shows(http.StatusOK, "If it cannot be: why not", "Readers see this at the foot of the page.")
	d.editor.form(c.Path()+"/gate/appearance", url.Values{"reason": {"So."}}).shows(http.StatusConflict, "asks for no reason")
	d.editor.form(c.Path()+"/gate/primary-source", url.Values{"reason": {"The archive is closed."}}).leads(c.Path() + "#gate")
	d.editor.form(c.Path()+"/approve", url.Values{"publish": {"yes"}})
	d.anybody().get(d.now(c.ID).Live.Path()).shows(http.StatusOK, "How we checked this", "No primary source is quoted. Why:", "The archive is closed.")
}

func TestAClaimIsScheduledByTheNewsroomsClocks(t *testing.T) {
	d := openNewsdesk(t)
	d.zone("Asia/Yerevan", nil)
	c := d.approved("It is so.")
	yerevan := time.FixedZone("", 4*60*60)
	at := d.room.Now().Add(3 * time.Hour).Truncate(time.Minute)
	day, clock := at.In(yerevan).Format(time.DateOnly), at.In(yerevan).Format("15:04")
	d.reporter.get(c.Path() + "/schedule").shows(http.StatusForbidden)
	d.editor.get(c.Path()).shows(http.StatusOK, "Publish at a time")
	d.editor.get(c.Path()+"/schedule").shows(http.StatusOK, "Asia/Yerevan, UTC+4")
	d.editor.form(c.Path()+"/schedule", url.Values{"date": {"2020-01-01"}, "time": {"09:30"}}).
		shows(http.StatusUnprocessableEntity, "This time has gone by.", `value="09:30"`)
	d.editor.form(c.Path()+"/schedule", url.Values{"date": {"soon"}, "time": {""}}).shows(http.StatusUnprocessableEntity, "2 things to mend")
	d.editor.form(c.Path()+"/schedule", url.Values{"date": {day}, "time": {clock}}).leads(c.Path())
	if got := d.now(c.ID).PublishAt; !got.Equal(at) {
		t.Errorf("it is to be published at %v, want %v", got, at)
	}
	d.editor.get(c.Path()).shows(http.StatusOK, "Goes public on", "Asia/Yerevan, UTC+4", "in 3 h", "Cancel", "Change the time")
	d.reporter.get(c.Path()).shows(http.StatusOK, "Goes public on").hides("Cancel<")
	d.reporter.get("/desk/scheduled").shows(http.StatusOK, "“It is so.”", "Scheduled by The editor")
	d.reporter.form(c.Path()+"/unschedule", url.Values{}).shows(http.StatusForbidden)
	d.editor.form(c.Path()+"/unschedule", url.Values{}).leads(c.Path())
	d.editor.form(c.Path()+"/unschedule", url.Values{}).shows(http.StatusConflict, "not scheduled")
	d.editor.get("/desk/scheduled").shows(http.StatusOK, "Nothing is scheduled.")
}

func TestATimeThatTheClocksLeaveOutIsRefused(t *testing.T) {
	d := openNewsdesk(t)
	d.zone("Europe/Berlin", nil)
	c := d.approved("It is so.")
	spring := lastSunday(d.room.Now().AddDate(0, 1, 0).Year(), time.March)
	d.editor.form(c.Path()+"/schedule", url.Values{"date": {spring}, "time": {"02:30"}}).
		shows(http.StatusUnprocessableEntity, "leave this time out that day")
	d.editor.form(c.Path()+"/schedule", url.Values{"date": {lastSunday(d.room.Now().Year(), time.October)}, "time": {"02:30"}}).
		shows(http.StatusUnprocessableEntity, "show this time twice that day")
}

// lastSunday is the day in a month on which European clocks change.
func lastSunday(year int, month time.Month) string {
	day := time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC)
	return day.AddDate(0, 0, -int(day.Weekday())).Format(time.DateOnly)
}

func TestTwoEditorsWhoApproveAtOnceAreToldWhoWon(t *testing.T) {
	d := openNewsdesk(t)
	c := d.ready("It is so.")
	fields, answers := url.Values{"version": {number(c.Version)}}, make([]answer, 2)
	var work sync.WaitGroup
	for i, v := range []*visitor{d.editor, d.chief} {
		work.Go(func() { answers[i] = v.form(c.Path()+"/approve", fields) })
	}
	work.Wait()
	won, lost, name := answers[0], answers[1], "The editor"
	if won.status == http.StatusConflict {
		won, lost, name = lost, won, "The admin"
	}
	won.leads(c.Path())
	lost.shows(http.StatusConflict, name+" has approved the claim already, on ")
}
