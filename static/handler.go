package static

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"
)

const (
	// forever is for an address that carries the present hash: it never gets
	// other content.
	forever = "public, max-age=31536000, immutable"
	// briefly is for an address with an older hash, which a page from before
	// an update may still ask for and which gets the present file.
	briefly = "public, max-age=300"
)

// mediaTypes are the types that we serve, by extension. The table is our own
// because the one of the operating system differs from machine to machine.
var mediaTypes = map[string]string{
	".css":   "text/css; charset=utf-8",
	".js":    "text/javascript; charset=utf-8",
	".svg":   "image/svg+xml",
	".png":   "image/png",
	".ico":   "image/x-icon",
	".woff2": "font/woff2",
}

// asset is one file as it is sent.
type asset struct {
	mediaType string
	etag      string
	plain     []byte
	zipped    []byte // nil where gzip would save nothing
}

// Handler serves the files under /static/HASH/. The present hash may be cached
// for good; any other gets the present file for a few minutes, so that a page
// loaded before an update is not left bare. Everything else is 404.
func Handler() http.Handler {
	assets := load()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		hash, name, ok := split(r.URL.Path)
		found, exists := assets[name]
		if !ok || !exists {
			http.NotFound(w, r)
			return
		}
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "Only GET and HEAD are answered here.", http.StatusMethodNotAllowed)
			return
		}
		w.Header().Set("Cache-Control", briefly)
		if hash == Hash() {
			w.Header().Set("Cache-Control", forever)
		}
		found.serve(w, r)
	})
}

// split takes "/static/0123456789ab/css/base.css" apart.
func split(address string) (hash, name string, ok bool) {
	rest, ok := strings.CutPrefix(address, prefix)
	if !ok {
		return "", "", false
	}
	hash, name, ok = strings.Cut(rest, "/")
	return hash, name, ok && isHash(hash)
}

// isHash says whether text could be a hash of ours, present or past.
func isHash(text string) bool {
	if len(text) != 12 {
		return false
	}
	_, err := hex.DecodeString(text)
	return err == nil
}

func (a asset) serve(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Content-Type", a.mediaType)
	content, etag := a.plain, a.etag
	if a.zipped != nil {
		header.Set("Vary", "Accept-Encoding")
		if acceptsGzip(r.Header.Get("Accept-Encoding")) {
			content, etag = a.zipped, strings.TrimSuffix(a.etag, `"`)+`-gzip"`
			header.Set("Content-Encoding", "gzip")
			header.Set("Content-Length", strconv.Itoa(len(content)))
		}
	}
	header.Set("ETag", etag)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
}

// acceptsGzip reads an Accept-Encoding header; "gzip;q=0" refuses.
func acceptsGzip(header string) bool {
	for _, part := range strings.Split(header, ",") {
		coding, parameters, _ := strings.Cut(part, ";")
		if !strings.EqualFold(strings.TrimSpace(coding), "gzip") {
			continue
		}
		weight, weighed := strings.CutPrefix(strings.ReplaceAll(parameters, " ", ""), "q=")
		value, err := strconv.ParseFloat(weight, 64)
		return !weighed || (err == nil && value > 0)
	}
	return false
}

// load reads every embedded file of a type that we serve.
func load() map[string]asset {
	assets := make(map[string]asset)
	for _, name := range names() {
		mediaType, served := mediaTypes[path.Ext(name)]
		content, err := files.ReadFile(name)
		if err != nil || !served {
			continue
		}
		sum := sha256.Sum256(content)
		assets[name] = asset{
			mediaType: mediaType,
			etag:      `"` + hex.EncodeToString(sum[:])[:16] + `"`,
			plain:     content,
			zipped:    zip(content),
		}
	}
	return assets
}

// zip compresses content, or returns nil where that makes it no smaller.
func zip(content []byte) []byte {
	var buffer bytes.Buffer
	writer, err := gzip.NewWriterLevel(&buffer, gzip.BestCompression)
	if err != nil {
		return nil
	}
	if _, err = writer.Write(content); err != nil {
		return nil
	}
	if err = writer.Close(); err != nil || buffer.Len() >= len(content)*9/10 {
		return nil
	}
	return buffer.Bytes()
}
