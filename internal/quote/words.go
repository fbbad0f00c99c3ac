package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tokenKind tells words from the white space and the signs between them.
type tokenKind byte

const (
	word tokenKind = iota
	space
	sign
)

// joiners hold a word together when they stand between two of its letters:
// apostrophes, hyphens, the soft hyphen, zero-width joiners, and the Armenian and
// Hebrew marks that are written inside a word.
const joiners = "'’ʼ-‐‑·\u00AD\u200C\u200D՛՜՞׳״"

// Words counts the words of a text: runs of letters and digits, where a hyphen
// or an apostrophe inside does not part them. In scripts that write no
// spaces (Chinese, Japanese, Thai and their like) each character is one.
func Words(text string) int {
	n := 0
	for text != "" {
		size, kind := nextToken(text)
		if kind == word {
			n++
		}
		text = text[size:]
	}
	return n
}

// nextToken measures, in bytes, the word, the run of white space or the single
// sign that s begins with. s must not be empty.
func nextToken(s string) (size int, kind tokenKind) {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsSpace(r):
		return spaceRun(s), space
	case unspaced(r):
		return size + markRun(s[size:]), word
	case inWord(r):
		return wordRun(s), word
	}
	return size + markRun(s[size:]), sign
}

// wordRun is the length of the word that s begins with.
func wordRun(s string) int {
	var last rune
	for i, r := range s {
		if unspaced(r) || !inWord(r) && !joins(last, r, s[i:]) {
			return i
		}
		last = r
	}
	return len(s)
}

// joins reports whether r, at the start of rest, holds the letters or digits
// around it together.
func joins(last, r rune, rest string) bool {
	if !inWord(last) {
		return false
	}
	_, size := utf8.DecodeRuneInString(rest)
	next, _ := utf8.DecodeRuneInString(rest[size:])
	if r == '.' || r == ',' {
		return unicode.IsDigit(last) && unicode.IsDigit(next)
	}
	return strings.ContainsRune(joiners, r) && inWord(next) && !unspaced(next)
}

// markRun is the length of the combining marks that s begins with.
func markRun(s string) int {
	for i, r := range s {
		if r < 0x300 || !unicode.Is(unicode.M, r) {
			return i
		}
	}
	return len(s)
}

// inWord reports whether r is a letter, a digit or a mark.
func inWord(r rune) bool {
	switch {
	case r < 0x80:
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	case 0x400 <= r && r <= 0x481, 0x531 <= r && r <= 0x556, 0x561 <= r && r <= 0x587:
		return true
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.M, r))
}

// unspaced reports whether r belongs to a script that parts no words.
func unspaced(r rune) bool {
	return r >= 0xE00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) && !unicode.Is(unicode.M, r)
}
