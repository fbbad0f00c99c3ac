package quote

import (
	"os"
	"strings"
	"testing"
)

// looks is the passages as "kind: text" for comparison.
func looks(passages []Passage) string {
	var lines []string
	for _, p := range passages {
		lines = append(lines, string(p.Kind)+": "+strings.ReplaceAll(p.Text, "\n", "/"))
	}
	return strings.Join(lines, "\n")
}

const longA = "The first paragraph is a long one, so long that nobody would have wrapped it by hand at this width, and it ends as a sentence does."
const longB = "Another paragraph follows on the very next line and is about as long as the first, so that both are plainly paragraphs of their own."

func TestPassagesFollowTheLooksOfTheText(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"empty", "", nil},
		{"blank lines part", "A title\n\nOne sentence.\n\nAnother one!", []string{"heading: A title", "paragraph: One sentence.", "paragraph: Another one!"}},
		{"numbered paragraphs keep their number", "1. Armenia sent aid.\n\n2. Armenia recalled him.", []string{"item: 1. Armenia sent aid.", "item: 2. Armenia recalled him."}},
		{"every kind of marker", "- a\n* b\n• c\n1. d\n12) e\n(a) f\n(iv) g\n2.3. h\nb) i",
			[]string{"item: - a", "item: * b", "item: • c", "item: 1. d", "item: 12) e", "item: (a) f", "item: (iv) g", "item: 2.3. h", "item: b) i"}},
		{"a list after its introduction", "There are two:\n- milk\n- eggs", []string{"heading: There are two:", "item: - milk", "item: - eggs"}},
		{"an item that was wrapped", "- milk from\n  the shop\n- eggs", []string{"item: - milk from/  the shop", "item: - eggs"}},
		{"a year is no marker", "It was in\n1990. Then came more.", []string{"paragraph: It was in/1990. Then came more."}},
		{"initials are no marker", "A. Hakobyan came.", []string{"paragraph: A. Hakobyan came."}},
		{"wrapped by hand", "The committee met on Tuesday and heard what the minister had to say.\nNobody was surprised by it, since the papers had brought most of it the\nday before. The session was closed to the public after an hour or so.",
			[]string{"paragraph: The committee met on Tuesday and heard what the minister had to say./Nobody was surprised by it, since the papers had brought most of it the/day before. The session was closed to the public after an hour or so."}},
		{"a wrapped line that begins with a dash", "The committee met on Tuesday and heard what the minister had to say\n- not much - before it went home in the early afternoon of that day.",
			[]string{"paragraph: The committee met on Tuesday and heard what the minister had to say/- not much - before it went home in the early afternoon of that day."}},
		{"a line for each paragraph", longA + "\n" + longB, []string{"paragraph: " + longA, "paragraph: " + longB}},
		{"a heading in a text with a line for each paragraph", longA + "\nWhat came next\n" + longB,
			[]string{"paragraph: " + longA, "heading: What came next", "paragraph: " + longB}},
		{"a long line that goes on", strings.TrimSuffix(longA, ".") + "\nand goes on in small letters.",
			[]string{"paragraph: " + strings.TrimSuffix(longA, ".") + "/and goes on in small letters."}},
		{"an interview", "Did you know?\nYes, I did.\nSince when?\nSince May.",
			[]string{"paragraph: Did you know?", "paragraph: Yes, I did.", "paragraph: Since when?", "paragraph: Since May."}},
		{"two short answers", "Yes, it did.\nNo, it never did that.", []string{"paragraph: Yes, it did.", "paragraph: No, it never did that."}},
		{"Markdown headings", "# Title\nText of it.\n## More", []string{"heading: # Title", "paragraph: Text of it.", "heading: ## More"}},
		{"Armenian sentences", "Վերնագիր\n\nՍա նախադասություն է։\n\nՍա էլ:", []string{"heading: Վերնագիր", "paragraph: Սա նախադասություն է։", "paragraph: Սա էլ:"}},
		{"a sentence in quotation marks", "“He said so.”\n\n«Да!»", []string{"paragraph: “He said so.”", "paragraph: «Да!»"}},
		{"Arabic", "عنوان\n\nهل هذا صحيح؟", []string{"heading: عنوان", "paragraph: هل هذا صحيح؟"}},
		{"indentation is not part of it", "   Indented words here.", []string{"paragraph: Indented words here."}},
	}
	for _, tt := range tests {
		if got, want := looks(Passages(tt.text)), strings.Join(tt.want, "\n"); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, got, want)
		}
	}
}

func TestPassagesAreCountedInCodePoints(t *testing.T) {
	text := "Հայ 👩‍👧\n\n  two words.\n\nend"
	points := []rune(text)
	for i, p := range Passages(text) {
		if p.Number != i+1 || string(points[p.Start:p.End]) != p.Text {
			t.Errorf("passage %d (%d to %d) is %q, the text there is %q", p.Number, p.Start, p.End, p.Text, string(points[p.Start:p.End]))
		}
	}
}

func TestPassageAtKnowsTheGaps(t *testing.T) {
	d := NewDocument("One.\n\nTwo.")
	tests := []struct{ pos, number int }{{-1, 0}, {0, 1}, {3, 1}, {4, 0}, {5, 0}, {6, 2}, {9, 2}, {10, 0}}
	for _, tt := range tests {
		p, ok := d.PassageAt(tt.pos)
		if p.Number != tt.number || ok != (tt.number > 0) {
			t.Errorf("PassageAt(%d) = %d, %v; want %d", tt.pos, p.Number, ok, tt.number)
		}
	}
}

// TestRealBriefIsPartedWell reads a brief that is not part of the project.
func TestRealBriefIsPartedWell(t *testing.T) {
	path := os.Getenv("CLAIMDESK_TEST_BRIEF")
	if path == "" {
		t.Skip("CLAIMDESK_TEST_BRIEF names no file")
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text, err := Normalise(raw)
	if err != nil {
		t.Fatal(err)
	}
	passages, items := Passages(text), 0
	for _, p := range passages {
		if p.Kind == Item {
			items++
		}
	}
	if items != 5 || passages[0].Kind != Heading || strings.Contains(text, "\n\n\n") {
		t.Errorf("%d items, begins with a %s", items, passages[0].Kind)
	}
}
