package ingest

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	nethtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/prose"
)

// fromMarkdown renders Markdown and reads the result as a page, so that no
// quote carries the marks of emphasis or links. Numbers of lists stay, as they
// stand in the document, and every bullet is a •. What is too tangled to be rendered is taken
// as plain text.
func fromMarkdown(raw string) (reading, error) {
	front, body := frontMatter(strings.TrimPrefix(raw, "\uFEFF"))
	if prose.Tangled(body) {
		return fromText(raw)
	}
	var page bytes.Buffer
	// Raw HTML may pass: only text is taken from what is rendered.
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough),
		goldmark.WithRendererOptions(html.WithUnsafe()))
	if err := md.Convert([]byte(body), &page); err != nil {
		return reading{}, err
	}
	doc, err := nethtml.Parse(&page)
	if err != nil {
		return reading{}, err
	}
	var lost losses
	text := textWith(doc, true, &lost)
	guess := front
	if heading := firstHeading(doc); guess.Title == "" && heading != nil {
		guess.Title = textOf(heading, false)
	}
	lines := firstLines(text)
	if len(lines) > 1 && guess.Title == "" && titled(lines[0]) {
		guess.Title = lines[0]
	}
	for _, line := range lines {
		told(&guess, line)
	}
	if guess.Language == "" {
		guess.Language = languageOf(text)
	}
	return reading{text: text, guess: guess, lost: lost.sentences()}, nil
}

func firstHeading(doc *nethtml.Node) *nethtml.Node {
	if h := first(doc, atom.H1); h != nil {
		return h
	}
	return first(doc, atom.H2)
}

// frontMatter reads the lines "key: value" between two lines of --- at the very
// start, and gives the rest. A document without them comes back as it is.
func frontMatter(raw string) (factcheck.SourceDraft, string) {
	var g factcheck.SourceDraft
	raw = strings.ReplaceAll(raw, "\r\n", "\n")
	matter, found := strings.CutPrefix(raw, "---\n")
	if !found {
		return g, raw
	}
	matter, body, closed := strings.Cut(matter, "\n---\n")
	if !closed {
		return g, raw
	}
	for line := range strings.SplitSeq(matter, "\n") {
		key, value, _ := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		if n := len(value); n >= 2 && (value[0] == '"' || value[0] == '\'') && value[n-1] == value[0] {
			value = value[1 : n-1]
		}
		fillFrom(&g, strings.ToLower(strings.TrimSpace(key)), value)
	}
	return g, body
}

func fillFrom(g *factcheck.SourceDraft, key, value string) {
	switch key {
	case "title":
		g.Title = value
	case "author", "authors":
		g.Authors = people(strings.ReplaceAll(strings.Trim(value, "[]"), `"`, ""))
	case "date", "published":
		g.PublishedOn = dayOf(value)
		if g.PublishedOn == "" {
			g.PublishedOn = dateOf(value)
		}
	case "lang", "language":
		g.Language = value
	case "publisher", "site":
		g.Publisher = value
	case "url", "link", "canonical":
		g.URL = value
	}
}
