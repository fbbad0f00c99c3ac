package newsroom

import (
	"context"
	"errors"
	"sync"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// Mail is a mail server. An error's words may be shown to an admin and stand in
// the log: they hold no password and no address of a recipient. One with a
// method Permanent that is true says that the mail would be refused again.
type Mail interface {
	Send(ctx context.Context, to, subject, body string) error
	Host() string // for the screens
	From() string // in whose name mails are sent
}

// Waiting times between tries; the last goes on until the mail's time is over.
var retries = []time.Duration{time.Minute, 5 * time.Minute, 30 * time.Minute, 2 * time.Hour, 6 * time.Hour}

const (
	mostRefused  = 3              // tries of a mail that is refused for good
	mailedWithin = 24 * time.Hour // what somebody was told longer ago is mailed no more
	mailsAtOnce  = 50
)

// post is the way out for mails. Woken has a value when there may be something
// to send.
type post struct {
	mail  Mail // nil: mail is off
	woken chan struct{}
	turn  sync.Mutex // one round at a time: no mail goes out twice
}

func newPost(m Mail) *post { return &post{mail: m, woken: make(chan struct{}, 1)} }

func (p *post) wake() {
	select {
	case p.woken <- struct{}{}:
	default: // it knows already
	}
}

// MailOn tells whether mails are sent.
func (r *Room) MailOn() bool { return r.post.mail != nil }

// MailWoken has a value when there may be mails to send.
func (r *Room) MailWoken() <-chan struct{} { return r.post.woken }

// SendMails does one round: mails of what people were told are written, and all
// that are due are sent. A server that fails ends the round, and the mail is
// tried again later; the error is only ever one of the database. It does nothing
// while mail is off.
//
// A mail is taken out of the queue after the server has it: when the program
// ends between the two, it is sent again.
func (r *Room) SendMails(ctx context.Context) error {
	if !r.MailOn() {
		return nil
	}
	r.post.turn.Lock()
	defer r.post.turn.Unlock()
	if err := r.queueDigests(ctx); err != nil {
		return err
	}
	waits, err := read(ctx, r, func(q *store.Queries) (bool, error) { return q.MailWaits(ctx, r.Now().Add(-mailedWithin), r.Now()) })
	if err != nil || !waits {
		return err
	}
	if err := r.queueNotified(ctx); err != nil {
		return err
	}
	for ctx.Err() == nil {
		due, err := read(ctx, r, func(q *store.Queries) ([]store.Mail, error) { return q.DueMails(ctx, r.Now(), mailsAtOnce) })
		if err != nil || len(due) == 0 {
			return err
		}
		for _, m := range due {
			if goOn, err := r.sendMail(ctx, m); err != nil || !goOn {
				return err
			}
		}
	}
	return nil
}

// sendMail sends one mail. It is false when the round should end.
func (r *Room) sendMail(ctx context.Context, m store.Mail) (goOn bool, err error) {
	to, err := r.addressOf(ctx, m)
	if factcheck.KindOf(err) == factcheck.NotFound && err != nil {
		return true, r.keep(ctx, func(tx *store.Tx) error { return tx.DropMail(ctx, m.ID) })
	}
	if err != nil {
		return false, err
	}
	sent := r.post.mail.Send(ctx, to, m.Subject, m.Body)
	if sent != nil && ctx.Err() != nil {
		return false, nil // the program ends; it was no failure
	}
	if sent != nil {
		return r.mailFailed(ctx, m, sent)
	}
	ctx = context.WithoutCancel(ctx) // it is on its way: it must not be sent again
	return true, r.keep(ctx, func(tx *store.Tx) error {
		if m.TipID != 0 {
			if err := tx.SetTold(ctx, m.TipID, r.Now()); err != nil {
				return err
			}
		}
		return tx.DropMail(ctx, m.ID)
	})
}

// mailFailed says when a mail is tried again. One that was refused ends no
// round.
func (r *Room) mailFailed(ctx context.Context, m store.Mail, failed error) (goOn bool, err error) {
	now := r.Now()
	m.Attempts++
	m.NextAt = now.Add(retries[min(m.Attempts, len(retries))-1])
	var refusal interface{ Permanent() bool }
	refused := errors.As(failed, &refusal) && refusal.Permanent()
	if refused && m.Attempts >= mostRefused {
		m.NextAt = time.Time{}
	}
	r.log.WarnContext(ctx, "mail not sent", "mail", m.ID, "attempts", m.Attempts, "again", m.NextAt, "error", failed)
	return refused, r.keep(ctx, func(tx *store.Tx) error { return tx.SetMailTried(ctx, m, failed.Error(), now) })
}

// addressOf is where a mail goes; NotFound when it goes nowhere: an account that
// was closed, a tip whose sender left no mail address.
func (r *Room) addressOf(ctx context.Context, m store.Mail) (string, error) {
	return read(ctx, r, func(q *store.Queries) (string, error) {
		if m.UserID != 0 {
			u, err := q.User(ctx, m.UserID)
			if err == nil && u.Disabled {
				err = factcheck.NoSuch("account that mail goes to")
			}
			return u.Email, err
		}
		c, err := q.Sender(ctx, m.TipID)
		if err != nil {
			return "", err
		}
		if c.Email() == "" {
			return "", factcheck.NoSuch("mail address that this tip came with")
		}
		return c.Email(), nil
	})
}

// MailState is what an admin sees of the way out for mails.
type MailState struct {
	On         bool
	Host, From string // of the server; "" while mail is off
	store.MailQueue
}

// MailState tells an admin how mail stands.
func (r *Room) MailState(ctx context.Context, by factcheck.Actor) (MailState, error) {
	if err := factcheck.Permit(by, factcheck.EditSettings); err != nil {
		return MailState{}, err
	}
	s := MailState{On: r.MailOn()}
	if s.On {
		s.Host, s.From = r.post.mail.Host(), r.post.mail.From()
	}
	var err error
	s.MailQueue, err = read(ctx, r, func(q *store.Queries) (store.MailQueue, error) { return q.MailQueue(ctx) })
	return s, err
}

// SendTestMail sends an admin a mail at once, past the queue. When the server
// does not take it, the Conflict error says why.
func (r *Room) SendTestMail(ctx context.Context, by factcheck.Actor) (to string, err error) {
	if err := factcheck.Permit(by, factcheck.EditSettings); err != nil {
		return "", err
	}
	u, err := r.User(ctx, by.ID)
	if err != nil {
		return "", err
	}
	if !r.MailOn() {
		return "", errMailOff
	}
	s, err := r.Settings(ctx)
	if err != nil {
		return "", err
	}
	body := "This is a test mail of " + s.SiteName + ". It was sent from its settings page:\n" + r.URL("/desk/settings") + "\n"
	if sent := r.post.mail.Send(ctx, u.Email, "Test mail of "+s.SiteName, body); sent != nil {
		return "", factcheck.Clash("%s", sent.Error())
	}
	return u.Email, nil
}

var errMailOff = factcheck.Clash("Mail is off: the program was started without a mail server (--smtp-url or CLAIMDESK_SMTP_URL).")

// SetMailWish says how the actor wants to hear of what they are told.
func (r *Room) SetMailWish(ctx context.Context, by factcheck.Actor, wish factcheck.MailWish) error {
	if err := factcheck.CheckMailWish(wish); err != nil {
		return err
	}
	_, err := act(ctx, r, by, factcheck.EditOwn, func(a *acting) (struct{}, error) {
		u, err := a.User(ctx, by.ID)
		if err != nil {
			return struct{}{}, err
		}
		if err := a.Tx.SetMailWish(ctx, u.ID, wish, a.now); err != nil {
			return struct{}{}, err
		}
		return struct{}{}, a.trace(ctx, "user", u.ID, u.Version, nil)
	})
	return err
}
