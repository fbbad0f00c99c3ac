package ui

import (
	"bytes"
	"context"
	"regexp"
	"strings"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"

	"github.com/a-h/templ"
)

func rendered(t *testing.T, component templ.Component) string {
	t.Helper()
	var page bytes.Buffer
	if err := component.Render(context.Background(), &page); err != nil {
		t.Fatal(err)
	}
	return page.String()
}

func has(t *testing.T, page string, wanted ...string) {
	t.Helper()
	for _, words := range wanted {
		if !strings.Contains(page, words) {
			t.Errorf("%q is missing in:\n%s", words, page)
		}
	}
}

func hasNot(t *testing.T, page string, unwanted ...string) {
	t.Helper()
	for _, words := range unwanted {
		if strings.Contains(page, words) {
			t.Errorf("%q stands in:\n%s", words, page)
		}
	}
}

func TestEveryShapeHasItsOwnDrawing(t *testing.T) {
	seen := map[string]string{}
	for _, name := range factcheck.Shapes {
		drawing := rendered(t, Shape(name))
		has(t, drawing, `aria-hidden="true"`)
		if other := seen[drawing]; other != "" || !HasShape(name) {
			t.Errorf("%s is drawn like %q", name, other)
		}
		seen[drawing] = name
	}
}

func TestEveryRatingOfTheDefaultScaleHasAKnownShapeAndTone(t *testing.T) {
	for _, rating := range factcheck.DefaultScale().Ratings {
		if _, known := factcheck.ToneOf(rating.Tone); !known || !HasShape(rating.Shape) {
			t.Errorf("%s: shape %q or tone %q is unknown", rating.Slug, rating.Shape, rating.Tone)
		}
	}
}

func TestAnUnknownShapeIsLeftOutAndTheWordStands(t *testing.T) {
	if got := rendered(t, Shape("unheard-of")); got != "" {
		t.Errorf("rendered %q", got)
	}
	page := rendered(t, Rating(RatingView{Label: "Half <true>", Tone: "ochre", Shape: "unheard-of"}))
	has(t, page, "Half &lt;true&gt;", `data-tone="ochre"`)
	hasNot(t, page, "<svg", "<a")
}

func TestARatingWithAnAddressIsALink(t *testing.T) {
	page := rendered(t, Rating(RatingView{Label: "False", Tone: "crimson", Shape: "false", Large: true, Href: "/ratings#false"}))
	has(t, page, `<a class="rating large"`, `href="/ratings#false"`, "<svg")
}

func TestDatesAreGivenInFull(t *testing.T) {
	at := time.Date(2023, 9, 12, 18, 40, 0, 0, time.FixedZone("", 2*60*60))
	has(t, rendered(t, Date(at)), `<time datetime="2023-09-12">12 September 2023</time>`)
	has(t, rendered(t, ShortDate(at)), `<time datetime="2023-09-12">12 Sep 2023</time>`)
	has(t, rendered(t, DateTime(at)), `<time datetime="2023-09-12T16:40:00Z">12 Sep 2023, 16:40 UTC</time>`)
	has(t, rendered(t, Day("2023-09-06")), `<time datetime="2023-09-06">6 September 2023</time>`)
	for _, component := range []templ.Component{Date(time.Time{}), DateTime(time.Time{}), Day("")} {
		if got := rendered(t, component); got != "" {
			t.Errorf("no date is shown as %q", got)
		}
	}
}

func TestAQuoteStandsLetterForLetter(t *testing.T) {
	got := rendered(t, Quote("It is ", "not <b>leaving</b>", ", they say.", "refutes"))
	want := `<span class="around">It is </span><span class="exact" data-stance="refutes">not &lt;b&gt;leaving&lt;/b&gt;</span><span class="around">, they say.</span>`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestADiffMarksEachSideWithItsOwnWords(t *testing.T) {
	parts := []quote.Diff{{Op: quote.Equal, Text: "It has "}, {Op: quote.Delete, Text: "left"}, {Op: quote.Insert, Text: "frozen"}, {Op: quote.Equal, Text: "."}}
	for name, c := range map[string]struct {
		component templ.Component
		want      string
	}{
		"diff": {Diff(parts), "It has <del>left</del><ins>frozen</ins>."},
		"old":  {MarkedOld(parts), "It has <mark>left</mark>."},
		"new":  {MarkedNew(parts), "It has <mark>frozen</mark>."},
	} {
		if got := rendered(t, c.component); got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
}

func TestAStatusAndAStanceAreWords(t *testing.T) {
	has(t, rendered(t, Status("in-review")), `data-status="in-review"`, "In review")
	has(t, rendered(t, Stance("refutes")), `data-stance="refutes"`, "Refutes")
	has(t, rendered(t, Status("odd")), "odd")
}

// inline finds what the Content-Security-Policy would refuse.
var inline = regexp.MustCompile(`(?i)\sstyle=|<style|\son[a-z]+=|javascript:|<script>`)

func TestTheFramesKeepToTheContentSecurityPolicy(t *testing.T) {
	for name, page := range map[string]string{
		"site":  rendered(t, Site(SiteFrame{Head: Head{Title: "Home", JSONLD: []byte(`{"a":1}`)}, SiteName: "The Desk", Example: true})),
		"desk":  rendered(t, Desk(DeskFrame{Title: "Work", SiteName: "The Desk", User: "Editor", Admin: true, Waiting: 2, Notice: "Saved."})),
		"sheet": rendered(t, Sheet(SheetFrame{Title: "Log in", SiteName: "The Desk", Notice: &NoticeView{Text: "Welcome"}})),
	} {
		if found := inline.FindString(page); found != "" {
			t.Errorf("%s: %q would be refused", name, found)
		}
		if strings.Count(page, "<main") != 1 || strings.Index(page, `class="skip"`) > strings.Index(page, "<main") {
			t.Errorf("%s: not one main, or the skip link does not come first", name)
		}
	}
}
