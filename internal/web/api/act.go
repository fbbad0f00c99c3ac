package api

import (
	"context"
	"net/http"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

type noteSent struct {
	Note string `json:"note,omitempty" nullable:"true"`
}

type noted struct {
	Based
	Repeatable
	ID   int64 `path:"id"`
	Body *noteSent
}

type dropSent struct {
	Reason string `json:"reason,omitempty" nullable:"true" doc:"Needed: opinion, prediction, not-checkable, duplicate, too-small, no-evidence or other."`
	Note   string `json:"note,omitempty" nullable:"true"`
}

type dropped struct {
	Based
	Repeatable
	ID   int64 `path:"id"`
	Body dropSent
}

type publishSent struct {
	Class string `json:"class,omitempty" nullable:"true" doc:"After the first time: minor, update, re-rated or substantial."`
	Note  string `json:"note,omitempty" nullable:"true" doc:"For readers: what has changed. Needed with a class other than minor."`
	At    string `json:"at,omitempty" nullable:"true" doc:"When, as RFC 3339 has it: the claim stays approved, with publish_at, until then. Left out: now."`
}

type published struct {
	Based
	Repeatable
	ID   int64 `path:"id"`
	Body *publishSent
}

// verb is an act of the newsroom that takes a note and nothing else.
type verb func(ctx context.Context, by factcheck.Actor, id int64, b newsroom.Base, note string) (factcheck.Claim, error)

func (a *api) acts() {
	a.act("submit", "Send a claim for review", a.room.Submit)
	a.act("agree", "Agree to a change that was made in review", a.room.Agree)
	a.act("approve", "Approve a claim", a.room.Approve)
	a.act("return", "Return a claim with a note", a.room.Return)
	a.act("reopen", "Take up a dropped claim again", a.room.Reopen)
	add(a, operation(http.MethodPost, "/claims/{id}/drop", "drop-claim", "Drop a claim that will not be checked"), a.drop)
	a.act("unschedule", "Take a claim off the schedule", func(ctx context.Context, by factcheck.Actor, id int64, b newsroom.Base, _ string) (factcheck.Claim, error) {
		return a.room.Unschedule(ctx, by, id, b)
	})
	add(a, operation(http.MethodPost, "/claims/{id}/publish", "publish-claim", "Publish a claim's check"), a.publish)
}

// act adds the call of one act.
func (a *api) act(name, summary string, do verb) {
	op := operation(http.MethodPost, "/claims/{id}/"+name, name+"-claim", summary)
	add(a, op, func(ctx context.Context, k *call, in *noted) (*claimAnswer, error) {
		note := ""
		if in.Body != nil {
			note = in.Body.Note
		}
		return a.done(ctx, k, in.Based, in.Key, a.shape, func(ctx context.Context, base newsroom.Base) (factcheck.Claim, error) {
			return do(ctx, k.actor(), in.ID, base, note)
		})
	})
}

// done carries out an act and answers with the claim.
func (a *api) done(ctx context.Context, k *call, b Based, key string, shape func(factcheck.Claim) claim,
	do func(context.Context, newsroom.Base) (factcheck.Claim, error)) (*claimAnswer, error) {
	base, err := b.optional()
	if err != nil {
		return nil, err
	}
	now, err := once(ctx, key, k.sent(), shape, func(ctx context.Context) (factcheck.Claim, error) { return do(ctx, base) })
	if err != nil {
		return nil, err
	}
	return answered(now), nil
}

func (a *api) drop(ctx context.Context, k *call, in *dropped) (*claimAnswer, error) {
	return a.done(ctx, k, in.Based, in.Key, a.shape, func(ctx context.Context, base newsroom.Base) (factcheck.Claim, error) {
		return a.room.Drop(ctx, k.actor(), in.ID, base, factcheck.DropReason(in.Body.Reason), in.Body.Note)
	})
}

func (a *api) publish(ctx context.Context, k *call, in *published) (*claimAnswer, error) {
	order, at := newsroom.Order{}, time.Time{}
	if in.Body != nil {
		order = newsroom.Order{Class: factcheck.Class(in.Body.Class), Note: in.Body.Note}
		if in.Body.At != "" {
			var err error
			if at, err = time.Parse(time.RFC3339, in.Body.At); err != nil {
				return nil, factcheck.Wrong("at", "Write the time as RFC 3339 has it, with its offset from UTC, such as 2023-09-14T09:30:00+04:00.")
			}
		}
	}
	return a.done(ctx, k, in.Based, in.Key, a.shapeLive, func(ctx context.Context, base newsroom.Base) (factcheck.Claim, error) {
		if !at.IsZero() {
			return a.room.Schedule(ctx, k.actor(), in.ID, base, order, at)
		}
		return a.room.Publish(ctx, k.actor(), in.ID, base, order)
	})
}

// shapeLive is a claim as it is answered when it was published: with address
// and revision.
func (a *api) shapeLive(c factcheck.Claim) claim {
	out := a.shape(c)
	if c.Live != nil && c.Status == factcheck.Published {
		out.URL, out.Revision = a.room.URL(c.Live.Path()), c.Live.Revision
	}
	return out
}
