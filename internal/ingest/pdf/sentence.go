package pdf

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// endsSentence tells whether a line ends as a sentence or an introduction
// does.
func endsSentence(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, `"'”’»›)]0123456789¹²³`))
	if tail := s[len(strings.TrimRight(s, "0123456789")):]; len(tail) > 2 {
		return false
	}
	return strings.ContainsRune(".!?:…։؟۔。！？", last)
}

// small tells whether a line begins with a small letter: it goes on with
// something.
func small(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, `"'“‘«‹„([`))
	return unicode.IsLower(r)
}

// bullet tells whether a line begins with the sign of a list's item.
func bullet(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("•‣◦▪▫●○■□–—-*·\uF0B7\uF0A7", r) && strings.HasPrefix(s[size:], " ")
}

var (
	numberMark = regexp.MustCompile(`^(\(?\d{1,3}(\.\d{1,2}){0,3}[.)]|\(?\p{L}\)|\(?[ivxIVX]{1,5}[.)])( |$)`)
	dotted     = regexp.MustCompile(`(\. ?){4,}\d+$|…+ ?\d+$`)
)

// marker tells whether a line begins with the number of a list's item.
func marker(s string) bool { return numberMark.MatchString(s) }

// bareMarker tells whether a line is nothing but the mark of an item.
func bareMarker(s string) bool {
	return len(s) < 12 && (bullet(s+" ") || numberMark.FindString(s) == s && s != "")
}

// leader tells whether a line is one of a table of contents: dots lead to a
// number.
func leader(s string) bool { return dotted.MatchString(s) }
