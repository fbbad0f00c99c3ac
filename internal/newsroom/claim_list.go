package newsroom

import (
	"context"
	"encoding/base64"
	"strconv"
	"strings"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// ClaimFilter chooses claims; what is empty chooses nothing away. Topic and
// Claimant are a slug or a name, Cursor a page's Next.
type ClaimFilter struct {
	Status                       factcheck.Status
	Topic, Rating, Query, Cursor string
	Claimant, Language           string
	Assignee, SourceID           int64
	Unassigned, Live             bool
	Due                          Due
	Priority                     int    // at least so much: from 1 to 9
	HideMerged                   bool   // not those that only repeat another
	Sort                         string // one of the sorts, with a "-" before it from the last to the first; "" is "-updated"
	Limit                        int
}

// Due chooses claims by the day that they are due.
type Due string

// Due before today, due within a week from now or before, without a date. Of
// the first two only those that are not published or dropped.
const (
	DueLate Due = "late"
	DueWeek Due = "week"
	DueNone Due = "none"
)

// Dues are all of them.
var Dues = []Due{DueLate, DueWeek, DueNone}

// usualSort is the order when none is asked for.
const usualSort = "-updated"

// ClaimPage is a page of a list of claims; Next is empty on the last. Total
// counts all that were chosen.
type ClaimPage struct {
	Items []factcheck.Claim
	Next  string
	Total int
}

// Claims are the chosen claims in their order, without the bodies of their
// articles. An order that there is not is Invalid, as is a cursor that belongs
// to another order.
func (r *Room) Claims(ctx context.Context, by factcheck.Actor, f ClaimFilter) (ClaimPage, error) {
	query, err := f.query(r.Now())
	if err != nil {
		return ClaimPage{}, err
	}
	return readAs(ctx, r, by, func(q *store.Queries) (p ClaimPage, err error) {
		total, err := q.CountClaims(ctx, query)
		if err != nil {
			return p, err
		}
		limit := query.Limit - 1
		p.Total = int(total)
		if p.Items, err = q.Claims(ctx, query); err != nil || len(p.Items) <= limit {
			return p, err
		}
		p.Items = p.Items[:limit]
		place, err := q.ClaimPlaceOf(ctx, query.Order, p.Items[limit-1].ID)
		p.Next = claimCursor(f.sort(), place)
		return p, err
	})
}

// query is the filter as the store takes it, with room for one claim more than
// was asked for.
func (f ClaimFilter) query(now time.Time) (store.ClaimQuery, error) {
	query := store.ClaimQuery{Status: f.Status, Topic: f.Topic, Rating: f.Rating, Words: f.Query, Assignee: f.Assignee,
		SourceID: f.SourceID, Unassigned: f.Unassigned, Live: f.Live, Claimant: f.Claimant, Language: f.Language,
		Priority: f.Priority, HideMerged: f.HideMerged, Limit: pageSize(f.Limit) + 1}
	switch f.Due {
	case DueLate:
		query.DueTo = factcheck.DateOf(now.AddDate(0, 0, -1))
	case DueWeek:
		query.DueTo = factcheck.DateOf(now.AddDate(0, 0, 6))
	case DueNone:
		query.NoDue = true
	case "":
	default:
		return query, factcheck.Wrong("due", "Choose late, week or none.")
	}
	sort := f.sort()
	query.Order = store.ClaimOrder{By: strings.TrimPrefix(sort, "-"), Ascending: !strings.HasPrefix(sort, "-")}
	if !store.KnownOrder(query.Order.By) {
		return query, factcheck.Wrong("sort", "Claims are sorted by updated, created, due, priority, status, text or claimant; with a - before it from the last to the first.")
	}
	var err error
	query.After, err = parseClaimCursor(sort, f.Cursor)
	return query, err
}

func (f ClaimFilter) sort() string {
	if f.Sort == "" {
		return usualSort
	}
	return f.Sort
}

// claimCursor says where a list goes on, and in which order it is.
func claimCursor(sort string, p store.ClaimPlace) string {
	return base64.RawURLEncoding.EncodeToString([]byte(sort + "\x00" + strconv.FormatInt(p.ID, 36) + "\x00" + p.Key))
}

func parseClaimCursor(sort, cursor string) (store.ClaimPlace, error) {
	if cursor == "" {
		return store.ClaimPlace{}, nil
	}
	raw, err := base64.RawURLEncoding.DecodeString(cursor)
	parts := strings.SplitN(string(raw), "\x00", 3)
	if err != nil || len(parts) < 3 || factcheck.InvalidAt(string(raw)) >= 0 {
		return store.ClaimPlace{}, factcheck.Wrong("cursor", "This page does not exist. Begin again with the first one.")
	}
	id, err := strconv.ParseInt(parts[1], 36, 64)
	switch {
	case err != nil || id < 1:
		return store.ClaimPlace{}, factcheck.Wrong("cursor", "This page does not exist. Begin again with the first one.")
	case parts[0] != sort:
		return store.ClaimPlace{}, factcheck.Wrong("cursor", "This page belongs to a list in another order. Begin again with the first one.")
	}
	return store.ClaimPlace{Key: parts[2], ID: id}, nil
}

// CountClaims is how many claims are chosen.
func (r *Room) CountClaims(ctx context.Context, f ClaimFilter) (int, error) {
	query, err := f.query(r.Now())
	if err != nil {
		return 0, err
	}
	n, err := read(ctx, r, func(q *store.Queries) (int64, error) { return q.CountClaims(ctx, query) })
	return int(n), err
}

// ClaimLanguages are the languages that claims are recorded in.
func (r *Room) ClaimLanguages(ctx context.Context) ([]string, error) {
	return read(ctx, r, func(q *store.Queries) ([]string, error) { return q.ClaimLanguages(ctx) })
}
