package fetch

import (
	"errors"
	"net/http"
	"net/netip"
	"strings"
	"testing"
)

func TestAnAddressIsAskedForInOneForm(t *testing.T) {
	for typed, want := range map[string]string{
		" https://Example.ORG/Page \n":                 "https://example.org/Page",
		"https://example.org":                          "https://example.org",
		"HTTP://example.org:80/a":                      "http://example.org/a",
		"https://example.org:443/a":                    "https://example.org/a",
		"https://example.org:0443/a":                   "https://example.org/a",
		"http://example.org:8080/a?b=c#d":              "http://example.org:8080/a?b=c",
		"https://example.org/a#:~:text=b":              "https://example.org/a",
		"https://ստուգում.հայ/ա?բ=գ":                   "https://xn--09a8akbwmwc.xn--y9a3aq/%D5%A1?%D5%A2=%D5%A3",
		"https://example.org/a%2Fb?c=%20d":             "https://example.org/a%2Fb?c=%20d",
		`https://example.org/?a="<b>"`:                 "https://example.org/?a=%22%3Cb%3E%22",
		"https://my_site.example.org/":                 "https://my_site.example.org/",
		"https://ｅｘａｍｐｌｅ.org/":                         "https://example.org/",
		"http://①②⑦.⓪.⓪.①/":                            "http://127.0.0.1/",
		"http://１２７.０.０.１/":                            "http://127.0.0.1/",
		"http://127。0。0。1/":                            "http://127.0.0.1/",
		"http://%E2%91%A0%E2%91%A1%E2%91%A6.0.0.1/":    "http://127.0.0.1/",
		"http://[::FFFF:7f00:1]:81/":                   "http://[::ffff:127.0.0.1]:81/",
		"http://[fe80::1%25eth0]/":                     "http://[fe80::1]/",
		"https://example.org/\u200cنیم\u200cفاصله":     "https://example.org/%E2%80%8C%D9%86%DB%8C%D9%85%E2%80%8C%D9%81%D8%A7%D8%B5%D9%84%D9%87",
		"https://web.archive.org/web/2020/http://a.b/": "https://web.archive.org/web/2020/http://a.b/",
	} {
		u, err := parse(typed)
		if err != nil || u.String() != want {
			t.Errorf("%q: got %v, %v, want %s", typed, u, err, want)
		}
	}
}

func TestWhatIsNoWebAddressIsSaidToBeNone(t *testing.T) {
	for typed, want := range map[string]error{
		"": noAddress, " \n ": noAddress,
		"example.org/page": noWeb, "//example.org": noWeb, "/etc/passwd": noWeb, "file:///etc/passwd": noWeb, "ftp://example.org/": noWeb,
		"gopher://example.org/": noWeb, "javascript:alert(1)": noWeb, "data:text/plain,a": noWeb, "http:example.org": noWeb, "http://": noWeb,
		"https://:443/": noWeb, "https:///page": noWeb, "https://example.org:99999/": noWeb, "https://example.org:0/": noWeb, "https://example.org:port/": noWeb,
		"https://exa mple.org/": noWeb, "https://example.org/a b": noWeb, "https://example.org/\x00": noWeb, "https://example.org/\xff": noWeb,
		"https://example.org/\u2028a": noWeb, "https://example..org/": noWeb, "https://.example.org/": noWeb, "https://a$b.org/": noWeb, "https://[::1/": noWeb,
		"https://" + strings.Repeat("a", 64) + ".org": noWeb, "https://" + strings.Repeat("a.", 130) + "org": noWeb,
		"https://me@example.org/": namesUser, "https://me:secret@example.org/": namesUser, "https://example.org@10.0.0.1/": namesUser, "https://@example.org/": namesUser,
		"https://example.org/" + strings.Repeat("a", 2000): longAddress,
	} {
		if u, err := parse(typed); !errors.Is(err, want) {
			t.Errorf("%q: got %v, %v", typed, u, err)
		}
	}
}

func TestANumberInDisguiseIsNoName(t *testing.T) {
	for _, host := range []string{"2130706433", "0x7f000001", "0X7F.1", "017700000001", "0177.0.0.1", "127.1", "127.0.1", "127.0.0.1.", "0x7f.0.0.0x1",
		"256.256.256.256", "1.2.3.4.5", "example.0x", "①②⑦.①", "0"} {
		if u, err := parse("http://" + host + "/"); !errors.Is(err, errForbidden) {
			t.Errorf("%s: got %v, %v", host, u, err)
		}
	}
}

func TestNamesOfOnesOwnNetworkAreKnown(t *testing.T) {
	for host, want := range map[string]bool{
		"localhost": true, "localhost.": true, "intranet": true, "db.internal": true, "printer.local.": true, "a.home.arpa": true,
		"10.0.0.1": true, "::1": true, "fd00::1": true, "169.254.169.254": true,
		"example.org": false, "example.org.": false, "local.example.org": false, "93.184.215.14": false, "2606:2800:21f::1": false,
	} {
		if homely(host) != want {
			t.Errorf("%s: %v", host, !want)
		}
	}
}

func FuzzAddress(f *testing.F) {
	for _, seed := range []string{"https://example.org/a?b#c", "http://①②⑦.⓪.⓪.①", "http://[::ffff:7f00:1]:80", "http://0x7f.1", "http://127.0.0.1.", "https://a@b",
		"http://%E2%91%A0.2", "http://ա.հայ:81/ա b?ա", "http://::1/", "http://[fe80::1%25a]/", "http://a\\b/", "http://a:80:80/", "https://xn--a/"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		u, err := parse(typed)
		if err != nil {
			var known addressError
			if !errors.Is(err, errForbidden) && !errors.As(err, &known) {
				t.Fatalf("%q: a strange error: %v", typed, err)
			}
			return
		}
		if u.User != nil || u.Fragment != "" || u.Scheme != "http" && u.Scheme != "https" {
			t.Fatalf("%q became %s", typed, u)
		}
		request, err := http.NewRequest(http.MethodGet, u.String(), nil)
		if err != nil || request.URL.Host != u.Host || strings.ContainsFunc(u.String(), func(r rune) bool { return r <= ' ' || r >= 0x7f }) {
			t.Fatalf("%q cannot be asked for as %q: %v", typed, u, err)
		}
		if addr, err := netip.ParseAddr(u.Hostname()); err != nil && endsInNumber(u.Hostname()) {
			t.Fatalf("%q has a number for a host: %s, %v", typed, u, addr)
		}
		again, err := tidy(request.URL)
		if err != nil || again.String() != u.String() {
			t.Fatalf("%q became %s and then %v, %v", typed, u, again, err)
		}
	})
}
