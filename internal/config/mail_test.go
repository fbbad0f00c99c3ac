package config

import (
	"net/url"
	"strings"
	"testing"
)

func TestMailServersAreRead(t *testing.T) {
	for typed, want := range map[string][2]string{
		"":                              {"", "claimdesk@check.example"},
		"smtp://mail.example":           {"smtp://mail.example", "claimdesk@check.example"},
		"smtps://u:p%40ss@Mail.Example": {"smtps://u:p%40ss@mail.example", "claimdesk@check.example"},
		"smtp://u:p@[::1]:2525/?from=desk%40news.example": {"smtp://u:p@[::1]:2525", "desk@news.example"},
	} {
		m := Mail{SMTPURL: typed}
		if err := m.Check(); err != nil {
			t.Errorf("%q: %v", typed, err)
			continue
		}
		got := ""
		if m.SMTP != nil {
			got = m.SMTP.String()
		}
		if from := m.From(&url.URL{Host: "check.example:8443"}); got != want[0] || from != want[1] {
			t.Errorf("%q is %q from %q", typed, got, from)
		}
	}
}

func TestMailServersThatCannotBeAreRefusedWithoutTheirPassword(t *testing.T) {
	for typed, says := range map[string]string{
		"mail.example:587":                             "must be an address",
		"http://u:hunter2@mail.example":                "must be an address",
		"smtp://u:hunter2@":                            "must be an address",
		"smtp://u:hunter2%zz@mail.example":             "must be an address",
		"smtp://u:hunter2@mail.example:0":              "port",
		"smtp://u:hunter2@mail.example/inbox":          "must end",
		"smtp://hunter2@mail.example":                  "password beside",
		"smtp://u:hunter2@mail.example?to=a":           "?from=",
		"smtp://u:hunter2@mail.example?from=nobody":    "mail address",
		"smtp://u:hunter2@mail_.exa mple":              "must be an address",
		"smtp://u:hunter2@mail.example?from=A <a@b.c>": "mail address",
	} {
		m := Mail{SMTPURL: typed}
		err := m.Check()
		if err == nil || !strings.Contains(err.Error(), says) || !strings.Contains(err.Error(), "--smtp-url (CLAIMDESK_SMTP_URL)") {
			t.Errorf("%q gives %v", typed, err)
		} else if strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%q: the password is shown: %v", typed, err)
		}
	}
}
