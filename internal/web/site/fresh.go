package site

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"os"
	"runtime/debug"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	view "claimdesk/views/site"
)

// How long an answer may be kept without asking again.
const (
	pageCaching = "public, max-age=60, stale-if-error=86400"
	feedCaching = "public, max-age=300"
)

// stand is what the public sees as a whole, at the moment of a request: an
// answer can only differ from the last one when its tag does.
type stand struct {
	newsroom view.Newsroom
	language string
	tag      string    // entity tag of this address, weak: also of its packed form
	changed  time.Time // of the newest revision; zero when there is none
}

// stand reads little: it is asked for before a page is drawn.
func (s *site) stand(ctx context.Context, r *http.Request) (stand, error) {
	imprint, err := s.room.Imprint(ctx)
	if err != nil {
		return stand{}, err
	}
	settings := imprint.Settings
	edition, err := s.room.Edition(ctx)
	if err != nil {
		return stand{}, err
	}
	changed, err := s.room.Changed(ctx)
	if err != nil {
		return stand{}, err
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%d\x00%#v\x00%s\x00%s\x00%s", edition, settings, s.base(), s.build, r.URL.RequestURI()))
	return stand{newsroom: s.newsroom(imprint), language: settings.Language,
		tag: `W/"` + hex.EncodeToString(sum[:12]) + `"`, changed: changed}, nil
}

// build tells one build of the program from another, since a new one may draw
// the same content in another way.
func build() string {
	var parts []string
	if info, ok := debug.ReadBuildInfo(); ok {
		parts = append(parts, info.String())
	}
	if path, err := os.Executable(); err == nil {
		if file, err := os.Stat(path); err == nil {
			parts = append(parts, file.ModTime().UTC().Format(time.RFC3339Nano))
		}
	}
	return strings.Join(parts, "\n")
}

// write sets the headers of an answer that may be kept.
func (t stand) write(h http.Header, caching string) {
	h.Set("ETag", t.tag)
	h.Set(echo.HeaderCacheControl, caching)
	if !t.changed.IsZero() {
		h.Set(echo.HeaderLastModified, t.changed.UTC().Format(http.TimeFormat))
	}
}

// since tells whether nothing was published after the time that the client
// names. A client that names a tag is not asked for a time.
func (t stand) since(r *http.Request) bool {
	if r.Header.Get("If-None-Match") != "" || t.changed.IsZero() {
		return false
	}
	held, err := http.ParseTime(r.Header.Get(echo.HeaderIfModifiedSince))
	return err == nil && !t.changed.Truncate(time.Second).After(held)
}

// unchanged answers 304.
func (t stand) unchanged(c echo.Context, caching string) error {
	t.write(c.Response().Header(), caching)
	return c.NoContent(http.StatusNotModified)
}
