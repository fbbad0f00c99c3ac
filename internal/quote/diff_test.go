package quote

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// sides joins a diff back into its two texts.
func sides(diff []Diff) (a, b string) {
	for _, d := range diff {
		if d.Op != Insert {
			a += d.Text
		}
		if d.Op != Delete {
			b += d.Text
		}
	}
	return a, b
}

func TestWordDiffReadsAsProse(t *testing.T) {
	tests := []struct{ name, a, b, want string }{
		{"both empty", "", "", ""},
		{"equal", "The same.", "The same.", "The same."},
		{"from nothing", "", "New words.", "{+New words.+}"},
		{"to nothing", "Old words.", "", "[-Old words.-]"},
		{"one word", "He said no.", "He said yes.", "He said [-no-]{+yes+}."},
		{"a word more", "It is pursuing it.", "It is not pursuing it.", "It is {+not +}pursuing it."},
		{"a word less", "It is not pursuing it.", "It is pursuing it.", "It is [-not -]pursuing it."},
		{"neighbours stand together", "a big red car", "a small blue car", "a [-big red-]{+small blue+} car"},
		{"no crumbs between changes", "the withdrawal of the northern brigade", "the movements of the southern division",
			"the [-withdrawal of the northern brigade-]{+movements of the southern division+}"},
		{"words of some length stay", "yesterday ministers in Yerevan denied everything", "today ministers in Yerevan confirmed nothing",
			"[-yesterday-]{+today+} ministers in Yerevan [-denied everything-]{+confirmed nothing+}"},
		{"an apostrophe belongs to its word", "Armenia's turn", "Armenia’s turn", "[-Armenia's-]{+Armenia’s+} turn"},
		{"a full stop is not part of a word", "It ended", "It ended.", "It ended{+.+}"},
		{"Armenian", "դուրս է գալիս", "դուրս չի գալիս", "դուրս [-է-]{+չի+} գալիս"},
		{"Chinese by characters", "他说不", "他没说不", "他{+没+}说不"},
		{"an accent belongs to its letter", "x\u0302y", "xy", "[-x\u0302y-]{+xy+}"},
	}
	for _, tt := range tests {
		diff := WordDiff(tt.a, tt.b)
		if got := show(diff); got != tt.want {
			t.Errorf("%s: %s; want %s", tt.name, got, tt.want)
		}
		if a, b := sides(diff); a != tt.a || b != tt.b {
			t.Errorf("%s: the diff joins to %q and %q", tt.name, a, b)
		}
	}
}

// article is a text of n numbered sentences, of which some differ by round.
func article(n, round int) string {
	var out strings.Builder
	for i := range n {
		word := fmt.Sprintf("word%d", i)
		if i%17 == 0 {
			word = fmt.Sprintf("changed%d", i*10+round)
		}
		fmt.Fprintf(&out, "Here is %s of the long text. ", word)
	}
	return out.String()
}

func TestWordDiffOfLongTextsStaysExactAndQuick(t *testing.T) {
	shuffled := strings.Fields(article(6000, 0))
	for i := range shuffled {
		j := i * 7919 % len(shuffled)
		shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
	}
	tests := []struct {
		name, a, b string
		atLeast    int // equal code points
	}{
		{"a few changes everywhere", article(6000, 1), article(6000, 2), 180_000},
		{"all words in another order", article(6000, 0), strings.Join(shuffled, " "), 0},
		{"hardly any different words", strings.Repeat("a b ", 50_000), strings.Repeat("b a a ", 33_000), 0},
		{"no word alike", strings.Repeat("a ", 100_000), strings.Repeat("b ", 100_000), 0},
	}
	for _, tt := range tests {
		began := time.Now()
		diff := WordDiff(tt.a, tt.b)
		if took := time.Since(began); took > 5*time.Second {
			t.Errorf("%s took %v", tt.name, took)
		}
		equal := 0
		for _, d := range diff {
			if d.Op == Equal {
				equal += len(d.Text)
			}
		}
		if a, b := sides(diff); a != tt.a || b != tt.b || equal < tt.atLeast {
			t.Errorf("%s: %d pieces, %d equal, or they do not join", tt.name, len(diff), equal)
		}
	}
}

func TestWordsCountsAsAnEditorWould(t *testing.T) {
	tests := []struct {
		text string
		want int
	}{
		{"", 0}, {"— … —", 0}, {"One.", 1}, {"Armenia’s anti-Russian turn", 3}, {"10,000 men in 3.5 days", 5},
		{"end.Next", 2}, {"ինչո՞ւ ոչ", 2}, {"他说不", 3}, {"قالَ الوزيرُ", 2}, {"a\u00A0b\nc", 3}, {"bad \xff bytes\xc3", 2},
	}
	for _, tt := range tests {
		if got := Words(tt.text); got != tt.want {
			t.Errorf("Words(%q) = %d, want %d", tt.text, got, tt.want)
		}
	}
}
