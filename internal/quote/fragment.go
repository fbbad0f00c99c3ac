package quote

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// The measures of a text fragment.
const (
	// wholeLimit is the most code points of a quote that are sent whole.
	wholeLimit = 120
	// edgeWords and edgeLength are the least words and code points that stand for
	// the beginning and the end of a longer one.
	edgeWords, edgeLength = 5, 20
	// surelyUnique is how many words need no neighbours to be told apart.
	surelyUnique = 5
)

// TextFragment is a link that makes a browser show the quote in its page
// (https://wicg.github.io/scroll-to-text-fragment/). The URL's text is kept,
// its fragment too; an older text directive gives way. The quote is sent with its
// neighbours, so that a twin of it is not shown in its place, and a quote of some
// length once more without them, for pages that have something in between which
// our copy has not. A URL that is not http or https comes back as it is.
func TextFragment(rawURL string, a Anchor) string {
	lower := strings.ToLower(head(rawURL, len("https://")))
	if !strings.HasPrefix(lower, "http://") && lower != "https://" {
		return rawURL
	}
	directives := a.directives()
	if len(directives) == 0 {
		return rawURL
	}
	rawURL, _, _ = strings.Cut(rawURL, ":~:")
	if !strings.Contains(rawURL, "#") {
		rawURL += "#"
	}
	return rawURL + ":~:" + strings.Join(directives, "&")
}

// directives is a text directive for each span, first the one that the page is
// to scroll to. A few words between others are left out: they could be any.
func (a Anchor) directives() []string {
	spans := a.Spans
	if len(spans) == 0 {
		spans = []Span{{Exact: a.Exact}}
	}
	var all []string
	for i, s := range spans {
		p := passageLink{exact: strings.TrimSpace(s.Exact)}
		first, last := i == 0, i == len(spans)-1
		if first {
			p.prefix = a.Prefix
		}
		if last {
			p.suffix = a.Suffix
		}
		if p.exact == "" || !first && !last && p.short() {
			continue
		}
		all = append(all, p.directive(true))
		if first && last && p.standsAlone() {
			all = append(all, p.directive(false))
		}
	}
	return slices.Compact(all)
}

// passageLink is a piece of the text that a link leads to, and what stands next
// to it.
type passageLink struct{ exact, prefix, suffix string }

// short reports whether the words are too few to be told apart by themselves.
func (p passageLink) short() bool { return Words(p.exact) < surelyUnique }

// standsAlone reports whether the words make sense to a browser without their
// neighbours: they are whole, and not few in the middle of a line.
func (p passageLink) standsAlone() bool {
	if cutsWord(p.prefix, p.exact) || cutsWord(p.exact, p.suffix) {
		return false
	}
	return !p.short() || foldSpace(lastLine(p.prefix)) == "" && foldSpace(firstLine(p.suffix)) == ""
}

// directive is text=[prefix-,]start[,end][,-suffix].
func (p passageLink) directive(neighbours bool) string {
	var out strings.Builder
	out.WriteString("text=")
	if before := nearPrefix(p.prefix); neighbours && before != "" {
		out.WriteString(percent(before) + "-,")
	}
	if start, end, ok := edges(p.exact); ok {
		out.WriteString(percent(start) + "," + percent(end))
	} else {
		out.WriteString(percent(foldSpace(p.exact)))
	}
	if after := nearSuffix(p.suffix); neighbours && after != "" {
		out.WriteString(",-" + percent(after))
	}
	return out.String()
}

// cutsWord reports whether a word goes on from a to b.
func cutsWord(a, b string) bool {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	return inWord(last) && inWord(first) && !unspaced(last) && !unspaced(first)
}

// unreserved are the bytes that stand for themselves. The hyphen and the comma
// have a meaning of their own here, so they do not.
const unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~"

// percent encodes a piece of text for a text directive.
func percent(s string) string {
	const digits = "0123456789ABCDEF"
	var out strings.Builder
	for _, c := range []byte(s) {
		if strings.IndexByte(unreserved, c) >= 0 {
			out.WriteByte(c)
			continue
		}
		out.Write([]byte{'%', digits[c>>4], digits[c&15]})
	}
	return out.String()
}
