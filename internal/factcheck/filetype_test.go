package factcheck

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
)

// packedOf is a zip with files of these names.
func packedOf(t testing.TB, names ...string) string {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range names {
		if _, err := w.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestAFileIsKnownByItsBytes(t *testing.T) {
	const odt = "application/vnd.oasis.opendocument.text"
	for name, c := range map[string]struct{ file, raw, want string }{
		"PNG":              {"x.txt", "\x89PNG\r\n\x1a\n…", "image/png"},
		"JPEG":             {"", "\xFF\xD8\xFF\xE0…", "image/jpeg"},
		"GIF":              {"x.gif", "GIF89a…", "image/gif"},
		"WebP":             {"x", "RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"},
		"PDF":              {"x.pdf", "%PDF-1.7\n%\xE2\xE3", "application/pdf"},
		"MP3 with a tag":   {"x.mp3", "ID3\x04\x00", "audio/mpeg"},
		"MP3 without":      {"x.mp3", "\xFF\xFB\x90\x64\x00", "audio/mpeg"},
		"WAV":              {"x.wav", "RIFF\x00\x00\x00\x00WAVEfmt ", "audio/wav"},
		"Ogg":              {"x.ogg", "OggS\x00", "audio/ogg"},
		"M4A":              {"x.m4a", "\x00\x00\x00\x20ftypM4A \x00", "audio/mp4"},
		"MP4":              {"x.mp4", "\x00\x00\x00\x20ftypisom\x00", "video/mp4"},
		"MOV":              {"x.mov", "\x00\x00\x00\x14ftypqt  \x00", "video/quicktime"},
		"WebM":             {"x.webm", "\x1A\x45\xDF\xA3\x9F\x42\x82\x84webm", "video/webm"},
		"a document":       {"x.docx", packedOf(t, "[Content_Types].xml", "word/document.xml"), offices["word/document.xml"]},
		"a spreadsheet":    {"x.zip", packedOf(t, "_rels/.rels", "xl/workbook.xml"), offices["xl/workbook.xml"]},
		"an open document": {"x.odt", "PK\x03\x04" + strings.Repeat("\x00", 26) + "mimetype" + odt + "PK\x03\x04", odt},
		"a table":          {"x.CSV", "a,b\r\n1,2\r\n", "text/csv; charset=utf-8"},
		"a table of old":   {"x.csv", "Zürich\xFC,2\n", "text/csv"},
		"a table, UTF-16":  {"x.csv", "\xFF\xFEa\x00,\x00", "text/csv; charset=utf-16"},
		"a text":           {"x.txt", "Դատարկ աթոռ\n", "text/plain; charset=utf-8"},
		"a nameless text":  {"notes", "a < b\n", "text/plain; charset=utf-8"},
	} {
		if got, err := FileType([]byte(c.raw), c.file); got != c.want || err != nil {
			t.Errorf("%s: %q, %v; want %q", name, got, err, c.want)
		}
	}
}

func TestOtherFilesAreRefused(t *testing.T) {
	for name, c := range map[string]struct{ file, raw, says string }{
		"nothing":            {"x.png", "", "empty"},
		"too much":           {"x.txt", strings.Repeat("a", MaxFile+1), "21 MB; at most 20 MB"},
		"SVG":                {"x.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "not taken"},
		"SVG named text":     {"x.txt", "\uFEFF \n<svg onload=alert(1)>", "not taken"},
		"HTML":               {"x.txt", "<!DOCTYPE html><p>", "not taken"},
		"XML":                {"x.csv", "<?xml version='1.0'?>", "not taken"},
		"a script":           {"x.js", "alert(1)", "not taken"},
		"a script by itself": {"run", "#!/bin/sh\nrm x", "not taken"},
		"a program":          {"x.exe", "MZ\x90\x00\x03", "not taken"},
		"a program, renamed": {"x.txt", "MZ\x90\x00\x03", "not taken"},
		"HEIC":               {"x.heic", "\x00\x00\x00\x20ftypheic\x00", "not taken"},
		"a zip":              {"x.zip", packedOf(t, "a.txt"), "not taken"},
		"half a zip":         {"x.docx", "PK\x03\x04word/document.xml", "not taken"},
		"macros":             {"x.xlsm", packedOf(t, "xl/workbook.xml", "xl/vbaProject.bin"), "not taken"},
		"RTF":                {"x.txt", `{\rtf1`, "not taken"},
		"bytes without name": {"", "caf\xE9", "not taken"},
		"blanks":             {"x.txt", " \n\t", "not taken"},
	} {
		_, err := FileType([]byte(c.raw), c.file)
		if fields := Problems(err); len(fields) != 1 || fields[0].Field != "file" || !strings.Contains(fields[0].Message, c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAnExhibitIsOfTheKindThatItsFileIs(t *testing.T) {
	for mediaType, want := range map[string]ExhibitKind{"audio/mpeg": Recording, "video/mp4": Recording, "text/csv; charset=utf-8": Table,
		offices["xl/workbook.xml"]: Table, "image/png": OtherExhibit, "application/pdf": OtherExhibit} {
		if got := (ExhibitDraft{}).KindFor(File{MediaType: mediaType}); got != want {
			t.Errorf("%s is a %s", mediaType, got)
		}
	}
	if got := (ExhibitDraft{Kind: Screenshot}).KindFor(File{MediaType: "audio/mpeg"}); got != Screenshot {
		t.Errorf("what was said is overruled: %s", got)
	}
}

func FuzzFileType(f *testing.F) {
	for _, s := range []string{"PK\x03\x04", "\xFF\xFB\x90\x64", "RIFF", "\x00\x00\x00\x20ftyp", "%PDF-", "a,b"} {
		f.Add([]byte(s), "x.csv")
	}
	f.Add([]byte(packedOf(f, "xl/workbook.xml")), "x")
	f.Fuzz(func(t *testing.T, raw []byte, name string) {
		if mediaType, err := FileType(raw, name); (mediaType == "") != (err != nil) {
			t.Errorf("%q, %v", mediaType, err)
		}
	})
}
