package main

import (
	"time"

	"claimdesk/internal/factcheck"
)

type tokenCommands struct {
	Add    tokenAddCommand    `cmd:"" help:"Make a token and print it, this once."`
	List   tokenListCommand   `cmd:"" help:"List all tokens."`
	Revoke tokenRevokeCommand `cmd:"" help:"Make a token useless."`
}

// token is an API token as the commands print one. Key is there only when it
// was just made.
type token struct {
	ID        int64      `json:"id"`
	Name      string     `json:"name"`
	User      string     `json:"user"`
	CreatedAt *time.Time `json:"created_at"`
	ExpiresAt *time.Time `json:"expires_at"`
	LastUsed  *time.Time `json:"last_used"`
	RevokedAt *time.Time `json:"revoked_at"`
	Key       string     `json:"token,omitempty"`
}

func tokenOf(t factcheck.Token) token {
	return token{ID: t.ID, Name: t.Name, User: t.User.Email, CreatedAt: moment(t.CreatedAt),
		ExpiresAt: moment(t.ExpiresAt), LastUsed: moment(t.LastUsed), RevokedAt: moment(t.RevokedAt)}
}
