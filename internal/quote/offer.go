package quote

import (
	"errors"
	"slices"
	"strings"
)

// Offer is a quote as the source has it, for words that were typed with other
// quote marks, dashes, white space, capital letters or signs. It is for a person
// to accept, who then takes it with FindAt and the anchor's Exact, Start and End.
// Differs says in words what differs ("quote marks", "dashes"), Changes leads
// from the words as typed to the source's own.
type Offer struct {
	Anchor  Anchor   `json:"anchor"`
	Differs []string `json:"differs"`
	Changes []Diff   `json:"changes"`
}

// endSigns are left out at the ends of a quote that is not found with them.
const endSigns = quoteSigns + dashSigns + ".,;:!?…։՜՞؟،؛。，！？()[]{}¿¡ "

// waysOffered is the most offers for a quote with words left out.
const waysOffered = 3

// offering adds offers to a *NotFound, of which the quote was to stand between
// two code points of the text.
func (d *Document) offering(err error, q query, start, end int) error {
	var missing *NotFound
	if !errors.As(err, &missing) || !strings.ContainsFunc(q.exact, inWord) {
		return err
	}
	missing.Offers = slices.DeleteFunc(d.offers(q), func(o Offer) bool {
		return o.Anchor.End <= start || o.Anchor.Start >= end
	})
	return err
}

// offers looks for a quote with all signs alike, then also without the signs at
// its ends.
func (d *Document) offers(q query) []Offer {
	bare := make([]string, len(q.parts))
	for i, part := range q.parts {
		bare[i] = strings.Trim(part, endSigns)
	}
	if found := d.offersOf(q, q.parts, 0); len(found) > 0 || slices.Equal(bare, q.parts) {
		return found
	}
	return d.offersOf(q, bare, likeEnds)
}

// offersOf looks for the parts of q, or what was made of them.
func (d *Document) offersOf(q query, parts []string, besides likeness) []Offer {
	if len(parts) > MaxSpans {
		return nil
	}
	plain := query{prefix: plainForm(q.prefix, likeAll).text, suffix: plainForm(q.suffix, likeAll).text}
	for _, part := range parts {
		plain.parts = append(plain.parts, plainForm(part, likeAll).text)
	}
	s := d.searchIn(d.plain(), plain.parts, searchLimit/len(parts))
	if !s.found() || s.cutShort {
		return nil
	}
	limit := MaxMatches
	if len(parts) > 1 {
		limit = waysOffered
	}
	all := s.combinations(nil, limit)
	if only := plain.meant(s); len(all) > 1 && only != nil {
		all = [][]int{only}
	}
	var found []Offer
	for _, places := range all {
		a, err := d.anchor(s, places)
		if err == nil && d.takes(a) {
			found = append(found, offerOf(q, parts, a, besides))
		}
	}
	return found
}

// takes reports whether the text gives an anchor back when it is asked for.
func (d *Document) takes(a Anchor) bool {
	q, err := parse(Selector{Exact: a.Exact})
	if err != nil {
		return false
	}
	again, err := d.findAt(q, a.Start, a.End)
	return err == nil && again.Exact == a.Exact && slices.Equal(again.Spans, a.Spans)
}

// offerOf says how an anchor differs from what was typed, of which these parts
// were looked for.
func offerOf(q query, parts []string, a Anchor, differs likeness) Offer {
	typed, has := strings.Join(parts, Gap), foldSpace(a.Exact)
	for way := likeness(1); way < likeEnds; way <<= 1 {
		if plainForm(typed, likeAll&^way).text != plainForm(has, likeAll&^way).text {
			differs |= way
		}
	}
	names := differs.names()
	if len(names) == 0 {
		names = []string{"the place"}
	}
	return Offer{Anchor: a, Differs: names, Changes: WordDiff(strings.Join(q.parts, Gap), has)}
}
