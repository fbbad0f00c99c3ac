package match

import (
	"math"
	"slices"
	"strings"
	"sync"
	"testing"
)

// filler is passages that have nothing to do with any claim of the tests.
var filler = []string{
	"The weather was mild for the season.", "Gardeners plant their tulips in autumn.", "A choir sang until late.",
	"Bread rises best in a warm kitchen.", "The clock in the hall has stopped.",
}

func TestAPassageIsFoundBy(t *testing.T) {
	tests := []struct{ name, language, passage, claim string }{
		{"another form of the word", "en", "The minister resigned.", "resigning ministers"},
		{"a possessive", "en", "Armenia’s budget grew.", "Armenia"},
		{"a word without its accents", "fr", "L’élection fut annulée.", "election annulee"},
		{"capitals", "de", "Die Straße ist gesperrt.", "STRASSE"},
		{"a number with a comma", "en", "Some 2,000 people came.", "2000"},
		{"a number with a blank", "fr", "Il y avait 2 000 personnes.", "2000"},
		{"a number in words", "en", "Two thousand people came.", "2,000"},
		{"a number with its scale", "en", "It cost 2.5 million.", "2,500,000"},
		{"a long number in words", "en", "two hundred and fifty were hurt", "two hundred"},
		{"figures for words", "en", "There were twenty-one of them.", "21"},
		{"a number that is nearly the same", "en", "It counted 12,450 votes.", "12,000"},
		{"figures of another script", "ar", "حضر ٢٠٠٠ شخص", "2000"},
		{"a percent sign", "en", "It grew by five percent.", "5%"},
		{"an acronym that the source explains", "en", "The Northern Fish Board (NFB) met. Later the Northern Fish Board voted.", "NFB"},
		{"the name that an acronym stands for", "en", "NFB (Northern Fish Board) has said so.", "Northern Fish Board"},
		{"an acronym with stops", "en", "The U.S. delegation left.", "United States"},
		{"an acronym that is a small word", "en", "The US delegation left.", "America"},
		{"an office that the source fills", "en", "Mayor Ada Brook opened it. Brook left.", "the mayor"},
		{"a misspelt name", "en", "Pashinyan spoke.", "Pashinian"},
		{"another word for it", "en", "Its ambassador was called home.", "envoy"},
		{"part of a compound", "de", "Das Kernkraftwerk steht still.", "Kraftwerk"},
		{"a hyphenated word", "en", "Nagorno-Karabakh was blockaded.", "Karabakh"},
		{"a model's number", "en", "An S-400 battery came.", "S400"},
		{"a soft hyphen inside", "en", "The minis\u00ADter resigned.", "minister"},
		{"a letter with and without dots", "ru", "Счётная палата", "счетная"},
		{"a verb of the other aspect", "uk", "Вони зламалися взимку.", "ламаються"},
		{"Armenian endings", "hy", "Հայաստանի կառավարությունը", "Հայաստանից"},
		{"an Armenian mark of tone", "hy", "Ինչո՞ւ լքեց կազմակերպությունը", "կազմակերպությունից"},
		{"the Armenian ligature", "hy", "Երեւանում", "Երևան"},
		{"Georgian endings", "ka", "საქართველოს მთავრობა", "საქართველო"},
		{"an Arabic article", "ar", "وقعت الحكومة الاتفاق", "حكومة"},
		{"characters without blanks", "zh", "政府宣布新的选举法", "选举"},
		{"a Turkish suffix", "tr", "Ermenistan'ın seçimleri ertelendi", "seçim"},
		{"a name in Latin letters", "ru", "Компания Apple ушла.", "Apple"},
		{"nothing but small words", "en", "to be or not to be", "to be or not to be"},
	}
	for _, tt := range tests {
		others := filler
		if !inScript(tt.passage, nil) {
			others = []string{"1", "2"}
		}
		hits := NewPassages(tt.language, slices.Concat(others, []string{tt.passage})).Rank(tt.claim, 0)
		if len(hits) == 0 || hits[0].Number != len(others)+1 {
			t.Errorf("%s: %q for %q gives %v", tt.name, tt.passage, tt.claim, hits)
		}
	}
}

func TestNothingIsFoundWhereNothingBears(t *testing.T) {
	p := NewPassages("en", filler)
	for _, claim := range []string{"", " \n", "…?!", "The alliance was dissolved", "1984"} {
		if hits := p.Rank(claim, 0); len(hits) > 0 {
			t.Errorf("%q gives %v", claim, hits)
		}
	}
	for _, empty := range [][]string{nil, {}, {""}, {"", "…"}} {
		if hits := NewPassages("en", empty).Rank("anything", 0); len(hits) != 0 {
			t.Errorf("an empty source gives %v", hits)
		}
	}
}

func TestAHeadingComesAfterWhatStandsUnderIt(t *testing.T) {
	p := NewPassages("en", slices.Concat(filler, []string{"The ferry", "In winter the ferry stays in the harbour.", "Nobody misses it."}, filler))
	if hits := p.Rank("the ferry stays away", 0); len(hits) < 2 || hits[0].Number != 7 || hits[1].Number != 6 {
		t.Errorf("got %v", hits)
	}
}

