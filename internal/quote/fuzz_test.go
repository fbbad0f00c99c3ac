package quote

import (
	"errors"
	"net/url"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// seeds are texts with what makes texts hard.
var seeds = []string{
	"", "One.\n\nTwo […] words.\n\n- a\n- b", thrice, story, report, longA + "\n" + longB,
	"\uFEFFx\u0302 e\u0301\r\n👩\u200D👧 🇦🇲🇫🇷\x00\u0085\u2028 end\u00A0",
	"Հայաստանը սառեցնում է։\n\nАрмения.\n\nقالَ الوزيرُ نعم؟", "a a a a a a a a", "\u0301\u0301\n\u0301",
}

func FuzzNormalise(f *testing.F) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Add([]byte("bad \xff"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		text, err := Normalise(raw)
		var bad *InvalidUTF8
		if errors.As(err, &bad) {
			if utf8.Valid(raw) || !utf8.Valid(raw[:bad.Offset]) {
				t.Errorf("%q refused at byte %d", raw, bad.Offset)
			}
			return
		}
		if again, err := Normalise([]byte(text)); err != nil || again != text {
			t.Errorf("%q becomes %q, then %q", raw, text, again)
		}
		if !utf8.ValidString(text) || !norm.NFC.IsNormalString(text) || strings.Contains(text, "\n\n\n") ||
			strings.HasPrefix(text, "\uFEFF") || strings.Trim(text, "\n") != text {
			t.Errorf("%q is not normal", text)
		}
		for line := range strings.SplitSeq(text, "\n") {
			if strings.TrimRightFunc(line, unicode.IsSpace) != line || strings.ContainsFunc(line, func(r rune) bool {
				return r != '\t' && unicode.IsControl(r)
			}) {
				t.Errorf("line %q of %q is not tidy", line, raw)
			}
		}
	})
}

func FuzzPassages(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		text, err := Normalise([]byte(raw))
		if err != nil {
			return
		}
		points, at := []rune(text), 0
		for i, p := range Passages(text) {
			if p.Number != i+1 || p.Start < at || p.End <= p.Start || p.End > len(points) {
				t.Fatalf("passage %+v after character %d of %q", p, at, text)
			}
			if strings.TrimSpace(string(points[at:p.Start])) != "" {
				t.Errorf("left out %q of %q", string(points[at:p.Start]), text)
			}
			if string(points[p.Start:p.End]) != p.Text || strings.TrimSpace(p.Text) != p.Text || strings.Contains(p.Text, "\n\n") {
				t.Errorf("passage %+v of %q", p, text)
			}
			at = p.End
		}
		if strings.TrimSpace(string(points[at:])) != "" {
			t.Errorf("left out %q at the end", string(points[at:]))
		}
	})
}

func FuzzWordDiff(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, seeds[len(seeds)-1-i])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		diff := WordDiff(a, b)
		if gotA, gotB := sides(diff); gotA != a || gotB != b {
			t.Errorf("%q to %q gives %+v", a, b, diff)
		}
		for i, d := range diff {
			if d.Text == "" || i > 0 && diff[i-1].Op == d.Op {
				t.Errorf("%q to %q: crumbs in %+v", a, b, diff)
			}
		}
	})
}

func FuzzTextFragment(f *testing.F) {
	for _, s := range seeds {
		f.Add("https://example.org/a?b=c#d", s, s, s)
	}
	f.Add("HTTP://:~:", "a", "b", "c")
	f.Add("\x80\x80\x80\x80\x80\x80\x80\x80\x80", "a", "b", "c")
	f.Add("http://a", "\n\n0", "0", "0")
	f.Fuzz(func(t *testing.T, page, exact, prefix, suffix string) {
		got := TextFragment(page, Anchor{Exact: exact, Prefix: prefix, Suffix: suffix, Spans: []Span{{Exact: exact}}})
		if got == page {
			return
		}
		base, fragment, _ := strings.Cut(got, ":~:")
		if old, _, _ := strings.Cut(page, ":~:"); base != old && base != old+"#" {
			t.Errorf("%q becomes %q", page, got)
		}
		for directive := range strings.SplitSeq(fragment, "&") {
			checkDirective(t, directive, foldSpace(prefix)+"\x00"+foldSpace(exact)+"\x00"+foldSpace(suffix))
		}
	})
}

// checkDirective makes sure that a text directive holds words of the text.
func checkDirective(t *testing.T, directive, text string) {
	t.Helper()
	pieces, ok := strings.CutPrefix(directive, "text=")
	if !ok || strings.Trim(pieces, unreserved+"%-,") != "" || strings.Count(pieces, ",") > 3 {
		t.Errorf("directive %q", directive)
	}
	for piece := range strings.SplitSeq(pieces, ",") {
		piece = strings.TrimPrefix(strings.TrimSuffix(piece, "-"), "-")
		words, err := url.PathUnescape(piece)
		if err != nil || words == "" || !strings.Contains(text, words) {
			t.Errorf("piece %q of %q is not in the text", piece, directive)
		}
	}
}
