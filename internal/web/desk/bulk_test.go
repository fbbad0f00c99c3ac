package desk_test

import (
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
)

// three records three claims, the first of them assigned.
func three(h *house) *visitor {
	v := h.as(factcheck.Reporter)
	v.post("/desk/claims/several", "lines", "Alpha said so.\nBeta said so.\nGamma said so.", "topics", "Letters").leads("/desk/claims")
	return v
}

func TestManyClaimsAreChangedFromTheList(t *testing.T) {
	h := furnished(t)
	v := three(h)
	v.get("/desk/claims").shows(200, `name="claim" value="1.1"`, "0 chosen of 3 shown", "Add topic").hides(`value="drop"`)
	v.get("/desk/claims?all=yes").shows(200, "3 chosen of 3 shown")
	who := number(h.users[factcheck.Editor].ID)
	v.post("/desk/claims/bulk?topic=letters", "claim", "1.1", "claim", "2.1", "do", "assign", "assignee_id", who).leads("/desk/claims?topic=letters")
	v.get("/desk/claims").shows(200, "2 claims assigned to The editor.")
	v.post("/desk/claims/bulk", "claim", "3", "claim", "2", "do", "tag", "topic", "Greek").leads("/desk/claims")
	v.get("/desk/claims?topic=greek").shows(200, "2 claims put under “Greek”.", "2 claims found").hides("“Alpha")
	v.post("/desk/claims/bulk", "claim", "3", "do", "untag", "topic", "greek, letters").leads("/desk/claims")
	v.get("/desk/claims?topic=letters").shows(200, "2 claims found").hides("“Gamma")
}

func TestARefusedChangeOfManyKeepsWhatWasChosenAndTyped(t *testing.T) {
	h := furnished(t)
	v := three(h)
	v.post("/desk/claims/bulk?sort=text", "claim", "1.1", "claim", "2.9", "do", "tag", "topic", "Greek").
		shows(409, "Nothing was changed, since it cannot be done to 1 of 2 claims", `href="#claim-2"`, "since you opened the list", `value="1.1" form="bulk" aria-label="Choose claim 1" checked`,
			`value="Greek"`)
	v.get("/desk/claims?topic=greek").shows(200, "Nothing here")
	v.post("/desk/claims/bulk", "do", "assign").shows(422, "No claim was chosen")
	v.post("/desk/claims/bulk", "claim", "1.1", "do", "tag", "topic", " ").shows(422, `href="#bulk-topic"`)
	v.post("/desk/claims/bulk", "claim", "1.1", "do", "sing").shows(422, "Choose what is to be done")
	v.post("/desk/claims/bulk", "claim", "1.1", "claim", "99.1", "do", "tag", "topic", "x").shows(404)
	for _, nobody := range []string{"999", "-1", "somebody", "0"} {
		v.post("/desk/claims/bulk", "claim", "1.1", "do", "assign", "assignee_id", nobody).
			shows(422, `href="#bulk-assignee"`, "There is no such person", `value="1.1" form="bulk" aria-label="Choose claim 1" checked`)
	}
}

func TestOnlyEditorsDropManyClaims(t *testing.T) {
	for role, status := range map[factcheck.Role]int{factcheck.Reporter: 403, factcheck.Editor: 303, factcheck.Admin: 303} {
		h := furnished(t)
		three(h)
		v := h.as(role)
		if a := v.post("/desk/claims/bulk", "claim", "1.1", "claim", "3.1", "do", "drop", "reason", "opinion"); a.status != status {
			t.Errorf("%s: %d", role, a.status)
		}
		if status == 303 {
			v.get("/desk/claims?status=dropped").shows(200, "2 claims dropped.", "2 claims found", `value="drop"`)
			v.post("/desk/claims/bulk", "claim", "2.1", "do", "drop").shows(422, `href="#bulk-reason"`)
		}
	}
	h := furnished(t)
	three(h)
	h.anybody().post("/desk/claims/bulk", "claim", "1.1", "do", "drop", "reason", "opinion").shows(401)
	h.as(factcheck.Reporter).get("/desk/claims?status=dropped").shows(200, "Nothing here")
}

