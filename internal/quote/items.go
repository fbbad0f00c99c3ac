package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// bullets are the signs that open a list item when a space follows.
const bullets = "-*•‣◦▪●○■"

// itemMarker reports whether a line opens a list item: "- ", "• ", "1. ",
// "2.3. ", "12) ", "(4) ", "a) ", "(iv) ".
func itemMarker(s string) bool {
	head, _, spaced := strings.Cut(s, " ")
	if tab := strings.IndexByte(head, '\t'); tab >= 0 {
		head, spaced = head[:tab], true
	}
	if !spaced || head == "" || len(head) > 16 {
		return false
	}
	return bullet(head) || numberedItem(head) || letteredItem(head)
}

// bullet reports whether a line's first word is a bullet.
func bullet(head string) bool {
	r, size := utf8.DecodeRuneInString(head)
	return size == len(head) && strings.ContainsRune(bullets, r)
}

// numberedItem recognises 1. 1) (1) and 2.3. with up to three digits each: "1990."
// is a year.
func numberedItem(head string) bool {
	body, ok := enumerated(head, ".)")
	if !ok {
		return false
	}
	for part := range strings.SplitSeq(body, ".") {
		if part == "" || utf8.RuneCountInString(part) > 3 || strings.ContainsFunc(part, notDigit) {
			return false
		}
	}
	return true
}

func notDigit(r rune) bool { return !unicode.IsDigit(r) }

// letteredItem recognises a) (a) (iv), never "a.", which is more often an
// initial.
func letteredItem(head string) bool {
	body, ok := enumerated(head, ")")
	if !ok {
		return false
	}
	if strings.Trim(body, "ivxIVX") == "" {
		return body != "" && len(body) <= 5
	}
	r, size := utf8.DecodeRuneInString(body)
	return size == len(body) && unicode.IsLetter(r)
}

// enumerated takes the brackets or the one closing sign off a marker.
func enumerated(head, ends string) (body string, ok bool) {
	if inner, found := strings.CutPrefix(head, "("); found {
		return strings.CutSuffix(inner, ")")
	}
	if head == "" || !strings.ContainsRune(ends, rune(head[len(head)-1])) {
		return "", false
	}
	return head[:len(head)-1], true
}
