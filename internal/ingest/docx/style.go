package docx

import "encoding/xml"

// styles is what of a document's styles changes its text.
type styles struct {
	language string              // of the document
	hidden   map[string]bool     // whose text is not shown
	numbered map[string]numberAs // whose paragraphs are items of a list
}

// numberAs is the list, and the level in it, that a style numbers by.
type numberAs struct {
	id    string
	level int
}

// styles reads the styles of a document. What a style takes over from the one
// that it is based on counts as its own.
func (p *parts) styles() (styles, error) {
	s := styles{hidden: map[string]bool{}, numbered: map[string]numberAs{}}
	based := map[string]string{}
	id := ""
	err := p.walk("word/styles.xml", func(t xml.Token) error {
		e, ok := t.(xml.StartElement)
		if !ok || !isWord(e.Name) {
			return nil
		}
		as := s.numbered[id]
		switch e.Name.Local {
		case "style":
			id = value(e, "styleId")
		case "basedOn":
			based[id] = value(e, "val")
		case "lang":
			if id == "" {
				s.language = value(e, "val")
			}
		case "vanish":
			s.hidden[id] = on(e)
		case "numId":
			as.id = value(e, "val")
			s.numbered[id] = as
		case "ilvl":
			as.level = levelOf(value(e, "val"))
			s.numbered[id] = as
		}
		return nil
	})
	s.inherit(based)
	return s, err
}

// mostBased is how many styles may be based on each other in a row.
const mostBased = 20

func (s *styles) inherit(based map[string]string) {
	for id := range based {
		parent := based[id]
		for range mostBased {
			if parent == "" {
				break
			}
			if _, told := s.hidden[id]; !told && s.hidden[parent] {
				s.hidden[id] = true
			}
			if as := s.numbered[parent]; s.numbered[id].id == "" && as.id != "" {
				s.numbered[id] = as
			}
			parent = based[parent]
		}
	}
}
