package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strconv"

	"github.com/labstack/echo/v4"

	"claimdesk/internal/factcheck"
)

// read takes in the body, unless it is a form, and refuses what is not Unicode
// before anything decodes it: the decoder would put U+FFFD in its place.
func (k *call) read() error {
	r := k.echo.Request()
	if media, _, _ := mime.ParseMediaType(r.Header.Get(echo.HeaderContentType)); media == echo.MIMEMultipartForm {
		return nil
	}
	raw, err := io.ReadAll(r.Body)
	if err != nil {
		return broken(err)
	}
	if at := firstFault(raw); at >= 0 {
		return factcheck.Wrong(fieldAt(raw, at), "This is not valid UTF-8 at byte %d of the body. Save it as UTF-8 and send it again.", at)
	}
	k.raw = raw
	r.Body = io.NopCloser(bytes.NewReader(raw))
	return nil
}

// broken is the error of a body that ends early; one that is too large keeps
// its own.
func broken(err error) error {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return err
	}
	return echo.NewHTTPError(http.StatusBadRequest, "The body ended early. Send it again.").SetInternal(err)
}

// firstFault is the offset in bytes of the first thing that is no Unicode: a
// byte that is not UTF-8, or half a pair of surrogates written as \uD83D; -1
// when there is none.
func firstFault(raw []byte) int {
	at := factcheck.InvalidAt(string(raw))
	for i := 0; i < len(raw) && (at < 0 || i < at); i++ {
		if raw[i] != '\\' {
			continue
		}
		high, low := unit(raw[i:]), -1
		if high >= 0 {
			low = unit(raw[min(i+6, len(raw)):])
		}
		switch {
		case high >= 0xDC00 && high <= 0xDFFF, high >= 0xD800 && high <= 0xDBFF && (low < 0xDC00 || low > 0xDFFF):
			return i
		case high >= 0xD800 && high <= 0xDBFF:
			i += 11
		default:
			i++
		}
	}
	return at
}

// unit is the number behind \u, or -1 when there is none.
func unit(raw []byte) int {
	if len(raw) < 6 || raw[0] != '\\' || raw[1] != 'u' {
		return -1
	}
	n, err := strconv.ParseUint(string(raw[2:6]), 16, 16)
	if err != nil {
		return -1
	}
	return int(n)
}

// fieldAt names the field of a JSON object whose value, or name, holds the
// byte at an offset; "body" when there is none such.
func fieldAt(raw []byte, at int) string {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	field, depth, name := "body", 0, true
	for {
		token, err := decoder.Token()
		if err != nil || decoder.InputOffset() > int64(at) {
			return field
		}
		switch token := token.(type) {
		case json.Delim:
			if token == '{' || token == '[' {
				depth++
			} else {
				depth--
			}
			name = depth == 1
		case string:
			if depth == 1 && name && factcheck.InvalidAt(token) < 0 {
				field, name = token, false
				continue
			}
			name = depth == 1
		default:
			name = depth == 1
		}
	}
}
