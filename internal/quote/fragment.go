package quote

import (
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
// its fragment too; an older text directive gives way. A quote that is short,
// or begins or ends inside a word, is sent with its neighbours. A URL that is
// not http or https comes back as it is.
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

// directives is a text directive for each span.
func (a Anchor) directives() []string {
	spans := a.Spans
	if len(spans) == 0 {
		spans = []Span{{Exact: a.Exact}}
	}
	var all []string
	for i, s := range spans {
		prefix, suffix := "", ""
		if i == 0 {
			prefix = a.Prefix
		}
		if i == len(spans)-1 {
			suffix = a.Suffix
		}
		if strings.TrimSpace(s.Exact) != "" {
			all = append(all, directive(s.Exact, prefix, suffix))
		}
	}
	return all
}

// directive is text=[prefix-,]start[,end][,-suffix].
func directive(exact, prefix, suffix string) string {
	exact = strings.TrimSpace(exact)
	short := Words(exact) < surelyUnique
	var out strings.Builder
	out.WriteString("text=")
	if short || cutsWord(prefix, exact) {
		if p := nearPrefix(prefix); p != "" {
			out.WriteString(percent(p) + "-,")
		}
	}
	if start, end, ok := edges(exact); ok {
		out.WriteString(percent(start) + "," + percent(end))
	} else {
		out.WriteString(percent(foldSpace(exact)))
	}
	if short || cutsWord(exact, suffix) {
		if s := nearSuffix(suffix); s != "" {
			out.WriteString(",-" + percent(s))
		}
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
