package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// edges gives the first and the last words that stand for a quote which is too
// long to be sent whole, or which crosses from one passage into another (a
// browser looks for each piece within one block). False: send it whole.
func edges(exact string) (start, end string, ok bool) {
	if utf8.RuneCountInString(exact) <= wholeLimit && !strings.Contains(exact, "\n\n") {
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
// edgeLength code points, but not beyond the block that it begins in.
func leading(s string, words int) int {
	end, seen := 0, 0
	eachWord(firstBlock(s), func(_, to int) {
		if seen < words || utf8.RuneCountInString(s[:end]) < edgeLength {
			end = to
			seen++
		}
	})
	if end == 0 {
		return len(firstBlock(s))
	}
	return end
}

// trailing is where the last words of a quote begin, as leading.
func trailing(s string, words int) int {
	block := len(s) - len(lastBlock(s))
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

// firstBlock is s up to a line end that looks like the end of a block.
func firstBlock(s string) string {
	for at := 0; ; {
		end := strings.IndexByte(s[at:], '\n')
		if end < 0 {
			return s
		}
		at += end
		if endsBlock(s[:at], s[at:]) {
			return s[:at]
		}
		at++
	}
}

// lastBlock is s from behind the last line end that looks like the end of a
// block.
func lastBlock(s string) string {
	for end := len(s); ; {
		at := strings.LastIndexByte(s[:end], '\n')
		if at < 0 {
			return s
		}
		if endsBlock(s[:at], s[at:]) {
			return s[at+1:]
		}
		end = at
	}
}

// endsBlock reports whether a block ends between before and after, which begins
// with a line end: at a blank line, after a sentence, before a list item.
func endsBlock(before, after string) bool {
	next := strings.TrimLeft(after, "\n")
	line, _, _ := strings.Cut(next, "\n")
	return len(after)-len(next) > 1 || strings.HasSuffix(before, "\n") || endsSentence(before) || itemMarker(line)
}

// nearPrefix is the whole words of a prefix that stand next to the quote, in
// the same block.
func nearPrefix(prefix string) string {
	cut := utf8.RuneCountInString(prefix) >= ContextLength
	body := lastBlock(prefix)
	if cut && len(body) == len(prefix) {
		at := strings.IndexFunc(body, unicode.IsSpace)
		if at < 0 {
			return ""
		}
		body = body[at:]
	}
	return foldSpace(body)
}

// nearSuffix is the whole words of a suffix that stand next to the quote, in
// the same block.
func nearSuffix(suffix string) string {
	cut := utf8.RuneCountInString(suffix) >= ContextLength
	body := firstBlock(suffix)
	if cut && len(body) == len(suffix) {
		at := strings.LastIndexFunc(body, unicode.IsSpace)
		if at < 0 {
			return ""
		}
		body = body[:at]
	}
	return foldSpace(body)
}
