package ingest

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// blocks are the elements that a browser sets apart from their neighbours.
var blocks = setOf(atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd,
	atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer,
	atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Legend, atom.Main,
	atom.Menu, atom.Nav, atom.P, atom.Section, atom.Summary)

// silent are the elements of which a reader sees no words.
var silent = setOf(atom.Audio, atom.Button, atom.Canvas, atom.Datalist, atom.Embed, atom.Frame, atom.Frameset, atom.Head,
	atom.Iframe, atom.Input, atom.Link, atom.Meta, atom.Noembed, atom.Noframes, atom.Noscript, atom.Object, atom.Rp,
	atom.Script, atom.Select, atom.Style, atom.Svg, atom.Template, atom.Textarea, atom.Title, atom.Video)

func setOf(atoms ...atom.Atom) map[atom.Atom]bool {
	set := make(map[atom.Atom]bool, len(atoms))
	for _, a := range atoms {
		set[a] = true
	}
	return set
}

// kind is what an element is by its name: the search for the article renames
// elements and leaves their atoms as they were.
func kind(n *html.Node) atom.Atom {
	if n.Type != html.ElementNode {
		return 0
	}
	return atom.Lookup([]byte(n.Data))
}

// dropped tells whether a reader of the page would not see an element.
func dropped(n *html.Node) bool {
	if silent[kind(n)] {
		return true
	}
	for _, a := range n.Attr {
		if a.Key == "hidden" || a.Key == "style" && hides(a.Val) {
			return true
		}
	}
	return false
}

// hides tells whether an element's own style takes it off the page.
func hides(style string) bool {
	for rule := range strings.SplitSeq(strings.ToLower(style), ";") {
		property, value, _ := strings.Cut(rule, ":")
		property, value = strings.TrimSpace(property), strings.TrimSpace(value)
		if property == "display" && strings.HasPrefix(value, "none") || property == "visibility" && strings.HasPrefix(value, "hidden") {
			return true
		}
	}
	return false
}

// plainTable tells whether no cell of a table holds another table, a list or
// more than one paragraph.
func plainTable(table *html.Node) bool {
	for n := range table.Descendants() {
		switch kind(n) {
		case atom.Table, atom.Ul, atom.Ol, atom.Article, atom.Section, atom.H1, atom.H2, atom.H3:
			return false
		case atom.Td, atom.Th:
			if paragraphs(n) > 1 {
				return false
			}
		}
	}
	return true
}

// paragraphs counts the blocks right below a node.
func paragraphs(n *html.Node) int {
	count := 0
	for c := range n.ChildNodes() {
		if blocks[kind(c)] {
			count++
		}
	}
	return count
}

// attribute is the value of an element's attribute, or empty.
func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Namespace == "" && a.Key == key {
			return a.Val
		}
	}
	return ""
}

// first is the first element of a kind in a tree, or nil.
func first(n *html.Node, name atom.Atom) *html.Node {
	for c := range n.Descendants() {
		if kind(c) == name {
			return c
		}
	}
	return nil
}
