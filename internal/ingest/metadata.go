package ingest

import (
	"strings"
	"time"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"claimdesk/internal/factcheck"
)

// about is what the head of a page says of it, by the names of its metadata.
type about struct {
	meta     map[string]string
	title    string // of the window
	language string
	canon    string
	article  readability.Article
}

// metadata reads the head of a page, before it is taken apart.
func metadata(doc *html.Node) *about {
	a := &about{meta: map[string]string{}}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			a.language = attribute(n, "lang")
		case atom.Title:
			if a.title == "" && n.Namespace == "" {
				a.title = oneLine(inside(n))
			}
		case atom.Link:
			if strings.EqualFold(attribute(n, "rel"), "canonical") && a.canon == "" {
				a.canon = strings.TrimSpace(attribute(n, "href"))
			}
		case atom.Meta:
			a.keep(attribute(n, "content"), attribute(n, "property"), attribute(n, "name"), attribute(n, "itemprop"))
		case atom.Script:
			if strings.EqualFold(attribute(n, "type"), "application/ld+json") {
				a.linkedData(inside(n))
			}
		}
	}
	return a
}

// keep stores a value under its names; the first of several stands.
func (a *about) keep(value string, names ...string) {
	value = oneLine(value)
	for _, name := range names {
		name = strings.ToLower(strings.TrimSpace(name))
		if name != "" && value != "" && a.meta[name] == "" {
			a.meta[name] = value
		}
	}
}

// add takes in what the search for the article has found out.
func (a *about) add(article readability.Article) { a.article = article }

// guess says what the page tells of itself. Heading is its first one, or nil.
func (a *about) guess(text string, heading *html.Node) factcheck.SourceDraft {
	g := factcheck.SourceDraft{
		Title:       a.article.Title(),
		Publisher:   a.any("og:site_name", "ld:publisher", "dc.publisher", "citation_publisher", "application-name"),
		Authors:     a.authors(),
		PublishedOn: a.date(),
		Language:    a.tag(),
	}
	if g.Title == "" {
		g.Title = a.any("ld:title", "og:title", "twitter:title", "dc.title", "citation_title")
	}
	if g.Title == "" && heading != nil {
		g.Title = textOf(heading, false)
	}
	if g.Title == "" {
		g.Title = a.title
	}
	if lines := firstLines(text); g.Title == "" && len(lines) > 1 && titled(lines[0]) {
		g.Title = lines[0]
	}
	g.Title = withoutSite(g.Title, g.Publisher, heading)
	if g.URL = a.canon; !factcheck.WebAddress(g.URL) {
		g.URL = a.any("og:url", "ld:url")
	}
	if g.Language == "" {
		g.Language = languageOf(text)
	}
	return g
}

// separators stand between a page's title and the name of its site.
var separators = []string{" | ", " - ", " – ", " — ", " · ", " :: "}

// withoutSite takes the site's name off the end of a title: what follows a
// separator and is the publisher, or stands after all of the page's heading.
func withoutSite(title, publisher string, heading *html.Node) string {
	first := ""
	if heading != nil {
		first = oneLine(textOf(heading, false))
	}
	for _, s := range separators {
		if before, _ := strings.CutSuffix(title, s+publisher); publisher != "" && before != title {
			return before
		}
		if first != "" && strings.HasPrefix(title, first+s) {
			return first
		}
	}
	return title
}

// any is the first of these metadata that the page has.
func (a *about) any(names ...string) string {
	for _, n := range names {
		if v := a.meta[n]; v != "" {
			return v
		}
	}
	return ""
}

func (a *about) tag() string {
	for _, tag := range []string{a.language, a.any("ld:language", "og:locale", "content-language", "dc.language"), a.article.Language()} {
		if tag = strings.ReplaceAll(strings.TrimSpace(tag), "_", "-"); tag != "" {
			return tag
		}
	}
	return ""
}

func (a *about) authors() []string {
	for _, line := range []string{a.any("author", "dc.creator", "citation_author"), a.any("ld:author"), a.article.Byline(), a.any("article:author")} {
		line, _ = after(oneLine(line), "By ")
		if names := people(line); len(names) > 0 {
			return names
		}
	}
	return nil
}

// date is the day of publication as the page's metadata have it, in the
// page's own time zone.
func (a *about) date() string {
	day := dayOf(a.any("article:published_time", "og:article:published_time", "ld:date", "datepublished",
		"dc.date.issued", "dc.date", "dcterms.created", "dcterms.issued", "citation_publication_date", "date"))
	if day != "" {
		return day
	}
	if t, err := a.article.PublishedTime(); err == nil && t.Year() > 1900 {
		return t.Format(time.DateOnly)
	}
	return ""
}

// inside is the text that stands right in an element.
func inside(n *html.Node) string {
	var out strings.Builder
	for c := range n.ChildNodes() {
		if c.Type == html.TextNode {
			out.WriteString(c.Data)
		}
	}
	return out.String()
}
