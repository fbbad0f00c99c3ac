package pdf

import "errors"

// MaxPages is the most pages that a document may have.
const MaxPages = 1_000

// What is wrong with a document that cannot be read; ErrEngine is no fault of
// the document.
var (
	ErrEncrypted    = errors.New("the PDF needs a password")
	ErrNoText       = errors.New("the PDF has no text")
	ErrEmpty        = errors.New("the PDF has no pages")
	ErrTruncated    = errors.New("the PDF breaks off")
	ErrBroken       = errors.New("the PDF is broken")
	ErrTooManyPages = errors.New("the PDF has too many pages")
	ErrSlow         = errors.New("reading the PDF took too long")
	ErrEngine       = errors.New("the PDF engine could not be set up")
)

// Document is what was read out of a PDF.
type Document struct {
	Paragraphs []Paragraph
	Title      string // of the metadata, or empty
	Author     string
	Created    string // as the metadata have it: D:20230914…, or empty
	Language   string // BCP 47, or empty
	Lost       []string
}

// Paragraph is a block of text and the page on which it begins: "p. 3", by the
// document's own page labels. A table is one block with a line for each row
// and tabs between its cells; any other has no line ends.
type Paragraph struct {
	Text, Page string
	Large      bool // set clearly larger than most of the document
}
