// Package mail hands plain-text mails to the newsroom's mail server by SMTP
// (RFC 5321). It is one of the packages that reach other machines: the one that
// an admin has named, and no other.
package mail

import (
	"context"
	"crypto/rand"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"syscall"
	"time"

	gomail "github.com/wneessen/go-mail"
)

// patience is how long one mail may take from the first byte to the last.
const patience = 15 * time.Second

// Ports of submission, where the address names none: with STARTTLS, and with TLS
// from the start (RFC 8314).
const (
	portStartTLS = 587
	portTLS      = 465
)

// Server is a mail server that takes our mails. It is safe for use by many
// goroutines; each mail has a connection of its own.
type Server struct {
	host, user, password string
	port                 int
	from                 string
	implicit             bool // TLS from the start
	patience             time.Duration
	tls                  *tls.Config // nil: the usual one
}

// New is the server of an smtp: or smtps: address that config has checked. Mails
// are sent in the name of from, an address.
func New(address *url.URL, from string) *Server {
	s := &Server{host: address.Hostname(), from: from, implicit: address.Scheme == "smtps", port: portStartTLS, patience: patience}
	if s.implicit {
		s.port = portTLS
	}
	if n, err := strconv.Atoi(address.Port()); err == nil {
		s.port = n
	}
	if address.User != nil {
		s.user = address.User.Username()
		s.password, _ = address.User.Password()
	}
	return s
}

// Host is the server's name, for the screens.
func (s *Server) Host() string { return s.host }

// From is the address in whose name mails are sent.
func (s *Server) From() string { return s.from }

// Send hands over one mail. The server then has it: whether it arrives is out of
// our hands. Every error is an *Error.
func (s *Server) Send(ctx context.Context, to, subject, body string) error {
	m := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	if err := m.From(s.from); err != nil {
		return &Error{Reason: "The address that mails are sent from cannot be one.", cause: err}
	}
	if err := m.To(to); err != nil {
		return &Error{Reason: "The address is not one that mail can be sent to.", Refused: true, cause: errors.New("bad address")}
	}
	m.Subject(subject)
	m.SetDate()
	m.SetMessageIDWithValue(rand.Text() + "@" + domainOf(s.from)) // not this machine's name
	m.SetGenHeader("Auto-Submitted", "auto-generated")            // RFC 3834: nobody's absence is answered to us
	m.SetBodyString(gomail.TypeTextPlain, body)
	return s.send(ctx, m)
}

func (s *Server) send(ctx context.Context, m *gomail.Msg) error {
	ctx, cancel := context.WithTimeout(ctx, s.patience)
	defer cancel()
	var open net.Conn
	client, err := gomail.NewClient(s.host, s.options(func(c net.Conn) { open = c })...)
	if err != nil {
		return &Error{Reason: "The mail server cannot be used as it is set.", cause: err}
	}
	err = client.DialWithContext(ctx)
	if open != nil {
		defer open.Close() //nolint:errcheck // after QUIT it is closed already
		stop := context.AfterFunc(ctx, func() { _ = open.SetDeadline(time.Unix(1, 0)) })
		defer stop()
	}
	if err != nil {
		return s.explain(ctx, err)
	}
	if err := client.Send(m); err != nil {
		return s.explain(ctx, err)
	}
	_ = client.Close() // the server has taken it; how it says goodbye does not matter
	return nil
}

// options are how the server is spoken to. Without TLS nothing is sent but to
// this machine itself.
func (s *Server) options(opened func(net.Conn)) []gomail.Option {
	options := []gomail.Option{gomail.WithPort(s.port), gomail.WithTimeout(s.patience), gomail.WithTLSPolicy(gomail.TLSMandatory),
		gomail.WithDialContextFunc(s.dial(opened))}
	plain, login := gomail.SMTPAuthPlain, gomail.SMTPAuthLogin
	if loopback(s.host) {
		options = append(options, gomail.WithTLSPolicy(gomail.TLSOpportunistic))
		plain, login = gomail.SMTPAuthPlainNoEnc, gomail.SMTPAuthLoginNoEnc
	}
	if s.implicit {
		options = append(options, gomail.WithSSL(), gomail.WithPort(s.port))
	}
	if s.tls != nil {
		options = append(options, gomail.WithTLSConfig(s.tls))
	}
	if s.user != "" {
		options = append(options, gomail.WithUsername(s.user), gomail.WithPassword(s.password),
			gomail.WithOpportunisticSMTPAuth(gomail.SMTPAuthSCRAMSHA256, plain, login, gomail.SMTPAuthCramMD5))
	}
	return options
}

