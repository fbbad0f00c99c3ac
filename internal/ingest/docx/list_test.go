package docx

import "testing"

func TestFiguresAreWrittenAsWordDoes(t *testing.T) {
	for _, c := range []struct {
		n      int
		format string
		want   string
	}{
		{1, "decimal", "1"}, {7, "decimalZero", "07"}, {12, "decimalZero", "12"}, {3, "lowerLetter", "c"}, {28, "upperLetter", "BB"},
		{0, "lowerLetter", "0"}, {4, "lowerRoman", "iv"}, {1999, "upperRoman", "MCMXCIX"}, {4000, "lowerRoman", "4000"}, {-1, "lowerRoman", "-1"},
		{2, "none", ""}, {2, "chicago", "2"},
	} {
		if got := figure(c.n, c.format); got != c.want {
			t.Errorf("%d as %s: got %q, want %q", c.n, c.format, got, c.want)
		}
	}
}

func TestNamesAreTakenAsTheyLieInTheArchive(t *testing.T) {
	if Names([]byte("PK\x03\x04 and nothing more")) != nil {
		t.Error("names in what is no zip")
	}
	if !Is([]byte("PK\x03\x04 word/document.xml, cut off")) || Is([]byte("PK\x03\x04 a.txt, cut off")) {
		t.Error("a document that was cut off is not told from another zip")
	}
}
