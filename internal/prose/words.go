package prose

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

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
