package desk

import (
	"strconv"

	"claimdesk/internal/factcheck"
)

// sourceName is a source's title, or what stands for it where the reader may
// not see the source.
func sourceName(s factcheck.Source) string {
	if s.Title == "" {
		return "A protected source"
	}
	return s.Title
}

// placeInSource says where a quote was taken from, as far as the reader may
// know it.
func placeInSource(e factcheck.Evidence) string {
	if e.Veiled {
		return sourceName(e.Source)
	}
	return e.Source.Title + ", passage " + strconv.Itoa(e.Passage)
}
