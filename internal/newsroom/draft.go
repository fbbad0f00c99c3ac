package newsroom

import (
	"context"
	"time"
	"unicode/utf8"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// The forms of a claim whose texts are kept while they are typed.
const (
	DraftArticle = "article"
	DraftVerdict = "verdict"
	DraftNote    = "note"
)

// How long a text lies that nobody has saved.
const draftsLast = 30 * 24 * time.Hour

// draftFields are the texts of each form, with the most code points that are
// kept of them: somewhat more than can be saved, since what is too long is to be
// shortened and not lost.
var draftFields = map[string]map[string]int{
	DraftArticle: {"headline": 2 * factcheck.MaxHeadline, "summary": 2 * factcheck.MaxSummary, "body": factcheck.MaxBody + 10_000},
	DraftVerdict: {"explanation": 2 * factcheck.MaxExplanation},
	DraftNote:    {"note": 2 * factcheck.MaxNote},
}

// Draft is a text as it was typed into a form of a claim and not saved.
type Draft = store.Draft

// KeepDraft keeps what somebody is typing, for themselves alone. It is no act:
// the claim stays as it is and the log says nothing. It is Invalid for a form
// that there is not and for texts that are much too long.
func (r *Room) KeepDraft(ctx context.Context, by factcheck.Actor, claim int64, d Draft) error {
	limits, known := draftFields[d.Form]
	if !known || by.ID == 0 {
		return factcheck.NoSuch("form whose text is kept under this name")
	}
	for name, text := range d.Fields {
		most, known := limits[name]
		switch {
		case !known:
			return factcheck.Wrong(name, "This form has no such text.")
		case utf8.RuneCountInString(text) > most:
			return factcheck.Wrong(name, "This is too long to be kept while you type. Shorten it, or keep a copy elsewhere.")
		}
	}
	d.At = r.Now()
	return r.keep(ctx, func(tx *store.Tx) error {
		if _, err := tx.Claim(ctx, claim); err != nil {
			return err
		}
		return tx.SetDraft(ctx, by.ID, claim, d)
	})
}

// Drafts are what somebody has typed on a claim and not saved, by form.
func (r *Room) Drafts(ctx context.Context, by factcheck.Actor, claim int64) (map[string]Draft, error) {
	return read(ctx, r, func(q *store.Queries) (map[string]Draft, error) { return q.Drafts(ctx, by.ID, claim) })
}

// DropDraft forgets what somebody has typed into a form.
func (r *Room) DropDraft(ctx context.Context, by factcheck.Actor, claim int64, form string) error {
	return r.keep(ctx, func(tx *store.Tx) error { return tx.DropDraft(ctx, by.ID, claim, form) })
}
