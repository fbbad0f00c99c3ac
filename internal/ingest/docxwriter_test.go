package ingest

import (
	"archive/zip"
	"bytes"
	"maps"
	"slices"
)

// zipped is a zip of files by their names. Writing to memory cannot fail.
func zipped(files map[string]string) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if f, err := w.Create(name); err == nil {
			_, _ = f.Write([]byte(files[name]))
		}
	}
	_ = w.Close()
	return out.Bytes()
}

// wordParts are the parts of a Word document with this body, and others that
// are given in pairs of name and content.
func wordParts(body string, more ...string) map[string]string {
	const spaces = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:a="a" xmlns:v="v" xmlns:m="m"`
	parts := map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"word/document.xml":   `<?xml version="1.0" encoding="UTF-8"?><w:document` + spaces + `><w:body>` + body + `<w:sectPr/></w:body></w:document>`,
	}
	for i := 0; i+1 < len(more); i += 2 {
		name, root := more[i], "w:part"
		if name == "docProps/core.xml" {
			root = "cp:coreProperties"
		}
		parts[name] = `<` + root + spaces + ` xmlns:dc="dc" xmlns:dcterms="t" xmlns:cp="cp">` + more[i+1] + `</` + root + `>`
	}
	return parts
}

// word is a Word document.
func word(body string, more ...string) []byte {
	return zipped(wordParts(body, more...))
}

// p is a paragraph of runs, and r a run of text.
func p(runs ...string) string {
	out := "<w:p>"
	for _, r := range runs {
		out += r
	}
	return out + "</w:p>"
}

func r(text string) string { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }
