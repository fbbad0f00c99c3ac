package newsroom

import (
	"context"
	"slices"

	"claimdesk/internal/factcheck"
)

// Confirmation is what is looked at before the text of an import is kept.
type Confirmation struct {
	factcheck.Import                    // its passages have their text
	SHA256           string             // of the original bytes, in hex
	Size             int                // of the original, in bytes
	Same             []factcheck.Source // others that were imported from the same bytes, as far as the actor may see them
	Present          *factcheck.Source  // that it is to be a new copy of; nil for a new source
}

// Confirmation is an import of the actor's own that was read.
func (r *Room) Confirmation(ctx context.Context, by factcheck.Actor, id int64) (Confirmation, error) {
	m, raw, err := r.importRead(ctx, by, id)
	if err != nil {
		return Confirmation{}, err
	}
	c := Confirmation{Import: m, SHA256: factcheck.HashOf(raw), Size: len(raw)}
	cutOut(m.Document.Text, m.Document.Passages)
	if m.SourceID != 0 {
		s, err := r.Source(ctx, by, m.SourceID)
		if err != nil {
			return c, err
		}
		c.Present = &s
	}
	c.Same, err = r.SameBytes(ctx, by, c.SHA256)
	c.Same = slices.DeleteFunc(c.Same, func(s factcheck.Source) bool { return s.ID == m.SourceID })
	return c, err
}

// Pasted is the HTML that an import was begun with; "" for any other.
func (r *Room) Pasted(ctx context.Context, by factcheck.Actor, id int64) (string, error) {
	m, raw, err := r.importAndBytes(ctx, by, id)
	if err != nil || m.Field() != "html" {
		return "", err
	}
	return string(raw), nil
}

// KeptAs is the newest source that the actor brought in from these bytes, by
// their SHA-256; NotFound when there is none.
func (r *Room) KeptAs(ctx context.Context, by factcheck.Actor, sha256 string) (factcheck.Source, error) {
	same, err := r.SameBytes(ctx, by, sha256)
	for _, s := range slices.Backward(same) {
		if s.CreatedBy == by.ID {
			return s, nil
		}
	}
	if err == nil {
		err = factcheck.NoSuch("source of these bytes")
	}
	return factcheck.Source{}, err
}
