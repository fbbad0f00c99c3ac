package factcheck

import (
	"slices"

	"claimdesk/internal/quote"
)

// Veil takes out of a claim what somebody may not see: of a protected source
// on which they are not named, everything but the quote and what readers are
// told.
func (c *Claim) Veil(a Actor) {
	if !c.Origin.SeenBy(a) {
		c.Origin, c.SourceTitle, c.SourceVeiled = c.Origin.Veiled(), ProtectedTitle, true
	}
	for i := range c.Evidence {
		e := &c.Evidence[i]
		if e.Source.SeenBy(a) {
			continue
		}
		e.Veiled, e.SnapshotID, e.Passage, e.Fate = true, 0, 0, nil
		e.Anchor = quote.Anchor{Exact: e.Exact}
		e.Source = e.Source.Veiled()
	}
}

// ProtectedTitle stands for the title of a source that somebody may not see.
const ProtectedTitle = "a protected source"

// Veiled is all that somebody who may not see a protected source learns of it:
// what readers are told, and whom to ask. The language is that of the quotes.
func (s Source) Veiled() Source {
	return Source{ID: s.ID, Language: s.Language, Level: s.Level, Access: s.Access, Users: s.Users,
		Description: s.Description, Because: s.Because}
}

// Protected tells whether readers see no more of the source than quotes from
// it and what an editor says of it.
func (s PublicSource) Protected() bool { return s.Access == ProtectedAccess }

// Veil takes out of a page what readers may not see of the sources that are
// protected now, whatever they were when it was published. What an editor says
// of a source in their place is what is said now.
func (n *Content) Veil(protected map[int64]Source) {
	n.Evidence = slices.Clone(n.Evidence)
	for i := range n.Evidence {
		if s, is := protected[n.Evidence[i].Source.ID]; is {
			n.Evidence[i] = n.Evidence[i].veiled(s)
		}
	}
	if n.Misread == nil {
		return
	}
	if s, is := protected[n.Misread.SourceID]; is {
		n.Misread = &PublicMisread{Misread: n.Misread.Misread, Title: s.Description}
	}
}

// veiled is a quote without its place: offsets in a document can tell which
// copy of it was given to us.
func (e PublicEvidence) veiled(s Source) PublicEvidence {
	return PublicEvidence{ID: e.ID, Position: e.Position, Stance: e.Stance, Exact: e.Exact, Speaker: e.Speaker, Note: e.Note,
		Translation: e.Translation, Translator: e.Translator,
		Source: PublicSource{ID: s.ID, Language: e.Source.Language, Level: s.Level, Access: ProtectedAccess,
			Description: s.Description, Because: s.Because}}
}

// Sources are the ids of the sources that the page tells of.
func (n *Content) Sources() []int64 {
	var ids []int64
	for _, e := range n.Evidence {
		ids = append(ids, e.Source.ID)
	}
	if n.Misread != nil && n.Misread.SourceID != 0 {
		ids = append(ids, n.Misread.SourceID)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}
