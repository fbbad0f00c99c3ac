package docx

import (
	"context"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
)

// The namespaces of WordprocessingML: as Word writes it, and as the strict
// form of the standard has it.
var wordSpaces = []string{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
	"http://purl.oclc.org/ooxml/wordprocessingml/main",
}

// Read takes the text out of a DOCX, all changes accepted. It fails with one of
// the errors above, or with the cause of ctx when that ends.
func Read(ctx context.Context, raw []byte) (*Document, error) {
	p, err := open(ctx, raw)
	if err != nil {
		return nil, err
	}
	if !p.has("word/document.xml") {
		return nil, ErrNotDOCX
	}
	doc := &Document{}
	lists, err := p.numbering()
	if err != nil {
		return nil, err
	}
	styles, err := p.styles()
	if err != nil {
		return nil, err
	}
	doc.Language = styles.language
	b := &body{lists: lists, styles: styles, page: 1}
	if err := p.walk("word/document.xml", b.visit); err != nil {
		return nil, err
	}
	b.endParagraph()
	if err := p.notes(b); err != nil {
		return nil, err
	}
	doc.Blocks = b.labelled()
	if err := p.about(doc); err != nil {
		return nil, err
	}
	comments, err := p.count("word/comments.xml", "comment")
	if err != nil {
		return nil, err
	}
	b.lost.comments = comments
	b.lost.furniture = p.furniture()
	doc.Lost = b.lost.sentences()
	return doc, nil
}

// isWord tells whether an element is one of WordprocessingML.
func isWord(n xml.Name) bool { return slices.Contains(wordSpaces, n.Space) }

// value is an attribute of an element, by its local name, or empty.
func value(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// on tells whether a property is switched on by its element.
func on(e xml.StartElement) bool {
	switch value(e, "val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// count counts the elements of a name in a part.
func (p *parts) count(part, name string) (int, error) {
	n := 0
	err := p.walk(part, func(t xml.Token) error {
		if e, ok := t.(xml.StartElement); ok && isWord(e.Name) && e.Name.Local == name {
			n++
		}
		return nil
	})
	return n, err
}

// furniture tells whether the document has headers or footers with something
// in them.
func (p *parts) furniture() bool {
	for name := range p.files {
		if !strings.HasPrefix(name, "word/header") && !strings.HasPrefix(name, "word/footer") {
			continue
		}
		if n, err := p.count(name, "t"); err == nil && n > 0 {
			return true
		}
	}
	return false
}

// about reads the metadata of a document.
func (p *parts) about(doc *Document) error {
	fields := map[string]*string{"title": &doc.Title, "creator": &doc.Author, "created": &doc.Created, "language": nil, "company": &doc.Publisher}
	own := ""
	fields["language"] = &own
	for _, part := range []string{"docProps/core.xml", "docProps/app.xml"} {
		at := ""
		err := p.walk(part, func(t xml.Token) error {
			switch t := t.(type) {
			case xml.StartElement:
				at = strings.ToLower(t.Name.Local)
			case xml.EndElement:
				at = ""
			case xml.CharData:
				if into := fields[at]; into != nil {
					*into += string(t)
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	for _, into := range fields {
		*into = strings.Join(strings.Fields(*into), " ")
	}
	if own != "" {
		doc.Language = own
	}
	return nil
}

// notes adds the footnotes and endnotes, in the order in which the text calls
// for them, each with its number.
func (p *parts) notes(b *body) error {
	for _, kind := range []string{"footnote", "endnote"} {
		found := map[string][]Block{}
		n := &body{lists: b.lists, styles: b.styles, lost: b.lost, page: b.page}
		id := ""
		err := p.walk("word/"+kind+"s.xml", func(t xml.Token) error {
			if e, ok := t.(xml.StartElement); ok && isWord(e.Name) && e.Name.Local == kind {
				id = value(e, "id")
				n.blocks = nil
				return nil
			}
			if e, ok := t.(xml.EndElement); ok && isWord(e.Name) && e.Name.Local == kind {
				n.endParagraph()
				found[id] = n.blocks
				return nil
			}
			return n.visit(t)
		})
		if err != nil {
			return err
		}
		b.lost = n.lost
		for i, call := range b.calls[kind] {
			for j, note := range found[call.id] {
				if j == 0 {
					note.Text = fmt.Sprintf("[%s] %s", number(kind, i+1), strings.TrimSpace(note.Text))
				}
				b.blocks = append(b.blocks, Block{note.Text, call.page})
			}
		}
	}
	return nil
}

// number is the number of a note as the text shows it.
func number(kind string, n int) string {
	if kind == "endnote" {
		return roman(n)
	}
	return fmt.Sprint(n)
}
