package prose

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// mayStand lists the elements and, after each, the attributes of what HTML
// gives.
var mayStand = map[string][]string{
	"p": nil, "br": nil, "hr": nil, "h2": nil, "h3": nil, "h4": nil, "em": nil, "strong": nil, "blockquote": nil,
	"ul": nil, "li": nil, "pre": nil, "code": nil, "ol": {"start"}, "a": {"href", "title", "class", "id"}, "span": {"class"},
}

func FuzzHTML(f *testing.F) {
	for _, s := range []string{"# A\n\na [1] *b* [c](https://example.org \"t\")", "<script>x</script>", "[a](javascript:x)", "> 1. - a\n\n\t`b`",
		"[1][2] [3]: x\n\n[3]: y", "![a [1]](b)", "&#x6a;avascript:", "<a href=x onclick=y>", "***a** b*", "[a]: <b\n'c'>"} {
		f.Add(s, 2)
	}
	f.Fuzz(func(t *testing.T, markdown string, evidence int) {
		out := HTML(markdown, evidence)
		sound := wellFormed(t, out)
		if !sound {
			t.Fatalf("%q gives %q", markdown, out)
		}
		if again := policy.Sanitize(out); again != out {
			t.Fatalf("%q gives %q, sanitised once more %q", markdown, out, again)
		}
		Check(markdown, evidence)
		wellFormed(t, Absolute(out, "https://news.example/fact-checks/a"))
	})
}

// wellFormed looks at every tag: allowed, closed in its order, with allowed
// attributes.
func wellFormed(t *testing.T, out string) bool {
	var open []string
	tokens := html.NewTokenizer(strings.NewReader(out))
	for {
		switch kind := tokens.Next(); kind {
		case html.ErrorToken:
			return len(open) == 0
		case html.CommentToken, html.DoctypeToken:
			t.Errorf("a comment")
			return false
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			token := tokens.Token()
			allowed, known := mayStand[token.Data]
			if !known || !attributesSound(token.Attr, allowed) {
				t.Errorf("not allowed: %s", token)
				return false
			}
			if token.Data == "br" || token.Data == "hr" {
				continue
			}
			if kind == html.StartTagToken {
				open = append(open, token.Data)
			} else if n := len(open); n == 0 || open[n-1] != token.Data {
				t.Errorf("closes %s in %v", token.Data, open)
				return false
			} else {
				open = open[:n-1]
			}
		}
	}
}

func attributesSound(list []html.Attribute, allowed []string) bool {
	for _, a := range list {
		scheme, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(a.Val)), ":")
		if !slices.Contains(allowed, a.Key) || a.Key == "href" && slices.Contains([]string{"javascript", "data", "vbscript"}, scheme) {
			return false
		}
	}
	return true
}
