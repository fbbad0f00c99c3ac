package desk

import (
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
)

func TestOverTheSameWordsTheQuoteOfTheBenchCountsFirst(t *testing.T) {
	passage := quote.Passage{Number: 1, Start: 0, End: 9, Text: "It is so."}
	quoted := []factcheck.Quoted{quotedAt(8, 1, factcheck.Supports, 3, 5), quotedAt(7, 1, factcheck.Refutes, 0, 9)}
	if got, want := drawn(marks(passage, quoted, "", 7)), "[r:It ][r:is](#8)[r: so.](1)"; got != want {
		t.Errorf("on the bench of 7 it reads %s, want %s", got, want)
	}
	pieces := marks(passage, quoted, "", 8)
	if got, want := drawn(pieces), "[r:It ][s:is](1)[r: so.](#7)"; got != want {
		t.Errorf("on the bench of 8 it reads %s, want %s", got, want)
	}
	if !pieces[0].Other || pieces[1].Other {
		t.Error("the other claim's words are not told from the bench's own")
	}
}
