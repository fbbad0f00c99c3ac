package quote

import (
	"errors"
	"strings"
	"testing"
)

// show writes a diff with [-deleted-] and {+inserted+} words.
func show(diff []Diff) string {
	var out strings.Builder
	for _, d := range diff {
		switch d.Op {
		case Equal:
			out.WriteString(d.Text)
		case Delete:
			out.WriteString("[-" + d.Text + "-]")
		case Insert:
			out.WriteString("{+" + d.Text + "+}")
		}
	}
	return out.String()
}

const report = `The council of the alliance

Armenia has sent aid to Ukraine, and the prime minister’s wife went with it.

Armenia has stopped taking part in the alliance. It is not pursuing formal withdrawal from it, but is “freezing” its membership.

The alliance has six members and the alliance meets every year in the alliance’s seat.

Россия не намерена выводить войска из региона до конца года.`

func TestNearestShowsThePassageAndWhatDiffers(t *testing.T) {
	tests := []struct {
		name, typed string
		passage     int
		run, diff   string
	}{
		{"a changed meaning", "It is pursuing withdrawal from it", 3, "It is not pursuing formal withdrawal from it",
			"It is {+not +}pursuing{+ formal+} withdrawal from it"},
		{"other forms of the words", "It formally withdraws from it", 3, "It is not pursuing formal withdrawal from it",
			"It [-formally withdraws-]{+is not pursuing formal withdrawal+} from it"},
		{"other quotation marks", `"freezing" its membership.`, 3, "“freezing” its membership.", `[-"-]{+“+}freezing[-"-]{+”+} its membership.`},
		{"case", "armenia has sent Aid", 2, "Armenia has sent aid", "[-armenia-]{+Armenia+} has sent [-Aid-]{+aid+}"},
		{"rare words weigh more", "the alliance in Ukraine", 2, "", ""},
		{"Russian", "Россия намерена вывести войска", 5, "Россия не намерена выводить войска", "Россия {+не +}намерена [-вывести-]{+выводить+} войска"},
		{"a misspelt word", "Ukrayne", 2, "Ukraine", "[-Ukrayne-]{+Ukraine+}"},
	}
	d := NewDocument(report)
	for _, tt := range tests {
		_, err := d.Find(Selector{Exact: tt.typed})
		var missing *NotFound
		if !errors.As(err, &missing) || missing.Nearest == nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		n := missing.Nearest
		if n.Passage.Number != tt.passage || n.Text != n.Passage.Text || tt.run != "" && d.Slice(n.Start, n.End) != tt.run {
			t.Errorf("%s: passage %d, run %q; want %d, %q", tt.name, n.Passage.Number, d.Slice(n.Start, n.End), tt.passage, tt.run)
		}
		if got := show(n.Diff); tt.diff != "" && got != tt.diff {
			t.Errorf("%s: diff %s; want %s", tt.name, got, tt.diff)
		}
	}
}

func TestNearestIsNilWhereNothingIsAlike(t *testing.T) {
	for _, text := range []string{"", "Words.", "— … —"} {
		_, err := NewDocument(text).Find(Selector{Exact: "quite different"})
		var missing *NotFound
		if !errors.As(err, &missing) || missing.Nearest != nil {
			t.Errorf("in %q: %v", text, err)
		}
	}
}

func TestNearestFindsTheRunInAVeryLongPassage(t *testing.T) {
	text := strings.Repeat("so it went on and on ", 3000) + "until the treaty was signed in Rome " + strings.Repeat("and on it went ", 3000)
	d := NewDocument(text)
	_, err := d.Find(Selector{Exact: "until a treaty was signed at Rome"})
	var missing *NotFound
	if !errors.As(err, &missing) || missing.Nearest == nil {
		t.Fatal(err)
	}
	if got := d.Slice(missing.Nearest.Start, missing.Nearest.End); got != "until the treaty was signed in Rome" {
		t.Errorf("run %q", got)
	}
}
