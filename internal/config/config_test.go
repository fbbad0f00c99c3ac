package config_test

import (
	"bytes"
	"errors"
	"net"
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	"claimdesk/internal/config"
)

type command struct {
	config.Newsroom
	config.Serve
}

func parse(t *testing.T, args ...string) command {
	t.Helper()
	var c command
	parser, err := kong.New(&c, kong.Exit(func(int) { t.Fatal("kong asked to exit") }))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := parser.Parse(args); err != nil {
		t.Fatal(err)
	}
	return c
}

func TestFlagsWinOverEnvironmentWhichWinsOverDefaults(t *testing.T) {
	if c := parse(t); c.Data != "data" || c.Addr != "127.0.0.1:8080" || c.Log != "text" {
		t.Errorf("defaults are %q, %q, %q", c.Data, c.Addr, c.Log)
	}
	t.Setenv("CLAIMDESK_DATA", "from-environment")
	t.Setenv("CLAIMDESK_ADDR", "127.0.0.1:9000")
	t.Setenv("CLAIMDESK_TRUSTED_PROXIES", "10.0.0.0/8,fd00::/8")
	c := parse(t, "--addr", "127.0.0.1:9001")
	if c.Data != "from-environment" || c.Addr != "127.0.0.1:9001" {
		t.Errorf("got data %q and addr %q", c.Data, c.Addr)
	}
	if err := c.Check(); err != nil {
		t.Fatal(err)
	}
	if len(c.Proxies) != 2 || c.Proxies[1].String() != "fd00::/8" {
		t.Errorf("proxies are %v", c.Proxies)
	}
}

func TestAVariableThatIsSetAndEmptyMeansTheDefault(t *testing.T) {
	for _, name := range []string{"ADDR", "BASE_URL", "SITE_NAME", "TRUSTED_PROXIES", "FETCH_ALLOW", "ARCHIVE_API", "LOG"} {
		t.Setenv("CLAIMDESK_"+name, "")
	}
	c := parse(t)
	if err := c.Check(); err != nil {
		t.Fatal(err)
	}
	if c.BaseURL.String() != "http://127.0.0.1:8080" || c.Log != "text" || c.Proxies != nil {
		t.Errorf("got base %v, log %q, proxies %v", c.BaseURL, c.Log, c.Proxies)
	}
}

func TestBaseURLThatIsAccepted(t *testing.T) {
	for _, test := range []struct{ addr, base, want string }{
		{"127.0.0.1:8080", "", "http://127.0.0.1:8080"},
		{":8080", "", "http://127.0.0.1:8080"},
		{"0.0.0.0:8080", "", "http://127.0.0.1:8080"},
		{"[::]:8080", "", "http://127.0.0.1:8080"},
		{"[::1]:8080", "", "http://[::1]:8080"},
		{"localhost:80", "", "http://localhost"},
		{"0.0.0.0:8080", "https://Checks.Example.org/", "https://checks.example.org"},
		{":8080", "https://checks.example.org:443", "https://checks.example.org"},
		{":8080", "https://checks.example.org:8443", "https://checks.example.org:8443"},
		{":8080", "https://ստուգում.հայ", "https://xn--09a8akbwmwc.xn--y9a3aq"},
		{":8080", "http://localhost:3000", "http://localhost:3000"},
		{":8080", "http://[::1]", "http://[::1]"},
		{":8080", "http://127.8.9.1:81", "http://127.8.9.1:81"},
	} {
		s := config.Serve{Addr: test.addr, Base: test.base}
		if err := s.Check(); err != nil {
			t.Errorf("%s %s: %v", test.addr, test.base, err)
			continue
		}
		if got := s.BaseURL.String(); got != test.want {
			t.Errorf("%s %s: got %s, want %s", test.addr, test.base, got, test.want)
		}
	}
}

