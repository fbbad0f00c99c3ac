package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// viramas are the signs that join two consonants of an Indic script into one
// written sign.
const viramas = "\u094D\u09CD\u0ACD\u0B4D\u0C4D\u0D4D"

// joinsConjunct reports whether the letter at byte offset at is the second
// consonant of a conjunct (rule GB9c of UAX 29, which the library does not know
// yet): a consonant, then marks of which one is a virama, then a consonant.
func joinsConjunct(text string, at int) bool {
	if at <= 0 || at >= len(text) {
		return false
	}
	if next, _ := utf8.DecodeRuneInString(text[at:]); !indicConsonant(next) {
		return false
	}
	joined := false
	for at > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:at])
		if r != '\u200D' && !unicode.Is(unicode.M, r) {
			return joined && indicConsonant(r)
		}
		joined = joined || strings.ContainsRune(viramas, r)
		at -= size
	}
	return false
}

// indicConsonant reports whether r is a consonant of a script with conjuncts:
// Devanagari, Bengali, Gujarati, Oriya, Telugu or Malayalam. Their blocks are laid
// out alike: vowels come first, then consonants.
func indicConsonant(r rune) bool {
	const avagraha = 0x3D
	switch place := r & 0x7F; r &^ 0x7F {
	case 0x900, 0x980, 0xA80, 0xB00, 0xC00, 0xD00:
		return place >= 0x15 && place != avagraha && unicode.Is(unicode.Lo, r)
	}
	return false
}
