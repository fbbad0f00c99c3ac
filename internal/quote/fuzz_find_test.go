package quote

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func FuzzFind(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, s[:len(s)/2], "", "", i, 5)
		f.Add(s, "he […] may", "he ", " it", 0, i)
	}
	f.Fuzz(func(t *testing.T, raw, typed, prefix, suffix string, start, length int) {
		text, err := Normalise([]byte(raw))
		if err != nil {
			return
		}
		d := NewDocument(text)
		checkBorders(t, text)
		checkFound(t, d, Selector{typed, prefix, suffix})
		start = max(0, start%(d.Len()+1))
		piece := d.Slice(start, start+length)
		checkFound(t, d, Selector{piece, d.Slice(start-9, start), d.Slice(start+length, start+length+9)})
		if a, err := d.FindAt(piece, start, start+length); err == nil {
			checkAnchor(t, d, piece, a)
		} else if strings.TrimSpace(piece) != "" && start+length <= d.Len() && length <= MaxQuote && !inside(d, start, start+length) {
			t.Errorf("%q is not found at its own place %d: %v", piece, start, err)
		}
	})
}

// inside reports whether a range, without white space, cuts a character.
func inside(d *Document, start, end int) bool {
	from, to := d.narrow(start, end)
	ends := clusterEnds(d.text)
	return !ends[from] || !ends[to]
}

// checkFound looks for a quote and checks whatever comes back.
func checkFound(t *testing.T, d *Document, sel Selector) {
	t.Helper()
	a, err := d.Find(sel)
	var missing *NotFound
	var several *Ambiguous
	var bad *Malformed
	switch {
	case err == nil:
		checkAnchor(t, d, sel.Exact, a)
		checkAgain(t, d, a)
	case errors.As(err, &missing):
		if foldSpace(norm.NFC.String(sel.Exact)) != "" && strings.Contains(d.text, sel.Exact) && len(sel.Exact) < 100 {
			t.Errorf("%q is not found in %q", sel.Exact, d.text)
		}
		if n := missing.Nearest; n != nil {
			checkNearest(t, d, sel.Exact, n)
		}
		checkOffers(t, d, sel.Exact, missing.Offers)
	case errors.As(err, &several):
		for _, m := range several.Matches {
			if len(several.Matches) < 2 || m.Start >= m.End || m.Prefix != d.Slice(m.Start-ContextLength, m.Start) {
				t.Errorf("match %+v of %q", m, sel.Exact)
			}
		}
	case !errors.As(err, &bad):
		t.Errorf("%T: %v", err, err)
	}
}

// checkAnchor makes sure that an anchor is verbatim.
func checkAnchor(t *testing.T, d *Document, typed string, a Anchor) {
	t.Helper()
	if err := d.Verify(a); err != nil {
		t.Errorf("%+v of %q: %v", a, typed, err)
	}
	ends := clusterEnds(d.text)
	for _, s := range a.Spans {
		if d.Slice(s.Start, s.End) != s.Exact || !ends[d.byteAt(s.Start)] || !ends[d.byteAt(s.End)] {
			t.Errorf("span %+v of %q", s, typed)
		}
	}
	if got, want := foldSpace(a.Exact), foldSpace(norm.NFC.String(typed)); len(a.Spans) == 1 && got != want {
		t.Errorf("typed %q, found %q", want, got)
	}
	before, after := d.Around(a, 20)
	if utf8.RuneCountInString(before) > 20 || utf8.RuneCountInString(after) > 20 {
		t.Errorf("around %q and %q", before, after)
	}
}

// checkAgain makes sure that a quote which was found is found again by its own
// words and context, by its place, and as Unchanged. Its words may also be
// refused for standing in several ways, or stand with their gap in the text.
func checkAgain(t *testing.T, d *Document, a Anchor) {
	t.Helper()
	if f := d.Again(a); f.Kind != Unchanged || places(f.Anchor) != places(a) {
		t.Errorf("again: %+v for %+v", f, a)
	}
	var several *Ambiguous
	var bad *Malformed
	again, err := d.Find(Selector{a.Exact, a.Prefix, a.Suffix})
	literal := len(a.Spans) > 1 && len(again.Spans) == 1
	if err == nil && places(again) != places(a) && !literal || err != nil && !errors.As(err, &several) && !errors.As(err, &bad) {
		t.Errorf("found again: %+v, %v for %+v", again, err, a)
	}
	again, err = d.FindAt(a.Exact, a.Start, a.End)
	if err == nil && foldSpace(again.Exact) != foldSpace(a.Exact) || err != nil && (len(a.Spans) == 1 || !errors.As(err, &bad)) {
		t.Errorf("found at its place: %+v, %v for %+v", again, err, a)
	}
}

