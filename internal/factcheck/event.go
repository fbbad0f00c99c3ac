package factcheck

import (
	"strconv"
	"strings"
	"time"
)

// Event is one line of the audit log: who did what to what, when. It holds
// ids and hashes, never texts: before and after are read from the versioned
// records. Each holds the hash of the one before, so that none can be changed
// or taken out unseen.
type Event struct {
	ID        int64
	At        time.Time
	Actor     string // "user", "console", "reader"
	UserID    int64
	Action    Action
	Subject   string // "claim", "source", "user", …
	SubjectID int64
	Version   int64  // of the subject after the act
	Content   string // SHA-256 in hex of the subject as it is stored after the act, or ""
	RequestID string
	Previous  string
	Hash      string

	By    string // the user's name, loaded for showing
	Title string // of the subject, loaded for showing
	// Veiled tells that whoever reads this may not see the subject.
	Veiled bool
}

// Seal is the hash that the event must carry: SHA-256 in hex over the previous
// hash and every stored field, each ended by a line feed, times in Unix
// milliseconds.
func (e Event) Seal() string {
	fields := []string{e.Previous, strconv.FormatInt(e.ID, 10), strconv.FormatInt(e.At.UnixMilli(), 10), e.Actor,
		strconv.FormatInt(e.UserID, 10), string(e.Action), e.Subject, strconv.FormatInt(e.SubjectID, 10),
		strconv.FormatInt(e.Version, 10), e.Content, e.RequestID}
	return HashOf([]byte(strings.Join(fields, "\n") + "\n"))
}
