package ui

import (
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"

	"github.com/a-h/templ"
)

// fileKinds are the words for types of files.
var fileKinds = map[string]string{
	"image/png": "picture (PNG)", "image/jpeg": "picture (JPEG)", "image/gif": "picture (GIF)", "image/webp": "picture (WebP)",
	"application/pdf": "PDF", "text/csv": "table (CSV)", "text/tab-separated-values": "table (TSV)", "text/plain": "plain text",
	"text/html": "web page (HTML)", "text/markdown": "Markdown text",
	"audio/mpeg": "recording (MP3)", "audio/wav": "recording (WAV)", "audio/ogg": "recording (Ogg)", "audio/flac": "recording (FLAC)", "audio/mp4": "recording (M4A)",
	"video/mp4": "video (MP4)", "video/quicktime": "video (MOV)", "video/webm": "video (WebM)", "video/3gpp": "video (3GP)",
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document": "document (DOCX)",
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":       "spreadsheet (XLSX)",
	"application/vnd.oasis.opendocument.text":                                 "document (ODT)",
	"application/vnd.oasis.opendocument.spreadsheet":                          "spreadsheet (ODS)",
}

// FileText says what a file is, and how large: "PDF, 1.2 MB".
func FileText(f factcheck.File) string {
	bare, _, _ := strings.Cut(f.MediaType, ";")
	kind := fileKinds[bare]
	if kind == "" {
		kind = "file"
	}
	return kind + ", " + factcheck.SizeText(f.Size)
}

// Measures reserve the place of a picture, at most this many pixels high, so
// that nothing moves once it has come.
func Measures(f factcheck.File, most int) templ.Attributes {
	width, height := f.Shown(most)
	return templ.Attributes{"width": strconv.Itoa(width), "height": strconv.Itoa(height)}
}
