package quote

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// nextTo is how many code points next to a quote are looked for to find the
// place where it stood, and placesBeside how often each may stand.
const (
	nextTo       = 16
	placesBeside = 1000
)

// altered is the fate of words that stand nowhere: the same but for signs, what
// is most like them, or what stands in their place, which counts first for few
// words.
func (d *Document) altered(o older, s *search) Fate {
	ways := []func() *Nearest{
		func() *Nearest { return d.alikeButSigns(o) },
		func() *Nearest { return d.likest(o, s) },
		func() *Nearest { return d.between(o) },
	}
	if !o.manyWords() {
		ways[0], ways[1], ways[2] = ways[2], ways[0], ways[1]
	}
	for _, way := range ways {
		if near := way(); near != nil {
			return Fate{Kind: Altered, Nearest: near}
		}
	}
	return Fate{Kind: Gone}
}

// alikeButSigns shows the first place where the words stand but for signs.
func (d *Document) alikeButSigns(o older) *Nearest {
	q := query{parts: o.parts, prefix: o.prefix, suffix: o.suffix}
	if offers := d.offersOf(q, o.parts, 0); len(offers) > 0 {
		near := d.nearestAt(offers[0].Anchor.Start, offers[0].Anchor.End)
		near.Diff = offers[0].Changes
		return near
	}
	return nil
}

// likest shows the passage most like the first part that stands nowhere, or
// like all of them, where it is like enough.
func (d *Document) likest(o older, s *search) *Nearest {
	words := strings.Join(o.parts, " ")
	if i := s.missing(); i >= 0 {
		words = o.parts[i]
	}
	near := d.nearest(words)
	if near == nil || wordLikeness(words, d.Slice(near.Start, near.End)) < likeEnough {
		return nil
	}
	return near
}

// lookAlike is the fate of a few words that stand elsewhere, among others: what
// stands in their place, else that other place, with its surroundings compared.
func (d *Document) lookAlike(o older, a Anchor) Fate {
	near := d.between(o)
	if near == nil {
		old := o.Prefix + strings.Join(o.parts, Gap) + o.Suffix
		near = d.nearestAt(a.Start, a.End)
		near.Diff = WordDiff(foldSpace(old), foldSpace(a.Prefix+a.Exact+a.Suffix))
	}
	return Fate{Kind: Altered, Nearest: near}
}

// nearestAt shows a range, as far as it lies in the passage where it begins.
func (d *Document) nearestAt(start, end int) *Nearest {
	p, _ := d.PassageAt(start)
	return &Nearest{Passage: p, Start: start, End: min(end, p.End), Text: p.Text}
}

// between shows what stands now between the code points that stood next to a
// quote on both sides; nil where that is not one place, or nothing, or far more
// than the quote was.
func (d *Document) between(o older) *Nearest {
	text := d.folded().text
	before := occurrencesOf(text, lastPoints(o.prefix, nextTo), 0)
	after := occurrencesOf(text, firstPoints(o.suffix, nextTo), len(text))
	old := strings.Join(o.parts, Gap)
	limit, from, to, found := 3*len(old)+100, 0, 0, 0
	for i, at := range before {
		at += len(lastPoints(o.prefix, nextTo))
		next := sort.SearchInts(after, at)
		if next == len(after) || after[next]-at > limit || i+1 < len(before) && before[i+1] < after[next] {
			continue
		}
		from, to = at, after[next]
		found++
	}
	if found != 1 || o.prefix+o.suffix == "" {
		return nil
	}
	return d.stead(old, text, from, to)
}

// stead shows a range of the folded text that stands where the old words stood.
func (d *Document) stead(old, text string, from, to int) *Nearest {
	body := strings.TrimLeftFunc(text[from:to], unicode.IsSpace)
	from = to - len(body)
	body = strings.TrimSpace(body)
	if body == "" {
		return nil
	}
	f := d.folded()
	start, end := d.pointAt(f.original(from)), d.pointAt(f.original(from+len(body)))
	near := d.nearestAt(start, end)
	near.Diff = WordDiff(old, foldSpace(d.Slice(near.Start, near.End)))
	return near
}

// occurrencesOf lists where words stand; at the text's border, which has none
// beyond it, the border.
func occurrencesOf(text, words string, border int) []int {
	if words == "" {
		return []int{border}
	}
	var all []int
	occurrences(text, words, func(at int) bool {
		all = append(all, at)
		return len(all) < placesBeside
	})
	return all
}

// firstPoints is up to n code points of the beginning of s.
func firstPoints(s string, n int) string {
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return s[:at]
}

// lastPoints is up to n code points of the end of s.
func lastPoints(s string, n int) string {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return s[at:]
}
