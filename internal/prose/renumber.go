package prose

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// Renumber writes new numbers into the marks of an article: [n] becomes
// [to[n]] where to holds n, and all else stays as it was typed. What is no mark
// keeps its number: code, escaped brackets, links and their words, and
// everything in a text that is Tangled or not valid UTF-8. Check names [0] as
// broken, so 0 is the number for evidence that is gone.
func Renumber(markdown string, to map[int]int) string {
	if len(to) == 0 || !utf8.ValidString(markdown) || Tangled(markdown) {
		return markdown
	}
	var out strings.Builder
	done := 0
	walk(parse([]byte(markdown), 0), func(n ast.Node) {
		m, ok := n.(*mark)
		if !ok || linked(m) || m.at < done || !strings.HasPrefix(markdown[m.at:], m.typed) {
			return
		}
		number, known := to[m.number]
		if !known {
			return
		}
		out.WriteString(markdown[done:m.at] + "[" + strconv.Itoa(number) + "]")
		done = m.at + len(m.typed)
	})
	return out.String() + markdown[done:]
}
