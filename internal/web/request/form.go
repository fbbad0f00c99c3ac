package request

import (
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"

	"github.com/labstack/echo/v4"

	"claimdesk/internal/factcheck"
)

// maxFields is how many fields a form can have. Our longest, a claim with all
// of its appearances, has some three hundred.
const maxFields = 1_000

// maxFile is the largest file that is kept, in bytes. Of a larger one, as many
// as the server lets through are read and dropped, so that the fields that come
// after it are not lost.
const maxFile = 20 << 20

// errFields is answered with 422: it is for whoever wrote the client.
var errFields = factcheck.Wrong("form", "The form has more than %d fields.", maxFields)

// Form reads the body as a form, urlencoded or multipart; without a body it
// is empty. It fails with Invalid when a field is not valid UTF-8, when it has
// more than one file or when there are too many fields, with 413 when the body
// is larger than the server lets through, with 415 for another type of content
// and with 400 for a body that is broken. A second call gives the same values.
func Form(c echo.Context) (Values, error) {
	s := of(c)
	if s.form != nil {
		return *s.form, nil
	}
	v := Values{fields: url.Values{}, files: map[string]file{}}
	if err := v.read(c.Request()); err != nil {
		return Values{}, err
	}
	s.form = &v
	return v, nil
}

func (v *Values) read(r *http.Request) error {
	typed := r.Header.Get(echo.HeaderContentType)
	media, params, err := mime.ParseMediaType(typed)
	switch {
	case typed == "" && r.ContentLength == 0:
		return nil
	case err == nil && media == echo.MIMEApplicationForm:
		return v.readPairs(r.Body)
	case err == nil && media == echo.MIMEMultipartForm && params["boundary"] != "":
		v.parts = true
		return v.readParts(multipart.NewReader(r.Body, params["boundary"]))
	}
	return echo.NewHTTPError(http.StatusUnsupportedMediaType, "A form is expected here, urlencoded or multipart.")
}

func (v *Values) readPairs(body io.Reader) error {
	raw, err := io.ReadAll(body)
	if err != nil {
		return broken(err)
	}
	left := 0
	for pair := range strings.SplitSeq(string(raw), "&") {
		if pair == "" {
			continue
		}
		if left++; left > maxFields {
			return errFields
		}
		name, value, _ := strings.Cut(pair, "=")
		plainName, err := url.QueryUnescape(name)
		if err != nil {
			return broken(err)
		}
		plainValue, err := url.QueryUnescape(value)
		if err != nil {
			return broken(err)
		}
		if err := v.put(plainName, plainValue); err != nil {
			return err
		}
	}
	return nil
}

func (v *Values) readParts(parts *multipart.Reader) error {
	for n := 0; ; n++ {
		part, err := parts.NextRawPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return broken(err)
		}
		if n == maxFields {
			return errFields
		}
		if err := v.readPart(part); err != nil {
			return err
		}
	}
}

// readPart keeps a part. A browser sends a part without a file name and
// content when no file was chosen: that is no file.
func (v *Values) readPart(part *multipart.Part) error {
	name, filename := part.FormName(), strings.ToValidUTF8(part.FileName(), "\uFFFD")
	_, params, _ := mime.ParseMediaType(part.Header.Get(echo.HeaderContentDisposition))
	_, isFile := params["filename"]
	content, err := readUpTo(part, isFile)
	if err != nil {
		return broken(err)
	}
	if !isFile {
		return v.put(name, string(content))
	}
	if filename == "" && len(content) == 0 {
		return nil
	}
	name = strings.ToValidUTF8(name, "\uFFFD")
	if _, twice := v.files[name]; twice {
		return factcheck.Wrong(name, "More than one file was sent. Send one at a time.")
	}
	v.files[name] = file{filename, content}
	return nil
}

// readUpTo reads a part to its end; of a file it keeps no more than tells that it
// is too large.
func readUpTo(part io.Reader, isFile bool) ([]byte, error) {
	if !isFile {
		return io.ReadAll(part)
	}
	content, err := io.ReadAll(io.LimitReader(part, maxFile+1))
	if err == nil {
		_, err = io.Copy(io.Discard, part)
	}
	return content, err
}

// broken is the error of a body that ends early or is badly written; one that
// is too large keeps its own.
func broken(err error) error {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return err
	}
	return echo.NewHTTPError(http.StatusBadRequest, "The form that was sent is broken. Send it again.").SetInternal(err)
}
