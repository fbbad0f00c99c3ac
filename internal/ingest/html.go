package ingest

import (
	"io"
	"log/slog"
	"strings"
	"unicode"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What is too large to look for an article in: the search goes over each part
// of a page many times. Such a page comes in whole.
const (
	mostElements = 20_000
	mostDeep     = 120
)

// fromHTML reads a web page. The parser itself refuses what is nested deeper
// than 512 elements.
func fromHTML(raw string) (reading, error) {
	doc, err := html.Parse(strings.NewReader(strings.TrimPrefix(raw, "\uFEFF")))
	if err != nil {
		return reading{}, err
	}
	body := first(doc, atom.Body)
	if body == nil {
		body = doc
	}
	about := metadata(doc)
	title := first(body, atom.H1)
	var lost losses
	text := textWith(body, false, &lost)
	if fits(doc) {
		article, ok := readable(doc)
		if ok {
			about.add(article)
		}
		if ok && article.Node != nil {
			text, lost = articleOr(text, lost, article.Node, title)
		}
	}
	return reading{text: text, guess: about.guess(text, title), lost: lost.sentences()}, nil
}

// articleOr is the text of an article with what it lost, when it is worthwhile,
// or else the whole page that was given.
func articleOr(whole string, lost losses, article, title *html.Node) (string, losses) {
	var inArticle losses
	found := textWith(article, false, &inArticle)
	if !worthwhile(found, whole) {
		return whole, lost
	}
	found = withTitle(found, title)
	if letters(found) >= letters(whole) {
		return found, lost
	}
	inArticle.around = true
	return found, inArticle
}

// readable looks for the article in a page. A page on which the search gives
// up has none.
func readable(doc *html.Node) (article readability.Article, ok bool) {
	defer func() {
		if recover() != nil {
			article, ok = readability.Article{}, false
		}
	}()
	parser := readability.NewParser()
	parser.MaxElemsToParse = mostElements
	parser.Logger = slog.New(slog.NewTextHandler(io.Discard, nil))
	article, err := parser.ParseDocument(doc, nil)
	return article, err == nil
}

// fits tells whether a page is shallow enough to look for its article.
func fits(doc *html.Node) bool { return depth(doc, 0) <= mostDeep }

func depth(n *html.Node, above int) int {
	deepest := above
	for c := range n.ChildNodes() {
		deepest = max(deepest, depth(c, above+1))
	}
	return deepest
}

// shortArticle is how many letters make an article by themselves; a shorter one
// has to be most of its page.
const shortArticle = 400

// worthwhile tells whether what was found is the article, and not a scrap of a
// page that has none.
func worthwhile(found, whole string) bool {
	n, all := letters(found), letters(whole)
	return n*10 >= all*8 || n >= shortArticle && n*20 >= all
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// withTitle puts the page's heading back above its article, where the search
// has taken it off: it is part of what can be quoted.
func withTitle(text string, heading *html.Node) string {
	if heading == nil {
		return text
	}
	title := textOf(heading, false)
	if title == "" || strings.Contains(head(text, 1_000), title) {
		return text
	}
	return title + "\n\n" + text
}
