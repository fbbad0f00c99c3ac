package quote

import (
	"regexp"
	"testing"

	"github.com/rivo/uniseg"
)

// What stands before and after the place at which two Indic consonants join.
var (
	conjunctEnd = regexp.MustCompile("[\u0915-\u0939\u0995-\u09B9\u0A95-\u0AB9\u0C15-\u0C39\u0D15-\u0D39]" +
		"[\\p{M}\u200D]*[\u094D\u09CD\u0ACD\u0C4D\u0D4D][\\p{M}\u200D]*$")
	conjunctStart = regexp.MustCompile("^[\u0915-\u0939\u0995-\u09B9\u0A95-\u0AB9\u0C15-\u0C39\u0D15-\u0D39]")
)

// clusterEnds is where grapheme clusters end, by the library and two patterns.
func clusterEnds(text string) map[int]bool {
	ends := map[int]bool{0: true}
	state, at := -1, 0
	for rest := text; rest != ""; {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		at += len(cluster)
		ends[at] = !conjunctEnd.MatchString(text[:at]) || !conjunctStart.MatchString(rest)
	}
	return ends
}

func TestBordersAgreeWithTheWholeSegmentation(t *testing.T) {
	for _, text := range []string{
		"", "plain words", "x\u0302y\u0302\u0303 z", "👩\u200D👩\u200D👧👍🏽 ok", "🇦🇲🇫🇷🇩🇪🇷", "각각 각", "\u0600123 \u06DD1",
		"a\n\u0301b\n\n c", "ก็ ำ คำ", "क्षि नमस्ते", "क्\u200Dष क्\u200Cष क्क्क ক্ষ్", "്ക ക്ക", "©\u200D®\u200D👩", "é\u200Cو\u200Dو", "ab\u00ADcd\uFEFFef",
	} {
		checkBorders(t, text)
	}
}

// checkBorders asks for every place, rising and falling.
func checkBorders(t *testing.T, text string) {
	t.Helper()
	ends, rising, falling := clusterEnds(text), borders{text: text}, borders{text: text}
	var places []int
	for at := range text {
		places = append(places, at)
	}
	for i := range places {
		at, back := places[i], places[len(places)-1-i]
		if rising.at(at) != ends[at] || falling.at(back) != ends[back] {
			t.Errorf("%q: at byte %d or %d it does not agree", text, at, back)
		}
	}
}
