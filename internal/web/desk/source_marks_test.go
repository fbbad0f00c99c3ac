package desk

import (
	"strings"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	view "claimdesk/views/desk"
)

// drawn writes pieces so that a test can read them: [s:quoted], {found}, and
// what stands behind a quote.
func drawn(pieces []view.Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		text := p.Text
		if p.Found {
			text = "{" + text + "}"
		}
		if p.Stance != "" {
			text = "[" + p.Stance[:1] + ":" + text + "]"
		}
		b.WriteString(text)
		for _, r := range p.Refs {
			b.WriteString("(" + r.Label + ")")
		}
	}
	return b.String()
}

// quotedAt is a piece of evidence with spans given as pairs of offsets.
func quotedAt(claim int64, position int, stance factcheck.Stance, offsets ...int) factcheck.Quoted {
	q := factcheck.Quoted{EvidenceID: claim*10 + int64(position), ClaimID: claim, Position: position, Stance: stance}
	for i := 0; i < len(offsets); i += 2 {
		q.Spans = append(q.Spans, quote.Span{Start: offsets[i], End: offsets[i+1]})
	}
	return q
}

func TestMarksPartAPassageWhereQuotesBeginAndEnd(t *testing.T) {
	passage := quote.Passage{Number: 2, Start: 100, End: 120, Text: "Ինչ եղավ այնտեղ: Ոչ."}
	if got := len([]rune(passage.Text)); got != 20 {
		t.Fatalf("the passage has %d code points", got)
	}
	tests := []struct {
		name   string
		quoted []factcheck.Quoted
		find   string
		bench  int64
		want   string
	}{
		{"nothing is marked", nil, "", 0, "Ինչ եղավ այնտեղ: Ոչ."},
		{"offsets are code points", []factcheck.Quoted{quotedAt(12, 2, factcheck.Refutes, 104, 108)}, "", 0, "Ինչ [r:եղավ](#12) այնտեղ: Ոչ."},
		{"the page's own claim shows the number of its evidence", []factcheck.Quoted{quotedAt(12, 2, factcheck.Refutes, 104, 108)}, "", 12, "Ինչ [r:եղավ](2) այնտեղ: Ոչ."},
		{"the whole passage", []factcheck.Quoted{quotedAt(3, 1, factcheck.Context, 100, 120)}, "", 0, "[c:Ինչ եղավ այնտեղ: Ոչ.](#3)"},
		{"a quote from the passage before ends here", []factcheck.Quoted{quotedAt(3, 1, factcheck.Supports, 80, 103)}, "", 0, "[s:Ինչ](#3) եղավ այնտեղ: Ոչ."},
		{"a quote goes on in the next passage", []factcheck.Quoted{quotedAt(3, 1, factcheck.Supports, 117, 130)}, "", 0, "Ինչ եղավ այնտեղ: [s:Ոչ.]"},
		{"a quote elsewhere", []factcheck.Quoted{quotedAt(3, 1, factcheck.Supports, 0, 100)}, "", 0, "Ինչ եղավ այնտեղ: Ոչ."},
		{"words left out", []factcheck.Quoted{quotedAt(3, 1, factcheck.Supports, 100, 103, 109, 115)}, "", 0, "[s:Ինչ] եղավ [s:այնտեղ](#3): Ոչ."},
		{"the shorter of two overlapping quotes gives the stance", []factcheck.Quoted{quotedAt(3, 1, factcheck.Supports, 100, 115), quotedAt(4, 1, factcheck.Refutes, 104, 108)}, "", 0, "[s:Ինչ ][r:եղավ](#4)[s: այնտեղ](#3): Ոչ."},
		{"two quotes of the same words", []factcheck.Quoted{quotedAt(3, 1, factcheck.Supports, 100, 103), quotedAt(4, 1, factcheck.Supports, 100, 103)}, "", 0, "[s:Ինչ](#3)(#4) եղավ այնտեղ: Ոչ."},
		{"words found, whatever their case", nil, "ԵՂԱՎ", 0, "Ինչ {եղավ} այնտեղ: Ոչ."},
		{"words found across a quote's end", []factcheck.Quoted{quotedAt(3, 1, factcheck.Context, 104, 108)}, "ավ  այն", 0, "Ինչ [c:եղ][c:{ավ}](#3){ այն}տեղ: Ոչ."},
		{"words that are not there", nil, "ոչինչ", 0, "Ինչ եղավ այնտեղ: Ոչ."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := drawn(marks(passage, test.quoted, test.find, test.bench)); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestWordsAreFoundAcrossALineBreak(t *testing.T) {
	text := []rune("freezing\n  its part, Freezing its PART")
	found := findIn(text, " freezing its part ")
	if len(found) != 2 || found[0] != [2]int{0, 19} || found[1][1] != len(text) {
		t.Errorf("found at %v in %d code points", found, len(text))
	}
}

func TestAWordThatStandsEverywhereIsMarkedAtOnce(t *testing.T) {
	const times = 200_000
	begun := time.Now()
	text := strings.Repeat("a b ", times)
	pieces := marks(quote.Passage{Text: text, End: len(text)}, nil, "a", 0)
	if len(pieces) != 2*times || !pieces[0].Found || pieces[1].Found || !pieces[2*times-2].Found {
		t.Errorf("%d pieces", len(pieces))
	}
	if n := len(findIn([]rune(strings.Repeat("a", times)), strings.Repeat("a", times/4)+"b")); n != 0 {
		t.Errorf("found %d times", n)
	}
	if took := time.Since(begun); took > 10*time.Second { // a minute and more when each place is looked at for each other one
		t.Errorf("it took %s", took)
	}
}

func TestALongSourceIsShownInParts(t *testing.T) {
	all := make([]quote.Passage, 2*partSize+10)
	for i := range all {
		all[i].Number = i + 1
	}
	for _, test := range []struct{ from, first, length, before, after int }{
		{0, 1, partSize, 0, partSize + 1},
		{partSize, 1, partSize, 0, partSize + 1},
		{partSize + 1, partSize + 1, partSize, 1, 2*partSize + 1},
		{2*partSize + 5, 2*partSize + 1, 10, partSize + 1, 0},
	} {
		part, before, after := partOf(all, test.from)
		if part[0].Number != test.first || len(part) != test.length || before != test.before || after != test.after {
			t.Errorf("from %d: %d passages from %d, before %d, after %d; want %+v", test.from, len(part), part[0].Number, before, after, test)
		}
	}
	if part, before, after := partOf(all[:3], 2); len(part) != 3 || before != 0 || after != 0 {
		t.Errorf("a short source is shown in parts: %d, %d, %d", len(part), before, after)
	}
}
