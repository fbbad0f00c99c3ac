package docx

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// levels is how deep lists can be nested in Word.
const levels = 9

// lists counts the items of numbered lists.
type lists struct {
	kinds  map[string]*[levels]level // by abstractNumId
	of     map[string]string         // numId to abstractNumId
	starts map[string]map[int]int    // by numId, where a list begins anew
	counts map[string]*[levels]int   // by abstractNumId
}

// level is how the items of a level are numbered.
type level struct {
	start  int
	format string
	text   string // with %1 for the number on the first level
}

// numbering reads how lists are numbered.
func (p *parts) numbering() (*lists, error) {
	l := &lists{map[string]*[levels]level{}, map[string]string{}, map[string]map[int]int{}, map[string]*[levels]int{}}
	kind, num, at := "", "", 0
	err := p.walk("word/numbering.xml", func(t xml.Token) error {
		e, ok := t.(xml.StartElement)
		if !ok || !isWord(e.Name) {
			return nil
		}
		switch e.Name.Local {
		case "abstractNum":
			kind, num, at = value(e, "abstractNumId"), "", 0
			l.kinds[kind], l.counts[kind] = &[levels]level{}, &[levels]int{}
		case "num":
			kind, num = "", value(e, "numId")
		case "abstractNumId":
			l.of[num] = value(e, "val")
		case "lvl", "lvlOverride":
			at = levelOf(value(e, "ilvl"))
			if of := l.kinds[kind]; of != nil {
				of[at].start = 1
			}
		case "startOverride":
			if l.starts[num] == nil {
				l.starts[num] = map[int]int{}
			}
			l.starts[num][at], _ = strconv.Atoi(value(e, "val"))
		default:
			if of := l.kinds[kind]; of != nil {
				of[at].take(e)
			}
		}
		return nil
	})
	return l, err
}

func (v *level) take(e xml.StartElement) {
	switch e.Name.Local {
	case "start":
		v.start, _ = strconv.Atoi(value(e, "val"))
	case "numFmt":
		v.format = value(e, "val")
	case "lvlText":
		v.text = value(e, "val")
	}
}

func levelOf(s string) int {
	n, _ := strconv.Atoi(s)
	return min(max(n, 0), levels-1)
}

// next is the mark of the next item of a list, or empty when it has none.
func (l *lists) next(num string, at int) string {
	kind := l.of[num]
	of, counts := l.kinds[kind], l.counts[kind]
	if of == nil {
		return ""
	}
	at = min(max(at, 0), levels-1)
	if start, anew := l.starts[num][at]; anew {
		counts[at] = start - of[at].start
		delete(l.starts[num], at)
	}
	counts[at]++
	for deeper := at + 1; deeper < levels; deeper++ {
		counts[deeper] = 0
	}
	if of[at].format == "bullet" {
		return "•"
	}
	mark := of[at].text
	for i := range levels {
		n := of[i].start - 1 + counts[i]
		if counts[i] == 0 {
			n = of[i].start
		}
		mark = strings.ReplaceAll(mark, "%"+strconv.Itoa(i+1), figure(n, of[i].format))
	}
	return strings.TrimSpace(mark)
}

// figure writes a number in a format of Word's.
func figure(n int, format string) string {
	switch format {
	case "none":
		return ""
	case "lowerLetter", "upperLetter":
		if n < 1 || n > 26*20 {
			return strconv.Itoa(n)
		}
		s := strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
		if format == "upperLetter" {
			return strings.ToUpper(s)
		}
		return s
	case "lowerRoman":
		return roman(n)
	case "upperRoman":
		return strings.ToUpper(roman(n))
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	}
	return strconv.Itoa(n)
}

// roman writes a number in small Roman figures, up to 3,999.
func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var out strings.Builder
	for _, r := range []struct {
		value int
		sign  string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= r.value; n -= r.value {
			out.WriteString(r.sign)
		}
	}
	return out.String()
}
