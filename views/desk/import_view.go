package desk

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/views/ui"

	"github.com/a-h/templ"
)

// How many passages of an import are shown at first, and at most.
const (
	passagesFirst = 30
	passagesMost  = 1_000
)

// ImportReadingView is a document while it is being read.
type ImportReadingView struct {
	Frame     ui.DeskFrame
	Import    factcheck.Import
	Fetched   bool // or never had to be
	Pages, Of int  // how many pages are done out of how many; 0 while that is not known
}

// state is what is being done, in words.
func (v ImportReadingView) state() string {
	switch {
	case v.Of > 0:
		return fmt.Sprintf("Reading the PDF, page %d of %d", v.Pages, v.Of)
	case v.Fetched:
		return "Reading the document…"
	}
	return "Fetching the page…"
}

// extent are the attributes of the bar: none while it is not known how far the
// reading is.
func (v ImportReadingView) extent() templ.Attributes {
	if v.Of == 0 {
		return nil
	}
	return templ.Attributes{"value": strconv.Itoa(v.Pages), "max": strconv.Itoa(v.Of)}
}

// ImportConfirmView is a document that was read, before it is kept.
type ImportConfirmView struct {
	Frame   ui.DeskFrame
	Import  factcheck.Import
	Fields  SourceFields // of a new source
	SHA256  string       // of the original bytes
	Size    int          // in bytes
	Same    []factcheck.Source
	Present *factcheck.Source // that it is to be a new copy of; nil for a new source
}

func (v ImportConfirmView) language() string {
	if v.Present != nil {
		return v.Present.Language
	}
	return v.Import.Draft.Language
}

func (v ImportConfirmView) first() []quote.Passage {
	all := v.Import.Document.Passages
	return all[:min(passagesFirst, len(all))]
}

// rest are the passages that are shown when they are asked for.
func (v ImportConfirmView) rest() []quote.Passage {
	all := v.Import.Document.Passages
	return all[min(passagesFirst, len(all)):min(passagesMost, len(all))]
}

// beyond is how many passages are not on the page.
func (v ImportConfirmView) beyond() int { return max(0, len(v.Import.Document.Passages)-passagesMost) }

// more is the line that opens the rest.
func (v ImportConfirmView) more() string {
	return "And " + factcheck.Plural(len(v.Import.Document.Passages)-passagesFirst, "more passage", "more passages")
}

// unchanged tells whether it has brought nothing new.
func (v ImportConfirmView) unchanged() bool {
	return v.Present != nil && v.Present.Snapshot.SHA256 == v.SHA256 && v.Present.Snapshot.TextSHA256 == factcheck.HashOf([]byte(v.Import.Document.Text))
}

// words is how many words the text has, as they stand between blanks.
func (v ImportConfirmView) words() int { return len(strings.Fields(v.Import.Document.Text)) }

// pages is on how many pages there is text; 0 when the document has none.
func (v ImportConfirmView) pages() int {
	seen := map[string]bool{}
	for _, p := range v.Import.Document.Passages {
		if p.Label != "" {
			seen[p.Label] = true
		}
	}
	return len(seen)
}

// length is how long the text is, in code points.
func (v ImportConfirmView) length() int { return utf8.RuneCountInString(v.Import.Document.Text) }

// size is how long the text is, in words.
func (v ImportConfirmView) size() string {
	return factcheck.Plural(v.words(), "word", "words") + ", " + factcheck.Plural(v.length(), "character", "characters")
}

// origin is how the document came, and from where.
func (v ImportConfirmView) origin() (how, from string) {
	switch v.Import.Field() {
	case "fetch_url":
		return "Fetched from", v.Import.Address
	case "file":
		return "File", v.Import.FileName
	}
	return "Came as", "pasted HTML"
}

func (v ImportConfirmView) how() string {
	how, _ := v.origin()
	return how
}

func (v ImportConfirmView) from() string {
	_, from := v.origin()
	return from
}

// redirects are the addresses on the way, without the first and the last.
func (v ImportConfirmView) redirects() []string {
	r := v.Import.Document.Retrieval
	if r == nil || len(r.Redirects) == 0 {
		return nil
	}
	return r.Redirects[:len(r.Redirects)-1]
}

// final is where the last redirect led, or "".
func (v ImportConfirmView) final() string {
	r := v.Import.Document.Retrieval
	if r == nil || len(r.Redirects) == 0 {
		return ""
	}
	return r.FinalURL
}

func (v ImportConfirmView) came() time.Time { return v.Import.Document.At }

// mediaLabels are the types of documents as a person calls them.
var mediaLabels = []struct{ media, label string }{
	{"application/pdf", "PDF"},
	{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word document"},
	{"text/html", "Web page"},
	{"text/markdown", "Markdown"},
	{"text/plain", "Text"},
}

// MediaLabel is a media type as a person calls it.
func MediaLabel(media string) string {
	bare, _, _ := strings.Cut(media, ";")
	if i := slices.IndexFunc(mediaLabels, func(m struct{ media, label string }) bool { return m.media == bare }); i >= 0 {
		return mediaLabels[i].label
	}
	return media
}

// sizeLabel is a number of bytes as a person reads it.
func sizeLabel(bytes int) string {
	switch {
	case bytes < 1_000:
		return factcheck.Plural(bytes, "byte", "bytes")
	case bytes < 1_000_000:
		return strconv.Itoa((bytes+500)/1_000) + " kB"
	}
	return strconv.FormatFloat(float64(bytes)/1_000_000, 'f', 1, 64) + " MB"
}

// difference tells how a number has grown or shrunk.
func difference(was, is int) string {
	switch {
	case is > was:
		return factcheck.Plural(is-was, "more", "more")
	case is < was:
		return factcheck.Plural(was-is, "fewer", "fewer")
	}
	return "as many"
}

// WaitingImport is a document in the list of those that wait.
type WaitingImport struct {
	Import factcheck.Import
	Source string // title of the source that it is to be a new copy of, or ""
}

func (w WaitingImport) title() string {
	m := w.Import
	if w.Source != "" {
		return "New copy of " + w.Source
	}
	for _, name := range []string{m.Draft.Title, m.FileName, m.Address} {
		if name != "" {
			return name
		}
	}
	return "Pasted HTML"
}

func (w WaitingImport) state() string {
	return map[factcheck.ImportState]string{factcheck.Reading: "being read", factcheck.ReadyToKeep: "its text waits to be confirmed",
		factcheck.Unreadable: "could not be read"}[w.Import.State]
}

func importPath(id int64) string { return "/desk/imports/" + number(id) }
