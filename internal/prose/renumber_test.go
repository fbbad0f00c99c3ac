package prose

import (
	"slices"
	"testing"
)

func TestRenumberWritesNewNumbersIntoMarksAlone(t *testing.T) {
	swap, remove := map[int]int{1: 2, 2: 1}, map[int]int{1: 0, 2: 1, 3: 2}
	for _, c := range []struct {
		name, in, want string
		to             map[int]int
	}{
		{"two swapped", "a [1] b [2]", "a [2] b [1]", swap},
		{"each mark is renumbered once", "[1][2][1]", "[2][1][2]", swap},
		{"one removed", "a [1], b [2], c [3]", "a [0], b [1], c [2]", remove},
		{"a number that nothing is said of", "a [4] b [0]", "a [4] b [0]", remove},
		{"nothing to do", "a [1]", "a [1]", nil},
		{"more digits than before", "a [9] b [1]", "a [10] b [1]", map[int]int{9: 10, 10: 9}},
		{"more evidence than was counted", "a [12]", "a [3]", map[int]int{12: 3}},
		{"leading noughts", "a [01]", "a [2]", swap},
		{"no text", "", "", swap},

		{"heading", "## A [1]\n\nb [2]", "## A [2]\n\nb [1]", swap},
		{"heading underlined", "A [1]\n---\n", "A [2]\n---\n", swap},
		{"list", "- a [1]\n- b\n  [2]\n\n1. c [1]", "- a [2]\n- b\n  [1]\n\n1. c [2]", swap},
		{"quotation", "> a [1]\nb [2]\n> > c [1]", "> a [2]\nb [1]\n> > c [2]", swap},
		{"emphasis", "*a [1]* **b [2]**", "*a [2]* **b [1]**", swap},
		{"after other scripts", "Հայաստան՝ [1] Россия “é” [2]", "Հայաստան՝ [2] Россия “é” [1]", swap},
		{"windows line ends and tabs", "a [1]\r\nb\t[2]\r\n-\tc [1]\r\n", "a [2]\r\nb\t[1]\r\n-\tc [2]\r\n", swap},

		{"code span", "`[1]` [1]", "`[1]` [2]", swap},
		{"code block", "    [1]\n\n```\n[2]\n```\n\n[1]", "    [1]\n\n```\n[2]\n```\n\n[2]", swap},
		{"escaped", `\[1] [1\] [1]`, `\[1] [1\] [2]`, swap},
		{"link", "[1](https://example.org) [1]", "[1](https://example.org) [2]", swap},
		{"words of a link", "[see [1] there](https://example.org) [1]", "[see [1] there](https://example.org) [2]", swap},
		{"words of an image", "![see [1]](https://example.org/a.png) [1]", "![see [1]](https://example.org/a.png) [2]", swap},
		{"link by name", "[1] [2]\n\n[1]: https://example.org", "[1] [1]\n\n[1]: https://example.org", swap},
		{"number too long for a mark", "[00001] [1]", "[00001] [2]", swap},
		{"no number", "[a] [] [-1] [1a] [1]", "[a] [] [-1] [1a] [2]", swap},
		{"not valid UTF-8", "\xff [1]", "\xff [1]", swap},
	} {
		if got := Renumber(c.in, c.to); got != c.want {
			t.Errorf("%s: %q became %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestAMarkOfEvidenceThatIsGoneIsBroken(t *testing.T) {
	body := Renumber("a [1] and [2]", map[int]int{1: 0, 2: 1})
	if broken := Check(body, 1); !slices.Equal(broken, []string{"[0]"}) {
		t.Errorf("%q: broken are %q, want [0] alone", body, broken)
	}
}

func FuzzRenumberChangesNothingButTheNumbersOfMarks(f *testing.F) {
	for _, seed := range []string{"a [1] b [2]", "> - [1]\n\n`[2]`", "[x [1]](y) \\[2]", "[1]: x\n[1][2]", "\t- [1]\n\t\t[2]", "*[1]_[2]*_"} {
		f.Add(seed)
	}
	swap := map[int]int{1: 2, 2: 1}
	f.Fuzz(func(t *testing.T, typed string) {
		there := Renumber(typed, swap)
		if len(there) != len(typed) && !hasNoughts(typed) {
			t.Fatalf("%q became %q: more than digits has changed", typed, there)
		}
		for i := range min(len(there), len(typed)) {
			if there[i] != typed[i] && !hasNoughts(typed) && (typed[i] != '1' && typed[i] != '2' || typed[i-1] != '[' || typed[i+1] != ']') {
				t.Fatalf("%q became %q: byte %d is no mark's number", typed, there, i)
			}
		}
	})
}

// hasNoughts tells whether a mark may be typed longer than it is written.
func hasNoughts(typed string) bool {
	for i := 1; i < len(typed); i++ {
		if typed[i-1] == '[' && typed[i] == '0' {
			return true
		}
	}
	return false
}
