package pdf

import "math"

// row is lines that stand on one base, from left to right.
type row []line

// rowsOf puts lines together that stand beside each other.
func rowsOf(lines []line) []row {
	var rows []row
	for i, l := range lines {
		if i > 0 && l.beside {
			rows[len(rows)-1] = append(rows[len(rows)-1], l)
			continue
		}
		rows = append(rows, row{l})
	}
	return rows
}

// fewestRows is how many rows of two lines make columns of prose.
const fewestRows = 3

// inColumns puts the lines of a page in reading order. Documents mostly hold
// them so; but some hold columns line by line across the page. Such rows are
// known by a gap that stays where it is from row to row, with prose on both
// sides; other rows with gaps are tables and stay rows.
func inColumns(lines []line, lost *losses) []line {
	var out []line
	rows := rowsOf(lines)
	columns := false
	for i := 0; i < len(rows); {
		end := gutterEnd(rows, i)
		if wide := rows[i:end]; end-i >= fewestRows && prose(wide) {
			out = append(out, side(wide, 0)...)
			out = append(out, side(wide, 1)...)
			columns = true
			i = end
			continue
		}
		for j, l := range rows[i] {
			l.cellStart = j == 0 && len(rows[i]) > 1
			out = append(out, l)
		}
		i++
	}
	if columns || sideBySide(out) {
		lost.columns++
	}
	return out
}

// gutterEnd is where rows end, from one on, that have the same gap: rows of two
// lines, and single lines on one side of it.
func gutterEnd(rows []row, from int) int {
	if len(rows[from]) != 2 {
		return from
	}
	left, right := rows[from][0].right, rows[from][1].left
	last := from
	for i := from; i < len(rows); i++ {
		r := rows[i]
		switch {
		case len(r) == 2 && r[0].right <= right && r[1].left >= left && math.Abs(r[1].left-right) < 3*r[1].size:
			left, last = max(left, r[0].right), i
		case len(r) == 1 && (r[0].right <= right || r[0].left >= left) && i-last < 3:
		default:
			return last + 1
		}
	}
	return last + 1
}

// prose tells whether the lines on both sides of a gap are of running text.
func prose(rows []row) bool {
	words, lines := [2]int{}, [2]int{}
	for _, r := range rows {
		for i, l := range r {
			if len(r) == 2 {
				words[i] += l.words
				lines[i]++
			}
		}
	}
	return lines[0] >= fewestRows && words[0] >= 3*lines[0] && words[1] >= 3*lines[1]
}

// side is the lines on one side of a gap.
func side(rows []row, which int) []line {
	var found []line
	gap := 0.0
	for _, r := range rows {
		if len(r) == 2 {
			gap = r[1].left
			break
		}
	}
	for _, r := range rows {
		for i, l := range r {
			if len(r) == 1 && l.left >= gap-l.size {
				i = 1
			}
			if i == which {
				l.beside = false
				found = append(found, l)
			}
		}
	}
	return found
}

// sideBySide tells whether a page whose lines came in order has columns: the
// text goes on higher up and to the side.
func sideBySide(lines []line) bool {
	before := 0
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		before++
		if before >= fewestRows && b.base > a.base+3*a.size && (b.left >= a.right || b.right <= a.left) && len(lines)-i >= fewestRows {
			return true
		}
	}
	return false
}
