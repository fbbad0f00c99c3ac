package demo

import (
	"context"
	"crypto/rand"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// Login is how to log in to the example newsroom in a role.
type Login struct {
	Role            factcheck.Role
	Email, Password string
}

// Logins gives each account of the example newsroom a fresh random password,
// as the console, which ends its sessions. An account that somebody has
// disabled or given another address meanwhile is left out.
func Logins(ctx context.Context, room *newsroom.Room) ([]Login, error) {
	var logins []Login
	for _, p := range people {
		user, err := room.UserByEmail(ctx, p.Email)
		if factcheck.KindOf(err) == factcheck.NotFound || err == nil && user.Disabled {
			continue
		}
		if err != nil {
			return nil, err
		}
		l := Login{Role: user.Role, Email: user.Email, Password: password()}
		if err := room.SetPassword(ctx, factcheck.ByConsole(), user.ID, l.Password); err != nil {
			return nil, err
		}
		logins = append(logins, l)
	}
	return logins, nil
}

// Sixteen consonants and four vowels: a syllable of one each carries six bits.
const (
	consonants = "bdfghjklmnprstvz"
	vowels     = "aiou"
	groups     = 4
	syllables  = 3 // in a group
)

// password is one that can be read out and typed: four made-up words with
// hyphens between them, 72 bits in all.
func password() string {
	dice := make([]byte, groups*syllables)
	rand.Read(dice) //nolint:errcheck // it never fails
	var b strings.Builder
	for i, d := range dice {
		if i > 0 && i%syllables == 0 {
			b.WriteByte('-')
		}
		b.WriteByte(consonants[d&15])
		b.WriteByte(vowels[d>>4&3])
	}
	return b.String()
}
