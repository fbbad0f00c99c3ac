package ingest

import (
	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
)

// The media types of documents.
const (
	plainText    = "text/plain; charset=utf-8"
	markdownText = "text/markdown; charset=utf-8"
	htmlText     = "text/html; charset=utf-8"
)

// Text takes a document as it stands. The name of the file may be empty.
// It fails with Invalid about "text": not valid UTF-8, empty, or too long.
func Text(raw []byte, name string) (*factcheck.Document, error) {
	return read(raw, name, "text", plainText, fromText)
}

// Markdown takes the text of a document in Markdown as a reader sees it,
// without its marks. It fails with Invalid about "text", as Text does.
func Markdown(raw []byte, name string) (*factcheck.Document, error) {
	return read(raw, name, "text", markdownText, fromMarkdown)
}

// HTML takes the article out of a web page, or all of its body when no article
// stands out. It fails with Invalid about "html", as Text does.
func HTML(raw []byte, name string) (*factcheck.Document, error) {
	return read(raw, name, "html", htmlText, fromHTML)
}

// reading is what a format makes of valid UTF-8: the text before it is
// normalised, and what it tells of itself.
type reading struct {
	text  string
	guess factcheck.SourceDraft
}

// read runs the parts that all formats share. Field names what the bytes were
// sent as.
func read(raw []byte, name, field, media string, format func(string) (reading, error)) (doc *factcheck.Document, err error) {
	if err := sound(raw, field); err != nil {
		return nil, err
	}
	defer func() {
		if fault := recover(); fault != nil {
			doc, err = nil, broken(field, fault)
		}
	}()
	found, err := format(string(raw))
	if err != nil {
		return nil, unreadable(field, err)
	}
	text, err := quote.Normalise([]byte(found.text))
	if err != nil {
		return nil, unreadable(field, err)
	}
	if !legible(text) {
		return nil, factcheck.Wrong(field, "There is no text in this. Check that the right document was chosen.")
	}
	if err := within(len(text), field); err != nil {
		return nil, err
	}
	return &factcheck.Document{
		Original:  raw,
		MediaType: media,
		FileName:  name,
		Text:      text,
		Passages:  quote.Passages(text),
		Guess:     presentable(found.guess),
	}, nil
}