// dial connects and tells of the connection, so that it can be closed whatever
// comes of it.
func (s *Server) dial(opened func(net.Conn)) gomail.DialContextFunc {
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		dialer := net.Dialer{}
		connect := dialer.DialContext
		if s.implicit {
			settings := s.tls
			if settings == nil {
				settings = &tls.Config{ServerName: s.host, MinVersion: tls.VersionTLS12}
			}
			connect = (&tls.Dialer{NetDialer: &dialer, Config: settings}).DialContext
		}
		conn, err := connect(ctx, network, address)
		if err == nil {
			opened(conn)
		}
		return conn, err
	}
}

func loopback(host string) bool {
	addr, err := netip.ParseAddr(host)
	return host == "localhost" || strings.HasSuffix(host, ".localhost") || err == nil && addr.Unmap().IsLoopback()
}

// explain puts what went wrong in words. What a server says to a recipient's
// address is left out but for its code: it may repeat the address.
func (s *Server) explain(ctx context.Context, err error) *Error {
	var sent *gomail.SendError
	if !errors.As(err, &sent) {
		return &Error{Reason: s.unreached(ctx, err), cause: errors.New(s.clean(err.Error()))}
	}
	code := strings.TrimSpace(fmt.Sprintf("%d %s", sent.ErrorCode(), sent.EnhancedStatusCode()))
	e := &Error{Refused: sent.ErrorCode() >= 500, cause: errors.New("smtp " + code)}
	switch sent.Reason {
	case gomail.ErrSMTPRcptTo:
		e.Reason = "The mail server does not take mail for this address (" + code + ")."
	case gomail.ErrSMTPData, gomail.ErrSMTPDataClose, gomail.ErrWriteContent:
		e.Reason = "The mail server did not take the mail (" + code + ")."
	case gomail.ErrSMTPMailFrom:
		e.Refused = false // it is about us, and can be set right
		e.Reason = "The mail server does not take mail from " + s.from + " (" + code + ")."
	default:
		e.Refused = false
		e.Reason = "The mail server " + s.host + " broke off."
	}
	if sent.ErrorCode() == 0 {
		e.Refused = false
		e.Reason = "The connection to the mail server " + s.host + " broke off."
	}
	if late(ctx, err) {
		e.Reason = s.slow()
	}
	return e
}

// unreached says why there was no talking to the server.
func (s *Server) unreached(ctx context.Context, err error) string {
	var unknown *net.DNSError
	switch {
	case late(ctx, err):
		return s.slow()
	case errors.As(err, &unknown) && unknown.IsNotFound:
		return "There is no mail server " + s.host + ": its name is not known. Look at the address that the program was started with."
	case errors.Is(err, syscall.ECONNREFUSED):
		return "The mail server " + s.host + " does not answer on port " + strconv.Itoa(s.port) + ". Is it running, and is the address right?"
	}
	return "The mail server " + s.host + " could not be used: " + s.clean(err.Error())
}

// late tells whether a mail failed because its time was over.
func late(ctx context.Context, err error) bool {
	var network net.Error
	return ctx.Err() != nil || errors.As(err, &network) && network.Timeout()
}

func (s *Server) slow() string {
	return "The mail server " + s.host + " took longer than " + strconv.Itoa(int(s.patience.Seconds())) + " seconds."
}

// Longer texts of a server are cut, in code points.
const longest = 300

// clean leaves of a text one line without what is secret.
func (s *Server) clean(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	for _, secret := range []string{s.password, url.QueryEscape(s.password), url.PathEscape(s.password)} {
		if secret != "" {
			text = strings.ReplaceAll(text, secret, "…")
		}
	}
	if runes := []rune(text); len(runes) > longest {
		text = string(runes[:longest]) + "…"
	}
	return text
}

// Error tells why a mail was not handed over, in words that hold neither a
// password nor an address of who it was for.
type Error struct {
	Reason  string // a sentence
	Refused bool   // the server refuses this mail, and would again
	cause   error
}

// Error is the reason.
func (e *Error) Error() string { return e.Reason }

// Permanent tells whether trying again is of no use.
func (e *Error) Permanent() bool { return e.Refused }

// Unwrap is what the connection said.
func (e *Error) Unwrap() error { return e.cause }

// domainOf is what stands behind the @ of an address, with or without a name
// before it.
func domainOf(address string) string {
	domain := address[strings.LastIndexByte(address, '@')+1:]
	return strings.TrimRight(domain, "> ")
}
