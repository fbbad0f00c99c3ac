package quote

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// Texts of the table.
const (
	twins = "He said no. She left.\n\nThen he said no. She stayed, and he said no.\nShe left."
	cafe  = "Un café, deux cafe\u0301s, x\u0302 et x."
	arms  = "Հայաստանը սառեցնում է անդամակցությունը և սպասում է։ Ինչո՞ւ։ Նա դուրս չի գալիս։"
	rus   = "Армения не выходит из ОДКБ. Ещё не решено: «Мы ждём».\n\nАрмения не выходит из ЕАЭС."
	arab  = "قالَ الوزيرُ: «لا» ثم خرج.\n\nقال الوزير نعم؟"
	heb   = "שר \u200Fהביטחון\u200E אמר: \"לא\"."
	geo   = "საქართველო არ ტოვებს საბჭოს. „დიახ“, თქვა მან."
	han   = "他说不。她说是。他又说不。"
	signy = "Armenia’s “turn” – not pursuing formal with\u00ADdrawal… The ﬁnal re‑entry\u00A0cost 10\u202F000\u00A0€."
)

// outcome writes what came of a quote in a few characters: "12-20" where it
// stands, spans joined with "+"; "several 3"; "not found", with the places that
// are offered behind "offer"; or "refused" and the field.
func outcome(a Anchor, err error) string {
	var missing *NotFound
	var several *Ambiguous
	var bad *Malformed
	switch {
	case err == nil:
		return "at " + places(a)
	case errors.As(err, &several):
		return fmt.Sprintf("several %d", len(several.Matches))
	case errors.As(err, &bad):
		return "refused " + bad.Field
	case errors.As(err, &missing) && len(missing.Offers) > 0:
		var all []string
		for _, o := range missing.Offers {
			all = append(all, places(o.Anchor))
		}
		return "offer " + strings.Join(all, " or ")
	case errors.As(err, &missing):
		return "not found"
	}
	return err.Error()
}

func places(a Anchor) string {
	var all []string
	for _, s := range a.Spans {
		all = append(all, fmt.Sprintf("%d-%d", s.Start, s.End))
	}
	return strings.Join(all, "+")
}