func TestTheListIsSortedByItsColumns(t *testing.T) {
	h := furnished(t)
	v := three(h)
	v.get("/desk/claims").shows(200, `aria-sort="descending"`, `href="/desk/claims?sort=text"`, "last changed first")
	for _, key := range []string{"updated", "created", "due", "priority", "status", "text", "claimant"} {
		v.get("/desk/claims?sort="+key).shows(200, `aria-sort="ascending"`, `href="/desk/claims?sort=-`+key+`"`)
		v.get("/desk/claims?sort=-"+key).shows(200, `aria-sort="descending"`)
	}
	body := v.get("/desk/claims?sort=-text").shows(200, "by their words, backwards").body
	if gamma, alpha := strings.Index(body, "“Gamma"), strings.Index(body, "“Alpha"); gamma < 0 || alpha < gamma {
		t.Error("the list is not sorted backwards")
	}
	v.get("/desk/claims?sort=colour").shows(422, "cannot be sorted by “colour”", "“Alpha")
	v.get("/desk/claims?due=never").shows(422, "no choice “never”")
	v.get("/desk/claims?sort=text&after=nonsense").shows(422, "This is the first page", "“Alpha")
}

func TestAViewOfTheListIsKeptForOnePerson(t *testing.T) {
	h := furnished(t)
	v := three(h)
	v.get("/desk/claims").shows(200).hides("Keep this view")
	v.get("/desk/claims?topic=letters&sort=text").shows(200, "Keep this view")
	v.post("/desk/claims/views?topic=letters&sort=text", "name", "").shows(422, "The view was not kept", `href="#keep-name"`)
	v.post("/desk/claims/views?topic=letters&sort=text", "name", "Greek letters").leads("/desk/claims?sort=text&topic=letters")
	v.get("/desk/claims?sort=text&topic=letters").shows(200, "Remove the view", "Greek letters")
	h.as(factcheck.Editor).get("/desk/claims").shows(200).hides("Greek letters")
	h.as(factcheck.Editor).post("/desk/claims/views/1/remove").shows(404)
	v.post("/desk/claims/views/1/remove").leads("/desk/claims")
	v.get("/desk/claims").shows(200, "The view was removed").hides("Greek letters")
}

func TestTheBoardOffersTheStepsThatSomebodyMayTake(t *testing.T) {
	h := furnished(t)
	v := three(h)
	v.get("/desk/board").shows(200, "Take it", "“Alpha", "Researching").hides(`value="submit"`, `value="approve"`)
	v.post("/desk/board", "claim", "1", "version", "1", "do", "take").leads("/desk/board")
	v.get("/desk/board").shows(200, "You have #1 now.", "with The reporter")
	v.post("/desk/board", "claim", "1", "version", "1", "do", "take").shows(409, "since you opened the list")
	v.post("/desk/board", "claim", "1", "version", "2", "do", "submit").shows(409, "Nothing was done", "Choose a rating")
	v.post("/desk/board", "claim", "1", "version", "1", "do", "submit").shows(409, "has changed since the board was opened")
	v.post("/desk/board", "claim", "1", "do", "approve").shows(403)
	v.post("/desk/board", "claim", "1", "do", "fly").shows(409, "no such step")
	v.get("/desk/board?assignee=me").shows(200, "“Alpha", "Only the claims that were chosen").hides("“Beta")
}

func TestAClaimIsPlannedOnItsBench(t *testing.T) {
	h := furnished(t)
	v := three(h)
	form := []string{"was.due_on", "", "was.review_by", "", "was.reach", "0", "was.harm", "0"}
	v.post("/desk/claims/1/plan", append(form, "due_on", "2020-09-11", "reach", "2", "harm", "3")...).leads("/desk/claims/1#plan")
	v.get("/desk/claims/1").shows(200, "Plan saved.", "Late since", "6 of 9", `value="2020-09-11"`)
	v.get("/desk/claims?due=late").shows(200, "11 Sep 2020</time>, late", "1 claim found", "6 of 9")
	v.post("/desk/board", "claim", "1", "do", "take").leads("/desk/board")
	v.get("/desk").shows(200, "1 thing, late")
	v.post("/desk/claims/1/plan", append(form, "due_on", "2023-01-01")...).shows(409, "changed the plan meanwhile", `value="2023-01-01"`)
	v.post("/desk/claims/1/plan", "due_on", "soon", "reach", "7").shows(422, "year-month-day", "Choose 1, 2 or 3", `value="soon"`)
}

func TestTheNavigationCountsWhatWaits(t *testing.T) {
	h := furnished(t)
	v := three(h)
	v.post("/desk/board", "claim", "1", "do", "take").leads("/desk/board")
	v.get("/desk/sources").shows(200, `<span class="tally">1 <span class="visually-hidden">waiting`)
	a := h.as(factcheck.Admin).post("/desk/people/"+number(h.users[factcheck.Reporter].ID)+"/disable", "x", "y")
	a.shows(303)
	a.v.get(a.location).shows(200, "1 claim is with nobody now.")
}
