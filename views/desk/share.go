package desk

import (
	"strconv"

	"claimdesk/internal/factcheck"
)

// shareWords is the share as a person reads it.
func shareWords(s factcheck.Share) string {
	if s.Quoted == 0 {
		return "Nothing is quoted from it yet. Up to " + strconv.Itoa(s.Limit) + " of its " + strconv.Itoa(s.Words) + " words may become public."
	}
	words := "Quotes are " + strconv.Itoa(s.Percent()) + " % of its words (" + strconv.Itoa(s.Quoted) + " of " + strconv.Itoa(s.Words) +
		"); up to " + strconv.Itoa(s.Limit) + " may become public."
	switch {
	case s.Over():
		words += " That is more than this newsroom wants: shorten a quote, or take one out. Readers see no words around these quotes."
	case s.Around == 0:
		words += " Readers see no words around these quotes."
	case s.Around < 240:
		words += " Readers see fewer words around them than usual."
	}
	if s.Long > 0 {
		words += " " + factcheck.Plural(s.Long, "quote is", "quotes are") + " longer than this newsroom wants."
	}
	return words
}
