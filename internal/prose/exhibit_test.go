package prose

import (
	"slices"
	"testing"
)

const (
	exhibitA = `<a class="mark" id="mark-A" href="#exhibit-A"><span class="visually-hidden">Exhibit </span>A</a>`
	exhibitC = `<a class="mark" id="mark-C" href="#exhibit-C"><span class="visually-hidden">Exhibit </span>C</a>`
)

func TestLettersBecomeLinksToTheExhibitsThatAreShown(t *testing.T) {
	for name, c := range map[string]struct{ markdown, want string }{
		"at a word":            {"Empty [A].", "<p>Empty" + exhibitA + ".</p>\n"},
		"beside a number":      {"Empty[1][A]", "<p>Empty" + one + exhibitA + "</p>\n"},
		"one that is not":      {"Empty [B].", "<p>Empty [B].</p>\n"},
		"the one after it":     {"Empty [C].", "<p>Empty" + exhibitC + ".</p>\n"},
		"an editor's word":     {"“[I] think”", "<p>“[I] think”</p>\n"},
		"escaped":              {`“\[A\] bank”`, "<p>“[A] bank”</p>\n"},
		"a small letter":       {"[a]", "<p>[a]</p>\n"},
		"a word":               {"[ABC]", "<p>[ABC]</p>\n"},
		"a letter and a digit": {"[A1]", "<p>[A1]</p>\n"},
		"a link's words":       {"[A](https://example.org)", `<p><a href="https://example.org">A</a></p>` + "\n"},
		"a link's name":        {"[A]\n\n[A]: https://example.org", `<p><a href="https://example.org">A</a></p>` + "\n"},
	} {
		if got := HTML(c.markdown, 1, true, false, true); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", name, got, c.want)
		}
	}
	if got := HTML("Empty [A].", 1); got != "<p>Empty [A].</p>\n" {
		t.Errorf("without exhibits: %q", got)
	}
}

func TestALetterThatIsNoExhibitIsNotBroken(t *testing.T) {
	if got := Check("“[A] bank”, [B] [Z] [3]", 1); !slices.Equal(got, []string{"[3]"}) {
		t.Errorf("broken: %q", got)
	}
}

func TestLettersFollowTheirExhibits(t *testing.T) {
	const body = "a[A] b [B], [1] `[A]` \\[A\\] [C](https://example.org) [C]"
	for _, c := range []struct {
		to   map[int]int
		want string
	}{
		{nil, body},
		{map[int]int{1: 2, 2: 1}, "a[B] b [A], [1] `[A]` \\[A\\] [C](https://example.org) [C]"},
		{map[int]int{1: 0, 2: 1, 3: 28}, "a[0] b [A], [1] `[A]` \\[A\\] [C](https://example.org) [AB]"},
	} {
		if got := Reletter(body, c.to); got != c.want {
			t.Errorf("%v:\n got %s\nwant %s", c.to, got, c.want)
		}
	}
	if got := Renumber(body, map[int]int{1: 2}); got != "a[A] b [B], [2] `[A]` \\[A\\] [C](https://example.org) [C]" {
		t.Errorf("numbers alone: %s", got)
	}
}

func TestATextSaysWhichExhibitsItRefersTo(t *testing.T) {
	for markdown, want := range map[string][]int{
		"":                             nil,
		"[B] and [A], [B] again":       {2, 1},
		"`[A]` \\[A\\] [A](/x) [D][1]": nil,
		"*so [C]*":                     {3},
	} {
		if got := Exhibits(markdown, 3); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", markdown, got, want)
		}
	}
	if got := Exhibits("[A]", 0); got != nil {
		t.Errorf("without exhibits: %v", got)
	}
}
