package quote

import (
	"testing"
	"unicode/utf8"
)

func TestAroundKeepsToThePassageAndCutsBetweenWords(t *testing.T) {
	tests := []struct {
		name, typed   string
		max           int
		before, after string
	}{
		{"all of it", "said the minister", 100, "Armenia is not leaving, ", ", but it is freezing its part."},
		{"cut on both sides", "said the minister", 16, "…not leaving, ", ", but it is…"},
		{"nothing asked for", "said the minister", 0, "", ""},
		{"no room for a word", "said the minister", 1, "…", "…"},
		{"at the start", "Armenia is", 10, "", " not…"},
		{"a whole passage", "Nothing is decided, he added.", 50, "", ""},
		{"from one passage into the next", "its part. Nothing", 12, "…freezing ", " is decided…"},
		{"with words left out", "not leaving […] Nothing", 40, "Armenia is ", " is decided, he added."},
	}
	d := NewDocument(story)
	for _, tt := range tests {
		a, err := d.Find(Selector{Exact: tt.typed})
		if err != nil {
			t.Fatal(err)
		}
		before, after := d.Around(a, tt.max)
		if before != tt.before || after != tt.after {
			t.Errorf("%s: %q and %q; want %q and %q", tt.name, before, after, tt.before, tt.after)
		}
		if utf8.RuneCountInString(before) > tt.max || utf8.RuneCountInString(after) > tt.max {
			t.Errorf("%s: longer than %d", tt.name, tt.max)
		}
	}
}

func TestAroundOfAnAnchorFromElsewhereIsNothing(t *testing.T) {
	if before, after := NewDocument("Short.").Around(Anchor{Start: 5, End: 90}, 10); before+after != "" {
		t.Errorf("%q, %q", before, after)
	}
}
