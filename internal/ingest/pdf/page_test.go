package pdf

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// at is a line at a place, in type of 10 points that is 5 wide.
func at(left, base float64, text string) line {
	return line{text: text, words: 4, box: box{left, left + 5*float64(len(text)), base}, opening: 20, size: 10}
}

func texts(lines []line) []string {
	var out []string
	for _, l := range lines {
		out = append(out, l.text)
	}
	return out
}

func TestHeadersAndFootersGoAndTextStays(t *testing.T) {
	book := func(header func(n int) string) []page {
		var pages []page
		for n := range 10 {
			pages = append(pages, page{height: 800, lines: []line{at(50, 780, header(n)), at(50, 740, fmt.Sprintf("Text %c of the page", 'a'+n)), at(50, 726, "again"), at(290, 20, fmt.Sprint(n+1))}})
		}
		return pages
	}
	for name, c := range map[string]struct {
		pages   []page
		dropped bool
		want    []string
	}{
		"a header and numbers":         {book(func(int) string { return "The Review" }), true, []string{"Text c of the page", "again"}},
		"one for left and for right":   {book(func(n int) string { return []string{"The Review", "Anna Weber"}[n%2] }), true, []string{"Text c of the page", "again"}},
		"another on each page":         {book(func(n int) string { return string(rune('k' + n)) }), true, []string{"m", "Text c of the page", "again"}},
		"a number beside a chapter":    {beside(), true, []string{"Text c of the page"}},
		"Roman numbers":                {book(func(n int) string { return []string{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"}[n] }), true, []string{"Text c of the page", "again"}},
		"a single page":                {book(func(int) string { return "The Review" })[:1], false, []string{"The Review", "Text a of the page", "again", "1"}},
		"a first line that is alike":   {[]page{{height: 800, lines: []line{at(50, 780, "Dear reader,"), at(50, 766, "one.")}}, {height: 800, lines: []line{at(50, 780, "Dear reader,"), at(50, 766, "two.")}}}, false, []string{"Dear reader,", "two."}},
		"a page with nothing but that": {[]page{{height: 800, lines: []line{at(50, 780, "The Review")}}, {height: 800, lines: []line{at(50, 780, "The Review")}}}, true, nil},
	} {
		dropped := dropFurniture(c.pages)
		if diff := cmp.Diff(c.want, texts(c.pages[min(2, len(c.pages)-1)].lines)); diff != "" || dropped != c.dropped {
			t.Errorf("%s: dropped %v (-want +got):\n%s", name, dropped, diff)
		}
	}
}

// beside are pages with a header that changes, and the page's number in it.
func beside() []page {
	var pages []page
	for n := range 10 {
		pages = append(pages, page{height: 800, lines: []line{at(50, 780, "Chapter "+string(rune('A'+n))), at(500, 780, fmt.Sprint(n+1)), at(50, 740, fmt.Sprintf("Text %c of the page", 'a'+n))}})
	}
	return pages
}

// paper is a row of letters as they stand on paper, from left to right.
func paper(s string) []cluster {
	var row []cluster
	for i, r := range []rune(s) {
		row = append(row, cluster{string(r), float64(i), float64(i + 1), kindOf(r)})
	}
	return row
}

func TestLettersOnPaperAreReadInTheirOrder(t *testing.T) {
	for name, c := range map[string]struct{ paper, want string }{
		"Hebrew":                   {"םלוע םולש", "שלום עולם"},
		"Hebrew with a number":     {"2023 תנשב", "בשנת 2023"},
		"Hebrew with Latin words":  {"?the CSTO תא בזע ימ", "מי עזב את the CSTO?"},
		"Hebrew with parentheses":  {"ףוסו (2023) הליחת", "תחילה (2023) וסוף"},
		"Latin with a Hebrew name": {"It is called םולש םלוע here", "It is called עולם שלום here"},
		"a time":                   {"12:30 העשב", "בשעה 12:30"},
	} {
		row := paper(c.paper)
		leftward := mostly(row)
		if got := ordered(row, leftward); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}
