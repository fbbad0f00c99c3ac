package quote

import (
	"net/url"
	"strings"
	"testing"
)

func TestTextFragmentFollowsTheRulesOfTheEncoding(t *testing.T) {
	one := func(exact, prefix, suffix string) Anchor {
		return Anchor{Exact: exact, Prefix: prefix, Suffix: suffix, Spans: []Span{{Exact: exact}}}
	}
	const page = "https://example.org/a"
	long := "Armenia is not pursuing formal withdrawal from the alliance, but it is essentially freezing its membership in it, and it seeks to create some distance."
	tests := []struct {
		name, url, want string
		a               Anchor
	}{
		{"enough words, with their neighbours and without", page,
			page + "#:~:text=before%20it-,five%20words%20of%20the%20quote,-after%20it&text=five%20words%20of%20the%20quote",
			one("five words of the quote", "before it ", " after it")},
		{"without neighbours", page, page + "#:~:text=five%20words%20of%20the%20quote", one("five words of the quote", "", "")},
		{"a short one takes its neighbours", page, page + "#:~:text=before%20it-,he%20said,-after%20it", one("he said", "before it ", " after it")},
		{"neighbours by whole words", page, page + "#:~:text=words%20that%20stand%20before%20it-,he%20said,-and%20these%20words%20stand%20after",
			one("he said", "lf words that stand before it   ", " and these words stand after hal")},
		{"neighbours on one line", page, page + "#:~:text=then-,he%20said,-After%20it", one("he said", "Before.\n\nthen ", "\n\nAfter it")},
		{"a whole line with neighbours that the page may not have", page, page + "#:~:text=Before.-,Yes.,-After%20it&text=Yes.",
			one("Yes.", "One.\n\nBefore.\n\n", "\n\nAfter it\nand more")},
		{"signs with a meaning", page, page + "#:~:text=one%2C%20two%2Dthree%20%26%20four%20%23%20five%20%2B%20%25%20six", one("one, two-three & four # five + % six", "", "")},
		{"signs that stand for themselves", page, page + "#:~:text=A.b_c~d%20%21%20%27%20%28%29%20%2A%20e%20f%20g%20h", one("A.b_c~d ! ' () * e f g h", "", "")},
		{"Armenian", page, page + "#:~:text=%D5%B0%D5%A1-,%D5%A5%D5%BD", one("ես", "հա ", "")},
		{"white space is one space", page, page + "#:~:text=one%20two%20three%20four%20five", one("one\ttwo\u00A0three  four five", "", "")},
		{"over a line end by its ends", page, page + "#:~:text=one,two%20three", one("one\ntwo three", "", "")},
		{"a long one by its ends", page, page + "#:~:text=Armenia%20is%20not%20pursuing%20formal,seeks%20to%20create%20some%20distance.", one(long, "", "")},
		{"ends that stand within are made longer", page,
			page + "#:~:text=one%20two%20three%20four%20five,z%20w%20and%20then%20they%20all%20went%20home",
			one("one two three four five, "+strings.Repeat("and then they all went home ", 5)+"a b c x y z w and then they all went home", "", "")},
		{"across passages by its ends", page, page + "#:~:text=the%20end%20of%20it,The%20start", one("the end of it.\n\nThe start", "", "")},
		{"inside words the neighbours tell", page, page + "#:~:text=un-,formal%20withdrawal%20from%20the%20alliance,-s",
			one("formal withdrawal from the alliance", "un", "s")},
		{"a fragment is kept", page + "#part", page + "#part:~:text=five%20words%20of%20the%20quote", one("five words of the quote", "", "")},
		{"an empty fragment", page + "#", page + "#:~:text=five%20words%20of%20the%20quote", one("five words of the quote", "", "")},
		{"an older directive gives way", page + "?q=%20#p:~:text=old", page + "?q=%20#p:~:text=five%20words%20of%20the%20quote", one("five words of the quote", "", "")},
		{"capital scheme", "HTTP://EXAMPLE.ORG", "HTTP://EXAMPLE.ORG#:~:text=five%20words%20of%20the%20quote", one("five words of the quote", "", "")},
		{"not a page", "mailto:a@example.org", "mailto:a@example.org", one("five words of the quote", "", "")},
		{"no URL", "", "", one("five words of the quote", "", "")},
		{"a path", "/a", "/a", one("five words of the quote", "", "")},
		{"no quote", page, page, Anchor{}},
		{"an anchor without spans", page, page + "#:~:text=five%20words%20of%20the%20quote", Anchor{Exact: "five words of the quote"}},
		{"several spans", page, page + "#:~:text=he-,is%20not&text=in%20the%20end%20he%20is,-.",
			Anchor{Exact: "x", Prefix: "he ", Suffix: ".", Spans: []Span{{Exact: "is not"}, {Exact: "in the end he is"}}}},
		{"a few words in the middle are left out", page, page + "#:~:text=he-,is%20not&text=he%20is",
			Anchor{Exact: "x", Prefix: "he ", Spans: []Span{{Exact: "is not"}, {Exact: "in the"}, {Exact: "he is"}}}},
	}
	for _, tt := range tests {
		if got := TextFragment(tt.url, tt.a); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

func TestTextFragmentOfAFoundQuoteDecodesToItsWords(t *testing.T) {
	d := NewDocument(story)
	a, err := d.Find(Selector{Exact: "is not leaving […] freezing its part.\n\nNothing"})
	if err != nil {
		t.Fatal(err)
	}
	_, fragment, _ := strings.Cut(TextFragment("https://example.org/", a), "#:~:")
	got, err := url.PathUnescape(fragment)
	if want := "text=Armenia-,is not leaving&text=freezing its part,Nothing,-is decided, he added."; err != nil || got != want {
		t.Errorf("%q, %v; want %q", got, err, want)
	}
}
