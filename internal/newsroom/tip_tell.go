package newsroom

import (
	"context"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// tellSenders closes the tips of a claim that is public, and queues a mail to
// those senders who asked for one. A tip that was closed before is left alone,
// so that nobody is told twice.
func (a *acting) tellSenders(ctx context.Context, r *Room, claim int64) error {
	tips, err := a.TipsOf(ctx, claim)
	if err != nil || len(tips) == 0 {
		return err
	}
	check, err := a.PublishedClaim(ctx, claim)
	if err != nil {
		return err
	}
	for _, t := range tips {
		if !t.ClosedAt.IsZero() {
			continue
		}
		if err := a.CloseTip(ctx, t.ID, a.now); err != nil {
			return err
		}
		if err := a.tellSender(ctx, r, t, check); err != nil {
			return err
		}
	}
	return nil
}

func (a *acting) tellSender(ctx context.Context, r *Room, t factcheck.Tip, check store.Published) error {
	sender, err := a.Sender(ctx, t.ID)
	if factcheck.KindOf(err) == factcheck.NotFound {
		return nil
	}
	if err != nil || !sender.Tell || !sender.ToldAt.IsZero() || sender.Email() == "" || !r.MailOn() {
		return err
	}
	s, err := a.Settings(ctx)
	if err != nil {
		return err
	}
	if r.site != "" {
		s.SiteName = r.site
	}
	n := check.Revision.Content
	return a.AddMail(ctx, store.Mail{TipID: t.ID, Subject: "We have checked what you told us", Body: "On " + day(t.CreatedAt) +
		" you sent us a claim and asked to hear what comes of it:\n\n    " + t.Text + "\n\nWe have published our check:\n\n    " + n.Headline +
		"\n    Our verdict: " + n.Rating.Label + "\n    " + r.URL(check.Live.Path()) +
		"\n\nThank you for telling us. This is the only mail about it; we delete your address 90 days from now.\n\n" + s.SiteName + "\n"}, a.now)
}

// day is a date in words.
func day(t time.Time) string { return t.Format("2 January 2006") }

// closeTips notes that nothing more comes of a claim's tips, or, with a zero
// time, that something may again. Tips that came to it with another claim, which
// was merged into it, follow.
func (a *acting) closeTips(ctx context.Context, claim int64, at time.Time) error {
	tips, err := a.TipsOf(ctx, claim)
	if err != nil {
		return err
	}
	for _, t := range tips {
		if t.ClosedAt.IsZero() == at.IsZero() {
			continue
		}
		if err := a.CloseTip(ctx, t.ID, at); err != nil {
			return err
		}
	}
	return nil
}
