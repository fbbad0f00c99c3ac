package ui

import "testing"

func TestAPublicPageSaysWhatItIs(t *testing.T) {
	page := rendered(t, Site(SiteFrame{SiteName: "The Desk", Section: SectionTopics, Query: `"quoted"`, Head: Head{
		Title: "Topics", Description: "What we check.", Canonical: "https://desk.example/topics", Article: true, NoIndex: true,
		Feeds: []Feed{{Type: "application/rss+xml", Title: "The Desk", Href: "https://desk.example/feed.xml"}},
	}}))
	has(t, page, "<title>Topics – The Desk</title>", `<meta name="description" content="What we check.">`,
		`<link rel="canonical" href="https://desk.example/topics">`, `content="noindex"`, `<meta property="og:type" content="article">`,
		`<link rel="alternate" type="application/rss+xml" title="The Desk" href="https://desk.example/feed.xml">`,
		`<a href="/topics" aria-current="page">Topics</a>`, `value="&#34;quoted&#34;"`, `lang="en"`)
	hasNot(t, page, "example newsroom", `src="`)
}

func TestJSONLDCannotBecomeMarkup(t *testing.T) {
	page := rendered(t, Site(SiteFrame{Head: Head{Title: "x", JSONLD: []byte(`{"name":"</script><script>alert(1)</script>"}`)}}))
	has(t, page, `<script type="application/ld+json">{"name":"\u003c/script\u003e`)
	hasNot(t, page, "<script>alert")
}

func TestEveryPublicPageOfTheExampleSaysSo(t *testing.T) {
	has(t, rendered(t, Site(SiteFrame{SiteName: "The Desk", Example: true})), "This is an example newsroom.")
}

func TestOnlyAnAdminSeesPeopleAndSettings(t *testing.T) {
	admin := rendered(t, Desk(DeskFrame{User: "Ada", Admin: true, Room: RoomWork, Waiting: 3}))
	has(t, admin, "/desk/people", "/desk/settings", `<a href="/desk" aria-current="page">`, "waiting")
	reporter := rendered(t, Desk(DeskFrame{User: "Bo", Room: RoomLog}))
	hasNot(t, reporter, "/desk/people", "/desk/settings", "waiting")
	has(t, reporter, `<form method="post" action="/desk/logout">`, `role="search" action="/desk/claims"`)
}

func TestWhatHasBeenDoneIsAStatusMessage(t *testing.T) {
	has(t, rendered(t, Desk(DeskFrame{Notice: "Claim recorded."})), `role="status"`, "Claim recorded.")
}

func TestTheNewsroomsNameIsNotSaidTwice(t *testing.T) {
	for name, want := range map[string]string{"Claimdesk": "", "Claimdesk demo newsroom": "demo newsroom", "The Gazette": "The Gazette"} {
		if got := besideName(name); got != want {
			t.Errorf("%q stands as %q, want %q", name, got, want)
		}
	}
}

func TestAnErrorPageGivesItsNumber(t *testing.T) {
	page := rendered(t, Plate(PlateView{Status: 500, Title: "This did not work", Text: "It is our fault.", ErrorID: "a1b2c3"}))
	has(t, page, "<h1>This did not work</h1>", "Error 500.", "<code>a1b2c3</code>")
	hasNot(t, page, "<form")
	has(t, rendered(t, Plate(PlateView{Status: 404, Title: "Nothing here", Search: true, Query: "armenia"})), `action="/fact-checks"`, `value="armenia"`)
}

func TestPagesLeadToTheirNeighbours(t *testing.T) {
	page := rendered(t, Pages(PagesView{Older: "/fact-checks?before=9"}))
	has(t, page, `href="/fact-checks?before=9"`, "Older")
	hasNot(t, page, "Newer")
	if got := rendered(t, Pages(PagesView{})); got != "" {
		t.Errorf("no pages are shown as %q", got)
	}
}
