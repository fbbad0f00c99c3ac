package quote_test

import (
	"strings"
	"testing"

	"claimdesk/internal/quote"
)

func TestReachIsWhatAroundShows(t *testing.T) {
	text := "Vorher.\n\n… Der Rat hat am Montag in Jerewan getagt, und er wird am Freitag noch einmal tagen …\n\nNachher."
	doc := quote.NewDocument(text)
	a, err := doc.Find(quote.Selector{Exact: "in Jerewan getagt"})
	if err != nil {
		t.Fatal(err)
	}
	for max, want := range map[int]string{
		0:   "in Jerewan getagt",
		12:  "am Montag in Jerewan getagt, und er",
		500: "… Der Rat hat am Montag in Jerewan getagt, und er wird am Freitag noch einmal tagen …",
	} {
		start, end := doc.Reach(a, max)
		before, after := doc.Around(a, max)
		got := doc.Slice(start, end)
		if got != want || !strings.Contains(before+a.Exact+after, got) {
			t.Errorf("%d: got %q, want %q; around it %q and %q", max, got, want, before, after)
		}
		if b, e := quote.Shorten(before, after, max); b != before || e != after {
			t.Errorf("%d: shortened to the same limit it is %q, %q", max, b, e)
		}
	}
}

func TestShorterWordsAroundAQuoteAreTheSameAsCutAtOnce(t *testing.T) {
	doc := quote.NewDocument("one two three four five six seven eight nine ten")
	a, err := doc.Find(quote.Selector{Exact: "five six"})
	if err != nil {
		t.Fatal(err)
	}
	wide1, wide2 := doc.Around(a, 240)
	for limit := range 30 {
		b1, a1 := quote.Shorten(wide1, wide2, limit)
		b2, a2 := doc.Around(a, limit)
		if b1 != b2 || a1 != a2 {
			t.Errorf("%d: %q, %q and %q, %q", limit, b1, a1, b2, a2)
		}
	}
}
