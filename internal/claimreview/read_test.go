package claimreview

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/lines"
)

func readAll(text string) ([]Found, *Reading, error) {
	var all []Found
	r, err := Read(lines.New(strings.NewReader(text), 1<<22, "4 MB"), func(f Found) error {
		all = append(all, f)
		return nil
	})
	return all, r, err
}

// whole is a check as the guide for publishers has it.
const whole = `{"@context":"https://schema.org","@type":"ClaimReview","@id":"https://partner.example/checks/1","url":"https://partner.example/checks/1",
 "claimReviewed":"The bridge is closed","inLanguage":"en","datePublished":"2023-09-14T09:30:00Z","headline":"The bridge is open",
 "author":{"@type":"Organization","name":"Partner","url":"https://partner.example/"},
 "reviewRating":{"@type":"Rating","alternateName":"False","ratingValue":1,"bestRating":5,"worstRating":1},
 "itemReviewed":{"@type":"Claim","author":{"@type":"Person","name":"Jo Example","sameAs":["https://who.example/jo"]},"datePublished":"2023-09-12",
  "appearance":[{"@type":"CreativeWork","url":"https://portal.example/1","publisher":{"name":"A portal"}}]}}`

func TestTheFormsOfAFileAllGiveTheSameCheck(t *testing.T) {
	line := strings.ReplaceAll(whole, "\n", "")
	item := `{"@type":"DataFeedItem","url":"x","item":`
	for name, text := range map[string]string{
		"one object": whole, "with a mark": "\ufeff" + whole, "array": "[" + whole + "]",
		"JSON Lines":           line + "\n",
		"graph":                `{"@context":"http://schema.org","@graph":[{"@type":"WebPage","name":"x"},` + whole + `]}`,
		"data feed":            `{"@context":"https://schema.org","@type":"DataFeed","license":"x","dataFeedElement":[` + item + "[" + whole + `]}]}`,
		"feed of an object":    `{"@type":"DataFeed","dataFeedElement":[` + item + whole + `}]}`,
		"feed of one":          `{"@type":"DataFeed","dataFeedElement":` + item + whole + `}}`,
		"items a line":         item + whole + "}\n",
		"list of feeds":        `[{"@type":"DataFeed","dataFeedElement":[` + item + whole + `}]}]`,
		"type in full":         strings.Replace(whole, `"ClaimReview"`, `["http://schema.org/ClaimReview"]`, 1),
		"no type":              strings.Replace(whole, `"@type":"ClaimReview",`, "", 1),
		"review on a web page": `{"@type":"WebPage","mainEntity":` + whole + `}`,
	} {
		all, _, err := readAll(text)
		if err != nil || len(all) != 1 {
			t.Errorf("%s: %d checks, %v", name, len(all), err)
			continue
		}
		f := all[0]
		want := factcheck.OtherReview{IRI: "https://partner.example/checks/1", URL: "https://partner.example/checks/1", Publisher: "Partner", Title: "The bridge is open",
			Claim: "The bridge is closed", Claimant: "Jo Example", ClaimedOn: "2023-09-12", ReviewedOn: "2023-09-14", Rating: "False", Value: 1, Best: 5, Worst: 1,
			Language: "en", Content: f.Content}
		if !reflect.DeepEqual(f.OtherReview, want) {
			t.Errorf("%s gives %+v", name, f.OtherReview)
		}
		if f.AuthorURL != "https://partner.example/" || len(f.Seen) != 1 || f.Seen[0].Outlet != "A portal" || f.Speaker.SameAs[0] != "https://who.example/jo" {
			t.Errorf("%s gives %+v", name, f)
		}
	}
}

