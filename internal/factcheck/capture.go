package factcheck

import "time"

// Capture is what an appearance looked like: the text of a post, a picture of
// it, or both. It never changes. Text is loaded only where it is asked for.
type Capture struct {
	ID         int64     `json:"id"`
	TextSHA256 string    `json:"text_sha256,omitempty"` // of the normalised text's UTF-8, in hex; "" for a picture alone
	File       *File     `json:"file,omitempty"`        // nil for text alone
	At         time.Time `json:"at"`
	Text       string    `json:"-"`
}
