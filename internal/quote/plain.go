package quote

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainText is a text in which what people and programs set differently is
// alike: quote marks, dashes, white space (left out), capital letters and more.
// It serves to offer a quote as the source has it, never to accept one.
type plainText struct {
	original, text string
	pieces         []plainPiece
}

// plainPiece is a stretch of the plain text that begins at byte offset at, and
// the size bytes of the original that it stands for. A fixed one stands for them
// as a whole; otherwise the two agree byte for byte in length.
type plainPiece struct {
	at, from, size int32
	fixed          bool
}

// plainForm makes a text plain in the given ways.
func plainForm(original string, ways likeness) *plainText {
	p := &plainText{original: original}
	var out strings.Builder
	out.Grow(len(original))
	for i := 0; i < len(original); {
		size, like, plain := plainUnit(original[i:], ways)
		if plain != "" {
			p.cover(out.Len(), i, size, like != 0)
			out.WriteString(plain)
		}
		i += size
	}
	p.text = out.String()
	return p
}

// cover notes that what is written at offset at stands for size bytes from from.
func (p *plainText) cover(at, from, size int, fixed bool) {
	if n := len(p.pieces); n > 0 && !fixed {
		last := &p.pieces[n-1]
		if !last.fixed && int(last.from+last.size) == from {
			last.size += int32(size)
			return
		}
	}
	p.pieces = append(p.pieces, plainPiece{int32(at), int32(from), int32(size), fixed})
}

// plainUnit measures what s begins with, in bytes, and gives its plain form: a
// code point, a run of white space or a run of one kind of sign. like is not 0
// where the plain form stands for the unit only as a whole.
func plainUnit(s string, ways likeness) (size int, like likeness, plain string) {
	r, size := utf8.DecodeRuneInString(s)
	if unicode.IsSpace(r) {
		if ways&likeSpaces != 0 {
			return spaceRun(s), likeSpaces, ""
		}
		return spaceRun(s), likeSpaces, " "
	}
	like, plain = plainSign(r)
	if like &= ways; like == 0 {
		return plainLetter(s, r, size, ways)
	}
	for like&(likeQuotes|likeDashes) != 0 {
		next, more := utf8.DecodeRuneInString(s[size:])
		if kin, _ := plainSign(next); kin != like {
			break
		}
		size += more
	}
	if ways&likeCase != 0 {
		plain = strings.ToLower(plain)
	}
	return size, like, plain
}

// plainLetter is a code point without regard to case where the ways say so.
func plainLetter(s string, r rune, size int, ways likeness) (int, likeness, string) {
	if ways&likeCase == 0 || r < utf8.RuneSelf && (r < 'A' || r > 'Z') {
		return size, 0, s[:size]
	}
	lower := unicode.ToLower(r)
	if lower == r {
		return size, 0, s[:size]
	}
	plain := string(lower)
	if len(plain) != size {
		return size, likeCase, plain
	}
	return size, 0, plain
}

// body is the plain text.
func (p *plainText) body() string { return p.text }

// from is where a match begins in the original: not inside a cluster, nor inside
// a word.
func (p *plainText) from(b *borders, at int) int {
	from := p.start(at)
	if from < 0 || !b.at(from) || p.insideWord(from) {
		return -1
	}
	return from
}

// to is where a match ends, by the same rule. What has no plain form is left
// outside, but for what the last letter needs, such as its vowel mark.
func (p *plainText) to(b *borders, at int) int {
	to := p.end(at)
	if to < 0 {
		return -1
	}
	if !b.at(to) {
		next := len(p.original)
		if at < len(p.text) {
			next = p.start(at)
		}
		if b.to > next {
			return -1
		}
		to = b.to
	}
	if p.insideWord(to) {
		return -1
	}
	return to
}

// insideWord reports whether a word goes on over a place in the original.
func (p *plainText) insideWord(at int) bool {
	return cutsWord(strings.TrimRightFunc(p.original[:at], unseen), strings.TrimLeftFunc(p.original[at:], unseen))
}

// start is where in the original a match at a plain offset begins, or -1 where
// it would cut something that is fixed. What has no plain form is left outside.
func (p *plainText) start(at int) int {
	i := sort.Search(len(p.pieces), func(i int) bool { return int(p.pieces[i].at) > at }) - 1
	if i < 0 {
		return -1
	}
	piece, within := p.pieces[i], at-int(p.pieces[i].at)
	if piece.fixed && within > 0 || within >= int(piece.size) {
		return -1
	}
	return int(piece.from) + within
}

// end is where in the original a match up to a plain offset ends, or -1 as for
// start.
func (p *plainText) end(at int) int {
	i := sort.Search(len(p.pieces), func(i int) bool { return int(p.pieces[i].at) >= at }) - 1
	if i < 0 {
		return -1
	}
	piece, next := p.pieces[i], len(p.text)
	if i+1 < len(p.pieces) {
		next = int(p.pieces[i+1].at)
	}
	switch {
	case !piece.fixed:
		return int(piece.from) + at - int(piece.at)
	case at == next:
		return int(piece.from + piece.size)
	}
	return -1
}

// fromOriginal is the plain offset of what lies before a byte of the original.
func (p *plainText) fromOriginal(from int) int {
	i := sort.Search(len(p.pieces), func(i int) bool { return int(p.pieces[i].from) >= from }) - 1
	if i < 0 {
		return 0
	}
	piece, next := p.pieces[i], len(p.text)
	if i+1 < len(p.pieces) {
		next = int(p.pieces[i+1].at)
	}
	if within := from - int(piece.from); !piece.fixed && within < int(piece.size) {
		return int(piece.at) + within
	}
	return next
}
