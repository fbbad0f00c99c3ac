package match

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words that are not the same and yet belong together, by their letters.
const (
	kinPrefix      = 4    // letters that two words must begin with alike
	kinShare       = 0.66 // of the longer word, that they must share
	wholeShare     = 0.5  // the same where one word is the beginning of the other
	kinTail        = 4    // letters that either may have beyond that
	kinWeight      = 0.95 // times the share
	typoWeight     = 0.75
	partWeight     = 0.6 // of a compound
	prefixedWeight = 0.6 // of a verb with another prefix
	clippedWeight  = 0.45
	aboutWeight    = 0.5 // of a number that is nearly the same
)

// sort puts the terms in order, so that those that begin alike stand together.
func (p *Passages) sort() {
	p.sorted = make([]int32, 0, len(p.keys))
	for id, key := range p.keys {
		if _, ok := amount(key); ok && len(p.postings[id]) > 0 {
			p.amounts = append(p.amounts, int32(id))
		}
		if len(p.postings[id]) > 0 && !p.speech.empty[key] && !strings.Contains(key, " ") && !strings.HasPrefix(key, "#") {
			p.sorted = append(p.sorted, int32(id))
		}
	}
	slices.SortFunc(p.sorted, func(a, b int32) int { return strings.Compare(p.keys[a], p.keys[b]) })
}

// beginning is the terms that begin with the given letters.
func (p *Passages) beginning(prefix string) []int32 {
	from, _ := slices.BinarySearchFunc(p.sorted, prefix, func(id int32, want string) int { return strings.Compare(p.keys[id], want) })
	to := from
	for to < len(p.sorted) && to-from < mostCandidates && strings.HasPrefix(p.keys[p.sorted[to]], prefix) {
		to++
	}
	return p.sorted[from:to]
}

// mostCandidates is how many words are compared with one of a claim. Sources
// in any language have far fewer that begin alike.
const mostCandidates = 20_000

// kin finds the terms that look like another form of the word and, in languages
// that make compounds, those that it is part of or made of. For a word that is
// in the source in no form and by no other name, it finds what it may be
// misspelt for.
func (p *Passages) kin(key string, found bool) []relation {
	if v, ok := amount(key); ok {
		return p.about(v)
	}
	word := []rune(key)
	if len(word) < kinPrefix || len(word) > longestStem || strings.ContainsAny(key, " #") || p.speech.empty[key] {
		return nil
	}
	kin := p.forms(key, string(word[:kinPrefix]), kinWeight)
	if p.speech.compounds {
		kin = append(kin, p.compounds(key)...)
	}
	if len(kin) > 0 || found {
		return kin
	}
	return slices.Concat(p.misspelt(word), p.clipped(word), p.prefixed(key))
}

// forms are the terms that begin as given and look like forms of a word.
func (p *Passages) forms(word, beginning string, weight float64) []relation {
	var found []relation
	for _, id := range p.beginning(beginning) {
		if share := alike(word, p.keys[id]); share > 0 {
			found = append(found, relation{p.keys[id], weight * share})
		}
	}
	return found
}

// alike is how much of the longer of two words both begin with, or 0 when it
// is too little for one to be a form of the other.
func alike(a, b string) float64 {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && n < len(a) && !utf8.RuneStart(a[n]) {
		n--
	}
	common := utf8.RuneCountInString(a[:n])
	la, lb := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	share := float64(common) / float64(max(la, lb))
	least := kinShare
	if common == min(la, lb) {
		least = wholeShare
	}
	if share < least || common < kinPrefix || la-common > kinTail || lb-common > kinTail {
		return 0
	}
	return share
}

// clipped finds the short stems that a Cyrillic word begins with: stemmers
// take some nouns' last letters for an ending.
func (p *Passages) clipped(word []rune) []relation {
	if len(word) > 7 || !unicode.Is(unicode.Cyrillic, word[0]) {
		return nil
	}
	stem := string(word[:kinPrefix-1])
	if id, ok := p.terms[stem]; ok {
		return []relation{{p.keys[id], clippedWeight}}
	}
	return nil
}

// compounds finds the words that end or begin with a word of five letters or
// more, and the words that it ends or begins with itself.
func (p *Passages) compounds(key string) []relation {
	var found []relation
	for _, id := range p.sorted[:min(len(p.sorted), mostCandidates)] {
		long, short := key, p.keys[id]
		if len(long) < len(short) {
			long, short = short, long
		}
		if utf8.RuneCountInString(short) < 5 || len(long) < len(short)+3 {
			continue
		}
		if strings.HasSuffix(long, short) || strings.HasPrefix(long, short) {
			found = append(found, relation{p.keys[id], partWeight})
		}
	}
	return found
}

// misspelt finds words of the source that differ in one letter, or in two when
// they are long, and begin alike.
func (p *Passages) misspelt(word []rune) []relation {
	if len(word) < 5 {
		return nil
	}
	limit := 1
	if len(word) >= 8 {
		limit = 2
	}
	var found []relation
	for _, id := range p.beginning(string(word[:1])) {
		other := p.keys[id]
		if n := utf8.RuneCountInString(other); n < len(word)-limit || n > len(word)+limit {
			continue
		}
		if steps(word, []rune(other)) <= limit {
			found = append(found, relation{other, typoWeight})
		}
	}
	return found
}

// steps is how many letters must be put in, left out, changed or exchanged
// with the next one to make one word of another.
func steps(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			changed := last[j]
			if a[i] != b[j] {
				changed++
			}
			row[j+1] = min(changed, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// prefixed finds the words that are the given one with another prefix or none,
// in the languages that make their verbs' aspects so.
func (p *Passages) prefixed(key string) []relation {
	prefixes := append(strings.Fields(verbPrefixes[p.speech.tag]), "")
	if len(prefixes) == 1 {
		return nil
	}
	var found []relation
	for _, off := range prefixes {
		root, ok := strings.CutPrefix(key, off)
		if !ok || utf8.RuneCountInString(root) < kinPrefix {
			continue
		}
		start := string([]rune(root)[:kinPrefix])
		for _, on := range prefixes {
			if on != off {
				found = append(found, p.forms(on+root, on+start, prefixedWeight)...)
			}
		}
	}
	return found
}

// verbPrefixes change the aspect of a verb and little else.
var verbPrefixes = map[string]string{
	"ru": "вз вы до за из ис на о об от пере по под пре при про раз рас с у",
	"uk": "ви від до за з зі на о об пере по під при про роз с у",
	"be": "вы да за з на а аб пера па пад пры пра раз с у",
	"pl": "do na o ob od po pod prze przy roz s u w wy z za",
	"bg": "до за из на о об от по под пре при про раз с у",
}