func TestWhatStandsAroundDecidesBetweenEquals(t *testing.T) {
	const same = "Nobody was named to follow him, and the post is empty."
	tests := map[string][]string{
		"a heading":          {"The harbour", same, filler[0], "The embassy", same, filler[1]},
		"the passage before": {"The harbour master left.", same, filler[0], filler[1], "The embassy sent its man home.", same, filler[2]},
	}
	for name, passages := range tests {
		hits := NewPassages("en", passages).Rank("Nobody was named for the embassy's post", 0)
		if len(hits) == 0 || passages[hits[0].Number-1] != same || hits[0].Number < 4 {
			t.Errorf("%s: got %v", name, hits)
		}
	}
}

func TestTheLimitIsKept(t *testing.T) {
	p := NewPassages("en", []string{"A ferry sank.", "The ferry was old.", "No ferry came."})
	for limit, want := range map[int]int{0: 3, -1: 3, 1: 1, 2: 2, 9: 3} {
		if got := len(p.Rank("ferry", limit)); got != want {
			t.Errorf("limit %d gives %d, want %d", limit, got, want)
		}
	}
}

func TestWordsAreMarkedInCodePoints(t *testing.T) {
	tests := []struct {
		language, passage, claim string
		want                     []string
	}{
		{"en", "“Naïve” envoys — 2,000 of them — left the European Union.", "the EU's 2000 ambassadors", []string{"envoys", "2,000", "European Union"}},
		{"hy", "Եվ Հայաստանը լքեց ՀԱՊԿ-ը։", "Հայաստանի ՀԱՊԿ", []string{"Հայաստանը", "ՀԱՊԿ"}},
	}
	for _, tt := range tests {
		hits := NewPassages(tt.language, slices.Concat([]string{tt.passage}, filler)).Rank(tt.claim, 1)
		if len(hits) != 1 {
			t.Fatalf("%q gives %v", tt.claim, hits)
		}
		var got []string
		for _, w := range hits[0].Words {
			got = append(got, string([]rune(tt.passage)[w.Start:w.End]))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q marks %q, want %q", tt.claim, got, tt.want)
		}
	}
}

func TestTheLanguageIsGuessedByTheText(t *testing.T) {
	for _, tag := range []string{"en", "ru", "hy", "fr", "de", "es", "uk"} {
		text := read(t, tag+".txt")
		for _, name := range []string{"", tag, tag + "-XX", "und", "no such tag"} {
			if got := speechOf(name, text).tag; got != tag {
				t.Errorf("%q for a text in %s is taken for %q", name, tag, got)
			}
		}
	}
	if got := speechOf("en", read(t, "ru.txt")).tag; got != "ru" {
		t.Errorf("a Russian text that is said to be English is taken for %q", got)
	}
}

func TestAnIndexMayBeUsedBySeveralAtOnce(t *testing.T) {
	p := NewPassages("en", long(t, 2_000))
	want := p.Rank("the mayor refused the petition", 5)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			got := p.Rank("the mayor refused the petition", 5)
			if !slices.EqualFunc(got, want, func(a, b Hit) bool { return a.Number == b.Number && a.Score == b.Score }) {
				t.Errorf("got %v, want %v", got, want)
			}
		})
	}
	all.Wait()
}

// TestHostileSourcesStayBounded ends in seconds, or not at all where a rule
// takes time that grows with the square of the text.
func TestHostileSourcesStayBounded(t *testing.T) {
	const n = 100_000
	for name, text := range map[string]string{
		"letters with stops": strings.Repeat("a.", n) + "bc", "groups of digits": strings.Repeat("1.111", n),
		"numbers": strings.Repeat("million two ", n), "acronyms": strings.Repeat("Ab Cd (AC) ", n),
		"one long word": strings.Repeat("ab", n), "brackets": strings.Repeat("AB (", n), "marks": "x" + strings.Repeat("\u0301", n),
		"quotes": strings.Repeat(`a"`, n), "phrases": strings.Repeat("European Union ", n),
	} {
		hits := NewPassages("", []string{text, "x", text}).Rank(text[:2000]+" EU AC x", 0)
		if !ordered(hits, 3) {
			t.Errorf("%s: %v", name, hits)
		}
	}
}

// ordered reports whether a ranking keeps its promises for a source of n
// passages.
func ordered(hits []Hit, n int) bool {
	seen := map[int]bool{}
	for i, h := range hits {
		if h.Number < 1 || h.Number > n || seen[h.Number] || !(h.Score > 0) || math.IsInf(h.Score, 0) || i > 0 && h.Score > hits[i-1].Score {
			return false
		}
		seen[h.Number] = true
	}
	return true
}

func FuzzRank(f *testing.F) {
	f.Add("en", "The Collective Board (CB) met.\n\nTwo hundred thousand – 3.5% – left.", "CB: 200,000")
	f.Add("hy", "Ինչո՞ւ և երբ։", "երբ")
	f.Add("xx-Latn", "U.S.A. (a) S-400 ا لل 政府 \xff\xfe (ABC (Ab Bc Cd", "1.111.111,5 \xc3")
	f.Add("de", "05.09.2023 ß ½ ² ٣", "one million million thousand zero")
	f.Fuzz(func(t *testing.T, language, text, claim string) {
		passages := strings.Split(text, "\n\n")
		hits := NewPassages(language, passages).Rank(claim, 0)
		if !ordered(hits, len(passages)) {
			t.Fatalf("out of order: %v", hits)
		}
		for _, h := range hits {
			last, length := 0, len([]rune(passages[h.Number-1]))
			for _, w := range h.Words {
				if w.Start < last || w.End <= w.Start || w.End > length {
					t.Fatalf("words %v of %q", h.Words, passages[h.Number-1])
				}
				last = w.End
			}
		}
	})
}
