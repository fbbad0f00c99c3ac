package desk_test

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/newsroom"
)

// named are the links to the passages that bear on a claim.
func named(a answer) []string {
	_, line, _ := strings.Cut(a.body, `<p class="bears">Bearing on this claim`)
	line, _, _ = strings.Cut(line, "</p>")
	var links []string
	for _, link := range regexp.MustCompile(`href="([^"]*)"`).FindAllStringSubmatch(line, -1) {
		links = append(links, link[1])
	}
	return links
}

func TestTheBenchNamesThePassagesThatBearOnTheClaim(t *testing.T) {
	d := openNewsdesk(t)
	c, take := d.claim("Yerevan recalled its envoy."), ""
	p := d.reporter.get(c.Path())
	take = c.Path() + "/quote?source=" + number(d.source.ID) + "&passage=2"
	p.shows(http.StatusOK, "<mark>Yerevan</mark> <mark>recalled</mark> its <mark>representative</mark>", `class="quote" href="`+take+`"`)
	if links := named(p); len(links) == 0 || links[0] != "#p2" {
		t.Errorf("named are %q", links)
	}
	d.reporter.get(take).shows(http.StatusOK, "Armenia is not pursuing")

	c, err := d.room.EditClaim(t.Context(), d.actor(factcheck.Reporter), c.ID, newsroom.Base{}, factcheck.ClaimDraft{Text: "Everybody saw an empty chair", SourceID: d.source.ID})
	must(t, err)
	if links := named(d.reporter.get(c.Path())); len(links) == 0 || links[0] != "#p3" {
		t.Errorf("after the claim was edited, named are %q", links)
	}
	d.reporter.get(d.claim("Zirkonfalter").Path()).shows(http.StatusOK, "no passage has its words")
	doc, err := ingest.Text([]byte("Another source\n\nThe envoy was recalled."), "")
	must(t, err)
	other, err := d.room.AddSource(t.Context(), d.actor(factcheck.Reporter), factcheck.SourceDraft{}, doc)
	must(t, err)
	if links := named(d.reporter.get(d.claim("The envoy was recalled").Path() + "?source=" + number(other.ID))); len(links) == 0 || links[0] != "#p2" {
		t.Errorf("of another source, named are %q", links)
	}
}

func TestABearingPassageOnAnotherPartIsLedTo(t *testing.T) {
	d := openNewsdesk(t)
	var text strings.Builder
	for n := range 600 {
		if fmt.Fprintf(&text, "Paragraph %d tells of the day.\n\n", n+1); n == 549 {
			text.WriteString("The envoy was recalled.\n\n")
		}
	}
	doc, err := ingest.Text([]byte(text.String()), "")
	must(t, err)
	long, err := d.room.AddSource(t.Context(), d.actor(factcheck.Reporter), factcheck.SourceDraft{Title: "Long"}, doc)
	must(t, err)
	path := d.claim("The envoy was recalled").Path() + "?source=" + number(long.ID)
	links := named(d.reporter.get(path))
	if len(links) == 0 || links[0] != path+"&from=551#p551" {
		t.Fatalf("named are %q", links)
	}
	there := d.reporter.get(path + "&from=551")
	if links := named(there); links[0] != "#p551" {
		t.Errorf("there, named are %q", links)
	}
	there.shows(http.StatusOK, `id="p551"`)
}
