package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// PassageKind says what a passage looks like in its text.
type PassageKind string

// The kinds of passage.
const (
	Paragraph PassageKind = "paragraph"
	Heading   PassageKind = "heading"
	Item      PassageKind = "item"
)

// Passage is a block of a text: a paragraph, a heading or a list item, with
// its number or bullet. Number counts from 1; Start and End are code points of
// the text; Text has no white space at either end. Label is the page on which
// it begins, as the document counts them ("p. 3"), or empty.
type Passage struct {
	Number     int
	Start, End int
	Kind       PassageKind
	Label      string
	Text       string
}

// block is a passage before it is counted out: bounds in bytes.
type block struct {
	start, end int
	kind       PassageKind
}

// Passages parts a normalised text where it has blank lines, before each item
// of a list, and between lines that are whole paragraphs themselves. A paragraph
// that was wrapped by hand stays one.
func Passages(text string) []Passage { return number(text, partText(text)) }

// number turns blocks into passages, counting code points once through.
func number(text string, blocks []block) []Passage {
	passages := make([]Passage, 0, len(blocks))
	at, point := 0, 0
	for i, b := range blocks {
		point += utf8.RuneCountInString(text[at:b.start])
		body := text[b.start:b.end]
		end := point + utf8.RuneCountInString(body)
		passages = append(passages, Passage{Number: i + 1, Start: point, End: end, Kind: b.kind, Text: body})
		at, point = b.end, end
	}
	return passages
}

// line is one line of a text, by bytes, without the white space around it.
type line struct {
	start, end int
	text       string
	length     int // code points
}

// partText finds the passages of a text.
func partText(text string) []block {
	var blocks []block
	var lines []line
	flush := func() {
		blocks = appendBlocks(blocks, text, lines)
		lines = lines[:0]
	}
	at := 0
	for raw := range strings.SplitAfterSeq(text, "\n") {
		body := strings.TrimSpace(raw)
		if body == "" {
			flush()
		} else {
			start := at + spaceRun(raw)
			lines = append(lines, line{start, start + len(body), body, utf8.RuneCountInString(body)})
		}
		at += len(raw)
	}
	flush()
	return blocks
}

// appendBlocks parts lines that no blank line separates.
func appendBlocks(blocks []block, text string, lines []line) []block {
	first := 0
	shape := shapeOf(lines)
	for i := range lines {
		if i+1 < len(lines) && !shape.partsAfter(lines, i) {
			continue
		}
		start, end := lines[first].start, lines[i].end
		kind := kindOf(text[start:end], first == i)
		blocks = append(blocks, block{start, end, kind})
		first = i + 1
	}
	return blocks
}

// headingLimit is the most code points that a heading has.
const headingLimit = 120

// kindOf tells what a passage is by its looks.
func kindOf(body string, oneLine bool) PassageKind {
	switch {
	case markdownHeading(body):
		return Heading
	case itemMarker(body):
		return Item
	case oneLine && !endsSentence(body) && utf8.RuneCountInString(body) <= headingLimit && !trailsOff(body):
		return Heading
	}
	return Paragraph
}

// markdownHeading reports whether a line begins with one to six # and a space.
func markdownHeading(s string) bool {
	rest := strings.TrimLeft(s, "#")
	depth := len(s) - len(rest)
	return depth >= 1 && depth <= 6 && strings.HasPrefix(rest, " ")
}

// trailsOff reports whether a line ends with a sign that calls for more.
func trailsOff(s string) bool { return strings.HasSuffix(s, ",") || strings.HasSuffix(s, ";") }

// closers may follow the sign that ends a sentence.
const closers = `"'”’»›)]}`

// endsSentence reports whether a line ends as a sentence does, in the scripts
// that the house meets. Armenian is often typed with a colon for its full stop.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, closers)
	last, size := utf8.DecodeLastRuneInString(s)
	if last == ':' {
		before, _ := utf8.DecodeLastRuneInString(s[:len(s)-size])
		return unicode.Is(unicode.Armenian, before)
	}
	return strings.ContainsRune(".!?…։؟۔।。！？", last)
}

// opensSentence reports whether a line begins as a sentence may: not with a
// small letter, past quotation marks and brackets.
func opensSentence(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, `"'“‘«‹„([{—–- `))
	return !unicode.IsLower(r) && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
