package match

import (
	"math"
	"slices"
	"sync"
)

// Document is a claim that others may repeat. ID is the caller's, and not 0;
// all but ID may be empty.
type Document struct {
	ID       int64
	Text     string // the claim
	Title    string // the headline of its check
	Claimant string // who says it, by name
	Language string // BCP 47; guessed when empty or in another script
}

// What a word of each field counts, and how long the fields are as a rule, in
// words that say something. A claim without a headline has its text counted
// for both.
const (
	titleShare    = 1.0
	claimantShare = 0.5
	titleLength   = 6
	textLength    = 10
	nameLength    = 3
)

// The tuning of BM25 for claims, found by measuring.
const (
	claimSaturation = 1.2
	claimLength     = 0.4
)

// Claims is an index of claims in memory, by what they say. It may be used by
// many goroutines at once. It keeps no text: about a kilobyte for a claim.
type Claims struct {
	mu      sync.RWMutex
	slots   map[int64]int32 // of the documents by their ids
	filed   []filed         // by slot
	free    []int32         // slots that nothing is in
	terms   map[string]int32
	listed  []listed // by term
	readers map[string]*reader
	spoken  map[string]int // by language, how many documents were ever in it
	scratch sync.Pool      // of *tally
}

// filed is a document in the index: its terms, each once in a field, those of
// the text first, then the title's, then the claimant's.
type filed struct {
	id         int64
	terms      []int32
	text, head uint16 // where the terms of the text and of the title end
}

// listed is a term with the documents that have it.
type listed struct {
	key string
	in  []impact // in the order of slots
}

// impact is what a term counts in a document: 1 when it stands once in a text
// of common length.
type impact struct {
	slot  int32
	value float32
}

// NewClaims is an empty index.
func NewClaims() *Claims {
	return &Claims{slots: map[int64]int32{}, terms: map[string]int32{}, readers: map[string]*reader{}, spoken: map[string]int{}}
}

// Len is how many documents are in the index.
func (x *Claims) Len() int {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return len(x.slots)
}

// Put takes documents in; one that is there by the same id is replaced.
func (x *Claims) Put(documents ...Document) {
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, d := range documents {
		x.remove(d.ID)
		x.put(d)
	}
}

// Remove takes documents out. Ids that are not there are passed over.
func (x *Claims) Remove(ids ...int64) {
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, id := range ids {
		x.remove(id)
	}
}

// mostTerms is how many different words of one field are indexed.
const mostTerms = 5_000

func (x *Claims) put(d Document) {
	r := x.reader(d.Language, d.Text)
	x.spoken[r.speech.tag]++
	slot := x.slot()
	f := filed{id: d.ID}
	weights := map[int32]float64{}
	textShare := 1.0
	if d.Title == "" {
		textShare += titleShare
	}
	f.terms = x.field(nil, r, d.Text, textShare, textLength, weights)
	f.text = uint16(len(f.terms))
	f.terms = x.field(f.terms, r, d.Title, titleShare, titleLength, weights)
	f.head = uint16(len(f.terms))
	f.terms = slices.Clip(x.field(f.terms, r, d.Claimant, claimantShare, nameLength, weights))
	for term, w := range weights {
		l := &x.listed[term]
		at, _ := l.find(slot)
		l.in = slices.Insert(l.in, at, impact{slot, float32(w * (claimSaturation + 1) / (w + claimSaturation))})
	}
	x.filed[slot] = f
	x.slots[d.ID] = slot
}

// field reads a field: it appends its terms, and adds to the weights what its
// words count. A long field's words count less.
func (x *Claims) field(terms []int32, r *reader, text string, share, usual float64, weights map[int32]float64) []int32 {
	spots := r.spots(text)
	telling := 0.0
	for _, s := range spots {
		if !r.speech.empty[x.listed[s.term].key] {
			telling++
		}
	}
	share /= 1 - claimLength + claimLength*telling/usual
	from, seen := len(terms), map[int32]bool{}
	for _, s := range spots {
		if !seen[s.term] && len(terms)-from == mostTerms {
			continue
		}
		weights[s.term] += share
		if !seen[s.term] {
			seen[s.term] = true
			terms = append(terms, s.term)
		}
	}
	return terms
}

// mostSeen is how many spellings of words a reader remembers.
const mostSeen = 200_000

// reader is the one for texts in the language of this one.
func (x *Claims) reader(language, text string) *reader {
	name := baseTag(language)
	r := x.readers[name]
	if r == nil || name == "" || !inScript(text, r.speech.script) {
		s := speechOf(language, text)
		if r = x.readers[s.tag]; r == nil {
			r = &reader{speech: s, intern: x.term, seen: map[string]met{}}
			x.readers[s.tag] = r
		}
	}
	if len(r.seen) > mostSeen {
		clear(r.seen)
	}
	return r
}

// term is the number of a key, given out when it is new.
func (x *Claims) term(key string) int32 {
	id, ok := x.terms[key]
	if !ok {
		id = int32(len(x.listed))
		x.terms[key] = id
		x.listed = append(x.listed, listed{key: key})
	}
	return id
}

// known is the term of a key, if a document has it.
func (x *Claims) known(key string) (term int32, ok bool) {
	term, ok = x.terms[key]
	return term, ok && len(x.listed[term].in) > 0
}

func (x *Claims) remove(id int64) {
	slot, ok := x.slots[id]
	if !ok {
		return
	}
	f := &x.filed[slot]
	slices.Sort(f.terms)
	for _, term := range slices.Compact(f.terms) {
		l := &x.listed[term]
		if at, found := l.find(slot); found {
			l.in = slices.Delete(l.in, at, at+1)
		}
	}
	*f = filed{}
	x.free = append(x.free, slot)
	delete(x.slots, id)
}

// slot is a place for a document.
func (x *Claims) slot() int32 {
	if n := len(x.free); n > 0 {
		slot := x.free[n-1]
		x.free = x.free[:n-1]
		return slot
	}
	x.filed = append(x.filed, filed{})
	return int32(len(x.filed) - 1)
}

// find is where a document stands among those of a term, or would stand.
func (l *listed) find(slot int32) (at int, found bool) {
	if n := len(l.in); n == 0 || l.in[n-1].slot < slot {
		return n, false
	}
	return slices.BinarySearchFunc(l.in, slot, func(i impact, want int32) int { return int(i.slot - want) })
}

// rarity is the inverse document frequency of a term.
func (x *Claims) rarity(term int32) float64 { return x.rarityOf(len(x.listed[term].in)) }

// rarityOf is the inverse document frequency of a term that n documents have.
func (x *Claims) rarityOf(n int) float64 {
	return math.Log(1 + (float64(len(x.slots))-float64(n)+0.5)/(float64(n)+0.5))
}
