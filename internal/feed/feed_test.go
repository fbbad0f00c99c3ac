package feed

import (
	"bytes"
	"encoding/xml"
	"flag"
	"os"
	"strings"
	"testing"
	"time"

	"claimdesk/internal/factcheck"

	"github.com/mmcdole/gofeed"
)

var update = flag.Bool("update", false, "write the golden file anew")

var first = time.Date(2023, 9, 14, 9, 30, 0, 0, time.UTC)

func check(id string, at time.Time) Item {
	rating, _ := factcheck.DefaultScale().Rating(factcheck.Misinterpreted)
	source := factcheck.PublicSource{ID: 1, Title: "After the recall", Publisher: "Policy institute",
		URL: "https://institute.example/brief", PublishedOn: "2023-09-12", Language: "en"}
	return Item{
		Live: factcheck.Live{Slug: "seat-" + id, GUID: "tag:desk.example,2023-09-14:fact-check/" + id, FirstAt: at, UpdatedAt: at},
		Body: `<p>The brief is plain.<a class="mark" href="https://desk.example/fact-checks/seat-` + id + `#evidence-1">1</a></p>`,
		Content: factcheck.Content{
			Headline: "The seat is empty & nobody <resigned>", Summary: "A pause is < an exit.", Language: "en",
			Claim: "Armenia is leaving the CSTO", SaidOn: "2023-09-06", Rating: rating, AsOf: "2023-09-14",
			Explanation: "A pause is read as an exit.", Reasons: []factcheck.Reason{factcheck.Overstated},
			Misread:  &factcheck.PublicMisread{Title: "After the recall"},
			Evidence: []factcheck.PublicEvidence{{ID: 4, Stance: factcheck.Refutes, Exact: "not pursuing formal withdrawal", Later: true, Source: source}},
			Topics:   []factcheck.Topic{{Slug: "armenia", Name: "Armenia"}}, Byline: "Reporter",
		},
	}
}

func channelOf(items ...Item) Channel {
	return Channel{Title: "Example desk", Description: "Claims, checked.", Language: "en", Base: "https://desk.example",
		Self: "https://desk.example/feed.xml", Logo: "https://desk.example/logo.png", Changed: first.AddDate(0, 0, 6), Items: items}
}

func corrected() Item {
	i := check("1", first)
	i.Live.UpdatedAt = first.AddDate(0, 0, 6)
	i.Changes = []Change{{i.Live.UpdatedAt, factcheck.Substantial, "He was recalled, not dismissed."}}
	return i
}

func write(t *testing.T, c Channel) []byte {
	t.Helper()
	encoded, err := RSS(c)
	if err != nil {
		t.Fatal(err)
	}
	return encoded
}

