package desk

import (
	"testing"
)

func TestWordsAreFoundHoweverTheyAreSet(t *testing.T) {
	for _, c := range []struct{ name, text, words, found string }{
		{"Latin capitals", "It is NOT leaving", "not Leaving", "NOT leaving"},
		{"Cyrillic capitals", "Армения не ВЫХОДИТ из ОДКБ", "не выходит из одкб", "не ВЫХОДИТ из ОДКБ"},
		{"ё and е", "Всё ещё членом", "все еще", "Всё ещё"},
		{"Armenian capitals", "ՀԱՅԱՍՏԱՆԸ դուրս չի գալիս", "հայաստանը", "ՀԱՅԱՍՏԱՆԸ"},
		{"the Armenian ligature", "Հայաստան և Ռուսաստան", "եւ ռուսաստան", "և Ռուսաստան"},
		{"the ligature typed, two letters found", "Հայաստան եւ Ռուսաստան", "հայաստան և", "Հայաստան եւ"},
		{"quotation marks", "He said “we’re not leaving”.", `"we're not`, "“we’re not"},
		{"dashes", "in 2023—the year – of", "2023-the year - of", "2023—the year – of"},
		{"a soft hyphen", "with\u00adout a word", "without", "with\u00adout"},
		{"a no-break space", "5\u00a0September  2023", "5 september 2023", "5\u00a0September  2023"},
		{"nothing but blanks", "a b", "  ", ""},
		{"nothing but what is not seen", "a b", "\u200b", ""},
	} {
		text := []rune(c.text)
		got := ""
		for _, place := range findIn(text, c.words) {
			got += string(text[place[0]:place[1]])
		}
		if got != c.found {
			t.Errorf("%s: found %q, want %q", c.name, got, c.found)
		}
	}
}

func TestPlacesDoNotOverlap(t *testing.T) {
	if got := findIn([]rune("aaaa a"), "aa"); len(got) != 2 || got[1] != [2]int{2, 4} {
		t.Errorf("found at %v", got)
	}
}
