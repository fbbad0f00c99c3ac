package match

import (
	"strings"
	"unicode"
)

// reader turns texts into keys and remembers the words that it has met, since
// stemming is what takes the time.
type reader struct {
	speech *speech
	intern func(key string) int32
	seen   map[string]met
	loud   bool // the text at hand is in large letters throughout
}

// met is what a word was read as.
type met struct {
	term   int32
	number float64
	spelt  bool // a number word
}

// reader is one that gives terms their numbers in the index.
func (p *Passages) reader() *reader {
	return &reader{speech: p.speech, intern: p.term, seen: map[string]met{}}
}

// spots reads a text: its words as terms, numbers put together.
func (r *reader) spots(text string) []spot {
	toks := tokens(text)
	r.loud = loud(toks)
	spots := make([]spot, 0, len(toks)+2)
	for i := listMarker(text, toks); i < len(toks); {
		if t, n := r.number(text, toks[i:]); n > 0 {
			spots = append(spots, spot{r.intern(t), int32(toks[i].start), int32(toks[i+n-1].end), int32(len(spots)), figure})
			i += n
			continue
		}
		t := toks[i]
		spots = append(spots, spot{r.meet(text, t).term, int32(t.start), int32(t.end), int32(len(spots)), t.shape})
		i++
	}
	return spots
}

// meet looks a token up, or reads it.
func (r *reader) meet(text string, t token) met {
	raw := text[t.start:t.end]
	if r.loud && t.shape == upper {
		raw = strings.ToLower(raw)
		t.shape = small
	}
	if m, ok := r.seen[raw]; ok {
		return m
	}
	m := met{term: r.intern(r.speech.key(raw, t.shape))}
	if t.shape != figure {
		m.number, m.spelt = r.speech.numbers[lower(raw)]
	}
	r.seen[raw] = m
	return m
}

// number reads the number that tokens begin with, and says how many of them
// it takes: none where no number stands. A single number word under three is
// left as the word that it mostly is.
func (r *reader) number(text string, toks []token) (key string, n int) {
	var sum reading
	for _, t := range toks {
		v, spelt, ok := r.numberAt(text, t)
		if !ok || sum.words > 0 && !near(text[toks[sum.words-1].end:t.start]) || !sum.take(v, spelt) {
			break
		}
	}
	if sum.words == 0 || sum.words == 1 && !sum.bare && sum.value() < 3 {
		return "", 0
	}
	return numeral(sum.value()), sum.words
}

func (r *reader) numberAt(text string, t token) (v float64, spelt, ok bool) {
	if t.shape == figure {
		v, ok = value(text[t.start:t.end])
		return v, false, ok
	}
	if len(r.speech.numbers) == 0 || t.shape == unspaced {
		return 0, false, false
	}
	m := r.meet(text, t)
	return m.number, true, m.spelt
}

// near reports whether what stands between two words of a number is a blank
// or a hyphen.
func near(between string) bool {
	return strings.TrimFunc(between, unicode.IsSpace) == "" || between == "-"
}

// loud reports whether nearly all words of a text are in large letters, so
// that none of them is an acronym for it.
func loud(toks []token) bool {
	words, large := 0, 0
	for _, t := range toks {
		if t.shape <= upper {
			words++
		}
		if t.shape == upper {
			large++
		}
	}
	return words >= 4 && large*10 >= words*7
}

// listMarker is how many tokens the number of a point takes: one, or none.
func listMarker(text string, toks []token) int {
	if len(toks) < 2 || toks[0].end > 5 || toks[0].shape != figure {
		return 0
	}
	between := text[toks[0].end:toks[1].start]
	if strings.HasPrefix(between, ". ") || strings.HasPrefix(between, ") ") {
		return 1
	}
	return 0
}
