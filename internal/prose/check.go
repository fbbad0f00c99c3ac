package prose

import (
	"net/mail"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

// Check lists what is wrong with the links and marks of an article with so
// many quotes: targets that are malformed or lead where none may, and numbers
// that refer to nothing. A letter in brackets that is no exhibit's is taken for
// an editor's word, as in “[A] bank”. Each is named once, as it was typed.
func Check(markdown string, quotes int) (broken []string) {
	markdown = strings.ToValidUTF8(markdown, "\uFFFD")
	if Tangled(markdown) {
		return []string{"too much is nested or linked in one paragraph"}
	}
	source := []byte(markdown)
	add := func(typed string) {
		if !slices.Contains(broken, typed) {
			broken = append(broken, typed)
		}
	}
	walk(parse(source, quotes), func(n ast.Node) {
		switch n := n.(type) {
		case *ast.Link:
			if !sound(string(n.Destination)) {
				add(shown(string(n.Destination), n, source))
			}
		case *ast.AutoLink:
			if target := string(n.URL(source)); n.AutoLinkType == ast.AutoLinkURL && !sound(target) {
				add(target)
			}
		case *mark:
			if n.dead && !n.letter && !linked(n) {
				add(n.typed)
			}
		case *ast.Paragraph, *ast.TextBlock, *ast.Heading:
			for _, typed := range unlinked(n, source) {
				add(typed)
			}
		}
	})
	return broken
}

// shown names a link by its target, or by its words when it has none.
func shown(target string, link ast.Node, source []byte) string {
	if target != "" {
		return target
	}
	return "[" + words(link, source) + "]()"
}

// sound tells whether a target may stand in an article: an address of http,
// https or mailto written whole, or one on this site that begins with / # ? or
// a dot.
func sound(target string) bool {
	u, err := url.Parse(target)
	if err != nil || target == "" || strings.ContainsFunc(target, func(r rune) bool { return unicode.IsControl(r) || unicode.IsSpace(r) }) {
		return false
	}
	switch u.Scheme {
	case "http", "https":
		return u.Hostname() != "" && u.User == nil
	case "mailto":
		_, err := mail.ParseAddress(u.Opaque)
		return err == nil
	case "":
		return u.Host == "" && u.User == nil && strings.ContainsRune("/#?.", rune(target[0])) && !strings.Contains(target, `\`)
	}
	return false
}

// attempt is what looks like a link to a person but is none in Markdown,
// such as one with a blank in its target.
var attempt = regexp.MustCompile(`(?:^|[^\\!])(\[[^\[\]\n]*[^\[\]\n\\]\]\([^()\n]*\))`)

// unlinked lists what was meant to be a link in a block's own text.
func unlinked(block ast.Node, source []byte) []string {
	var text strings.Builder
	for c := block.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			text.Write(c.Segment.Value(source))
			if c.SoftLineBreak() || c.HardLineBreak() {
				text.WriteByte('\n')
			}
		default:
			text.WriteByte('\n')
		}
	}
	var found []string
	for _, m := range attempt.FindAllStringSubmatch(text.String(), -1) {
		found = append(found, m[1])
	}
	return found
}
