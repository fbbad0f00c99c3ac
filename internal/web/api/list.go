package api

import (
	"strconv"
	"unicode/utf8"

	"claimdesk/internal/factcheck"
)

// How many records a list holds when the caller does not say, and at most.
const (
	usual = 50
	most  = 200
)

// Paged is what every list can be asked.
type Paged struct {
	Limit  string `query:"limit" doc:"How many records, from 1 to 200; 50 when left out."`
	Cursor string `query:"cursor" doc:"The next_cursor of the page before."`
}

// list is a page of records; next_cursor is empty on the last.
type list[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next_cursor"`
}

// size is the limit as a number.
func (p Paged) size() (int, error) {
	if p.Limit == "" {
		return usual, nil
	}
	n, err := strconv.Atoi(p.Limit)
	if err != nil || n < 1 || n > most {
		return 0, factcheck.Wrong("limit", "Give a number from 1 to %d.", most)
	}
	return n, nil
}

// longestQuery is in code points. The database takes no search of any length.
const longestQuery = 1_000

// clean refuses query values that are no text, or more of it than anybody
// looks for.
func clean(values map[string]string) error {
	for name, value := range values {
		if at := factcheck.InvalidAt(value); at >= 0 {
			return factcheck.Wrong(name, "This is not valid UTF-8 at byte %d.", at)
		}
		if n := utf8.RuneCountInString(value); n > longestQuery {
			return factcheck.Wrong(name, "This is %s long; at most 1,000 fit. Shorten it.", factcheck.Plural(n, "character", "characters"))
		}
	}
	return nil
}

// page is a list of what each record becomes.
func page[R, W any](records []R, next string, each func(R) W) list[W] {
	l := list[W]{Items: make([]W, 0, len(records)), Next: next}
	for _, r := range records {
		l.Items = append(l.Items, each(r))
	}
	return l
}
