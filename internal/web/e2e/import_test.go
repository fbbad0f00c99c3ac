package e2e_test

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/browsertest"
)

const pagesOfReport = 400

// The words of which the report is made: no two pages have the same, as what
// stands on many pages is taken for a header.
var (
	seats = strings.Fields("empty golden broken narrow lonely wooden painted ancient borrowed crooked folding distant velvet marble plastic hollow gilded rusty heavy quiet")
	rooms = strings.Fields("parliament theatre garden kitchen station harbour library chapel museum factory hospital embassy workshop orchard gallery barracks brewery cinema tavern observatory")
)

// report is a PDF of many pages, each with a heading and a sentence. The words of
// the quote stand on page 2.
func report(quote string) []byte {
	objects := []string{"<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
		"<< /Title (Report on empty seats) /Author (Ada Ames) >>"}
	var kids []string
	for page := range pagesOfReport {
		seat, room := seats[page%len(seats)], rooms[page/len(seats)]
		words := fmt.Sprintf("Whoever sat on the %s seat in the %s has left nothing worth quoting.", seat, room)
		if page == 1 {
			words = quote
		}
		marks := fmt.Sprintf("BT /F1 18 Tf 72 700 Td (The %s seat of the %s) Tj ET\nBT /F1 12 Tf 72 %d Td (%s) Tj ET", seat, room, 600-page%7*20, words)
		n := len(objects)
		kids = append(kids, fmt.Sprintf("%d 0 R", n+1))
		objects = append(objects,
			fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>", n+2),
			fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(marks), marks))
	}
	objects[1] = fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", strings.Join(kids, " "), len(kids))
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	var table strings.Builder
	for i, object := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	at := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n",
		len(objects)+1, table.String(), len(objects)+1, at)
	return out.Bytes()
}

// waits is the path of a document that the admin has still to confirm.
func (f *furnished) waits() string {
	f.t.Helper()
	m, err := f.room.BeginImport(f.t.Context(), f.actor("admin"), factcheck.Import{FileName: "seat.html"},
		[]byte("<title>A seat</title><body><h1>A seat</h1><p>It is empty.</p><img src=seat.jpg><table><tr><td>Its number</td><td>12</td></tr></table></body>"))
	f.must(err)
	if _, progress, err := f.room.Import(f.t.Context(), f.actor("admin"), m.ID); err == nil && progress.Done != nil {
		<-progress.Done
	}
	return fmt.Sprintf("/desk/imports/%d", m.ID)
}

// chosen puts a file of these bytes into the form and sends it, which leads to
// a page with a status.
func (p *person) chosen(status int, name string, raw []byte) {
	p.t.Helper()
	path := filepath.Join(p.t.TempDir(), name)
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		p.t.Fatal(err)
	}
	p.visit("/desk/sources/new")
	p.Upload("#file", path)
	p.meet(status, "main form > .actions .button")
}

func TestAPDFIsReadConfirmedAndQuoted(t *testing.T) {
	patientWithPDF(t)
	f, b := furnish(t), browsertest.New(t)
	const quote = "No letter of resignation was sent by anybody."
	p := f.as("reporter", b, browsertest.Options{})
	p.chosen(http.StatusOK, "report.pdf", report(quote))
	p.See(".confirm")
	p.reads("Is this the text?", quote, "And 770 more passages", "Pages with text", "400", "Where it came from", "report.pdf", "p. 2")
	if title, authors := p.Value("#title"), p.Value("#authors"); title != "Report on empty seats" || authors != "Ada Ames" {
		t.Errorf("it is guessed to be %q by %q", title, authors)
	}
	p.fine("confirm")
	p.Fill("#publisher", "The Society of Seats")
	p.follow("#keep .actions .button")
	p.reads("Source added, 800 passages.", "The Society of Seats")
	claim := f.claim("Somebody has sent a letter")
	p.visit(fmt.Sprintf("/desk/claims/%d?source=%d", claim, f.source+1))
	p.SelectText(".passages", quote)
	p.Click(`.choose [data-use="refutes"]`)
	p.hears("Quote attached as evidence 1.")
	p.refuted(quote)
}

// slowly serves a web page once it is released.
func slowly(t *testing.T, raw string) (address string, release func()) {
	t.Helper()
	released := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-released:
		case <-r.Context().Done():
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = io.WriteString(w, raw)
	}))
	t.Cleanup(server.Close)
	return server.URL + "/report", func() { close(released) }
}

func TestAPageThatIsBeingReadShowsHowFarItIs(t *testing.T) {
	for name, o := range map[string]browsertest.Options{"with scripts": {}, "without scripts": {NoJS: true}} {
		t.Run(name, func(t *testing.T) {
			f, b := furnish(t), browsertest.New(t)
			address, release := slowly(t, "<title>A report</title><p>No letter was sent.</p>")
			p := f.as("reporter", b, o)
			p.visit("/desk/sources/new")
			p.Fill("#fetch_url", address)
			p.follow("main form > .actions .button")
			p.reads("Fetching the page…", address, "Stop and throw away")
			if p.Count("[data-reading] progress") != 1 {
				t.Errorf("no bar is shown: %.300s", p.Text("main"))
			}
			p.fine("reading")
			release()
			p.See(".confirm")
			p.reads("Is this the text?", "No letter was sent.", "Fetched from", address)
		})
	}
}

func TestWithoutScriptsAPDFIsReadAllTheSame(t *testing.T) {
	patientWithPDF(t)
	f, b := furnish(t), browsertest.New(t)
	p := f.as("reporter", b, browsertest.Options{NoJS: true})
	p.chosen(http.StatusOK, "report.pdf", report("No letter was sent."))
	p.See(".confirm")
	p.reads("Is this the text?", "No letter was sent.")
	p.follow(`#keep [formaction]`)
	p.reads("Thrown away. Nothing of it was kept.")
	p.chosen(http.StatusUnprocessableEntity, "torn.pdf", []byte("%PDF-1.7\nno more"))
	p.reads("The source was not added")
}

// patientWithPDF leaves a test out under the race detector, where what reads
// PDF takes longer to be set up than a browser is waited for. The readers' own
// tests run there.
func patientWithPDF(t *testing.T) {
	t.Helper()
	if raceDetector {
		t.Skip("setting up what reads PDF takes too long under the race detector")
	}
}
