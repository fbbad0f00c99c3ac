package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// similarRun bounds, in bytes of body, the run of words most like what was
// typed.
func similarRun(typed string, query []textWord, body string) (from, to int) {
	words := likelyStretch(query, wordsOf(body))
	if len(words) == 0 || len(query) == 0 {
		return 0, len(body)
	}
	first, last := alignRun(query, words, body)
	from, to = int(words[first].start), int(words[last].end)
	if r, _ := utf8.DecodeLastRuneInString(typed); !inWord(r) {
		to += signRun(body[to:])
	}
	if r, _ := utf8.DecodeRuneInString(typed); !inWord(r) {
		from -= signRunBack(body[:from])
	}
	return from, to
}

// signRun is the length of the signs, other than white space, that s begins
// with.
func signRun(s string) int {
	end := strings.IndexFunc(s, func(r rune) bool { return inWord(r) || unicode.IsSpace(r) })
	if end < 0 {
		return len(s)
	}
	return end
}

// signRunBack is the length of the signs, other than white space, that s ends
// with.
func signRunBack(s string) int {
	return len(s) - len(strings.TrimRightFunc(s, func(r rune) bool { return !inWord(r) && !unicode.IsSpace(r) }))
}

// likelyStretch narrows a long passage to the neighbourhood of the window that
// has most of the query's words, so that aligning stays cheap.
func likelyStretch(query, words []textWord) []textWord {
	size := len(query)
	if len(words) <= 3*size+200 {
		return words
	}
	wanted := newVocabulary(query)
	counts := make([]int, len(wanted))
	have, best, bestAt := 0, -1, 0
	for i := range words {
		have += count(wanted, counts, words[i], 1)
		if i >= size {
			have -= count(wanted, counts, words[i-size], -1)
		}
		if have > best {
			best, bestAt = have, i
		}
	}
	return words[max(0, bestAt-2*size-50):min(len(words), bestAt+size+50)]
}

// count adds a word to the window or takes it out, and says how many of the
// wanted hashes came in or went out with it.
func count(wanted vocabulary, counts []int, w textWord, by int) (changed int) {
	for _, h := range [2]uint64{w.hash.full, w.hash.stem} {
		i, ok := wanted[h]
		if !ok {
			continue
		}
		if by > 0 && counts[i] == 0 || by < 0 && counts[i] == 1 {
			changed++
		}
		counts[i] += by
	}
	return changed
}

// The steps of an alignment.
const (
	both byte = iota
	typedOnly
	passageOnly
)

// alignRun lays all of the query along a run of words, at the least cost in
// words missing, added or changed, and returns the run's first and last word.
func alignRun(query, words []textWord, body string) (first, last int) {
	steps := make([]byte, (len(query)+1)*(len(words)+1))
	above := make([]int, len(words)+1)
	row := make([]int, len(words)+1)
	for i := range query {
		trace := steps[(i+1)*len(row):]
		row[0], trace[0] = -(i + 1), typedOnly
		for j := range words {
			score, step := above[j]-1, both
			if kin := kinship(query[i], words[j], body); kin > 0 {
				score = above[j] + kin
			}
			if s := row[j] - 1; s > score {
				score, step = s, passageOnly
			}
			if s := above[j+1] - 1; s > score {
				score, step = s, typedOnly
			}
			row[j+1], trace[j+1] = score, step
		}
		above, row = row, above
	}
	end := 0
	for j, score := range above {
		if score > above[end] {
			end = j
		}
	}
	return retrace(steps, len(query), end, len(words)+1)
}

// retrace walks an alignment back from its end to the word it began at.
func retrace(steps []byte, i, end, width int) (first, last int) {
	j := end
	for i > 0 {
		switch steps[i*width+j] {
		case both:
			i, j = i-1, j-1
		case passageOnly:
			j--
		default:
			i--
		}
	}
	return min(j, width-2), min(max(j, end-1), width-2)
}
