package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"golang.org/x/net/html/charset"
)

// Names are the names of what a zip holds; none when it cannot be read.
func Names(raw []byte) []string {
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil
	}
	var names []string
	for _, f := range archive.File {
		names = append(names, f.Name)
	}
	return names
}

// Is tells whether a zip, broken or not, means to be a Word document.
func Is(raw []byte) bool {
	for _, name := range Names(raw) {
		if strings.EqualFold(name, "word/document.xml") {
			return true
		}
	}
	return bytes.Contains(raw[:min(len(raw), 4_096)], []byte("word/")) && Names(raw) == nil
}

// parts are the parts of a document, unpacked as far as they are asked for.
type parts struct {
	ctx   context.Context
	files map[string]*zip.File
	left  int64 // how many bytes may still be unpacked
}

func open(ctx context.Context, raw []byte) (*parts, error) {
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	if len(archive.File) > maxEntries {
		return nil, ErrTooLarge
	}
	p := &parts{ctx: ctx, files: map[string]*zip.File{}, left: MaxUnpacked}
	for _, f := range archive.File {
		name := strings.ToLower(path.Clean(strings.TrimPrefix(f.Name, "/")))
		if _, twice := p.files[name]; twice {
			return nil, fmt.Errorf("%w: %q is there twice", ErrBroken, f.Name)
		}
		p.files[name] = f
	}
	return p, nil
}

func (p *parts) has(name string) bool { return p.files[strings.ToLower(name)] != nil }

// walk reads a part of the document as a stream of XML; a part that there is
// not is read as empty.
func (p *parts) walk(name string, visit func(xml.Token) error) error {
	file := p.files[strings.ToLower(name)]
	if file == nil {
		return nil
	}
	packed, err := file.Open()
	if err != nil {
		return fmt.Errorf("%w: %s: %w", ErrBroken, name, err)
	}
	defer packed.Close()
	decoder := xml.NewDecoder(&counted{packed, p})
	decoder.CharsetReader = charset.NewReaderLabel
	for depth := 0; ; {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return p.fault(name, err)
		}
		switch token.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return ErrTooDeep
			}
		case xml.EndElement:
			depth--
		}
		if err := visit(token); err != nil {
			return err
		}
	}
}

// fault is the error of a part: the end of ctx and too much keep their own.
func (p *parts) fault(name string, err error) error {
	switch {
	case p.ctx.Err() != nil:
		return context.Cause(p.ctx)
	case errors.Is(err, ErrTooLarge):
		return ErrTooLarge
	}
	return fmt.Errorf("%w: %s: %w", ErrBroken, name, err)
}

// counted reads no more than may still be unpacked, whatever the sizes say
// that stand in the archive.
type counted struct {
	from io.Reader
	of   *parts
}

func (c *counted) Read(to []byte) (int, error) {
	if c.of.ctx.Err() != nil {
		return 0, context.Cause(c.of.ctx)
	}
	n, err := c.from.Read(to)
	if c.of.left -= int64(n); c.of.left < 0 {
		return 0, ErrTooLarge
	}
	return n, err
}
