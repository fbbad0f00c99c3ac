package match

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// sampled is how many bytes of a source are looked at for its language.
const sampled = 8_000

// sampleOf is the beginning of a source, for guessing.
func sampleOf(passages []string) string {
	var out strings.Builder
	for _, p := range passages {
		if out.Len()+len(p) > sampled {
			p = p[:max(0, sampled-out.Len())]
		}
		out.WriteString(p)
		out.WriteByte('\n')
		if out.Len() >= sampled {
			break
		}
	}
	return out.String()
}

// inScript reports whether most letters of a text belong to a script, nil for
// Latin. A text without letters belongs to any.
func inScript(text string, script *unicode.RangeTable) bool {
	if script == nil {
		script = unicode.Latin
	}
	letters, own := 0, 0
	for _, r := range text {
		if r != utf8.RuneError && unicode.IsLetter(r) {
			letters++
			if unicode.Is(script, r) {
				own++
			}
		}
	}
	return own*2 >= letters
}

// guess takes the language, of those in the text's script, whose small words
// stand most often in it. For a script that is not known by itself the words
// are taken as they are written.
func guess(text string) *speech {
	counts := map[string]int{}
	for word := range strings.FieldsFuncSeq(lower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		for _, tag := range smallWords().in[word] {
			counts[tag]++
		}
	}
	written := map[*unicode.RangeTable]bool{}
	best, most := "", 0
	for _, tag := range smallWords().tags {
		script := writtenIn[tag]
		is, seen := written[script]
		if !seen {
			is = inScript(text, script)
			written[script] = is
		}
		if n := 1 + counts[tag]; is && n > most {
			best, most = tag, n
		}
	}
	if best == "" || most == 1 && inScript(text, nil) {
		return newSpeech("")
	}
	return known[best]()
}

// smallWords are the words that say nothing by themselves with the languages
// that have them, and these languages, always in the same order.
var smallWords = sync.OnceValue(func() (small struct {
	in   map[string][]string
	tags []string
}) {
	small.in, small.tags = map[string][]string{}, slices.Sorted(maps.Keys(emptyWords))
	for _, tag := range small.tags {
		for word := range strings.FieldsSeq(emptyWords[tag]) {
			small.in[word] = append(small.in[word], tag)
		}
	}
	return small
})
