package ingest

import (
	"fmt"
	"strings"
	"testing"
)

func BenchmarkPDF(b *testing.B) {
	var sheets []sheet
	for n := range 50 {
		var texts []string
		for i := range 45 {
			texts = append(texts, fmt.Sprintf("Line %d of page %d has about as many words as lines have", i, n))
		}
		sheets = append(sheets, sheet{marks: lines(72, 770, texts...)})
	}
	raw := portable{sheets: sheets}.bytes()
	if _, err := filed(raw, "a.pdf"); err != nil { // the first sets PDF up
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := filed(raw, "a.pdf"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWord(b *testing.B) {
	raw := word(strings.Repeat(p(r("Nobody with a say in the matter has proposed that the harbour should close, and it does not.")), 2_000))
	for b.Loop() {
		if _, err := filed(raw, "a.docx"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkHTML(b *testing.B) {
	raw := []byte(page("<title>a</title>", strings.Repeat("<p>Nobody with a say in the matter has proposed that the harbour should close, and it does not.", 500)))
	for b.Loop() {
		if _, err := HTML(raw, ""); err != nil {
			b.Fatal(err)
		}
	}
}
