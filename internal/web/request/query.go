package request

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/labstack/echo/v4"
)

// maxQuery is how much of a query value is read, in code points.
const maxQuery = 1_000

// Query is the first value under this name behind the address's question
// mark, without control characters and blanks at its ends, cut after 1,000
// code points; empty when it is absent or not valid UTF-8.
func Query(c echo.Context, name string) string {
	value := c.QueryParam(name)
	if !utf8.ValidString(value) {
		return ""
	}
	value = strings.TrimSpace(strings.Map(printable, value))
	if utf8.RuneCountInString(value) > maxQuery {
		value = string([]rune(value)[:maxQuery])
	}
	return value
}

func printable(r rune) rune {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return ' '
	case unicode.IsControl(r):
		return -1
	}
	return r
}
