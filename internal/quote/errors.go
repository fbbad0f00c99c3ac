package quote

import "fmt"

// InvalidUTF8 says that bytes are not UTF-8 text. Offset is the first byte,
// from 0, at which no valid code point begins.
type InvalidUTF8 struct{ Offset int }

// Error names the byte offset.
func (e *InvalidUTF8) Error() string {
	return fmt.Sprintf("The text is not valid UTF-8: the fault is at byte %d.", e.Offset)
}

// NotFound says that the words do not stand in the text. Nearest is nil when
// no passage shares a word with them. Offers are the places where they stand
// but for signs, in the order of the text: one when it is clear which is meant,
// up to MaxMatches when prefix and suffix do not tell, none when more differs.
type NotFound struct {
	Nearest *Nearest
	Offers  []Offer
}

// Error is the refusal as a sentence, without the nearest passage.
func (e *NotFound) Error() string {
	return "These words do not stand in the source."
}

// Nearest is the passage that has most in common with a quote which was not
// found. Start and End bound its most similar run of words, in code points of
// the whole text; Text is the passage whole. Diff leads from the words as typed
// to that run.
type Nearest struct {
	Passage    Passage
	Start, End int
	Text       string
	Diff       []Diff
}

// Ambiguous says that the words stand in the text more than once and that
// prefix and suffix do not tell which place is meant. Matches holds the
// first MaxMatches places in the order of the text.
type Ambiguous struct{ Matches []Match }

// Error is the refusal as a sentence, without the places.
func (e *Ambiguous) Error() string {
	return "These words stand in the source more than once: say which place is meant."
}

// Match is one of several places at which a quote stands, with up to
// ContextLength code points of the text before and after it.
type Match struct {
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Prefix string `json:"prefix"`
	Suffix string `json:"suffix"`
}

// Malformed says that what was sent cannot be a quote at all, whatever the
// text says. Field is "exact", "prefix", "suffix", "start" or "end"; Message is a
// sentence for the person who sent it.
type Malformed struct{ Field, Message string }

// Error is the message.
func (e *Malformed) Error() string { return e.Message }

// Mismatch says that a stored anchor no longer agrees with the text. Field is
// the part of the anchor that is wrong.
type Mismatch struct{ Field, Message string }

// Error names the part and what is wrong with it.
func (e *Mismatch) Error() string { return e.Field + ": " + e.Message }
