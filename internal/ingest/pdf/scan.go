package pdf

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// scan reads one open document.
type scan struct {
	in   pdfium.Pdfium
	doc  references.FPDF_DOCUMENT
	lost losses
}

// page is what was read of a page: its lines in the order of the document.
type page struct {
	label         string
	width, height float64
	lines         []line
}

func (s *scan) read(ctx context.Context, progress func(done, of int)) (*Document, error) {
	count, err := s.in.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: s.doc})
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	case count.PageCount == 0:
		return nil, ErrEmpty
	case count.PageCount > MaxPages:
		return nil, ErrTooManyPages
	}
	pages := make([]page, count.PageCount)
	for i := range pages {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		if pages[i], err = s.page(i); err != nil {
			return nil, fmt.Errorf("%w: page %d: %w", ErrBroken, i+1, err)
		}
		if progress != nil {
			progress(i+1, len(pages))
		}
	}
	if !anyLetter(pages) {
		return nil, ErrNoText
	}
	doc := &Document{Title: s.about("Title"), Author: s.about("Author"), Created: s.about("CreationDate"), Language: s.language()}
	s.lost.furniture = dropFurniture(pages)
	for i := range pages {
		pages[i].lines = inColumns(pages[i].lines, &s.lost)
	}
	doc.Paragraphs = paragraphs(pages, &s.lost)
	doc.Lost = s.lost.sentences()
	return doc, nil
}

func anyLetter(pages []page) bool {
	for _, p := range pages {
		for _, l := range p.lines {
			if strings.ContainsFunc(l.text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
				return true
			}
		}
	}
	return false
}

// page reads one page, and counts what on it is no text.
func (s *scan) page(i int) (page, error) {
	p := page{label: s.label(i)}
	loaded, err := s.in.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: s.doc, Index: i})
	if err != nil {
		return p, err
	}
	defer s.in.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page})
	ref := requests.Page{ByReference: &loaded.Page}
	if size, err := s.in.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: s.doc, Index: i}); err == nil {
		p.width, p.height = size.Width, size.Height
	}
	text, err := s.in.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: ref})
	if err != nil {
		return p, err
	}
	defer s.in.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage})
	g := &glyphs{in: s.in, page: text.TextPage, turn: s.turn(ref), width: p.width, height: p.height}
	if err := g.read(); err != nil {
		return p, err
	}
	p.lines = g.lines()
	if g.sideways {
		s.lost.sideways++
	}
	images := s.images(ref)
	s.lost.images += images
	if images > 0 && len(p.lines) == 0 {
		s.lost.pictured++
	}
	s.annotations(ref)
	return p, nil
}

// turn is by how many quarters a page is shown turned clockwise.
func (s *scan) turn(ref requests.Page) int {
	if t, err := s.in.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: ref}); err == nil {
		return int(t.PageRotation) & 3
	}
	return 0
}

// label is what a page is called, by the document's own count or else by ours.
func (s *scan) label(i int) string {
	name := strconv.Itoa(i + 1)
	if own, err := s.in.FPDF_GetPageLabel(&requests.FPDF_GetPageLabel{Document: s.doc, Page: i}); err == nil {
		if l := cleaned(own.Label); l != "" && len([]rune(l)) <= 20 {
			name = l
		}
	}
	return "p. " + name
}

func (s *scan) about(tag string) string {
	found, err := s.in.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: s.doc, Tag: tag})
	if err != nil {
		return ""
	}
	return cleaned(found.Value)
}

func (s *scan) language() string {
	found, err := s.in.FPDFCatalog_GetLanguage(&requests.FPDFCatalog_GetLanguage{Document: s.doc})
	if err != nil {
		return ""
	}
	return cleaned(found.Language)
}

// mostObjects is how many objects of a page are looked at for pictures.
const mostObjects = 1_000

func (s *scan) images(ref requests.Page) int {
	all, err := s.in.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: ref})
	if err != nil {
		return 0
	}
	n := 0
	for i := range min(all.Count, mostObjects) {
		object, err := s.in.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: ref, Index: i})
		if err != nil {
			continue
		}
		is, err := s.in.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object.PageObject})
		if err == nil && is.Type == enums.FPDF_PAGEOBJ_IMAGE {
			n++
		}
	}
	return n
}

// mostAnnotations is how many annotations of a page are looked at.
const mostAnnotations = 500

func (s *scan) annotations(ref requests.Page) {
	all, err := s.in.FPDFPage_GetAnnotCount(&requests.FPDFPage_GetAnnotCount{Page: ref})
	if err != nil {
		return
	}
	for i := range min(all.Count, mostAnnotations) {
		one, err := s.in.FPDFPage_GetAnnot(&requests.FPDFPage_GetAnnot{Page: ref, Index: i})
		if err != nil {
			continue
		}
		is, err := s.in.FPDFAnnot_GetSubtype(&requests.FPDFAnnot_GetSubtype{Annotation: one.Annotation})
		if err == nil {
			s.lost.annotation(is.Subtype)
		}
		_, _ = s.in.FPDFPage_CloseAnnot(&requests.FPDFPage_CloseAnnot{Annotation: one.Annotation})
	}
}

// cleaned is s on one line without what does not show.
func cleaned(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) || r == '\uFEFF' || r == unicode.ReplacementChar {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
