package quote

import "unicode/utf8"

// slight is how many letters an accidental agreement has at most, such as "of
// the" or "and".
const slight = 5

// mend takes accidental agreements, such as a lone "the" or a space between two
// changed words, into the changes around them.
func mend(all []piece) []piece {
	var out []piece
	for _, p := range all {
		out = append(out, p)
		for n := len(out); n >= 3 && accidental(out[n-3], out[n-2], out[n-1]); n = len(out) {
			out = append(out[:n-3], joined(out[n-3], out[n-2], out[n-1]))
		}
	}
	return out
}

// accidental reports whether an agreement between two changes is too slight to
// show: without a word in it, or with a short one between longer changes.
func accidental(before, middle, after piece) bool {
	if !middle.same || before.same || after.same {
		return false
	}
	if onlyInserts(before, after) || onlyDeletes(before, after) {
		return false
	}
	letters := wordLetters(middle.del)
	return letters == 0 || letters <= slight && middle.delSize <= min(before.weight(), after.weight())
}

// onlyInserts reports whether nothing is deleted on either side.
func onlyInserts(a, b piece) bool { return len(a.del) == 0 && len(b.del) == 0 }

// onlyDeletes reports whether nothing is inserted on either side.
func onlyDeletes(a, b piece) bool { return len(a.ins) == 0 && len(b.ins) == 0 }

// weight is the length of the longer side of a change, in code points.
func (p piece) weight() int { return max(p.delSize, p.insSize) }

// wordLetters is how many code points of the tokens are in words.
func wordLetters(tokens []string) int {
	n := 0
	for _, t := range tokens {
		if _, kind := nextToken(t); kind == word {
			n += utf8.RuneCountInString(t)
		}
	}
	return n
}

// joined is one change of three pieces that follow each other. They are slices
// of the same two lists, so joining them is taking in what lies between.
func joined(a, b, c piece) piece {
	return piece{
		del: extend(a.del, b.del, c.del), delSize: a.delSize + b.delSize + c.delSize,
		ins: extend(a.ins, b.ins, c.ins), insSize: a.insSize + b.insSize + c.insSize,
	}
}

// extend stretches a over b and c, which lie right behind it in the same list.
func extend(a, b, c []string) []string {
	total := len(a) + len(b) + len(c)
	for _, part := range [][]string{a, b, c} {
		if len(part) > 0 {
			return part[:total]
		}
	}
	return nil
}
