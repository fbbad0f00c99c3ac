package main

import (
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

type userCommands struct {
	Add      userAddCommand      `cmd:"" help:"Add somebody."`
	List     userListCommand     `cmd:"" help:"List everybody."`
	Set      userSetCommand      `cmd:"" help:"Change a role or a name."`
	Disable  userDisableCommand  `cmd:"" help:"Lock somebody out."`
	Enable   userEnableCommand   `cmd:"" help:"Let somebody in again who was locked out."`
	Password userPasswordCommand `cmd:"" help:"Set a password, or print a link for choosing one."`
}

// somebody is the argument that names a user.
type somebody struct {
	Email string `arg:"" placeholder:"EMAIL" help:"Email address of the person."`
}

// user is a person as the commands print one. Link is there only when one was
// made: it works once.
type user struct {
	ID        int64      `json:"id"`
	Version   int64      `json:"version"`
	Email     string     `json:"email"`
	Name      string     `json:"name"`
	Byline    string     `json:"byline"`
	Role      string     `json:"role"`
	Disabled  bool       `json:"disabled"`
	Password  bool       `json:"has_password"`
	CreatedAt *time.Time `json:"created_at"`
	LastSeen  *time.Time `json:"last_seen"`
	Link      string     `json:"link,omitempty"`
}

func userOf(u factcheck.User) user {
	return user{ID: u.ID, Version: u.Version, Email: u.Email, Name: u.Name, Byline: u.Byline, Role: string(u.Role),
		Disabled: u.Disabled, Password: u.HasSecret, CreatedAt: moment(u.CreatedAt), LastSeen: moment(u.LastSeen)}
}

// linkFor is the address under which the holder of a token sets a password.
func linkFor(room *newsroom.Room, token string) string {
	return room.URL("/desk/link/" + token)
}
