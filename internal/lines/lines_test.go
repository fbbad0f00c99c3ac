package lines

import (
	"bufio"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"claimdesk/internal/factcheck"
)

func read(text string, most int64) (string, error) {
	all, err := io.ReadAll(New(iotest.OneByteReader(strings.NewReader(text)), most, "a little"))
	return string(all), err
}

func TestTextComesThroughWithoutItsMark(t *testing.T) {
	for text, want := range map[string]string{"": "", "\ufeffa,b\n": "a,b\n", "Հայաստան\nРоссия": "Հայաստան\nРоссия", "\xef\xbb\xbf": "",
		strings.Repeat("é", 5_000): strings.Repeat("é", 5_000)} {
		if got, err := read(text, 1<<20); err != nil || got != want {
			t.Errorf("%.40q gives %.40q, %v", text, got, err)
		}
	}
}

func TestAnotherEncodingIsRefusedWithItsPlace(t *testing.T) {
	for text, want := range map[string]string{
		"\xff\xfec\x00l\x00":      "UTF-16",
		"\xfe\xff\x00c":           "UTF-16",
		"c\x00l\x00":              "no text: byte 1",
		"claim\nCaf\xe9 closes\n": "Line 2 is not valid UTF-8 at byte 4",
		"claim\n" + strings.Repeat("x\n", 9) + "\xe9": "Line 11 is not valid UTF-8 at byte 1",
		"claim\nends in \xc3":                         "Line 2 is not valid UTF-8 at byte 9",
		strings.Repeat("x", 9_000) + "\n\xff":         "Line 2 is not valid UTF-8 at byte 1",
	} {
		_, err := read(text, 1<<20)
		if p := factcheck.Problems(err); p == nil || p[0].Field != "file" || !strings.Contains(p[0].Message, want) {
			t.Errorf("%.40q gives %v, want %q", text, err, want)
		}
	}
}

func TestWhatIsTooLongIsRefused(t *testing.T) {
	if _, err := read("12345", 5); err != nil {
		t.Errorf("as long as may be: %v", err)
	}
	_, err := read("123456", 5)
	if p := factcheck.Problems(err); p == nil || !strings.Contains(p[0].Message, "larger than a little") {
		t.Errorf("too long gives %v", err)
	}
}

func TestALineIsFoundByAByteInIt(t *testing.T) {
	r := New(strings.NewReader("one\ntwo\n\nfour"), 100, "")
	if _, err := io.Copy(io.Discard, bufio.NewReaderSize(r, 16)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ at, want int }{{0, 1}, {3, 1}, {4, 2}, {8, 3}, {9, 4}, {12, 4}} {
		if got := r.Line(int64(c.at)); got != c.want {
			t.Errorf("byte %d is in line %d, want %d", c.at, got, c.want)
		}
	}
}

func FuzzReader(f *testing.F) {
	f.Add("a\xc3\xa9\n", 3)
	f.Add("\xff\xfe", 2)
	f.Fuzz(func(t *testing.T, text string, size int) {
		r := New(iotest.HalfReader(strings.NewReader(text)), 1<<16, "")
		buffer := make([]byte, max(1, size%64))
		var out strings.Builder
		for {
			n, err := r.Read(buffer)
			out.Write(buffer[:n])
			if err != nil {
				break
			}
		}
		if r.Failure() == nil && factcheck.InvalidAt(out.String()) >= 0 {
			t.Errorf("%q was let through", text)
		}
	})
}
