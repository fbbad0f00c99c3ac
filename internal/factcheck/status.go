package factcheck

import "slices"

// Status is how far a claim has come. It says nothing about the verdict.
type Status string

// The statuses, in their order.
const (
	New         Status = "new"
	Researching Status = "researching"
	InReview    Status = "in-review"
	Approved    Status = "approved"
	Published   Status = "published"
	Dropped     Status = "dropped"
)

// Statuses are all statuses, in their order.
var Statuses = []Status{New, Researching, InReview, Approved, Published, Dropped}

// Label is the status as a person reads it.
func (s Status) Label() string {
	return map[Status]string{New: "New", Researching: "Researching", InReview: "In review",
		Approved: "Approved", Published: "Published", Dropped: "Dropped"}[s]
}

// DropReason is why a claim is not checked.
type DropReason string

// The reasons to drop a claim.
const (
	Opinion      DropReason = "opinion"
	Prediction   DropReason = "prediction"
	NotCheckable DropReason = "not-checkable"
	Duplicate    DropReason = "duplicate"
	TooSmall     DropReason = "too-small"
	NoEvidence   DropReason = "no-evidence"
	OtherReason  DropReason = "other"
)

// DropReasons are all reasons.
var DropReasons = []DropReason{Opinion, Prediction, NotCheckable, Duplicate, TooSmall, NoEvidence, OtherReason}

// Label is the reason as a person reads it.
func (r DropReason) Label() string {
	return map[DropReason]string{Opinion: "An opinion", Prediction: "A prediction", NotCheckable: "Not checkable",
		Duplicate: "A duplicate", TooSmall: "Too small", NoEvidence: "No evidence to be had", OtherReason: "Another reason"}[r]
}

// step is one row of the table of a claim's way: an act that leads from one of
// some statuses to another. What must hold besides is the gate's (gate.go) and
// the signatures' (signature.go) to say.
type step struct {
	act  Action
	from []Status
	to   Status
	note bool // a note is needed
}

var steps = []step{
	{Submit, []Status{New, Researching}, InReview, false},
	{Agree, []Status{InReview}, InReview, false},
	{Approve, []Status{InReview}, Approved, false},
	{Return, []Status{InReview, Approved}, Researching, true},
	{Publish, []Status{Approved}, Published, false},
	{Schedule, []Status{Approved}, Approved, false},
	{Drop, []Status{New, Researching, InReview, Approved}, Dropped, false},
	{Reopen, []Status{Dropped}, Researching, false},
	{MergeClaim, []Status{New, Researching, InReview, Approved}, Dropped, false},
	{UnmergeClaim, []Status{Dropped}, Researching, false},
}

func stepOf(act Action) step {
	i := slices.IndexFunc(steps, func(s step) bool { return s.act == act })
	if i < 0 {
		return step{act: act}
	}
	return steps[i]
}

var actWords = map[Action]string{Submit: "be sent for review", Agree: "be agreed to", Approve: "be approved",
	Return: "be returned", Publish: "be published", Schedule: "be scheduled", Drop: "be dropped", Reopen: "be reopened",
	MergeClaim: "be merged into another one", UnmergeClaim: "be taken out of another one"}

// Next is the status that an act leads to from the claim's present one, or a
// Conflict error that names the act and the status; where somebody else was
// faster to approve, it says who and when.
func (c *Claim) Next(act Action) (Status, error) {
	s := stepOf(act)
	if a := c.Approval(); a != nil && act == Approve && (c.Status == Approved || c.Status == Published) {
		return "", Clash("%s has approved the claim already, on %s. It is %s, and nothing is left to approve.", a.By, a.At.UTC().Format("2 January 2006 at 15:04 UTC"), c.Status)
	}
	if !slices.Contains(s.from, c.Status) {
		return "", Clash("The claim is %s and cannot %s now.", c.Status, actWords[act])
	}
	if (act == Drop || act == MergeClaim) && c.Live != nil {
		return "", Clash("The claim has been published and cannot be dropped. Publish a correction instead.")
	}
	if (act == Reopen || act == UnmergeClaim) && !c.begun() {
		return New, nil
	}
	return s.to, nil
}

// begun tells whether somebody has begun to look into the claim.
func (c *Claim) begun() bool {
	return len(c.Evidence) > 0 || len(c.Exhibits) > 0 || c.Verdict != nil || c.Article != nil || c.AssigneeID != 0
}

// NeedsNote tells whether an act must be given a note.
func NeedsNote(act Action) bool { return stepOf(act).note }

// AfterChange is the status that a claim has once somebody has changed its
// wording, evidence, verdict or article, and an error when it may not be
// changed at all.
//
// A new claim whose own fields alone were mended stays new. In review an editor
// who did not send it may mend it; a change by whoever sent it, or by another
// reporter, takes it back to research, and so does any change of an approved
// or published claim.
//
// Confirming an exhibit is a signature rather than a change: it leaves a claim
// in review or approved where it is. Of a published claim it is one, since the
// exhibit is not on the page yet.
func (c *Claim) AfterChange(act Action, by Actor) (Status, error) {
	switch c.Status {
	case Dropped:
		return "", Clash("The claim was dropped. Reopen it before changing it.")
	case New:
		if act == EditClaim && !c.begun() {
			return New, nil
		}
	case InReview:
		if act == ConfirmExhibit || by.Role.AtLeast(Editor) && !c.sentBy(by.ID) {
			return InReview, nil
		}
	case Approved:
		if act == ConfirmExhibit {
			return Approved, nil
		}
	}
	return Researching, nil
}

func (c *Claim) sentBy(user int64) bool {
	return slices.ContainsFunc(c.Signatures, func(s Signature) bool { return s.Kind == Sent && s.UserID == user })
}
