package prose

import (
	"slices"
	"testing"
)

func TestCheckNamesWhatIsBrokenAsItWasTyped(t *testing.T) {
	for markdown, want := range map[string][]string{
		"":                                  nil,
		"a [1] and [2]":                     nil,
		"a [3] b [0] c [3]":                 {"[3]", "[0]"},
		"[a](https://example.org/x#y)":      nil,
		"<https://example.org>":             nil,
		"[a](mailto:desk@example.org)":      nil,
		"<desk@example.org>":                nil,
		"[a](/ratings) [b](#top) [c](../x)": nil,
		"[a]()":                             {"[a]()"},
		"[a](www.example.org)":              {"www.example.org"},
		"[a](//example.org)":                {"//example.org"},
		"[a](ftp://example.org)":            {"ftp://example.org"},
		"[a](javascript:alert(1))":          {"javascript:alert(1)"},
		"<javascript:alert(1)>":             {"javascript:alert(1)"},
		"[a](https:///x)":                   {"https:///x"},
		"[a](https://u:p@example.org)":      {"https://u:p@example.org"},
		"[a](mailto:nobody)":                {"mailto:nobody"},
		"[a](https://example.org/%zz)":      {"https://example.org/%zz"},
		"see [a](https://example.org/x y)":  {"[a](https://example.org/x y)"},
		`see \[a](https://example.org/x y)`: nil,
		"`[a](x y)`":                        nil,
		"![a](data:image/png,x)":            {"data:image/png,x"},
		"[a][b]\n\n[b]: nowhere":            {"nowhere"},
		"# Heading [7]":                     {"[7]"},
	} {
		if got := Check(markdown, 2); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", markdown, got, want)
		}
	}
}

func TestAbsoluteResolvesEveryAddress(t *testing.T) {
	const base = "https://news.example/fact-checks/csto"
	for in, want := range map[string]string{
		HTML("a [1]", 1):               `<p>a<a class="mark" id="mark-1" href="` + base + `#evidence-1"><span class="visually-hidden">Evidence </span>1</a></p>` + "\n",
		`<a href="/ratings?a&amp;b">x`: `<a href="https://news.example/ratings?a&amp;b">x`,
		`<img src="i.png"/>`:           `<img src="https://news.example/fact-checks/i.png"/>`,
		`<a href="http://e.x/">x</a>`:  `<a href="http://e.x/">x</a>`,
		`a &amp; b`:                    `a &amp; b`,
	} {
		if got := Absolute(in, base); got != want {
			t.Errorf("%q:\n got %q\nwant %q", in, got, want)
		}
	}
	if got := Absolute(`<a href="/x">`, "nowhere"); got != `<a href="/x">` {
		t.Errorf("without a base: got %q", got)
	}
}
