package factcheck

import (
	"net/mail"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// Role is what a user may do; each role may all that the one before may.
type Role string

// The roles; Console: whoever runs a command on the newsroom's machine, who may
// all but approve, publish and retract; and Anybody: a reader without an
// account, who may send in a tip.
const (
	Reporter Role = "reporter"
	Editor   Role = "editor"
	Admin    Role = "admin"
	Console  Role = "console"
	Anybody  Role = "reader"
)

// Roles are the roles that a user can have, from least to most.
var Roles = []Role{Reporter, Editor, Admin}

// Label is the role as a person reads it.
func (r Role) Label() string {
	return map[Role]string{Reporter: "Reporter", Editor: "Editor", Admin: "Admin", Console: "Console"}[r]
}

// AtLeast tells whether r may all that other may.
func (r Role) AtLeast(other Role) bool {
	return slices.Index(Roles, r) >= slices.Index(Roles, other) && slices.Contains(Roles, r)
}

// User is a person with an account. Byline is the name that readers see; when
// it is empty, Name is.
type User struct {
	ID        int64
	Version   int64
	Email     string // lower case
	Name      string
	Byline    string
	Role      Role
	Disabled  bool
	HasSecret bool // a password was set
	Mail      MailWish
	CreatedAt time.Time
	LastSeen  time.Time // zero: never logged in
	GaveBack  int       // claims that are with nobody since they were shut out: in the answer to that act alone
}

// MailWish is how somebody wants to hear of what they are told at the desk.
type MailWish string

// A mail for each thing, one mail a day, none.
const (
	MailEach  MailWish = "each"
	MailDaily MailWish = "daily"
	MailNone  MailWish = "none"
)

// MailWishes are all of them.
var MailWishes = []MailWish{MailEach, MailDaily, MailNone}

// CheckMailWish is nil for one of the wishes.
func CheckMailWish(w MailWish) error {
	if slices.Contains(MailWishes, w) {
		return nil
	}
	return Wrong("mail", "Say when we mail you: for each thing, once a day, or never.")
}

// PublicName is what readers see.
func (u User) PublicName() string {
	if u.Byline != "" {
		return u.Byline
	}
	return u.Name
}

// UserDraft is what is typed to make or change a user.
type UserDraft struct {
	Email, Name, Byline string
	Role                Role
	MailLink            bool // send a new person their one-time link by mail
}

// Check cleans the draft, or says what is wrong with its fields.
func (d UserDraft) Check() (UserDraft, error) {
	var c checker
	d.Email = strings.ToLower(c.line("email", d.Email, MaxName))
	if a, err := mail.ParseAddress(d.Email); !c.has("email") && (err != nil || a.Address != d.Email) {
		c.add("email", "This is not an email address. Write it as name@example.org.")
	}
	d.Name = c.line("name", d.Name, MaxName)
	c.need("name", d.Name, "A name is missing. Write how colleagues call this person.")
	d.Byline = c.line("byline", d.Byline, MaxName)
	if d.Role == "" {
		c.add("role", "Choose a role: reporter, editor or admin.")
	}
	d.Role = oneOf(&c, "role", d.Role, "", Roles)
	return d, c.err("The person was not saved.")
}

// Password lengths in code points. There are no rules of composition.
const (
	MinPassword = 12
	MaxPassword = 1_000
)

// CheckPassword says what is wrong with a password for somebody with this
// email at a newsroom of this name; nil when it will do.
func CheckPassword(password, email, site string) error {
	n := utf8.RuneCountInString(password)
	low := strings.ToLower(password)
	switch {
	case InvalidAt(password) >= 0:
		return Wrong("password", "The password is not valid UTF-8.")
	case n < MinPassword:
		return Wrong("password", "The password has %d characters; at least %d are needed. Several words in a row are easy to remember.", n, MinPassword)
	case n > MaxPassword:
		return Wrong("password", "The password has %s characters; at most %s fit.", count(n), count(MaxPassword))
	case email != "" && strings.Contains(low, strings.ToLower(email)):
		return Wrong("password", "The password contains the email address. Choose another.")
	case len(site) > 3 && strings.Contains(low, strings.ToLower(site)):
		return Wrong("password", "The password contains the newsroom's name. Choose another.")
	}
	return nil
}

// Actor is who does something: a user at the desk or through the API, or the
// console. Address and RequestID are for the log.
type Actor struct {
	ID        int64 // the user's, 0 for the console
	Name      string
	Role      Role
	Address   string
	RequestID string
}

// Actor is the user as somebody who acts.
func (u User) Actor() Actor { return Actor{ID: u.ID, Name: u.Name, Role: u.Role} }

// ByReader is the actor of what readers send in. Nothing is kept of who or where
// they are.
func ByReader() Actor { return Actor{Name: "A reader", Role: Anybody} }

// ByConsole is the actor of every command.
func ByConsole() Actor { return Actor{Name: "Console", Role: Console} }
