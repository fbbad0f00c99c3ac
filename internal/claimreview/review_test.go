package claimreview

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
)

var update = flag.Bool("update", false, "write the golden files anew")

var newsroom = Publisher{Name: "Example desk", URL: "https://desk.example/", Logo: "https://desk.example/logo.png", Principles: "https://desk.example/ratings"}

const address = "https://desk.example/fact-checks/empty-seat"

func live() factcheck.Live {
	first := time.Date(2023, 9, 14, 9, 30, 0, 0, time.UTC)
	return factcheck.Live{Revision: 2, Slug: "empty-seat", FirstAt: first, UpdatedAt: first.AddDate(0, 0, 6)}
}

func content() factcheck.Content {
	scale := factcheck.DefaultScale()
	r, _ := scale.Rating(factcheck.Misinterpreted)
	brief := factcheck.PublicSource{ID: 1, Title: "After the recall", Publisher: "Policy institute",
		URL: "https://institute.example/brief", PublishedOn: "2023-09-12", Language: "en"}
	return factcheck.Content{
		Headline: "The seat is empty. Nobody has resigned.", Slug: "empty-seat", Language: "en",
		Summary: `Posts say "left" </script><script>alert(1)</script>; the brief says "frozen".`,
		Claim:   "Armenia is leaving the CSTO", SaidOn: "2023-09-06",
		Claimant: &factcheck.Claimant{Name: "Jo Example", Kind: factcheck.Person, SameAs: []string{"https://who.example/jo"}},
		Appearances: []factcheck.Appearance{
			{URL: "https://portal.example/1", Outlet: "A portal", SeenOn: "2023-09-07", ArchivedURL: "https://archive.example/1"},
			{Outlet: "A channel", SeenOn: "2023-09-06"},
		},
		Rating: r, Explanation: "A pause is read as an exit.", AsOf: "2023-09-14",
		Evidence: []factcheck.PublicEvidence{{ID: 4, Source: brief}, {ID: 5, Source: factcheck.PublicSource{Title: "Minutes"}}},
	}
}

func TestTheMarkupIsAsTheGoldenFilesHaveIt(t *testing.T) {
	unproven := content()
	unproven.Rating, _ = factcheck.DefaultScale().Rating("unproven")
	unproven.Claimant, unproven.SaidOn, unproven.Appearances = nil, "", nil
	private := content()
	private.Claimant = &factcheck.Claimant{Kind: factcheck.PrivatePerson, Name: "Never shown"}
	for name, c := range map[string]factcheck.Content{"whole": content(), "going-round-without-number": unproven, "private-person": private} {
		t.Run(name, func(t *testing.T) {
			var corrections []Correction
			if name == "whole" {
				corrections = []Correction{{"2023-09-20", "He was recalled, not dismissed."}}
			}
			compare(t, name, Review(newsroom, address, live(), c, corrections))
		})
	}
}

func compare(t *testing.T, name string, r ClaimReview) {
	t.Helper()
	encoded, err := Encode(r)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(encoded, []byte("</")) {
		t.Error("the JSON could end a script block")
	}
	var indented bytes.Buffer
	if err := json.Indent(&indented, append(encoded, '\n'), "", "  "); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("testdata", name+".json")
	if *update {
		if err := os.WriteFile(file, indented.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(indented.Bytes(), want) {
		t.Errorf("%s differs from the golden file:\n%s", name, indented.Bytes())
	}
}

func TestAPrivatePersonIsNeitherNamedNorLinked(t *testing.T) {
	c := content()
	c.Claimant = &factcheck.Claimant{Kind: factcheck.PrivatePerson, Name: "Never shown", SameAs: []string{"https://who.example/private"}}
	r := Review(newsroom, address, live(), c, nil)
	if r.ItemReviewed.Author != nil || r.ItemReviewed.Appearance != nil || r.ItemReviewed.FirstAppearance != nil {
		t.Errorf("the claim of a private person leads to them: %+v", r.ItemReviewed)
	}
}

func TestARatingWithoutNumberLeavesAllThreeOut(t *testing.T) {
	for _, r := range factcheck.DefaultScale().Ratings {
		c := content()
		c.Rating = r
		got := Review(newsroom, address, live(), c, nil).ReviewRating
		if numbered := got.Value != 0; numbered != (r.Number != 0) || numbered != (got.Best == 5) || numbered != (got.Worst == 1) {
			t.Errorf("%s with number %d gives %+v", r.Slug, r.Number, got)
		}
	}
}

func TestAWithdrawnCheckCarriesNoMarkup(t *testing.T) {
	c := content()
	if !Carries(c) {
		t.Error("a check that stands carries its markup")
	}
	c.Rating, _ = factcheck.DefaultScale().Rating(factcheck.Withdrawn)
	if Carries(c) {
		t.Error("a withdrawn check carries none")
	}
}
