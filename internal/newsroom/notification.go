package newsroom

import (
	"context"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// How long a notification lies that was read.
const notificationsLast = 90 * 24 * time.Hour

// NotificationPage is a part of what somebody was told: what they have not read
// first, then the rest, each newest first.
type NotificationPage struct {
	Items  []factcheck.Notification
	Unread int64  // of all pages
	Newest int64  // the highest id on the first page, 0 when there is none
	Next   string // cursor of the page after it, "" on the last
}

// The places that a list of notifications goes on from.
const (
	placeUnread = 1
	placeRead   = 2
)

// Notifications are a page of what the actor was told.
func (r *Room) Notifications(ctx context.Context, by factcheck.Actor, after string, limit int) (NotificationPage, error) {
	at, err := parseCursor(after)
	if err != nil {
		return NotificationPage{}, err
	}
	limit = pageSize(limit)
	return read(ctx, r, func(q *store.Queries) (p NotificationPage, err error) {
		if p.Unread, err = q.UnreadNotifications(ctx, by.ID); err != nil {
			return p, err
		}
		if at.At != placeRead {
			if p.Items, err = q.UnreadOf(ctx, by.ID, at.ID, limit+1); err != nil {
				return p, err
			}
			at.ID = 0
		}
		if short := limit + 1 - len(p.Items); short > 0 {
			read, err := q.ReadOf(ctx, by.ID, at.ID, short)
			if err != nil {
				return p, err
			}
			p.Items = append(p.Items, read...)
		}
		p.cut(limit)
		return p, nil
	})
}

// cut leaves the items of one page and says where the next begins.
func (p *NotificationPage) cut(limit int) {
	for _, n := range p.Items {
		p.Newest = max(p.Newest, n.ID)
	}
	if len(p.Items) <= limit {
		return
	}
	p.Items = p.Items[:limit]
	last := p.Items[limit-1]
	place := store.Place{At: placeUnread, ID: last.ID}
	if !last.ReadAt.IsZero() {
		place.At = placeRead
	}
	p.Next = cursor(place)
}

// UnreadCount is how many things the actor was told and has not read.
func (r *Room) UnreadCount(ctx context.Context, by factcheck.Actor) (int64, error) {
	return read(ctx, r, func(q *store.Queries) (int64, error) { return q.UnreadNotifications(ctx, by.ID) })
}

// ReadNotification notes that the actor has read one of theirs, and gives it;
// NotFound for another's.
func (r *Room) ReadNotification(ctx context.Context, by factcheck.Actor, id int64) (n factcheck.Notification, err error) {
	err = r.keep(ctx, func(tx *store.Tx) error {
		if n, err = tx.Notification(ctx, by.ID, id); err != nil {
			return err
		}
		return tx.ReadNotification(ctx, by.ID, id, r.Now())
	})
	return n, err
}

// ReadNotifications notes that the actor has read all theirs up to the one with
// an id: what came while they looked at the list stays unread.
func (r *Room) ReadNotifications(ctx context.Context, by factcheck.Actor, upTo int64) error {
	return r.keep(ctx, func(tx *store.Tx) error { return tx.ReadNotifications(ctx, by.ID, upTo, r.Now()) })
}
