package match

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// What the words of a post weigh beside those of a claim, found by measuring.
const (
	smallWordWeight = 0.1 // of a word that says nothing by itself
	numberWeight    = 1.2
	authorWeight    = 0.6
	handleWeight    = 0.8
	againShare      = 0.2 // of a word that comes again
	kindredShare    = 0.3 // of a word for the same thing, times how well it fits
	leastKindred    = 0.6 // how well it must fit
	otherTongue     = 0.7 // of what another language makes of the word
	pictureWeight   = 0.4 // of the words for a picture, where a post links to one
)

// mostWanted is how many words of a post are looked up: the rarest.
const mostWanted = 128

// mostRead is how many words of a post are read.
const mostRead = 5_000

// mostBroken is how many words of a post are broken into others.
const mostBroken = 50

// want is a term that a post asks for.
type want struct {
	term   int32
	weight float64 // with its rarity
}

// asking turns a post into what it asks the index for.
type asking struct {
	x       *Claims
	speech  *speech
	others  []*speech // of other claims
	post    *post
	reader  *reader
	keys    []string
	weights map[int32]float64
	missed  float64 // weighed what no claim has
	broken  int     // words that were tried to be broken into others
}

// wants are the terms of a text that claims have, those that weigh most first,
// and what the words weigh that no claim has.
func (x *Claims) wants(text string) (list []want, missed float64) {
	a := &asking{x: x, post: clean(text), weights: map[int32]float64{}}
	a.speech = x.speech(a.post.text)
	for _, tag := range slices.Sorted(maps.Keys(x.readers)) {
		if s := x.readers[tag].speech; s.tag != a.speech.tag {
			a.others = append(a.others, s)
		}
	}
	a.read()
	for term, weight := range a.weights {
		list = append(list, want{term, weight})
	}
	slices.SortFunc(list, func(a, b want) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.term, b.term)) })
	return list[:min(len(list), mostWanted)], a.missed
}

// speech is what is known about the language of a text: the one that it looks
// like, or else the one that most claims in its script are in.
func (x *Claims) speech(text string) *speech {
	s := speechOf("", text)
	if s.tag != "" {
		return s
	}
	most := 0
	for _, tag := range slices.Sorted(maps.Keys(x.readers)) {
		if other := x.readers[tag].speech; x.spoken[tag] > most && inScript(text, other.script) {
			s, most = other, x.spoken[tag]
		}
	}
	return s
}

// read goes through the post word by word.
func (a *asking) read() {
	a.reader = &reader{speech: a.speech, seen: map[string]met{}}
	a.reader.intern = func(key string) int32 {
		a.keys = append(a.keys, key)
		return int32(len(a.keys) - 1)
	}
	spots := a.reader.spots(a.post.text)
	for i, s := range spots[:min(len(spots), mostRead)] {
		a.word(s, i == 0)
	}
	if a.post.picture {
		for word := range strings.FieldsSeq(pictureWords[a.speech.tag]) {
			a.want(a.speech.key(word, small), pictureWeight)
		}
	}
}

// word asks for a word, for what else may stand for it, and for its parts when
// no claim has it as it is written.
func (a *asking) word(s spot, first bool) {
	key, raw := a.keys[s.term], a.post.text[s.start:s.end]
	as := a.post.at(int(s.start))
	weight := a.weigh(key, s.shape, first || as != body)
	switch as {
	case author:
		weight *= authorWeight
	case handle:
		weight *= handleWeight
	}
	for _, r := range a.speech.related[key] {
		if r.weight >= leastKindred {
			a.want(r.key, weight*kindredShare*r.weight)
		}
	}
	found := a.want(key, weight)
	if s.shape <= capital {
		found = a.tongues(key, raw, s.shape, weight) || found
	}
	if !found && s.shape <= upper {
		found = a.pieces(raw, weight)
	}
	if !found {
		a.missed += weight * a.x.rarityOf(0)
	}
}

// pieces asks for the words that run together in one that no claim has, and
// reports whether it is made of such.
func (a *asking) pieces(raw string, weight float64) bool {
	if a.broken++; a.broken > mostBroken {
		return false
	}
	terms := a.x.segment(a.speech, lower(raw))
	for _, term := range terms {
		a.add(term, weight)
	}
	return len(terms) > 0
}

// weigh is what a word weighs by itself. A large letter counts where small
// ones are usual.
func (a *asking) weigh(key string, form shape, usual bool) float64 {
	switch {
	case a.speech.empty[key]:
		return smallWordWeight
	case form == figure && smallNumeral(key):
		return dayWeight
	case form == figure:
		return numberWeight
	case a.speech.faint[key]:
		return faintWeight
	case form == capital && !usual:
		return nameWeight
	}
	return fullWeight
}

// tongues asks for what other languages make of a word in their script, since a
// short post's language is easily mistaken, and posts hold words of others.
func (a *asking) tongues(key, raw string, form shape, weight float64) bool {
	found := false
	for _, s := range a.others {
		if !inScript(raw, s.script) {
			continue
		}
		if other := s.key(raw, form); other != key && !s.empty[other] {
			found = a.want(other, weight*otherTongue) || found
		}
	}
	return found
}

// want asks for a key, and reports whether a claim has it.
func (a *asking) want(key string, weight float64) bool {
	term, ok := a.x.known(key)
	if ok {
		a.add(term, weight)
	}
	return ok
}

// add asks for a term: at the most that it weighs anywhere, and a little more
// for each time that it comes again.
func (a *asking) add(term int32, weight float64) {
	weight *= a.x.rarity(term)
	before := a.weights[term]
	a.weights[term] = max(before, weight) + againShare*min(before, weight)
}

// pictureWords are what claims call pictures and films.
var pictureWords = map[string]string{
	"en": "photograph photo image picture video",
	"fr": "photo photographie image vidéo",
	"de": "Foto Bild Video Aufnahme",
	"es": "foto fotografía imagen vídeo video",
	"ru": "фото фотография снимок изображение видео",
	"uk": "фото фотографія знімок зображення відео",
	"hy": "լուսանկար նկար տեսանյութ տեսագրություն",
}
