package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// hyphens knows the words of a document, and so which of two ways to write a
// word that is parted at the end of a line is the document's own.
type hyphens struct{ count map[string]int }

// mostWords is how many different words are kept.
const mostWords = 500_000

func countHyphens(pages []page) *hyphens {
	h := &hyphens{map[string]int{}}
	for _, p := range pages {
		for _, l := range p.lines {
			for word := range strings.FieldsFuncSeq(l.text, between) {
				if len(h.count) < mostWords {
					h.count[fold(word)]++
				}
			}
		}
	}
	return h
}

// between tells whether a character stands between words. Hyphens do not.
func between(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune(hyphenSigns, r)
}

// hyphenSigns are the hyphens that are written: plain, Unicode's own, the one
// that does not break, the Armenian one.
const hyphenSigns = "-\u2010\u2011\u058A"

const softHyphen = "\u00AD"

func fold(word string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if strings.ContainsRune(hyphenSigns, r) {
			return '-'
		}
		return r
	}, word))
}

// join puts the next line to a text. Parted tells that the text ended with a
// hyphen that PDFium has taken off.
//
// A soft hyphen goes. Any other goes when it parts two letters of which the
// second is small, since that is how words are parted at line ends; but it
// stays when the document writes the word with a hyphen elsewhere more often
// than without, and in a word that has a hyphen already. Before a capital or a
// digit it always stays: pro-Russian, COVID-19. Lines are joined with a blank
// otherwise, but for scripts that have none.
func (h *hyphens) join(text string, parted bool, next string) string {
	if before, soft := strings.CutSuffix(text, softHyphen); soft {
		return before + next
	}
	sign := "-"
	if !parted {
		last, size := utf8.DecodeLastRuneInString(text)
		if !strings.ContainsRune(hyphenSigns, last) {
			return text + blankBetween(text, next) + next
		}
		text, sign = text[:len(text)-size], string(last)
	}
	left, right := lastWord(text), firstWord(next)
	switch {
	case left == "" || right == "":
		return text + sign + " " + next
	case h.oneWord(left, right):
		return text + next
	}
	return text + sign + next
}

// oneWord tells whether two halves are written without a hyphen.
func (h *hyphens) oneWord(left, right string) bool {
	last, _ := utf8.DecodeLastRuneInString(left)
	first, _ := utf8.DecodeRuneInString(right)
	if !unicode.IsLetter(last) || !unicode.IsLower(first) {
		return false
	}
	joined, compound := h.count[fold(left+right)], h.count[fold(left+"-"+right)]
	if strings.ContainsAny(left, hyphenSigns) {
		return joined > 0
	}
	return joined >= compound
}

func lastWord(s string) string {
	start := len(s)
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:start])
		if between(r) {
			break
		}
		start -= size
	}
	return s[start:]
}

func firstWord(s string) string {
	if at := strings.IndexFunc(s, between); at >= 0 {
		return s[:at]
	}
	return s
}

// blankBetween is what parts two lines: nothing where Chinese or Japanese goes
// on, else a blank.
func blankBetween(text, next string) string {
	last, _ := utf8.DecodeLastRuneInString(text)
	first, _ := utf8.DecodeRuneInString(next)
	if unblanked(last) && unblanked(first) {
		return ""
	}
	return " "
}

func unblanked(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF
}
