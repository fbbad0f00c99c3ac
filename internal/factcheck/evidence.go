package factcheck

import (
	"time"

	"claimdesk/internal/quote"
)

// Stance is what a piece of evidence does to its claim.
type Stance string

// The stances.
const (
	Supports Stance = "supports"
	Refutes  Stance = "refutes"
	Context  Stance = "context"
)

// Stances are all stances.
var Stances = []Stance{Supports, Refutes, Context}

// Label is the stance as a person reads it.
func (s Stance) Label() string {
	return map[Stance]string{Supports: "Supports", Refutes: "Refutes", Context: "Context"}[s]
}

// Evidence is a verbatim quote from a snapshot that was found there by package
// quote. Its anchor never changes; a changed quote is another piece.
type Evidence struct {
	ID, ClaimID, SourceID, SnapshotID int64
	Position                          int // on its claim, from 1
	Stance                            Stance
	quote.Anchor
	Passage     int    // number of the passage in which it begins
	Speaker     string // whose words they are, when not the source's own
	Note        string
	Translation string // never checked as if it were the quote
	Translator  string
	Source      Source // without its snapshot's text
	Root        int64  // the source that this one rests on in the end: itself when on none
	Veiled      bool   // whoever reads this may not see its source, nor the words around the quote
	Fate        *Fate  // what became of it in the newest snapshot; nil when it was taken from that
	CreatedBy   int64
	CreatedAt   time.Time
}

// EvidenceDraft is what is sent to attach a quote. Start and End, when not
// both zero, say which of several matches is meant.
type EvidenceDraft struct {
	SourceID              int64
	Exact, Prefix, Suffix string
	Start, End            int
	Stance                Stance
	Speaker, Note         string
	Translation           string
	Translator            string
}

// Check cleans the fields round the quote, or says what is wrong with them.
// The quote itself is left as it was sent: package quote is to find it.
func (d EvidenceDraft) Check() (EvidenceDraft, error) {
	var c checker
	if d.SourceID <= 0 {
		c.add("source_id", "Say which source the quote is from.")
	}
	c.quote(d.Exact)
	d.Stance = oneOf(&c, "stance", d.Stance, "", Stances)
	if d.Stance == "" {
		c.add("stance", "Choose whether the quote supports the claim, refutes it, or gives context.")
	}
	d.Speaker = c.line("speaker", d.Speaker, MaxName)
	d.Note = c.text("note", d.Note, MaxNote)
	d.Translation = c.text("translation", d.Translation, quote.MaxQuote)
	d.Translator = c.line("translator", d.Translator, MaxName)
	if d.Translation != "" && d.Translator == "" {
		c.add("translator", "Say who translated the quote, or by what.")
	}
	return d, c.err("The quote was not attached.")
}

// quote refuses what cannot be looked for at all.
func (c *checker) quote(exact string) {
	if at := InvalidAt(exact); at >= 0 {
		c.add("exact", "This is not valid UTF-8 at byte "+count(at)+". Save it as UTF-8 and send it again.")
	} else if c.text("exact", exact, quote.MaxQuote) == "" {
		c.add("exact", "The quote is missing. Select the words in the source, or type them.")
	}
}
