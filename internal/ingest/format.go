package ingest

import (
	"bytes"
	"errors"
	"mime"
	"net/url"
	"path"
	"strings"

	"claimdesk/internal/factcheck"
)

// format is how a document is written.
type format int

const (
	textFormat format = iota
	markdownFormat
	htmlFormat
	pdfFormat
	docxFormat
)

// The media types of documents. Text in another character set than UTF-8 has
// its own.
const (
	plainText    = "text/plain; charset=utf-8"
	markdownText = "text/markdown; charset=utf-8"
	htmlText     = "text/html; charset=utf-8"
	pdfMedia     = "application/pdf"
	docxMedia    = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
)

// MaxFile is the most bytes that an original of any kind may have.
const MaxFile = 20 << 20

// largest is the most bytes that an original may have. Text in UTF-16 and
// pages with pictures inside are larger than what is read out of them.
var largest = map[format]int{
	textFormat:     10 << 20,
	markdownFormat: 10 << 20,
	htmlFormat:     10 << 20,
	pdfFormat:      MaxFile,
	docxFormat:     MaxFile,
}

var medias = map[format]string{
	textFormat: plainText, markdownFormat: markdownText, htmlFormat: htmlText, pdfFormat: pdfMedia, docxFormat: docxMedia,
}

var endings = map[string]format{
	".txt": textFormat, ".md": markdownFormat, ".markdown": markdownFormat, ".html": htmlFormat, ".htm": htmlFormat,
	".xhtml": htmlFormat, ".pdf": pdfFormat, ".docx": docxFormat,
}

var mediaFormats = map[string]format{
	"text/plain": textFormat, "text/markdown": markdownFormat, "text/x-markdown": markdownFormat,
	"text/html": htmlFormat, "application/xhtml+xml": htmlFormat, pdfMedia: pdfFormat, docxMedia: docxFormat,
}

// formatOfFile chooses how to read a file. What it begins with counts more
// than its name.
func formatOfFile(raw []byte, name string) (format, error) {
	if name == "" {
		name = "The file"
	}
	if f, foreign := begins(raw); foreign.name != "" {
		return 0, factcheck.Wrong("file", "%s is %s. %s", name, foreign.name, foreign.instead)
	} else if f != 0 {
		return f, nil
	}
	f, known := endings[strings.ToLower(path.Ext(name))]
	switch {
	case f == pdfFormat || f == docxFormat:
		return 0, misnamed(raw, "file", name, f)
	case binary(raw):
		return 0, factcheck.Wrong("file", "%s is not a text file. Use .txt, .md, .html, .pdf or .docx.", name)
	case known:
		return f, nil
	case path.Ext(name) != "" && name != "The file":
		return 0, factcheck.Wrong("file", "%s is not a file that can be read here. Use .txt, .md, .html, .pdf or .docx.", name)
	case markedUp(raw):
		return htmlFormat, nil
	}
	return textFormat, nil
}

// misnamed is the error of bytes that are not what their name says.
func misnamed(raw []byte, field, name string, f format) error {
	kind := "PDF"
	if f == docxFormat {
		kind = "Word document (.docx)"
	}
	if len(raw) == 0 {
		return factcheck.Wrong(field, "%s is empty. Choose the file again, or paste its text.", name)
	}
	return factcheck.Wrong(field, "%s is no %s, although it is called one: it begins with something else. Open it where it came from and save it again.", name, kind)
}

// formatOfDownload chooses how to read what a server sent.
func formatOfDownload(raw []byte, media, name string) (format, error) {
	if f, foreign := begins(raw); foreign.name != "" {
		return 0, factcheck.Wrong("fetch_url", "The address leads to %s. %s", foreign.name, foreign.instead)
	} else if f != 0 {
		return f, nil
	}
	if len(bytes.TrimSpace(raw)) == 0 {
		return 0, factcheck.Wrong("fetch_url", "The address answers with an empty page. Open it in a browser, and paste its text.")
	}
	f, known := mediaFormats[media]
	switch {
	case f == pdfFormat || f == docxFormat:
		return 0, misnamed(raw, "fetch_url", "What the address leads to", f)
	case known && binary(raw), !known && binary(raw):
		return 0, notReadable(media)
	case f == htmlFormat || markedUp(raw):
		return htmlFormat, nil
	case known && endings[strings.ToLower(path.Ext(name))] == markdownFormat:
		return markdownFormat, nil
	case known:
		return f, nil
	case media != "" && media != "application/octet-stream":
		return 0, notReadable(media)
	}
	if f, known := endings[strings.ToLower(path.Ext(name))]; known && f != pdfFormat && f != docxFormat {
		return f, nil
	}
	return 0, notReadable(media)
}

// notReadable is the error of an answer of another type than those that are
// read.
func notReadable(media string) error {
	what := media
	switch main, _, _ := strings.Cut(media, "/"); {
	case main == "image":
		what = "a picture (" + media + ")"
	case main == "video":
		what = "a video (" + media + ")"
	case main == "audio":
		what = "a recording (" + media + ")"
	case media == "" || media == "application/octet-stream":
		what = "a file of an unknown type"
	case strings.HasPrefix(media, "text/") || strings.Contains(media, "html"):
		what = "something else than the text that its type (" + media + ") promises"
	default:
		what = "a file of the type " + media
	}
	return factcheck.Wrong("fetch_url", "The address leads to %s. Web pages, text, PDF and Word documents (.docx) can be read; open it yourself, and paste its text.", what)
}

// typeAndCharset takes a Content-Type apart; both may be empty.
func typeAndCharset(contentType string) (media, charset string) {
	media, params, err := mime.ParseMediaType(contentType)
	if err != nil && !errors.Is(err, mime.ErrInvalidMediaParameter) {
		media, _, _ = strings.Cut(contentType, ";")
		return strings.ToLower(oneLine(media)), ""
	}
	return media, params["charset"]
}

// nameIn is the name of the file at the end of an address, or empty.
func nameIn(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	name := path.Base(u.Path)
	if name == "." || name == "/" {
		return ""
	}
	return fitting(baseName(name), factcheck.MaxName)
}

// baseName is a file's name without its folders, as either kind of system
// writes them, and without what would not show.
func baseName(name string) string {
	return factcheck.FileName(oneLine(strings.ToValidUTF8(name, "\uFFFD")))
}
