package ingest

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"claimdesk/internal/factcheck"
)

func TestHTMLReadsAsABrowserShowsIt(t *testing.T) {
	for name, c := range map[string]struct{ raw, want string }{
		"blocks":            {"<p>a<p>b<div>c</div>d", "a\n\nb\n\nc\n\nd"},
		"white space":       {"<p>  a \n\t b<b> c </b> d", "a b c d"},
		"inline elements":   {"<p>a<i>b</i><span>c</span>", "abc"},
		"no-break space":    {"<p>5&nbsp;km", "5\u00A0km"},
		"line break":        {"<p>a<br>b<br/>\n c", "a\nb\nc"},
		"two line breaks":   {"<p>a<br> <br>b", "a\n\nb"},
		"items":             {"<ul><li>a<li><b>b</b> c</ul>", "a\n\nb c"},
		"preformatted":      {"<pre>a\n  b</pre>c", "a\n  b\n\nc"},
		"table":             {"<table><tr><th>a<th>b<tr><td><p>c</p><td>d</table>", "a\tb\nc\td"},
		"table as a layout": {"<table><tr><td><p>a<p>b<td>c</table>", "a\n\nb\n\nc"},
		"scripts":           {"<style>a</style><script>b</script><noscript>c</noscript><template>d</template>e", "e"},
		"hidden":            {`<p hidden>a<p style="display: none">b<p style="color:red">c`, "c"},
		"a form's controls": {"<label>a</label><select><option>b</select><textarea>c</textarea><button>d</button>", "a"},
		"a comment":         {"a<!-- b -->c", "ac"},
		"entities":          {"<p>&lt;b&gt; &amp;amp; &#1329;", "<b> &amp; Ա"},
		"nothing but text":  {"a", "a"},
		"definitions":       {"<dl><dt>a<dd>b</dl>", "a\n\nb"},
	} {
		doc, err := HTML([]byte(c.raw), "")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if doc.Text != c.want {
			t.Errorf("%s: got %q, want %q", name, doc.Text, c.want)
		}
	}
}

// page is a news page with what usually stands round an article.
func page(head, byline string) string {
	return `<!doctype html><html lang="en-GB"><head>` + head + `</head><body>
<header><nav><ul><li><a href="/">Home</a><li><a href="/town">Town</a></ul></nav></header>
<main><article><h1>The harbour stays open</h1>` + byline + `
<p>` + strings.Repeat("Nobody with a say in the matter has proposed that the harbour should close, and it does not. ", 5) + `</p>
<p>` + strings.Repeat("The night ferry was taken off for the winter, as it is in each year, and comes back in the spring. ", 5) + `</p>
</article></main><aside><a href="/a">Most read</a></aside><footer>All rights reserved. Imprint</footer></body></html>`
}

func TestHTMLFindsTheArticleAndWhatThePageTells(t *testing.T) {
	doc, err := HTML([]byte(page(`<title>The harbour stays open | Harbour Herald</title>
<meta property="og:site_name" content="Harbour Herald"><meta property="article:published_time" content="2023-09-14T23:30:00-04:00">
<meta name="author" content="Anna Weber"><link rel="canonical" href="https://herald.example/harbour">`, "")), "")
	if err != nil {
		t.Fatal(err)
	}
	want := factcheck.SourceDraft{Title: "The harbour stays open", Publisher: "Harbour Herald", Authors: []string{"Anna Weber"},
		URL: "https://herald.example/harbour", PublishedOn: "2023-09-14", Language: "en-GB"}
	if diff := cmp.Diff(want, doc.Guess); diff != "" {
		t.Errorf("guess (-want +got):\n%s", diff)
	}
	if !strings.HasPrefix(doc.Text, "The harbour stays open\n\nNobody") || strings.Contains(doc.Text, "Imprint") || strings.Contains(doc.Text, "Most read") {
		t.Errorf("not the article: %q", doc.Text)
	}
}

func TestHTMLGuessesOnlyWhatThePageTells(t *testing.T) {
	for name, c := range map[string]struct {
		head, byline string
		want         factcheck.SourceDraft
	}{
		"a bare head": {"", "", factcheck.SourceDraft{Title: "The harbour stays open", Language: "en-GB"}},
		"linked data": {`<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-09-14","publisher":{"name":"Herald"}}</script>`, "",
			factcheck.SourceDraft{Title: "The harbour stays open", Publisher: "Herald", PublishedOn: "2023-09-14", Language: "en-GB"}},
		"an author's page": {`<meta property="article:author" content="https://social.example/anna">`, "", factcheck.SourceDraft{Title: "The harbour stays open", Language: "en-GB"}},
		"a later year":     {`<meta name="date" content="2999-01-01">`, "", factcheck.SourceDraft{Title: "The harbour stays open", Language: "en-GB"}},
		"a relative link":  {`<link rel="canonical" href="/a">`, "", factcheck.SourceDraft{Title: "The harbour stays open", Language: "en-GB"}},
	} {
		doc, err := HTML([]byte(page(c.head, c.byline)), "")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(c.want, doc.Guess); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestHTMLReadsLinkedDataHoweverItLies(t *testing.T) {
	want := factcheck.SourceDraft{Title: "The harbour stays open", Publisher: "Herald", Authors: []string{"Anna Weber", "Jonas Lind"}, PublishedOn: "2023-09-14", Language: "en-GB"}
	for name, data := range map[string]string{
		"in a graph": `{"@graph":[{"@type":"Organization","name":"Other"},{"@type":["Thing","NewsArticle"],"datePublished":"2023-09-14T08:00:00Z","publisher":{"name":"Herald"},"author":[{"name":"Anna Weber"},{"name":"Jonas Lind"}]}]}`,
		"in a list":  `[{"@type":"BreadcrumbList"},{"@type":"ReportageNewsArticle","datePublished":"2023-09-14","publisher":"Herald","author":["Anna Weber","Jonas Lind"]}]`,
		"too deep":   `{"@type":"Article","datePublished":"2023-09-14","publisher":[{"name":"Herald"}],"author":"Anna Weber, Jonas Lind","@graph":` + strings.Repeat("[", 50) + strings.Repeat("]", 50) + `}`,
	} {
		doc, err := HTML([]byte(page(`<script type="application/ld+json">`+data+`</script>`, "")), "")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(want, doc.Guess); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
