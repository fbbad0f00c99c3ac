// Package sheet writes tables as CSV that a spreadsheet can open without harm:
// RFC 4180, UTF-8, and no cell that would be taken for a formula.
package sheet

import (
	"encoding/csv"
	"io"
	"strings"
)

// Type is the media type of what is written.
const Type = "text/csv; charset=utf-8"

// Writer writes rows. It must be ended with Close.
type Writer struct{ csv *csv.Writer }

// New begins with the names of the columns.
func New(to io.Writer, columns ...string) (*Writer, error) {
	w := &Writer{csv.NewWriter(to)}
	w.csv.UseCRLF = true
	return w, w.Row(columns...)
}

// Row writes one row.
func (w *Writer) Row(cells ...string) error {
	safe := make([]string, len(cells))
	for i, cell := range cells {
		safe[i] = Safe(cell)
	}
	return w.csv.Write(safe)
}

// Close sends what is still held back; what it is written to stays open.
func (w *Writer) Close() error {
	w.csv.Flush()
	return w.csv.Error()
}

// Safe is a text as it may stand in a cell: what spreadsheets take for the
// beginning of a formula gets an apostrophe before it, which they do not show.
func Safe(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
