package web

import (
	"errors"
	"io"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"claimdesk/internal/factcheck"
)

// The largest bodies, in bytes. They leave room for what is too long by our
// own rules: such a text comes back in its form with a message, where a body
// that is cut off here is lost. An address or JSON can take three to six bytes
// for one of the text. The forms in which sources are brought in take more than
// is kept of a file, so that they can come back as they were typed.
const (
	mostLogIn  = 64 << 10
	mostKept   = 8 << 20
	mostSource = 32 << 20
	mostForm   = 64 << 20
	mostLoad   = factcheck.MaxLoadBytes + 1<<20 // a file of many records, which is not kept in memory
	mostElse   = 4 << 20
)

// mostFor are the addresses that take more or less than others, by how they
// begin and end; the first that fits.
var mostFor = []struct {
	prefix, suffix string
	most           int64
}{
	{againPath, "", mostKept + mostLogIn},
	{"/desk/login", "", mostLogIn},
	{"/desk/setup", "", mostLogIn},
	{"/desk/link", "", mostLogIn},
	{"/desk/sources", "", mostForm},
	{"/desk/import", "/import", mostLoad},
	{"/desk/settings/logo", "", mostSource},
	{"/api/v1/sources", "", mostSource},
	{"/desk/claims/", "/exhibits", mostSource},
	{"/desk/claims/", "/edit", mostSource},
	{"/desk/claims/new", "", mostSource},
	{"/desk/tips/", "/accept", mostSource},
	{"/api/v1/claims/", "/exhibits", mostSource},
}

// mostOf is how large a body may be that is sent to a path.
func mostOf(path string) int64 {
	for _, row := range mostFor {
		if strings.HasPrefix(path, row.prefix) && strings.HasSuffix(path, row.suffix) {
			return row.most
		}
	}
	return mostElse
}

// drained is how much of a body that is too large is read all the same: a
// client that is still sending would not see the answer.
const drained = 64 << 20

// limited refuses bodies that are too large: at once when they say so, else
// when the reader comes to the limit.
func limited(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		r := c.Request()
		body, most := r.Body, mostOf(r.URL.Path)
		err := error(&http.MaxBytesError{Limit: most})
		if r.ContentLength <= most {
			r.Body = http.MaxBytesReader(nil, body, most)
			err = next(c)
		}
		if tooLarge(err) != nil && r.Header.Get("Expect") == "" {
			_, _ = io.CopyN(io.Discard, body, drained)
		}
		return err
	}
}

// tooLarge is the error of a body over its limit, or nil.
func tooLarge(err error) *http.MaxBytesError {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return large
	}
	return nil
}
