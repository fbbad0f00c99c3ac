package desk

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"claimdesk/internal/quote"
)

// What counts as alike when words are looked for in a source: capital and small
// letters, quotation marks of any kind, dashes of any kind, any run of white
// space, ё and е, և and եւ. What is not seen counts for nothing. static/js/fold.js
// has the same rules.
var alike = map[rune]string{'ё': "е", 'և': "եւ"}

const (
	singleMarks = "‘’‚‛′ʼ՚`"
	doubleMarks = "“”„‟«»″"
	dashes      = "‐‑‒–—−֊"
)

// plainSign is what a code point is compared as; "" when it is not seen.
func plainSign(r rune) string {
	switch {
	case unicode.IsSpace(r):
		return " "
	case r == 0xAD, r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r == 0x2060, r == 0xFEFF:
		return ""
	case strings.ContainsRune(singleMarks, r):
		return "'"
	case strings.ContainsRune(doubleMarks, r):
		return `"`
	case strings.ContainsRune(dashes, r):
		return "-"
	}
	small := unicode.ToLower(r)
	if plain, ok := alike[small]; ok {
		return plain
	}
	return string(small)
}

// plainText is a text in its plain form, with the place in the text at which
// each code point of that form begins and the one at which it ends, in code
// points.
type plainText struct {
	signs    []rune
	from, to []int
}

func plainOf(text []rune) plainText {
	p := plainText{}
	for at, r := range text {
		plain := plainSign(r)
		if last := len(p.signs) - 1; plain == " " && last >= 0 && p.signs[last] == ' ' {
			p.to[last] = at + 1
			continue
		}
		for _, sign := range plain {
			p.signs, p.from, p.to = append(p.signs, sign), append(p.from, at), append(p.to, at+1)
		}
	}
	return p
}

// plainWords are the words that are looked for, in their plain form.
func plainWords(words string) []rune {
	return []rune(strings.TrimSpace(string(plainOf([]rune(words)).signs)))
}

// findIn is where words stand in a text, whatever counts as alike, in code
// points; no two places overlap.
func findIn(text []rune, words string) [][2]int {
	wanted := string(plainWords(words))
	if wanted == "" {
		return nil
	}
	plain, length := plainOf(text), utf8.RuneCountInString(wanted)
	var found [][2]int
	at := 0
	for before, rest, is := strings.Cut(string(plain.signs), wanted); is; before, rest, is = strings.Cut(rest, wanted) {
		at += utf8.RuneCountInString(before)
		found = append(found, [2]int{plain.from[at], plain.to[at+length-1]})
		at += length
	}
	return found
}

// placesOf are the numbers of the passages in which words stand.
func placesOf(all []quote.Passage, words string) []int {
	if len(plainWords(words)) == 0 {
		return nil
	}
	var found []int
	for _, p := range all {
		if len(findIn([]rune(p.Text), words)) > 0 {
			found = append(found, p.Number)
		}
	}
	return found
}
