package desk

import (
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/views/ui"
)

// BenchView is the workbench of one claim: the claim, a source, the evidence
// with verdict and article, and the gate.
type BenchView struct {
	Frame    ui.DeskFrame
	Claim    factcheck.Claim
	Here     HereView
	Problems ui.ProblemsView // of what was just refused; empty for none
	About    AboutView
	Plan     PlanView
	Reader   ReaderView
	Removed  RemovedView      // what was just removed and can be put back
	Merged   MergedView       // which claim was just merged into it
	Ask      map[int64]string // by protected source that may not be seen: the names of those who may
	Decides  bool             // the user may decide what readers are told of sources that changed
	Exhibits ExhibitsView
	Changes  ChangesView // what changed since the sender signed
	Verdict  VerdictView
	Standing StandingView
	Schedule ScheduleView // when it goes public; without a claim's id when it is not scheduled
	Article  ArticleView
	Gate     GateView
}

// AboutView is the claim's own pane.
type AboutView struct {
	Claim    factcheck.Claim
	Language string // in words
	Activity ActivityView
	Assignee ui.Field // everybody who can have the claim
	Verdicts []factcheck.Verdict
	Matches  MatchesView // what may say the same
	Others   ElsewhereView
}

// ReaderView is the source that is read beside the claim.
type ReaderView struct {
	ClaimID  int64
	Source   *factcheck.Source // nil when there is none yet
	Choice   ui.Field          // the sources that can be opened instead
	Bearing  BearingView
	Share    factcheck.Share
	Find     FindView
	Passages PassagesView
	Before   string // address of the passages before those on the page; empty for none
	After    string // of those after them
}

// PieceView is one piece of evidence on the bench.
type PieceView struct {
	factcheck.Evidence
	First, Last bool
	Open        int64  // the source that is open beside it
	From        int    // its first passage on the page, 0 when all are
	Later       bool   // younger than the claim
	Passage     string // address of the passage it is from
	Ask         string // who may see the source, when the reader may not
	Decides     bool   // the user may decide what readers are told of its source
}

// RemovedView is a piece of evidence that was just removed; ID is 0 for none.
type RemovedView struct {
	ClaimID, ID int64
	Number      int // it had; 0 when that is not known
}

func (v RemovedView) words() string {
	if v.Number == 0 {
		return "Quote removed."
	}
	return "Quote " + strconv.Itoa(v.Number) + " removed."
}

// from is the first passage on the page of a source that is shown in parts; 0
// when all of it is on the page.
func (r ReaderView) from() int {
	if r.Find.Shown == "" || len(r.Passages.Items) == 0 {
		return 0
	}
	return r.Passages.Items[0].Number
}

// pieces are the claim's evidence in its order. The passages of the source
// that is open are on the page itself; a quote that the newest copy has not in
// its old place is looked at in the copy that it was taken from.
func (v BenchView) pieces() []PieceView {
	pieces := make([]PieceView, len(v.Claim.Evidence))
	for i, e := range v.Claim.Evidence {
		at := "#p" + strconv.Itoa(e.Passage)
		if e.Fate != nil && e.Fate.Kind != quote.Unchanged {
			at = placeInCopy(e.SourceID, e.SnapshotID, false, e.Passage)
		} else if !v.Reader.shows(e.SourceID, e.Passage) {
			at = v.Claim.Path() + "?source=" + number(e.SourceID) + "&from=" + strconv.Itoa(e.Passage) + at
		}
		pieces[i] = PieceView{Evidence: e, First: i == 0, Last: i == len(pieces)-1, Later: v.Claim.Later(e), Passage: at,
			Open: v.Reader.Passages.SourceID, From: v.Reader.from(), Ask: v.Ask[e.SourceID], Decides: v.Decides}
	}
	return pieces
}

// shows tells whether a passage of a source is on the page.
func (r ReaderView) shows(source int64, passage int) bool {
	items := r.Passages.Items
	return r.Source != nil && r.Source.ID == source && len(items) > 0 &&
		items[0].Number <= passage && passage <= items[len(items)-1].Number
}

// evidencePath is the address of a piece of evidence on its claim.
func evidencePath(e factcheck.Evidence) string {
	return factcheck.Claim{ID: e.ClaimID}.Path() + "/evidence/" + number(e.ID)
}

// claimant says in a few words who makes the claim.
func claimant(c *factcheck.Claimant) string {
	switch {
	case c == nil:
		return "Going round, nobody in particular"
	case c.Kind == factcheck.PrivatePerson:
		return c.Name + " (private person: readers see “a social media user”)"
	}
	return c.Name
}

// outlet is the name of the place where a claim was seen, or its address.
func outlet(a factcheck.Appearance) string {
	if a.Outlet != "" {
		return a.Outlet
	}
	return a.URL
}
