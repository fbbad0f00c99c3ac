package desk

import (
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// MailView is how mail stands, on the settings page.
type MailView struct {
	On               bool
	Host, From       string
	Waiting, GivenUp int64
	Failed           string // the last error; "" for none
	FailedAt         time.Time
	Refused          string // why the test mail was not taken; "" for none
}

func (v MailView) counts() string {
	if v.Waiting == 0 {
		return "No mail waits."
	}
	verb := "mails wait"
	if v.Waiting == 1 {
		verb = "mail waits"
	}
	return number(v.Waiting) + " " + verb + " to be sent."
}

func (v MailView) given() string {
	if v.GivenUp == 1 {
		return "1 mail was refused for good and is not tried any more."
	}
	return number(v.GivenUp) + " mails were refused for good and are not tried any more."
}

// mailWish asks how somebody wants to hear of things.
func (v AccountView) mailWish() ui.Field {
	return ui.Field{Name: "mail", Label: "Mail me", Value: string(v.User.Mail), Problem: v.problem(MailForm, "mail"), Options: []ui.Option{
		{Value: string(factcheck.MailEach), Label: "for each notification"},
		{Value: string(factcheck.MailDaily), Label: "once a day,", Hint: "in the morning, with what waits and what is unread"},
		{Value: string(factcheck.MailNone), Label: "never"},
	}}
}
