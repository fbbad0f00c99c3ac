package newsroom

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// AtClaim is what somebody who has a claim open can be at besides the forms
// whose drafts are kept: its own fields.
const AtClaim = "claim"

// How long somebody is taken to be there after they were last heard of, and of
// how many that is known at once.
const (
	presenceLasts = 45 * time.Second
	mostPresent   = 2_000
)

// Presence is somebody who has a claim open. Where is the part that they are
// at: AtClaim, DraftArticle, DraftVerdict, DraftNote, or "" when they only look.
type Presence struct {
	UserID int64
	Name   string
	Where  string
}

// presences are who has what open, in memory alone: nothing of it lasts, and
// after a restart it fills again by itself.
type presences struct {
	now  func() time.Time
	mu   sync.Mutex
	here map[place]heard
}

// place is one person at one claim, in however many windows.
type place struct{ claim, user int64 }

type heard struct {
	Presence
	at time.Time
}

func newPresences(now func() time.Time) *presences {
	return &presences{now: now, here: map[place]heard{}}
}

// Present notes that somebody has a claim open now. It is no act: the claim
// stays as it is, the log says nothing, and after 45 seconds it is forgotten. It
// is Invalid for a part that a claim has not.
func (r *Room) Present(ctx context.Context, by factcheck.Actor, claim int64, where string) error {
	switch where {
	case "", AtClaim, DraftArticle, DraftVerdict, DraftNote:
	default:
		return factcheck.Wrong("where", "A claim has no such part. Say claim, article, verdict or note, or nothing.")
	}
	if by.ID == 0 {
		return factcheck.Refused("Only people are at a claim.")
	}
	_, err := read(ctx, r, func(q *store.Queries) (factcheck.Claim, error) { return q.Claim(ctx, claim) })
	if err != nil {
		return err
	}
	r.presences.note(place{claim, by.ID}, Presence{UserID: by.ID, Name: by.Name, Where: where})
	return nil
}

// Leave forgets at once that somebody has a claim open.
func (r *Room) Leave(by factcheck.Actor, claim int64) {
	p := r.presences
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.here, place{claim, by.ID})
}

// Others are those who have a claim open, without one of them, by name.
func (r *Room) Others(claim int64, but factcheck.Actor) []Presence {
	p := r.presences
	p.mu.Lock()
	defer p.mu.Unlock()
	var others []Presence
	for at, one := range p.here {
		if at.claim == claim && at.user != but.ID && !p.over(one) {
			others = append(others, one.Presence)
		}
	}
	slices.SortFunc(others, func(a, b Presence) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.UserID, b.UserID))
	})
	return others
}

func (p *presences) note(at place, one Presence) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, known := p.here[at]; !known {
		p.forget()
	}
	p.here[at] = heard{one, p.now()}
}

func (p *presences) over(one heard) bool { return p.now().Sub(one.at) >= presenceLasts }

// forget drops who has gone; when that makes no room, whoever was heard of
// first.
func (p *presences) forget() {
	var first place
	for at, one := range p.here {
		if p.over(one) {
			delete(p.here, at)
		} else if oldest, some := p.here[first]; !some || one.at.Before(oldest.at) {
			first = at
		}
	}
	if len(p.here) >= mostPresent {
		delete(p.here, first)
	}
}
