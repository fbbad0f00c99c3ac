// Package lines reads text that others have made: it takes off the mark at its
// beginning, refuses what is not UTF-8 and what is too long, and knows in which
// line a byte stands, so that whoever has sent the text is told where to look.
package lines

import (
	"bytes"
	"io"
	"unicode/utf8"

	"claimdesk/internal/factcheck"
)

// Reader gives the bytes of a text without the byte order mark. All that it
// gives is valid UTF-8, but for a character that is cut by the end of the
// caller's buffer.
type Reader struct {
	from    io.Reader
	left    int64  // bytes that may still come
	most    string // how much may come, in words
	head    []byte // looked at and not given yet
	begun   bool
	cut     []byte  // the beginning of a character whose rest has not come
	given   int64   // bytes
	line    int     // in which given stands, from 1
	inLine  int64   // bytes of that line before given
	ends    []int64 // offsets of line ends that were given and not asked about
	asked   int     // line of the last answer of Line
	failure error
}

// New reads from up to most bytes; inWords is how much that is, for people.
func New(from io.Reader, most int64, inWords string) *Reader {
	return &Reader{from: from, left: most, most: inWords, line: 1, asked: 1}
}

// headLength is how many bytes are looked at before any is given.
const headLength = 4 << 10

// Read fails with an Invalid error about the field "file" where the text is in
// another encoding, or too long.
func (r *Reader) Read(p []byte) (int, error) {
	if r.failure != nil {
		return 0, r.failure
	}
	if !r.begun {
		if r.failure = r.begin(); r.failure != nil {
			return 0, r.failure
		}
	}
	n, err := r.next(p)
	if n == 0 && err == nil {
		return 0, nil
	}
	if wrong := r.look(p[:n], err != nil); wrong != nil {
		r.failure = wrong
		return 0, wrong
	}
	r.failure = err
	return n, err
}

// begin looks at the first bytes: what encoding they tell of.
func (r *Reader) begin() error {
	r.begun = true
	head := make([]byte, headLength)
	n, err := io.ReadFull(r.from, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return err
	}
	head = head[:n]
	if n < headLength {
		r.from = bytes.NewReader(nil)
	}
	if bytes.HasPrefix(head, []byte{0xFE, 0xFF}) || bytes.HasPrefix(head, []byte{0xFF, 0xFE}) {
		return factcheck.Wrong("file", "The file is saved as UTF-16. Save it as UTF-8 and try again; in a spreadsheet choose “CSV UTF-8”.")
	}
	if at := bytes.IndexByte(head, 0); at >= 0 {
		return factcheck.Wrong("file", "The file is no text: byte %d is empty. It may be a spreadsheet or UTF-16. Save it as CSV or JSON in UTF-8 and try again.", at)
	}
	r.head = bytes.TrimPrefix(head, []byte("\ufeff"))
	return nil
}

// next fills p from what was looked at, or else from below.
func (r *Reader) next(p []byte) (n int, err error) {
	if len(r.head) > 0 {
		n = copy(p, r.head)
		r.head = r.head[n:]
	} else {
		n, err = r.from.Read(p)
	}
	if r.left -= int64(n); r.left < 0 {
		return 0, factcheck.Wrong("file", "The file is larger than %s, and nothing of it was taken. Split it and bring in the parts one by one.", r.most)
	}
	return n, err
}

// look checks what comes next. At the end no character may be cut.
func (r *Reader) look(b []byte, end bool) error {
	whole := b
	if len(r.cut) > 0 {
		whole = append(r.cut[:len(r.cut):len(r.cut)], b...)
	}
	kept := len(whole) - len(b)
	r.cut = nil
	if !utf8.Valid(whole) {
		at := invalidAt(whole)
		if !end && len(whole)-at < utf8.UTFMax && !utf8.FullRune(whole[at:]) {
			r.cut = append([]byte(nil), whole[at:]...)
		} else {
			r.count(b[:max(0, at-kept)])
			return factcheck.Wrong("file", "Line %d is not valid UTF-8 at byte %d of the line: the file is saved in another encoding, such as Windows-1252. Save it as UTF-8 and try again.",
				r.line, r.inLine+1-int64(max(0, kept-at)))
		}
	}
	r.count(b)
	return nil
}

// count notes where lines end.
func (r *Reader) count(b []byte) {
	for {
		at := bytes.IndexByte(b, '\n')
		if at < 0 {
			break
		}
		r.ends = append(r.ends, r.given+int64(at))
		r.given, r.inLine, b = r.given+int64(at)+1, 0, b[at+1:]
		r.line++
	}
	r.given, r.inLine = r.given+int64(len(b)), r.inLine+int64(len(b))
}

func invalidAt(b []byte) int {
	for i := 0; i < len(b); {
		c, size := utf8.DecodeRune(b[i:])
		if c == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(b)
}

// Line is the number, from 1, of the line in which a byte stands, counted from
// the first that was given. Later calls must not ask about earlier bytes.
func (r *Reader) Line(offset int64) int {
	passed := 0
	for passed < len(r.ends) && r.ends[passed] < offset {
		passed++
	}
	r.ends, r.asked = r.ends[passed:], r.asked+passed
	return r.asked
}

// Failure is why reading has ended, or nil at the end of the text and before.
func (r *Reader) Failure() error {
	if r.failure == io.EOF {
		return nil
	}
	return r.failure
}
