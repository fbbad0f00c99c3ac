package prose

import (
	"fmt"
	"strconv"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// mark is a number in brackets that refers to a quote, or a letter that refers
// to an exhibit.
type mark struct {
	ast.BaseInline
	typed  string // with its brackets
	number int    // of the quote, or of the exhibit: A is 1
	letter bool   // it refers to an exhibit
	at     int    // offset in bytes of the source
	first  bool   // no earlier mark refers to the same piece
	dead   bool   // it refers to nothing, or stands in a link: shown as typed
}

// name is the number or the letter, as it is written to refer to the piece.
func (m *mark) name() string {
	if m.letter {
		return lettered(m.number)
	}
	return strconv.Itoa(m.number)
}

var kindMark = ast.NewNodeKind("Mark")

// Kind tells marks from other nodes.
func (m *mark) Kind() ast.NodeKind { return kindMark }

// Dump writes the node for debugging.
func (m *mark) Dump(source []byte, level int) {
	ast.DumpHelper(m, source, level, map[string]string{"Number": strconv.Itoa(m.number)}, nil)
}

// A mark has at most so many digits, or letters: what is longer is none.
const (
	markDigits  = 4
	markLetters = 2
)

// markParser reads [12] and [B] where they are no links: not before a target in
// brackets, and not when the article itself says where they lead.
type markParser struct{}

// Trigger is the sign at which the parser is asked.
func (markParser) Trigger() []byte { return []byte{'['} }

// Parse reads a mark at the reader's place, or nothing.
func (markParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, here := block.PeekLine()
	typed := bracketed(line)
	if typed == "" || defined(pc, typed) {
		return nil
	}
	rest := line[len(typed):]
	if len(rest) > 0 && (rest[0] == '(' || rest[0] == '[' && !followed(pc, rest)) {
		return nil
	}
	m := &mark{typed: typed, at: here.Start}
	m.number, m.letter = numbered(typed[1 : len(typed)-1])
	block.Advance(len(typed))
	return m
}

// numbered is the number that a mark stands for, and whether it is written as a
// letter: A is 1, Z 26, AA 27.
func numbered(name string) (number int, letter bool) {
	if n, err := strconv.Atoi(name); err == nil {
		return n, false
	}
	for _, c := range name {
		number = 26*number + int(c-'A') + 1
	}
	return number, true
}

// lettered is the letter of a number from 1 on.
func lettered(number int) string {
	name := ""
	for ; number > 0; number = (number - 1) / 26 {
		name = string(rune('A'+(number-1)%26)) + name
	}
	return name
}

// followed tells whether what comes next is a mark as well: [1][2] is two of
// them, unless [2] is the name of a link.
func followed(pc parser.Context, rest []byte) bool {
	next := bracketed(rest)
	return next != "" && !defined(pc, next)
}

// bracketed is the number or the letter in brackets that line begins with, or
// empty.
func bracketed(line []byte) string {
	if len(line) < 2 || line[0] != '[' {
		return ""
	}
	from, to, most := byte('0'), byte('9'), markDigits
	if line[1] >= 'A' {
		from, to, most = 'A', 'Z', markLetters
	}
	i := 1
	for i < len(line) && line[i] >= from && line[i] <= to {
		i++
	}
	if i == 1 || i > 1+most || i == len(line) || line[i] != ']' {
		return ""
	}
	return string(line[:i+1])
}

func defined(pc parser.Context, typed string) bool {
	_, ok := pc.Reference(util.ToLinkReference([]byte(typed[1 : len(typed)-1])))
	return ok
}

// markRenderer writes marks as links.
type markRenderer struct{}

// RegisterFuncs says which nodes the renderer is for.
func (markRenderer) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindMark, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		m := n.(*mark)
		if !entering {
			return ast.WalkContinue, nil
		}
		if m.dead {
			_, err := w.WriteString(m.typed)
			return ast.WalkContinue, err
		}
		name, id, leads, what := m.name(), "", "evidence", "Evidence"
		if m.letter {
			leads, what = "exhibit", "Exhibit"
		}
		if m.first {
			id = fmt.Sprintf(` id="mark-%s"`, name)
		}
		_, err := fmt.Fprintf(w, `<a class="mark"%s href="#%s-%s"><span class="visually-hidden">%s </span>%s</a>`, id, leads, name, what, name)
		return ast.WalkContinue, err
	})
}
