package site_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"

	"github.com/PuerkitoBio/goquery"
)

func TestAnEmptyNewsroomHasAllItsPages(t *testing.T) {
	h := open(t)
	for _, path := range []string{"/", "/fact-checks", "/topics", "/ratings", "/ratings/misinterpreted", "/feed.xml"} {
		if res := h.get(path); res.StatusCode != http.StatusOK {
			t.Errorf("%s answers %d", path, res.StatusCode)
		}
	}
	if got := text(h.page("/"), "main"); !strings.Contains(got, "Nothing is published yet") {
		t.Errorf("the front page reads %q", got)
	}
}

func TestAPublishedCheckIsOnThePagesOfTheSite(t *testing.T) {
	h := open(t)
	check := h.published("The seat is empty. Nobody has resigned.")
	path := check.Live.Path()
	for _, list := range []string{"/", "/fact-checks", "/fact-checks?q=alliance", "/fact-checks?topic=armenia&rating=misinterpreted", "/topics/armenia", "/ratings/misinterpreted"} {
		if h.page(list).Find(`a[href="`+path+`"]`).Length() != 1 {
			t.Errorf("%s does not lead to the check", list)
		}
	}
	doc := h.page(path)
	if got := doc.Find("title").Text(); got != "Misinterpreted: The country is leaving the alliance – Example desk" {
		t.Errorf("the title is %q", got)
	}
	if got := text(doc, "#evidence-1 .exact"); got != refuting {
		t.Errorf("the quote is %q", got)
	}
	markup := doc.Find(`script[type="application/ld+json"]`).Text()
	for _, want := range []string{`"claimReviewed":"The country is leaving the alliance"`, `"alternateName":"Misinterpreted"`, `"@id":"` + base + path + `"`} {
		if !strings.Contains(markup, want) {
			t.Errorf("the markup lacks %s: %s", want, markup)
		}
	}
	if href, _ := doc.Find("link[rel=canonical]").Attr("href"); href != base+path {
		t.Errorf("canonical is %q", href)
	}
}

func TestWhatIsNotPublishedCannotBeFound(t *testing.T) {
	h := open(t)
	draft := h.written(seat(), "A secret headline", factcheck.PublicAccess)
	for _, path := range []string{"/fact-checks/" + draft.Article.Slug, "/fact-checks/" + draft.Article.Slug + "/history", "/fact-checks/nothing",
		"/fact-checks/nothing/revisions/1", "/evidence/" + strconv.FormatInt(draft.Evidence[0].ID, 10), "/evidence/" + strconv.FormatInt(draft.Evidence[0].ID, 10) + "/text",
		"/evidence/0", "/evidence/x.json", "/evidence/01", "/topics/armenia", "/topics/nothing", "/ratings/nothing", "/fact-checks?after=nonsense", "/nothing"} {
		if res := h.get(path); res.StatusCode != http.StatusNotFound {
			t.Errorf("%s answers %d", path, res.StatusCode)
		}
	}
	for _, path := range []string{"/", "/fact-checks", "/fact-checks?q=secret", "/topics", "/feed.xml"} {
		if strings.Contains(h.body(h.get(path)), "A secret headline") {
			t.Errorf("%s shows a draft", path)
		}
	}
}

func TestAnEmptyResultIsAPageThatSaysSo(t *testing.T) {
	h := open(t)
	h.published("The seat is empty")
	doc := h.page("/fact-checks?q=zebra&rating=no-such-rating")
	if got := text(doc, ".folio"); !strings.HasPrefix(got, "No fact-checks Words: zebra Verdict: no-such-rating Show all 1") {
		t.Errorf("the count reads %q", got)
	}
}

func TestAListGoesOnFromPageToPageWithoutLosingACheck(t *testing.T) {
	h := open(t)
	const all = 23
	for i := range all {
		h.published("Check number " + strconv.Itoa(i))
		h.now = h.now.Add(1)
	}
	seen, path := map[string]bool{}, "/fact-checks?topic=armenia"
	for pages := 0; path != "" && pages < 5; pages++ {
		doc := h.page(path)
		if got := text(doc, ".folio strong"); got != "23 fact-checks" {
			t.Errorf("the count reads %q", got)
		}
		doc.Find(".checks h3 a").Each(func(_ int, a *goquery.Selection) {
			href, _ := a.Attr("href")
			if seen[href] {
				t.Errorf("%s is listed twice", href)
			}
			seen[href] = true
		})
		path, _ = doc.Find("a[rel=next]").Attr("href")
	}
	if len(seen) != all {
		t.Errorf("%d of %d checks were listed", len(seen), all)
	}
}

// corrected is a check whose second version has another headline and address.
func corrected(h *house) factcheck.Claim {
	check := h.published("The seat is empty")
	h.now = h.now.AddDate(0, 0, 6)
	_, err := h.room.WriteArticle(h.Context(), h.reporter, check.ID, newsroom.Base{}, factcheck.ArticleDraft{Headline: "The seat stays empty", Slug: "the-seat-stays",
		Summary: "The brief says otherwise.", Body: "It is plain about it.[1]"})
	h.must(err)
	return h.publish(check.ID, newsroom.Order{Class: factcheck.Substantial, Note: "He was recalled, not dismissed."})
}