func TestOddChecksAreRead(t *testing.T) {
	const begin = `{"@type":"ClaimReview","url":"https://p.example/1",`
	for name, c := range map[string]struct {
		text string
		is   func(Found) bool
	}{
		"no id":                    {begin + `"claimReviewed":"x"}`, func(f Found) bool { return f.IRI == "" && f.URL == "https://p.example/1" }},
		"an id that is no address": {begin + `"@id":"#review"}`, func(f Found) bool { return f.IRI == "" }},
		"appearance as text":       {begin + `"itemReviewed":{"appearance":"https://a.example/1"}}`, func(f Found) bool { return f.Seen[0].URL == "https://a.example/1" }},
		"appearance as object":     {begin + `"itemReviewed":{"appearance":{"url":"https://a.example/1"}}}`, func(f Found) bool { return len(f.Seen) == 1 }},
		"several addresses in a text": {begin + `"itemReviewed":{"appearance":"https://a.example/1, https://a.example/2 https://a.example/3;https://a.example/4?a,b"}}`,
			func(f Found) bool { return len(f.Seen) == 4 && f.Seen[3].URL == "https://a.example/4?a,b" }},
		"first appearance again":   {begin + `"itemReviewed":{"firstAppearance":{"url":"https://a.example/1"},"appearance":["https://a.example/1"]}}`, func(f Found) bool { return len(f.Seen) == 1 }},
		"author as text":           {begin + `"author":"The Desk"}`, func(f Found) bool { return f.Publisher == "The Desk" }},
		"author as list":           {begin + `"author":[{"name":"The Desk"},{"name":"B"}]}`, func(f Found) bool { return f.Publisher == "The Desk" }},
		"author is an address":     {begin + `"author":"https://p.example"}`, func(f Found) bool { return f.Publisher == "" }},
		"claimants":                {begin + `"itemReviewed":{"author":["Jo",{"name":"Flo"}]}}`, func(f Found) bool { return f.Claimant == "Jo, Flo" }},
		"an organisation claims":   {begin + `"itemReviewed":{"author":{"@type":"Organization","name":"Party","sameAs":"https://w.example"}}}`, func(f Found) bool { return f.Speaker.Kind == factcheck.Organisation && len(f.Speaker.SameAs) == 1 }},
		"no best rating":           {begin + `"reviewRating":{"alternateName":"Half","ratingValue":"2","bestRating":-1,"worstRating":-1}}`, func(f Found) bool { return f.Rating == "Half" && f.Value == 0 && f.Best == 0 }},
		"rating as text":           {begin + `"reviewRating":{"alternateName":"Half","ratingValue":"2"}}`, func(f Found) bool { return f.Value == 2 && f.Best == 5 && f.Worst == 1 }},
		"rating value is a word":   {begin + `"reviewRating":{"ratingValue":"Mostly false"}}`, func(f Found) bool { return f.Rating == "Mostly false" && f.Value == 0 }},
		"a number alone":           {begin + `"reviewRating":{"ratingValue":2,"bestRating":"4"}}`, func(f Found) bool { return f.Rating == "2 of 4" }},
		"best is an object":        {begin + `"reviewRating":{"ratingValue":2,"bestRating":{"a":1},"alternateName":"x"}}`, func(f Found) bool { return f.Best == 0 }},
		"half a point":             {begin + `"reviewRating":{"ratingValue":2.5,"alternateName":"x"}}`, func(f Found) bool { return f.Value == 0 }},
		"ratings in a list":        {begin + `"reviewRating":[{"alternateName":"x"}]}`, func(f Found) bool { return f.Rating == "x" }},
		"a word for a rating":      {begin + `"reviewRating":"False"}`, func(f Found) bool { return f.Rating == "False" }},
		"quotes escaped by hand":   {begin + `"claimReviewed":"He said \\\"no\\\" &amp; &quot;left&quot;"}`, func(f Found) bool { return f.Claim == `He said "no" & "left"` }},
		"the claim is elsewhere":   {begin + `"itemReviewed":{"name":"It rains"}}`, func(f Found) bool { return f.Claim == "It rains" }},
		"language as object":       {begin + `"inLanguage":{"@type":"Language","name":"Armenian","alternateName":"hy"}}`, func(f Found) bool { return f.Language == "hy" }},
		"language with underscore": {begin + `"inLanguage":"pt_BR"}`, func(f Found) bool { return f.Language == "pt-BR" }},
		"a language of nowhere":    {begin + `"inLanguage":"English?"}`, func(f Found) bool { return f.Language == "" }},
		"dates in words":           {begin + `"datePublished":"September 14, 2023","itemReviewed":{"datePublished":"2023-09-12 22:00"}}`, func(f Found) bool { return f.ReviewedOn == "2023-09-14" && f.ClaimedOn == "2023-09-12" }},
		"no date":                  {begin + `"datePublished":"soon"}`, func(f Found) bool { return f.ReviewedOn == "" }},
		"withdrawn by status":      {begin + `"creativeWorkStatus":"Retracted"}`, func(f Found) bool { return f.Retracted }},
		"withdrawn by rating":      {begin + `"reviewRating":{"alternateName":"Withdrawn"}}`, func(f Found) bool { return f.Retracted }},
		"publisher in the graph":   {`{"@graph":[` + begin + `"author":{"@id":"https://p.example/#org"}},{"@type":"Organization","@id":"https://p.example/#org","name":"The Desk"}]}`, func(f Found) bool { return f.Publisher == "The Desk" }},
	} {
		all, _, err := readAll(c.text)
		if err != nil || len(all) != 1 || !c.is(all[0]) {
			t.Errorf("%s: %+v, %v", name, all, err)
		}
	}
}

