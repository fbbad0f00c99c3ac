package match

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// lower is a word in small letters and one form of Unicode, without the marks
// that are written inside words.
func lower(word string) string {
	if ascii(word) {
		return strings.ToLower(word)
	}
	word = strings.ToLower(norm.NFKC.String(word))
	word = strings.Map(func(r rune) rune {
		switch {
		case r == 'ё':
			return 'е'
		case strings.ContainsRune(inside, r) || strings.ContainsRune("'’ʼ.", r) || unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, word)
	return strings.ReplaceAll(word, "և", "եւ")
}

// bare is a word without accents and other combining marks, and with the
// letters that have no mark to take off written plainly.
func bare(word string) string {
	if ascii(word) {
		return word
	}
	var out strings.Builder
	for _, r := range norm.NFD.String(word) {
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		if plain, ok := plainly[r]; ok {
			out.WriteString(plain)
			continue
		}
		out.WriteRune(r)
	}
	return norm.NFC.String(out.String())
}

// plainly spells letters that do not come apart into a letter and a mark.
var plainly = map[rune]string{
	'ß': "ss", 'æ': "ae", 'ø': "o", 'œ': "oe", 'ł': "l", 'đ': "d", 'ı': "i", 'ə': "e", 'ð': "d", 'þ': "th",
	'ς': "σ", 'آ': "ا", 'أ': "ا", 'إ': "ا", 'ى': "ي", 'ی': "ي", 'ک': "ك", 'ة': "ه",
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
