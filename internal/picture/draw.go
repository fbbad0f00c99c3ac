package picture

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"
)

// shrink makes a picture at most MaxWidth wide once it is turned the right way
// up.
func shrink(img image.Image, orientation int) image.Image {
	width, height := img.Bounds().Dx(), img.Bounds().Dy()
	shown := width
	if flips[orientation].lying {
		shown = height
	}
	if shown <= MaxWidth {
		return img
	}
	small := image.NewRGBA(image.Rect(0, 0, max(1, width*MaxWidth/shown), max(1, height*MaxWidth/shown)))
	draw.BiLinear.Scale(small, small.Bounds(), img, img.Bounds(), draw.Src, nil)
	return small
}

// flips says for each orientation of EXIF 2.3 how a picture is turned the right
// way up: whether width and height change places (it lies on its side), and
// which way the stored picture is then read backwards.
var flips = [9]struct{ lying, across, down bool }{
	2: {across: true},
	3: {across: true, down: true},
	4: {down: true},
	5: {lying: true},
	6: {lying: true, down: true},
	7: {lying: true, across: true, down: true},
	8: {lying: true, across: true},
}

// turn puts a picture the right way up.
func turn(img image.Image, orientation int) image.Image {
	flip := flips[orientation]
	if orientation == 1 {
		return img
	}
	from := image.NewRGBA(image.Rect(0, 0, img.Bounds().Dx(), img.Bounds().Dy()))
	draw.Draw(from, from.Bounds(), img, img.Bounds().Min, draw.Src)
	width, height := from.Bounds().Dx(), from.Bounds().Dy()
	right, bottom := width-1, height-1
	if flip.lying {
		width, height = height, width
	}
	to := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			fromX, fromY := x, y
			if flip.lying {
				fromX, fromY = y, x
			}
			if flip.across {
				fromX = right - fromX
			}
			if flip.down {
				fromY = bottom - fromY
			}
			copy(to.Pix[to.PixOffset(x, y):][:4], from.Pix[from.PixOffset(fromX, fromY):])
		}
	}
	return to
}

// Above this many bytes a picture without transparent parts is tried as JPEG,
// whatever it came as.
const heavy = 1_500_000

// How good a JPEG is, of 100.
const quality = 88

// encode writes the copy: as JPEG what came as a photograph, as PNG what may be
// a drawing or a screenshot, unless that is heavy.
func encode(img image.Image, mediaType string) (Copy, error) {
	c := Copy{Width: img.Bounds().Dx(), Height: img.Bounds().Dy()}
	opaque := false
	if o, ok := img.(interface{ Opaque() bool }); ok {
		opaque = o.Opaque()
	}
	var out bytes.Buffer
	if opaque && (mediaType == "image/jpeg" || mediaType == "image/webp") {
		err := jpeg.Encode(&out, img, &jpeg.Options{Quality: quality})
		c.MediaType, c.Bytes = "image/jpeg", out.Bytes()
		return c, err
	}
	if err := png.Encode(&out, img); err != nil {
		return c, err
	}
	c.MediaType, c.Bytes = "image/png", out.Bytes()
	if opaque && out.Len() > heavy {
		var lighter bytes.Buffer
		if err := jpeg.Encode(&lighter, img, &jpeg.Options{Quality: quality}); err == nil && lighter.Len() < out.Len() {
			c.MediaType, c.Bytes = "image/jpeg", lighter.Bytes()
		}
	}
	return c, nil
}
