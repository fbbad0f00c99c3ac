package factcheck

import (
	"strings"
	"time"
)

// NotificationKind is what somebody is told of.
type NotificationKind string

// The kinds of notification.
const (
	WasMentioned   NotificationKind = "mentioned"   // in a note on a claim
	WasAssigned    NotificationKind = "assigned"    // a claim was given to them
	WasReturned    NotificationKind = "returned"    // what they sent came back
	AskedToAgree   NotificationKind = "agree"       // what they signed was changed in review
	WasApproved    NotificationKind = "approved"    // what they sent was approved
	WasPublished   NotificationKind = "published"   // what they sent is public
	NotPublished   NotificationKind = "failed"      // what was scheduled could not be published
	WasUnscheduled NotificationKind = "unscheduled" // what they scheduled will not be published at its time
	HasDissent     NotificationKind = "dissent"     // somebody disagrees with the verdict
	HasTask        NotificationKind = "task"        // something that a claim leans on has changed
	WorkReturned   NotificationKind = "unassigned"  // work of somebody who left is with nobody
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

// told says what was done: the words before the claim and those after it.
var told = map[NotificationKind][2]string{
	WasMentioned:   {"mentioned you in a note on", ""},
	WasAssigned:    {"gave you", ""},
	WasReturned:    {"returned", ""},
	AskedToAgree:   {"changed", "after you had signed it: look at it, and agree or say what is wrong"},
	WasApproved:    {"approved", ""},
	WasPublished:   {"published", ""},
	NotPublished:   {"could not publish", "at the time that was set"},
	WasUnscheduled: {"took", "off the schedule"},
	HasDissent:     {"disagrees with the verdict on", ""},
	HasTask:        {"asks you to look at", ""},
	WorkReturned:   {"put back", "since nobody has it any more"},
}

// Said is the notification in words: who, what they did, then the claim, then
// the rest of the sentence, which may be empty.
func (n Notification) Said() (who, did, rest string) {
	words, known := told[n.Kind]
	if !known {
		words = [2]string{"has news of", ""}
	}
	if who = n.By; who == "" {
		who = "Claimdesk"
	}
	return who, words[0], words[1]
}

// places are the parts of a claim's bench that notifications lead to.
var places = map[NotificationKind]string{WasMentioned: "#notes", AskedToAgree: "#changes", HasDissent: "#verdict",
	NotPublished: "#gate"}

// Path is where the notification leads to; "/desk" when it is about no claim.
func (n Notification) Path() string {
	if n.ClaimID == 0 {
		return "/desk"
	}
	return Claim{ID: n.ClaimID}.Path() + places[n.Kind]
}

// How much of a text a notification holds, in code points.
const beginning = 200

// Beginning is as much of a text as a notification holds, on one line.
func Beginning(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if runes := []rune(text); len(runes) > beginning {
		return string(runes[:beginning-1]) + "…"
	}
	return text
}
