package docx

import "strconv"

// losses counts what of a document does not come into its text, or comes in
// another shape.
type losses struct {
	images, tables, charts, formulas, comments, deleted, hidden, fields, notes int
	furniture                                                                  bool
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
	add(l.images, "image was left out", "images were left out")
	add(l.charts, "chart or embedded object was left out", "charts or embedded objects were left out")
	add(l.formulas, "formula was taken as plain letters", "formulas were taken as plain letters")
	add(l.tables, "table was laid out row by row", "tables were laid out row by row")
	add(l.notes, "note was put at the end, without its mark in the text", "notes were put at the end, without their marks in the text")
	add(l.deleted, "tracked deletion was left out, as if it were accepted", "tracked deletions were left out, as if they were accepted")
	add(l.hidden, "piece of hidden text was left out", "pieces of hidden text were left out")
	add(l.comments, "comment was left out", "comments were left out")
	add(l.fields, "form field was left out", "form fields were left out")
	if l.furniture {
		said = append(said, "Page headers and footers were left out.")
	}
	return said
}
