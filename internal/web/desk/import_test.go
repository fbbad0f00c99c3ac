package desk_test

import (
	"archive/zip"
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// seatPage is a web page whose text is that of the brief, and more.
const seatPage = `<html lang="en"><head><title>The empty seat</title><meta name="author" content="A. Writer">` +
	`<meta property="og:site_name" content="The Evening Wire"></head><body><nav>Menu</nav><article><h1>The empty seat</h1>` +
	`<p>The seat is empty. Nobody has resigned.</p><img src="seat.jpg" alt="The seat"><p>The seat stays empty for now.</p></article></body></html>`

// website answers as other people's servers do.
func website(t *testing.T) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	send := func(path, kind string, body []byte) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", kind)
			_, _ = w.Write(body)
		})
	}
	send("/page", "text/html; charset=utf-8", []byte(seatPage))
	send("/photo", "image/png", []byte("\x89PNG\r\n\x1a\n\x00\x00"))
	send("/data", "application/zip", []byte("PK\x03\x04nothing"))
	send("/empty", "text/html", nil)
	send("/wrong-charset", "text/html; charset=utf-16", []byte(seatPage))
	mux.Handle("/moved", http.RedirectHandler("/page", http.StatusFound))
	mux.Handle("/inside", http.RedirectHandler("http://10.1.2.3/", http.StatusFound))
	mux.HandleFunc("/endless", func(w http.ResponseWriter, r *http.Request) {
		for part := []byte(strings.Repeat("endless ", 8_000)); r.Context().Err() == nil; {
			if _, err := w.Write(part); err != nil {
				return
			}
		}
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

// bomb is a Word document that unpacks to more than anybody has memory for.
func bomb(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, name := range []string{"[Content_Types].xml", "word/document.xml"} {
		part, err := archive.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.NewReader(`<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`)
		if name == "word/document.xml" {
			text = strings.NewReader(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>` + strings.Repeat("bomb ", 12<<20))
		}
		if _, err := io.Copy(part, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// added fails unless there are so many sources and nothing waits.
func (h *house) added(sources int) {
	h.t.Helper()
	page, err := h.room.Sources(h.t.Context(), factcheck.ByConsole(), newsroom.SourceFilter{})
	if err != nil || len(page.Items) != sources {
		h.t.Errorf("there are %d sources, %v", len(page.Items), err)
	}
	if list, err := h.room.Imports(h.t.Context(), h.users[factcheck.Reporter].Actor()); err != nil || len(list) != 0 {
		h.t.Errorf("waiting are %+v, %v", list, err)
	}
}

func TestAnAddressIsFetchedShownAndKept(t *testing.T) {
	h, site := furnished(t), website(t)
	v := h.as(factcheck.Reporter)
	v.post("/desk/sources/new", "fetch_url", " "+site.URL+"/moved ", "interest", "Typed before").begins("/desk/imports/1")
	v.get("/desk/sources").shows(200, "Waiting to be confirmed", `href="/desk/imports/1"`, "The empty seat", "its text waits to be confirmed")
	v.get("/desk/imports/1").shows(200, "Is this the text?", "What the text does not hold", "1 image was left out", "Nobody has resigned.",
		"Fetched from", site.URL+"/moved", "Ends at", site.URL+"/page", "Web page", `value="The empty seat"`, `value="The Evening Wire"`,
		`value="`+site.URL+`/page"`, "Typed before", "Keep this text", "Throw away")
	v.get("/desk/imports/1/text").shows(200, "The empty seat\n\n")
	v.post("/desk/imports/1", "title", "", "published_on", "soon", "interest", "Typed after").
		shows(422, "The source was not added", `href="#title"`, `href="#published_on"`, "Typed after", "Nobody has resigned.")
	v.post("/desk/imports/1", "title", "A seat", "url", site.URL+"/page").leads("/desk/sources/1")
	v.get("/desk/sources/1").shows(200, "Source added, ", "A seat")
	v.get("/desk/sources").hides("Waiting to be confirmed")
	h.added(1)
}

func TestAnImportIsShownToItsUserAlone(t *testing.T) {
	h := furnished(t)
	h.as(factcheck.Reporter).post("/desk/sources/new", "html", seatPage).begins("/desk/imports/1")
	v := h.as(factcheck.Admin)
	for _, path := range []string{"/desk/imports/1", "/desk/imports/1/text", "/desk/imports/9"} {
		v.get(path).shows(404, "no document waiting here").hides("Nobody has resigned")
	}
	v.post("/desk/imports/1", "title", "Mine").shows(404)
	v.post("/desk/imports/1/end").leads("/desk/sources")
	v.get("/desk/sources").hides("Waiting to be confirmed")
	h.as(factcheck.Reporter).get("/desk/imports/1").shows(200, "Nobody has resigned")
}

func TestKeepingTwiceKeepsOnce(t *testing.T) {
	h := furnished(t)
	v := h.as(factcheck.Reporter)
	v.post("/desk/sources/new", "html", seatPage).begins("/desk/imports/1")
	hash := factcheck.HashOf([]byte(seatPage))
	v.post("/desk/imports/1", "title", "A seat", "sha256", hash).leads("/desk/sources/1")
	v.post("/desk/imports/1", "title", "A seat", "sha256", hash).leads("/desk/sources/1")
	v.get("/desk/sources/1").shows(200, "This text was kept already.")
	v.post("/desk/imports/1", "title", "A seat", "sha256", "another").shows(404, "it was kept or thrown away")
	h.added(1)
	v.post("/desk/sources/new", "html", seatPage).begins("/desk/imports/2")
	v.get("/desk/imports/2").shows(200, "This document is here already", `href="/desk/sources/1"`)
	v.post("/desk/imports/2/end").leads("/desk/sources")
	v.get("/desk/sources").shows(200, "Thrown away.")
	v.post("/desk/imports/2/end").leads("/desk/sources")
	h.added(1)
}

func TestALongDocumentShowsItsBeginning(t *testing.T) {
	h := furnished(t)
	v := h.as(factcheck.Reporter)
	v.upload("/desk/sources/new", "long.txt", []byte("Title\n\n"+strings.Repeat("One more.\n\n", 1_400))).begins("/desk/imports/1")
	v.get("/desk/imports/1").shows(200, "And 1,371 more passages", "401 passages follow", `href="/desk/imports/1/text"`)
}

func TestANewCopyGoesTheSameWay(t *testing.T) {
	h := briefed(t)
	by := h.users[factcheck.Reporter].Actor()
	for _, exact := range []string{"Nobody has resigned", "The seat stays empty for now."} {
		_, _, err := h.room.AttachQuote(t.Context(), by, 1, newsroom.Base{}, factcheck.EvidenceDraft{SourceID: 1, Exact: exact, Stance: factcheck.Refutes})
		if err != nil {
			t.Fatal(err)
		}
	}
	v := h.as(factcheck.Reporter)
	v.get("/desk/sources/1/snapshots/new").shows(200, "Bring in a new copy", `action="/desk/sources/1/snapshots"`)
	v.post("/desk/sources/1/snapshots", "html", "<p></p>").shows(422, "No copy was added", `href="#html"`, "no text")
	v.post("/desk/sources/1/snapshots").shows(422, `href="#fetch_url"`)
	v.post("/desk/sources/1/snapshots", "html", "<h1>Title</h1><p>The seat stays empty for now.</p>").begins("/desk/imports/2")
	v.get("/desk/imports/2").shows(200, "What will change", "The seat stays empty for now.", `name="source" value="1"`).hides(`name="title"`)
	v.post("/desk/imports/2", "source", "1").leads("/desk/sources/1")
	v.get("/desk/sources/1").shows(200, "New copy kept. Of the quotes: 1 moved, 1 ")
	hash := factcheck.HashOf([]byte("<h1>Title</h1><p>The seat stays empty for now.</p>"))
	v.post("/desk/imports/2", "source", "1", "sha256", hash).leads("/desk/sources/1")
	v.post("/desk/imports/2", "source", "1", "sha256", "another").shows(404)
	v.upload("/desk/sources/1/snapshots", "same.html", []byte("<h1>Title</h1><p>The seat stays empty for now.</p>")).begins("/desk/imports/3")
	v.get("/desk/imports/3").shows(200, "Nothing has changed")
	v.post("/desk/imports/3", "source", "1").leads("/desk/sources/1")
	v.get("/desk/sources/1").shows(200, "Nothing has changed: this copy is here already.")
	v.post("/desk/sources/1/snapshots", "text", brief).leads("/desk/sources/1")
	v.get("/desk/sources/1").shows(200, "New copy kept. Of the quotes: 2 unchanged.")
	v.get("/desk/sources/9/snapshots/new").shows(404)
	h.added(1)
}

func TestDocumentsThatCannotBeReadComeBackWithEverythingTyped(t *testing.T) {
	h, site := furnished(t), website(t)
	v := h.as(factcheck.Reporter)
	typed := []string{"title", "Typed title", "publisher", "Typed publisher", "rests_on", "", "access", "public"}
	kept := []string{`value="Typed title"`, `value="Typed publisher"`}
	for name, test := range map[string]struct {
		file string
		raw  []byte
		says string
	}{
		"an empty PDF":          {"empty.pdf", nil, "empty.pdf is empty"},
		"a truncated PDF":       {"torn.pdf", []byte("%PDF-1.7\n1 0 obj\n<< /Type /Catalog"), "This PDF"},
		"a zip bomb as DOCX":    {"bomb.docx", bomb(t), "unpacks to more than 50 MB"},
		"a ZIP as DOCX":         {"plain.docx", []byte("PK\x03\x04nothing in it"), "plain.docx"},
		"HTML of 50 MB":         {"huge.html", bytes.Repeat([]byte("<p>Huge.</p>\n"), 50<<20/13), "huge.html is too large: at most 20 MB"},
		"HTML of 12 MB":         {"large.html", bytes.Repeat([]byte("<p>Large.</p>"), 1<<20), "at most 10,485,760 fit"},
		"text that is no UTF-8": {"bad.txt", []byte("Fine until \xff here"), "byte 11"},
		"a file without an end": {"photo.tiff", []byte("II*\x00\x08"), "photo.tiff"},
	} {
		v.upload("/desk/sources/new", test.file, test.raw, typed...).refused(append(kept, `href="#file"`, test.says, `value="public" checked`)...)
		if t.Failed() {
			t.Fatalf("with %s", name)
		}
	}
	for path, says := range map[string]string{
		"/lost": "no page at this address (status 404)", "/photo": "", "/data": "", "/empty": "empty page",
		"/inside": "only public web pages", "/endless": "larger than 10 MB",
	} {
		v.post("/desk/sources/new", append(typed, "fetch_url", site.URL+path)...).
			refused(append(kept, `href="#fetch_url"`, says, `value="`+site.URL+path+`"`)...)
	}
	for address, says := range map[string]string{"http://10.0.0.1/": "only public web pages", "http://localhost:1/": "", "file:///etc/passwd": "not a web address"} {
		v.post("/desk/sources/new", append(typed, "fetch_url", address)...).refused(append(kept, `href="#fetch_url"`, says, address)...)
	}
	v.post("/desk/sources/new", append(typed, "fetch_url", site.URL+"/page", "text", brief)...).shows(422, append(kept, `href="#text"`, "more than one document", site.URL+"/page")...)
	h.added(0)
}

func TestOddButReadableDocumentsAreRead(t *testing.T) {
	h, site := furnished(t), website(t)
	v := h.as(factcheck.Reporter)
	wide := []byte("\xff\xfe")
	for _, r := range "Wide\n\nNobody has resigned.\n" {
		wide = append(wide, byte(r), 0)
	}
	v.upload("/desk/sources/new", "wide.txt", wide).begins("/desk/imports/1")
	v.get("/desk/imports/1").shows(200, "Nobody has resigned.")
	v.post("/desk/sources/new", "fetch_url", site.URL+"/wrong-charset").begins("/desk/imports/2")
	v.get("/desk/imports/2").shows(200, "Nobody has resigned.")
}

func TestASlowPageIsShownAsItComes(t *testing.T) {
	h := furnished(t)
	release := make(chan struct{})
	slow := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-release:
		case <-r.Context().Done():
		}
		w.Header().Set("Content-Type", "text/html")
		if r.URL.Path == "/wrong" {
			w.WriteHeader(http.StatusGone)
		}
		_, _ = w.Write([]byte(seatPage))
	}))
	t.Cleanup(slow.Close)
	v := h.as(factcheck.Reporter)
	v.post("/desk/sources/new", "fetch_url", slow.URL+"/right").leads("/desk/imports/1")
	v.post("/desk/sources/new", "fetch_url", slow.URL+"/wrong", "title", "Typed title").leads("/desk/imports/2")
	v.get("/desk/imports/1").shows(200, "Fetching the page…", `<progress`, `<noscript><meta http-equiv="refresh" content="1">`, "Stop and throw away")
	v.get("/desk/sources").shows(200, "being read")
	close(release)
	for _, id := range []int64{1, 2} {
		if _, progress, err := h.room.Import(t.Context(), h.users[factcheck.Reporter].Actor(), id); err == nil && progress.Done != nil {
			<-progress.Done
		}
	}
	v.get("/desk/imports/1").shows(200, "Is this the text?")
	v.get("/desk/imports/2").shows(200, "The source was not added", "status 410", `value="`+slow.URL+`/wrong"`, `value="Typed title"`, `name="instead" value="2"`)
	v.post("/desk/sources/new", "html", seatPage, "instead", "2").leads("/desk/imports/3")
	v.get("/desk/imports/2").shows(404)
}

func TestThePersonWithTwentyDocumentsWaitingIsToldSo(t *testing.T) {
	h := furnished(t)
	v := h.as(factcheck.Reporter)
	by := h.users[factcheck.Reporter].Actor()
	for range 20 {
		if _, err := h.room.BeginImport(t.Context(), by, factcheck.Import{FileName: "a.txt"}, []byte("A\n\nB.")); err != nil {
			t.Fatal(err)
		}
	}
	v.post("/desk/sources/new", "fetch_url", "https://example.org/", "title", "Typed title").
		shows(409, "Twenty documents of yours wait", `value="Typed title"`, `value="https://example.org/"`)
}

// begins fails unless the answer leads to a document on its way in, and waits
// until that has been read.
func (a answer) begins(path string) answer {
	a.t.Helper()
	a.leads(path)
	a.read()
	return a
}

// refused fails unless the form comes back with all the texts: at once, or, on
// a machine that is busy, when the document has been looked at. It is thrown
// away then.
func (a answer) refused(texts ...string) answer {
	a.t.Helper()
	if strings.HasPrefix(a.location, "/desk/imports/") {
		a.read()
		shown := a.v.get(a.location).shows(200, texts...)
		a.v.post(a.location + "/end").leads("/desk/sources")
		return shown
	}
	return a.shows(422, texts...)
}

// read waits until the document that the answer leads to has been read.
func (a answer) read() {
	a.t.Helper()
	id, err := strconv.ParseInt(strings.TrimPrefix(a.location, "/desk/imports/"), 10, 64)
	if err != nil {
		a.t.Fatalf("the answer leads to %q", a.location)
	}
	for _, user := range a.v.h.users {
		_, progress, err := a.v.h.room.Import(a.t.Context(), user.Actor(), id)
		if err == nil && progress.Done != nil {
			<-progress.Done
		}
	}
}
