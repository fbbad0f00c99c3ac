package site

import (
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"

	"github.com/PuerkitoBio/goquery"
	"github.com/a-h/templ"
)

// read draws a page and parses it as a browser would.
func read(t *testing.T, page templ.Component) *goquery.Document {
	t.Helper()
	var b strings.Builder
	if err := page.Render(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// said is the text of what a selector finds, with single blanks.
func said(doc *goquery.Document, selector string) string {
	return strings.Join(strings.Fields(doc.Find(selector).Text()), " ")
}

func TestTheGlanceHoldsClaimVerdictReasonAndGround(t *testing.T) {
	got := said(read(t, Check(wholeCheck())), ".glance")
	for _, want := range []string{
		"The country is leaving the alliance", "In our words. As it was seen: They have left the alliance for good! (A news portal)",
		"Going round since 6 September 2023", "A news portal, 6 September 2023 · archived copy of A news portal · original at A news portal",
		"video.example, 7 September 2023 · original", "Misinterpreted", "As of 14 September 2023. A real source or event",
		"The recall is real.", "2 quotes from 2 sources; the words were checked by machine, the judgement is ours.",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the glance lacks %q:\n%s", want, got)
		}
	}
}

func TestTheClaimStandsWithoutQuotationMarksUntilItsWordsAreFoundInACopy(t *testing.T) {
	for _, typed := range []string{"", "They have left!", "The country is leaving the alliance."} {
		v := wholeCheck()
		v.Content.Appearances = []factcheck.Appearance{{Outlet: "A portal", Said: typed}}
		doc := read(t, Check(v))
		if got := said(doc, ".glance .claim"); got != "The country is leaving the alliance" {
			t.Errorf("said as %q: the claim is shown as %q", typed, got)
		}
		if glance := said(doc, ".glance"); !strings.Contains(glance, "In our words.") || !strings.Contains(glance, typed) {
			t.Errorf("said as %q: the glance does not say whose words these are", typed)
		}
	}
}

func TestAPrivatePersonIsASocialMediaUser(t *testing.T) {
	v := wholeCheck()
	v.Content.Claimant = &factcheck.Claimant{ID: 4, Slug: "never-shown", Name: "Never shown", Kind: factcheck.PrivatePerson}
	doc := read(t, Check(v))
	html, err := doc.Html()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(strings.ToLower(html), "never") || !strings.Contains(said(doc, ".glance"), "Said by a social media user on 6 September 2023") {
		t.Errorf("the page names a private person, or does not say who spoke: %s", said(doc, ".glance"))
	}
}

func TestAClaimantLeadsToWhatElseTheySaid(t *testing.T) {
	v := wholeCheck()
	v.Content.Claimant = &factcheck.Claimant{ID: 4, Slug: "jo-example", Name: "Jo Example", Kind: factcheck.Person}
	link := read(t, Check(v)).Find(`.glance a[href="/fact-checks?claimant=jo-example"]`)
	if link.Text() != "Jo Example" {
		t.Errorf("no link to the claimant's claims")
	}
}

func TestACorrectionStandsOnTopWithTheVersionBefore(t *testing.T) {
	doc := read(t, Check(wholeCheck()))
	got := said(doc, ".opening > .correction")
	for _, want := range []string{"Correction, 20 September 2023", "He was recalled at the end of his term.",
		"Before: False, as of 14 September 2023", "From then on: Misinterpreted, as of 20 September 2023"} {
		if !strings.Contains(got, want) {
			t.Errorf("the note lacks %q: %s", want, got)
		}
	}
	if doc.Find(`.opening a[href="/fact-checks/seat/revisions/2"]`).Length() != 1 {
		t.Error("the note does not lead to the version before")
	}
	if doc.Find(".opening").Children().First().Is(".correction") == false {
		t.Error("something stands above the note")
	}
}

func TestANewVerdictStandsOnTopWithoutBeingACorrection(t *testing.T) {
	v := wholeCheck()
	v.Versions[0].Class = factcheck.ReRated
	got := said(read(t, Check(v)), ".opening")
	for _, want := range []string{"The verdict has changed, 20 September 2023", "Before: False", "From then on: Misinterpreted", "We were not wrong.", "New verdict 20 September 2023"} {
		if !strings.Contains(got, want) {
			t.Errorf("the opening lacks %q: %s", want, got)
		}
	}
	if strings.Contains(got, "Correct") {
		t.Errorf("a new verdict is called a correction: %s", got)
	}
}

func TestAnEarlierVersionIsShownWithoutWhatCameLater(t *testing.T) {
	v := wholeCheck()
	v.Number, v.NoIndex, v.Banner = 1, true, &ui.BannerView{Title: "Version 1 of 3, not the current one."}
	v.Address = "/fact-checks/seat/revisions/1"
	doc := read(t, Check(v))
	if doc.Find(".opening .correction, .correction.update").Length() != 0 {
		t.Error("version 1 shows notes on later changes")
	}
	if !strings.Contains(said(doc, ".banner"), "not the current one") || doc.Find(`meta[name=robots][content=noindex]`).Length() != 1 {
		t.Error("version 1 is not marked as one, or may be indexed")
	}
	if href, _ := doc.Find("link[rel=canonical]").Attr("href"); href != "https://desk.example/fact-checks/seat/revisions/1" {
		t.Errorf("canonical is %q", href)
	}
}

func TestAnUpdateStandsAtTheEndOfTheText(t *testing.T) {
	got := said(read(t, Check(wholeCheck())), "#text")
	if !strings.HasSuffix(got, "Update, 16 September 2023 Evidence 2 is new.") {
		t.Errorf("the text ends with %q", got[max(0, len(got)-80):])
	}
}

func TestThePageSaysWhenOnePersonSignedAlone(t *testing.T) {
	v := wholeCheck()
	if strings.Contains(said(read(t, Check(v)), ".dateline"), "alone") {
		t.Error("two people signed")
	}
	v.Content.FourEyes = false
	if !strings.Contains(said(read(t, Check(v)), ".dateline"), "Signed by one person alone") {
		t.Error("the dateline hides that one person signed")
	}
}

func TestMisinterpretedSetsTheClaimBesideTheSource(t *testing.T) {
	got := said(read(t, Check(wholeCheck())), ".reading")
	for _, want := range []string{"What is claimed", "What that source says", quoted, "What was misread: After the recall",
		"How it was misread: overstated. A step", "Also: out of context."} {
		if !strings.Contains(got, want) {
			t.Errorf("the reading lacks %q: %s", want, got)
		}
	}
	v := wholeCheck()
	v.Content.Misread = &factcheck.PublicMisread{Misread: factcheck.Misread{Kind: factcheck.MisreadEvent, Description: "The recall."}}
	if got := said(read(t, Check(v)), ".reading"); !strings.Contains(got, "What the evidence says") || !strings.Contains(got, "The recall.") {
		t.Errorf("an event is read as %s", got)
	}
	v.Content.Rating = ratingOf("false")
	if read(t, Check(v)).Find(".reading").Length() != 0 {
		t.Error("another rating has the view of a misreading")
	}
}

func TestEachQuoteHasItsPlaceAndItsProofs(t *testing.T) {
	doc := read(t, Check(wholeCheck()))
	first := doc.Find("#evidence-1")
	if got := first.Find("blockquote").Text(); got != passage {
		t.Errorf("the quote in its place is %q", got)
	}
	if got := first.Find(".exact").Text(); got != quoted {
		t.Errorf("the quote is %q", got)
	}
	if !strings.Contains(first.Text(), "Found word for word at characters 4,118 to 4,222") || !strings.Contains(first.Text(), "(later") {
		t.Errorf("evidence 1 says %s", first.Text())
	}
	for _, href := range []string{"/evidence/11", "#mark-1"} {
		if first.Find(`a[href="`+href+`"]`).Length() != 1 {
			t.Errorf("evidence 1 has no link to %s", href)
		}
	}
	if first.Find(`a[href^="https://institute.example/brief#:~:text="]`).Length() != 1 {
		t.Error("evidence 1 has no link to the passage in the original")
	}
	if lang, _ := doc.Find("#evidence-2 blockquote").Attr("lang"); lang != "hy" {
		t.Errorf("the Armenian quote is marked as %q", lang)
	}
	if !strings.Contains(doc.Find("#evidence-2").Text(), "not part of the quote and not checked by machine") {
		t.Error("the translation is not marked as one")
	}
}

func TestOriginalsAreLinkedWithoutOurRecommendation(t *testing.T) {
	doc := read(t, Check(wholeCheck()))
	if rel, _ := doc.Find(`.seen a[href="https://portal.example/a"]`).Attr("rel"); rel != "nofollow ugc noreferrer" {
		t.Errorf("rel is %q", rel)
	}
	if href, _ := doc.Find(".seen a").First().Attr("href"); href != "https://archive.example/a" {
		t.Errorf("%s comes before the archived copy", href)
	}
}

func TestWhatEditorsTypeIsNeverMarkup(t *testing.T) {
	const attack = `"><script>alert(1)</script>`
	v := wholeCheck()
	c := &v.Content
	c.Headline, c.Summary, c.Claim, c.Explanation, c.Byline = attack, attack, attack, attack, attack
	c.Evidence[0].Exact, c.Evidence[0].Source.Title, c.Evidence[0].Source.URL = attack, attack, "javascript:alert(1)"
	c.Appearances = []factcheck.Appearance{{URL: "javascript:alert(1)", Outlet: attack, Said: attack}}
	v.Versions[0].Note = attack
	v.JSONLD = []byte(`{"a":"</script><script>alert(1)</script>"}`)
	doc := read(t, Check(v))
	doc.Find("script").Each(func(_ int, s *goquery.Selection) {
		if kind, _ := s.Attr("type"); kind != "application/ld+json" {
			t.Errorf("there is a script: %s", s.Text())
		}
	})
	if n := doc.Find(`a[href^="javascript:"]`).Length(); n != 0 {
		t.Errorf("%d links run a script", n)
	}
}
