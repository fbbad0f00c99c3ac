package e2e_test

import (
	"net/http"
	"testing"

	"claimdesk/internal/factcheck"
)

const (
	done      = http.StatusOK
	forbidden = http.StatusForbidden
	conflict  = http.StatusConflict
	invalid   = http.StatusUnprocessableEntity
)

// throughEachDoor runs a test in a newsroom of its own for each door.
func throughEachDoor(t *testing.T, test func(*testing.T, *furnished, door)) {
	for _, name := range []string{"desk", "api"} {
		t.Run(name, func(t *testing.T) {
			f := furnish(t)
			test(t, f, f.doors()[name])
		})
	}
}

// is fails unless an act was answered so, and left the claim in that status.
func (f *furnished) is(claim int64, status factcheck.Status, act string, got, want int) {
	f.t.Helper()
	if got != want {
		f.t.Errorf("%s: answered %d, want %d", act, got, want)
	}
	if now := f.now(claim).Status; now != status {
		f.t.Errorf("%s: the claim is %s, want %s", act, now, status)
	}
}

func TestNobodyApprovesTheirOwnWork(t *testing.T) {
	throughEachDoor(t, func(t *testing.T, f *furnished, d door) {
		id := f.ready(claimText)
		f.is(id, factcheck.InReview, "the editor sends", d.act("editor", id, "submit"), done)
		f.is(id, factcheck.InReview, "the same editor approves", d.act("editor", id, "approve"), forbidden)
		f.is(id, factcheck.InReview, "a reporter approves", d.act("reporter", id, "approve"), forbidden)
		f.is(id, factcheck.InReview, "the same editor publishes", d.publish("editor", id, "", ""), conflict)
		f.is(id, factcheck.Approved, "another editor approves", d.act("second", id, "approve"), done)
		f.is(id, factcheck.Approved, "a reporter publishes", d.publish("reporter", id, "", ""), forbidden)
		f.is(id, factcheck.Published, "the first editor publishes", d.publish("editor", id, "", ""), done)
	})
}

func TestARatingThatTheApproverChangesWaitsForTheSender(t *testing.T) {
	throughEachDoor(t, func(t *testing.T, f *furnished, d door) {
		id := f.sent(claimText)
		f.is(id, factcheck.InReview, "the editor changes the rating", d.rate("editor", id, "misleading"), done)
		f.is(id, factcheck.InReview, "and approves it", d.act("editor", id, "approve"), conflict)
		f.is(id, factcheck.InReview, "another editor approves what only the first stands for", d.act("second", id, "approve"), conflict)
		f.is(id, factcheck.InReview, "the sender agrees", d.act("reporter", id, "agree"), done)
		f.is(id, factcheck.Approved, "the editor approves", d.act("editor", id, "approve"), done)
		f.is(id, factcheck.Published, "and publishes", d.publish("editor", id, "", ""), done)
	})
}

func TestWordingThatTheApproverMendsNeedsNobodyElse(t *testing.T) {
	throughEachDoor(t, func(t *testing.T, f *furnished, d door) {
		id := f.sent(claimText)
		f.is(id, factcheck.InReview, "the editor mends the headline", d.mend("editor", id, "The seat is empty"), done)
		f.is(id, factcheck.Approved, "and approves", d.act("editor", id, "approve"), done)
		f.is(id, factcheck.Published, "and publishes", d.publish("editor", id, "", ""), done)
		if got := f.liveHeadline(id); got != "The seat is empty" {
			t.Errorf("readers see %q", got)
		}
	})
}

func TestAChangeByTheSenderTakesAClaimOutOfReview(t *testing.T) {
	throughEachDoor(t, func(t *testing.T, f *furnished, d door) {
		id := f.sent(claimText)
		f.is(id, factcheck.Researching, "the sender mends the headline", d.mend("reporter", id, "The seat is empty"), done)
		f.is(id, factcheck.Researching, "the editor approves", d.act("editor", id, "approve"), conflict)
	})
}

func TestAChangeAfterApprovalNeedsBothAgain(t *testing.T) {
	throughEachDoor(t, func(t *testing.T, f *furnished, d door) {
		id := f.sent(claimText)
		f.is(id, factcheck.Approved, "the editor approves", d.act("editor", id, "approve"), done)
		f.is(id, factcheck.Researching, "and mends the headline", d.mend("editor", id, "The seat is empty"), done)
		f.is(id, factcheck.Researching, "and publishes", d.publish("editor", id, "", ""), conflict)
		f.is(id, factcheck.InReview, "the reporter sends it again", d.act("reporter", id, "submit"), done)
		f.is(id, factcheck.InReview, "the editor publishes what nobody approved", d.publish("editor", id, "", ""), conflict)
		f.is(id, factcheck.Approved, "the editor approves again", d.act("editor", id, "approve"), done)
		f.is(id, factcheck.Published, "and publishes", d.publish("editor", id, "", ""), done)
	})
}

func TestAMinorChangeAfterPublicationNeedsOneEditor(t *testing.T) {
	throughEachDoor(t, func(t *testing.T, f *furnished, d door) {
		id := f.public(claimText)
		f.is(id, factcheck.Researching, "the editor mends the headline", d.mend("editor", id, "The seat is empty"), done)
		if got := f.liveHeadline(id); got != headline {
			t.Errorf("readers see %q before it is published", got)
		}
		f.is(id, factcheck.Researching, "a reporter publishes", d.publish("reporter", id, "minor", ""), forbidden)
		f.is(id, factcheck.Researching, "as more than minor", d.publish("editor", id, "update", "The seat."), conflict)
		f.is(id, factcheck.Published, "as minor", d.publish("editor", id, "minor", ""), done)
		if got, live := f.liveHeadline(id), f.now(id).Live; got != "The seat is empty" || live.Revision != 2 {
			t.Errorf("readers see %q in revision %d", got, live.Revision)
		}
		f.is(id, factcheck.Researching, "the editor changes the rating", d.rate("editor", id, "misleading"), done)
		f.is(id, factcheck.Researching, "and calls that minor", d.publish("editor", id, "minor", ""), invalid)
		if live := f.now(id).Live; live.Revision != 2 {
			t.Errorf("revision %d is public", live.Revision)
		}
	})
}
