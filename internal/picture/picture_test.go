package picture

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
)

// corners is a picture whose four corners have colours of their own: red,
// green, blue, white from the upper left, line by line.
func corners(width, height int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			img.SetNRGBA(x, y, [4]color.NRGBA{{255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 255}, {255, 255, 255, 255}}[y*2/height*2+x*2/width])
		}
	}
	return img
}

// cornersOf names the corners of a copy, line by line.
func cornersOf(t *testing.T, c Copy) string {
	t.Helper()
	img, _, err := image.Decode(bytes.NewReader(c.Bytes))
	if err != nil {
		t.Fatal(err)
	}
	b := img.Bounds()
	if b.Dx() != c.Width || b.Dy() != c.Height {
		t.Errorf("the copy has %v, and says %d by %d", b, c.Width, c.Height)
	}
	names := ""
	for _, p := range []image.Point{{1, 1}, {b.Dx() - 2, 1}, {1, b.Dy() - 2}, {b.Dx() - 2, b.Dy() - 2}} {
		r, g, bl, _ := img.At(b.Min.X+p.X, b.Min.Y+p.Y).RGBA()
		switch {
		case r > 0x8000 && g > 0x8000 && bl > 0x8000:
			names += "w"
		case r > 0x8000:
			names += "r"
		case g > 0x8000:
			names += "g"
		default:
			names += "b"
		}
	}
	return names
}

func asPNG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func asJPEG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// exif is a block with an orientation, and with words that are nobody's
// business.
func exif(order binary.AppendByteOrder, orientation int) []byte {
	block := []byte("MM\x00\x2A")
	if order.String() == binary.LittleEndian.String() {
		block = []byte("II\x2A\x00")
	}
	block = order.AppendUint32(block, 8)
	block = order.AppendUint16(block, 2)
	block = append(order.AppendUint32(order.AppendUint16(order.AppendUint16(block, 0x010F), 2), 11), 38, 0, 0, 0)
	block = order.AppendUint32(order.AppendUint16(order.AppendUint16(block, orientationTag), 3), 1)
	block = append(order.AppendUint16(block, uint16(orientation)), 0, 0)
	return append(block, "SecretPlace Yerevan 40.1811N 44.5136E"...)
}

// photographed is a JPEG as a camera writes it: with EXIF, XMP and a comment.
func photographed(t testing.TB, img image.Image, orientation int) []byte {
	t.Helper()
	raw := asJPEG(t, img)
	out := append([]byte{}, raw[:2]...)
	for _, part := range []struct {
		marker byte
		words  string
	}{{0xE1, exifHead + string(exif(binary.BigEndian, orientation))}, {0xE1, "http://ns.adobe.com/xap/1.0/\x00<x>SecretPlace</x>"}, {0xFE, "SecretPlace"}} {
		out = append(out, 0xFF, part.marker)
		out = binary.BigEndian.AppendUint16(out, uint16(len(part.words)+2))
		out = append(out, part.words...)
	}
	return append(out, raw[2:]...)
}

func TestTheCopyKeepsNothingOfWhatTheCameraWrote(t *testing.T) {
	raw := photographed(t, corners(40, 20), 1)
	if !bytes.Contains(raw, []byte("SecretPlace")) {
		t.Fatal("the test's own picture has nothing to lose")
	}
	c, err := Make(raw, "image/jpeg")
	if err != nil {
		t.Fatal(err)
	}
	for _, trace := range []string{"SecretPlace", "Exif", "adobe", "xap", "MM\x00*"} {
		if bytes.Contains(c.Bytes, []byte(trace)) {
			t.Errorf("the copy still holds %q", trace)
		}
	}
	if c.MediaType != "image/jpeg" || c.Width != 40 || c.Height != 20 || cornersOf(t, c) != "rgbw" {
		t.Errorf("%s, %d by %d, %s", c.MediaType, c.Width, c.Height, cornersOf(t, c))
	}
}

