package ingest

import (
	"testing"
	"time"

	"claimdesk/internal/factcheck"
)

// farOff is later than any day that a guess may name.
var farOff = time.Date(2990, 1, 1, 0, 0, 0, 0, time.UTC)

// fuzz feeds bytes to a format: a sound document comes out, or an Invalid
// error.
func fuzz(f *testing.F, read func([]byte, string) (*factcheck.Document, error), seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s), "a.txt")
	}
	f.Fuzz(func(t *testing.T, raw []byte, name string) {
		doc, err := read(raw, name)
		if err != nil {
			if factcheck.Problems(err) == nil {
				t.Fatalf("not an Invalid error: %v", err)
			}
			return
		}
		holds(t, doc)
	})
}

func FuzzText(f *testing.F) {
	fuzz(f, Text, brief, "By A\n\n2023-09-14", "\xff", "Publisher: X\rDate: 1 May 2020")
}

func FuzzMarkdown(f *testing.F) {
	fuzz(f, Markdown, "---\ntitle: a\n---\n# b\n\n1. *c* [d](e)\n\n> f", "| a |\n|-|\n| b |", "<p hidden>a", "~~a~~ `b`")
}

func FuzzHTML(f *testing.F) {
	fuzz(f, HTML, page(`<title>a</title><meta name="author" content="B">`, ""), "<table><td>a<ul><li>b", "<svg><title>a", "<pre>a<br>b",
		`<html lang=x><base href="%"><p style=display:none>a`, "<ol start=9><li>a")
}
