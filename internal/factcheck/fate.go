package factcheck

import (
	"slices"
	"strings"
	"time"

	"claimdesk/internal/quote"
)

// FateState is how far the desk is with a quote that was altered or is gone.
type FateState string

// Waiting for a decision; told to readers; settled without telling them, or,
// where nobody decided, because a newer copy came.
const (
	FateOpen    FateState = "open"
	FateTold    FateState = "told"
	FateSettled FateState = "settled"
)

// Fate is what became of one quote in one newer snapshot. The quote keeps
// pointing at the snapshot that it was taken from.
type Fate struct {
	ID, EvidenceID, SnapshotID int64
	Version                    int64 // how often somebody has decided on it
	Kind                       quote.FateKind
	Start, End                 int // where it, or what is nearest to it, stands in the newer text; both 0 when gone
	Diff                       []quote.Diff
	State                      FateState // "" for what needs no decision
	Note                       string    // for readers
	DecidedBy                  int64
	DecidedAt                  time.Time // zero while nobody has decided
	At                         time.Time // when the newer snapshot came
}

// Differs tells whether the newer snapshot no longer holds the words.
func (f Fate) Differs() bool { return f.Kind == quote.Altered || f.Kind == quote.Gone }

// After settles what need not be decided again, given what became of the same
// quote in the snapshot before this one: where the words have changed in the
// same way, what was decided then holds; where they are back, what readers were
// told is taken away by whoever brought in the snapshot.
func (f Fate) After(last Fate, by int64) Fate {
	switch {
	case f.Differs() && f.Kind == last.Kind && slices.Equal(f.Diff, last.Diff):
		f.State, f.Note, f.DecidedBy, f.DecidedAt = last.State, last.Note, last.DecidedBy, last.DecidedAt
	case f.Differs():
		f.State = FateOpen
	case last.Differs():
		f.State, f.DecidedBy, f.DecidedAt = FateSettled, by, f.At
	}
	return f
}

// ChangedQuote is a quote with what became of it in a newer snapshot.
type ChangedQuote struct {
	Fate
	Evidence      Evidence
	Passage       int  // of the newer snapshot, in which it, or what is nearest to it, begins; 0 when gone
	Newest        bool // no newer snapshot came after this one
	ClaimText     string
	ClaimLanguage string
	Public        bool // it stands on the live page
	Published     bool // it stands on the live page, or stood there once
}

// AmongOthers tells whether the newer snapshot does hold the words, though so few
// that among other words they need not be the same: the diff then leads from the
// old surroundings to the new ones.
func (c ChangedQuote) AmongOthers() bool {
	if c.Kind != quote.Altered {
		return false
	}
	var now strings.Builder
	for _, d := range c.Diff {
		if d.Op != quote.Delete {
			now.WriteString(d.Text)
		}
	}
	words := strings.Join(strings.Fields(c.Evidence.Exact), " ")
	return strings.Contains(strings.Join(strings.Fields(now.String()), " "), words)
}

// FateDraft is a decision on a quote that was altered or is gone. Version is
// that of the fate that was looked at; nil asks for no such check.
type FateDraft struct {
	Tell    bool
	Note    string // for readers; needed when they are told
	Version *int64
}

// Check cleans the note, or says what is wrong with it.
func (d FateDraft) Check() (FateDraft, error) {
	var c checker
	if !d.Tell {
		d.Note = ""
		return d, nil
	}
	d.Note = c.text("note", d.Note, MaxSummary)
	c.need("note", d.Note, "Tell readers in a sentence what has changed, and when.")
	return d, c.err("It was not decided.")
}

// SourceChanged is what readers are told of a source that no longer holds the
// words of a quote.
type SourceChanged struct {
	At   time.Time // when readers were told
	Note string
}
