package newsroom

import (
	"context"
	"slices"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// veil takes out of a record what whoever reads it may not see: all of a
// protected source but its quotes. Whatever an act or a read gives to a person
// goes through it.
func veil(by factcheck.Actor, record any) {
	switch v := record.(type) {
	case interface{ Veil(factcheck.Actor) }:
		v.Veil(by)
	case *[]factcheck.Claim:
		for i := range *v {
			(*v)[i].Veil(by)
		}
	}
}

// Veil takes out of both what the reader may not see.
func (d *Attached) Veil(by factcheck.Actor) {
	d.Claim.Veil(by)
	if e := d.Claim.Piece(d.Evidence.ID); e != nil {
		d.Evidence = *e
	}
}

// Veil takes out of every claim what the reader may not see.
func (w *Work) Veil(by factcheck.Actor) {
	for _, list := range []*[]factcheck.Claim{&w.Review, &w.Agree, &w.Returned, &w.Mine, &w.Ready, &w.Failed, &w.Again, &w.Unassigned} {
		veil(by, list)
	}
}

// Veil takes out of every claim what the reader may not see.
func (p *ClaimPage) Veil(by factcheck.Actor) { veil(by, &p.Items) }

// veilEvents takes the titles of sources out of events that somebody may not
// see, and what tells of changed quotes from them.
func veilEvents(ctx context.Context, q *store.Queries, by factcheck.Actor, events []factcheck.Event) error {
	var fates, ids []int64
	for _, e := range events {
		switch e.Subject {
		case "source":
			ids = append(ids, e.SubjectID)
		case "fate":
			fates = append(fates, e.SubjectID)
		}
	}
	of, err := q.FateSources(ctx, fates)
	if err != nil {
		return err
	}
	for _, source := range of {
		ids = append(ids, source)
	}
	sources, err := q.SourcesOf(ctx, ids)
	for _, s := range sources {
		for i := range events {
			is := events[i].Subject == "source" && events[i].SubjectID == s.ID || events[i].Subject == "fate" && of[events[i].SubjectID] == s.ID
			if is && !s.SeenBy(by) {
				events[i].Title, events[i].Veiled = factcheck.ProtectedTitle, true
			}
		}
	}
	return err
}

// veilContents takes out of pages what readers may not see now of the sources
// that they tell of.
func veilContents(ctx context.Context, q *store.Queries, pages ...*factcheck.Content) error {
	var ids []int64
	for _, n := range pages {
		ids = append(ids, n.Sources()...)
	}
	slices.Sort(ids)
	protected, err := q.Protected(ctx, slices.Compact(ids))
	for _, n := range pages {
		n.Veil(protected)
	}
	return err
}

// forReaders leaves on published pages what readers may see now: nothing of
// what is protected, nobody who is a private person, and around quotes no more
// than their sources allow.
func forReaders(ctx context.Context, q *store.Queries, pages ...*factcheck.Content) error {
	if err := veilContents(ctx, q, pages...); err != nil {
		return err
	}
	if err := hidePrivate(ctx, q, pages...); err != nil {
		return err
	}
	var ids []int64
	for _, n := range pages {
		ids = append(ids, n.Sources()...)
	}
	slices.Sort(ids)
	arounds, err := q.Arounds(ctx, slices.Compact(ids))
	for _, n := range pages {
		n.Shorten(arounds)
	}
	return err
}
