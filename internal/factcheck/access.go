package factcheck

import (
	"strings"
	"time"
)

// Session is a logged-in browser. The token itself is nowhere stored, only
// its SHA-256.
type Session struct {
	User      User
	CreatedAt time.Time
	LastSeen  time.Time
}

// How long a session lasts without a request, and at most.
const (
	SessionIdle = 12 * time.Hour
	SessionMost = 14 * 24 * time.Hour
)

// Over tells whether a session has ended by now.
func (s Session) Over(now time.Time) bool {
	return now.Sub(s.LastSeen) > SessionIdle || now.Sub(s.CreatedAt) > SessionMost
}

// LinkKind is what a one-time link is for.
type LinkKind string

// The links: making the first admin, and setting one's password.
const (
	SetupLink  LinkKind = "setup"
	InviteLink LinkKind = "invitation"
	ResetLink  LinkKind = "reset"
)

// Lasts is how long such a link can be used.
func (k LinkKind) Lasts() time.Duration {
	if k == ResetLink {
		return time.Hour
	}
	return 72 * time.Hour
}

// Link is a one-time link; its token is stored hashed.
type Link struct {
	Kind      LinkKind
	User      User // zero for a setup link
	ExpiresAt time.Time
}

// Token is a key to the JSON API; it acts as its user, with that user's role.
// The key itself is stored hashed and shown once.
type Token struct {
	ID        int64
	User      User
	Name      string
	CreatedAt time.Time
	ExpiresAt time.Time // zero: never
	LastUsed  time.Time // zero: never; kept to the hour
	RevokedAt time.Time // zero: it can be used
}

// CheckTokenName cleans the name under which a token is listed.
func CheckTokenName(name string) (string, error) {
	var c checker
	name = c.line("name", strings.TrimSpace(name), 100)
	c.need("name", name, "Name the token, so that you know it again when you want to revoke it.")
	return name, c.err("The token was not made.")
}
