package prose

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// Absolute makes every href and src in a piece of HTML absolute, for feeds.
// Base is the address of the page that it comes from; an anchor becomes that
// page's with the anchor. What cannot be resolved stays as it is, and so does
// everything when base is no address.
func Absolute(source, base string) string {
	page, err := url.Parse(base)
	if err != nil || !page.IsAbs() {
		return source
	}
	var out strings.Builder
	tokens := html.NewTokenizer(strings.NewReader(source))
	for {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			return out.String()
		}
		raw := string(tokens.Raw())
		if kind == html.StartTagToken || kind == html.SelfClosingTagToken {
			if token := tokens.Token(); resolve(token.Attr, page) {
				raw = token.String()
			}
		}
		out.WriteString(raw)
	}
}

// resolve makes the addresses among attributes absolute, and tells whether it
// changed any.
func resolve(attributes []html.Attribute, page *url.URL) bool {
	changed := false
	for i, a := range attributes {
		if a.Key != "href" && a.Key != "src" {
			continue
		}
		target, err := url.Parse(a.Val)
		if err != nil || target.IsAbs() {
			continue
		}
		attributes[i].Val = page.ResolveReference(target).String()
		changed = true
	}
	return changed
}
