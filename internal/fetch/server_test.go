package fetch

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"

	"claimdesk/internal/factcheck"
)

var noon = time.Date(2026, 3, 4, 12, 0, 0, 123_456_789, time.FixedZone("", 4*3600))

// open is a client that may reach this machine, and runs out of patience in
// time for a test.
func open(o Options) *Client {
	o.Allow = append(o.Allow, netip.MustParsePrefix("127.0.0.0/8"), netip.MustParsePrefix("::1/128"))
	o.Now = func() time.Time { return noon }
	return New(o)
}

// serve answers on this machine.
func serve(t *testing.T, answer http.HandlerFunc) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(answer)
	t.Cleanup(server.Close)
	return server
}

// tripwire is a server on this machine that nobody may reach.
func tripwire(t *testing.T) (port string) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	var touched atomic.Int32
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	server.Listener.Close()
	server.Listener = listener
	server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			touched.Add(1)
		}
	}
	server.Start()
	t.Cleanup(func() {
		server.Close()
		if n := touched.Load(); n > 0 {
			t.Errorf("it was connected to %d times", n)
		}
	})
	_, port, _ = net.SplitHostPort(listener.Addr().String())
	return port
}

// refusal is the sentence of an error for a person, about a field.
func refusal(t *testing.T, err error, field string) string {
	t.Helper()
	problems := factcheck.Problems(err)
	if len(problems) != 1 || problems[0].Field != field || factcheck.As(err).Message == "" {
		t.Fatalf("no Invalid error about %s alone: %v", field, err)
	}
	for _, inner := range []string{"127.", "::1", "10.", "localhost", "dial", "tcp", "http:", "\n"} {
		if strings.Contains(strings.ReplaceAll(err.Error(), "10 MB", ""), inner) {
			t.Errorf("it tells %q: %v", inner, err)
		}
	}
	return problems[0].Message
}

// refused fails unless a page is refused with a sentence that begins so.
func refused(t *testing.T, c *Client, address, begins string) {
	t.Helper()
	page, err := c.Get(t.Context(), address)
	if err == nil {
		t.Errorf("%s gave a page of %d bytes", address, len(page.Body))
		return
	}
	if said := refusal(t, err, "fetch_url"); !strings.HasPrefix(said, begins) {
		t.Errorf("%s: %q, want %q", address, said, begins)
	}
}

// names is a name server that gives each question for a name's IPv4 address
// the next of its answers, then the last one for ever; an answer is one address
// or several. Other names it does not know.
func names(t *testing.T, answers map[string][]string) *net.Resolver {
	t.Helper()
	server, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Close() })
	go answerNames(server, answers)
	return at(server.LocalAddr())
}

// at asks one name server alone.
func at(server net.Addr) *net.Resolver {
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		var dialer net.Dialer
		return dialer.DialContext(ctx, server.Network(), server.String())
	}}
}

func answerNames(server net.PacketConn, answers map[string][]string) {
	packet := make([]byte, 1500)
	for {
		n, from, err := server.ReadFrom(packet)
		if err != nil {
			return
		}
		var message dnsmessage.Message
		if message.Unpack(packet[:n]) != nil || len(message.Questions) != 1 {
			continue
		}
		asked := message.Questions[0]
		message.Response, message.Additionals = true, nil
		left, known := answers[asked.Name.String()]
		if !known {
			message.RCode = dnsmessage.RCodeNameError
		}
		if known && asked.Type == dnsmessage.TypeA {
			for addr := range strings.FieldsSeq(left[0]) {
				message.Answers = append(message.Answers, dnsmessage.Resource{
					Header: dnsmessage.ResourceHeader{Name: asked.Name, Type: asked.Type, Class: asked.Class},
					Body:   &dnsmessage.AResource{A: netip.MustParseAddr(addr).As4()},
				})
			}
			if len(left) > 1 {
				answers[asked.Name.String()] = left[1:]
			}
		}
		if reply, err := message.Pack(); err == nil {
			_, _ = server.WriteTo(reply, from)
		}
	}
}
