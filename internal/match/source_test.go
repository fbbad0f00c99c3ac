package match

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"claimdesk/internal/quote"
)

// TestPassagesOfOurOwnSourcesComeFirst goes through small sources in several
// languages, written for it, and claims about them.
func TestPassagesOfOurOwnSourcesComeFirst(t *testing.T) {
	for _, language := range []string{"en", "ru", "hy", "fr", "de", "es", "uk"} {
		t.Run(language, func(t *testing.T) {
			passages := textsOf(quote.Passages(read(t, language+".txt")))
			measure(t, NewPassages(language, passages), claimsOf(t, language))
			measure(t, NewPassages("", passages), claimsOf(t, language))
		})
	}
}

func read(t testing.TB, name string) string {
	t.Helper()
	raw, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// claimsOf reads lines of a kind, a passage and a claim, with tabs between.
func claimsOf(t *testing.T, language string) []paraphrase {
	t.Helper()
	var table []paraphrase
	for line := range strings.Lines(read(t, language+".tsv")) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		pick, err := strconv.Atoi(fields[1])
		if len(fields) != 3 || err != nil {
			t.Fatalf("cannot read %q: %v", line, err)
		}
		table = append(table, paraphrase{fields[0], fields[2], []int{pick}})
	}
	return table
}

// example are claims about the brief of the demonstration newsroom. They were
// written last and were not tuned for.
var example = []paraphrase{
	{"easy", "Russia summoned the Armenian ambassador over unfriendly steps", []int{6}},
	{"plain", "Moscow called in Armenia's envoy to complain", []int{6}},
	{"plain", "In May Pashinyan did not exclude freezing Armenia's CSTO membership", []int{8}},
	{"plain", "Armenia refused to host CSTO drills in 2023", []int{8, 11}},
	{"plain", "Armenia recalled its CSTO envoy in protest", []int{10}},
	{"plain", "Biyagov was appointed to The Hague", []int{10}},
	{"plain", "Hundreds of American troops with heavy arms landed in Armenia", []int{11}},
	{"plain", "The manoeuvres with the US are to last until 20 September", []int{11}},
	{"plain", "Armenia signed the Rome Statute only because of the warrant against Putin", []int{12}},
	{"plain", "The judges in Yerevan declared the Rome Statute unconstitutional", []int{12}},
	{"plain", "Armenian lawmakers have ratified the treaty", []int{12}},
	{"plain", "Pashinyan called relying on Russia alone a strategic error", []int{13}},
	{"plain", "Armenia sent arms to Kyiv with the premier's spouse", []int{14}},
	{"plain", "Armenia's nuclear plant depends on fuel from Russia", []int{15}},
	{"plain", "Armenia has no alternative to Russian gas", []int{15, 23}},
	{"plain", "Armenia announced its exit from the Collective Security Treaty Organisation", []int{17}},
	{"plain", "The United States and Armenia are now military allies", []int{18}},
	{"plain", "Russia has closed its military base in Gyumri", []int{18}},
	{"plain", "Breaking with Moscow would cost Armenia dear", []int{23}},
	{"hard", "A secret decision to pull out has long been made", []int{22}},
}

func TestPassagesOfTheExampleComeFirst(t *testing.T) {
	raw, err := os.ReadFile("../demo/text/brief.md")
	if err != nil {
		t.Fatal(err)
	}
	measure(t, NewPassages("en", textsOf(quote.Passages(string(raw)))), example)
}
