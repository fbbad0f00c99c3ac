package quote

import (
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// borders tells where a quote may begin or end: between grapheme clusters
// (UAX 29, its rule for Indic conjuncts included). It remembers the cluster that it looked at last, so that asking for
// rising offsets stays linear in the text even where a cluster is megabytes long.
type borders struct {
	text     string
	from, to int
}

// at reports whether a cluster begins or ends at byte offset p, which must be
// the beginning of a code point.
func (b *borders) at(p int) bool {
	if surelyBorder(b.text, p) {
		return true
	}
	if p < b.from || p > b.to {
		b.seek(p)
	}
	return p == b.from || p == b.to
}

// seek makes the cluster that p lies in, or ends, the remembered one.
func (b *borders) seek(p int) {
	floor := 0
	if p > b.to {
		floor = b.to
	}
	start := p
	for start > floor && !surelyBorder(b.text, start) {
		_, size := utf8.DecodeLastRuneInString(b.text[:start])
		start -= size
	}
	b.from, b.to = start, start
	for b.to < p {
		b.from = b.to
		b.step()
		for joinsConjunct(b.text, b.to) {
			b.step()
		}
	}
}

// step takes in one more cluster, as they were before Unicode 15.1.
func (b *borders) step() {
	cluster, _, _, _ := uniseg.FirstGraphemeClusterInString(b.text[b.to:], -1)
	b.to += len(cluster)
}

// surelyBorder reports whether the two code points around p settle by
// themselves that a cluster ends there; false says nothing.
func surelyBorder(text string, p int) bool {
	if p <= 0 || p >= len(text) {
		return true
	}
	after, _ := utf8.DecodeRuneInString(text[p:])
	if after == '\n' || text[p-1] == '\n' {
		return true
	}
	if !standsAlone(after) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:p])
	return standsAlone(before) || unicode.Is(unicode.M, before)
}

// standsAlone reports whether r is of a large, common group of code points
// which never join a neighbour by themselves: neither marks nor pictographs,
// conjoining jamo, prepended signs or controls.
func standsAlone(r rune) bool {
	switch {
	case r < 0x7F:
		return r >= ' '
	case r < 0x300: // Latin letters; not soft hyphen, © and ®
		return r >= 0xC0
	case r < 0x530: // Greek and Cyrillic letters
		return r >= 0x400 && (r <= 0x481 || r >= 0x48A)
	case r < 0x600: // Armenian and Hebrew letters
		return r >= 0x531 && r <= 0x58A || r >= 0x5D0 && r <= 0x5EA
	case r < 0x2000: // Arabic letters
		return r >= 0x620 && r <= 0x64A
	case r < 0x2028: // spaces and punctuation; not the zero-width ones
		return r <= 0x200A || r >= 0x2010
	}
	return r >= 0x4E00 && r <= 0x9FFF
}
