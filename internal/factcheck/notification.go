package factcheck

import "time"

// NotificationKind is what somebody is told of.
type NotificationKind string

// The kinds of notification.
const (
	WasMentioned NotificationKind = "mentioned"  // in a note on a claim
	WasAssigned  NotificationKind = "assigned"   // a claim was given to them
	WasReturned  NotificationKind = "returned"   // what they sent came back
	AskedToAgree NotificationKind = "agree"      // what they signed was changed in review
	WasApproved  NotificationKind = "approved"   // what they sent was approved
	WasPublished NotificationKind = "published"  // what they sent is public
	NotPublished NotificationKind = "failed"     // what was scheduled could not be published
	HasDissent   NotificationKind = "dissent"    // somebody disagrees with the verdict
	HasTask      NotificationKind = "task"       // something that a claim leans on has changed
	WorkReturned NotificationKind = "unassigned" // work of somebody who left is with nobody
)

// Notification tells one person of one thing at the desk.
type Notification struct {
	ID, UserID int64
	Kind       NotificationKind
	ClaimID    int64  // 0: about none
	Claim      string // the claim's words, loaded for showing
	ByID       int64  // who did it; 0: the program or the console
	By         string // their name, loaded for showing
	Text       string // what was written, or ""
	At, ReadAt time.Time
}
