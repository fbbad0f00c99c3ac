package quote

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

// prose is a text of about n words in passages.
func prose(n int) string {
	var out strings.Builder
	for i := range n / 12 {
		fmt.Fprintf(&out, "In session %d the council of the alliance heard what delegate %d had to say.", i, i*31%977)
		if i%6 == 5 {
			out.WriteString("\n\n")
		} else {
			out.WriteByte(' ')
		}
	}
	return strings.TrimSpace(out.String())
}

// large is a text of about size bytes.
func large(size int) string {
	return prose(size / 6)[:size]
}

func BenchmarkFind(b *testing.B) {
	for _, bench := range []struct{ name, text string }{
		{"10000words", prose(10_000)}, {"5MB", large(5 << 20)},
	} {
		d := NewDocument(bench.text)
		quotes := map[string]string{
			"hit":   "In session 700 the council of the alliance heard",
			"miss":  "In session 700 the councils of an alliance heard nothing",
			"spans": "In session 700 […] heard […] In session 701",
		}
		for kind, exact := range quotes {
			_, _ = d.Find(Selector{Exact: exact})
			b.Run(bench.name+"/"+kind, func(b *testing.B) {
				for b.Loop() {
					_, _ = d.Find(Selector{Exact: exact})
				}
			})
		}
	}
}

func BenchmarkPrepare5MB(b *testing.B) {
	raw := []byte(large(5 << 20))
	b.Run("normalise", func(b *testing.B) {
		for b.Loop() {
			_, _ = Normalise(raw)
		}
	})
	text := string(raw)
	b.Run("document", func(b *testing.B) {
		for b.Loop() {
			d := NewDocument(text)
			d.folded()
		}
	})
	b.Run("passages", func(b *testing.B) {
		for b.Loop() {
			Passages(text)
		}
	})
}

// BenchmarkAgain looks for 1,000 quotes in a newer text of 10,000 words, where
// they stand, and where a word of each has changed.
func BenchmarkAgain(b *testing.B) {
	text := prose(10_000)
	old := NewDocument(text)
	var quotes []Anchor
	for i := range 1000 {
		a, err := old.Find(Selector{Exact: fmt.Sprintf("In session %d the council of the alliance heard", i%800)})
		if err != nil {
			b.Fatal(err)
		}
		quotes = append(quotes, a)
	}
	for name, now := range map[string]string{
		"unchanged": text, "moved": "New. " + text, "altered": "New. " + strings.ReplaceAll(text, "the alliance", "their alliance"),
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				d := NewDocument(now)
				for _, a := range quotes {
					if f := d.Again(a); string(f.Kind) != name {
						b.Fatalf("%s: %+v", name, f)
					}
				}
			}
		})
	}
}

func BenchmarkWordDiff200000(b *testing.B) {
	before, after := article(6000, 1), article(6000, 2)
	for b.Loop() {
		WordDiff(before, after)
	}
}

// TestHostileInputStaysBounded takes a fifth of the largest text, and allows
// far more time than is needed, since the race detector and busy machines slow
// everything down.
func TestHostileInputStaysBounded(t *testing.T) {
	const size = 1 << 20
	same := strings.Repeat("a ", size/2)
	tests := []struct {
		name, text string
		sel        Selector
	}{
		{"one letter everywhere", same, Selector{Exact: same[:5000]}},
		{"one letter everywhere, with context", same, Selector{same[:4999], "b " + same[:250], same[1:250] + "b"}},
		{"one letter", strings.Repeat("a", size), Selector{"a", strings.Repeat("a", 200) + "b", ""}},
		{"almost found everywhere", same, Selector{Exact: same[:4000] + "b"}},
		{"parts everywhere", same, Selector{Exact: strings.Repeat("a […] ", MaxSpans-1) + "a"}},
		{"parts in many passages", strings.Repeat("a b\n\n", size/5), Selector{"a […] b […] a […] b", "x", "y"}},
		{"one endless character", "x" + strings.Repeat("\u0302", size/2), Selector{Exact: "\u0302"}},
		{"joiners", strings.Repeat("👩\u200D", size/7), Selector{Exact: "👩"}},
		{"flags", strings.Repeat("🇦", size/4), Selector{Exact: "🇦"}},
		{"a passage for each letter", strings.Repeat("a\n\n", size/3), Selector{Exact: "a […] b"}},
		{"other quote marks everywhere", strings.Repeat("“a” ", size/8), Selector{Exact: strings.Repeat(`"a" `, 1000)}},
		{"parts with other quote marks", strings.Repeat("“a” ", size/8), Selector{Exact: strings.Repeat(`"a" […] `, MaxSpans-1) + `"a"`}},
		{"capitals everywhere", strings.Repeat("A", size), Selector{Exact: strings.Repeat("a", 5000)}},
		{"invisible signs everywhere", strings.Repeat("a\u200B", size/4), Selector{Exact: strings.Repeat("a", 5000)}},
		{"joiners everywhere", strings.Repeat("a\u200D", size/4), Selector{Exact: strings.Repeat("a ", 2000)}},
		{"white space only between", strings.Repeat("a\u00A0", size/3), Selector{Exact: strings.Repeat("a ", 2000) + "c"}},
	}
	for _, tt := range tests {
		d := NewDocument(tt.text)
		began := time.Now()
		_, err := d.Find(tt.sel)
		d.Again(Anchor{Exact: tt.sel.Exact, Prefix: "b", Suffix: "b"})
		d.Again(Anchor{Exact: tt.sel.Exact, Spans: []Span{{Exact: "a"}, {Exact: tt.sel.Exact}, {Exact: "a"}}})
		took := time.Since(began)
		t.Logf("%-40s %8v %T", tt.name, took.Round(time.Millisecond), err)
		if took > 20*time.Second {
			t.Errorf("%s took %v", tt.name, took)
		}
		var missing *NotFound
		if errors.As(err, &missing) && missing.Nearest != nil && missing.Nearest.Start >= missing.Nearest.End {
			t.Errorf("%s: nearest is empty", tt.name)
		}
	}
}