func TestASettingThatCannotBeUsedIsNamedInOneSentence(t *testing.T) {
	const ok = "127.0.0.1:8080"
	for _, test := range []struct {
		serve config.Serve
		want  string
	}{
		{config.Serve{Addr: "8080"}, `--addr (CLAIMDESK_ADDR) must be HOST:PORT`},
		{config.Serve{Addr: "127.0.0.1:http"}, `needs a port from 0 to 65535, not "http"`},
		{config.Serve{Addr: "127.0.0.1:70000"}, `--addr (CLAIMDESK_ADDR) needs a port`},
		{config.Serve{Addr: "a b:80"}, `names a host that cannot be one: "a b"`},
		{config.Serve{Addr: "192.0.2.7:8080"}, `--base-url (CLAIMDESK_BASE_URL) must be given, and be https`},
		{config.Serve{Addr: "192.0.2.7:0"}, `--base-url (CLAIMDESK_BASE_URL) must be given, and be https`},
		{config.Serve{Addr: ok, Base: "http://checks.example.org"}, `must be https: plain http is for this machine alone`},
		{config.Serve{Addr: ok, Base: "http://127.0.0.1.example.org"}, `must be https`},
		{config.Serve{Addr: ok, Base: "http://0.0.0.0"}, `must be https`},
		{config.Serve{Addr: ok, Base: "checks.example.org"}, `must be an address such as`},
		{config.Serve{Addr: ok, Base: "ftp://checks.example.org"}, `must be an address such as`},
		{config.Serve{Addr: ok, Base: "https://"}, `must be an address such as`},
		{config.Serve{Addr: ok, Base: "https://:443"}, `names a host that cannot be one`},
		{config.Serve{Addr: ok, Base: "https://me:secret@example.org"}, `must not hold a user name`},
		{config.Serve{Addr: ok, Base: "https://example.org/checks"}, `the path "/checks" cannot be served under`},
		{config.Serve{Addr: ok, Base: "https://example.org?a=b"}, `without ? or #`},
		{config.Serve{Addr: ok, Base: "https://example.org/#"}, `without ? or #`},
		{config.Serve{Addr: ok, Base: "https://example.org:99999"}, `needs a port from 1 to 65535`},
		{config.Serve{Addr: ok, Base: "https://exa_mple.org"}, `names a host that cannot be one`},
		{config.Serve{Addr: ok, SiteName: strings.Repeat("ճ", 101)}, `--site-name (CLAIMDESK_SITE_NAME) has 101 characters`},
		{config.Serve{Addr: ok, SiteName: "a\nb"}, `holds a control character`},
		{config.Serve{Addr: ok, SiteName: "a\xff"}, `is not valid UTF-8`},
		{config.Serve{Addr: ok, TrustedProxies: []string{"10.0.0.0/8", "10.0.0.0/33"}}, `--trusted-proxies (CLAIMDESK_TRUSTED_PROXIES) must be networks`},
		{config.Serve{Addr: ok, TrustedProxies: []string{"proxy"}}, `not "proxy"`},
		{config.Serve{Addr: ok, Log: "xml"}, `--log (CLAIMDESK_LOG) must be text or json, not "xml"`},
	} {
		err := test.serve.Check()
		var setting *config.Error
		if !errors.As(err, &setting) || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("got %v, want one sentence with %s", err, test.want)
		}
	}
}

func TestEverySettingThatIsWrongIsTold(t *testing.T) {
	s := config.Serve{Addr: "nowhere", Log: "xml"}
	if err := s.Check(); strings.Count(err.Error(), "\n") != 1 {
		t.Errorf("got %v", err)
	}
}

func TestBaseURLFollowsThePortThatWasTaken(t *testing.T) {
	listen := &net.TCPAddr{IP: net.IPv6unspecified, Port: 41234}
	for addr, want := range map[string]string{
		"127.0.0.1:0": "http://127.0.0.1:41234",
		":0":          "http://127.0.0.1:41234",
		"localhost:0": "http://localhost:41234",
		"[::1]:00":    "http://[::1]:41234",
		":8080":       "http://127.0.0.1:8080",
	} {
		s := config.Serve{Addr: addr}
		if err := s.Check(); err != nil {
			t.Fatal(err)
		}
		base, err := s.URL(listen)
		if err != nil || base.String() != want {
			t.Errorf("%s: got %v, %v, want %s", addr, base, err, want)
		}
	}
}

func TestOneProxyAddressIsANetworkOfItself(t *testing.T) {
	s := config.Serve{TrustedProxies: []string{" 192.0.2.1 ", "10.1.2.3/8"}}
	if err := s.Check(); err != nil {
		t.Fatal(err)
	}
	if s.Proxies[0].String() != "192.0.2.1/32" || s.Proxies[1].String() != "10.0.0.0/8" {
		t.Errorf("got %v", s.Proxies)
	}
}

func TestLoggerWritesTheFormAskedFor(t *testing.T) {
	for form, want := range map[string]string{"json": `"msg":"hello"`, "text": "msg=hello"} {
		var out bytes.Buffer
		s := config.Serve{Log: form}
		s.Logger(&out).Info("hello")
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s: got %s", form, out.String())
		}
	}
}
