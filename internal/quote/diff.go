package quote

import (
	"strings"
	"unicode/utf8"
)

// Op is what a piece of a diff stands for.
type Op string

// The operations of a diff from a to b: Delete is in a only (typed, and not in
// the source), Insert in b only.
const (
	Equal  Op = "equal"
	Delete Op = "delete"
	Insert Op = "insert"
)

// Diff is one piece of a diff. The Equal and Delete pieces joined are a, the
// Equal and Insert pieces b.
type Diff struct {
	Op   Op     `json:"op"`
	Text string `json:"text"`
}

// WordDiff compares two texts word by word, so that the result reads as prose:
// changed words stand together, the deleted ones first, and words that two
// changed places share by accident are not picked out. It is nil for two
// empty texts. Time and memory are bounded; long texts that hardly agree come
// out as replaced.
func WordDiff(a, b string) []Diff {
	left, right := tokensOf(a), tokensOf(b)
	ids := map[string]int32{}
	al := &aligner{a: number32(ids, left), b: number32(ids, right)}
	al.weigh(ids)
	al.pair = make([]int32, len(left))
	for i := range al.pair {
		al.pair[i] = -1
	}
	al.walk(stretch{0, len(left), 0, len(right)}, 0)
	return emit(mend(pieces(left, right, al.pair)))
}

// tokensOf cuts a text into words, white space and signs.
func tokensOf(s string) []string {
	var tokens []string
	for s != "" {
		size, _ := nextToken(s)
		tokens = append(tokens, s[:size])
		s = s[size:]
	}
	return tokens
}

// number32 gives equal tokens equal numbers.
func number32(ids map[string]int32, tokens []string) []int32 {
	numbers := make([]int32, len(tokens))
	for i, t := range tokens {
		id, ok := ids[t]
		if !ok {
			id = int32(len(ids))
			ids[t] = id
		}
		numbers[i] = id
	}
	return numbers
}

// piece is an agreement or a change of a diff in the making.
type piece struct {
	same             bool
	del, ins         []string // alike where same
	delSize, insSize int      // in code points
}

// newPiece measures a piece.
func newPiece(same bool, del, ins []string) piece {
	return piece{same, del, ins, runes(del), runes(ins)}
}

// pieces lays the tokens out by the pairs that an aligner found.
func pieces(left, right []string, pair []int32) []piece {
	var out []piece
	j := 0
	for i := 0; i < len(left); {
		from, fromJ := i, j
		for i < len(left) && int(pair[i]) == j {
			i, j = i+1, j+1
		}
		if i > from {
			out = append(out, newPiece(true, left[from:i], right[fromJ:j]))
			continue
		}
		for i < len(left) && pair[i] < 0 {
			i++
		}
		if i < len(left) {
			j = int(pair[i])
		} else {
			j = len(right)
		}
		out = append(out, newPiece(false, left[from:i], right[fromJ:j]))
	}
	if j < len(right) {
		out = append(out, newPiece(false, nil, right[j:]))
	}
	return out
}

// emit writes pieces down as a diff; equal ends of a change move out of it.
func emit(all []piece) []Diff {
	var out diffs
	for _, p := range all {
		if p.same {
			out.add(Equal, p.del)
			continue
		}
		head := commonStart(p.del, p.ins)
		out.add(Equal, p.del[:head])
		del, ins := p.del[head:], p.ins[head:]
		foot := commonEnd(del, ins)
		out.add(Delete, del[:len(del)-foot])
		out.add(Insert, ins[:len(ins)-foot])
		out.add(Equal, del[len(del)-foot:])
	}
	return out
}

// diffs is a diff that joins neighbours of one kind.
type diffs []Diff

// add appends tokens.
func (d *diffs) add(op Op, tokens []string) {
	text := strings.Join(tokens, "")
	if text == "" {
		return
	}
	if n := len(*d); n > 0 && (*d)[n-1].Op == op {
		(*d)[n-1].Text += text
		return
	}
	*d = append(*d, Diff{op, text})
}

// commonStart is how many tokens two lists begin with alike.
func commonStart(a, b []string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// commonEnd is how many tokens two lists end with alike.
func commonEnd(a, b []string) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

// runes is the length of tokens in code points.
func runes(tokens []string) int {
	n := 0
	for _, t := range tokens {
		n += utf8.RuneCountInString(t)
	}
	return n
}
