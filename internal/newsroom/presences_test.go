package newsroom

import (
	"testing"
	"time"

	"claimdesk/internal/factcheck"
)

func TestNoMoreThanSoManyAreKnownToBeThere(t *testing.T) {
	now := time.Date(2023, 9, 14, 12, 0, 0, 0, time.UTC)
	r := &Room{presences: newPresences(func() time.Time { return now })}
	for i := range int64(mostPresent + 100) {
		now = now.Add(time.Millisecond)
		r.presences.note(place{claim: 1, user: i}, Presence{UserID: i})
	}
	others := r.Others(1, factcheck.Actor{ID: -1})
	if len(others) != mostPresent || others[0].UserID != 100 {
		t.Errorf("%d are there, the first is %d", len(others), others[0].UserID)
	}
	now = now.Add(presenceLasts)
	r.presences.note(place{claim: 2, user: 7}, Presence{UserID: 7})
	if len(r.presences.here) != 1 {
		t.Errorf("of those who went away %d are kept", len(r.presences.here)-1)
	}
}
