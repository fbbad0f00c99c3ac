package desk

import (
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// AccountView is a user's own page. Problems belong to the form named by
// Refused: "name", "password" or "tokens".
type AccountView struct {
	Frame     ui.DeskFrame
	User      factcheck.User
	Name      string
	Byline    string
	TokenName string
	Days      string
	MailOn    bool
	Tokens    []factcheck.Token
	Now       time.Time
	Refused   string
	Problems  []factcheck.Problem
}

// The forms of the account page.
const (
	NameForm     = "name"
	PasswordForm = "password"
	TokenForm    = "tokens"
	MailForm     = "mail"
)

// problems are those of one of the forms.
func (v AccountView) problems(form string) []factcheck.Problem {
	if v.Refused == form {
		return v.Problems
	}
	return nil
}

func (v AccountView) problem(form, field string) string {
	return ui.ProblemOf(v.problems(form), field)
}

func (v AccountView) name() ui.Field {
	return ui.Field{Name: "name", Label: "Name", Value: v.Name, Autocomplete: "name", Required: true, Problem: v.problem(NameForm, "name"),
		Hint: "As colleagues know you."}
}

func (v AccountView) byline() ui.Field {
	return ui.Field{Name: "byline", Label: "Byline", Aside: "if it is not your name", Value: v.Byline,
		Problem: v.problem(NameForm, "byline"), Hint: "The name that readers see."}
}

func (v AccountView) current() ui.Field {
	return ui.Field{Name: "current", Label: "Present password", Type: "password", Autocomplete: "current-password", Required: true,
		Problem: v.problem(PasswordForm, "current")}
}

func (v AccountView) next() ui.Field {
	f := newPassword(v.problems(PasswordForm))
	f.Label = "New password"
	return f
}

func (v AccountView) tokenName() ui.Field {
	return ui.Field{Name: "token_name", Label: "What it is for", Value: v.TokenName, Required: true, Autocomplete: "off",
		Problem: v.problem(TokenForm, "token_name"), Placeholder: "import script on my machine"}
}

func (v AccountView) days() ui.Field {
	return ui.Field{Name: "days", Label: "Ends after", Value: v.Days, Problem: v.problem(TokenForm, "days"), Options: []ui.Option{
		{Value: "30", Label: "30 days"}, {Value: "90", Label: "90 days"}, {Value: "365", Label: "a year"}, {Value: "0", Label: "never"},
	}}
}

// tokenState says whether a token can be used.
func (v AccountView) tokenState(t factcheck.Token) string {
	switch {
	case !t.RevokedAt.IsZero():
		return "revoked " + ui.ShortDateText(t.RevokedAt)
	case t.ExpiresAt.IsZero():
		return "never ends"
	case !t.ExpiresAt.After(v.Now):
		return "ended " + ui.ShortDateText(t.ExpiresAt)
	}
	return "until " + ui.ShortDateText(t.ExpiresAt)
}

func (v AccountView) usable(t factcheck.Token) bool {
	return t.RevokedAt.IsZero() && (t.ExpiresAt.IsZero() || t.ExpiresAt.After(v.Now))
}
