package match

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is one word, figure or sign of a text, with its bounds in bytes.
type token struct {
	start, end int
	shape      shape
	open       bool // stands right after an opening bracket
	closed     bool // stands right before a closing one
}

// shape is how a word is written.
type shape uint8

const (
	small    shape = iota // begins with a small letter, or has no letters of two sizes
	capital               // begins with a large letter
	upper                 // two large letters or more, and no small one
	figure                // digits
	sign                  // %, $ and the like, that are read as words
	unspaced              // one or two characters of a script that parts no words
)

// spoken are the signs that are read as words.
const spoken = "%‰$€£₽֏₴"

// inside are marks that are written inside a word and do not part it: soft
// hyphen, joiners, the Arabic tatweel, and the Armenian marks of tone.
const inside = "\u00AD\u200B\u200C\u200D\u2060\u0640՛՜՞"

// tokens parts a text into words, figures and signs that are read. Hyphens and
// apostrophes part words, but for the apostrophe of Ukrainian.
func tokens(text string) []token {
	found := make([]token, 0, len(text)/6)
	open := false
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		t := token{start: at, end: at + size, open: open}
		switch {
		case unicode.IsDigit(r):
			t.end, t.shape = at+figureRun(text[at:]), figure
		case unspacedScript(r):
			t.end, t.shape = at+pairRun(text[at:]), unspaced
		case wordRune(r):
			t.end, t.shape = wordRun(text, at)
		case strings.ContainsRune(spoken, r):
			t.shape = sign
		default:
			open = r == '(' || open && unicode.In(r, unicode.Pi, unicode.Ps)
			at += size
			continue
		}
		t.closed = strings.HasPrefix(strings.TrimLeft(text[t.end:], `"”»`), ")")
		found, open = append(found, t), false
		at = after(t, size)
	}
	return found
}

// after is where the next token may begin. Those of unspaced scripts overlap:
// each is a character and the one after it.
func after(t token, size int) int {
	if t.shape == unspaced {
		return t.start + size
	}
	return t.end
}

// wordRune reports whether r is part of a word and is not a digit.
func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.Is(unicode.M, r))
}

// wordRun is where the word at a byte of the text ends, and how it is written.
// Letters with a stop after each (U.S.) are one word, and so are one or two
// large letters and the figure that a hyphen ties to them (S-400).
func wordRun(text string, at int) (end int, form shape) {
	if n := dottedRun(text[at:]); n > 0 {
		return at + n, upper
	}
	first, letters, large := true, 0, 0
	end = len(text)
	for i, r := range text[at:] {
		if !first && !wordRune(r) && !strings.ContainsRune(inside, r) && !apostrophe(text, at+i, r) || unspacedScript(r) {
			end = at + i
			break
		}
		if first && unicode.IsUpper(r) {
			form = capital
		}
		first = false
		letters++
		if unicode.IsUpper(r) {
			large++
		}
	}
	if letters > 1 && large == letters {
		form = upper
	}
	if letters <= 2 && large == letters {
		end += modelRun(text[end:])
	}
	return end, form
}

// dottedRun is the length of letters with a stop after each, of which there
// are two at least, or none.
func dottedRun(s string) int {
	n, letters := 0, 0
	for letters < longestAcronym {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !unicode.IsLetter(r) || !strings.HasPrefix(s[n+size:], ".") {
			break
		}
		n, letters = n+size+1, letters+1
	}
	if r, _ := utf8.DecodeRuneInString(s[n:]); letters < 2 || wordRune(r) {
		return 0
	}
	return n
}

// apostrophe reports whether the sign r at a byte of the text is a Ukrainian
// apostrophe: between two Cyrillic letters.
func apostrophe(text string, at int, r rune) bool {
	if r != '\'' && r != '’' && r != 'ʼ' {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	next, _ := utf8.DecodeRuneInString(text[at+utf8.RuneLen(r):])
	return unicode.Is(unicode.Cyrillic, before) && unicode.Is(unicode.Cyrillic, next)
}

// modelRun is the length of a hyphen, or none, and a figure.
func modelRun(s string) int {
	rest := strings.TrimLeft(s, "-‐‑")
	hyphen := len(s) - len(rest)
	digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
	if digits == 0 || hyphen > len("‑") {
		return 0
	}
	return hyphen + digits
}

// unspacedScript reports whether r belongs to a script that is read by pairs
// of characters: those that part no words, and Korean, whose particles are
// written onto the noun.
func unspacedScript(r rune) bool {
	return r >= 0xE00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) && !unicode.Is(unicode.M, r)
}

// pairRun is the length of the character that s begins with and, where the
// same kind of script goes on, of the next.
func pairRun(s string) int {
	_, size := utf8.DecodeRuneInString(s)
	size += markRun(s[size:])
	next, more := utf8.DecodeRuneInString(s[size:])
	if !unspacedScript(next) {
		return size
	}
	return size + more + markRun(s[size+more:])
}

// markRun is the length of the combining marks that s begins with.
func markRun(s string) int {
	for i, r := range s {
		if !unicode.Is(unicode.M, r) {
			return i
		}
	}
	return len(s)
}
