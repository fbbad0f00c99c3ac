package docx

import "strings"

// table is one that is open: rows of cells of blocks.
type table struct{ rows [][]cell }

type cell []Block

func (t *table) add(inside []Block) {
	if len(t.rows) == 0 {
		t.rows = append(t.rows, nil)
	}
	last := len(t.rows) - 1
	t.rows[last] = append(t.rows[last], inside)
}

// plain tells whether every cell has one paragraph at most: a table of data,
// and not one that holds a page in shape.
func (t *table) plain() bool {
	for _, row := range t.rows {
		for _, c := range row {
			if len(c) > 1 || len(c) == 1 && strings.ContainsAny(c[0].Text, "\t") {
				return false
			}
		}
	}
	return true
}

// blocks lays a table out: a plain one row by row as one block, another as the
// blocks in its cells.
func (t *table) blocks() []Block {
	var found []Block
	if !t.plain() {
		for _, row := range t.rows {
			for _, c := range row {
				found = append(found, c...)
			}
		}
		return found
	}
	var lines []string
	page := ""
	for _, row := range t.rows {
		var cells []string
		for _, c := range row {
			text := ""
			if len(c) == 1 {
				text = strings.Join(strings.Fields(c[0].Text), " ")
				if page == "" {
					page = c[0].Page
				}
			}
			cells = append(cells, text)
		}
		if line := strings.TrimRight(strings.Join(cells, "\t"), "\t"); line != "" {
			lines = append(lines, line)
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return []Block{{strings.Join(lines, "\n"), page}}
}

// endTable puts the blocks of the table that is open where it stands.
func (b *body) endTable() {
	n := len(b.tables)
	if n == 0 {
		return
	}
	laid := b.tables[n-1].blocks()
	b.tables = b.tables[:n-1]
	if len(laid) > 0 {
		b.lost.tables++
	}
	b.blocks = append(b.blocks, laid...)
}