func TestAnOldAddressLeadsToTheNewOneInOneStep(t *testing.T) {
	h := open(t)
	old := "/fact-checks/the-seat-is-empty"
	path := corrected(h).Live.Path()
	if path == old {
		t.Fatal("the address did not change")
	}
	for _, rest := range []string{"", "/history", "/revisions/1"} {
		res := h.get(old + rest)
		if res.StatusCode != http.StatusMovedPermanently || res.Header.Get("Location") != path+rest {
			t.Errorf("%s answers %d to %s", old+rest, res.StatusCode, res.Header.Get("Location"))
		}
		if res := h.get(path + rest); res.StatusCode != http.StatusOK {
			t.Errorf("%s answers %d", path+rest, res.StatusCode)
		}
	}
}

func TestACorrectionIsSeenWhereverTheCheckIs(t *testing.T) {
	h := open(t)
	path := corrected(h).Live.Path()
	doc := h.page(path)
	if got := text(doc, ".opening > .correction"); !strings.HasPrefix(got, "Correction, 20 September 2023He was recalled, not dismissed.") {
		t.Errorf("the note reads %q", got)
	}
	if markup := doc.Find(`script[type="application/ld+json"]`).Text(); !strings.Contains(markup, `"correction":[{"@type":"CorrectionComment","text":"He was recalled, not dismissed.","datePublished":"2023-09-20"}]`) {
		t.Errorf("the markup lacks the correction: %s", markup)
	}
	if got := text(h.page("/fact-checks"), ".checks .meta"); !strings.Contains(got, "Corrected 20 Sep 2023") {
		t.Errorf("the list shows %q", got)
	}
	if got := text(h.page(path+"/history"), ".revisions"); !strings.Contains(got, "Correction. He was recalled, not dismissed.") || !strings.Contains(got, "First published.") {
		t.Errorf("the history reads %q", got)
	}
}

func TestAnEarlierVersionIsShownAsItWas(t *testing.T) {
	h := open(t)
	path := corrected(h).Live.Path()
	doc := h.page(path + "/revisions/1")
	if text(doc, "h1") != "The seat is empty" || !strings.Contains(text(doc, ".banner"), "Version 1 of 2, not the current one.") {
		t.Errorf("version 1 reads %q, %q", text(doc, "h1"), text(doc, ".banner"))
	}
	now := h.page(path + "/revisions/2")
	if href, _ := now.Find("link[rel=canonical]").Attr("href"); href != base+path || !strings.Contains(text(now, ".banner"), "the current one") {
		t.Errorf("the current version has the address %q and says %q", href, text(now, ".banner"))
	}
	for _, d := range []*goquery.Document{doc, now} {
		if d.Find("meta[name=robots][content=noindex]").Length() != 1 || d.Find(`script[type="application/ld+json"]`).Length() != 0 {
			t.Error("a version may be indexed, or carries markup")
		}
	}
	if res := h.get(path + "/revisions/3"); res.StatusCode != http.StatusNotFound {
		t.Errorf("a version that never was answers %d", res.StatusCode)
	}
}

func TestRelatedChecksShareATopic(t *testing.T) {
	h := open(t)
	one := h.published("The first check")
	h.now = h.now.Add(1)
	two := h.published("The second check")
	other := seat()
	other.Topics = []string{"Energy"}
	h.publish(h.written(other, "About energy", factcheck.ExcerptAccess).ID, newsroom.Order{})
	doc := h.page(one.Live.Path())
	if doc.Find(".related li").Length() != 1 || doc.Find(`.related a[href="`+two.Live.Path()+`"]`).Length() != 1 {
		t.Errorf("related are %q", text(doc, ".related"))
	}
}

func TestAPrivatePersonIsNowhereOnTheSite(t *testing.T) {
	h := open(t)
	d := seat()
	d.Claimant = factcheck.ClaimantDraft{Name: "Quentin Hidden", Kind: factcheck.PrivatePerson}
	path := h.publish(h.written(d, "The seat is empty", factcheck.PublicAccess).ID, newsroom.Order{}).Live.Path()
	for _, p := range []string{"/", "/fact-checks", "/fact-checks?q=quentin", path, path + "/history", path + "/revisions/1", "/feed.xml", "/evidence/1", "/evidence/1.json"} {
		if got := strings.ToLower(h.body(h.get(p))); strings.Contains(got, "hidden</") || strings.Contains(got, "quentin h") || strings.Contains(got, "quentin-h") {
			t.Errorf("%s names a private person", p)
		}
	}
	if got := text(h.page(path), ".glance"); !strings.Contains(got, "Said by a social media user") {
		t.Errorf("the glance reads %q", got)
	}
	if h.page("/fact-checks?claimant=quentin-hidden").Find(".checks li").Length() != 0 {
		t.Error("a private person has a list of claims")
	}
}

func TestASearchAddressLeadsToTheList(t *testing.T) {
	h := open(t)
	res := h.get("/search?q=leaving+the+alliance")
	if res.StatusCode != http.StatusMovedPermanently || res.Header.Get("Location") != "/fact-checks?q=leaving+the+alliance" {
		t.Errorf("%d to %s", res.StatusCode, res.Header.Get("Location"))
	}
}