func TestTheCopyStandsTheRightWayUp(t *testing.T) {
	for orientation, want := range map[int]string{0: "rgbw", 1: "rgbw", 2: "grwb", 3: "wbgr", 4: "bwrg", 5: "rbgw", 6: "brwg", 7: "wgbr", 8: "gwrb", 9: "rgbw"} {
		c, err := Make(photographed(t, corners(40, 20), orientation), "image/jpeg")
		if err != nil {
			t.Fatal(err)
		}
		if got := cornersOf(t, c); got != want {
			t.Errorf("orientation %d: corners %s, want %s", orientation, got, want)
		}
		if lying := orientation >= 5 && orientation <= 8; lying != (c.Height > c.Width) {
			t.Errorf("orientation %d: %d by %d", orientation, c.Width, c.Height)
		}
	}
}

// chunk is a chunk of a PNG.
func chunk(name string, content []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(content)))
	out = append(append(out, name...), content...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

func TestAPNGIsTurnedAndClearedAsWell(t *testing.T) {
	raw := asPNG(t, corners(40, 20))
	const header = 8 + 25
	withEXIF := append(append(append([]byte{}, raw[:header]...), chunk("eXIf", exif(binary.LittleEndian, 6))...), chunk("tEXt", []byte("Author\x00SecretPlace"))...)
	c, err := Make(append(withEXIF, raw[header:]...), "image/png")
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(c.Bytes, []byte("SecretPlace")) || c.MediaType != "image/png" || cornersOf(t, c) != "brwg" {
		t.Errorf("%s, %s", c.MediaType, cornersOf(t, c))
	}
}

func TestAWidePictureIsMadeSmaller(t *testing.T) {
	for _, orientation := range []int{1, 6} {
		c, err := Make(photographed(t, corners(3000, 2500), orientation), "image/jpeg")
		if err != nil {
			t.Fatal(err)
		}
		if c.Width != MaxWidth || orientation == 1 && c.Height != 1666 || orientation == 6 && c.Height != 2400 {
			t.Errorf("orientation %d: %d by %d", orientation, c.Width, c.Height)
		}
	}
	c, err := Make(asPNG(t, corners(200, 3000)), "image/png")
	if err != nil || c.Width != 200 || c.Height != 3000 {
		t.Errorf("a narrow one: %d by %d, %v", c.Width, c.Height, err)
	}
}

func TestTransparencyIsKept(t *testing.T) {
	img := corners(40, 20)
	img.SetNRGBA(20, 10, color.NRGBA{})
	c, err := Make(asPNG(t, img), "image/png")
	if err != nil {
		t.Fatal(err)
	}
	back, err := png.Decode(bytes.NewReader(c.Bytes))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, _, a := back.At(20, 10).RGBA(); a != 0 {
		t.Errorf("the hole has alpha %d", a)
	}
}

func TestOfAMovingPictureTheFirstFrameIsShown(t *testing.T) {
	frame := func(c color.Color) *image.Paletted {
		return &image.Paletted{Pix: make([]byte, 8*8), Stride: 8, Rect: image.Rect(0, 0, 8, 8), Palette: color.Palette{c, color.Black}}
	}
	g := &gif.GIF{}
	for i := range 300 {
		g.Image, g.Delay = append(g.Image, frame(color.RGBA{255, byte(min(i, 1)) * 255, 0, 255})), append(g.Delay, 1)
	}
	var out bytes.Buffer
	if err := gif.EncodeAll(&out, g); err != nil {
		t.Fatal(err)
	}
	c, err := Make(out.Bytes(), "image/gif")
	if err != nil || cornersOf(t, c) != "rrrr" || c.MediaType != "image/png" {
		t.Errorf("%s, %v", c.MediaType, err)
	}
}

// announcing is a PNG that says that it is this large, and holds nothing.
func announcing(width, height uint32, depth byte) []byte {
	header := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, width), height)
	return append([]byte("\x89PNG\r\n\x1a\n"), chunk("IHDR", append(header, depth, 2, 0, 0, 0))...)
}

