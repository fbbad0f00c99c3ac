package quote

import (
	"errors"
	"testing"
)

const story = "Armenia is not leaving, said the minister, but it is freezing its part.\n\n" +
	"Nothing is decided, he added.\n\nThe session closed. Nobody was freezing."

func TestFindPlacesThePartsOfAQuote(t *testing.T) {
	tests := []struct {
		name, typed, want string
		spans             int
	}{
		{"one passage", "Armenia is not leaving […] it is freezing its part", "Armenia is not leaving […] it is freezing its part", 2},
		{"full stops for the sign", "Armenia [...] its part", "Armenia […] its part", 2},
		{"without spaces around", "Armenia[…]its part", "Armenia […] its part", 2},
		{"the next passage", "not leaving […] Nothing is decided", "not leaving […] Nothing is decided", 2},
		{"three parts from one passage to the next but one", "not leaving […] decided […] closed", "not leaving […] decided […] closed", 3},
		{"white space as ever", "Armenia\nis […]  its  part", "Armenia is […] its part", 2},
		{"a part that crosses passages", "Armenia […] added. The session", "Armenia […] added.\n\nThe session", 2},
		{"only one way leads on", "is […] freezing its part. Nothing […] decided, he", "", 0},
	}
	for _, tt := range tests {
		d := NewDocument(story)
		a, err := d.Find(Selector{Exact: tt.typed})
		if tt.spans == 0 {
			var several *Ambiguous
			if !errors.As(err, &several) {
				t.Errorf("%s: %+v, %v; want Ambiguous", tt.name, a, err)
			}
			continue
		}
		if err != nil || a.Exact != tt.want || len(a.Spans) != tt.spans || d.Verify(a) != nil {
			t.Errorf("%s: %+v, %v; want %q in %d spans", tt.name, a, err, tt.want, tt.spans)
		}
	}
}

func TestFindRefusesPartsThatDoNotBelongTogether(t *testing.T) {
	for name, typed := range map[string]string{
		"out of order":       "its part […] Armenia",
		"too far apart":      "Armenia […] The session closed",
		"a part is missing":  "Armenia […] is leaving for good",
		"overlapping":        "not leaving, said […] said the minister",
		"the same one twice": "Armenia […] Armenia",
	} {
		_, err := NewDocument(story).Find(Selector{Exact: typed})
		var missing *NotFound
		if !errors.As(err, &missing) || missing.Nearest == nil {
			t.Errorf("%s: %v; want NotFound with the nearest passage", name, err)
		}
	}
}

func TestContextTellsSeveralWaysApart(t *testing.T) {
	d := NewDocument("He may go, or he may stay, or he may not.")
	tests := []struct {
		prefix, suffix string
		want           int
	}{{"", "", -1}, {"go, or ", "", -1}, {"stay, or ", "", 30}, {"", " not", -1}, {"He may go, or ", " not", 14}}
	for _, tt := range tests {
		a, err := d.Find(Selector{"he […] may", tt.prefix, tt.suffix})
		if (tt.want < 0) != (err != nil) || err == nil && a.Start != tt.want {
			t.Errorf("prefix %q, suffix %q: %+v, %v", tt.prefix, tt.suffix, a, err)
		}
	}
}

func TestMissingPartIsTheOneThatTheNearestPassageAnswers(t *testing.T) {
	_, err := NewDocument(story).Find(Selector{Exact: "Armenia is not leaving […] Nothing has been decided"})
	var missing *NotFound
	if !errors.As(err, &missing) || missing.Nearest == nil || missing.Nearest.Passage.Number != 2 {
		t.Errorf("%v", err)
	}
}
