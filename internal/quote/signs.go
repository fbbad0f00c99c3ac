package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// likeness is a set of ways in which two texts may differ and still have the
// same words.
type likeness uint16

// The ways, in the order in which they are named to a person.
const (
	likeQuotes likeness = 1 << iota
	likeDashes
	likeSpaces
	likeDots
	likePunctuation
	likeUnseen
	likeLigatures
	likeMarks
	likeYo
	likeCase
	likeEnds // signs at the ends of a quote, which are left out
	likeAll  = likeEnds - 1
)

// likenessNames says what differs, as words for a sentence.
var likenessNames = []string{
	"quote marks", "dashes", "spaces", "dots", "punctuation", "invisible signs",
	"ligatures", "vowel or stress marks", "ё and е", "capital letters", "signs at the ends",
}

// names lists the ways in words.
func (l likeness) names() []string {
	var all []string
	for i, name := range likenessNames {
		if l&(1<<i) != 0 {
			all = append(all, name)
		}
	}
	return all
}

// The signs that stand for each other, whatever the hand or the program that
// set them.
const (
	quoteSigns = "\"'`´‘’‚‛“”„‟«»‹›′″‴‵‶ʹʺʻʼˈ՚׳״「」『』〝〞〟＂＇"
	dashSigns  = "-‐‑‒–—―−⁃֊־﹘﹣－"
)

// signs are the other code points with a plain form.
var signs = map[rune]struct {
	like  likeness
	plain string
}{
	'…': {likeDots, "..."}, '‥': {likeDots, ".."},
	'։': {likePunctuation, ":"}, '؟': {likePunctuation, "?"}, '،': {likePunctuation, ","}, '؛': {likePunctuation, ";"},
	'。': {likePunctuation, "."},
	'ﬀ': {likeLigatures, "ff"}, 'ﬁ': {likeLigatures, "fi"}, 'ﬂ': {likeLigatures, "fl"}, 'ﬃ': {likeLigatures, "ffi"},
	'ﬄ': {likeLigatures, "ffl"}, 'ﬅ': {likeLigatures, "st"}, 'ﬆ': {likeLigatures, "st"},
	'և': {likeLigatures, "եւ"}, 'ﬓ': {likeLigatures, "մն"}, 'ﬔ': {likeLigatures, "մե"}, 'ﬕ': {likeLigatures, "մի"},
	'ﬖ': {likeLigatures, "վն"}, 'ﬗ': {likeLigatures, "մխ"},
	'ё': {likeYo, "е"}, 'Ё': {likeYo, "Е"}, 'ـ': {likeMarks, ""}, 'ٰ': {likeMarks, ""},
}

// plainSign is what a code point is compared as, among the ways in which texts
// may differ, and which way it is; 0 for a letter that stands for itself. White
// space is not among them.
func plainSign(r rune) (like likeness, plain string) {
	if r < utf8.RuneSelf && r != '"' && r != '\'' && r != '`' && r != '-' {
		return 0, ""
	}
	switch {
	case strings.ContainsRune(quoteSigns, r):
		return likeQuotes, "'"
	case strings.ContainsRune(dashSigns, r):
		return likeDashes, "-"
	case unseen(r):
		return likeUnseen, ""
	case r >= 0xFF01 && r <= 0xFF5E:
		return likePunctuation, string(r - 0xFF01 + '!')
	case vowelOrStress(r):
		return likeMarks, ""
	}
	if s, ok := signs[r]; ok {
		return s.like, s.plain
	}
	return 0, ""
}

// unseen reports whether r is a soft hyphen, a joiner, a sign of no width, a
// direction mark or the choice of a variant.
func unseen(r rune) bool {
	return r == 0xAD || r == 0x61C || r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E ||
		r >= 0x2060 && r <= 0x206F || r == 0xFEFF || r >= 0xFE00 && r <= 0xFE0F
}

// vowelOrStress reports whether r is a mark that careful texts write and others
// leave out: Arabic and Hebrew vowels, and the stress on a Cyrillic letter,
// which has no composed form.
func vowelOrStress(r rune) bool {
	return r == 0x300 || r == 0x301 || r >= 0x64B && r <= 0x652 ||
		r >= 0x591 && r <= 0x5C7 && unicode.Is(unicode.Mn, r)
}
