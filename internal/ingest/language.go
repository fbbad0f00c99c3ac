package ingest

import (
	"strings"
	"unicode"
)

// sampled is how many code points of a text are looked at for its language.
const sampled = 20_000

// scripts name the language that a script stands for by itself.
var scripts = []struct {
	table *unicode.RangeTable
	tag   string
}{
	{unicode.Armenian, "hy"}, {unicode.Georgian, "ka"}, {unicode.Greek, "el"}, {unicode.Hebrew, "he"},
	{unicode.Hangul, "ko"}, {unicode.Hiragana, "ja"}, {unicode.Katakana, "ja"}, {unicode.Han, "zh"},
	{unicode.Arabic, "ar"}, {unicode.Cyrillic, "ru"}, {unicode.Latin, "latin"},
}

// frequent are short words that stand often in one language and hardly in the
// others.
var frequent = map[string]string{
	"en": "the of and to in is that for with was are this has by from which its been their",
	"fr": "le les des et est une dans que qui pour pas sur au avec cette sont du ses aux",
	"de": "der die und das ist nicht mit den ein eine von zu auf für dem sich des auch wird",
	"es": "el los las que del una por con para es se como más fue sus pero este ha al",
	"it": "il di che la è per una del non della sono con gli nel dei alla più delle anche",
	"pt": "o os que do da em um uma para não com mais dos das ao pela pelo são foi",
	"nl": "de het een van en dat niet met voor zijn op aan door wordt ook bij naar werd",
	"pl": "w i na się nie z do że jest to o jak przez po dla od ale są oraz",
	"tr": "ve bir bu için ile da de olarak daha olan çok gibi ise kadar sonra olduğu ancak",
	"az": "və bir bu üçün ilə də ki olan daha sonra kimi edilib olub onun hər azərbaycan",
	"ru": "и в не на что с по это как его к но из за для от был также которые",
	"uk": "і в не на що з та це як його до але із за для від був також які є",
	"fa": "و در به از که این را با است آن برای یک خود تا شده بر های",
	"ar": "في من على أن إلى عن مع هذا التي الذي كان هذه بين ما لا قد بعد",
}

// rivals are the languages that share a script with the one it is named for.
var rivals = map[string][]string{
	"ru":    {"ru", "uk"},
	"ar":    {"ar", "fa"},
	"latin": {"en", "fr", "de", "es", "it", "pt", "nl", "pl", "tr", "az"},
}

// LanguageOf is the tag of the language that a text is written in (BCP 47), or
// empty when its letters and frequent words do not settle it. Short texts are
// hard to tell by their words, and easy by their script.
func LanguageOf(text string) string { return languageOf(text) }

// languageOf is the tag of the language that a text is written in (BCP 47), or
// empty when its letters and frequent words do not settle it.
func languageOf(text string) string {
	text = head(text, sampled)
	tag := scriptOf(text)
	candidates := rivals[tag]
	if candidates == nil {
		return tag
	}
	return bySmallWords(text, candidates)
}

// scriptOf names the script that most letters belong to, when it has half of
// them at least.
func scriptOf(text string) string {
	counts, letters := map[string]int{}, 0
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		for _, s := range scripts {
			if unicode.Is(s.table, r) {
				counts[s.tag]++
				break
			}
		}
	}
	if counts["ja"] > 0 && counts["ja"]*10 > counts["zh"] {
		counts["ja"] += counts["zh"]
	}
	for _, s := range scripts {
		if n := counts[s.tag]; n > 0 && n*2 >= letters {
			return s.tag
		}
	}
	return ""
}

// bySmallWords is the candidate with the most frequent words in the text, when
// it has three and clearly more than the next.
func bySmallWords(text string, candidates []string) string {
	counts := map[string]int{}
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		counts[word]++
	}
	best, most, next := "", 0, 0
	for _, tag := range candidates {
		n := 0
		for word := range strings.FieldsSeq(frequent[tag]) {
			n += counts[word]
		}
		if n > most {
			best, most, next = tag, n, most
		} else if n > next {
			next = n
		}
	}
	if most < 3 || most*2 < next*3 {
		return ""
	}
	return best
}

// head is the first n code points of a text.
func head(text string, n int) string {
	for at := range text {
		if n--; n < 0 {
			return text[:at]
		}
	}
	return text
}
