package web

import "testing"

func TestWhatAnotherSiteSendsIsRefused(t *testing.T) {
	h := open(t, https)
	cookie := "__Host-claimdesk=" + h.logIn()
	for _, row := range []struct {
		name, path string
		headers    []string
		status     int
	}{
		{"a form of ours", "/form", []string{"Sec-Fetch-Site", "same-origin", "Origin", https, "Cookie", cookie}, 200},
		{"an older browser", "/form", []string{"Origin", https, "Cookie", cookie}, 200},
		{"typed by hand", "/form", []string{"Sec-Fetch-Site", "none", "Cookie", cookie}, 200},
		{"another site", "/form", []string{"Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example", "Cookie", cookie}, 403},
		{"a sister site", "/form", []string{"Sec-Fetch-Site", "same-site", "Origin", "https://x.example.org", "Cookie", cookie}, 403},
		{"an older browser on another site", "/form", []string{"Origin", "https://evil.example", "Cookie", cookie}, 403},
		{"the same host over http", "/form", []string{"Origin", "http://other.example.org", "Cookie", cookie}, 403},
		{"a hidden origin", "/form", []string{"Origin", "null", "Cookie", cookie}, 403},
		{"another site without a session", "/form", []string{"Sec-Fetch-Site", "cross-site"}, 403},
		{"a session that says nothing", "/form", []string{"Cookie", cookie}, 403},
		{"a program with a token", "/api/form", []string{"Authorization", "Bearer x"}, 200},
		{"a program with a token and a cookie", "/api/form", []string{"Authorization", "Bearer x", "Cookie", cookie}, 403},
		{"a program that logs in", "/form", nil, 200},
	} {
		w := h.ask("POST", row.path, "text=x", row.headers...)
		if w.Code != row.status {
			t.Errorf("%s: status %d, want %d", row.name, w.Code, row.status)
		}
	}
}

func TestReadingIsNeverRefusedForItsOrigin(t *testing.T) {
	h := open(t, https)
	want(t, h.ask("GET", "/page", "", "Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example"), 200)
}
