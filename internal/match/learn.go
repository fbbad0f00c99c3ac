package match

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// mostAcronyms is how many are taken from one source.
const mostAcronyms = 5_000

// longestAcronym is the most letters of an acronym.
const longestAcronym = 8

// learn takes from the source what it explains itself: acronyms, and the
// offices of the people that it names.
func (p *Passages) learn() {
	for i, spots := range p.words {
		p.learnAcronyms(p.texts[i], spots)
		p.learnOffices(spots)
	}
}

// learnAcronyms finds "Full Name (FN)" and "FN (Full Name)".
func (p *Passages) learnAcronyms(text string, spots []spot) {
	for j, s := range spots {
		name := text[s.start:s.end]
		if s.shape != upper || utf8.RuneCountInString(name) > longestAcronym {
			continue
		}
		letters := []rune(lower(name))
		switch {
		case bracketed(text, s) && j > 0:
			if first, ok := p.spelt(text, spots[:j], letters); ok {
				p.alias(spots[first:j], p.keys[s.term])
			}
		case strings.HasPrefix(text[s.end:], " ("):
			if last := closing(text, spots, j+1); last > j+1 {
				if first, ok := p.spelt(text, spots[j+1:last], letters); ok && first == 0 {
					p.alias(spots[j+1:last], p.keys[s.term])
				}
			}
		}
	}
}

// bracketed reports whether a spot fills its brackets by itself.
func bracketed(text string, s spot) bool {
	return strings.HasSuffix(strings.TrimRight(text[:s.start], "“”\"«„"), "(") &&
		strings.HasPrefix(strings.TrimLeft(text[s.end:], "”\"»“"), ")")
}

// closing is the number of the spot after the closing bracket that comes
// within a few words of the given one, or 0.
func closing(text string, spots []spot, from int) int {
	for k := from; k < len(spots) && k < from+2*longestAcronym; k++ {
		if strings.HasPrefix(text[spots[k].end:], ")") {
			return k + 1
		}
	}
	return 0
}

// spelt looks for the words at the end of spots whose first letters are the
// given ones. Small words may be left out.
func (p *Passages) spelt(text string, spots []spot, letters []rune) (first int, ok bool) {
	at := len(spots)
	for i := len(letters) - 1; i >= 0; {
		at--
		if at < 0 {
			return 0, false
		}
		initial, _ := utf8.DecodeRuneInString(lower(text[spots[at].start:spots[at].end]))
		switch {
		case initial == letters[i]:
			i--
		case p.speech.empty[p.keys[spots[at].term]]:
		default:
			return 0, false
		}
	}
	return at, len(spots)-at >= 2
}

// alias takes a phrase for another way to write an acronym.
func (p *Passages) alias(spots []spot, acronym string) {
	words := make([]string, len(spots))
	for i, s := range spots {
		words[i] = p.keys[s.term]
	}
	if len(p.phrases) < mostAcronyms {
		p.phrases.add(strings.Join(words, " "), acronym)
	}
}

// officeWeight is how well an office stands for the person who holds it.
const officeWeight = 0.7

// learnOffices finds offices that stand before a name, as in "Prime Minister
// Anna Weber", and lets each stand for the last name, and the reverse.
func (p *Passages) learnOffices(spots []spot) {
	if len(p.speech.offices) == 0 {
		return
	}
	for j := range spots {
		n := p.officeAt(spots[j:])
		if n == 0 {
			continue
		}
		end := j + n
		for end < len(spots) && end < j+n+3 && spots[end].shape == capital && (end == j+n || spots[end].start-spots[end-1].end <= 2) {
			end++
		}
		if end == j+n {
			continue
		}
		p.relate(p.keyOf(spots[j:j+n]), p.keys[spots[end-1].term])
	}
}

// officeAt is the number of words of the office that spots begin with, or 0.
func (p *Passages) officeAt(spots []spot) int {
	for n := min(3, len(spots)); n > 0; n-- {
		if p.speech.offices[p.keyOf(spots[:n])] {
			return n
		}
	}
	return 0
}

func (p *Passages) keyOf(spots []spot) string {
	if len(spots) == 1 {
		return p.keys[spots[0].term]
	}
	words := make([]string, len(spots))
	for i, s := range spots {
		words[i] = p.keys[s.term]
	}
	return strings.Join(words, " ")
}

// relate lets an office and a name stand for one another.
func (p *Passages) relate(office, name string) {
	for _, r := range p.aliases[office] {
		if r.key == name {
			return
		}
	}
	if p.speech.empty[name] || len(p.aliases[office]) == 5 {
		return
	}
	p.aliases[office] = append(p.aliases[office], relation{name, officeWeight})
	p.aliases[name] = append(p.aliases[name], relation{office, officeWeight})
}

// withPhrases adds to the words of a passage the phrases that they make up.
func (p *Passages) withPhrases(spots []spot) []spot {
	all := slices.Clip(spots)
	for j := range spots {
		for _, book := range []phrasebook{p.speech.phrases, p.phrases} {
			for _, ph := range book[p.keys[spots[j].term]] {
				if p.standsAt(ph, spots[j:]) && !p.explains(ph, spots, j) {
					all = append(all, p.joined(ph, spots[j:]))
				}
			}
		}
	}
	return all
}

// explains reports whether the acronym that a phrase stands for is written
// beside it, and counted there.
func (p *Passages) explains(ph phrase, spots []spot, at int) bool {
	after := at + len(ph.words)
	return at > 0 && p.same(p.keys[spots[at-1].term], ph.means) ||
		after < len(spots) && p.same(p.keys[spots[after].term], ph.means)
}

// same reports whether a key is another name for the thing that another names.
func (p *Passages) same(key, other string) bool {
	return key == other || slices.ContainsFunc(p.speech.related[key], func(r relation) bool { return r.key == other && r.weight >= sameWeight })
}

// sameWeight is how well a word must stand for another to be the same thing by
// another name.
const sameWeight = 0.9

// joined is the spot of a phrase that spots begin with.
func (p *Passages) joined(ph phrase, spots []spot) spot {
	return spot{p.term(ph.means), spots[0].start, spots[len(ph.words)-1].end, spots[0].place, capital}
}

// standsAt reports whether spots begin with a phrase.
func (p *Passages) standsAt(ph phrase, spots []spot) bool {
	if len(spots) < len(ph.words) {
		return false
	}
	for i, word := range ph.words {
		if p.keys[spots[i].term] != word {
			return false
		}
	}
	return true
}
