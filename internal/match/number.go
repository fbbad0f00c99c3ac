package match

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// figureRun is the length of the figure that s begins with: digits, with
// points or commas, and in groups of three with apostrophes or blanks.
func figureRun(s string) int {
	n := digitRun(s)
	short := utf8.RuneCountInString(s[:n]) <= 3
	for {
		r, size := utf8.DecodeRuneInString(s[n:])
		more := digitRun(s[n+size:])
		group := short && threeDigits(s[n+size:n+size+more])
		switch {
		case more > 0 && (r == '.' || r == ','):
		case group && strings.ContainsRune("'’ \u00A0\u2009\u202F", r):
		default:
			return n
		}
		n += size + more
	}
}

// digitRun is the length of the digits that s begins with, of any script.
func digitRun(s string) int {
	for i, r := range s {
		if !unicode.IsDigit(r) {
			return i
		}
	}
	return len(s)
}

func threeDigits(s string) bool { return utf8.RuneCountInString(s) == 3 }

// longestFigure is the most bytes of a figure that has a value.
const longestFigure = 60

// value reads a figure. Groups of three count as thousands whatever parts
// them; another point or comma is that of a decimal. Dates such as 05.09.2023
// have no value.
func value(figure string) (float64, bool) {
	if len(figure) > longestFigure {
		return 0, false
	}
	var parts []string
	var b strings.Builder
	for _, r := range figure {
		if unicode.IsDigit(r) {
			b.WriteByte('0' + digit(r))
			continue
		}
		parts = append(parts, b.String())
		b.Reset()
	}
	parts = append(parts, b.String())
	whole := parts[0]
	for i, part := range parts[1:] {
		switch {
		case len(part) == 3 && whole != "0" && len(parts[0]) <= 3:
			whole += part
		case i == len(parts)-2:
			whole += "." + part
		default:
			return 0, false
		}
	}
	v, err := strconv.ParseFloat(whole, 64)
	return v, err == nil && !math.IsInf(v, 0)
}

// digit is the value of a decimal digit of any script: each block of ten
// begins with nought.
func digit(r rune) byte {
	if r < utf8.RuneSelf {
		return byte(r - '0')
	}
	n := byte(0)
	for n < 9 && unicode.IsDigit(r-1) {
		r, n = r-1, n+1
	}
	return n
}

// numeral writes a value as the term that stands for it in the index.
func numeral(v float64) string { return "#" + strconv.FormatFloat(v, 'f', -1, 64) }

// amount is the value of a term that is a number and neither small nor a year:
// one that a claim may give roughly.
func amount(key string) (float64, bool) {
	text, ok := strings.CutPrefix(key, "#")
	v, err := strconv.ParseFloat(text, 64)
	year := v >= 1800 && v < 2100 && v == math.Trunc(v)
	return v, ok && err == nil && v > 31 && !year
}

// roughly is how far a number may be from the one that a claim gives, as a
// share of it.
const roughly = 0.15

// about finds the numbers of the source that are nearly the given one, which
// claims like to round.
func (p *Passages) about(v float64) []relation {
	var found []relation
	for _, id := range p.amounts {
		other, _ := amount(p.keys[id])
		if other != v && math.Abs(other-v) <= v*roughly {
			found = append(found, relation{p.keys[id], aboutWeight})
		}
	}
	return found
}

// smallNumeral reports whether a term is a number that may be a day or the
// number of a point: such say little.
func smallNumeral(key string) bool {
	v, err := strconv.Atoi(strings.TrimPrefix(key, "#"))
	return err == nil && v >= 0 && v <= 31
}

// scale is the least number word that multiplies what stands before it.
const scale = 100

// reading sums up number words and figures that stand in a row, as in "two
// hundred thousand" or "2.5 million".
type reading struct {
	total, group float64
	words        int // how many tokens were read
	bare         bool
}

// take reads one more number, or says that it does not belong to the row.
func (r *reading) take(v float64, spelt bool) bool {
	switch {
	case spelt && v >= 1000 && r.words > 0:
		if r.group == 0 {
			return false
		}
		r.total, r.group = r.total+r.group*v, 0
	case spelt && v == scale && r.group > 0 && r.group < scale:
		r.group *= v
	case r.words == 0:
		r.group, r.bare = v, !spelt
	case !spelt || r.bare || v >= r.room():
		return false
	default:
		r.group += v
	}
	r.words++
	return true
}

// room is the number that what is added must stay under: after sixty less than
// ten, after two hundred less than a hundred.
func (r *reading) room() float64 {
	if r.group == 0 {
		return 1000
	}
	room := 1.0
	for int64(r.group)%int64(room*10) == 0 && room < 1000 {
		room *= 10
	}
	if r.group >= 10 && r.group < 20 {
		return 1
	}
	return room
}

// value is the number that was read.
func (r *reading) value() float64 { return r.total + r.group }
