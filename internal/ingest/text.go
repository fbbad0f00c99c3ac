package ingest

import (
	"strings"

	"claimdesk/internal/factcheck"
)

// opening is how many lines with something on them, from the top, may tell of
// the document.
const opening = 12

// fromText keeps a text as it is and looks at its first lines.
func fromText(raw string) (reading, error) {
	lines := firstLines(raw)
	guess := factcheck.SourceDraft{Language: languageOf(raw)}
	if len(lines) > 0 && titled(lines[0]) {
		guess.Title = lines[0]
	}
	for _, line := range lines {
		told(&guess, line)
	}
	return reading{text: raw, guess: guess}, nil
}

// firstLines are the first lines that are not blank, cleaned, each once.
func firstLines(raw string) []string {
	var lines []string
	raw = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimLeft(raw, "\uFEFF"))
	for line := range strings.SplitSeq(raw, "\n") {
		if line = oneLine(line); line == "" || len(lines) > 0 && lines[len(lines)-1] == line {
			continue
		}
		if lines = append(lines, line); len(lines) == opening {
			break
		}
	}
	return lines
}

// told takes from a line what it tells in so many words. What an earlier line
// told stands.
func told(g *factcheck.SourceDraft, line string) {
	if names, ok := after(line, "By ", "Author: ", "Authors: ", "Written by ", "Автор: ", "Авторы: ", "Հեղինակ՝ "); ok && len(g.Authors) == 0 {
		g.Authors = people(names)
		return
	}
	if publisher, ok := after(line, "Publisher: ", "Published by ", "Издатель: ", "Հրատարակիչ՝ "); ok && g.Publisher == "" && nameLike(publisher) {
		g.Publisher = publisher
		return
	}
	if address, _ := after(line, "URL: ", "Link: ", "Source: "); g.URL == "" && factcheck.WebAddress(address) {
		g.URL = address
		return
	}
	day, _ := after(line, "Date: ", "Published: ", "Published on ", "Posted on ", "Дата: ", "Ամսաթիվ՝ ")
	if written := dateOf(day); g.PublishedOn == "" {
		g.PublishedOn = written
	}
}

// after is what follows one of the openings in a line, and whether one was
// there; otherwise the line.
func after(line string, openings ...string) (string, bool) {
	for _, o := range openings {
		if len(line) > len(o) && strings.EqualFold(line[:len(o)], o) {
			return strings.TrimSpace(line[len(o):]), true
		}
	}
	return line, false
}
