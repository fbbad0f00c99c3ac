package prose

import (
	"bytes"
	"html"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// HTML renders an article with so many quotes; exhibits tells of each exhibit, A
// first, whether readers are shown it. A mark that refers to nothing they see
// stays as it was typed. The result is sanitised and well-formed. Headings are
// h2 to h4, the first of them h2, without a step left out.
func HTML(markdown string, quotes int, exhibits ...bool) string {
	markdown = strings.ToValidUTF8(markdown, "\uFFFD")
	if Tangled(markdown) {
		return escaped(markdown)
	}
	source := []byte(markdown)
	doc := parse(source, quotes, exhibits...)
	var out bytes.Buffer
	if err := page.Render(&out, source, doc); err != nil {
		return escaped(markdown) // a buffer does not fail: only a node without a renderer could
	}
	return policy.Sanitize(out.String())
}

// escaped shows a text as it was typed, for one that is no sound Markdown.
func escaped(text string) string {
	var out strings.Builder
	for block := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n") {
		if block = strings.TrimSpace(block); block != "" {
			out.WriteString("<p>" + html.EscapeString(block) + "</p>\n")
		}
	}
	return out.String()
}

// parse reads Markdown and settles its marks, headings and images.
func parse(source []byte, quotes int, exhibits ...bool) ast.Node {
	doc := reader.Parse(text.NewReader(source))
	settle(doc, source, quotes, exhibits)
	return doc
}

// reader parses CommonMark with marks; page renders it.
var (
	reader = parser.NewParser(
		parser.WithBlockParsers(withoutHTML(parser.DefaultBlockParsers(), parser.NewHTMLBlockParser())...),
		parser.WithInlineParsers(append(withoutHTML(parser.DefaultInlineParsers(), parser.NewRawHTMLParser()),
			util.Prioritized(markParser{}, 150))...),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
	)
	page = goldmark.New(goldmark.WithRendererOptions(
		renderer.WithNodeRenderers(util.Prioritized(markRenderer{}, 100)),
	)).Renderer()
)

// withoutHTML leaves a parser of raw HTML out of a list: tags are shown as
// they were typed.
func withoutHTML(list []util.PrioritizedValue, raw any) []util.PrioritizedValue {
	var kept []util.PrioritizedValue
	for _, p := range list {
		if p.Value != raw {
			kept = append(kept, p)
		}
	}
	return kept
}
