package quote

import (
	"strings"
	"unicode/utf8"
)

// agreement is how many code points of the old prefix and suffix stand around a
// place of the folded text, counted outwards up to the first that differs.
func (o older) agreement(text string, start, end int) int {
	n := 0
	before, prefix := text[:start], o.prefix
	for before != "" && prefix != "" {
		a, size := utf8.DecodeLastRuneInString(before)
		b, sizeB := utf8.DecodeLastRuneInString(prefix)
		if a != b {
			break
		}
		before, prefix = before[:len(before)-size], prefix[:len(prefix)-sizeB]
		n++
	}
	after, suffix := text[end:], o.suffix
	for after != "" && suffix != "" {
		a, size := utf8.DecodeRuneInString(after)
		b, sizeB := utf8.DecodeRuneInString(suffix)
		if a != b {
			break
		}
		after, suffix = after[size:], suffix[sizeB:]
		n++
	}
	return n
}

// knownBy reports whether the old words, where so much of their context agrees,
// are the old quote and not the same words in another sentence.
func (o older) knownBy(context int) bool {
	had := utf8.RuneCountInString(o.prefix) + utf8.RuneCountInString(o.suffix)
	return o.manyWords() || context >= min(had, ownContext)
}

// manyWords reports whether the quote is known by its words alone.
func (o older) manyWords() bool { return Words(strings.Join(o.parts, " ")) >= ownWords }
