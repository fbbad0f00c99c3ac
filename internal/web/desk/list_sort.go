package desk

import (
	"strings"

	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"

	"github.com/labstack/echo/v4"
)

// listColumn is a column of the list: by what it sorts, in which direction
// first, and how the list is called then.
type listColumn struct {
	label, class, key string
	down              bool   // it begins with the last, newest or highest
	up, downWords     string // how the list is sorted, in words
}

var listColumns = []listColumn{
	{"No.", "claim-number", "created", true, "first recorded first", "last recorded first"},
	{"Claim", "", "text", false, "by their words", "by their words, backwards"},
	{"Claimant", "", "claimant", false, "by claimant", "by claimant, backwards"},
	{"Verdict", "", "", false, "", ""},
	{"Status", "", "status", false, "the newest to do first", "the furthest first"},
	{"With", "", "", false, "", ""},
	{"Due", "", "due", false, "due first", "due last"},
	{"Priority", "", "priority", true, "lowest priority first", "highest priority first"},
	{"Changed", "", "updated", true, "longest unchanged first", "last changed first"},
}

// sortColumns are the columns with the addresses that sort by them, and how the
// list is sorted now. Another order begins with the first page.
func sortColumns(c echo.Context) (columns []view.SortColumn, sorted string) {
	now := request.Query(c, "sort")
	if now == "" {
		now = "-updated"
	}
	query := listQuery(c)
	for _, column := range listColumns {
		shown := view.SortColumn{Label: column.label, Class: column.class}
		if column.key != "" {
			next := column.key
			switch {
			case now == column.key:
				shown.Sort, sorted, next = "ascending", column.up, "-"+column.key
			case now == "-"+column.key:
				shown.Sort, sorted = "descending", column.downWords
			case column.down:
				next = "-" + column.key
			}
			query.Set("sort", next)
			shown.Href = withQuery("/desk/claims", query)
		}
		columns = append(columns, shown)
	}
	return columns, sorted
}

// unsorted are the columns of a list that has an order of its own.
func unsorted() []view.SortColumn {
	columns := make([]view.SortColumn, len(listColumns))
	for i, column := range listColumns {
		columns[i] = view.SortColumn{Label: column.label, Class: column.class}
	}
	return columns
}

// knownSort tells whether the list can be sorted so.
func knownSort(sort string) bool {
	for _, column := range listColumns {
		if column.key != "" && strings.TrimPrefix(sort, "-") == column.key {
			return true
		}
	}
	return sort == ""
}
