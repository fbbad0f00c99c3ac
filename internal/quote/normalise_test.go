package quote

import (
	"errors"
	"strings"
	"testing"
)

func TestNormaliseKeepsWordsAndTidiesTheRest(t *testing.T) {
	tests := []struct{ name, raw, want string }{
		{"nothing", "", ""},
		{"only white space", " \n\t\n\u00A0\r\n", ""},
		{"byte order mark", "\uFEFFWords", "Words"},
		{"byte order mark before blank lines", "\uFEFF\n\n\uFEFF\nWords", "Words"},
		{"byte order mark inside stays", "Wo\uFEFFrds", "Wo\uFEFFrds"},
		{"CRLF", "one\r\ntwo\r\n\r\nthree\r\n", "one\ntwo\n\nthree"},
		{"CR", "one\rtwo\r\rthree", "one\ntwo\n\nthree"},
		{"CR before CRLF is a blank line", "one\r\r\ntwo", "one\n\ntwo"},
		{"controls go, tab stays", "a\x00b\tc\x1bd\x7fe\u0085f\u009Fg\vh\fi", "ab\tcdefghi"},
		{"decomposed accents are composed", "cafe\u0301", "café"},
		{"a control does not keep an accent apart", "cafe\x00\u0301", "café"},
		{"singletons", "\u212B \u2126", "Å Ω"},
		{"compatibility forms stay", "ﬁ ① ½", "ﬁ ① ½"},
		{"quotes, dashes and case stay", "“A”—‘b’–«C»", "“A”—‘b’–«C»"},
		{"white space at line ends", "one \t\ntwo\u00A0\nthree\u2003\u2028\nfour", "one\ntwo\nthree\nfour"},
		{"white space inside and before stays", "  one\u00A0two  three", "  one\u00A0two  three"},
		{"runs of blank lines", "\n\n\none\n\n \n\u00A0\n\ntwo\nthree\n\n", "one\n\ntwo\nthree"},
		{"a typed U+FFFD is a character", "a\uFFFDb", "a\uFFFDb"},
		{"Armenian", "Հայաստանը դուրս չի գալիս։ \r\n", "Հայաստանը դուրս չի գալիս։"},
		{"Russian with a composed й", "и\u0306", "й"},
		{"Arabic marks in canonical order", "ب\u0651\u064E", "ب\u064E\u0651"},
		{"joined emoji", "👩\u200D👩\u200D👧", "👩\u200D👩\u200D👧"},
	}
	for _, tt := range tests {
		got, err := Normalise([]byte(tt.raw))
		if err != nil || got != tt.want {
			t.Errorf("%s: got %q, %v; want %q", tt.name, got, err, tt.want)
		}
	}
}

func TestNormaliseNamesTheByteThatIsNotUTF8(t *testing.T) {
	tests := []struct {
		raw  string
		want int
	}{
		{"\xff", 0},
		{"abc\x80", 3},
		{"é\xc3", 2},
		{"\uFEFFab\xed\xa0\x80", 5}, // a surrogate
		{"ok \uFFFD then \xf0\x9f\x98", 12},
	}
	for _, tt := range tests {
		_, err := Normalise([]byte(tt.raw))
		var bad *InvalidUTF8
		if !errors.As(err, &bad) || bad.Offset != tt.want {
			t.Errorf("Normalise(%q): %v; want offset %d", tt.raw, err, tt.want)
		}
	}
}

func TestNormaliseTwiceChangesNothing(t *testing.T) {
	raw := "\x00\uFEFF \n\uFEFF\r\r\na\u0301\x01\u0301 \n\n\n" + strings.Repeat("\u0301", 40)
	once, err := Normalise([]byte(raw))
	if err != nil {
		t.Fatal(err)
	}
	if twice, _ := Normalise([]byte(once)); twice != once {
		t.Errorf("once %q, twice %q", once, twice)
	}
}
