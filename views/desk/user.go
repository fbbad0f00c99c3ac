package desk

import (
	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// PeopleView is the list of everybody with an account.
type PeopleView struct {
	Frame ui.DeskFrame
	Self  int64 // id of whoever looks
	Users []factcheck.User
}

// PersonView is the page on which somebody is added or changed.
type PersonView struct {
	Frame    ui.DeskFrame
	User     factcheck.User // zero for somebody new
	Self     bool           // it is whoever looks
	Draft    factcheck.UserDraft
	Problems []factcheck.Problem
	MailOn   bool
	Stale    bool // somebody else has saved meanwhile; User is as stored now
}

// SecretView shows a link or a key, once.
type SecretView struct {
	Frame  ui.DeskFrame
	Title  string
	Text   string // for whom it is, how long it lasts
	Label  string // of the secret
	Secret string
	Back   ui.Link
}

func (v PersonView) problem(field string) string { return ui.ProblemOf(v.Problems, field) }

func (v PersonView) action() string {
	if v.User.ID == 0 {
		return "/desk/people/new"
	}
	return "/desk/people/" + number(v.User.ID)
}

func (v PersonView) title() string {
	if v.User.ID == 0 {
		return "Add a person"
	}
	return v.User.Name
}

func (v PersonView) name() ui.Field {
	return ui.Field{Name: "name", Label: "Name", Value: v.Draft.Name, Required: true, Autocomplete: "off", Problem: v.problem("name"),
		Hint: "As colleagues know this person."}
}

func (v PersonView) email() ui.Field {
	return ui.Field{Name: "email", Label: "Email", Type: "email", Value: v.Draft.Email, Required: true, Autocomplete: "off",
		Problem: v.problem("email"), Hint: "To log in with. Readers never see it."}
}

func (v PersonView) byline() ui.Field {
	return ui.Field{Name: "byline", Label: "Byline", Aside: "if it is not the name", Value: v.Draft.Byline, Autocomplete: "off",
		Problem: v.problem("byline"), Hint: "The name that readers see."}
}

func (v PersonView) mailLink() ui.Field {
	return ui.Field{Name: "mail_link", Label: "Send the link by mail as well", Checked: v.Draft.MailLink || v.User.ID == 0 && len(v.Problems) == 0}
}

func (v PersonView) role() ui.Field {
	return ui.Field{Name: "role", Label: "Role", Value: string(v.Draft.Role), Problem: v.problem("role"), Options: []ui.Option{
		{Value: string(factcheck.Reporter), Label: "Reporter:", Hint: "sources, claims, quotes, verdicts, articles; sends for review"},
		{Value: string(factcheck.Editor), Label: "Editor:", Hint: "also approves, publishes, drops and corrects"},
		{Value: string(factcheck.Admin), Label: "Admin:", Hint: "also people and settings"},
	}}
}
