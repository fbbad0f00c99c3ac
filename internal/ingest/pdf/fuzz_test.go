package pdf

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzLayout puts lines together that lie anywhere: nothing but furniture is
// lost, and nothing is made up.
func FuzzLayout(f *testing.F) {
	f.Add([]byte("\x10\x80\x20\x80\x10\x70\x20\x80\x60\x70\x20\x80"), "1. One-\nTwo. \u00AD\nthree\n• four\n5")
	f.Add([]byte("\x00\x00\x00\x00\xff\xff\xff\xff"), "a\nb\n\nc-\nD-\n亚")
	f.Fuzz(func(t *testing.T, places []byte, words string) {
		pages := scattered(places, words)
		letters := 0
		for _, p := range pages {
			for _, l := range p.lines {
				letters += strings.Count(l.text, "e")
			}
		}
		var lost losses
		lost.furniture = dropFurniture(pages)
		for i := range pages {
			pages[i].lines = inColumns(pages[i].lines, &lost)
		}
		found := 0
		for _, p := range paragraphs(pages, &lost) {
			if p.Text == "" || p.Page == "" || !utf8.ValidString(p.Text) {
				t.Fatalf("%+v", p)
			}
			found += strings.Count(p.Text, "e")
		}
		if found > letters || found < letters && !lost.furniture {
			t.Fatalf("%d letters of %d came out", found, letters)
		}
	})
}

// scattered makes pages of lines whose places are taken from bytes, four each.
func scattered(places []byte, words string) []page {
	pages := []page{{label: "p. 1", height: 256}}
	for i, text := range strings.Split(strings.ToValidUTF8(words, "?"), "\n") {
		var at [4]byte
		copy(at[:], places[min(len(places), 4*i):])
		text, parted := strings.CutSuffix(strings.TrimSpace(text), "-")
		if text == "" {
			pages = append(pages, page{label: "p. 2", height: 256})
			continue
		}
		last := &pages[len(pages)-1]
		l := line{text: text, words: len(strings.Fields(text)), opening: float64(at[3] % 32), size: float64(at[2] % 16), hyphen: parted,
			beside: at[2] >= 128 && len(last.lines) > 0, leftward: at[3] >= 128}
		l.left, l.base = float64(at[0]), float64(at[1])
		l.right = l.left + 4*float64(len(text))
		last.lines = append(last.lines, l)
	}
	return pages
}
