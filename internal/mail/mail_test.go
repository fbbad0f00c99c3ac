package mail

import (
	"encoding/base64"
	"errors"
	"net"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"claimdesk/internal/mail/mailtest"
)

func send(t *testing.T, s *Server) error {
	t.Helper()
	return s.Send(t.Context(), "ani@check.example", "Ստուգում: a subject in two scripts", "Line one.\n.\nLine three: ā.\n")
}

func TestAMailArrivesWhole(t *testing.T) {
	server := mailtest.New(t)
	if err := send(t, New(server.URL("desk", "pass word"), "desk@check.example")); err != nil {
		t.Fatal(err)
	}
	mails := server.Mails()
	if len(mails) != 1 {
		t.Fatalf("%d mails came", len(mails))
	}
	m := mails[0]
	if m.From != "desk@check.example" || m.To != "ani@check.example" || m.Subject != "Ստուգում: a subject in two scripts" {
		t.Errorf("got %+v", m)
	}
	if strings.TrimSpace(m.Body) != "Line one.\n.\nLine three: ā." {
		t.Errorf("the body is %q", m.Body)
	}
	if m.Header.Get("Auto-Submitted") != "auto-generated" || m.Header.Get("Date") == "" || !strings.HasSuffix(m.Header.Get("Message-ID"), "@check.example>") {
		t.Errorf("the header is %v", m.Header)
	}
	if want := base64.StdEncoding.EncodeToString([]byte("\x00desk\x00pass word")); len(server.Logins()) != 1 || server.Logins()[0] != want {
		t.Errorf("logged in with %q", server.Logins())
	}
}

func TestWhatGoesWrongIsSaidWithoutAddressAndPassword(t *testing.T) {
	for _, test := range []struct {
		mode      mailtest.Mode
		says      string
		permanent bool
	}{
		{mailtest.Down, "could not be used", false},
		{mailtest.Busy, "451 4.3.0", false},
		{mailtest.Refuses, "does not take mail for this address (550 5.1.1)", true},
	} {
		server := mailtest.New(t)
		server.Set(test.mode)
		err := send(t, New(server.URL("desk", "hunter-two"), "desk@check.example"))
		var e *Error
		if !errors.As(err, &e) || !strings.Contains(e.Reason, test.says) || e.Permanent() != test.permanent {
			t.Errorf("mode %d gives %v", test.mode, err)
			continue
		}
		for whole := error(e); whole != nil; whole = errors.Unwrap(whole) {
			if text := whole.Error(); strings.Contains(text, "ani@") || strings.Contains(text, "hunter-two") {
				t.Errorf("mode %d says too much: %s", test.mode, text)
			}
		}
	}
}

func TestAServerThatIsNotThereIsNamedWithWhatToLookAt(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	free := listener.Addr().String()
	if err := listener.Close(); err != nil {
		t.Fatal(err)
	}
	s := New(&url.URL{Scheme: "smtp", Host: free}, "desk@check.example")
	if err := send(t, s); err == nil || !strings.Contains(err.Error(), "does not answer on port "+strconv.Itoa(s.port)) {
		t.Errorf("got %v", err)
	}
	if got := s.unreached(t.Context(), &net.DNSError{Name: "mail.invalid", IsNotFound: true}); !strings.Contains(got, "its name is not known") {
		t.Errorf("got %s", got)
	}
}

func TestASilentServerIsGivenUp(t *testing.T) {
	server := mailtest.New(t)
	server.Set(mailtest.Silent)
	s := New(server.URL("", ""), "desk@check.example")
	s.patience = 50 * time.Millisecond
	if err := send(t, s); err == nil || !strings.Contains(err.Error(), "took longer") {
		t.Errorf("got %v", err)
	}
}

func TestOtherMachinesAreSpokenToInTLSAlone(t *testing.T) {
	server := mailtest.New(t)
	s := New(server.URL("desk", "hunter-two"), "desk@check.example")
	s.host = "0.0.0.0" // leads here, and is not known to be this machine
	if err := send(t, s); err == nil || !strings.Contains(err.Error(), "STARTTLS") {
		t.Errorf("got %v", err)
	}
	if len(server.Mails()) != 0 || len(server.Logins()) != 0 {
		t.Error("something was sent in the open")
	}
}

func TestAnAddressThatIsNoneIsRefusedForGood(t *testing.T) {
	s := New(&url.URL{Scheme: "smtp", Host: "127.0.0.1:1"}, "desk@check.example")
	err := s.Send(t.Context(), "call me: 555", "s", "b")
	var e *Error
	if !errors.As(err, &e) || !e.Permanent() || strings.Contains(err.Error(), "555") {
		t.Errorf("got %v", err)
	}
}

func TestPortsFollowFromTheScheme(t *testing.T) {
	for address, port := range map[string]int{"smtp://mail.example": 587, "smtps://mail.example": 465, "smtp://mail.example:2525": 2525} {
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		if s := New(u, "a@b.example"); s.port != port || s.Host() != "mail.example" {
			t.Errorf("%s leads to %s, port %d", address, s.Host(), s.port)
		}
	}
}
