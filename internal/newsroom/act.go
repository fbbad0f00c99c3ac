package newsroom

import (
	"context"
	"encoding/json"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// acting is an act under way: the write transaction, who acts, and what the
// act leaves in the log.
type acting struct {
	*store.Tx
	by     factcheck.Actor
	action factcheck.Action
	now    time.Time
	public bool // what the public sees has changed
	events []factcheck.Event
}

// act is the one way to write. It checks that the actor may do this, opens the
// transaction, answers again what was answered before to the same idempotency
// key, runs the act, writes its events, raises the edition where the public is
// concerned, keeps the receipt, and commits.
func act[T any](ctx context.Context, r *Room, by factcheck.Actor, action factcheck.Action, do func(*acting) (T, error)) (T, error) {
	var result T
	if err := factcheck.Permit(by, action); err != nil {
		return result, err
	}
	a := &acting{by: by, action: action}
	err := r.store.Write(ctx, func(tx *store.Tx) (err error) {
		a.Tx, a.now = tx, r.Now() // once it is its turn, so that the log's times run forward
		if err := a.permitted(ctx); err != nil {
			return err
		}
		if err := replay(ctx, &tx.Queries, by, a.now); err != nil {
			return err
		}
		if result, err = do(a); err != nil {
			return err
		}
		veil(by, &result)
		return a.seal(ctx, result)
	})
	veil(by, &result) // what a refused act has read comes back as well
	if e := factcheck.As(err); e != nil && e.Current != nil {
		e.Current.Veil(by)
	}
	if err == nil {
		r.post.wake()
		for _, e := range a.events {
			r.log.InfoContext(ctx, "act", "action", e.Action, "subject", e.Subject, "id", e.SubjectID,
				"user", by.ID, "address", by.Address, "request", by.RequestID)
		}
	}
	return result, err
}

// permitted looks once more whether the actor may do this: a role can have
// changed, or an account been closed, while the request was on its way.
func (a *acting) permitted(ctx context.Context) error {
	if a.by.ID == 0 {
		return nil
	}
	u, err := a.User(ctx, a.by.ID)
	if err == nil && u.Disabled {
		err = &factcheck.Error{Kind: factcheck.Unidentified, Message: "Your account was closed."}
	}
	if err != nil {
		return err
	}
	return factcheck.Permit(u.Actor(), a.action)
}

// trace notes the act in the log and keeps the stand of its subject, which
// must be encodable as JSON; nil keeps nothing.
func (a *acting) trace(ctx context.Context, subject string, id, version int64, stand any) error {
	return a.traceAs(ctx, a.action, subject, id, version, stand)
}

func (a *acting) traceAs(ctx context.Context, action factcheck.Action, subject string, id, version int64, stand any) error {
	e := a.event(action, subject, id, version)
	if stand != nil {
		content, err := json.Marshal(stand)
		if err != nil {
			return err
		}
		e.Content = factcheck.HashOf(content)
		v := store.Version{Subject: subject, SubjectID: id, Version: version, Content: string(content), Hash: e.Content,
			UserID: a.by.ID, At: a.now.UnixMilli()}
		if err := a.AddVersion(ctx, v); err != nil {
			return err
		}
	}
	a.events = append(a.events, e)
	return nil
}

// event is a line of the log about something that the actor does now.
func (a *acting) event(action factcheck.Action, subject string, id, version int64) factcheck.Event {
	e := factcheck.Event{At: a.now, Actor: "user", UserID: a.by.ID, Action: action, Subject: subject, SubjectID: id,
		Version: version, RequestID: a.by.RequestID}
	if a.by.Role == factcheck.Console || a.by.Role == factcheck.Anybody {
		e.Actor = string(a.by.Role)
	}
	return e
}

// seal writes what every act leaves behind.
func (a *acting) seal(ctx context.Context, result any) error {
	for _, e := range a.events { // one or two, or one for each of at most factcheck.MaxAtOnce claims
		if err := a.AddEvent(ctx, e); err != nil {
			return err
		}
	}
	if a.public {
		if err := a.RaiseEdition(ctx); err != nil {
			return err
		}
	}
	return a.keepReceipt(ctx, result)
}

// Receipt asks that the answer to an act be kept in the act's own transaction,
// so that the same call sent twice acts once. Encode makes the answer out of
// what the verb returns.
type Receipt struct {
	Key         string
	RequestHash string // of everything that makes the call what it is
	Encode      func(result any) ([]byte, error)
}

// Replay is the error that an act ends with when its key was used before for
// the same call: nothing was done, Answer is what was answered then.
type Replay struct{ Answer []byte }

// Error says so.
func (*Replay) Error() string { return "this was done before" }

type receiptKey struct{}

// WithReceipt gives the next act in ctx a receipt.
func WithReceipt(ctx context.Context, rc Receipt) context.Context {
	return context.WithValue(ctx, receiptKey{}, rc)
}

// How long an idempotency key is remembered.
const receiptsLast = 24 * time.Hour

// replay is a *Replay when the receipt in ctx was given out before.
func replay(ctx context.Context, q *store.Queries, by factcheck.Actor, now time.Time) error {
	rc, ok := ctx.Value(receiptKey{}).(Receipt)
	if !ok || by.ID == 0 {
		return nil
	}
	old, err := q.Receipt(ctx, by.ID, rc.Key)
	switch {
	case factcheck.KindOf(err) == factcheck.NotFound, err == nil && now.Sub(old.At) > receiptsLast:
		return nil
	case err != nil:
		return err
	case old.RequestHash != rc.RequestHash:
		return factcheck.Wrong("Idempotency-Key", "This key was used for another call. Take a new one for each act.")
	}
	return &Replay{Answer: []byte(old.Answer)}
}

func (a *acting) keepReceipt(ctx context.Context, result any) error {
	rc, ok := ctx.Value(receiptKey{}).(Receipt)
	if !ok || a.by.ID == 0 {
		return nil
	}
	answer, err := rc.Encode(result)
	if err != nil {
		return err
	}
	return a.AddReceipt(ctx, a.by.ID, rc.Key, store.Receipt{RequestHash: rc.RequestHash, Answer: string(answer), At: a.now})
}
