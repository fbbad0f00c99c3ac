package quote

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// folded is a text in which each run of white space is one space, so that a
// plain search finds a quote whatever white space it was typed with.
type folded struct {
	text   string
	shifts []shift
}

// shift says that from byte offset at of the folded text on, the original
// lies by bytes further.
type shift struct{ at, by int }

// foldText folds a text and keeps the way back to it.
func foldText(text string) *folded {
	f := &folded{}
	var out strings.Builder
	out.Grow(len(text))
	by := 0
	for i := 0; i < len(text); {
		run := spaceRun(text[i:])
		if run == 0 {
			_, size := utf8.DecodeRuneInString(text[i:])
			out.WriteString(text[i : i+size])
			i += size
			continue
		}
		out.WriteByte(' ')
		i += run
		if i-out.Len() != by {
			by = i - out.Len()
			f.shifts = append(f.shifts, shift{at: out.Len(), by: by})
		}
	}
	f.text = out.String()
	return f
}

// original is where byte offset at of the folded text lies in the original.
func (f *folded) original(at int) int {
	i := sort.Search(len(f.shifts), func(i int) bool { return f.shifts[i].at > at })
	if i == 0 {
		return at
	}
	return at + f.shifts[i-1].by
}

// body is the folded text.
func (f *folded) body() string { return f.text }

// from is where a match begins, by the rule that from and to share: both ends
// of white space are borders, so one offset stands for either.
func (f *folded) from(b *borders, at int) int {
	from := f.original(at)
	if surelyBorder(f.text, at) || b.at(from) {
		return from
	}
	return -1
}

// to is where a match ends.
func (f *folded) to(b *borders, at int) int { return f.from(b, at) }

// end is where a match ends, were it to end inside a cluster.
func (f *folded) end(at int) int { return f.original(at) }

// spaceRun is how many bytes of white space s begins with.
func spaceRun(s string) int {
	for i, r := range s {
		if !unicode.IsSpace(r) {
			return i
		}
	}
	return len(s)
}

// foldSpace makes one space of each run of white space and trims the ends.
func foldSpace(s string) string { return strings.Join(strings.Fields(s), " ") }

// foldInner makes one space of each run of white space, the ends included.
func foldInner(s string) string { return foldText(s).text }

// fromOriginal is where byte offset at of the original, which must not lie
// within white space, is in the folded text.
func (f *folded) fromOriginal(at int) int {
	i := sort.Search(len(f.shifts), func(i int) bool { return f.shifts[i].at+f.shifts[i].by > at })
	if i == 0 {
		return at
	}
	return at - f.shifts[i-1].by
}
