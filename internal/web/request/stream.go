package request

import (
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"claimdesk/internal/factcheck"
)

// Stream gives take the file that was sent under a name, as it comes in, so that
// it need not be in memory. It is the only field that is read. Without a file
// the error is Invalid and names the field; that of take comes back as it is.
func Stream(c echo.Context, name string, take func(filename string, content io.Reader) error) error {
	r := c.Request()
	media, params, err := mime.ParseMediaType(r.Header.Get(echo.HeaderContentType))
	if err != nil || media != echo.MIMEMultipartForm || params["boundary"] == "" {
		return echo.NewHTTPError(http.StatusUnsupportedMediaType, "A form with a file is expected here (multipart/form-data).")
	}
	parts := multipart.NewReader(r.Body, params["boundary"])
	for range maxFields {
		part, err := parts.NextRawPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return broken(err)
		}
		if part.FormName() != name || part.FileName() == "" {
			continue
		}
		return take(strings.ToValidUTF8(part.FileName(), "\uFFFD"), whole{part})
	}
	return factcheck.Wrong(name, "No file was chosen. Choose one.")
}

// whole makes the end of a body in the middle of a file a fault of who sent it.
type whole struct{ from io.Reader }

func (w whole) Read(p []byte) (int, error) {
	n, err := w.from.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		err = broken(err)
	}
	return n, err
}
