package prose

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
)

// settle brings a parsed article into the shape in which it is rendered.
func settle(doc ast.Node, source []byte, quotes int, exhibits []bool) {
	s := settler{source: source, quotes: quotes, exhibits: exhibits, seen: map[string]bool{}}
	var images []*ast.Image
	walk(doc, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.Heading:
			s.heading(n)
		case *mark:
			s.mark(n)
		case *ast.Image:
			images = append(images, n)
		}
	})
	for _, image := range images {
		unpicture(image)
	}
}

// walk calls visit for each node, parents first.
func walk(n ast.Node, visit func(ast.Node)) {
	visit(n)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		walk(c, visit)
	}
}

type settler struct {
	source   []byte
	quotes   int
	exhibits []bool // whether each is shown
	levels   []int  // of the headings above, as typed
	seen     map[string]bool
}

// heading gives a heading its level: the page's own heading is h1, so the
// outermost here are h2, and none leaves a step out.
func (s *settler) heading(h *ast.Heading) {
	for len(s.levels) > 0 && s.levels[len(s.levels)-1] >= h.Level {
		s.levels = s.levels[:len(s.levels)-1]
	}
	s.levels = append(s.levels, h.Level)
	h.Level = min(len(s.levels)+1, 4)
}

// mark finds out what a mark refers to, and joins it to the word before it.
func (s *settler) mark(m *mark) {
	m.dead = !s.leads(m) || linked(m)
	if m.dead {
		return
	}
	m.first = !s.seen[m.name()]
	s.seen[m.name()] = true
	before, ok := m.PreviousSibling().(*ast.Text)
	if !ok || before.HardLineBreak() {
		return
	}
	before.SetSoftLineBreak(false)
	value := before.Segment.Value(s.source)
	before.Segment.Stop -= len(value) - len(bytes.TrimRight(value, " \t\n\u00A0"))
}

// leads tells whether there is something that a mark refers to.
func (s *settler) leads(m *mark) bool {
	if m.letter {
		return m.number <= len(s.exhibits) && s.exhibits[m.number-1]
	}
	return m.number >= 1 && m.number <= s.quotes
}

// linked tells whether a node stands in the words of a link.
func linked(n ast.Node) bool {
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Kind() == ast.KindLink || p.Kind() == ast.KindImage {
			return true
		}
	}
	return false
}

// unpicture puts a link in place of an image: a page loads nothing from
// elsewhere. In the words of another link, its own words alone are left.
func unpicture(image *ast.Image) {
	parent := image.Parent()
	if linked(image) {
		for c := image.FirstChild(); c != nil; c = image.FirstChild() {
			parent.InsertBefore(parent, image, c)
		}
		parent.RemoveChild(parent, image)
		return
	}
	link := ast.NewLink()
	link.Destination = image.Destination
	for c := image.FirstChild(); c != nil; c = image.FirstChild() {
		link.AppendChild(link, c)
	}
	if link.FirstChild() == nil {
		link.AppendChild(link, ast.NewString(image.Destination))
	}
	parent.ReplaceChild(parent, image, link)
}
