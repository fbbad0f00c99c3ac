package ingest

import (
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
)

// Text takes a document as it stands. The name of the file may be empty.
// It fails with Invalid about "text": not valid UTF-8, empty, or too long.
func Text(raw []byte, name string) (*factcheck.Document, error) {
	return sent(raw, name, "text", textFormat)
}

// Markdown takes the text of a document in Markdown as a reader sees it,
// without its marks. It fails with Invalid about "text", as Text does.
func Markdown(raw []byte, name string) (*factcheck.Document, error) {
	return sent(raw, name, "text", markdownFormat)
}

// HTML takes the article out of a web page, or all of its body when no article
// stands out. It fails with Invalid about "html", as Text does.
func HTML(raw []byte, name string) (*factcheck.Document, error) {
	return sent(raw, name, "html", htmlFormat)
}

// sent takes what was pasted or sent as text: UTF-8 and nothing else.
func sent(raw []byte, name, field string, f format) (*factcheck.Document, error) {
	in := incoming{raw: raw, name: name, field: field}
	if err := within(len(raw), factcheck.MaxSourceText, field); err != nil {
		return nil, err
	}
	if err := sound(raw, field); err != nil {
		return nil, err
	}
	return in.document(func() (reading, error) { return parse(string(raw), f) })
}

// incoming is a document on its way in.
type incoming struct {
	raw     []byte
	name    string
	field   string // what the bytes were sent as
	charset string // that a server named, or ""
}

// reading is what a format makes of a document: its text before it is
// normalised, in one piece or in blocks, and what it tells of itself.
type reading struct {
	media  string
	text   string
	blocks []block // instead of text, when the format tells them apart
	guess  factcheck.SourceDraft
	lost   []string
}

// block is a paragraph and the page on which it begins ("p. 3", or "").
type block struct{ text, page string }

// mostPassages is how many passages a source has at most: a thick law has ten
// thousand, and each of them is a row that is written and found again.
const mostPassages = 50_000

// document runs the parts that all formats share.
func (in incoming) document(read func() (reading, error)) (doc *factcheck.Document, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			doc, err = nil, broken(in.field, fault)
		}
	}()
	found, err := read()
	if err != nil {
		return nil, unreadable(in.field, err)
	}
	text, passages, err := found.passages()
	if err != nil {
		return nil, unreadable(in.field, err)
	}
	if !legible(text) {
		return nil, factcheck.Wrong(in.field, "There is no text in this. Check that the right document was chosen.")
	}
	if err := within(len(text), factcheck.MaxSourceText, in.field); err != nil {
		return nil, err
	}
	if n := len(passages); n > mostPassages {
		return nil, factcheck.Wrong(in.field, "This has %s paragraphs; at most %s fit. Bring it in in parts.", thousands(n), thousands(mostPassages))
	}
	return &factcheck.Document{
		Original:  in.raw,
		MediaType: found.media,
		FileName:  in.name,
		Text:      text,
		Passages:  passages,
		Guess:     presentable(found.guess),
		Lost:      found.lost,
	}, nil
}

// passages is the normalised text with its passages. What came in blocks is
// normalised block by block, so that it is known where in the text each page
// begins.
func (r reading) passages() (string, []quote.Passage, error) {
	if r.blocks == nil {
		text, err := quote.Normalise([]byte(r.text))
		return text, quote.Passages(text), err
	}
	var out strings.Builder
	var starts []int // of each block, in bytes of the text
	var pages []string
	for _, b := range r.blocks {
		text, err := quote.Normalise([]byte(b.text))
		if err != nil {
			return "", nil, err
		}
		if text == "" {
			continue
		}
		if out.Len() > 0 {
			out.WriteString("\n\n")
		}
		starts, pages = append(starts, out.Len()), append(pages, b.page)
		out.WriteString(text)
	}
	text := out.String()
	passages := quote.Passages(text)
	labelled(text, passages, starts, pages)
	return text, passages, nil
}

// labelled gives each passage the page of the block that it begins in. Starts
// are offsets in bytes, in order.
func labelled(text string, passages []quote.Passage, starts []int, pages []string) {
	next, point, block := 0, 0, -1
	for at := range text {
		for block+1 < len(starts) && starts[block+1] <= at {
			block++
		}
		if next == len(passages) {
			return
		}
		if passages[next].Start == point && block >= 0 {
			passages[next].Label = pages[block]
		}
		if passages[next].Start <= point {
			next++
		}
		point++
	}
}
