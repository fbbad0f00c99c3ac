package quote

import (
	"errors"
	"testing"
)

func TestFindAtTakesTheWordsOnlyWhereTheyStand(t *testing.T) {
	tests := []struct {
		name, exact string
		start, end  int
		want        int // the anchor's start, or -1 for a refusal
	}{
		{"first place", "said no", 9, 16, 9},
		{"second place", "said no", 33, 40, 33},
		{"across a line end", "he said no", 58, 68, 58},
		{"white space in the range", "said no", 8, 17, 9},
		{"white space in the quote", " said  no\n", 9, 16, 9},
		{"one off", "said no", 10, 17, -1},
		{"other words there", "said yes", 9, 16, -1},
		{"parts that begin and end there", "First […] them", 0, 48, 0},
		{"parts that stand elsewhere", "First […] them", 0, 47, -1},
		{"before the text", "said no", -1, 16, -1},
		{"beyond the text", "us all.", 75, 90, -1},
		{"nothing", "said no", 9, 9, -1},
		{"backwards", "said no", 16, 9, -1},
	}
	d := NewDocument(thrice)
	for _, tt := range tests {
		a, err := d.FindAt(tt.exact, tt.start, tt.end)
		switch {
		case tt.want < 0 && err == nil:
			t.Errorf("%s: found %+v", tt.name, a)
		case tt.want >= 0 && (err != nil || a.Start != tt.want || d.Verify(a) != nil):
			t.Errorf("%s: %+v, %v; want %d", tt.name, a, err, tt.want)
		}
	}
}

func TestFindAtNeverCutsACharacter(t *testing.T) {
	d := NewDocument("x\u0302 end")
	for _, tt := range []struct {
		exact      string
		start, end int
		field      string
	}{{"x", 0, 1, "end"}, {"\u0302 end", 1, 6, "start"}} {
		_, err := d.FindAt(tt.exact, tt.start, tt.end)
		var bad *Malformed
		if !errors.As(err, &bad) || bad.Field != tt.field {
			t.Errorf("FindAt(%q): %v; want a fault in %s", tt.exact, err, tt.field)
		}
	}
}

func TestFindAtInAnEmptyTextRefuses(t *testing.T) {
	if _, err := NewDocument("").FindAt("a", 0, 1); err == nil {
		t.Error("found words in an empty text")
	}
}
