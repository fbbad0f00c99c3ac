package newsroom

import (
	"context"

	"claimdesk/internal/claimreview"
	"claimdesk/internal/factcheck"
	"claimdesk/internal/lines"
)

// readReviews reads checks. Our own become claims.
func (l *loading) readReviews(ctx context.Context, from *lines.Reader) error {
	reading, err := claimreview.Read(from, func(f claimreview.Found) error {
		if err := l.row(ctx); err != nil {
			return err
		}
		checked, err := f.OtherReview.Check(l.now)
		for _, p := range factcheck.Problems(err) {
			l.outcome.Fault(f.Line, p.Field, p.Message)
		}
		switch {
		case err != nil:
		case l.room.ours(f):
			l.claim(f.Line, ownDraft(f), ownNote(f), func(field string) string { return field })
		case l.outcome.AllFaults == 0:
			l.keep(checked, f.Retracted)
		}
		return nil
	})
	if reading != nil {
		l.outcome.Skipped = reading.Skipped
	}
	return err
}

// keep takes a check of another newsroom. One page can check several claims
// under one address: those after the first are told apart by what they say. The
// last of several with the same id is the one that counts.
func (l *loading) keep(o factcheck.OtherReview, retracted bool) {
	at, twice := l.iris[o.IRI]
	if twice && o.IRI == o.URL && l.reviews[at].Claim != o.Claim {
		says := folded(o.Claim)
		o.IRI += "#claim-" + hexOf(says[:6])
		at, twice = l.iris[o.IRI]
	}
	if twice {
		l.reviews[at] = other{o, retracted}
		return
	}
	l.iris[o.IRI] = len(l.reviews)
	l.reviews = append(l.reviews, other{o, retracted})
}

// ours tells whether a check was published at our own address.
func (r *Room) ours(f claimreview.Found) bool {
	own := factcheck.SiteOf(r.URL("/"))
	return factcheck.SiteOf(f.URL) == own || factcheck.SiteOf(f.AuthorURL) == own
}

// ownDraft is the claim of a check of our own.
func ownDraft(f claimreview.Found) factcheck.ClaimDraft {
	seen := f.Seen
	for i := range seen {
		seen[i].Outlet = cutTo(seen[i].Outlet, factcheck.MaxName)
	}
	d := factcheck.ClaimDraft{Text: f.Claim, Language: f.Language, Claimant: f.Speaker, SaidOn: string(f.ClaimedOn), Appearances: seen}
	d.Claimant.Name = cutTo(d.Claimant.Name, factcheck.MaxName)
	return d
}

func ownNote(f claimreview.Found) string {
	note := "Imported from our own check at " + f.URL + ", which was rated “" + f.Rating + "”"
	if f.ReviewedOn != "" {
		note += " on " + string(f.ReviewedOn)
	}
	if f.Title != "" {
		note += ", under the headline “" + f.Title + "”"
	}
	return note + ". The verdict is open here until somebody gives it anew."
}
