package prose

import (
	"strings"
	"testing"
	"time"
)

const (
	one      = `<a class="mark" id="mark-1" href="#evidence-1"><span class="visually-hidden">Evidence </span>1</a>`
	oneAgain = `<a class="mark" href="#evidence-1"><span class="visually-hidden">Evidence </span>1</a>`
	two      = `<a class="mark" id="mark-2" href="#evidence-2"><span class="visually-hidden">Evidence </span>2</a>`
)

func TestMarksBecomeLinksToTheirEvidence(t *testing.T) {
	for name, c := range map[string]struct{ markdown, want string }{
		"at a word":               {"Frozen[1].", "<p>Frozen" + one + ".</p>\n"},
		"joined to its word":      {"Frozen [1], not left.", "<p>Frozen" + one + ", not left.</p>\n"},
		"on the next line":        {"Frozen\n[1]", "<p>Frozen" + one + "</p>\n"},
		"one id each":             {"a[1] b[1]", "<p>a" + one + " b" + oneAgain + "</p>\n"},
		"two in a row":            {"a[1][2]", "<p>a" + one + two + "</p>\n"},
		"two with a blank":        {"a [1] [2] b", "<p>a" + one + two + " b</p>\n"},
		"before a colon":          {"It says [1]: no.", "<p>It says" + one + ": no.</p>\n"},
		"in emphasis":             {"*so [1]*", "<p><em>so" + one + "</em></p>\n"},
		"in a list":               {"- a [1]", "<ul>\n<li>a" + one + "</li>\n</ul>\n"},
		"to no evidence":          {"a [3]", "<p>a [3]</p>\n"},
		"number nought":           {"a [0]", "<p>a [0]</p>\n"},
		"escaped":                 {`a \[1\]`, "<p>a [1]</p>\n"},
		"in code":                 {"a `[1]`", "<p>a <code>[1]</code></p>\n"},
		"a link's words":          {"[1](https://example.org)", `<p><a href="https://example.org">1</a></p>` + "\n"},
		"in a link's words":       {"[see [1]](https://example.org)", `<p><a href="https://example.org">see [1]</a></p>` + "\n"},
		"the name of a link":      {"a [1]\n\n[1]: https://example.org", `<p>a <a href="https://example.org">1</a></p>` + "\n"},
		"words in brackets":       {"a [sic]", "<p>a [sic]</p>\n"},
		"a number that is longer": {"a [20230914]", "<p>a [20230914]</p>\n"},
	} {
		if got := HTML(c.markdown, 2); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", name, got, c.want)
		}
	}
}

func TestHeadingsBeginBelowThePagesOwnAndLeaveNoStepOut(t *testing.T) {
	for markdown, want := range map[string]string{
		"# a":                      "h2",
		"## a":                     "h2",
		"# a\n## b\n# c":           "h2 h3 h2",
		"# a\n### b":               "h2 h3",
		"### a\n## b\n### c":       "h2 h2 h3",
		"# a\n## b\n### c\n#### d": "h2 h3 h4 h4",
	} {
		var got []string
		for part := range strings.SplitSeq(HTML(markdown, 0), "<h") {
			if part != "" {
				got = append(got, "h"+part[:1])
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: got %v, want %s", markdown, got, want)
		}
	}
}

func TestNothingForbiddenComesOut(t *testing.T) {
	for name, c := range map[string]struct{ markdown, want string }{
		"a script":            {"<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"},
		"a tag in a line":     {"a <b onclick=x>b</b>", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n"},
		"a script's address":  {"[a](javascript:alert(1))", "<p>a</p>\n"},
		"data":                {"[a](data:text/html,x)", "<p>a</p>\n"},
		"an automatic script": {"<javascript:alert(1)>", "<p>javascript:alert(1)</p>\n"},
		"an image":            {"![seat](https://example.org/seat.png)", `<p><a href="https://example.org/seat.png">seat</a></p>` + "\n"},
		"an image in a link":  {"[![seat](s.png)](https://example.org)", `<p><a href="https://example.org">seat</a></p>` + "\n"},
		"a nameless image":    {"![](https://example.org/s.png)", `<p><a href="https://example.org/s.png">https://example.org/s.png</a></p>` + "\n"},
		"an honest link":      {"[a](https://example.org?a=1&b=2)", `<p><a href="https://example.org?a=1&amp;b=2">a</a></p>` + "\n"},
		"an address by mail":  {"<desk@example.org>", `<p><a href="mailto:desk@example.org">desk@example.org</a></p>` + "\n"},
		"a page of ours":      {"[a](/ratings)", `<p><a href="/ratings">a</a></p>` + "\n"},
	} {
		if got := HTML(c.markdown, 0); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", name, got, c.want)
		}
	}
}

func TestTangledTextIsShownAsTyped(t *testing.T) {
	const long = 200_000
	for _, part := range []string{">", "> ", "- ", "1. ", "*a ", "[a](", "![a](", "[a]: b\n", "[[", "`a ``", "- - a\n\n  ", "**a ", "<"} {
		text := strings.Repeat(part, long/len(part))
		begun := time.Now()
		out := HTML(text, 3)
		Check(text, 3)
		if took := time.Since(begun); took > 20*time.Second {
			t.Errorf("%q took %v", part, took)
		}
		if Tangled(text) && !strings.HasPrefix(out, "<p>") {
			t.Errorf("%q: %.40q", part, out)
		}
	}
	if got := HTML(strings.Repeat(">", 100)+" <i>", 0); got != "<p>"+strings.Repeat("&gt;", 100)+" &lt;i&gt;</p>\n" {
		t.Errorf("got %q", got)
	}
}
