package factcheck

import (
	"strings"
	"testing"
)

func TestANameOfAFileHidesNothing(t *testing.T) {
	for name, want := range map[string]string{
		"a.png":                          "a.png",
		`C:\Users\me\post.png`:           "post.png",
		"../../etc/passwd":               "passwd",
		"photo\u202Egnp.exe":             "photognp.exe",
		"\u2066a\u2069\u200E.txt":        "a.txt",
		"a\x00b\r\n c.txt":               "ab c.txt",
		"bad\xff.txt":                    "",
		"":                               "",
		strings.Repeat("x", 300) + ".md": strings.Repeat("x", MaxName-3) + ".md",
	} {
		if got := FileName(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}
