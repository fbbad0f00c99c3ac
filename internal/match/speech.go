package match

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/french"
	"github.com/kljensen/snowball/hungarian"
	"github.com/kljensen/snowball/norwegian"
	"github.com/kljensen/snowball/russian"
	"github.com/kljensen/snowball/spanish"
	"github.com/kljensen/snowball/swedish"
	"golang.org/x/text/language"
)

// speech is what is known about a language.
type speech struct {
	tag       string
	script    *unicode.RangeTable
	stem      func(string) string   // of a word in small letters
	foreign   []func(string) string // the same for the scripts of ownScript
	empty     map[string]bool       // words that say nothing by themselves
	faint     map[string]bool       // keys of words that say little
	numbers   map[string]float64
	compounds bool // writes compounds as one word
	related   map[string][]relation
	phrases   phrasebook
	offices   map[string]bool // keys of offices that stand before a name
}

// snowballs are the stemmers that are taken from outside.
var snowballs = map[string]func(string, bool) string{
	"en": english.Stem, "fr": french.Stem, "ru": russian.Stem, "es": spanish.Stem,
	"sv": swedish.Stem, "no": norwegian.Stem, "da": norwegian.Stem, "hu": hungarian.Stem,
}

// compounding are the languages that write compounds as one word.
const compounding = " de nl sv no da hu fi is et "

// writtenIn names the script of languages that are not written in Latin letters.
var writtenIn = map[string]*unicode.RangeTable{
	"ru": unicode.Cyrillic, "uk": unicode.Cyrillic, "be": unicode.Cyrillic, "bg": unicode.Cyrillic,
	"hy": unicode.Armenian, "ka": unicode.Georgian, "el": unicode.Greek, "ar": unicode.Arabic, "fa": unicode.Arabic,
}

// ownScript names the language that words of a script are taken for in a text
// of another script.
var ownScript = []struct {
	table *unicode.RangeTable
	tag   string
}{
	{unicode.Cyrillic, "ru"}, {unicode.Armenian, "hy"}, {unicode.Georgian, "ka"}, {unicode.Greek, "el"}, {unicode.Arabic, "ar"},
}

// known is the languages that there are words for. Each is made ready when it
// is first asked for, since that takes longer than ranking does.
var known = func() map[string]func() *speech {
	all := map[string]func() *speech{}
	for tag := range emptyWords {
		all[tag] = sync.OnceValue(func() *speech { return newSpeech(tag) })
	}
	return all
}()

// speechOf is what is known about the language of a text: the one that is
// named, when its letters are those of the text, or else the one that the text
// looks like.
func speechOf(name string, sample string) *speech {
	tag := baseTag(name)
	if get := known[tag]; get != nil && inScript(sample, writtenIn[tag]) {
		return get()
	}
	if tag != "" && known[tag] == nil && inScript(sample, nil) {
		return newSpeech(tag)
	}
	return guess(sample)
}

// baseTag is the language of a BCP 47 tag without region and script, or empty.
func baseTag(name string) string {
	parsed, err := language.Parse(name)
	if err != nil || name == "" {
		return ""
	}
	base, confidence := parsed.Base()
	if confidence != language.Exact {
		return ""
	}
	switch tag := base.String(); tag {
	case "nb", "nn":
		return "no"
	case "hyw":
		return "hy"
	default:
		return tag
	}
}

// newSpeech makes a language ready.
func newSpeech(tag string) *speech {
	s := &speech{tag: tag, script: writtenIn[tag], compounds: strings.Contains(compounding, " "+tag+" ")}
	s.stem = stemmer(tag)
	for _, own := range ownScript {
		s.foreign = append(s.foreign, stemmer(own.tag))
	}
	s.empty = map[string]bool{}
	for word := range strings.FieldsSeq(emptyWords[tag]) {
		s.empty[word] = true
	}
	s.numbers = numberWords[tag]
	s.faint = s.keys(faintWords[tag])
	s.offices = s.keys(officeWords[tag])
	s.related, s.phrases = s.compile(thesaurus[tag])
	return s
}

// stemmer is what brings the words of a language to their stems.
func stemmer(tag string) func(string) string {
	if f := snowballs[tag]; f != nil {
		return func(word string) string { return bare(f(word, true)) }
	}
	endings := endingsOf(tag)
	return func(word string) string { return endings.strip(bare(word)) }
}

// unpointed takes out what may stand within a word that is written with stops
// or with a figure.
var unpointed = strings.NewReplacer(".", "", "-", "", "‐", "", "‑", "")

// key is the term that a token of a text stands for in the index.
func (s *speech) key(raw string, form shape) string {
	switch form {
	case figure:
		if v, ok := value(raw); ok {
			return numeral(v)
		}
		return raw
	case sign:
		return raw
	case unspaced:
		return bare(lower(raw))
	}
	word := unpointed.Replace(lower(raw))
	if form == upper && (s.empty[word] || strings.Contains(raw, ".")) {
		return strings.ToUpper(word)
	}
	if s.empty[word] {
		return word
	}
	return s.stemOf(word, form)
}

// longestStem is the most bytes of a word that is stemmed. What is longer is
// no word of any language.
const longestStem = 120

// stemOf stems a word by its own script. An acronym has no endings.
func (s *speech) stemOf(word string, form shape) string {
	if form == upper || len(word) > longestStem {
		return bare(word)
	}
	r, _ := utf8.DecodeRuneInString(word)
	if s.script != nil && unicode.Is(s.script, r) || s.script == nil && unicode.Is(unicode.Latin, r) {
		return s.stem(word)
	}
	for i, own := range ownScript {
		if unicode.Is(own.table, r) {
			return s.foreign[i](word)
		}
	}
	return bare(word)
}

// keys are the terms of a list of words; phrases are tied with underscores.
func (s *speech) keys(list string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(list) {
		set[s.phraseKey(word)] = true
	}
	return set
}

// phraseKey is the key of a word, or of words that are tied with underscores.
func (s *speech) phraseKey(entry string) string {
	var parts []string
	text := strings.ReplaceAll(entry, "_", " ")
	for _, t := range tokens(text) {
		parts = append(parts, s.key(text[t.start:t.end], t.shape))
	}
	return strings.Join(parts, " ")
}
