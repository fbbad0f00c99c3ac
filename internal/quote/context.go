package quote

import "strings"

// fit is how a prefix and suffix are compared with the text around a place.
type fit func(text string, start, end int) bool

// fits are the ways in which q's context may fit, the strictest first: all of it
// letter for letter with runs of white space alike; then what of it does not
// reach beyond the text; then with white space left out of account, for forms
// that trim it and pages that join their blocks.
func (q query) fits() []fit {
	if q.prefix == "" && q.suffix == "" {
		return nil
	}
	return []fit{q.fitsWholly, q.fitsStrictly, q.fitsLoosely}
}

// fitsWholly compares everything.
func (q query) fitsWholly(text string, start, end int) bool {
	return strings.HasSuffix(text[:start], q.prefix) && strings.HasPrefix(text[end:], q.suffix)
}

// fitsStrictly compares what overlaps: at the text's ends a context may reach
// beyond it.
func (q query) fitsStrictly(text string, start, end int) bool {
	before, after := text[:start], text[end:]
	prefix := q.prefix[max(0, len(q.prefix)-len(before)):]
	suffix := q.suffix[:min(len(q.suffix), len(after))]
	return strings.HasSuffix(before, prefix) && strings.HasPrefix(after, suffix)
}

// fitsLoosely compares everything but white space, outwards from the quote.
func (q query) fitsLoosely(text string, start, end int) bool {
	return alikeBefore(text[:start], q.prefix) && alikeAfter(text[end:], q.suffix)
}

// alikeBefore compares two folded strings from their ends, skipping spaces,
// until either is used up.
func alikeBefore(a, b string) bool {
	i, j := len(a)-1, len(b)-1
	for {
		for i >= 0 && a[i] == ' ' {
			i--
		}
		for j >= 0 && b[j] == ' ' {
			j--
		}
		if i < 0 || j < 0 {
			return true
		}
		if a[i] != b[j] {
			return false
		}
		i, j = i-1, j-1
	}
}

// alikeAfter compares two folded strings from their beginnings, skipping
// spaces, until either is used up.
func alikeAfter(a, b string) bool {
	i, j := 0, 0
	for {
		for i < len(a) && a[i] == ' ' {
			i++
		}
		for j < len(b) && b[j] == ' ' {
			j++
		}
		if i == len(a) || j == len(b) {
			return true
		}
		if a[i] != b[j] {
			return false
		}
		i, j = i+1, j+1
	}
}
