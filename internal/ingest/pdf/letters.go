package pdf

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// presentation maps the presentation forms of Unicode to their letters: Latin
// ligatures, Armenian ligatures, Hebrew and Arabic forms. PDFium does so for
// most of them itself.
var presentation = presentationForms()

func presentationForms() *strings.Replacer {
	var pairs []string
	for _, block := range [][2]rune{{0xFB00, 0xFB06}, {0xFB13, 0xFB17}, {0xFB1D, 0xFB4F}, {0xFB50, 0xFDFB}, {0xFE70, 0xFEFC}} {
		for r := block[0]; r <= block[1]; r++ {
			if plain := norm.NFKC.String(string(r)); plain != string(r) && plain[0] != ' ' {
				pairs = append(pairs, string(r), plain)
			}
		}
	}
	return strings.NewReplacer(pairs...)
}
