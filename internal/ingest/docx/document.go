package docx

import "errors"

// What is unpacked at most, in bytes: of the text with all its parts, and of
// any one part. Pictures and what else a document holds are not unpacked.
const (
	MaxUnpacked = 50 << 20
	maxEntries  = 10_000
	maxDepth    = 256
)

// What is wrong with a document that cannot be read.
var (
	ErrNotDOCX  = errors.New("not a Word document")
	ErrBroken   = errors.New("the Word document is broken")
	ErrTooLarge = errors.New("the Word document unpacks to too much")
	ErrTooDeep  = errors.New("the Word document is nested too deeply")
)

// Document is what was read out of a DOCX.
type Document struct {
	Blocks    []Block
	Title     string // of the metadata, or empty
	Author    string
	Publisher string // the company
	Created   string // W3CDTF, or empty
	Language  string // BCP 47, or empty
	Lost      []string
}

// Block is a paragraph, an item or a table, and the page on which it begins
// ("p. 3") where Word has left marks of its last layout; else empty. A table
// is one block with a line for each row and tabs between its cells.
type Block struct{ Text, Page string }
