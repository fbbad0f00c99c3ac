package newsroom

import (
	"context"
	"io"
	"strconv"
	"strings"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/sheet"
	"claimdesk/internal/store"
)

// claimColumns are those of the table of claims; other programs read them by
// their names.
var claimColumns = []string{"id", "status", "text", "language", "claimant", "claimant_kind", "said_on", "rating", "rating_label", "topics",
	"assignee", "due_on", "priority", "evidence", "recorded_at", "changed_at", "published_at", "address"}

// ExportClaims writes all claims as CSV, a row for each, and gives how many
// there are. progress may be nil.
func (r *Room) ExportClaims(ctx context.Context, by factcheck.Actor, to io.Writer, progress func([]Tally)) (done int, err error) {
	if progress == nil {
		progress = func([]Tally) {}
	}
	return done, r.exporting(ctx, by, "csv", func(q *store.Queries) error {
		of, err := q.Count(ctx, store.ClaimTable)
		if err != nil {
			return err
		}
		rows, err := sheet.New(to, claimColumns...)
		if err != nil {
			return err
		}
		for last := int64(0); ; {
			page, err := q.ClaimsAfter(ctx, last, exportPage)
			if err != nil {
				return err
			}
			if len(page) == 0 {
				return rows.Close()
			}
			last = page[len(page)-1].ID
			if err := r.claimRows(rows, page); err != nil {
				return err
			}
			done += len(page)
			progress([]Tally{{Things: "claims", Done: done, Of: of}})
		}
	})
}

// ClaimSheet writes the chosen claims as CSV, last changed first, for somebody
// who sees the list of them.
func (r *Room) ClaimSheet(ctx context.Context, by factcheck.Actor, f ClaimFilter, to io.Writer) error {
	rows, err := sheet.New(to, claimColumns...)
	if err != nil {
		return err
	}
	for f.Limit = pageMost; ; {
		page, err := r.Claims(ctx, by, f)
		if err != nil {
			return err
		}
		if err := r.claimRows(rows, page.Items); err != nil {
			return err
		}
		if f.Cursor = page.Next; f.Cursor == "" {
			return rows.Close()
		}
	}
}

func (r *Room) claimRows(rows *sheet.Writer, page []factcheck.Claim) error {
	for _, c := range page {
		if err := rows.Row(r.claimRow(c)...); err != nil {
			return err
		}
	}
	return nil
}

func (r *Room) claimRow(c factcheck.Claim) []string {
	var name, kind, rating, label, published, address, priority string
	if c.Claimant != nil {
		name, kind = c.Claimant.Name, string(c.Claimant.Kind)
	}
	if c.Verdict != nil {
		rating, label = c.Verdict.Rating.Slug, c.Verdict.Rating.Label
	}
	if c.Live != nil {
		published, address = instant(c.Live.FirstAt), r.URL(c.Live.Path())
	}
	if n := c.Plan.Priority(); n > 0 {
		priority = strconv.Itoa(n)
	}
	return []string{strconv.FormatInt(c.ID, 10), string(c.Status), c.Text, c.Language, name, kind, string(c.SaidOn), rating, label,
		strings.Join(c.TopicNames(), "; "), c.Assignee, string(c.Plan.DueOn), priority, strconv.Itoa(len(c.Evidence)),
		instant(c.CreatedAt), instant(c.UpdatedAt), published, address}
}

// instant is a time for other programs.
func instant(t time.Time) string { return t.UTC().Format(time.RFC3339) }
