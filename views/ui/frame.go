package ui

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"strings"

	"claimdesk/static"

	"github.com/a-h/templ"
)

// Head is what a page says about itself to browsers and other machines.
// Addresses are absolute where a field says so; they come from the configured
// base, never from the request.
type Head struct {
	Title       string // of the page alone; the site's name is added
	Description string // plain text; empty for none
	Canonical   string // absolute; empty for none
	NoIndex     bool
	Article     bool   // OpenGraph type "article" rather than "website"
	Image       string // absolute address of a picture for previews; empty for none
	Feeds       []Feed // to be discovered by feed readers
	Alternate   []Feed // other representations, for example an evidence page's JSON
	JSONLD      []byte // encoded JSON, written as a data block; empty for none
}

// Feed is a link to the same thing in another format.
type Feed struct {
	Type  string // media type
	Title string
	Href  string
}

// SiteFrame is everything around the content of a public page.
type SiteFrame struct {
	Head     Head
	SiteName string
	Section  string // the current entry of the navigation: one of the Section constants
	About    string // a line or two about the newsroom, at the foot; the usual words where empty
	Query    string // in the search form, on a page of results
	Example  bool   // this is the example newsroom: every page says so
	Main     string // classes of <main>: "front", "page" or none
	Sheet    string // address of the style sheet with the newsroom's own tones; empty for none
	Logo     *Logo  // beside the name; nil for none
	Pages    []Link // that the newsroom has written about itself, at the foot
	Reuse    Reuse  // what others may do with what is published
}

// Logo is the newsroom's picture, and how large it stands, in pixels.
type Logo struct {
	Href          string
	Width, Height int
}

// Reuse is what readers are told of republishing. Nothing is said without a
// Licence.
type Reuse struct {
	Licence, URL, Credit string
	Reserved             bool // others ask first
}

// The entries of the public navigation.
const (
	SectionFactChecks = "fact-checks"
	SectionTopics     = "topics"
	SectionRatings    = "ratings"
	SectionTip        = "tip"
)

// DeskFrame is everything around the content of a page of the desk.
type DeskFrame struct {
	Title    string
	SiteName string
	User     string // the name of whoever is logged in
	Admin    bool   // shows people, settings, scale and pages in the menu
	Room     string // the current entry of the navigation: one of the Room constants
	Waiting  int    // how many things wait for the user
	Tips     int    // how many tips nobody has looked at
	Unread   int    // how many notifications the user has not read
	Query    string // in the find form, on a page of results
	Notice   string // what has just been done; a status message, empty for none
	Example  bool   // this is the example newsroom
	Anew     bool   // without scripts, the page loads itself anew every second
	Sheet    string // as SiteFrame has it
}

// The rooms of the desk.
const (
	RoomWork    = "work"
	RoomClaims  = "claims"
	RoomSources = "sources"
	RoomTips    = "tips"
	RoomTopics  = "topics"
	RoomFigures = "figures"
	RoomPeople  = "people"
	RoomLog     = "log"
)

// SheetFrame is a page of the desk for somebody who is not logged in: log-in,
// setup, a one-time link.
type SheetFrame struct {
	Title    string
	SiteName string
	Notice   *NoticeView // above the content; nil for none
	Example  bool
}

// entry is one link of a navigation.
type entry struct {
	name, label, href string
}

var siteEntries = []entry{
	{SectionFactChecks, "Fact-checks", "/fact-checks"},
	{SectionTopics, "Topics", "/topics"},
	{SectionRatings, "Verdicts", "/ratings"},
}

// rooms are the entries that a user of the desk sees.
func (f DeskFrame) rooms() []entry {
	return []entry{
		{RoomWork, "Work", "/desk"},
		{RoomClaims, "Claims", "/desk/claims"},
		{RoomSources, "Sources", "/desk/sources"},
		{RoomTips, "Tips", "/desk/tips"},
		{RoomTopics, "Topics", "/desk/topics"},
		{RoomFigures, "Figures", "/desk/figures"},
		{RoomLog, "Log", "/desk/log"},
	}
}

func current(is bool) templ.Attributes {
	if !is {
		return nil
	}
	return templ.Attributes{"aria-current": "page"}
}

func (h Head) openGraphType() string {
	if h.Article {
		return "article"
	}
	return "website"
}

// usual are the words at the foot of a newsroom that has not written its own.
const usual = "Each verdict rests on quotes found word for word in a stored copy of the source. Whatever we publish can be seen again, with what changed and why."

func (f SiteFrame) about() string {
	if f.About == "" {
		return usual
	}
	return f.About
}

// jsonLD writes encoded JSON as a data block. Whatever could end the block is
// escaped once more here, so that no content can become markup.
func jsonLD(encoded []byte) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		if len(encoded) == 0 {
			return nil
		}
		var escaped bytes.Buffer
		json.HTMLEscape(&escaped, encoded)
		_, err := io.WriteString(w, `<script type="application/ld+json">`+escaped.String()+"</script>")
		return err
	})
}

var siteSheets = []string{"css/base.css", "css/site.css", "css/check.css", "css/asked.css", "css/tip.css", "css/imprint.css"}
var deskSheets = []string{"css/base.css", "css/desk.css", "css/lists.css", "css/board.css", "css/bench.css", "css/reader.css", "css/copies.css", "css/forms.css", "css/import.css", "css/tips.css", "css/scale.css", "css/match.css", "css/together.css", "css/load.css", "css/standing.css", "css/figures.css", "css/here.css"}

func asset(name string) string {
	return static.Path(name)
}

// besideName is the newsroom's name as it stands beside "Claimdesk".
func besideName(siteName string) string {
	return strings.TrimSpace(strings.TrimPrefix(siteName, "Claimdesk"))
}
