// Package picture makes the copy of a picture that readers are shown: drawn
// anew from its pixels, so that nothing is left of what a camera, a phone or an
// editor wrote into the file (place, time, owner, a preview of what was cut
// away), and no wider than a page needs.
package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/webp"

	"claimdesk/internal/factcheck"
)

// MaxPixels is the largest picture that is read; one with 16 bits a channel
// counts twice. It bounds the memory that a small file can ask for.
const MaxPixels = 40_000_000

// MaxWidth is the width of the widest copy, in pixels.
const MaxWidth = 2_000

// Copy is a picture for readers; width and height are in pixels.
type Copy struct {
	MediaType     string
	Bytes         []byte
	Width, Height int
}

// format is how one kind of picture is read.
type format struct {
	name    string
	size    func(io.Reader) (image.Config, error)
	read    func(io.Reader) (image.Image, error)
	orient  func([]byte) int // as EXIF numbers it, 1 when nothing is said
	largest func([]byte) int // pixels of a part that the header does not speak of
}

var formats = map[string]format{
	"image/png":  {"PNG", png.DecodeConfig, png.Decode, orientPNG, none},
	"image/jpeg": {"JPEG", jpeg.DecodeConfig, jpeg.Decode, orientJPEG, none},
	"image/gif":  {"GIF", gif.DecodeConfig, gif.Decode, upright, none},
	"image/webp": {"WebP", webp.DecodeConfig, webp.Decode, orientWebP, largestWebP},
}

func none([]byte) int    { return 0 }
func upright([]byte) int { return 1 }

// Is tells whether pictures of a media type can be read.
func Is(mediaType string) bool {
	_, known := formats[mediaType]
	return known
}

// Make reads a picture of a media type and makes its copy, the right way up. Of
// one that moves it is the first frame. Colours are taken as sRGB. What is no
// such picture, damaged or too large is an Invalid error about the field
// "file".
func Make(raw []byte, mediaType string) (c Copy, err error) {
	f, known := formats[mediaType]
	if !known {
		return c, factcheck.Wrong("file", "This is no picture that can be shown. Save it as PNG or JPEG.")
	}
	defer func() {
		if p := recover(); p != nil { // the decoders are not ours
			c, err = Copy{}, damaged(f, fmt.Errorf("panic: %v", p))
		}
	}()
	if err := small(f, raw); err != nil {
		return c, err
	}
	img, err := f.read(bytes.NewReader(raw))
	if err != nil {
		return c, damaged(f, err)
	}
	orientation := f.orient(raw)
	return encode(turn(shrink(img, orientation), orientation), mediaType)
}

// small refuses a picture by what its header says, before it is unpacked.
func small(f format, raw []byte) error {
	header, err := f.size(bytes.NewReader(raw))
	if err != nil {
		return damaged(f, err)
	}
	if header.Width <= 0 || header.Height <= 0 {
		return damaged(f, fmt.Errorf("%d by %d pixels", header.Width, header.Height))
	}
	if header.Width > MaxPixels/header.Height/depth(header) || f.largest(raw) > MaxPixels {
		return factcheck.Wrong("file", "The picture has %d × %d pixels; at most %d million fit. Make it smaller, or cut out the part that matters.",
			header.Width, header.Height, MaxPixels/1_000_000)
	}
	return nil
}

// depth is by how much the pixels of a picture count.
func depth(c image.Config) int {
	switch c.ColorModel {
	case color.RGBA64Model, color.NRGBA64Model, color.Gray16Model:
		return 2
	}
	return 1
}

// damaged says that a picture cannot be read, and keeps why for the log.
func damaged(f format, cause error) error {
	e := factcheck.Wrong("file", "This %s picture is damaged or cut off. Open it, save it anew as PNG or JPEG, and send that.", f.name)
	e.Cause = cause
	return e
}
