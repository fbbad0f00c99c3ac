package web

import (
	"net/http"
	"strings"
	"testing"

	"claimdesk/static"
)

func TestEveryAnswerCarriesTheHeaders(t *testing.T) {
	h := open(t, https)
	crossSite := []string{"Sec-Fetch-Site", "cross-site"}
	large := strings.Repeat("x", mostElse+1)
	for _, row := range []struct {
		method, path, body string
		headers            []string
		status             int
	}{
		{"GET", "/page", "", nil, 200},
		{"GET", "/healthz", "", nil, 200},
		{"GET", static.Path("css/base.css"), "", nil, 200},
		{"GET", "/favicon.ico", "", nil, 302},
		{"GET", "/nowhere", "", nil, 404},
		{"GET", "/api/nowhere", "", nil, 404},
		{"GET", "/static/nowhere", "", nil, 404},
		{"DELETE", "/page", "", nil, 405},
		{"POST", "/form", "text=x", crossSite, 403},
		{"POST", "/form", large, nil, 413},
		{"GET", "/panic", "", nil, 500},
		{"GET", "/desk", "", nil, 303},
	} {
		w := h.ask(row.method, row.path, row.body, row.headers...)
		if w.Code != row.status {
			t.Errorf("%s %s: status %d, want %d", row.method, row.path, w.Code, row.status)
		}
		for _, header := range append(careful, [2]string{"Strict-Transport-Security", twoYears}) {
			if got := w.Header().Get(header[0]); got != header[1] {
				t.Errorf("%s %s: %s is %q", row.method, row.path, header[0], got)
			}
		}
	}
}

func TestPolicyAllowsNothingInlineAndNoOtherSite(t *testing.T) {
	for directive := range strings.SplitSeq(policy, ";") {
		for _, word := range strings.Fields(directive)[1:] {
			if word != "'self'" && word != "'none'" && word != "data:" {
				t.Errorf("%q allows %s", directive, word)
			}
		}
	}
}

func TestTransportIsOnlyBoundToHTTPSWhereItIsUsed(t *testing.T) {
	if got := open(t, loopback).ask("GET", "/page", "").Header().Get("Strict-Transport-Security"); got != "" {
		t.Errorf("over http: %q", got)
	}
}

func TestOnlyTheDeskStaysOutOfCaches(t *testing.T) {
	h := open(t, https)
	for path, want := range map[string]string{"/page": "", "/desk": "no-store", "/desk/open/page": "no-store", "/desks": "no-store"} {
		if got := h.ask("GET", path, "").Header().Get("Cache-Control"); got != want {
			t.Errorf("%s: Cache-Control %q, want %q", path, got, want)
		}
	}
}

func TestOnlyTheLogoMayBeShownElsewhere(t *testing.T) {
	h := open(t, https)
	for path, want := range map[string]string{
		static.Path("img/logo.png"):    "cross-origin",
		static.Path("img/favicon.svg"): "same-origin",
		"/page/img/logo.png":           "same-origin",
	} {
		if got := h.ask("GET", path, "").Header().Get("Cross-Origin-Resource-Policy"); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}

func TestPublicPagesSetNoCookieAndReadNoSession(t *testing.T) {
	h := open(t, https)
	token := h.logIn()
	for _, path := range []string{"/page", "/nowhere", "/panic", "/healthz"} {
		w := h.ask("GET", path, "", "Cookie", "__Host-claimdesk="+token+"; claimdesk-notice=eA")
		if set := w.Header().Values("Set-Cookie"); len(set) > 0 {
			t.Errorf("%s sets %v", path, set)
		}
		lacks(t, w.Body.String(), "/desk/account")
	}
	want(t, h.ask("GET", "/page", "", "Cookie", "__Host-claimdesk="+token), http.StatusOK, "page for \n")
}
