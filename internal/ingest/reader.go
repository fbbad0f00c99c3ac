package ingest

import (
	"context"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest/docx"
	"claimdesk/internal/ingest/pdf"
)

// longest is how long reading one document may take; pdf.Longest is the same
// for PDF, from when it is its turn.
const longest = 30 * time.Second

// Progress is told how many pages of a document have been read, out of how
// many. Only a PDF has pages to tell of.
type Progress func(done, of int)

// Reader reads documents of every kind. It keeps what reading PDF needs between
// documents, reads one PDF at a time and lets others wait. It may be used by
// several goroutines at once.
type Reader struct{ pdf *pdf.Engine }

// New is a Reader that has not begun anything yet: what PDF needs, which takes
// seconds, is set up with the first one. It must be closed.
func New() *Reader { return &Reader{pdf.New()} }

// Close gives back what the Reader holds; a PDF that comes later is refused.
func (r *Reader) Close() error { return r.pdf.Close() }

// File takes an uploaded file by what it begins with and by the ending of its
// name: .txt, .md, .markdown, .html, .htm, .pdf or .docx; one without an ending
// is taken as a page or as text. Text may be in UTF-8 or UTF-16, a page in what
// it says of itself. Progress may be nil. It fails with Invalid about "file",
// with the error of ctx when that ends, and with Internal when PDF could not
// be set up.
func (r *Reader) File(ctx context.Context, raw []byte, name string, progress Progress) (*factcheck.Document, error) {
	name = baseName(name)
	in := incoming{raw: raw, name: name, field: "file"}
	chosen, err := formatOfFile(raw, name)
	if err != nil {
		return nil, err
	}
	return r.read(ctx, in, chosen, progress)
}

// Download takes what was fetched from an address, by what it begins with,
// then by its Content-Type, then by the ending of the address. Progress may be
// nil. It fails as File does, with Invalid about "fetch_url".
func (r *Reader) Download(ctx context.Context, raw []byte, contentType, address string, progress Progress) (*factcheck.Document, error) {
	media, charset := typeAndCharset(contentType)
	name := nameIn(address)
	in := incoming{raw: raw, name: name, field: "fetch_url", charset: charset}
	chosen, err := formatOfDownload(raw, media, name)
	if err != nil {
		return nil, err
	}
	return r.read(ctx, in, chosen, progress)
}

func (r *Reader) read(ctx context.Context, in incoming, chosen format, progress Progress) (*factcheck.Document, error) {
	if err := within(len(in.raw), largest[chosen], in.field); err != nil {
		return nil, err
	}
	doc, err := in.document(func() (reading, error) {
		switch chosen {
		case pdfFormat:
			return fromPDF(ctx, r.pdf, in.raw, progress)
		case docxFormat:
			limited, cancel := context.WithTimeoutCause(ctx, longest, errSlow)
			defer cancel()
			return fromDOCX(limited, in.raw)
		}
		return in.marked(chosen)
	})
	if err != nil && ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	return doc, err
}

func fromPDF(ctx context.Context, engine *pdf.Engine, raw []byte, progress Progress) (reading, error) {
	found, err := engine.Read(ctx, raw, progress)
	if err != nil {
		return reading{}, err
	}
	r := reading{media: pdfMedia, lost: found.Lost}
	large := ""
	for i, p := range found.Paragraphs {
		r.blocks = append(r.blocks, block{p.Text, p.Page})
		if p.Large && large == "" && i < opening {
			large = p.Text
		}
	}
	r.guess = properties{found.Title, found.Author, "", dayOfPDF(found.Created), found.Language}.guess(r.blocks, large)
	return r, nil
}

func fromDOCX(ctx context.Context, raw []byte) (reading, error) {
	found, err := docx.Read(ctx, raw)
	if err != nil {
		return reading{}, err
	}
	r := reading{media: docxMedia, lost: found.Lost}
	for _, b := range found.Blocks {
		r.blocks = append(r.blocks, block{b.Text, b.Page})
	}
	r.guess = properties{found.Title, found.Author, found.Publisher, dayOf(found.Created), found.Language}.guess(r.blocks, "")
	return r, nil
}