func TestAnchoring(t *testing.T) {
	tests := []struct{ name, text, exact, prefix, suffix, want string }{
		// Where the words stand once.
		{"the start of the text", twins, "He said", "", "", "at 0-7"},
		{"the end of the text", rus, "из ЕАЭС.", "", "", "at 74-82"},
		{"the whole text", "All of it.", "All of it.", "", "", "at 0-10"},
		{"the whole text and more", "All of it.", "All of it. More", "", "", "not found"},
		{"once, so the context may be wrong", twins, "She stayed", "Never ", " away", "at 40-50"},
		{"a part of a word", signy, "orma", "", "", "at 33-37"},
		{"an empty text", "", "a", "", "", "not found"},
		// White space.
		{"a space for a line end", twins, "said no. She left.", "", "", "several 2"},
		{"CRLF for a line end", twins, "he said no.\r\nShe left.", "", "", "at 56-77"},
		{"CR alone", twins, "stayed,\rand", "", "", "at 44-55"},
		{"a no-break space in the source", signy, "entry cost 10", "", "", "at 64-77"},
		{"a no-break space typed", twins, "She\u00A0stayed", "", "", "at 40-50"},
		{"a thin space in the source", signy, "10 000 €", "", "", "at 75-83"},
		{"white space around it", twins, " \n She stayed\u2003", "", "", "at 40-50"},
		{"a tab", twins, "She\tstayed", "", "", "at 40-50"},
		{"over a passage border", twins, "left. Then", "", "", "at 16-27"},
		{"up to a passage border", twins, "She left.\n\n", "", "", "several 2"},
		{"from a passage border", rus, "\n\nАрмения не выходит из Е", "", "", "at 55-78"},
		{"only white space", twins, " \n ", "", "", "refused exact"},
		{"nothing", twins, "", "", "", "refused exact"},
		// Several places.
		{"twins without context", twins, "e said no", "", "", "several 3"},
		{"twins by prefix", twins, "he said no", "Then ", "", "at 28-38"},
		{"twins by suffix", twins, "he said no", "", ".\nShe left", "at 56-66"},
		{"a suffix with other white space", twins, "he said no", "", ". She left", "at 56-66"},
		{"prefix ties, suffix decides", "a x b. a x c.", "x", "a ", " c", "at 9-10"},
		{"suffix ties, prefix decides", "a x b. c x b.", "x", "c ", " b", "at 9-10"},
		{"both tie", "a x b. a x b.", "x", "a ", " b", "several 2"},
		{"prefix and suffix of two places", "a x b. c x d.", "x", "a ", " d", "several 2"},
		{"a context that fits nowhere", twins, "he said no", "Never ", "", "several 2"},
		{"a twin at the very start", "no, said no one", "no", "", ", said", "at 0-2"},
		{"a twin at the very end", "no one said no", "no", "said ", "", "at 12-14"},
		{"a repeated word", "very very very good", "very", "", " good", "at 10-14"},
		{"overlapping places", "no no no", "no no", "", "", "several 2"},
		{"case tells twins apart", twins, "He said no", "", "", "at 0-10"},
		{"twins in Russian", rus, "Армения не выходит", "", " из ЕАЭС", "at 55-73"},
		// Words left out.
		{"one passage", twins, "he said no […] he said no", "", "", "at 28-38+56-66"},
		{"neighbouring passages", twins, "He said […] Then", "", "", "at 0-7+23-27"},
		{"three dots for the sign", twins, "He said [...] Then", "", "", "at 0-7+23-27"},
		{"passages that are no neighbours", "One a.\n\nTwo b.\n\nThree c.", "One […] Three", "", "", "not found"},
		{"from neighbour to neighbour", "One a.\n\nTwo b.\n\nThree c.", "One […] Two […] Three", "", "", "at 0-3+8-11+16-21"},
		{"in the wrong order", twins, "stayed […] Then", "", "", "not found"},
		{"a part twice in the middle", "One a two a three.", "One […] a […] three", "", "", "refused exact"},
		{"nothing before the sign", twins, "[…] She left", "", "", "refused exact"},
		{"the source's own sign", "He said […] no.", "said […] no", "", "", "at 3-14"},
		{"Armenian", arms, "Հայաստանը […] սպասում է", "", "", "at 0-9+41-50"},
		// Clusters.
		{"composed for decomposed", cafe, "deux cafe\u0301s", "", "", "at 9-19"},
		{"ends before an accent", cafe, "et x", "", "", "at 24-28"},
		{"begins with an accent", cafe, "\u0302 et", "", "", "refused exact"},
		{"passes over a letter with an accent", "x\u0302 x", "x", "", "", "at 3-4"},
		{"a joined emoji", "ok 👩‍👧 fine", "👩‍👧 fine", "", "", "at 3-11"},
		{"half a joined emoji", "ok 👩‍👧 fine", "👧 fine", "", "", "refused exact"},
		{"without the skin colour", "ok 👍🏽 fine", "ok 👍", "", "", "refused exact"},
		{"half a flag", "🇦🇲🇫🇷", "🇲🇫", "", "", "refused exact"},
		{"the second flag", "🇦🇲🇫🇷", "🇫🇷", "", "", "at 2-4"},
		{"a Hangul syllable in parts", "각 \u1100\u1161\u11A8\u11A8", "\u11A8", "", "", "refused exact"},
		{"a Hangul syllable", "각 나라", "나라", "", "", "at 2-4"},
		{"a Devanagari conjunct cut", "क्षि नमस्ते", "षि", "", "", "refused exact"},
		{"a Devanagari word", "क्षि नमस्ते", "नमस्ते", "", "", "at 5-11"},
		{"without the vowel sign", "की का", "क", "", "", "refused exact"},
		// Scripts.
		{"Armenian with its ligature", arms, "անդամակցությունը և", "", "", "at 22-40"},
		{"Armenian with a mark inside", arms, "Ինչո՞ւ", "", "", "at 52-58"},
		{"Arabic with its vowels", arab, "الوزيرُ", "", "", "at 5-12"},
		{"Arabic without them is a beginning", arab, "الوزير نعم", "", "", "at 32-42"},
		{"direction marks are letters", heb, "\u200Fהביטחון\u200E אמר", "", "", "at 3-16"},
		{"Georgian", geo, "ტოვებს საბჭოს", "", "", "at 14-27"},
		{"Chinese twins", han, "说不", "又", "", "at 10-12"},
		{"Chinese without context", han, "说不", "", "", "several 2"},
		// Offered, never taken.
		{"straight for curly", signy, `Armenia's "turn"`, "", "", "offer 0-16"},
		{"a hyphen for a dash", signy, "turn” - not", "", "", "offer 11-22"},
		{"a dash without its spaces", signy, "turn”—not", "", "", "offer 11-22"},
		{"without the soft hyphen", signy, "formal withdrawal", "", "", "offer 32-50"},
		{"three dots", signy, "withdrawal... The", "", "", "offer 39-55"},
		{"a ligature in two letters", signy, "The final", "", "", "offer 52-60"},
		{"a plain hyphen", signy, "re-entry", "", "", "offer 61-69"},
		{"a space of no width", twins, "She\u200B stayed", "", "", "offer 40-50"},
		{"a space too few", signy, "10000 €", "", "", "offer 75-83"},
		{"other guillemets", rus, `"Мы ждём"`, "", "", "offer 43-52"},
		{"е for ё", rus, "Еще не решено", "", "", "offer 28-41"},
		{"Georgian quote marks", geo, `"დიახ"`, "", "", "offer 29-35"},
		{"Arabic without vowels", arab, "قال الوزير: «لا»", "", "", "offer 0-18"},
		{"Hebrew without direction marks", heb, "הביטחון אמר", "", "", "offer 4-16"},
		{"Armenian colon", arms, "չի գալիս:", "", "", "offer 69-78"},
		{"Armenian ligature in two letters", arms, "անդամակցությունը եւ", "", "", "offer 22-40"},
		{"a full stop too many", twins, "Then he said no. She stayed.", "", "", "offer 23-50"},
		{"in quote marks of the typist's", twins, "“She stayed”", "", "", "offer 40-50"},
		{"capitals", twins, "THEN HE SAID", "", "", "offer 23-35"},
		{"each part", signy, `"turn" [...] final`, "", "", "offer 10-16+56-60"},
		{"several places to offer", twins, "He Said No.", "", "", "offer 0-11 or 28-39 or 56-67"},
		{"several, told apart by context", twins, "He Said No.", "Then ", "", "offer 28-39"},
		{"another word", twins, "She remained", "", "", "not found"},
		{"another form of a word", signy, "pursuing formally", "", "", "not found"},
		{"without an accent", cafe, "Un cafe", "", "", "not found"},
		{"a word cut by the offer", "The heART of it", "art of", "", "", "not found"},
		{"only signs", signy, `"`, "", "", "not found"},
	}
	if len(tests) < 60 {
		t.Errorf("%d cases", len(tests))
	}
	for _, tt := range tests {
		text, err := Normalise([]byte(tt.text))
		if err != nil {
			t.Fatal(err)
		}
		d := NewDocument(text)
		a, err := d.Find(Selector{tt.exact, tt.prefix, tt.suffix})
		if got := outcome(a, err); got != tt.want {
			t.Errorf("%s: %s; want %s", tt.name, got, tt.want)
		} else if err == nil && d.Verify(a) != nil {
			t.Errorf("%s: %v", tt.name, d.Verify(a))
		}
	}
}
