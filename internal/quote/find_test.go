package quote

import (
	"errors"
	"strings"
	"testing"
)

func TestFindTakesWordsThatStandOnce(t *testing.T) {
	tests := []struct {
		name, text, typed, want string
		start                   int
	}{
		{"plain", "He said no. She said yes.", "She said", "She said", 12},
		{"whole text", "All of it.", "All of it.", "All of it.", 0},
		{"line end for a space", "one two\nthree", "two three", "two\nthree", 4},
		{"space for a line end", "one two three", "two\r\n\t three", "two three", 4},
		{"no-break space in the source", "10\u00A0000 men", "10 000 men", "10\u00A0000 men", 0},
		{"no-break space typed", "10 000 men", "10\u00A0000\u2003men", "10 000 men", 0},
		{"white space around is trimmed", "one two three", " \n two\u00A0", "two", 4},
		{"across passages", "The end.\n\nThe start.", "end. The start", "end.\n\nThe start", 4},
		{"after several folds", "a\n\nb\n\nc  d\u00A0e f", "e f", "e f", 11},
		{"composed for decomposed", "un café noir", "cafe\u0301 noir", "café noir", 3},
		{"Armenian", "Հայաստանը սառեցնում է անդամակցությունը։", "սառեցնում է", "սառեցնում է", 10},
		{"Russian", "Армения не выходит из ОДКБ.", "не выходит", "не выходит", 8},
		{"Arabic with marks", "قالَ الوزيرُ نعم", "الوزيرُ", "الوزيرُ", 5},
		{"a joined emoji whole", "ok 👩‍👧 fine", "👩‍👧", "👩‍👧", 3},
		{"behind emoji", "👍🏽👍🏽 yes", "yes", "yes", 5},
		{"part of a word", "freezing its membership", "member", "member", 13},
		{"a literal gap", "He said […] no, and went.", "said […] no", "said […] no", 3},
		{"a literal gap in full stops", "He said [...] no, and went.", "said [...] no", "said [...] no", 3},
	}
	for _, tt := range tests {
		d := NewDocument(tt.text)
		a, err := d.Find(Selector{Exact: tt.typed, Prefix: "does not fit", Suffix: "nor this"})
		if err != nil || a.Exact != tt.want || a.Start != tt.start || len(a.Spans) != 1 {
			t.Errorf("%s: %+v, %v; want %q at %d", tt.name, a, err, tt.want, tt.start)
		} else if err := d.Verify(a); err != nil {
			t.Errorf("%s: does not verify: %v", tt.name, err)
		}
	}
}

func TestFindKeepsTheContextAsTheTextHasIt(t *testing.T) {
	text := strings.Repeat("é", 40) + "\n\nQUOTE" + " " + strings.Repeat("ա", 5)
	a, err := NewDocument(text).Find(Selector{Exact: "QUOTE"})
	if err != nil || a.Prefix != strings.Repeat("é", 30)+"\n\n" || a.Suffix != " "+strings.Repeat("ա", 5) {
		t.Errorf("prefix %q, suffix %q, %v", a.Prefix, a.Suffix, err)
	}
}

func TestFindIsNeverFuzzy(t *testing.T) {
	text := "Armenia’s “turn” – not pursuing formal withdrawal. Naïve re-entry."
	for _, typed := range []string{
		"armenia’s", "Armenia's", `"turn"`, "turn” - not", "turn” — not", "formal  withdrawals", "notpursuing",
		"Naive", "re entry", "re‑entry", "pursuing\u200Bformal", "withdrawal . Naïve", "for mal",
	} {
		a, err := NewDocument(text).Find(Selector{Exact: typed})
		var missing *NotFound
		if !errors.As(err, &missing) {
			t.Errorf("Find(%q) = %+v, %v; want NotFound", typed, a, err)
		}
	}
}

func TestFindRefusesWhatIsNoQuote(t *testing.T) {
	text := "x\u0302 e 👩‍👧 done 🇦🇲🇫🇷 end"
	tests := []struct{ name, field, says, exact, prefix, suffix string }{
		{"empty", "exact", "empty", "", "", ""},
		{"only white space", "exact", "white space", " \u00A0\n\u2003", "", ""},
		{"too long", "exact", "5001", strings.Repeat("é", MaxQuote+1), "", ""},
		{"not UTF-8", "exact", "byte 2", "ab\xff", "", ""},
		{"prefix not UTF-8", "prefix", "byte 0", "done", "\xff", ""},
		{"suffix not UTF-8", "suffix", "byte 1", "done", "", "a\xc3"},
		{"begins with an accent", "exact", "inside a character", "\u0302 e", "", ""},
		{"ends before an accent", "exact", "inside a character", "x", "", ""},
		{"half a family", "exact", "inside a character", "👩", "", ""},
		{"ends in a joiner", "exact", "inside a character", "👩\u200D", "", ""},
		{"half a flag", "exact", "inside a character", "🇲🇫", "", ""},
		{"nothing before a gap", "exact", "between words", "[…] done", "", ""},
		{"nothing between gaps", "exact", "between words", "x [...] […] done", "", ""},
		{"only a gap", "exact", "between words", "[…]", "", ""},
		{"too many parts", "exact", "21 parts", strings.Repeat("a […] ", MaxSpans) + "a", "", ""},
	}
	for _, tt := range tests {
		_, err := NewDocument(text).Find(Selector{tt.exact, tt.prefix, tt.suffix})
		var bad *Malformed
		if !errors.As(err, &bad) || bad.Field != tt.field || !strings.Contains(bad.Message, tt.says) {
			t.Errorf("%s: %v; want a fault in %s that says %q", tt.name, err, tt.field, tt.says)
		}
	}
}

