package picture

import (
	"bytes"
	"encoding/binary"
)

// Where EXIF says how a picture is to be turned.
const (
	orientationTag = 0x0112
	exifHead       = "Exif\x00\x00"
)

// oriented is the orientation (1 to 8) that a block of EXIF names; 1 when it
// names none. The block is a TIFF header with its first directory.
func oriented(exif []byte) int {
	exif = bytes.TrimPrefix(exif, []byte(exifHead))
	if len(exif) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.BigEndian
	if exif[0] == 'I' {
		order = binary.LittleEndian
	}
	at := uint64(order.Uint32(exif[4:8]))
	if at+2 > uint64(len(exif)) {
		return 1
	}
	entries := exif[at+2:]
	for range order.Uint16(exif[at : at+2]) {
		if len(entries) < 12 {
			break
		}
		if order.Uint16(entries) == orientationTag {
			if n := int(order.Uint16(entries[8:])); n >= 1 && n <= 8 {
				return n
			}
			return 1
		}
		entries = entries[12:]
	}
	return 1
}

// orientJPEG walks the segments before the picture's data.
func orientJPEG(raw []byte) int {
	for at := 2; at+4 <= len(raw) && raw[at] == 0xFF; {
		marker, length := raw[at+1], int(binary.BigEndian.Uint16(raw[at+2:]))
		if marker == 0xFF { // filling
			at++
			continue
		}
		if marker == 0xDA || length < 2 || at+2+length > len(raw) {
			break
		}
		segment := raw[at+4 : at+2+length]
		if marker == 0xE1 && bytes.HasPrefix(segment, []byte(exifHead)) {
			return oriented(segment)
		}
		at += 2 + length
	}
	return 1
}

// orientPNG walks the chunks.
func orientPNG(raw []byte) int {
	for at := uint64(8); at+12 <= uint64(len(raw)); {
		length := uint64(binary.BigEndian.Uint32(raw[at:]))
		if at+12+length > uint64(len(raw)) {
			break
		}
		if string(raw[at+4:at+8]) == "eXIf" {
			return oriented(raw[at+8 : at+8+length])
		}
		at += 12 + length
	}
	return 1
}

// chunksWebP gives the chunks of a WebP file in their order; of one that is cut
// off, what there is.
func chunksWebP(raw []byte, visit func(name string, content []byte)) {
	for at := uint64(12); at+8 <= uint64(len(raw)); {
		length := uint64(binary.LittleEndian.Uint32(raw[at+4:]))
		end := min(at+8+length, uint64(len(raw)))
		visit(string(raw[at:at+4]), raw[at+8:end])
		at += 8 + length + length%2
	}
}

func orientWebP(raw []byte) int {
	found := 1
	chunksWebP(raw, func(name string, content []byte) {
		if name == "EXIF" {
			found = oriented(content)
		}
	})
	return found
}

// largestWebP is how many pixels the largest frame of a WebP file has: a file
// can announce a small canvas and hold a large frame.
func largestWebP(raw []byte) int {
	most := 0
	chunksWebP(raw, func(name string, content []byte) {
		switch {
		case name == "VP8 " && len(content) >= 10: // width and height in 14 bits each
			size := binary.LittleEndian.Uint32(content[6:])
			most = max(most, int(size&0x3FFF)*int(size>>16&0x3FFF))
		case name == "VP8L" && len(content) >= 5: // less one, in 14 bits each
			size := binary.LittleEndian.Uint32(content[1:])
			most = max(most, (int(size&0x3FFF)+1)*(int(size>>14&0x3FFF)+1))
		}
	})
	return most
}
