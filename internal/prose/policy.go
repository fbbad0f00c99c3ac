package prose

import (
	"regexp"

	"github.com/microcosm-cc/bluemonday"
)

// policy is what may stand in an article.
var policy = newPolicy()

func newPolicy() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements("p", "br", "hr", "h2", "h3", "h4", "em", "strong", "blockquote", "ul", "ol", "li", "pre", "code")
	p.AllowAttrs("start").Matching(bluemonday.Integer).OnElements("ol")
	p.AllowURLSchemes("http", "https", "mailto")
	p.AllowRelativeURLs(true)
	p.RequireParseableURLs(true)
	p.AllowAttrs("href").OnElements("a")
	p.AllowAttrs("title").OnElements("a")
	p.AllowAttrs("class").Matching(regexp.MustCompile(`^mark$`)).OnElements("a")
	p.AllowAttrs("id").Matching(regexp.MustCompile(`^mark-([0-9]{1,4}|[A-Z]{1,2})$`)).OnElements("a")
	p.AllowAttrs("class").Matching(regexp.MustCompile(`^visually-hidden$`)).OnElements("span")
	return p
}
