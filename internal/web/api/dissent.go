package api

import (
	"context"
	"net/http"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// dissent is somebody's other opinion on the verdict.
type dissent struct {
	ID     int64     `json:"id"`
	By     string    `json:"by"`
	Text   string    `json:"text"`
	Public bool      `json:"public" doc:"Readers see it."`
	At     time.Time `json:"at"`
}

func dissentOf(d factcheck.DissentNote) dissent {
	return dissent{d.ID, d.By, d.Text, d.Public, d.At.UTC()}
}

type dissentSent struct {
	Text   string `json:"text,omitempty" nullable:"true" doc:"Needed."`
	Public bool   `json:"public,omitempty" nullable:"true" doc:"Readers see it, with your name."`
}

type dissented struct {
	Based
	Repeatable
	ID   int64 `path:"id"`
	Body dissentSent
}

type dissentOnClaim struct {
	Based
	ID        int64 `path:"id"`
	DissentID int64 `path:"dissent_id"`
}

type reasonSent struct {
	Reason string `json:"reason,omitempty" nullable:"true" doc:"Empty: it is withdrawn."`
}

type reasoned struct {
	Based
	ID   int64  `path:"id"`
	Rule string `path:"rule" maxLength:"60"`
	Body reasonSent
}

// asides are what hangs beside a claim: dissent, and reasons for passing rules.
func (a *api) asides() {
	made := operation(http.MethodPost, "/claims/{id}/dissents", "dissent", "Note that you see the verdict differently")
	made.DefaultStatus = http.StatusCreated
	add(a, made, a.dissent)
	gone := operation(http.MethodDelete, "/claims/{id}/dissents/{dissent_id}", "take-dissent-back", "Take your own dissent back")
	gone.DefaultStatus = http.StatusNoContent
	add(a, gone, a.dropDissent)
	add(a, operation(http.MethodPut, "/claims/{id}/gate/{rule}", "pass-gate", "Say why a rule of the gate is passed that asks for a reason"), a.passGate)
}

func (a *api) dissent(ctx context.Context, k *call, in *dissented) (*claimAnswer, error) {
	return a.done(ctx, k, in.Based, in.Key, a.shape, func(ctx context.Context, base newsroom.Base) (factcheck.Claim, error) {
		return a.room.Dissent(ctx, k.actor(), in.ID, base, in.Body.Text, in.Body.Public)
	})
}

func (a *api) dropDissent(ctx context.Context, k *call, in *dissentOnClaim) (*struct{}, error) {
	base, err := in.optional()
	if err != nil {
		return nil, err
	}
	_, err = a.room.DropDissent(ctx, k.actor(), in.ID, in.DissentID, base)
	return &struct{}{}, err
}

func (a *api) passGate(ctx context.Context, k *call, in *reasoned) (*claimAnswer, error) {
	base, err := in.base()
	if err != nil {
		return nil, err
	}
	if err := clean(map[string]string{"rule": in.Rule}); err != nil {
		return nil, err
	}
	now, err := a.room.PassGate(ctx, k.actor(), in.ID, base, in.Rule, in.Body.Reason)
	if err != nil {
		return nil, err
	}
	return answered(a.shape(now)), nil
}
