package feed

import (
	"bytes"
	"encoding/xml"
	"html"
	"time"

	"claimdesk/internal/factcheck"
)

// RSS is the channel as an RSS 2.0 document.
func RSS(c Channel) ([]byte, error) {
	out := rss{Version: "2.0", Atom: "http://www.w3.org/2005/Atom",
		Content: "http://purl.org/rss/1.0/modules/content/", DC: "http://purl.org/dc/elements/1.1/",
		Channel: channel{
			Title: line(c.Title), Link: c.Base + "/", Description: line(c.Description), Language: line(c.Language), Rights: line(c.Rights),
			LastBuild: rfc822(c.Changed), Docs: "https://www.rssboard.org/rss-specification", Generator: "Claimdesk",
			Self: link{Href: c.Self, Rel: "self", Type: "application/rss+xml"},
		}}
	if c.Logo != "" {
		out.Channel.Image = &image{URL: c.Logo, Title: line(c.Title), Link: c.Base + "/"}
	}
	for _, i := range c.Items {
		out.Channel.Items = append(out.Channel.Items, newItem(c, i))
	}
	var b bytes.Buffer
	b.WriteString(xml.Header)
	e := xml.NewEncoder(&b)
	e.Indent("", "  ")
	if err := e.Encode(out); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}

type rss struct {
	XMLName xml.Name `xml:"rss"`
	Version string   `xml:"version,attr"`
	Atom    string   `xml:"xmlns:atom,attr"`
	Content string   `xml:"xmlns:content,attr"`
	DC      string   `xml:"xmlns:dc,attr"`
	Channel channel  `xml:"channel"`
}

type channel struct {
	Title       string `xml:"title"`
	Link        string `xml:"link"`
	Description string `xml:"description"`
	Language    string `xml:"language,omitempty"`
	Rights      string `xml:"copyright,omitempty"`
	LastBuild   string `xml:"lastBuildDate,omitempty"`
	Docs        string `xml:"docs"`
	Generator   string `xml:"generator"`
	Self        link   `xml:"atom:link"`
	Image       *image `xml:"image"`
	Items       []item `xml:"item"`
}

type link struct {
	Href string `xml:"href,attr"`
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
}

type image struct {
	URL   string `xml:"url"`
	Title string `xml:"title"`
	Link  string `xml:"link"`
}

type item struct {
	Title       string     `xml:"title"`
	Link        string     `xml:"link"`
	GUID        guid       `xml:"guid"`
	Published   string     `xml:"pubDate"`
	Updated     string     `xml:"atom:updated"`
	Creator     string     `xml:"dc:creator,omitempty"`
	Language    string     `xml:"dc:language,omitempty"`
	Categories  []category `xml:"category"`
	Description string     `xml:"description"`
	Whole       text       `xml:"content:encoded"`
}

type guid struct {
	IsPermaLink bool   `xml:"isPermaLink,attr"`
	ID          string `xml:",chardata"`
}

type category struct {
	Domain string `xml:"domain,attr,omitempty"`
	Name   string `xml:",chardata"`
}

type text struct {
	HTML string `xml:",cdata"`
}

// newItem is one check. Its title is plain text; readers take its description
// for HTML, so what stands in that is escaped.
func newItem(c Channel, i Item) item {
	address := c.Base + i.Live.Path()
	out := item{
		Title:       line(i.Content.Rating.Label + ": " + i.Content.Headline),
		Link:        address,
		GUID:        guid{ID: i.Live.GUID},
		Published:   rfc822(i.Live.FirstAt),
		Updated:     i.Live.UpdatedAt.UTC().Format(time.RFC3339),
		Creator:     line(creator(c, i.Content)),
		Language:    line(i.Content.Language),
		Description: html.EscapeString(line(i.Content.Rating.Label + ". " + i.Content.Summary)),
		Whole:       text{valid(whole(c.Base, address, i))},
	}
	for _, t := range i.Content.Topics {
		out.Categories = append(out.Categories, category{c.Base + "/topics", line(t.Name)})
	}
	out.Categories = append(out.Categories, category{c.Base + "/ratings", line(i.Content.Rating.Label)})
	return out
}

func creator(c Channel, content factcheck.Content) string {
	if content.Byline != "" {
		return content.Byline
	}
	return c.Title
}

// rfc822 is the date of RSS: RFC 822 with a year of four digits.
func rfc822(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC1123Z)
}
