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

// mark is a number in brackets that refers to a piece of evidence.
type mark struct {
	ast.BaseInline
	typed  string // with its brackets
	number int
	at     int  // offset in bytes of the source
	first  bool // no earlier mark refers to the same piece
	dead   bool // it refers to nothing, or stands in a link: shown as typed
}

var kindMark = ast.NewNodeKind("Mark")

// Kind tells marks from other nodes.
func (m *mark) Kind() ast.NodeKind { return kindMark }

// Dump writes the node for debugging.
func (m *mark) Dump(source []byte, level int) {
	ast.DumpHelper(m, source, level, map[string]string{"Number": strconv.Itoa(m.number)}, nil)
}

// markDigits is how many digits a mark has at most: a longer number is none.
const markDigits = 4

// markParser reads [12] where it is no link: not before a target in brackets,
// and not when the article itself says where [12] leads.
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
	number, err := strconv.Atoi(typed[1 : len(typed)-1])
	if err != nil {
		return nil
	}
	block.Advance(len(typed))
	return &mark{typed: typed, number: number, at: here.Start}
}

// followed tells whether what comes next is a mark as well: [1][2] is two of
// them, unless [2] is the name of a link.
func followed(pc parser.Context, rest []byte) bool {
	next := bracketed(rest)
	return next != "" && !defined(pc, next)
}

// bracketed is the number in brackets that line begins with, or empty.
func bracketed(line []byte) string {
	if len(line) == 0 || line[0] != '[' {
		return ""
	}
	i := 1
	for i < len(line) && line[i] >= '0' && line[i] <= '9' {
		i++
	}
	if i == 1 || i > 1+markDigits || i == len(line) || line[i] != ']' {
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
		id := ""
		if m.first {
			id = fmt.Sprintf(` id="mark-%d"`, m.number)
		}
		_, err := fmt.Fprintf(w, `<a class="mark"%s href="#evidence-%d"><span class="visually-hidden">Evidence </span>%d</a>`, id, m.number, m.number)
		return ast.WalkContinue, err
	})
}
