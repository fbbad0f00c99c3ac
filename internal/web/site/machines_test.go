package site_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"

	"github.com/mmcdole/gofeed"
)

func TestTheFeedListsWhatIsPublished(t *testing.T) {
	h := open(t)
	h.published("The first check")
	h.now = h.now.AddDate(0, 0, 1)
	h.published("The second check")
	res := h.get("/feed.xml", "User-Agent", "")
	if got := res.Header.Get("Content-Type"); got != "application/rss+xml; charset=utf-8" {
		t.Errorf("Content-Type %q", got)
	}
	if res.Header.Get("Cache-Control") != "public, max-age=300" || res.Header.Get("Access-Control-Allow-Origin") != "*" {
		t.Errorf("Cache-Control %q, CORS %q", res.Header.Get("Cache-Control"), res.Header.Get("Access-Control-Allow-Origin"))
	}
	parsed, err := gofeed.NewParser().ParseString(h.body(res))
	h.must(err)
	if len(parsed.Items) != 2 || parsed.Items[0].Title != "Misinterpreted: The second check" || parsed.FeedLink != base+"/feed.xml" {
		t.Fatalf("%+v", parsed)
	}
	item := parsed.Items[1]
	if !strings.HasPrefix(item.GUID, "tag:desk.example,2023-09-14:fact-check/") || item.Link != base+"/fact-checks/the-first-check" {
		t.Errorf("guid %q, link %q", item.GUID, item.Link)
	}
	for _, want := range []string{`href="` + base + `/ratings"`, `href="` + item.Link + `#evidence-1"`, refuting} {
		if !strings.Contains(item.Content, want) {
			t.Errorf("the text lacks %s: %s", want, item.Content)
		}
	}
}

func TestTheFeedIsTheSameFromOneRequestToTheNext(t *testing.T) {
	h := open(t)
	h.published("The seat is empty")
	one := h.body(h.get("/feed.xml"))
	h.now = h.now.AddDate(0, 0, 3)
	if two := h.body(h.get("/feed.xml")); one != two {
		t.Error("the feed changed by itself")
	}
}

func TestACorrectedItemKeepsItsIdAndDateAndBeginsWithWhatChanged(t *testing.T) {
	h := open(t)
	h.published("Another check")
	before, err := gofeed.NewParser().ParseString(h.body(h.get("/feed.xml")))
	h.must(err)
	h.now = h.now.AddDate(0, 0, 1)
	link := base + corrected(h).Live.Path()
	after, err := gofeed.NewParser().ParseString(h.body(h.get("/feed.xml")))
	h.must(err)
	var item *gofeed.Item
	for _, i := range after.Items {
		if i.Link == link {
			item = i
		}
	}
	if item == nil || !strings.HasPrefix(item.Content, "<p><strong>Correction, 21 September 2023.</strong> He was recalled, not dismissed.") {
		t.Fatalf("the corrected item is %+v", item)
	}
	if item.Published != "Fri, 15 Sep 2023 09:30:00 +0000" || item.Extensions["atom"]["updated"][0].Value != "2023-09-21T09:30:00Z" {
		t.Errorf("published %q, updated %v", item.Published, item.Extensions["atom"]["updated"])
	}
	if before.Updated == after.Updated {
		t.Error("lastBuildDate did not move")
	}
}

func TestTheFeedAnswersHead(t *testing.T) {
	h := open(t)
	h.published("The seat is empty")
	res := h.ask(http.MethodHead, "/feed.xml")
	if res.StatusCode != http.StatusOK || res.Header.Get("ETag") == "" || h.body(res) != "" {
		t.Errorf("HEAD answers %d with ETag %q", res.StatusCode, res.Header.Get("ETag"))
	}
}

