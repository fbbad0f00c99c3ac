package ingest

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
)

// farOff is later than any day that a guess may name.
var farOff = time.Date(2990, 1, 1, 0, 0, 0, 0, time.UTC)

// fuzz feeds bytes to a format: a sound document comes out, or an Invalid
// error.
func fuzz(f *testing.F, read func([]byte, string) (*factcheck.Document, error), name string, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s), name)
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
	fuzz(f, Text, "a.txt", brief, "By A\n\n2023-09-14", "\xff", "Publisher: X\rDate: 1 May 2020")
}

func FuzzMarkdown(f *testing.F) {
	fuzz(f, Markdown, "a.md", "---\ntitle: a\n---\n# b\n\n1. *c* [d](e)\n\n> f", "| a |\n|-|\n| b |", "<p hidden>a", "~~a~~ `b`")
}

func FuzzHTML(f *testing.F) {
	fuzz(f, HTML, "a.html", page(`<title>a</title><meta name="author" content="B">`, ""), "<table><td>a<ul><li>b", "<svg><title>a", "<pre>a<br>b",
		`<html lang=x><base href="%"><p style=display:none>a`, "<ol start=9><li>a")
}

func FuzzPDF(f *testing.F) {
	read := func(raw []byte, _ string) (*factcheck.Document, error) {
		if len(raw) > 0 && !bytes.HasPrefix(raw, []byte("%PDF-")) {
			raw = append([]byte("%PDF-1.7\n"), raw...)
		}
		return filed(append(raw, "\n%%EOF"...), "a.pdf")
	}
	// Setting PDF up takes longer than a fuzz test may take for one input.
	if _, err := filed(onePage(lines(72, 700, "a")), "a.pdf"); err != nil {
		f.Fatal(err)
	}
	marks := lines(72, 700, "Nobody has pro-", "posed that.", "1. One", "2. Two") + say(300, 700, 12, "Beside") + "q 0 1 -1 0 40 100 cm " + say(0, 0, 12, "Up") + " Q /I Do"
	fuzz(f, read, "a.pdf", string(onePage(marks)), string(portable{sheets: []sheet{{marks: marks, extras: "/Rotate 270"}, {marks: marks}}, info: "/Title (a) /CreationDate (D:20230914)",
		catalog: "/Lang (en) /PageLabels << /Nums [0 << /S /r >>] >>"}.bytes()), "1 0 obj << /Type /Catalog >> endobj trailer << /Root 1 0 R >>")
}

// FuzzWord feeds parts of a Word document, and whole ones.
func FuzzWord(f *testing.F) {
	read := func(raw []byte, part string) (*factcheck.Document, error) {
		if bytes.HasPrefix(raw, []byte("PK")) {
			return filed(raw, "a.docx")
		}
		parts := wordParts(p(r("Text."))+item("5", "0", "one"), "word/numbering.xml", numbering)
		parts[part] = string(raw)
		return filed(zipped(parts), "a.docx")
	}
	for name, content := range wordParts(p(r("a"), "<w:r><w:tab/><w:br/><w:footnoteReference w:id=\"1\"/></w:r>")+item("5", "1", "b")+"<w:tbl><w:tr><w:tc>"+p(r("c"))+"</w:tc></w:tr></w:tbl>",
		"word/numbering.xml", numbering, "word/footnotes.xml", `<w:footnote w:id="1">`+p(r("d"))+`</w:footnote>`, "word/styles.xml", `<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>`,
		"docProps/core.xml", "<dc:title>a</dc:title>") {
		f.Add([]byte(content), name)
	}
	fuzz(f, read, "word/document.xml", string(bomb(true)[:500]), "<a><b/></a>")
}

func FuzzDownload(f *testing.F) {
	read := func(raw []byte, about string) (*factcheck.Document, error) {
		contentType, address, _ := strings.Cut(about, " ")
		return fetched(raw, contentType, address)
	}
	fuzz(f, read, "text/html;charset=windows-1251 https://example.org/a", "<meta charset=koi8-r><p>\xE0\xE1", "\xFF\xFEa\x00", "a\x00b\x00c\x00 \x00", "<?xml encoding='utf-16'?>\xE0", "\x1B$B", "PK\x03\x04")
}