func parse(t *testing.T, encoded []byte) *gofeed.Feed {
	t.Helper()
	parsed, err := gofeed.NewParser().Parse(bytes.NewReader(encoded))
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

func TestTheFeedIsAsTheGoldenFileHasIt(t *testing.T) {
	got := write(t, channelOf(check("2", first.AddDate(0, 0, 1)), corrected()))
	if *update {
		if err := os.WriteFile("testdata/feed.xml", got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/feed.xml")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the feed differs from the golden file:\n%s", got)
	}
}

func TestTheSameChannelGivesTheSameBytes(t *testing.T) {
	if !bytes.Equal(write(t, channelOf(corrected())), write(t, channelOf(corrected()))) {
		t.Error("two runs differ")
	}
}

func TestAReaderFindsTheChannel(t *testing.T) {
	f := parse(t, write(t, channelOf(corrected())))
	for name, pair := range map[string][2]string{
		"title": {f.Title, "Example desk"}, "link": {f.Link, "https://desk.example/"}, "self": {f.FeedLink, "https://desk.example/feed.xml"},
		"description": {f.Description, "Claims, checked."}, "language": {f.Language, "en"},
		"last build": {f.Updated, "Wed, 20 Sep 2023 09:30:00 +0000"},
		"image":      {f.Image.Title, f.Title}, "picture": {f.Image.URL, "https://desk.example/logo.png"},
		"kind": {f.FeedType + " " + f.FeedVersion, "rss 2.0"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s is %q, want %q", name, pair[0], pair[1])
		}
	}
}

func TestAReaderFindsTheItem(t *testing.T) {
	i := parse(t, write(t, channelOf(corrected()))).Items[0]
	for name, pair := range map[string][2]string{
		"title":       {i.Title, "Misinterpreted: The seat is empty & nobody <resigned>"},
		"link":        {i.Link, "https://desk.example/fact-checks/seat-1"},
		"guid":        {i.GUID, "tag:desk.example,2023-09-14:fact-check/1"},
		"published":   {i.Published, "Thu, 14 Sep 2023 09:30:00 +0000"},
		"updated":     {i.Extensions["atom"]["updated"][0].Value, "2023-09-20T09:30:00Z"},
		"description": {i.Description, "Misinterpreted. A pause is &lt; an exit."},
		"categories":  {strings.Join(i.Categories, "|"), "Armenia|Misinterpreted"},
		"creator":     {i.DublinCoreExt.Creator[0], "Reporter"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s is %q, want %q", name, pair[0], pair[1])
		}
	}
}

func TestTheIdOfAnItemIsNoAddress(t *testing.T) {
	if !bytes.Contains(write(t, channelOf(check("1", first))), []byte(`<guid isPermaLink="false">tag:`)) {
		t.Error("the guid does not say that it is no permalink")
	}
}

func TestTheDescriptionStandsBeforeTheWholeText(t *testing.T) {
	got := write(t, channelOf(check("1", first)))
	item := got[bytes.Index(got, []byte("<item>")):]
	if bytes.Index(item, []byte("<description>")) > bytes.Index(item, []byte("<content:encoded>")) {
		t.Error("content:encoded comes first")
	}
}

func TestTheTextHoldsClaimVerdictBodyAndEvidence(t *testing.T) {
	text := parse(t, write(t, channelOf(check("1", first)))).Items[0].Content
	for _, want := range []string{"Armenia is leaving the CSTO", "Misinterpreted, as of 14 September 2023", "A pause is read as an exit.", "overstated",
		"After the recall", "The brief is plain.", "not pursuing formal withdrawal", "(later)", `href="https://desk.example/evidence/4"`, "going round"} {
		if !strings.Contains(text, want) {
			t.Errorf("the text lacks %q:\n%s", want, text)
		}
	}
	for _, forbidden := range []string{`href="/`, `href="#`, "<script", "<style", "<iframe", "<form"} {
		if strings.Contains(text, forbidden) {
			t.Errorf("the text holds %q", forbidden)
		}
	}
}

func TestTheTextOfACorrectedItemBeginsWithWhatChanged(t *testing.T) {
	text := parse(t, write(t, channelOf(corrected()))).Items[0].Content
	if !strings.HasPrefix(text, "<p><strong>Correction, 20 September 2023.</strong> He was recalled, not dismissed.") {
		t.Errorf("the text begins with %.120q", text)
	}
}

func TestAPrivatePersonIsNotNamed(t *testing.T) {
	i := check("1", first)
	i.Content.Claimant = &factcheck.Claimant{Kind: factcheck.PrivatePerson, Name: "Never shown"}
	got := string(write(t, channelOf(i)))
	if strings.Contains(got, "Never shown") || !strings.Contains(got, "a social media user") {
		t.Error("the feed does not keep the private person private")
	}
}

func TestCharactersThatXMLForbidsAreDropped(t *testing.T) {
	i := check("1", first)
	i.Content.Headline = "A\x00B\x0bC\ufffeD\xffE ]]> F"
	i.Body = "<p>bell \a ]]> end</p>"
	c := channelOf(i)
	c.Title = "Desk\x01"
	got := write(t, c)
	f := parse(t, got)
	if f.Title != "Desk" || f.Items[0].Title != "Misinterpreted: ABCDE ]]> F" || !strings.Contains(f.Items[0].Content, "<p>bell  ]]> end</p>") {
		t.Errorf("read back as %q, %q, %q", f.Title, f.Items[0].Title, f.Items[0].Content)
	}
	for d := xml.NewDecoder(bytes.NewReader(got)); ; {
		if _, err := d.Token(); err != nil {
			if err.Error() != "EOF" {
				t.Errorf("not well-formed: %v", err)
			}
			return
		}
	}
}

func TestAnEmptyNewsroomHasAValidFeed(t *testing.T) {
	c := channelOf()
	c.Changed = time.Time{}
	got := write(t, c)
	if f := parse(t, got); len(f.Items) != 0 || f.Title != "Example desk" || bytes.Contains(got, []byte("lastBuildDate")) {
		t.Errorf("the empty feed is\n%s", got)
	}
}
