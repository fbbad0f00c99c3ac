package factcheck

import "time"

// Task is something to look at because something else has changed.
type Task struct {
	ID        int64
	Kind      string // what has changed
	ClaimID   int64
	ReviewID  int64  // the other newsroom's check that changed, or 0
	Publisher string // of that check, loaded for showing
	Text      string // what happened
	At        time.Time
	DoneAt    time.Time // zero: still to be done

	Claim, ClaimLanguage string // the claim's words, loaded for showing
}