func TestAProofIsAlsoAWebAnnotation(t *testing.T) {
	h := open(t)
	claim := h.published("The seat is empty")
	e := claim.Evidence[0]
	res := h.get("/evidence/1.json")
	if got := res.Header.Get("Content-Type"); got != `application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"` {
		t.Errorf("Content-Type %q", got)
	}
	if res.Header.Get("Access-Control-Allow-Origin") != "*" {
		t.Error("programs of other origins may not read it")
	}
	var a struct {
		Context string `json:"@context"`
		ID      string
		Type    string
		Target  struct {
			Source   struct{ ID string }
			Selector []struct {
				Type, Exact, Prefix, Suffix string
				Start, End                  int
			}
		}
	}
	h.must(json.Unmarshal([]byte(h.body(res)), &a))
	if a.Context != "http://www.w3.org/ns/anno.jsonld" || a.ID != base+"/evidence/1" || a.Type != "Annotation" || a.Target.Source.ID != "https://institute.example/brief" {
		t.Errorf("%+v", a)
	}
	quoted, position := a.Target.Selector[0], a.Target.Selector[1]
	if quoted.Type != "TextQuoteSelector" || quoted.Exact != refuting || quoted.Prefix != e.Prefix || quoted.Suffix != e.Suffix {
		t.Errorf("%+v", quoted)
	}
	if position.Type != "TextPositionSelector" || position.Start != e.Start || position.End != e.End {
		t.Errorf("%+v", position)
	}
}

func TestAQuoteWithWordsLeftOutHasATargetForEachPart(t *testing.T) {
	h := open(t)
	claim := h.written(seat(), "The seat is empty", factcheck.ExcerptAccess)
	_, _, err := h.room.AttachQuote(t.Context(), h.reporter, claim.ID, newsroom.Base{}, factcheck.EvidenceDraft{SourceID: claim.Evidence[0].SourceID,
		Exact: "The empty chair […] freezing its part in the organisation", Stance: factcheck.Context})
	h.must(err)
	h.publish(claim.ID, newsroom.Order{})
	var a struct {
		Target []struct{ Selector []struct{ Exact string } }
	}
	h.must(json.Unmarshal([]byte(h.body(h.get("/evidence/2.json"))), &a))
	if len(a.Target) != 2 || a.Target[0].Selector[0].Exact != "The empty chair" || a.Target[1].Selector[0].Exact != "freezing its part in the organisation" {
		t.Errorf("%+v", a)
	}
	doc := h.page("/evidence/2")
	if got := doc.Find(".passage .exact").Length(); got != 2 {
		t.Errorf("%d parts are marked", got)
	}
}

func TestTheTextOfAThirdPartyIsNotGivenOut(t *testing.T) {
	h := open(t)
	h.published("The seat is empty")
	if res := h.get("/evidence/1/text"); res.StatusCode != http.StatusNotFound {
		t.Errorf("the text of an excerpted source answers %d", res.StatusCode)
	}
	doc := h.page("/evidence/1")
	if doc.Find("meta[name=robots][content=noindex]").Length() != 1 {
		t.Error("the proof may be indexed")
	}
	if got := text(doc, ".passage .exact"); got != refuting {
		t.Errorf("marked in its place is %q", got)
	}
}

func TestTheTextOfAPublicSourceHasTheHashOfItsProof(t *testing.T) {
	h := open(t)
	claim := h.publish(h.written(seat(), "The seat is empty", factcheck.PublicAccess).ID, newsroom.Order{})
	res := h.get("/evidence/1/text")
	got := h.body(res)
	sum := sha256.Sum256([]byte(got))
	if hash := hex.EncodeToString(sum[:]); !strings.Contains(text(h.page("/evidence/1"), "main"), hash) {
		t.Errorf("the text has the hash %s, which the proof does not show", hash)
	}
	e := claim.Evidence[0]
	if string([]rune(got)[e.Start:e.End]) != refuting || res.Header.Get("Content-Type") != "text/plain; charset=UTF-8" {
		t.Errorf("%q, %s", string([]rune(got)[e.Start:e.End]), res.Header.Get("Content-Type"))
	}
}