// webp is a file that announces a canvas and holds the head of a frame.
func webpOf(canvas, frame int) []byte {
	size := func(n int) []byte { return []byte{byte(n - 1), byte((n - 1) >> 8), byte((n - 1) >> 16)} }
	extended := append(append([]byte{0, 0, 0, 0}, size(canvas)...), size(canvas)...)
	key := binary.LittleEndian.AppendUint16([]byte{0x10, 0, 0, 0x9D, 0x01, 0x2A}, uint16(frame))
	key = binary.LittleEndian.AppendUint16(key, uint16(frame))
	body := []byte("WEBPVP8X")
	body = append(binary.LittleEndian.AppendUint32(body, uint32(len(extended))), extended...)
	body = append(binary.LittleEndian.AppendUint32(append(body, "VP8 "...), uint32(len(key)+4)), key...)
	return append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(body)+4)), body...)
}

func TestWhatCannotBeShownIsRefusedByName(t *testing.T) {
	whole := asPNG(t, corners(400, 300))
	photo := asJPEG(t, corners(400, 300))
	for name, c := range map[string]struct {
		raw       []byte
		mediaType string
		says      string
	}{
		"a bomb":                       {announcing(50_000, 50_000, 8), "image/png", "50000 × 50000 pixels"},
		"a tall bomb":                  {announcing(1, 1<<31-1, 8), "image/png", "40 million"},
		"a deep one":                   {announcing(6_000, 6_000, 16), "image/png", "40 million"},
		"no width":                     {announcing(0, 10, 8), "image/png", "damaged"},
		"a large frame, small canvas":  {webpOf(10, 16_383), "image/webp", "40 million"},
		"a WebP that is cut off":       {webpOf(10, 10), "image/webp", "damaged"},
		"a PNG that is cut off":        {whole[:len(whole)/2], "image/png", "PNG picture is damaged or cut off"},
		"a JPEG that is cut off":       {photo[:len(photo)/2], "image/jpeg", "JPEG picture is damaged or cut off"},
		"a header alone":               {whole[:33], "image/png", "damaged"},
		"nothing":                      {nil, "image/gif", "damaged"},
		"a picture of another kind":    {photo, "image/png", "damaged"},
		"what is no picture":           {[]byte("<svg/>"), "image/svg+xml", "no picture"},
		"a picture that is not shown ": {whole, "image/heic", "no picture"},
	} {
		_, err := Make(c.raw, c.mediaType)
		e := factcheck.As(err)
		if e == nil || e.Kind != factcheck.Invalid || e.Fields[0].Field != "file" || !strings.Contains(e.Fields[0].Message, c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAHeavyDrawingBecomesAPhotograph(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 1200, 1200))
	noise := uint32(1)
	for i := range img.Pix {
		noise = noise*1664525 + 1013904223
		if img.Pix[i] = byte(noise >> 24); i%4 == 3 {
			img.Pix[i] = 255
		}
	}
	c, err := Make(asPNG(t, img), "image/png")
	if err != nil || c.MediaType != "image/jpeg" || len(c.Bytes) > 3_000_000 {
		t.Errorf("%s with %d bytes, %v", c.MediaType, len(c.Bytes), err)
	}
}

func FuzzMake(f *testing.F) {
	small := corners(6, 4)
	f.Add(asPNG(f, small))
	f.Add(photographed(f, small, 6))
	f.Add(webpOf(6, 4))
	f.Add(announcing(50_000, 50_000, 8))
	f.Add([]byte("GIF89a\x02\x00\x02\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00,\x00\x00\x00\x00\x02\x00\x02\x00\x00\x02\x03D\x02\x05\x00;"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		for mediaType, kind := range formats {
			if header, err := kind.size(bytes.NewReader(raw)); err != nil || header.Width > 2_000 || header.Height > 2_000 || kind.largest(raw) > 4_000_000 {
				continue // what is large is slow, not wrong
			}
			c, err := Make(raw, mediaType)
			if err != nil {
				if factcheck.KindOf(err) != factcheck.Invalid {
					t.Fatalf("%s: %v", mediaType, err)
				}
				continue
			}
			if back, _, err := image.DecodeConfig(bytes.NewReader(c.Bytes)); err != nil || back.Width != c.Width || back.Height != c.Height || c.Width > MaxWidth {
				t.Fatalf("%s: the copy has %d by %d, %v", mediaType, c.Width, c.Height, err)
			}
		}
	})
}
