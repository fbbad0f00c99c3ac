package newsroom

import (
	"context"
	"strings"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

const (
	digestHour = 7  // of the day in the newsroom's time zone
	digestMost = 30 // notifications in one digest
)

// queueDigests writes the daily mail of those who want one, once it is time:
// one a day, also over a restart. Whoever has nothing to hear of gets none.
func (r *Room) queueDigests(ctx context.Context) error {
	s, err := r.Settings(ctx)
	if err != nil {
		return err
	}
	since := lastDigest(r.Now(), s.TimeZone)
	people, err := read(ctx, r, func(q *store.Queries) ([]factcheck.User, error) { return q.AwaitingDigest(ctx, since) })
	if err != nil {
		return err
	}
	for _, u := range people {
		body, err := r.digest(ctx, u, s.SiteName)
		if err != nil {
			return err
		}
		if err := r.keep(ctx, func(tx *store.Tx) error { return r.queueDigest(ctx, tx, u, s.SiteName, body) }); err != nil {
			return err
		}
	}
	return nil
}

func (r *Room) queueDigest(ctx context.Context, tx *store.Tx, u factcheck.User, site, body string) error {
	if body != "" {
		if err := tx.AddMail(ctx, store.Mail{UserID: u.ID, Subject: "What waits for you at " + site, Body: body}, r.Now()); err != nil {
			return err
		}
	}
	return tx.SetDigested(ctx, u.ID, r.Now())
}

// lastDigest is when digests were last due. An unknown time zone is UTC.
func lastDigest(now time.Time, zone string) time.Time {
	place, err := time.LoadLocation(zone)
	if err != nil {
		place = time.UTC
	}
	local := now.In(place)
	due := time.Date(local.Year(), local.Month(), local.Day(), digestHour, 0, 0, 0, place)
	if due.After(local) {
		due = time.Date(local.Year(), local.Month(), local.Day()-1, digestHour, 0, 0, 0, place)
	}
	return due
}

// digest is the text of somebody's daily mail; "" when there is nothing to tell.
func (r *Room) digest(ctx context.Context, u factcheck.User, site string) (string, error) {
	work, err := r.Work(ctx, u.Actor())
	if err != nil {
		return "", err
	}
	unread, err := read(ctx, r, func(q *store.Queries) ([]factcheck.Notification, error) { return q.UnreadOf(ctx, u.ID, 0, digestMost) })
	if err != nil {
		return "", err
	}
	lines := waitingLines(work)
	if len(lines) > 0 {
		lines = append([]string{"What waits for you: " + r.URL("/desk")}, lines...)
	}
	if len(unread) > 0 {
		lines = append(lines, "", "What you have not read yet: "+r.URL("/desk/notifications"))
	}
	for _, n := range unread {
		lines = append(lines, "- "+notificationLine(n, 100))
	}
	if len(lines) == 0 {
		return "", nil
	}
	return strings.TrimSpace(strings.Join(lines, "\n")) + "\n\n" + r.foot(site) + "\n", nil
}

// waitingLines are the lists of somebody's work with how many claims they hold.
func waitingLines(w Work) []string {
	var lines []string
	for _, l := range []struct {
		what   string
		claims []factcheck.Claim
	}{{"to review", w.Review}, {"to agree to, changed since you signed", w.Agree}, {"returned to you", w.Returned},
		{"that you are working on", w.Mine}, {"to publish", w.Ready}} {
		if len(l.claims) > 0 {
			lines = append(lines, "- "+factcheck.Plural(len(l.claims), "claim", "claims")+" "+l.what)
		}
	}
	return lines
}
