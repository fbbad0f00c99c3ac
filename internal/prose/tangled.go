package prose

import (
	"strings"
)

// The most that sound Markdown has: the parser's time grows with the square of
// the first two, and its stack with the last two.
const (
	mostLinks       = 1_000  // targets in one block
	mostDefinitions = 5_000  // of links, in a whole text
	mostNested      = 60     // quotations and lists opened on one line
	mostEmphasis    = 10_000 // signs of emphasis in one block
)

// Tangled tells whether a text has so much nested in each other that no person
// has written it. Such a text is not to be parsed: it could take minutes.
func Tangled(markdown string) bool {
	links, stars, definitions := 0, 0, 0
	for line := range strings.SplitSeq(strings.ReplaceAll(markdown, "\r", "\n"), "\n") {
		if strings.TrimSpace(line) == "" {
			links, stars = 0, 0
			continue
		}
		links += strings.Count(line, "](")
		stars += strings.Count(line, "*") + strings.Count(line, "_") + strings.Count(line, "~~")
		definitions += strings.Count(line, "]:")
		if links > mostLinks || stars > mostEmphasis || definitions > mostDefinitions || nested(line) > mostNested {
			return true
		}
	}
	return false
}

// nested counts the signs of quotations and lists that a line begins with.
func nested(line string) int {
	n := 0
	for {
		line = strings.TrimLeft(line, " \t")
		switch {
		case line == "":
			return n
		case line[0] == '>':
			line = line[1:]
		case strings.IndexByte("-+*", line[0]) >= 0 && len(line) > 1 && (line[1] == ' ' || line[1] == '\t'):
			line = line[2:]
		default:
			digits := 0
			for digits < len(line) && digits < 9 && line[digits] >= '0' && line[digits] <= '9' {
				digits++
			}
			if digits == 0 || len(line) < digits+2 || line[digits] != '.' && line[digits] != ')' {
				return n
			}
			line = line[digits+1:]
		}
		n++
	}
}
