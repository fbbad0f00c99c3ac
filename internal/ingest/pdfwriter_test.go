package ingest

import (
	"bytes"
	"fmt"
	"strings"
)

// sheet is a page of a PDF that a test writes: marks in PDF's own language.
type sheet struct {
	marks  string
	extras string // of the page's dictionary
}

// say sets a line of text in Helvetica.
func say(x, y, size float64, text string) string {
	text = strings.NewReplacer(`\`, `\\`, `(`, `\(`, `)`, `\)`).Replace(text)
	return fmt.Sprintf("BT /F1 %g Tf %g %g Td (%s) Tj ET\n", size, x, y, text)
}

// lines sets lines under each other, 14 points apart, at 12 points.
func lines(x, y float64, texts ...string) string {
	var out strings.Builder
	for i, text := range texts {
		out.WriteString(say(x, y-14*float64(i), 12, text))
	}
	return out.String()
}

// portable is a PDF to be written.
type portable struct {
	sheets  []sheet
	catalog string // extras of the catalogue
	info    string
	trailer string
	more    []string // further objects, from 7 on
}

// bytes writes the PDF. Objects: 1 catalogue, 2 pages, 3 font, 4 information,
// 5 a picture of one dot, 6 an empty stream; then further ones, then pages.
func (p portable) bytes() []byte {
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R " + p.catalog + " >>",
		"",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
		"<< " + p.info + " >>",
		"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n\x80\nendstream",
		"<< /Length 0 >>\nstream\n\nendstream",
	}
	objects = append(objects, p.more...)
	var kids []string
	for _, s := range p.sheets {
		n := len(objects)
		kids = append(kids, fmt.Sprintf("%d 0 R", n+1))
		objects = append(objects,
			fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /I 5 0 R >> >> %s >>", n+2, s.extras),
			fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(s.marks), s.marks))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", strings.Join(kids, " "), len(kids))
	return p.assembled(objects)
}

func (p portable) assembled(objects []string) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	var at []int
	for i, o := range objects {
		at = append(at, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, a := range at {
		fmt.Fprintf(&out, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&out, "trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, p.trailer, table)
	return out.Bytes()
}

// onePage is a PDF of one page.
func onePage(marks string) []byte { return portable{sheets: []sheet{{marks: marks}}}.bytes() }
