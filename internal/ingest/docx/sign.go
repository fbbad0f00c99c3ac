package docx

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// property takes a property of a paragraph or run, and tells whether the
// element was one.
func (b *body) property(name string, e xml.StartElement) bool {
	p := &b.para
	switch name {
	case "pPr":
		p.inMark = true
	case "pStyle":
		p.style = value(e, "val")
	case "rStyle":
		p.hidden = p.hidden || b.styles.hidden[value(e, "val")]
	case "numId":
		if p.list = value(e, "val"); p.list == "" {
			p.list = "0"
		}
	case "ilvl":
		p.level, _ = strconv.Atoi(value(e, "val"))
	case "vanish":
		if !p.inMark {
			p.hidden = on(e)
		}
	default:
		return false
	}
	return true
}

// sign takes an element that stands for a sign or for something that is no
// text, and tells whether it was one.
func (b *body) sign(name string, e xml.StartElement) bool {
	switch name {
	case "tab", "ptab":
		if !b.para.inMark {
			b.write("\t")
		}
	case "br", "cr":
		if kind := value(e, "type"); kind == "" || kind == "textWrapping" {
			b.write("\n")
		}
	case "noBreakHyphen":
		b.write("\u2011")
	case "sym":
		b.write(symbol(value(e, "char")))
	case "lastRenderedPageBreak":
		b.page++
		b.broken = true
	case "footnoteReference", "endnoteReference":
		b.call(strings.TrimSuffix(name, "Reference"), value(e, "id"))
	case "blip", "imagedata":
		b.lost.images++
	case "chart", "OLEObject", "relIds":
		b.lost.charts++
	case "oMath":
		b.lost.formulas++
	case "ffData":
		b.lost.fields++
	default:
		return false
	}
	return true
}

// call notes that a note belongs here. Its number is left out of the text, so
// that the sentence can be quoted as it was written.
func (b *body) call(kind, id string) {
	if b.calls == nil {
		b.calls = map[string][]call{}
	}
	b.calls[kind] = append(b.calls[kind], call{id, b.label()})
	b.lost.notes++
}

// symbol is a sign that is named by its place in a font; what lies in the
// private area has no meaning outside of it.
func symbol(hex string) string {
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil || n < 0x20 || n >= 0xD800 && n <= 0xF8FF || n > 0xFFFF {
		return "\uFFFD"
	}
	return string(rune(n))
}
