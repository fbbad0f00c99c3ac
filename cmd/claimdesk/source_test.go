package main

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

const brief = `The empty chair

The delegation sent no minister this year. It has not given notice that it will leave.

1. Its seat at the table stayed empty in the spring.

2. It paid its dues in the autumn.
`

func TestAFileBecomesASource(t *testing.T) {
	at := "--data=" + t.TempDir()
	done(t, "", "user", "list", at)
	printed := done(t, "", "source", "add", written(t, "chair.txt", brief), at)
	if printed != "Source 1: The empty chair\n4 passages\n" {
		t.Errorf("it says %q", printed)
	}
	s := record[source](t, done(t, "", "source", "add", written(t, "chair.md", "# Chairs\n\nThere are *two*.\n"),
		"--title", "On chairs", "--publisher", "The Institute", "--author", "A. B.", "--author", "C, D", "--url", "https://example.org/chairs",
		"--published", "2023-09-14", "--language", "en-GB", "--kind", "brief", "--level", "primary", "--access", "public", "--json", at))
	if s.ID != 2 || s.Title != "On chairs" || s.Publisher != "The Institute" || strings.Join(s.Authors, "|") != "A. B.|C, D" ||
		s.URL != "https://example.org/chairs" || s.PublishedOn != "2023-09-14" || s.Language != "en-GB" {
		t.Errorf("the source is %+v", s)
	}
	if s.Kind != "brief" || s.Level != "primary" || s.Access != "public" || s.Snapshot.Passages != 2 ||
		len(s.Snapshot.SHA256) != 64 || len(s.Snapshot.TextSHA256) != 64 {
		t.Errorf("the source is %+v", s)
	}
}

func TestWhatIsNotAUsableFileIsRefused(t *testing.T) {
	at := "--data=" + t.TempDir()
	done(t, "", "user", "list", at)
	for _, test := range []struct{ file, reason string }{
		{"there-is-none.txt", "no such file"},
		{written(t, "chair.docx", "PK"), "chair.docx"},
		{written(t, "chair.odt", "chair"), "Use .txt, .md, .html, .pdf or .docx."},
		{written(t, "chair.txt", "abc\xff"), "not valid UTF-8 at byte 3"},
		{written(t, "large.txt", strings.Repeat("word ", 1<<20+1)), "at most 5,242,880 fit"},
		{t.TempDir(), "is a directory"},
	} {
		refused(t, claimdesk(t, "", "source", "add", test.file, at), exitFailed, test.reason)
	}
	refused(t, claimdesk(t, "", "source", "add", written(t, "chair.txt", brief), "--published", "2999-01-01", at), exitFailed, "published_on: ")
}

func TestAnAddressBecomesASource(t *testing.T) {
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/chair" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		_, _ = w.Write([]byte("<title>Chairs</title><body><h1>Chairs</h1><p>There are two, and one is empty.</p><img src=chair.jpg></body>"))
	}))
	t.Cleanup(site.Close)
	at := "--data=" + t.TempDir()
	done(t, "", "user", "list", at)
	refused(t, claimdesk(t, "", "source", "add", site.URL+"/chair", at), exitFailed, "only public web pages")
	refused(t, claimdesk(t, "", "source", "add", site.URL+"/lost", "--fetch-allow=127.0.0.0/8", at), exitFailed, "status 404")
	got := claimdesk(t, "", "source", "add", site.URL+"/chair", "--fetch-allow=127.0.0.0/8", "--json", at)
	s := record[source](t, got.out)
	if got.code != exitDone || s.ID != 1 || s.URL != site.URL+"/chair" || s.Title != "Chairs" || got.err != "1 image was left out.\n" {
		t.Errorf("it ended with %d: %+v, %q", got.code, s, got.err)
	}
}

func TestTheReadingIsShownPageByPage(t *testing.T) {
	var screen bytes.Buffer
	bar := progress{to: &screen, on: true}
	bar.page(1, 1_200)
	bar.page(2, 1_200) // too soon after the first
	bar.page(1_200, 1_200)
	if got, want := screen.String(), "\r\x1b[KReading page 1 of 1,200\r\x1b[KReading page 1,200 of 1,200"; got != want {
		t.Errorf("the screen shows %q, want %q", got, want)
	}
}
