// Package mailtest is a mail server on this machine for tests: it takes mails,
// or refuses them in the ways in which servers do.
package mailtest

import (
	"bufio"
	"fmt"
	"io"
	"mime"
	"mime/quotedprintable"
	"net"
	"net/mail"
	"net/url"
	"strings"
	"sync"
	"testing"
)

// Mode is how the server behaves.
type Mode int

// The modes: it takes mails; it hangs up; it refuses for now; it refuses the
// recipient for good; it says nothing.
const (
	Takes Mode = iota
	Down
	Busy
	Refuses
	Silent
)

// Mail is one that the server took.
type Mail struct {
	From, To      string
	Subject, Body string
	Header        mail.Header
}

// Server is a mail server. It ends with its test.
type Server struct {
	t        testing.TB
	listener net.Listener
	mu       sync.Mutex
	mode     Mode
	mails    []Mail
	tried    int
	logins   []string
	open     map[net.Conn]bool
}

// New starts a server that takes mails.
func New(t testing.TB) *Server {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &Server{t: t, listener: listener, open: map[net.Conn]bool{}}
	var work sync.WaitGroup
	work.Go(func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			s.mu.Lock()
			s.open[conn] = true
			s.mu.Unlock()
			work.Go(func() { s.serve(conn) })
		}
	})
	t.Cleanup(func() {
		_ = listener.Close()
		s.mu.Lock()
		for conn := range s.open {
			_ = conn.Close()
		}
		s.mu.Unlock()
		work.Wait()
	})
	return s
}

// URL is the server's address, as --smtp-url takes it; user and password may be
// empty.
func (s *Server) URL(user, password string) *url.URL {
	address := &url.URL{Scheme: "smtp", Host: s.listener.Addr().String()}
	if user != "" {
		address.User = url.UserPassword(user, password)
	}
	return address
}

// Set makes the server behave in another way from the next connection on.
func (s *Server) Set(mode Mode) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.mode = mode
}

// Mails are those that the server took, oldest first.
func (s *Server) Mails() []Mail {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Mail(nil), s.mails...)
}

// Tried is how often somebody has connected.
func (s *Server) Tried() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.tried
}

// Logins are what was sent to log in with, in base64.
func (s *Server) Logins() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.logins...)
}

func (s *Server) serve(conn net.Conn) {
	defer func() {
		_ = conn.Close()
		s.mu.Lock()
		delete(s.open, conn)
		s.mu.Unlock()
	}()
	s.mu.Lock()
	s.tried++
	mode := s.mode
	s.mu.Unlock()
	if mode == Down {
		return
	}
	in := bufio.NewReader(conn)
	if mode == Silent {
		_, _ = in.ReadString('\n') // until whoever waits gives up
		return
	}
	talk := &talk{Server: s, in: in, out: conn, mode: mode}
	talk.say("220 mailtest")
	for talk.step() {
	}
}

// talk is one conversation.
type talk struct {
	*Server
	in       *bufio.Reader
	out      io.Writer
	mode     Mode
	from, to string
}

func (t *talk) say(line string) { _, _ = fmt.Fprint(t.out, line+"\r\n") }

// step answers one line; false when the talk is over.
func (t *talk) step() bool {
	line, err := t.in.ReadString('\n')
	if err != nil {
		return false
	}
	line = strings.TrimSpace(line)
	word, rest, _ := strings.Cut(line, " ")
	switch strings.ToUpper(word) {
	case "EHLO":
		t.say("250-mailtest")
		t.say("250-AUTH PLAIN")
		t.say("250 ENHANCEDSTATUSCODES")
	case "AUTH":
		t.mu.Lock()
		t.logins = append(t.logins, strings.TrimPrefix(rest, "PLAIN "))
		t.mu.Unlock()
		t.say("235 2.7.0 Accepted")
	case "MAIL":
		t.from = between(rest)
		t.say("250 2.1.0 Ok")
	case "RCPT":
		t.recipient(between(rest))
	case "DATA":
		t.say("354 Go on")
		return t.data()
	case "QUIT":
		t.say("221 2.0.0 Bye")
		return false
	default:
		t.say("250 2.0.0 Ok")
	}
	return true
}

func (t *talk) recipient(to string) {
	t.to = to
	switch t.mode {
	case Busy:
		t.say("451 4.3.0 " + to + " later")
	case Refuses:
		t.say("550 5.1.1 " + to + " is unknown here")
	default:
		t.say("250 2.1.5 Ok")
	}
}

// data reads a mail up to the line with a dot.
func (t *talk) data() bool {
	var text strings.Builder
	for {
		line, err := t.in.ReadString('\n')
		if err != nil {
			return false
		}
		if line == ".\r\n" {
			break
		}
		text.WriteString(strings.TrimPrefix(line, "."))
	}
	t.keep(text.String())
	t.say("250 2.0.0 Ok")
	return true
}

func (t *talk) keep(text string) {
	m, err := mail.ReadMessage(strings.NewReader(text))
	if err != nil {
		t.t.Errorf("a mail that cannot be read: %v", err)
		return
	}
	var body io.Reader = m.Body
	if strings.EqualFold(m.Header.Get("Content-Transfer-Encoding"), "quoted-printable") {
		body = quotedprintable.NewReader(m.Body)
	}
	raw, err := io.ReadAll(body)
	if err != nil {
		t.t.Errorf("a mail that cannot be read: %v", err)
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
	if err != nil {
		t.t.Errorf("a subject that cannot be read: %v", err)
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.mails = append(t.mails, Mail{From: t.from, To: t.to, Subject: subject,
		Body: strings.ReplaceAll(string(raw), "\r\n", "\n"), Header: m.Header})
}

// between is what stands in angle brackets.
func between(text string) string {
	_, text, _ = strings.Cut(text, "<")
	text, _, _ = strings.Cut(text, ">")
	return text
}
