package docx

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// body gathers the blocks of a part as its XML goes by.
type body struct {
	lists  *lists
	styles styles
	lost   losses
	calls  map[string][]call // of notes, by their kind
	page   int
	broken bool // into pages: Word has left marks of its last layout

	frame          // what is being filled
	outer  []frame // what goes on after it: round text boxes and cells
	tables []*table
	skip   int // how many elements deep in one that is left out
}

// frame is a run of blocks: of the document, of a text box, of a cell.
type frame struct {
	blocks []Block
	para   paragraph
	later  []Block // of text boxes in the paragraph that is open
}

// paragraph is the one that is open.
type paragraph struct {
	text      []byte // not a strings.Builder, which cannot be copied
	page      int
	style     string
	list      string
	level     int
	inMark    bool // within the properties of the paragraph's mark
	unmarked  bool // its mark was deleted
	goesOn    bool // so the next goes on with it
	hidden    bool // the run that is open
	hiddenHad bool // and it had text
	inText    bool
}

// call is where a note is called for.
type call struct{ id, page string }

// dropped are the elements of which nothing is taken: what was deleted or moved
// away, the second form of what there is in two, and properties.
var dropped = map[string]bool{
	"del": true, "moveFrom": true, "Fallback": true, "rt": true, "sectPr": true, "tblPr": true, "tcPr": true,
	"instrText": true, "delText": true, "sdtPr": true, "pPrChange": true, "rPrChange": true, "tblGrid": true,
}

func (b *body) visit(t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		if b.skip > 0 {
			b.skip++
			return nil
		}
		b.start(t)
	case xml.EndElement:
		if b.skip > 0 {
			b.skip--
			return nil
		}
		b.end(t.Name.Local)
	case xml.CharData:
		if b.skip == 0 && b.para.inText {
			b.write(strings.Map(oneBlank, string(t)))
		}
	}
	return nil
}

func oneBlank(r rune) rune {
	if r == '\n' || r == '\r' || r == '\t' {
		return ' '
	}
	return r
}

func (b *body) start(e xml.StartElement) {
	name := e.Name.Local
	if dropped[name] {
		b.drop(name)
		return
	}
	if b.property(name, e) || b.sign(name, e) {
		return
	}
	switch name {
	case "p":
		if !b.para.goesOn {
			b.endParagraph()
		}
		b.para.goesOn = false
	case "t":
		b.para.inText = true
	case "r":
		b.para.hidden, b.para.hiddenHad = b.styles.hidden[b.para.style], false
	case "txbxContent", "tc":
		b.outer = append(b.outer, b.frame)
		b.frame = frame{}
	case "tbl":
		b.endParagraph()
		b.tables = append(b.tables, &table{})
	case "tr":
		if n := len(b.tables); n > 0 {
			b.tables[n-1].rows = append(b.tables[n-1].rows, nil)
		}
	}
}

// drop leaves an element out with all that is in it. A deletion that is a
// property says that the paragraph's mark was deleted.
func (b *body) drop(name string) {
	b.skip = 1
	switch {
	case name != "del" && name != "moveFrom":
	case b.para.inMark:
		b.para.unmarked = true
	case name == "del":
		b.lost.deleted++
	}
}

// write adds text to the paragraph that is open.
func (b *body) write(s string) {
	p := &b.para
	if p.hidden {
		if !p.hiddenHad && strings.TrimSpace(s) != "" {
			p.hiddenHad = true
			b.lost.hidden++
		}
		return
	}
	if len(p.text) == 0 {
		p.page = b.page
	}
	p.text = append(p.text, s...)
}

func (b *body) end(name string) {
	switch name {
	case "p":
		if b.para.unmarked {
			b.para.unmarked, b.para.goesOn = false, true
		} else {
			b.endParagraph()
		}
	case "t":
		b.para.inText = false
	case "r":
		b.para.hidden = false
	case "pPr":
		b.para.inMark = false
	case "txbxContent":
		b.endParagraph()
		if inside := b.blocks; b.leave() {
			b.later = append(b.later, inside...)
		}
	case "tc":
		b.endParagraph()
		if inside := b.blocks; b.leave() && len(b.tables) > 0 {
			b.tables[len(b.tables)-1].add(inside)
		}
	case "tbl":
		b.endTable()
	}
}

// leave goes back to what is round a text box or cell.
func (b *body) leave() bool {
	n := len(b.outer)
	if n == 0 {
		return false
	}
	b.frame = b.outer[n-1]
	b.outer = b.outer[:n-1]
	return true
}

// endParagraph makes a block of the paragraph that is open, and of the text
// boxes that hang on it.
func (b *body) endParagraph() {
	p := &b.para
	text := string(p.text)
	if strings.TrimSpace(text) != "" {
		if p.list == "" {
			if as := b.styles.numbered[p.style]; as.id != "" {
				p.list, p.level = as.id, max(p.level, as.level)
			}
		}
		if mark := b.lists.next(p.list, p.level); mark != "" {
			text = mark + " " + strings.TrimLeft(text, " \t")
		}
		b.blocks = append(b.blocks, Block{text, labelOf(p.page)})
	}
	b.blocks = append(b.blocks, b.later...)
	b.frame = frame{blocks: b.blocks}
}

func (b *body) label() string { return labelOf(b.page) }

func labelOf(page int) string { return fmt.Sprintf("p. %d", page) }

// labelled are the blocks; without page labels where Word has left no marks.
func (b *body) labelled() []Block {
	if !b.broken {
		for i := range b.blocks {
			b.blocks[i].Page = ""
		}
	}
	return b.blocks
}
