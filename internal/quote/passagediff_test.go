package quote

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// pairsOf writes a diff a line a passage: "= ", "- ", "+ " or "~ " and the words.
func pairsOf(pairs []PassagePair) string {
	var lines []string
	for _, p := range pairs {
		switch p.Kind {
		case Kept:
			lines = append(lines, fmt.Sprintf("%d=%d", p.Old.Number, p.New.Number))
		case Removed:
			lines = append(lines, fmt.Sprintf("-%d", p.Old.Number))
		case Added:
			lines = append(lines, fmt.Sprintf("+%d", p.New.Number))
		case Changed:
			lines = append(lines, fmt.Sprintf("%d~%d %s", p.Old.Number, p.New.Number, show(p.Diff)))
		}
	}
	return strings.Join(lines, " / ")
}

func TestPassageDiffReadsInOrder(t *testing.T) {
	const a, b, c = "Armenia has frozen its membership.", "The council meets in June.", "Nobody was hurt on Friday."
	tests := []struct{ name, old, now, want string }{
		{"two empty texts", "", "", ""},
		{"the same", a + "\n\n" + b, a + "\n\n" + b, "1=1 / 2=2"},
		{"other line ends", "One line\nof two", "One line of two", "1=1"},
		{"from nothing", "", a, "+1"},
		{"to nothing", a, "", "-1"},
		{"one more in the middle", a + "\n\n" + c, a + "\n\n" + b + "\n\n" + c, "1=1 / +2 / 2=3"},
		{"one less", a + "\n\n" + b + "\n\n" + c, a + "\n\n" + c, "1=1 / -2 / 3=2"},
		{"a word changed", a + "\n\n" + b, a + "\n\nThe council meets in July.", "1=1 / 2~2 The council meets in [-June-]{+July+}."},
		{"quite other words", a + "\n\n" + b, a + "\n\n" + c, "1=1 / -2 / +2"},
		{"changed, and one put before it", b, c + "\n\nThe council meets in July.", "+1 / 1~2 The council meets in [-June-]{+July+}."},
		{"removed, then changed", c + "\n\n" + b, "The council meets in July.", "-1 / 2~1 The council meets in [-June-]{+July+}."},
		{"moved is removed and added", a + "\n\n" + b + "\n\n" + c, c + "\n\n" + a + "\n\n" + b, "+1 / 1=2 / 2=3 / -3"},
		{"the better of two", b + "\n\nThe council meets in June again.", "The council meets in June again!", "-1 / 2~1 The council meets in June again[-.-]{+!+}"},
	}
	for _, tt := range tests {
		pairs := PassageDiff(Passages(tt.old), Passages(tt.now))
		if got := pairsOf(pairs); got != tt.want {
			t.Errorf("%s: %s; want %s", tt.name, got, tt.want)
		}
	}
}

// checkPairs makes sure that every passage comes once and in order.
func checkPairs(t *testing.T, a, b []Passage, pairs []PassagePair) {
	t.Helper()
	i, j := 0, 0
	for _, p := range pairs {
		old, now := p.Kind != Added, p.Kind != Removed
		if old != (p.Old != nil) || now != (p.New != nil) || (p.Kind == Changed) != (p.Diff != nil) {
			t.Fatalf("%+v", p)
		}
		if old {
			if i == len(a) || *p.Old != a[i] {
				t.Fatalf("passage %d of the old text is not next", i)
			}
			i++
		}
		if now {
			if j == len(b) || *p.New != b[j] {
				t.Fatalf("passage %d of the new text is not next", j)
			}
			j++
		}
		if old && now && (p.Kind == Kept) != (foldSpace(p.Old.Text) == foldSpace(p.New.Text)) {
			t.Fatalf("%s: %q and %q", p.Kind, p.Old.Text, p.New.Text)
		}
	}
	if i != len(a) || j != len(b) {
		t.Fatalf("%d of %d and %d of %d passages", i, len(a), j, len(b))
	}
}

// paragraphs is n passages; some words differ by round, in every step-th one.
func paragraphs(n, step, round int) string {
	var out strings.Builder
	for i := range n {
		said := "nothing of it"
		if i%step == 0 {
			said = fmt.Sprintf("thing %d", round)
		}
		fmt.Fprintf(&out, "In session %d the council of the alliance heard what delegate %d had to say, and what he said was %s.\n\n", i, i*31%977, said)
	}
	return strings.TrimSpace(out.String())
}

func TestPassageDiffOfLargeTextsStaysQuick(t *testing.T) {
	same, words := strings.Repeat("The same again.\n\n", 60_000), strings.ReplaceAll(large(1<<20), "\n", " ")
	tests := []struct {
		name, a, b string
		changed    int // passages, at least
	}{
		{"a few changes in 5 MB", paragraphs(50_000, 50, 1), paragraphs(50_000, 50, 2), 1000},
		{"a change everywhere in 1 MB", paragraphs(10_000, 1, 1), paragraphs(10_000, 1, 2), 9900},
		{"one passage over and over", same, same[:len(same)/2] + "More.\n\n" + same[len(same)/2:], 0},
		{"one passage over and over, and others", same, strings.Repeat("Another one.\n\nThe same again.\n\n", 30_000), 0},
		{"one passage of 1 MB", words, strings.ReplaceAll(words, "council", "board"), 1},
	}
	for _, tt := range tests {
		a, b := Passages(strings.TrimSpace(tt.a)), Passages(strings.TrimSpace(tt.b))
		began := time.Now()
		pairs := PassageDiff(a, b)
		took := time.Since(began)
		checkPairs(t, a, b, pairs)
		changed := 0
		for _, p := range pairs {
			if p.Kind == Changed {
				changed++
			}
		}
		t.Logf("%-40s %8v, %d pairs, %d changed", tt.name, took.Round(time.Millisecond), len(pairs), changed)
		if took > 20*time.Second || changed < tt.changed {
			t.Errorf("%s: %v, %d changed", tt.name, took, changed)
		}
	}
}
