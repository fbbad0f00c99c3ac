package ingest

import (
	"bytes"
	"strings"

	"claimdesk/internal/ingest/docx"
)

// foreign is a kind of file that is not read here, and what to do instead.
type foreign struct{ name, instead string }

const (
	describe = "Read it, and paste or upload its text; a picture or recording can be an exhibit."
	saveAs   = "Open it, save it as .docx or PDF, and bring that in."
	unpack   = "Unpack it, and bring in the documents one by one."
)

// signatures are what files begin with that are not text.
var signatures = []struct {
	begin string
	is    foreign
}{
	{"\x89PNG\r\n\x1a\n", foreign{"a picture (PNG)", describe}},
	{"\xFF\xD8\xFF", foreign{"a picture (JPEG)", describe}},
	{"GIF8", foreign{"a picture (GIF)", describe}},
	{"II*\x00", foreign{"a picture (TIFF)", describe}},
	{"MM\x00*", foreign{"a picture (TIFF)", describe}},
	{"ID3", foreign{"a recording (MP3)", describe}},
	{"OggS", foreign{"a recording (Ogg)", describe}},
	{"fLaC", foreign{"a recording (FLAC)", describe}},
	{"\x1A\x45\xDF\xA3", foreign{"a video (Matroska or WebM)", describe}},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", foreign{"a document of an older Office (.doc, .xls or .ppt), or one with a password", "Open it, save it as .docx without a password, and bring that in."}},
	{"{\\rtf", foreign{"a Rich Text document (.rtf)", saveAs}},
	{"\x1F\x8B", foreign{"a packed file (gzip)", unpack}},
	{"7z\xBC\xAF\x27\x1C", foreign{"a packed file (7z)", unpack}},
	{"Rar!", foreign{"a packed file (RAR)", unpack}},
	{"BZh", foreign{"a packed file (bzip2)", unpack}},
	{"%!PS", foreign{"a PostScript file", "Make a PDF of it, and bring that in."}},
	{"SQLite format 3\x00", foreign{"a database", "Export what matters as text, and bring that in."}},
}

// insides tell by a file in it what a zip holds.
var insides = []struct {
	begin string
	is    foreign
}{
	{"xl/", foreign{"a spreadsheet (.xlsx)", "Save the sheet that matters as PDF or as text, and bring that in."}},
	{"ppt/", foreign{"a presentation (.pptx)", "Save it as PDF, and bring that in."}},
	{"META-INF/container.xml", foreign{"an e-book (.epub)", "Make a PDF of it, or paste the text that matters."}},
	{"content.xml", foreign{"an OpenDocument file (.odt, .ods or .odp)", saveAs}},
}

// begins tells what a file is by its first bytes: PDF, DOCX, something that is
// not read here, or none of these (then both are zero).
func begins(raw []byte) (format, foreign) {
	head := raw[:min(len(raw), 1024)]
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06")) {
		return packed(raw)
	}
	// PDF readers look for the mark within the first kilobyte; a text may well
	// speak of it, and does not have it at the start of a line with a version.
	if at := bytes.Index(head, []byte("%PDF-")); at == 0 || at > 0 && !printable(head[:at]) {
		return pdfFormat, foreign{}
	}
	for _, s := range signatures {
		if bytes.HasPrefix(head, []byte(s.begin)) {
			return 0, s.is
		}
	}
	switch {
	case len(head) > 12 && string(head[:4]) == "RIFF" && string(head[8:12]) == "WEBP":
		return 0, foreign{"a picture (WebP)", describe}
	case len(head) > 12 && string(head[:4]) == "RIFF":
		return 0, foreign{"a recording or video (RIFF)", describe}
	case len(head) > 12 && string(head[4:8]) == "ftyp":
		return 0, foreign{"a video, recording or picture (MP4 family)", describe}
	}
	return 0, foreign{}
}

// packed tells what a zip is.
func packed(raw []byte) (format, foreign) {
	if docx.Is(raw) {
		return docxFormat, foreign{}
	}
	for _, name := range docx.Names(raw) {
		for _, s := range insides {
			if strings.HasPrefix(name, s.begin) {
				return 0, s.is
			}
		}
	}
	return 0, foreign{"a packed file (zip)", unpack}
}

func printable(head []byte) bool {
	for _, c := range head {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' {
			return false
		}
	}
	return true
}

// sniffed is how many bytes at the start tell what a file is.
const sniffed = 8_000

// binary tells whether a file is something else than text: it has zero bytes,
// and is not UTF-16 either.
func binary(raw []byte) bool {
	head := raw[:min(len(raw), sniffed)]
	return bytes.IndexByte(head, 0) >= 0 && wide(raw) == nil
}

// markedUp tells whether a document is a web page.
func markedUp(raw []byte) bool {
	head := raw[:min(len(raw), sniffed)]
	if as := wide(raw); as != nil {
		head, _ = as.NewDecoder().Bytes(head[:len(head)&^1])
	}
	head = bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\uFEFF"))))
	if bytes.HasPrefix(head, []byte("<?xml")) {
		return bytes.Contains(head, []byte("<html"))
	}
	return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html")) || bytes.HasPrefix(head, []byte("<head"))
}
