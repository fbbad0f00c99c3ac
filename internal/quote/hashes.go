package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stemLength is how many letters two words must share at the beginning to be
// kin, as "withdrawal" and "withdrawing" are.
const stemLength = 4

// wordHash is a word without regard to case and joiners, and its beginning;
// stem is 0 for a word that has no letters beyond it.
type wordHash struct{ full, stem uint64 }

// The constants of the FNV-1a hash, which serves here to compare quickly.
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// hashWord hashes a word.
func hashWord(s string) wordHash {
	h := wordHash{full: fnvOffset}
	letters := 0
	for _, r := range s {
		if r < 'a' || r > 'z' {
			if strings.ContainsRune(joiners, r) {
				continue
			}
			r = unicode.ToLower(r)
		}
		if letters == stemLength {
			h.stem = h.full ^ 1
		}
		h.full = (h.full ^ uint64(r)) * fnvPrime
		letters++
	}
	return h
}

// textWord is a word of a text with its bounds in bytes.
type textWord struct {
	start, end int32
	hash       wordHash
}

// wordsOf lists the words of a text.
func wordsOf(text string) []textWord {
	words := make([]textWord, 0, len(text)/6+1)
	eachWord(text, func(start, end int) {
		words = append(words, textWord{int32(start), int32(end), hashWord(text[start:end])})
	})
	return words
}

// eachWord calls found with the bounds of each word.
func eachWord(text string, found func(start, end int)) {
	for at := 0; at < len(text); {
		size, kind := nextToken(text[at:])
		if kind == word {
			found(at, at+size)
		}
		at += size
	}
}

// kinship is how alike two words are: 0 for strangers, and more the longer the
// word that they share is.
func kinship(a, b textWord, text string) int {
	switch {
	case a.hash.full == b.hash.full:
		return 4 + min(utf8.RuneCountInString(text[b.start:b.end]), 8)
	case a.hash.stem != 0 && a.hash.stem == b.hash.stem:
		return 3
	}
	return 0
}
