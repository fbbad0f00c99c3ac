package ingest

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	utf16 "golang.org/x/text/encoding/unicode"
)

// utf16As is UTF-16 in one of its two orders.
type utf16As struct {
	encoding.Encoding
	name string
}

// wide is the kind of UTF-16 that bytes are in, or nil: by their mark, or
// without one by their zero bytes, which stand for blanks and line ends in any
// script and all lie on one side.
func wide(raw []byte) *utf16As {
	little := &utf16As{utf16.UTF16(utf16.LittleEndian, utf16.UseBOM), "utf-16le"}
	big := &utf16As{utf16.UTF16(utf16.BigEndian, utf16.UseBOM), "utf-16be"}
	switch {
	case bytes.HasPrefix(raw, []byte("\xFF\xFE")):
		return little
	case bytes.HasPrefix(raw, []byte("\xFE\xFF")):
		return big
	}
	little.Encoding = utf16.UTF16(utf16.LittleEndian, utf16.IgnoreBOM)
	big.Encoding = utf16.UTF16(utf16.BigEndian, utf16.IgnoreBOM)
	if len(raw) < 4 || len(raw)%2 != 0 {
		return nil
	}
	head := raw[:min(len(raw), sniffed)&^1]
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	switch {
	case zeros[0] == 0 && zeros[1]*20 > len(head) && reads(head, little):
		return little
	case zeros[1] == 0 && zeros[0]*20 > len(head) && reads(head, big):
		return big
	}
	return nil
}

// reads tells whether the beginning of a document is text when it is taken as
// UTF-16. It may end within a letter.
func reads(head []byte, as encoding.Encoding) bool {
	text, err := as.NewDecoder().Bytes(head)
	if err != nil {
		return false
	}
	for _, r := range strings.TrimSuffix(string(text), "\uFFFD") {
		if r == utf8.RuneError || unicode.IsControl(r) && !unicode.IsSpace(r) || unicode.Is(unicode.Co, r) {
			return false
		}
	}
	return len(text) > 0
}
