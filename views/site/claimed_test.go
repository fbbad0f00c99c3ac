package site

import (
	"strings"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
)

// keptPost is an appearance whose words were found in a copy of it.
func keptPost() factcheck.Appearance {
	return factcheck.Appearance{Outlet: "A channel", URL: "https://channel.example/1", ArchivedURL: "https://archive.example/1", Said: "It is leaving",
		Capture: &factcheck.Capture{ID: 3, TextSHA256: strings.Repeat("ab", 32), At: time.Date(2023, 9, 12, 8, 0, 0, 0, time.UTC)},
		Found:   &quote.Anchor{Exact: "It is leaving", Start: 4, End: 17}}
}

func TestWordsThatWereFoundStandInQuotationMarks(t *testing.T) {
	v := wholeCheck()
	v.Content.Verbatim = true
	v.Content.Appearances = []factcheck.Appearance{keptPost()}
	doc := read(t, Check(v))
	for _, where := range []string{".glance .claim > q", ".reading .side blockquote > q"} {
		if got := said(doc, where); got != "The country is leaving the alliance" {
			t.Errorf("%s is %q", where, got)
		}
	}
	glance := said(doc, ".glance")
	if strings.Contains(glance, "In our words") || !strings.Contains(glance, "Word for word") {
		t.Errorf("the glance is %s", glance)
	}
	want := "These words were found in our copy of the post, taken 12 September 2023, SHA-256 " + strings.Repeat("ab", 32)
	if got := said(doc, ".seen .kept"); !strings.Contains(got, "It is leaving") || !strings.Contains(got, want) {
		t.Errorf("the copy is told of as %q", got)
	}
	if title := doc.Find("title").Text(); strings.ContainsAny(title, "“”\"") {
		t.Errorf("the title is %q", title)
	}
	if n := read(t, Check(wholeCheck())).Find(".glance .claim q, .reading blockquote > q, .seen .kept").Length(); n != 0 {
		t.Errorf("%d quotation marks or copies without any", n)
	}
}

func TestTheArchivedCopyComesFirstAndTheOriginalIsNotRecommended(t *testing.T) {
	for _, plain := range []bool{false, true} {
		v := wholeCheck()
		a := keptPost()
		a.Plain, a.Found, a.Capture = plain, nil, &factcheck.Capture{File: &factcheck.File{SHA256: strings.Repeat("cd", 32)}, At: a.Capture.At}
		v.Content.Appearances = []factcheck.Appearance{a}
		doc := read(t, Check(v))
		if got, _ := doc.Find(".seen a").First().Attr("href"); got != a.ArchivedURL {
			t.Errorf("first is %q", got)
		}
		original := doc.Find(`.seen a[href="` + a.URL + `"]`)
		if rel, _ := original.Attr("rel"); plain && original.Length() != 0 || !plain && rel != "nofollow ugc noreferrer" {
			t.Errorf("plain is %v: the original has %d links, rel %q", plain, original.Length(), rel)
		}
		if got := said(doc, ".seen"); plain && !strings.Contains(got, a.URL) {
			t.Errorf("the address is not shown: %s", got)
		}
		if got := said(doc, ".seen .kept"); got != "We keep a copy of it, taken 12 September 2023, SHA-256 "+strings.Repeat("cd", 32) {
			t.Errorf("the copy is told of as %q", got)
		}
	}
}

func TestUnderAQuoteStandsTheArchivedCopyOfItsSource(t *testing.T) {
	v := wholeCheck()
	e := &v.Content.Evidence[0]
	e.Source.ArchivedURL, e.Translation, e.Translator = "https://archive.example/brief", "Es geht.", "Ani"
	doc := read(t, Check(v))
	if got := said(doc, `.evidence a[href="https://archive.example/brief"]`); got != "Evidence 1: archived copy" {
		t.Errorf("the link is %q", got)
	}
	if got := said(doc, ".evidence"); !strings.Contains(got, "Translation by Ani, not part of the quote and not checked by machine: Es geht.") {
		t.Errorf("the translation is not marked: %s", got)
	}
	page := proof()
	page.Evidence.Source.ArchivedURL, page.Evidence.Translation, page.Evidence.Translator = "https://archive.example/brief", "Es geht.", "Ani"
	doc = read(t, Proof(page))
	if got := said(doc, `.proof-page a[href="https://archive.example/brief"]`); got != "archive.example" {
		t.Errorf("the proof leads to %q", got)
	}
	if got := said(doc, ".quoted"); !strings.Contains(got, "Translation by Ani, not part of the quote and not checked by machine: Es geht.") {
		t.Errorf("the proof does not mark the translation: %s", got)
	}
}
