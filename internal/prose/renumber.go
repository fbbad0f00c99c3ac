package prose

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// Renumber writes new numbers into the marks of an article: [n] becomes
// [to[n]] where to holds n, and all else stays as it was typed. What is no mark
// keeps its number: code, escaped brackets, links and their words, and
// everything in a text that is Tangled or not valid UTF-8. Check names [0] as
// broken, so 0 is the number for evidence that is gone.
func Renumber(markdown string, to map[int]int) string { return renumber(markdown, to, false) }

// Reletter does the same with the letters of exhibits, which are numbered from
// 1 (A). The mark of one that is gone becomes [0] as well.
func Reletter(markdown string, to map[int]int) string { return renumber(markdown, to, true) }

// Exhibits are the numbers of the exhibits, out of so many, that an article has
// marks for, each once, in the order of the text.
func Exhibits(markdown string, exhibits int) []int {
	markdown = strings.ToValidUTF8(markdown, "\uFFFD")
	if exhibits == 0 || Tangled(markdown) {
		return nil
	}
	var found []int
	walk(parse([]byte(markdown), 0), func(n ast.Node) {
		m, ok := n.(*mark)
		if ok && m.letter && m.number <= exhibits && !linked(m) && !slices.Contains(found, m.number) {
			found = append(found, m.number)
		}
	})
	return found
}

func renumber(markdown string, to map[int]int, letters bool) string {
	if len(to) == 0 || !utf8.ValidString(markdown) || Tangled(markdown) {
		return markdown
	}
	var out strings.Builder
	done := 0
	walk(parse([]byte(markdown), 0), func(n ast.Node) {
		m, ok := n.(*mark)
		if !ok || m.letter != letters || linked(m) || m.at < done || !strings.HasPrefix(markdown[m.at:], m.typed) {
			return
		}
		number, known := to[m.number]
		if !known {
			return
		}
		now := mark{number: number, letter: letters && number > 0}
		out.WriteString(markdown[done:m.at] + "[" + now.name() + "]")
		done = m.at + len(m.typed)
	})
	return out.String() + markdown[done:]
}
