package ingest

import (
	"bytes"
	"path"
	"strings"

	"claimdesk/internal/factcheck"
)

// File takes an uploaded file by the ending of its name: .txt, .md, .markdown,
// .html or .htm; without an ending, by what it begins with. It fails with
// Invalid about "file" when the file is of another kind or is not text.
func File(raw []byte, name string) (*factcheck.Document, error) {
	name = baseName(name)
	if binary(raw) && !wide(raw) {
		return nil, notText(name)
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown":
		return read(raw, name, "file", markdownText, fromMarkdown)
	case ".html", ".htm":
		return read(raw, name, "file", htmlText, fromHTML)
	case ".txt":
		return read(raw, name, "file", plainText, fromText)
	case "":
		if markedUp(raw) {
			return read(raw, name, "file", htmlText, fromHTML)
		}
		return read(raw, name, "file", plainText, fromText)
	}
	return nil, notText(name)
}

func notText(name string) error {
	if name == "" {
		name = "The file"
	}
	return factcheck.Wrong("file", "%s is not a text file; use .txt, .md or .html.", name)
}

// baseName is a file's name without its folders, as either kind of system
// writes them, and without what would not show.
func baseName(name string) string {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	return oneLine(strings.ToValidUTF8(name, "\uFFFD"))
}

// sniffed is how many bytes at the start tell what a file is.
const sniffed = 8_000

// signatures are what files that are not text begin with.
var signatures = []string{"%PDF-", "PK\x03\x04", "\x89PNG", "\xFF\xD8\xFF", "GIF8", "\x1F\x8B", "{\\rtf", "\xD0\xCF\x11\xE0"}

// binary tells whether a file is something else than text.
func binary(raw []byte) bool {
	head := raw[:min(len(raw), sniffed)]
	for _, s := range signatures {
		if bytes.HasPrefix(head, []byte(s)) {
			return true
		}
	}
	return bytes.IndexByte(head, 0) >= 0
}

// markedUp tells whether a file without an ending is a web page.
func markedUp(raw []byte) bool {
	head := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(raw[:min(len(raw), sniffed)], []byte("\uFEFF"))))
	return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html"))
}
