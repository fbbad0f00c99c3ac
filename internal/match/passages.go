package match

import (
	"claimdesk/internal/quote"
)

// Passages is the index of one source. It does not change once it is made and
// may be used by several at once.
type Passages struct {
	speech   *speech
	texts    []string
	words    [][]spot // per passage, in the order of the text
	heading  []bool
	section  []int32 // the heading that a passage stands under, or -1
	length   []float64
	average  float64
	terms    map[string]int32
	keys     []string
	postings [][]posting
	sorted   []int32 // words in the order of their keys
	amounts  []int32 // terms that are numbers which claims may give roughly
	aliases  map[string][]relation
	phrases  phrasebook // that this source explains
}

// spot is a term where it stands in a passage: its bounds in bytes, and its
// place among the words.
type spot struct {
	term       int32
	start, end int32
	place      int32
	shape      shape
}

// posting is how often a term stands in a passage.
type posting struct {
	passage int32
	count   int32
}

// NewPassages indexes the passages of one source, given in their order. The
// language is the source's BCP 47 tag; when it is empty, or is that of another
// script than the text's, it is guessed. It keeps the passages' text.
func NewPassages(language string, passages []string) *Passages {
	p := &Passages{
		speech:  speechOf(language, sampleOf(passages)),
		texts:   passages,
		words:   make([][]spot, len(passages)),
		terms:   map[string]int32{},
		aliases: map[string][]relation{},
		phrases: phrasebook{},
	}
	r := p.reader()
	for i, text := range passages {
		p.words[i] = r.spots(text)
	}
	p.learn()
	for i := range p.words {
		p.words[i] = p.withPhrases(p.words[i])
	}
	p.count()
	p.outline()
	p.sort()
	return p
}

// term is the number of a key, given out when it is new.
func (p *Passages) term(key string) int32 {
	id, ok := p.terms[key]
	if !ok {
		id = int32(len(p.keys))
		p.terms[key] = id
		p.keys = append(p.keys, key)
	}
	return id
}

// count makes the postings and the lengths. Words that say nothing do not
// count as length.
func (p *Passages) count() {
	p.postings = make([][]posting, len(p.keys))
	p.length = make([]float64, len(p.words))
	total := 0.0
	for i, spots := range p.words {
		for _, s := range spots {
			list := p.postings[s.term]
			if n := len(list); n > 0 && list[n-1].passage == int32(i) {
				list[n-1].count++
				continue
			}
			p.postings[s.term] = append(list, posting{int32(i), 1})
		}
		for _, s := range spots {
			if !p.speech.empty[p.keys[s.term]] {
				p.length[i]++
			}
		}
		total += p.length[i]
	}
	p.average = max(1, total/float64(max(1, len(p.words))))
}

// outline finds the headings and what stands under each. A source that
// consists of headings, such as a table, has none.
func (p *Passages) outline() {
	p.heading = make([]bool, len(p.texts))
	p.section = make([]int32, len(p.texts))
	headings := 0
	for i, text := range p.texts {
		if blocks := quote.Passages(text); len(blocks) == 1 && blocks[0].Kind == quote.Heading {
			p.heading[i] = true
			headings++
		}
	}
	if headings*2 > len(p.texts) {
		clear(p.heading)
	}
	last := int32(-1)
	for i := range p.texts {
		p.section[i] = last
		if p.heading[i] {
			last = int32(i)
		}
	}
}
