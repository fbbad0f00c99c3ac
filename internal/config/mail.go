package config

import (
	"net/mail"
	"net/url"
	"strconv"
	"strings"
)

// Mail holds the setting for sending mail. Its text is a secret where it holds a
// password: no error repeats it.
type Mail struct {
	SMTPURL string `name:"smtp-url" env:"CLAIMDESK_SMTP_URL" placeholder:"URL" help:"Mail server, as smtp://USER:PASSWORD@HOST:587 (STARTTLS) or smtps://USER:PASSWORD@HOST (TLS from the start); ?from=ADDRESS says in whose name. Without it mail is off."`

	// SMTP is the parsed SMTPURL, without ?from=; nil while mail is off.
	SMTP *url.URL `kong:"-"`
	// MailFrom is the address that ?from= gives; "" where it gives none.
	MailFrom string `kong:"-"`
}

// Check fills SMTP and MailFrom, or fails with an *Error.
func (m *Mail) Check() error {
	m.SMTP, m.MailFrom = nil, ""
	m.SMTPURL = strings.TrimSpace(m.SMTPURL)
	if m.SMTPURL == "" {
		return nil
	}
	address, err := url.Parse(m.SMTPURL)
	if err != nil || address.Hostname() == "" || address.Scheme != "smtp" && address.Scheme != "smtps" {
		return smtpProblem("must be an address such as smtp://USER:PASSWORD@mail.example.org:587 (it is not repeated here, since it may hold a password; %-escape what is special in that)")
	}
	host, err := asciiHost(address.Hostname())
	if err != nil {
		return smtpProblem("names a host that cannot be one")
	}
	if n, err := strconv.Atoi(address.Port()); address.Port() != "" && (err != nil || n < 1 || n > 65535) {
		return smtpProblem("needs a port from 1 to 65535")
	}
	if address.Path != "" && address.Path != "/" || address.Fragment != "" {
		return smtpProblem("must end after the host and its port, but for ?from=")
	}
	if _, secret := address.User.Password(); address.User != nil && (!secret || address.User.Username() == "") {
		return smtpProblem("needs a password beside the user name, or neither")
	}
	if m.MailFrom, err = mailFrom(address.Query()); err != nil {
		return err
	}
	m.SMTP = &url.URL{Scheme: address.Scheme, User: address.User, Host: joinHost(address.Scheme, host, address.Port())}
	return nil
}

func mailFrom(query url.Values) (string, error) {
	for name := range query {
		if name != "from" {
			return "", smtpProblem("knows ?from= and nothing else after the question mark")
		}
	}
	if !query.Has("from") {
		return "", nil
	}
	address, err := mail.ParseAddress(query.Get("from"))
	if err != nil || address.Name != "" {
		return "", smtpProblem("needs a mail address after ?from=, such as desk@example.org")
	}
	return address.Address, nil
}

func smtpProblem(reason string) error {
	return problem("--smtp-url", "CLAIMDESK_SMTP_URL", "%s", reason)
}

// From is the address that mails are sent from: MailFrom, or claimdesk at the
// host of the newsroom's own address.
func (m *Mail) From(base *url.URL) string {
	if m.MailFrom != "" {
		return m.MailFrom
	}
	return "claimdesk@" + base.Hostname()
}
