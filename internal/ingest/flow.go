package ingest

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// gap is what parts two pieces of text; the greater one wins.
type gap int

const (
	nothing gap = iota
	blank
	tab
	lineEnd
	emptyLine
)

var gaps = [...]string{"", " ", "\t", "\n", "\n\n"}

// flow writes the text of a tree of HTML as a browser would lay it out: white
// space collapsed, blocks parted by an empty line, <br> as a line end, a row of
// a table as a line with tabs between its cells.
type flow struct {
	out     strings.Builder
	pending gap
	kept    int  // white space stays as it is: how many <pre> are open
	flat    int  // blocks part by a blank only: how many plain table cells are open
	marks   bool // list items get their number or bullet
	lists   []*list
	lost    *losses // or nil: nobody wants to know
}

// list is an open list; next is the number of its next item, 0 for bullets.
type list struct{ next int }

// textOf is the text of a tree. With marks, the items of lists begin with
// their number or a bullet.
func textOf(n *html.Node, marks bool) string { return textWith(n, marks, nil) }

// textWith is textOf, and counts what is lost.
func textWith(n *html.Node, marks bool, lost *losses) string {
	f := &flow{marks: marks, lost: lost}
	f.walk(n)
	return f.out.String()
}

func (f *flow) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		f.write(n.Data)
	case html.ElementNode:
		f.lost.drop(n)
		if !dropped(n) {
			f.element(n)
		}
	default:
		f.children(n)
	}
}

func (f *flow) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		f.walk(c)
	}
}

func (f *flow) element(n *html.Node) {
	switch kind(n) {
	case atom.Br:
		f.lineBreak()
	case atom.Hr:
		f.part(emptyLine)
	case atom.Pre:
		f.kept++
		f.block(n)
		f.kept--
	case atom.Table:
		f.table(n)
	case atom.Tr:
		f.part(lineEnd)
		f.children(n)
		f.part(lineEnd)
	case atom.Td, atom.Th:
		f.part(tab)
		f.children(n)
	case atom.Ul, atom.Ol:
		f.lists = append(f.lists, &list{firstNumber(n)})
		f.block(n)
		f.lists = f.lists[:len(f.lists)-1]
	case atom.Li:
		f.item(n)
	default:
		if blocks[kind(n)] {
			f.block(n)
		} else {
			f.children(n)
		}
	}
}

// block is an element that stands apart from what is before and after it.
func (f *flow) block(n *html.Node) {
	f.part(emptyLine)
	f.children(n)
	f.part(emptyLine)
}

// table lays out a table of short cells row by row, and any other, which only
// holds a page in shape, as the blocks in its cells.
func (f *flow) table(n *html.Node) {
	f.part(emptyLine)
	if plainTable(n) {
		f.lost.table()
		f.flat++
		f.children(n)
		f.flat--
	} else {
		f.children(n)
	}
	f.part(emptyLine)
}

func (f *flow) item(n *html.Node) {
	f.part(emptyLine)
	if f.marks && len(f.lists) > 0 {
		f.write(f.lists[len(f.lists)-1].mark())
		f.pending = blank
		f.inItem(n)
	} else {
		f.children(n)
	}
	f.part(emptyLine)
}

// inItem writes an item so that its first block follows the mark.
func (f *flow) inItem(n *html.Node) {
	first := true
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if first && c.Type == html.ElementNode && kind(c) == atom.P {
			f.children(c)
			f.part(emptyLine)
		} else {
			f.walk(c)
		}
		first = first && c.Type == html.TextNode && collapsed(c.Data) == " "
	}
}

func (l *list) mark() string {
	if l.next == 0 {
		return "•"
	}
	l.next++
	return strconv.Itoa(l.next-1) + "."
}

func firstNumber(n *html.Node) int {
	if kind(n) != atom.Ol {
		return 0
	}
	if start, err := strconv.Atoi(attribute(n, "start")); err == nil && start > 0 && start < 1_000_000 {
		return start
	}
	return 1
}

// part asks for a gap before the next piece of text.
func (f *flow) part(g gap) {
	if f.flat > 0 && g == emptyLine {
		g = blank
	}
	f.pending = max(f.pending, g)
}

// lineBreak ends a line; two in a row stand for an empty one.
func (f *flow) lineBreak() {
	if f.pending == lineEnd {
		f.part(emptyLine)
	}
	f.part(lineEnd)
}

func (f *flow) write(s string) {
	if f.kept > 0 {
		if s != "" {
			f.put(s)
		}
		return
	}
	s = collapsed(s)
	if strings.HasPrefix(s, " ") {
		f.part(blank)
	}
	if body := strings.Trim(s, " "); body != "" {
		f.put(body)
		if strings.HasSuffix(s, " ") {
			f.part(blank)
		}
	}
}

// put writes a piece of text after the gap that was asked for.
func (f *flow) put(s string) {
	if f.out.Len() > 0 {
		f.out.WriteString(gaps[f.pending])
	}
	f.pending = nothing
	f.out.WriteString(s)
}

// collapsed makes one blank of every run of the white space that HTML knows;
// a no-break space is none of it.
func collapsed(s string) string {
	var out strings.Builder
	out.Grow(len(s))
	space := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case ' ', '\t', '\n', '\r', '\f':
			if !space {
				out.WriteByte(' ')
			}
			space = true
		default:
			out.WriteByte(c)
			space = false
		}
	}
	return out.String()
}
