package request

import (
	"bytes"
	"mime"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"

	"claimdesk/internal/factcheck"
)

// File answers with what is served of a file: raw is a picture's copy, or any
// other file as it came. It has its stored type, which browsers may not guess
// anew, and its hash as entity tag; a part of it can be asked for. A picture is
// shown, anything else is saved, under name with the type's ending.
func File(c echo.Context, name string, f factcheck.File, raw []byte) error {
	mediaType, hash := f.Served()
	how := "attachment"
	if f.Picture() {
		how = "inline"
	}
	attach(c, how, name+factcheck.Ending(mediaType), mediaType, hash, raw)
	return nil
}

// Original answers with a file as it came, to be saved under its own name, or
// under another where it has none.
func Original(c echo.Context, otherwise string, f factcheck.File, raw []byte) error {
	name := f.Name
	if name == "" {
		name = otherwise + factcheck.Ending(f.MediaType)
	}
	attach(c, "attachment", name, f.MediaType, f.SHA256, raw)
	return nil
}

func attach(c echo.Context, how, name, mediaType, hash string, raw []byte) {
	h := c.Response().Header()
	h.Set(echo.HeaderContentDisposition, mime.FormatMediaType(how, map[string]string{"filename": name}))
	h.Set(echo.HeaderContentType, mediaType)
	h.Set(echo.HeaderXContentTypeOptions, "nosniff")
	h.Set("ETag", `"`+hash+`"`)
	http.ServeContent(c.Response(), c.Request(), "", time.Time{}, bytes.NewReader(raw))
}
