package quote

// FateKind is what became of a quote in a newer text of its source.
type FateKind string

// The same words at the same place; the same words elsewhere; other words in
// their stead; nothing like them.
const (
	Unchanged FateKind = "unchanged"
	Moved     FateKind = "moved"
	Altered   FateKind = "altered"
	Gone      FateKind = "gone"
)

// Fate is what became of one quote. Anchor is where it stands in the newer text,
// as that has it, when it is Unchanged or Moved, and zero otherwise. Nearest is
// what a person should look at when it is Altered, and nil otherwise: its Diff
// leads from the old words to the new ones.
type Fate struct {
	Kind    FateKind
	Anchor  Anchor
	Nearest *Nearest
}

// The measures of a quote's fate.
const (
	// ownWords is how many words a quote must have to be known by them alone.
	// A shorter one has moved only where something around it moved along: "he
	// said no" elsewhere is somebody else's.
	ownWords = 5
	// ownContext is how many code points around a shorter one must agree, or
	// all that it had where these were fewer.
	ownContext = 10
	// waysAgain is the most places that are compared.
	waysAgain = 10_000
)

// Again looks for a quote of an older text of the same source. Words are the
// same letter for letter, white space apart. With several places, the one around
// which most of the old prefix and suffix stands is taken, then the nearest to
// the old offset, then the first. Words that stand nowhere are never taken for
// others: the passage most like them, or what stands now between the words that
// stood around them, is shown as Altered where it is like enough, and otherwise
// the quote is Gone. An anchor without spans is one span; one that is no quote at
// all is Gone.
func (d *Document) Again(old Anchor) Fate {
	o, ok := olderOf(old)
	if !ok {
		return Fate{Kind: Gone}
	}
	if a, ok := d.stays(o); ok {
		return Fate{Kind: Unchanged, Anchor: a}
	}
	s := d.search(o.parts, searchLimit/len(o.parts))
	places, context := d.bestPlace(o, s)
	if places == nil {
		return d.altered(o, s)
	}
	a, err := d.anchor(s, places)
	if err != nil {
		return d.altered(o, s)
	}
	if !o.knownBy(context) {
		return d.lookAlike(o, a)
	}
	return Fate{Kind: Moved, Anchor: a}
}

// older is a quote of an older text, made ready for the search.
type older struct {
	Anchor
	parts          []string // the words of the spans, folded
	prefix, suffix string   // folded
}

// olderOf prepares an anchor; false when it holds no words.
func olderOf(a Anchor) (older, bool) {
	if len(a.Spans) == 0 {
		a.Spans = []Span{{Start: a.Start, End: a.End, Exact: a.Exact}}
	}
	o := older{Anchor: a, prefix: foldInner(a.Prefix), suffix: foldInner(a.Suffix)}
	for _, s := range a.Spans {
		part := foldSpace(s.Exact)
		if part == "" || invalidAt(part) >= 0 {
			return o, false
		}
		o.parts = append(o.parts, part)
	}
	return o, len(o.parts) <= MaxSpans
}

// stays gives the anchor when every span still stands at its offsets.
func (d *Document) stays(o older) (Anchor, bool) {
	spans := make([]Span, len(o.Spans))
	least := 0
	for i, s := range o.Spans {
		if s.Start < least || d.checkRange(s.Start, s.End) != nil {
			return Anchor{}, false
		}
		from, to := d.byteAt(s.Start), d.byteAt(s.End)
		b := borders{text: d.text}
		if foldSpace(d.text[from:to]) != o.parts[i] || !b.at(from) || !b.at(to) {
			return Anchor{}, false
		}
		spans[i] = Span{Start: s.Start, End: s.End, Exact: d.text[from:to]}
		least = s.End
	}
	return d.anchorOf(spans), true
}

// bestPlace is the way to place the parts that fits the old one best, and how
// many code points of the context agree there; nil when there is none.
func (d *Document) bestPlace(o older, s *search) (best []int, context int) {
	if !s.found() {
		return nil, 0
	}
	away := 0
	for _, places := range s.combinations(nil, waysAgain) {
		last := len(places) - 1
		fits := o.agreement(s.body(), places[0], places[last]+len(o.parts[last]))
		from, _ := s.bounds(0, places[0])
		distance := d.pointAt(from) - o.Start
		distance = max(distance, -distance)
		if best == nil || fits > context || fits == context && distance < away {
			best, context, away = places, fits, distance
		}
	}
	return best, context
}
