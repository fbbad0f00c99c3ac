package prose

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// Plain is the text of an article without its signs and marks, its blocks
// parted by empty lines: for search and for descriptions.
func Plain(markdown string) string {
	markdown = strings.ToValidUTF8(markdown, "\uFFFD")
	if Tangled(markdown) {
		return strings.TrimSpace(markdown)
	}
	source := []byte(markdown)
	var blocks []string
	walk(parse(source, everyMark), func(n ast.Node) {
		switch n.(type) {
		case *ast.Paragraph, *ast.TextBlock, *ast.Heading:
			blocks = append(blocks, words(n, source))
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			blocks = append(blocks, strings.TrimRight(string(n.Lines().Value(source)), "\n"))
		}
	})
	return strings.Join(blocks, "\n\n")
}

// everyMark is more evidence than a mark can number.
const everyMark = 10_000

// words is the text of a node's inline children.
func words(n ast.Node, source []byte) string {
	var out strings.Builder
	walk(n, func(c ast.Node) {
		switch c := c.(type) {
		case *ast.Text:
			out.Write(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(c.Segment.Value(source)))))
			if c.SoftLineBreak() {
				out.WriteByte(' ')
			} else if c.HardLineBreak() {
				out.WriteByte('\n')
			}
		case *ast.String:
			out.Write(c.Value)
		case *ast.AutoLink:
			out.Write(c.Label(source))
		case *mark:
			if c.dead {
				out.WriteString(c.typed)
			}
		}
	})
	return strings.TrimSpace(out.String())
}
