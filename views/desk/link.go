package desk

import (
	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// LoginView is the page to log in on.
type LoginView struct {
	Frame    ui.SheetFrame
	Email    string
	Next     string // where to go on afterwards, a path on this site
	Problems []factcheck.Problem
}

func (v LoginView) email() ui.Field {
	return ui.Field{Name: "email", Label: "Email", Type: "email", Value: v.Email, Autocomplete: "username", Required: true,
		Problem: ui.ProblemOf(v.Problems, "email")}
}

func (v LoginView) password() ui.Field {
	return ui.Field{Name: "password", Label: "Password", Type: "password", Autocomplete: "current-password", Required: true,
		Problem: ui.ProblemOf(v.Problems, "password")}
}

// SetupView is the page on which the first admin makes an account.
type SetupView struct {
	Frame    ui.SheetFrame
	Draft    factcheck.UserDraft
	Problems []factcheck.Problem
}

func (v SetupView) name() ui.Field {
	return ui.Field{Name: "name", Label: "Your name", Value: v.Draft.Name, Autocomplete: "name", Required: true,
		Hint: "As colleagues know you.", Problem: ui.ProblemOf(v.Problems, "name")}
}

func (v SetupView) email() ui.Field {
	return ui.Field{Name: "email", Label: "Email", Type: "email", Value: v.Draft.Email, Autocomplete: "username", Required: true,
		Hint: "You log in with it. Readers never see it.", Problem: ui.ProblemOf(v.Problems, "email")}
}

// PasswordLinkView is the page of an invitation or a reset: somebody chooses
// a password.
type PasswordLinkView struct {
	Frame    ui.SheetFrame
	Email    string
	Problems []factcheck.Problem
}

func newPassword(problems []factcheck.Problem) ui.Field {
	return ui.Field{Name: "password", Label: "Password", Type: "password", Autocomplete: "new-password", Required: true,
		Hint:    "At least 12 characters; any will do. Several words in a row are easy to remember.",
		Problem: ui.ProblemOf(problems, "password")}
}

// DeadLinkView says that a one-time link cannot be used.
type DeadLinkView struct {
	Frame ui.SheetFrame
	Text  string // what to do
}
