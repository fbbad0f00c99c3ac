package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// edges gives the first and the last words that stand for a quote which is too
// long to be sent whole, or which crosses a line end: that may be the border of
// two blocks or a break in one, and browsers look for a piece within neither.
// False: send it whole.
func edges(exact string) (start, end string, ok bool) {
	if utf8.RuneCountInString(exact) <= wholeLimit && !strings.Contains(exact, "\n") {
		return "", "", false
	}
	from := leading(exact, edgeWords)
	for words := edgeWords; words <= 4*edgeWords; words += 3 {
		to := trailing(exact, words)
		if to < from {
			return "", "", false
		}
		start, end = foldSpace(exact[:from]), foldSpace(exact[to:])
		if !strings.Contains(foldSpace(exact[from:to])+" ", " "+end+" ") {
			break
		}
	}
	return start, end, true
}

// leading is where the first words of a quote end: at least that many, and
// edgeLength code points, but not beyond its first line.
func leading(s string, words int) int {
	end, seen := 0, 0
	eachWord(firstLine(s), func(_, to int) {
		if seen < words || utf8.RuneCountInString(s[:end]) < edgeLength {
			end = to
			seen++
		}
	})
	if end == 0 {
		return len(firstLine(s))
	}
	return end
}

// trailing is where the last words of a quote begin, as leading.
func trailing(s string, words int) int {
	block := len(s) - len(lastLine(s))
	var starts []int
	eachWord(s[block:], func(from, _ int) { starts = append(starts, block+from) })
	at := len(starts) - words
	for at > 0 && utf8.RuneCountInString(s[starts[at]:]) < edgeLength {
		at--
	}
	if at <= 0 {
		return block
	}
	return starts[at]
}

// firstLine is s up to its first line end.
func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// lastLine is s from behind its last line end.
func lastLine(s string) string { return s[strings.LastIndexByte(s, '\n')+1:] }

// nearPrefix is the whole words of a prefix that stand next to the quote on one
// line; the line before it where the quote begins one.
func nearPrefix(prefix string) string {
	cut := utf8.RuneCountInString(prefix) >= ContextLength
	prefix = strings.TrimRightFunc(prefix, unicode.IsSpace)
	line := lastLine(prefix)
	if cut && len(line) == len(prefix) {
		at := strings.IndexFunc(line, unicode.IsSpace)
		if at < 0 {
			return ""
		}
		line = line[at:]
	}
	return foldSpace(line)
}

// nearSuffix is the whole words of a suffix that stand next to the quote on one
// line; the line after it where the quote ends one.
func nearSuffix(suffix string) string {
	cut := utf8.RuneCountInString(suffix) >= ContextLength
	suffix = strings.TrimLeftFunc(suffix, unicode.IsSpace)
	line := firstLine(suffix)
	if cut && len(line) == len(suffix) {
		at := strings.LastIndexFunc(line, unicode.IsSpace)
		if at < 0 {
			return ""
		}
		line = line[:at]
	}
	return foldSpace(line)
}
