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

func FuzzFind(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, s[:len(s)/2], "", "", i, 5)
		f.Add(s, "he […] may", "he ", " it", 0, i)
	}
	f.Fuzz(func(t *testing.T, raw, typed, prefix, suffix string, start, length int) {
		text, err := Normalise([]byte(raw))
		if err != nil {
			return
		}
		d := NewDocument(text)
		checkBorders(t, text)
		checkFound(t, d, Selector{typed, prefix, suffix})
		start = max(0, start%(d.Len()+1))
		piece := d.Slice(start, start+length)
		checkFound(t, d, Selector{piece, d.Slice(start-9, start), d.Slice(start+length, start+length+9)})
		if a, err := d.FindAt(piece, start, start+length); err == nil {
			checkAnchor(t, d, piece, a)
		} else if strings.TrimSpace(piece) != "" && start+length <= d.Len() && length <= MaxQuote && !inside(d, start, start+length) {
			t.Errorf("%q is not found at its own place %d: %v", piece, start, err)
		}
	})
}

// inside reports whether a range, without white space, cuts a character.
func inside(d *Document, start, end int) bool {
	from, to := d.narrow(start, end)
	ends := clusterEnds(d.text)
	return !ends[from] || !ends[to]
}

// checkFound looks for a quote and checks whatever comes back.
func checkFound(t *testing.T, d *Document, sel Selector) {
	t.Helper()
	a, err := d.Find(sel)
	var missing *NotFound
	var several *Ambiguous
	var bad *Malformed
	switch {
	case err == nil:
		checkAnchor(t, d, sel.Exact, a)
	case errors.As(err, &missing):
		if foldSpace(norm.NFC.String(sel.Exact)) != "" && strings.Contains(d.text, sel.Exact) && len(sel.Exact) < 100 {
			t.Errorf("%q is not found in %q", sel.Exact, d.text)
		}
		if n := missing.Nearest; n != nil {
			checkNearest(t, d, sel.Exact, n)
		}
	case errors.As(err, &several):
		for _, m := range several.Matches {
			if len(several.Matches) < 2 || m.Start >= m.End || m.Prefix != d.Slice(m.Start-ContextLength, m.Start) {
				t.Errorf("match %+v of %q", m, sel.Exact)
			}
		}
	case !errors.As(err, &bad):
		t.Errorf("%T: %v", err, err)
	}
}

// checkAnchor makes sure that an anchor is verbatim.
func checkAnchor(t *testing.T, d *Document, typed string, a Anchor) {
	t.Helper()
	if err := d.Verify(a); err != nil {
		t.Errorf("%+v of %q: %v", a, typed, err)
	}
	ends := clusterEnds(d.text)
	for _, s := range a.Spans {
		if d.Slice(s.Start, s.End) != s.Exact || !ends[d.byteAt(s.Start)] || !ends[d.byteAt(s.End)] {
			t.Errorf("span %+v of %q", s, typed)
		}
	}
	if got, want := foldSpace(a.Exact), foldSpace(norm.NFC.String(typed)); len(a.Spans) == 1 && got != want {
		t.Errorf("typed %q, found %q", want, got)
	}
	before, after := d.Around(a, 20)
	if utf8.RuneCountInString(before) > 20 || utf8.RuneCountInString(after) > 20 {
		t.Errorf("around %q and %q", before, after)
	}
}

// checkNearest makes sure that the nearest passage is what it says.
func checkNearest(t *testing.T, d *Document, typed string, n *Nearest) {
	t.Helper()
	run := d.Slice(n.Start, n.End)
	if n.Text != n.Passage.Text || n.Start < n.Passage.Start || n.End > n.Passage.End || !strings.Contains(n.Text, run) {
		t.Errorf("nearest %+v", n)
	}
	if _, b := sides(n.Diff); b != foldSpace(run) {
		t.Errorf("the diff for %q leads to %q, not to %q", typed, b, run)
	}
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
		directive, ok := strings.CutPrefix(fragment, "text=")
		if !ok || strings.Trim(directive, unreserved+"%-,") != "" || strings.Count(directive, ",") > 3 {
			t.Errorf("fragment %q", fragment)
		}
		for part := range strings.SplitSeq(directive, ",") {
			part = strings.TrimPrefix(strings.TrimSuffix(part, "-"), "-")
			words, err := url.PathUnescape(part)
			whole := foldSpace(prefix) + "\x00" + foldSpace(exact) + "\x00" + foldSpace(suffix)
			if err != nil || words == "" || !strings.Contains(whole, words) {
				t.Errorf("part %q of %q is not in the text", part, fragment)
			}
		}
	})
}
