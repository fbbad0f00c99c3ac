package newsroom

import (
	"context"
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// queueNotified writes the mails of what people were told, for those who want a
// mail for each thing and have not read it yet. For everybody else it is settled
// that there is none.
func (r *Room) queueNotified(ctx context.Context) error {
	s, err := r.Settings(ctx)
	if err != nil {
		return err
	}
	for {
		left := true
		err := r.keep(ctx, func(tx *store.Tx) error {
			told, err := tx.Unmailed(ctx, r.Now().Add(-mailedWithin), mailsAtOnce)
			left = len(told) == mailsAtOnce
			for i := 0; i < len(told) && err == nil; i++ {
				err = r.mailNotification(ctx, tx, s.SiteName, told[i])
			}
			return err
		})
		if err != nil || !left {
			return err
		}
	}
}

func (r *Room) mailNotification(ctx context.Context, tx *store.Tx, site string, n factcheck.Notification) error {
	u, err := tx.User(ctx, n.UserID)
	if err != nil {
		return err
	}
	if u.Mail == factcheck.MailEach && !u.Disabled && n.ReadAt.IsZero() {
		m := store.Mail{UserID: u.ID, Subject: notificationLine(n, 70), Body: r.notificationMail(site, n)}
		if err := tx.AddMail(ctx, m, r.Now()); err != nil {
			return err
		}
	}
	return tx.SetMailed(ctx, n.ID, r.Now())
}

// notificationLine is a notification in one line, with at most some code points
// of the claim.
func notificationLine(n factcheck.Notification, most int) string {
	who, did, rest := n.Said()
	line := who + " " + did
	if n.ClaimID != 0 {
		line += " #" + strconv.FormatInt(n.ClaimID, 10) + " “" + cutTo(n.Claim, most) + "”"
	}
	return strings.TrimSpace(line + " " + rest)
}

func cutTo(text string, most int) string {
	if runes := []rune(text); len(runes) > most {
		return strings.TrimSpace(string(runes[:most-1])) + "…"
	}
	return text
}

// notificationMail is the text of the mail.
func (r *Room) notificationMail(site string, n factcheck.Notification) string {
	parts := []string{notificationLine(n, factcheck.MaxClaim) + "."}
	if n.Text != "" {
		parts = append(parts, "> "+n.Text)
	}
	parts = append(parts, r.URL(n.Path()), r.foot(site))
	return strings.Join(parts, "\n\n") + "\n"
}

// foot says why a mail comes and how it stops.
func (r *Room) foot(site string) string {
	return "-- \n" + site + "\nHow often we mail you is set in your account: " + r.URL("/desk/account")
}

// mailLink queues the mail that brings somebody a one-time link. It goes when
// the link becomes void.
func (a *acting) mailLink(ctx context.Context, r *Room, l factcheck.Link, token string) error {
	s, err := a.Settings(ctx)
	if err != nil {
		return err
	}
	if r.site != "" {
		s.SiteName = r.site
	}
	m := store.Mail{UserID: l.User.ID, Secret: true, Until: l.ExpiresAt, Subject: "Your account at " + s.SiteName}
	first, lasts := a.by.Name+" has added you to the desk of "+s.SiteName+". You log in with this address.", "72 hours"
	if l.Kind == factcheck.ResetLink {
		m.Subject = "A new password for " + s.SiteName
		first, lasts = "Somebody who looks after the accounts of "+s.SiteName+" has made you a link for a new password. Until you use it, the present one stays.", "an hour"
	}
	m.Body = first + "\n\nChoose your password here. The link works once, for " + lasts + ":\n" + r.URL("/desk/link/"+token) +
		"\n\nIf this is not meant for you, do nothing.\n"
	return a.AddMail(ctx, m, a.now)
}
