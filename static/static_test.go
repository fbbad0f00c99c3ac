package static

import (
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"path"
	"regexp"
	"strings"
	"testing"
)

func get(t *testing.T, method, address string, header map[string]string) *http.Response {
	t.Helper()
	request := httptest.NewRequest(method, "/", nil)
	request.URL.Path = address
	for name, value := range header {
		request.Header.Set(name, value)
	}
	recorder := httptest.NewRecorder()
	Handler().ServeHTTP(recorder, request)
	return recorder.Result()
}

func TestEachFileIsServedWithItsTypeAndKeptForGood(t *testing.T) {
	types := map[string]string{
		"css/base.css":    "text/css; charset=utf-8",
		"js/desk.js":      "text/javascript; charset=utf-8",
		"img/favicon.svg": "image/svg+xml",
		"img/logo.png":    "image/png",
	}
	for name, mediaType := range types {
		response := get(t, http.MethodGet, Path(name), nil)
		body, _ := io.ReadAll(response.Body)
		want, _ := fs.ReadFile(files, name)
		if response.StatusCode != http.StatusOK || !bytes.Equal(body, want) {
			t.Errorf("%s: status %d, %d bytes, want %d", name, response.StatusCode, len(body), len(want))
		}
		if got := response.Header.Get("Content-Type"); got != mediaType {
			t.Errorf("%s: type %q, want %q", name, got, mediaType)
		}
		if got := response.Header.Get("Cache-Control"); got != forever {
			t.Errorf("%s: Cache-Control %q, want %q", name, got, forever)
		}
		if response.Header.Get("ETag") == "" {
			t.Errorf("%s has no ETag", name)
		}
	}
}

func TestEveryEmbeddedFileHasAKnownType(t *testing.T) {
	for _, name := range names() {
		if mediaTypes[path.Ext(name)] == "" {
			t.Errorf("%s is embedded but would not be served", name)
		}
	}
}

func TestAnOldAddressStillGetsThePresentFileForAWhile(t *testing.T) {
	response := get(t, http.MethodGet, "/static/0123456789ab/css/base.css", nil)
	if response.StatusCode != http.StatusOK {
		t.Fatalf("status %d", response.StatusCode)
	}
	if got := response.Header.Get("Cache-Control"); got != briefly {
		t.Errorf("Cache-Control %q, want %q", got, briefly)
	}
}

func TestWhatIsNotAFileIsNotFound(t *testing.T) {
	addresses := []string{
		"/static/", "/static/css/base.css", "/static/" + Hash(), "/static/" + Hash() + "/", Path("css"), Path("css/"),
		Path("css/none.css"), Path("../static.go"), Path("static.go"), "/static/zzzzzzzzzzzz/css/base.css", "/",
	}
	for _, address := range addresses {
		if response := get(t, http.MethodGet, address, nil); response.StatusCode != http.StatusNotFound {
			t.Errorf("%s: status %d, want 404", address, response.StatusCode)
		}
	}
}

func TestGzipIsSentToWhoeverTakesIt(t *testing.T) {
	for accept, zipped := range map[string]bool{
		"gzip": true, "br, GZIP;q=0.5": true, "": false, "gzip;q=0": false, "gzip; q=0.0": false, "identity": false,
	} {
		response := get(t, http.MethodGet, Path("css/base.css"), map[string]string{"Accept-Encoding": accept})
		if got := response.Header.Get("Content-Encoding") == "gzip"; got != zipped {
			t.Errorf("Accept-Encoding %q: gzip is %v, want %v", accept, got, zipped)
		}
		if got := response.Header.Get("Vary"); got != "Accept-Encoding" {
			t.Errorf("Accept-Encoding %q: Vary is %q", accept, got)
		}
		if !zipped {
			continue
		}
		reader, err := gzip.NewReader(response.Body)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(reader)
		if want, _ := fs.ReadFile(files, "css/base.css"); !bytes.Equal(body, want) {
			t.Errorf("Accept-Encoding %q: the unpacked file differs", accept)
		}
	}
}

func TestAPictureIsNotZipped(t *testing.T) {
	response := get(t, http.MethodGet, Path("img/logo.png"), map[string]string{"Accept-Encoding": "gzip"})
	if response.Header.Get("Content-Encoding") != "" {
		t.Error("a PNG was sent with gzip")
	}
}

func TestAKnownETagIsAnsweredWithoutABody(t *testing.T) {
	for _, accept := range []string{"", "gzip"} {
		header := map[string]string{"Accept-Encoding": accept}
		header["If-None-Match"] = get(t, http.MethodGet, Path("css/base.css"), header).Header.Get("ETag")
		if response := get(t, http.MethodGet, Path("css/base.css"), header); response.StatusCode != http.StatusNotModified {
			t.Errorf("Accept-Encoding %q: status %d, want 304", accept, response.StatusCode)
		}
	}
}

func TestNothingCanBeWritten(t *testing.T) {
	response := get(t, http.MethodPost, Path("css/base.css"), nil)
	if response.StatusCode != http.StatusMethodNotAllowed || response.Header.Get("Allow") != "GET, HEAD" {
		t.Errorf("POST: status %d, Allow %q", response.StatusCode, response.Header.Get("Allow"))
	}
}

func TestTheAddressCarriesAHashOfTwelveDigits(t *testing.T) {
	if !regexp.MustCompile(`^/static/[0-9a-f]{12}/css/base\.css$`).MatchString(Path("css/base.css")) {
		t.Errorf("address is %s", Path("css/base.css"))
	}
}

func TestStylesAndScriptsLoadNothingFromElsewhere(t *testing.T) {
	elsewhere := regexp.MustCompile(`url\(|@import|https?://|import\(|\beval\b|innerHTML`)
	for _, name := range names() {
		if strings.HasPrefix(name, "img/") {
			continue
		}
		content, _ := fs.ReadFile(files, name)
		if found := elsewhere.Find(content); found != nil {
			t.Errorf("%s has %q", name, found)
		}
	}
}

func TestScriptsImportOnlyWhatExists(t *testing.T) {
	imported := regexp.MustCompile(`from "\./([^"]+)"`)
	for _, name := range names() {
		if path.Ext(name) != ".js" {
			continue
		}
		content, _ := fs.ReadFile(files, name)
		for _, match := range imported.FindAllSubmatch(content, -1) {
			if _, err := fs.Stat(files, "js/"+string(match[1])); err != nil {
				t.Errorf("%s imports %s, which does not exist", name, match[1])
			}
		}
		if lines := bytes.Count(content, []byte("\n")); lines >= 200 {
			t.Errorf("%s has %d lines; a module has less than 200", name, lines)
		}
	}
}