func TestFindTakesALongestQuote(t *testing.T) {
	words := strings.Repeat("é", MaxQuote)
	if _, err := NewDocument("a " + words).Find(Selector{Exact: "\n" + words + " "}); err != nil {
		t.Error(err)
	}
	spread := NewDocument("a" + strings.Repeat(" ", MaxQuote) + "b")
	var bad *Malformed
	if _, err := spread.Find(Selector{Exact: "a b"}); !errors.As(err, &bad) {
		t.Errorf("words spread over too much white space: %v", err)
	}
}

func TestFindPassesOverPlacesInsideACharacter(t *testing.T) {
	a, err := NewDocument("x\u0302 x").Find(Selector{Exact: "x"})
	if err != nil || a.Start != 3 {
		t.Errorf("%+v, %v", a, err)
	}
}

const thrice = "First he said no to it.\n\nThen he said no to them. At last he\nsaid no to us all."

func TestFindTellsSeveralPlacesApartByContext(t *testing.T) {
	tests := []struct {
		name, prefix, suffix string
		want                 int // start, or -1 for Ambiguous
	}{
		{"nothing", "", "", -1},
		{"prefix", "First he ", "", 9},
		{"suffix", "", " to them", 33},
		{"short prefix that fits all", "he ", "", -1},
		{"prefix with other white space", "At last\u00A0\nhe ", "", 61},
		{"prefix trimmed by a form", "Then he", "", 33},
		{"suffix trimmed by a form", "", "to us", 61},
		{"prefix and suffix of different places", "First he ", " to them", -1},
		{"prefix that fits none", "Never he ", "", -1},
		{"longer than the text before", "more before the text. First he ", "", 9},
		{"longer than 32", "First he said no to it.\n\nThen he ", "", 33},
		{"blocks joined without white space", "no to it.Then he ", "", 33},
		{"far longer than is compared", strings.Repeat("ե", 600) + "First he ", strings.Repeat(" to us all.", 90), -1},
		{"longer than the text after", "", " to us all. And more.", 61},
	}
	for _, tt := range tests {
		a, err := NewDocument(thrice).Find(Selector{"said no", tt.prefix, tt.suffix})
		var several *Ambiguous
		switch {
		case tt.want < 0 && !errors.As(err, &several):
			t.Errorf("%s: %+v, %v; want Ambiguous", tt.name, a, err)
		case tt.want < 0 && len(several.Matches) != 3:
			t.Errorf("%s: %d matches, want 3", tt.name, len(several.Matches))
		case tt.want >= 0 && (err != nil || a.Start != tt.want):
			t.Errorf("%s: %+v, %v; want %d", tt.name, a, err, tt.want)
		}
	}
}

func TestFindTakesContextLetterForLetterBeforeItTriesLooser(t *testing.T) {
	d := NewDocument("foobar and foo bar")
	for prefix, want := range map[string]int{"foo": 3, "foo ": 15} {
		if a, err := d.Find(Selector{Exact: "bar", Prefix: prefix}); err != nil || a.Start != want {
			t.Errorf("prefix %q: %+v, %v; want %d", prefix, a, err, want)
		}
	}
}

func TestAmbiguousListsThePlacesWithTheirContext(t *testing.T) {
	_, err := NewDocument(thrice).Find(Selector{Exact: "said no"})
	var several *Ambiguous
	if !errors.As(err, &several) {
		t.Fatal(err)
	}
	if m := several.Matches[0]; m != (Match{9, 16, "First he ", " to it.\n\nThen he said no to them"}) {
		t.Errorf("%+v", m)
	}
	_, err = NewDocument(strings.Repeat("no ", 100)).Find(Selector{Exact: "no"})
	if !errors.As(err, &several) || len(several.Matches) != MaxMatches {
		t.Errorf("%d matches listed, want %d", len(several.Matches), MaxMatches)
	}
}

func TestOverlappingPlacesAreSeveral(t *testing.T) {
	_, err := NewDocument("no no no").Find(Selector{Exact: "no no"})
	var several *Ambiguous
	if !errors.As(err, &several) || len(several.Matches) != 2 {
		t.Errorf("%v", err)
	}
}
