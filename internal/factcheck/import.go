package factcheck

import "time"

// ImportState is how far an import is.
type ImportState string

// Being read; read, and waiting for its text to be confirmed; not readable.
const (
	Reading     ImportState = "reading"
	ReadyToKeep ImportState = "ready"
	Unreadable  ImportState = "refused"
)

// Import is a document on its way in: what was typed about it, and what was
// read out of it. Only the user who began it sees it.
type Import struct {
	ID, UserID int64
	SourceID   int64 // set when it is to be a new snapshot of this source
	State      ImportState
	Draft      SourceDraft
	Address    string    // to be fetched; "" for a file and for pasted HTML
	FileName   string    // of a file; "" for an address and for pasted HTML
	Document   *Document // nil until it was read; without the original bytes
	Problems   []Problem // of an unreadable one
	CreatedAt  time.Time
}

// Field names what the document was sent as, in a form and in problems.
func (m Import) Field() string {
	switch {
	case m.Address != "":
		return "fetch_url"
	case m.FileName != "":
		return "file"
	}
	return "html"
}
