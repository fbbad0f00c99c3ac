package pdf

import (
	"strconv"

	"github.com/klippa-app/go-pdfium/enums"
)

// losses counts what of a document does not come into its text, or comes in
// another shape.
type losses struct {
	images, pictured, tables, columns, sideways, comments, fields, unmapped int
	furniture                                                               bool
}

func (l *losses) annotation(kind enums.FPDF_ANNOTATION_SUBTYPE) {
	switch kind {
	case enums.FPDF_ANNOT_SUBTYPE_TEXT, enums.FPDF_ANNOT_SUBTYPE_FREETEXT, enums.FPDF_ANNOT_SUBTYPE_HIGHLIGHT,
		enums.FPDF_ANNOT_SUBTYPE_UNDERLINE, enums.FPDF_ANNOT_SUBTYPE_SQUIGGLY, enums.FPDF_ANNOT_SUBTYPE_STRIKEOUT,
		enums.FPDF_ANNOT_SUBTYPE_CARET, enums.FPDF_ANNOT_SUBTYPE_STAMP, enums.FPDF_ANNOT_SUBTYPE_INK:
		l.comments++
	case enums.FPDF_ANNOT_SUBTYPE_WIDGET, enums.FPDF_ANNOT_SUBTYPE_XFAWIDGET:
		l.fields++
	}
}

// sentences says what was lost, the gravest first.
func (l *losses) sentences() []string {
	var said []string
	add := func(n int, one, many string) {
		if n == 1 {
			said = append(said, "1 "+one+".")
		} else if n > 1 {
			said = append(said, strconv.Itoa(n)+" "+many+".")
		}
	}
	add(l.pictured, "page is a picture without text and was left out", "pages are pictures without text and were left out")
	add(l.unmapped, "character could not be read and shows as \uFFFD", "characters could not be read and show as \uFFFD")
	add(l.images, "image was left out", "images were left out")
	add(l.tables, "table was laid out row by row", "tables were laid out row by row")
	add(l.columns, "page is set in columns, which were put one after the other", "pages are set in columns, which were put one after the other")
	if l.furniture {
		said = append(said, "Page headers, footers and page numbers were left out.")
	}
	add(l.sideways, "page has text that runs up or down its margin, which was left out", "pages have text that runs up or down the margin, which was left out")
	add(l.comments, "comment or mark was left out", "comments or marks were left out")
	add(l.fields, "form field was left out", "form fields were left out")
	return said
}
