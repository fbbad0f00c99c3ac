package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// byteOrderMark is dropped from the start of a text.
const byteOrderMark = "\uFEFF"

// Normalise turns bytes into the normalised text on which every quote rests:
// no byte order mark at the start, Unicode NFC, LF as the only line end, no
// control character but LF and tab, no white space at line ends, never two
// blank lines together, none at start and end. Nothing else changes, and
// normalising twice changes nothing more. It fails with *InvalidUTF8.
func Normalise(raw []byte) (string, error) {
	if at := invalidAt(string(raw)); at >= 0 {
		return "", &InvalidUTF8{Offset: at}
	}
	text := norm.NFC.String(dropControls(string(raw)))
	return trimStart(tidyLines(text)), nil
}

// invalidAt is the byte offset of the first fault in s as UTF-8, or -1.
func invalidAt(s string) int {
	if utf8.ValidString(s) {
		return -1
	}
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// dropControls makes LF of CRLF and CR and drops the other controls but tab.
func dropControls(s string) string {
	var out strings.Builder
	out.Grow(len(s))
	for i, r := range s {
		switch {
		case r == '\r' && strings.HasPrefix(s[i+1:], "\n"):
		case r == '\r':
			out.WriteByte('\n')
		case r == '\n' || r == '\t' || !unicode.IsControl(r):
			out.WriteRune(r)
		}
	}
	return out.String()
}

// tidyLines cuts white space from line ends and folds runs of blank lines.
func tidyLines(s string) string {
	var out strings.Builder
	out.Grow(len(s))
	blank := false
	for line := range strings.SplitSeq(s, "\n") {
		line = strings.TrimRightFunc(line, unicode.IsSpace)
		if line == "" {
			blank = true
			continue
		}
		if out.Len() > 0 {
			out.WriteByte('\n')
			if blank {
				out.WriteByte('\n')
			}
		}
		blank = false
		out.WriteString(line)
	}
	return out.String()
}

// trimStart drops byte order marks at the start, and the blank line that one
// may leave behind: a second pass must find nothing to do.
func trimStart(s string) string {
	for strings.HasPrefix(s, byteOrderMark) {
		s = strings.TrimLeft(strings.TrimPrefix(s, byteOrderMark), "\n")
	}
	return s
}