// checkOffers makes sure that every offer is verbatim and can be taken.
func checkOffers(t *testing.T, d *Document, typed string, offers []Offer) {
	t.Helper()
	if len(offers) > MaxMatches {
		t.Errorf("%d offers", len(offers))
	}
	for _, o := range offers {
		checkAnchor(t, d, o.Anchor.Exact, o.Anchor)
		a, err := d.FindAt(o.Anchor.Exact, o.Anchor.Start, o.Anchor.End)
		if err != nil || places(a) != places(o.Anchor) {
			t.Errorf("the offer %+v for %q is not taken: %+v, %v", o, typed, a, err)
		}
		if _, now := sides(o.Changes); now != foldSpace(o.Anchor.Exact) || len(o.Differs) == 0 {
			t.Errorf("the offer %+v for %q does not say what differs", o, typed)
		}
	}
}

// checkNearest makes sure that the nearest passage is what it says.
func checkNearest(t *testing.T, d *Document, typed string, n *Nearest) {
	t.Helper()
	run := d.Slice(n.Start, n.End)
	if n.Text != n.Passage.Text || n.Start < n.Passage.Start || n.End > n.Passage.End || !strings.Contains(n.Text, run) {
		t.Errorf("nearest %+v", n)
	}
	if _, b := sides(n.Diff); b != foldSpace(run) {
		t.Errorf("the diff for %q leads to %q, not to %q", typed, b, run)
	}
}

// FuzzOffer types the text itself with other signs.
func FuzzOffer(f *testing.F) {
	for i, s := range append(seeds, signy, arab, heb, arms) {
		f.Add(s, i, 12)
		f.Add(s, 0, 40)
	}
	swap := strings.NewReplacer("“", `"`, "”", `"`, "’", "'", "–", "-", "—", "--", "…", "...", "\u00AD", "", "ё", "е", " ", "\u00A0", "«", "„", "e", "E", "և", "եւ")
	f.Fuzz(func(t *testing.T, raw string, start, length int) {
		text, err := Normalise([]byte(raw))
		if err != nil {
			return
		}
		d := NewDocument(text)
		start = max(0, start%(d.Len()+1))
		piece := swap.Replace(d.Slice(start, start+length))
		checkFound(t, d, Selector{Exact: piece})
		checkFound(t, d, Selector{Exact: piece + " […] " + piece})
		if _, err := d.FindAt(piece, start, start+length); err != nil {
			var missing *NotFound
			if errors.As(err, &missing) {
				checkOffers(t, d, piece, missing.Offers)
			}
		}
	})
}

// FuzzAgain looks for a quote of one text in another.
func FuzzAgain(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, seeds[len(seeds)-1-i], 0, 10, 20)
		f.Add(s, strings.ReplaceAll(s, "no", "yes"), i, 9, 3)
		f.Add(s, "New. "+s, i, 9, 3)
	}
	f.Fuzz(func(t *testing.T, raw, newer string, start, length, gap int) {
		text, err := Normalise([]byte(raw))
		now, errNow := Normalise([]byte(newer))
		if err != nil || errNow != nil {
			return
		}
		old, d := NewDocument(text), NewDocument(now)
		start = max(0, start%(old.Len()+1))
		typed := old.Slice(start, start+length)
		for _, exact := range []string{typed, typed + Gap + old.Slice(start+length+gap, start+2*length+gap)} {
			if a, err := old.Find(Selector{Exact: exact}); err == nil {
				checkFate(t, d, a, d.Again(a))
			}
		}
		d.Again(Anchor{Exact: newer, Prefix: raw, Suffix: newer, Start: start, End: start + length})
		a, b := Passages(text), Passages(now)
		checkPairs(t, a, b, PassageDiff(a, b))
	})
}
