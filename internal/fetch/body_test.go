package fetch

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
)

// sendZeros writes so many bytes, or as many as are taken.
func sendZeros(w io.Writer, size int) {
	chunk := make([]byte, 64<<10)
	for size > 0 {
		n, err := w.Write(chunk[:min(len(chunk), size)])
		if size -= n; err != nil {
			return
		}
	}
}

func TestAPageOfTenMegabytesFitsAndNoMore(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/fits":
			sendZeros(w, MaxSize)
		case "/over":
			sendZeros(w, MaxSize+1)
		case "/said":
			w.Header().Set("Content-Length", fmt.Sprint(MaxSize+1))
			sendZeros(w, 1)
		case "/endless":
			sendZeros(w, 1<<40)
		}
	})
	page, err := open(Options{}).Get(t.Context(), server.URL+"/fits")
	if err != nil || len(page.Body) != MaxSize {
		t.Errorf("the largest gives %v", err)
	}
	for _, path := range []string{"/over", "/said", "/endless"} {
		refused(t, open(Options{}), server.URL+path, "The page is larger than 10 MB.")
	}
}

func TestAPackedPageIsUnpackedWithinBounds(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		packer := gzip.NewWriter(w)
		defer packer.Close()
		w.Header().Set("Content-Encoding", "gzip")
		switch r.URL.Path {
		case "/":
			fmt.Fprint(packer, "unpacked")
		case "/bomb":
			sendZeros(packer, 1<<30)
		case "/hollow": // unpacks to nothing, for ever
			_ = packer.Flush()
			nothing := bytes.Repeat([]byte{0, 0, 0, 0xff, 0xff}, 10_000) // a block that holds no byte
			for err := error(nil); err == nil; {
				_, err = w.Write(nothing)
			}
		case "/twice":
			w.Header().Set("Content-Encoding", "gzip, gzip")
		case "/brotli":
			w.Header().Set("Content-Encoding", "br")
		case "/torn":
			fmt.Fprint(packer, strings.Repeat("torn", 1000))
			_ = packer.Flush()
			_ = http.NewResponseController(w).Flush()
			panic(http.ErrAbortHandler)
		}
	})
	page, err := open(Options{}).Get(t.Context(), server.URL)
	if err != nil || string(page.Body) != "unpacked" || page.Header["Content-Encoding"][0] != "gzip" {
		t.Errorf("got %v, %v", page, err)
	}
	for path, want := range map[string]string{"/bomb": "The page is larger than 10 MB.", "/hollow": "The page is larger than 10 MB.",
		"/twice": "The server sent the page packed", "/brotli": "The server sent the page packed", "/torn": "The page broke off"} {
		refused(t, open(Options{}), server.URL+path, want)
	}
}

func TestWhatIsCalledPackedAndIsNot(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		fmt.Fprint(w, strings.TrimPrefix(r.URL.Path, "/"))
	})
	refused(t, open(Options{}), server.URL+"/plain", "The page broke off")
	if page, err := open(Options{}).Get(t.Context(), server.URL); err != nil || len(page.Body) > 0 {
		t.Errorf("nothing at all gives %v, %v", page, err)
	}
}

func TestALongHeaderIsCutAndTheShortOnesStay(t *testing.T) {
	header := http.Header{"Content-Security-Policy": {strings.Repeat("a", maxKept)}, "Date": {"today"}, "Link": {"one", "two"}, "Etag": {"a\x00b"}}
	got := kept(header)
	if len(got) != 3 || !slices.Equal(got["Link"], []string{"one", "two"}) || got["Etag"][0] != "ab" {
		t.Errorf("kept %v", got)
	}
}
