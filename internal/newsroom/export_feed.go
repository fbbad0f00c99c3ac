package newsroom

import (
	"context"
	"io"

	"claimdesk/internal/claimreview"
	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// How many checks or claims are read at once to be written out.
const exportPage = 100

// ExportReviews writes the live checks as a schema.org DataFeed of ClaimReviews,
// those withdrawn left out, and gives how many there are. It holds what readers
// see and no more. progress may be nil.
func (r *Room) ExportReviews(ctx context.Context, by factcheck.Actor, to io.Writer, progress func([]Tally)) (done int, err error) {
	if progress == nil {
		progress = func([]Tally) {}
	}
	return done, r.exporting(ctx, by, "claimreview", func(q *store.Queries) error {
		feed, publisher, err := r.feed(ctx, q, to)
		if err != nil {
			return err
		}
		of, err := q.CountPublished(ctx, store.PublicQuery{})
		if err != nil {
			return err
		}
		for last := int64(0); ; {
			found, err := q.PublishedAfter(ctx, last, exportPage)
			if err != nil {
				return err
			}
			if len(found) == 0 {
				return feed.Close()
			}
			last = found[len(found)-1].Revision.ClaimID
			page, err := checks(ctx, q, found)
			if err != nil {
				return err
			}
			n, err := r.reviews(feed, publisher, page)
			if done += n; err != nil {
				return err
			}
			progress([]Tally{{Things: "checks", Done: done, Of: int(of)}})
		}
	})
}

func (r *Room) feed(ctx context.Context, q *store.Queries, to io.Writer) (*claimreview.Feed, claimreview.Publisher, error) {
	by := claimreview.Publisher{URL: r.URL("/"), Principles: r.URL("/ratings")}
	s, err := q.Settings(ctx)
	if err != nil {
		return nil, by, err
	}
	if by.Name = s.SiteName; r.site != "" {
		by.Name = r.site
	}
	changed, err := q.Changed(ctx)
	if err != nil {
		return nil, by, err
	}
	feed, err := claimreview.NewFeed(to, changed, s.LicenceURL)
	return feed, by, err
}

func (r *Room) reviews(feed *claimreview.Feed, by claimreview.Publisher, page []Check) (done int, err error) {
	for _, c := range page {
		if !claimreview.Carries(c.Content) {
			continue
		}
		var told []claimreview.Correction
		for _, change := range c.Corrections {
			if change.Class == factcheck.Substantial {
				told = append(told, claimreview.Correction{On: factcheck.DateOf(change.At), Note: change.Note})
			}
		}
		if err := feed.Add(claimreview.Review(by, r.URL(c.Live.Path()), c.Live, c.Content, told)); err != nil {
			return done, err
		}
		done++
	}
	return done, nil
}
