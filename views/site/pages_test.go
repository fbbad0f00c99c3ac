package site

import (
	"regexp"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"

	"github.com/PuerkitoBio/goquery"
	"github.com/a-h/templ"
)

func everyPage() map[string]templ.Component {
	ratings, topics := counted()
	l := listed()
	return map[string]templ.Component{
		"home":    Home(HomeView{Newsroom: desk, Lead: LeadOf(l[0], sample()), Latest: l[1:], Total: 3, Ratings: ratings, Topics: topics}),
		"nothing": Home(HomeView{Newsroom: desk}),
		"list":    List(ListView{Newsroom: desk, Filter: Filter{Topic: "armenia", TopicLabel: "Armenia"}, Items: l, Found: 3, Total: 38, Next: "n", After: "a", Ratings: ratings, Topics: topics}),
		"empty":   List(ListView{Newsroom: desk, Filter: Filter{Words: "observer", Topic: "armenia", TopicLabel: "Armenia"}, Total: 38, Ratings: ratings, Topics: topics}),
		"check":   Check(wholeCheck()),
		"history": History(HistoryView{Newsroom: desk, Headline: sample().Headline, Path: "/fact-checks/seat", Versions: versions()}),
		"proof":   Proof(proof()),
		"topics":  Topics(TopicsView{Newsroom: desk, Topics: topics}),
		"topic":   Topic(TopicView{Newsroom: desk, Slug: "armenia", Label: "Armenia", Items: l, Found: 3, Next: "n"}),
		"ratings": Ratings(RatingsView{Newsroom: desk, Scales: []factcheck.Scale{factcheck.DefaultScale()}, Counts: map[string]int{"false": 2}}),
		"rating":  Rating(RatingView{Newsroom: desk, Rating: ratingOf("misinterpreted"), Reasons: factcheck.Reasons, Items: l[:1], Found: 1}),
	}
}

func TestEveryPageSaysWhatItIs(t *testing.T) {
	for name, page := range everyPage() {
		doc := read(t, page)
		if title := doc.Find("title").Text(); !strings.HasSuffix(title, " – Example desk") || len(title) < 20 {
			t.Errorf("%s has the title %q", name, title)
		}
		for selector, want := range map[string]int{"h1": 1, "main#main": 1, `meta[name=description]`: 1, `link[rel=canonical][href^="https://desk.example/"]`: 1,
			`meta[property="og:title"]`: 1, `link[rel=alternate][type="application/rss+xml"][href="https://desk.example/feed.xml"]`: 1, ".example": 1} {
			if n := doc.Find(selector).Length(); n != want {
				t.Errorf("%s has %d of %s", name, n, selector)
			}
		}
		if name != "check" && doc.Find(`script[type="application/ld+json"]`).Length() > 0 {
			t.Errorf("%s carries markup of a check", name)
		}
	}
}

// There is one heading for each step down, but for the note on top of a check.
func TestHeadingsLeaveNoStepOut(t *testing.T) {
	for name, page := range everyPage() {
		last := 1
		doc := read(t, page)
		doc.Find("main .correction").Remove()
		doc.Find("main").Find("h1, h2, h3, h4").Each(func(_ int, h *goquery.Selection) {
			level := int(goquery.NodeName(h)[1] - '0')
			if level > last+1 {
				t.Errorf("%s: %q is an h%d after an h%d", name, h.Text(), level, last)
			}
			last = level
		})
	}
}

// known are the addresses that this part of the program answers.
var known = regexp.MustCompile(`^(/|/fact-checks(\?.*|/[a-z0-9-]+(/history|/revisions/\d+)?)?|/evidence/\d+(\.json|/text|/excerpt)?|/topics(/[a-z0-9-]+)?(\?.*)?|` +
	`/ratings(/[a-z0-9-]+)?(\?.*)?|/feed\.xml|/tip|/desk/login|/api/v1/fact-checks/[a-z0-9-]+)(#.*)?$`)

func TestEveryLinkLeadsSomewhere(t *testing.T) {
	for name, page := range everyPage() {
		doc := read(t, page)
		doc.Find("a[href]").Each(func(_ int, a *goquery.Selection) {
			href, _ := a.Attr("href")
			switch {
			case strings.HasPrefix(href, "#"):
				if doc.Find(`[id="`+href[1:]+`"]`).Length() != 1 {
					t.Errorf("%s: %s leads to nothing on the page", name, href)
				}
			case strings.HasPrefix(href, "/"):
				if !known.MatchString(href) {
					t.Errorf("%s links to %s, which is not there", name, href)
				}
			}
			if strings.TrimSpace(a.Text()) == "" {
				t.Errorf("%s: the link to %s has no words", name, href)
			}
		})
	}
}