func TestAnAnswerOfClaimsSearchIsRead(t *testing.T) {
	all, _, err := readAll(`{"claims":[{"text":"The bridge is closed","claimant":"Jo","claimDate":"2023-09-12T00:00:00Z","claimReview":[
		{"publisher":{"name":"A","site":"a.example"},"url":"https://a.example/1","title":"Open","reviewDate":"2023-09-14T00:00:00Z","textualRating":"False","languageCode":"en"},
		{"publisher":{"site":"b.example"},"url":"https://b.example/1","textualRating":"Mostly false","languageCode":"en"}]}],"nextPageToken":"x"}`)
	if err != nil || len(all) != 2 || all[0].Claim != all[1].Claim || all[0].Publisher != "A" || all[1].Rating != "Mostly false" || all[0].ClaimedOn != "2023-09-12" {
		t.Errorf("%+v, %v", all, err)
	}
}

func TestWhatIsNoCheckIsCountedAndLeftOut(t *testing.T) {
	all, r, err := readAll(`[{"@type":"NewsArticle"},{"@type":"Organization","name":"x"},1,"two",[],{}]`)
	if err != nil || len(all) != 0 || r.Skipped != 6 {
		t.Errorf("%d checks, %d left out, %v", len(all), r.Skipped, err)
	}
}

func TestAFileThatIsNoJSONSaysWhere(t *testing.T) {
	line := strings.ReplaceAll(whole, "\n", "")
	for text, want := range map[string]string{
		line + "\n" + line + "\n{\"claimReviewed\": nonsense}\n": "Line 3",
		"[" + whole + ",\n{\"a\":1}":                             "in the middle",
		"{\"a\":\n\n\"b\"\n":                                     "in the middle",
		"\"just a text\"":                                        "single value",
		"[" + whole + "\n" + whole + "]":                         "Line 7",
		"[\"caf\xe9\"]":                                          "Line 1 is not valid UTF-8 at byte 6",
		`{"description":"` + strings.Repeat("x", 2<<20) + `"}`:   "longer than 1 MB",
	} {
		_, _, err := readAll(text)
		if p := factcheck.Problems(err); p == nil || p[0].Field != "file" || !strings.Contains(p[0].Message, want) {
			t.Errorf("%.60q gives %v, want %q", text, err, want)
		}
	}
}

func TestACheckThatHoldsIsToldFromOneThatDoesNot(t *testing.T) {
	all, _, err := readAll(whole)
	if err != nil {
		t.Fatal(err)
	}
	o, err := all[0].OtherReview.Check(live().FirstAt)
	if err != nil || o.Site != "partner.example" || o.Hash == "" {
		t.Errorf("%+v, %v", o, err)
	}
	_, err = factcheck.OtherReview{Title: "x"}.Check(live().FirstAt)
	var fields []string
	for _, p := range factcheck.Problems(err) {
		fields = append(fields, p.Field)
	}
	if strings.Join(fields, " ") != "url claimReviewed reviewRating" {
		t.Errorf("the fields that are wrong are %v", fields)
	}
}

func TestWhateverTheReceiverFailsWithEndsTheReading(t *testing.T) {
	stop := errors.New("enough")
	_, err := Read(lines.New(strings.NewReader("["+whole+","+whole+"]"), 1<<20, ""), func(Found) error { return stop })
	if !errors.Is(err, stop) {
		t.Errorf("it ends with %v", err)
	}
}

// TestWhatWeWriteWeRead is both ways of the package in one.
func TestWhatWeWriteWeRead(t *testing.T) {
	encoded, err := Encode(Review(newsroom, address, live(), content(), nil))
	if err != nil {
		t.Fatal(err)
	}
	all, _, err := readAll(string(encoded))
	if err != nil || len(all) != 1 {
		t.Fatalf("%d checks, %v", len(all), err)
	}
	f, c := all[0], content()
	if f.IRI != address || f.Claim != c.Claim || f.Rating != c.Rating.Label || f.Value != c.Rating.Number || f.Claimant != c.Claimant.Name ||
		f.ClaimedOn != c.SaidOn || f.Publisher != newsroom.Name || len(f.Seen) != 2 || f.Language != "en" {
		t.Errorf("%+v", f)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(whole)
	f.Add(`{"@graph":[` + whole + `,{"@id":"x","name":"y"}]}`)
	f.Add(`{"claims":[{"text":"x","claimReview":[{"url":1},2,null]}]}`)
	f.Add(`{"@type":"ClaimReview","reviewRating":{"bestRating":[],"ratingValue":{}},"itemReviewed":{"author":[[]],"appearance":[{"url":[{}]}]}}`)
	f.Fuzz(func(t *testing.T, text string) {
		all, r, err := readAll(text)
		if err != nil && factcheck.KindOf(err) != factcheck.Invalid {
			t.Errorf("%q fails with %v", text, err)
		}
		if r.Element < 0 || len(all) > 0 && all[0].Line < 1 {
			t.Errorf("%d records, the first at line %d", r.Element, all[0].Line)
		}
		for _, one := range all {
			_, _ = one.Check(live().FirstAt)
		}
	})
}
