// Package tabular reads tables of claims that others have made: CSV with
// whichever delimiter, and column names in whichever of the usual words.
package tabular

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/lines"
)

// The most that a table and a line of it may be.
const (
	MaxColumns = 100
	maxHeader  = 64 << 10 // bytes
)

// Table is a CSV table that is read row by row.
type Table struct {
	Comma  rune     // between the cells
	Header []string // names of the columns
	from   *lines.Reader
	csv    *csv.Reader
}

// Row is one row of a table. Fault says why it could not be read, "" for a good
// one.
type Row struct {
	Line  int // in which it begins, from 1
	Cells []string
	Fault string
}

// Open reads the names of the columns. It fails with an Invalid error about
// the field "file".
func Open(from *lines.Reader) (*Table, error) {
	buffer := bufio.NewReaderSize(from, maxHeader)
	head, err := buffer.Peek(maxHeader)
	if failure := from.Failure(); failure != nil {
		return nil, failure
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if len(bytes.TrimSpace(head)) == 0 {
		return nil, factcheck.Wrong("file", "The file is empty.")
	}
	t := &Table{Comma: sniff(head), from: from}
	if said, found := told(head); found {
		t.Comma = said
		if _, err := buffer.ReadString('\n'); err != nil {
			return nil, factcheck.Wrong("file", "There is nothing in the file but the sign between its columns.")
		}
	}
	t.csv = csv.NewReader(buffer)
	t.csv.Comma, t.csv.FieldsPerRecord = t.Comma, -1
	names, err := t.csv.Read()
	if err != nil {
		return nil, t.broken(err)
	}
	if len(names) > MaxColumns {
		return nil, factcheck.Wrong("file", "The table has %d columns; at most %d are read.", len(names), MaxColumns)
	}
	for i := range names {
		if names[i] = strings.Join(strings.Fields(names[i]), " "); names[i] == "" {
			names[i] = fmt.Sprintf("column %d", i+1)
		}
	}
	t.Header = names
	return t, nil
}

// sniff tells from the first line what stands between the cells.
func sniff(head []byte) rune {
	counts := map[byte]int{}
	inQuotes := false
	for _, b := range head {
		if b == '"' {
			inQuotes = !inQuotes
		}
		if b == '\n' && !inQuotes {
			break
		}
		if !inQuotes {
			counts[b]++
		}
	}
	best := byte(',')
	for _, b := range []byte(";\t") {
		if counts[b] > counts[best] {
			best = b
		}
	}
	return rune(best)
}

// told is the sign between the cells where a spreadsheet's own first line says
// it, as in "sep=;".
func told(head []byte) (rune, bool) {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	sign, found := strings.CutPrefix(strings.TrimRight(string(line), "\r"), "sep=")
	if !found || len(sign) != 1 || sign == `"` {
		return 0, false
	}
	return rune(sign[0]), true
}

// Next is the next row, with as many cells as the table has columns; rows
// without anything in them are passed over. io.EOF is the end. Any other error
// is Invalid, about the field "file", and the table cannot be read further.
func (t *Table) Next() (Row, error) {
	for {
		cells, err := t.csv.Read()
		if err != nil {
			if errors.Is(err, io.EOF) && t.from.Failure() == nil {
				return Row{}, io.EOF
			}
			return Row{}, t.broken(err)
		}
		if strings.TrimSpace(strings.Join(cells, "")) == "" {
			continue
		}
		line, _ := t.csv.FieldPos(0)
		if len(cells) != len(t.Header) {
			return Row{Line: line, Cells: t.even(cells), Fault: fmt.Sprintf("This row has %s, and the table has %d. Put a text that holds “%s” in quotation marks.",
				factcheck.Plural(len(cells), "cell", "cells"), len(t.Header), t.sign())}, nil
		}
		return Row{Line: line, Cells: cells}, nil
	}
}

// even gives a ragged row as many cells as the table has columns.
func (t *Table) even(cells []string) []string {
	return append(cells, make([]string, len(t.Header))...)[:len(t.Header)]
}

func (t *Table) sign() string {
	if t.Comma == '\t' {
		return "a tab"
	}
	return string(t.Comma)
}

// broken says of an error where the table cannot be read.
func (t *Table) broken(err error) error {
	if failure := t.from.Failure(); failure != nil {
		return failure
	}
	var parse *csv.ParseError
	switch {
	case errors.As(err, &parse) && errors.Is(err, csv.ErrQuote):
		return factcheck.Wrong("file", "Line %d: a quotation mark is opened or closed in the wrong place, so it cannot be told where the cell ends. Write a quotation mark within a quoted cell twice.", parse.Line)
	case errors.As(err, &parse) && errors.Is(err, csv.ErrBareQuote):
		return factcheck.Wrong("file", "Line %d: there is a quotation mark within a cell that is not quoted. Put the whole cell in quotation marks, and write each one inside it twice.", parse.Line)
	}
	return err
}