func TestNoIdIsGivenTwice(t *testing.T) {
	for name, page := range everyPage() {
		seen := map[string]bool{}
		read(t, page).Find("[id]").Each(func(_ int, s *goquery.Selection) {
			id, _ := s.Attr("id")
			if seen[id] {
				t.Errorf("%s has the id %q twice", name, id)
			}
			seen[id] = true
		})
	}
}

func TestAListSaysHowManyItFoundAndWhatWasAskedFor(t *testing.T) {
	doc := read(t, everyPage()["list"])
	if got := said(doc, ".folio"); got != "3 fact-checks Topic: Armenia Show all 38" {
		t.Errorf("the count reads %q", got)
	}
	if v, _ := doc.Find("#topic option[selected]").Attr("value"); v != "armenia" {
		t.Errorf("the form shows the topic %q", v)
	}
	if href, _ := doc.Find("a[rel=next]").Attr("href"); href != "/fact-checks?after=n&topic=armenia" {
		t.Errorf("the next page is %q", href)
	}
}

func TestAnEmptyResultOffersAWayOn(t *testing.T) {
	doc := read(t, everyPage()["empty"])
	if got := said(doc, ".folio"); !strings.HasPrefix(got, "No fact-checks Words: observer Topic: Armenia") {
		t.Errorf("the count reads %q", got)
	}
	if doc.Find(`.empty a[href="/fact-checks?q=observer"]`).Length() != 1 || doc.Find(`meta[name=robots]`).Length() != 1 {
		t.Error("no way to a wider search, or the page may be indexed")
	}
}

func TestAnAskedForTopicThatIsNotOnTheListStaysInTheForm(t *testing.T) {
	doc := read(t, List(ListView{Newsroom: desk, Filter: Filter{Topic: "gone"}}))
	if v, _ := doc.Find("#topic option[selected]").Attr("value"); v != "gone" {
		t.Errorf("the form shows the topic %q", v)
	}
}

func TestAnEmptyNewsroomSaysWhatWillBeThere(t *testing.T) {
	doc := read(t, everyPage()["nothing"])
	if !strings.Contains(said(doc, "main"), "Nothing is published yet") || doc.Find(`main a[href="/desk/login"]`).Length() != 1 {
		t.Errorf("the empty front page reads %q", said(doc, "main"))
	}
}

func TestAProofShowsTheQuoteInItsPassage(t *testing.T) {
	doc := read(t, everyPage()["proof"])
	if doc.Find(".passage").Length() != 3 {
		t.Fatalf("%d passages", doc.Find(".passage").Length())
	}
	if got := doc.Find(".passage").Eq(1).Find("blockquote").Text(); strings.TrimSpace(got) != passage {
		t.Errorf("the passage reads %q", got)
	}
	if got := doc.Find(".passage .exact").Text(); got != quoted {
		t.Errorf("marked is %q", got)
	}
	if !strings.Contains(said(doc, "main"), "This proves that the words stand in our copy of the source, not that the source is right.") {
		t.Error("the page does not say what it does not prove")
	}
	if doc.Find("meta[name=robots][content=noindex]").Length() != 1 || doc.Find(`a[href$="/text"]`).Length() != 0 {
		t.Error("a third party's document may be indexed, or its text is offered")
	}
	if doc.Find(`link[rel=alternate][type="application/ld+json"][href="https://desk.example/evidence/11.json"]`).Length() != 1 {
		t.Error("the annotation cannot be discovered")
	}
}

func TestAProofFromAPublicSourceOffersTheText(t *testing.T) {
	v := proof()
	v.FullText, v.Evidence.Source.Access = true, factcheck.PublicAccess
	doc := read(t, Proof(v))
	if doc.Find(`a[href="/evidence/11/text"]`).Length() != 1 || doc.Find("meta[name=robots]").Length() != 0 {
		t.Error("the text is not offered, or the page may not be indexed")
	}
}

func TestTheScaleIsDocumented(t *testing.T) {
	doc := read(t, everyPage()["ratings"])
	if got := doc.Find(".scale tbody tr").Length(); got != 11 {
		t.Errorf("%d ratings", got)
	}
	if got := said(doc, "#partly-false"); !strings.Contains(got, "3 of 5") || !strings.Contains(said(doc, "#unproven"), "none") {
		t.Errorf("the numbers are wrong: %s", got)
	}
}
