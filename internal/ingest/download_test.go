package ingest

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"claimdesk/internal/factcheck"
)

func in(t *testing.T, as encoding.Encoding, text string) []byte {
	t.Helper()
	raw, err := as.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestDownloadIsReadInTheCharacterSetThatItIsIn(t *testing.T) {
	const russian, french, armenian = "Армения не выходит из организации.", "L’été a été froid – très froid.", "Հայաստանը դուրս չի գալիս։"
	little, big := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	plainLittle, plainBig := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	asPage := func(head, text string) string {
		return "<!doctype html><html><head>" + head + "</head><body><p>" + text + "</p></body></html>"
	}
	for name, c := range map[string]struct {
		raw               []byte
		contentType       string
		text, media, lost string
	}{
		"UTF-8":                                            {[]byte(asPage("", russian)), "text/html; charset=utf-8", russian, "text/html; charset=utf-8", ""},
		"UTF-8 with a mark":                                {[]byte("\uFEFF" + asPage("", russian)), "text/html", russian, "text/html; charset=utf-8", ""},
		"UTF-8 that is said to be Latin":                   {[]byte(asPage("", russian)), "text/html; charset=iso-8859-1", russian, "text/html; charset=utf-8", ""},
		"ASCII that is said to be Latin":                   {[]byte(asPage("", "Plain.")), "text/html; charset=iso-8859-1", "Plain.", "text/html; charset=utf-8", ""},
		"what the server says":                             {in(t, charmap.Windows1251, asPage("", russian)), "text/html; charset=windows-1251", russian, "text/html; charset=windows-1251", ""},
		"what the page says":                               {in(t, charmap.Windows1251, asPage(`<meta charset="windows-1251">`, russian)), "text/html", russian, "text/html; charset=windows-1251", ""},
		"what the page says at length":                     {in(t, charmap.KOI8R, asPage(`<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">`, russian)), "text/html", russian, "text/html; charset=koi8-r", ""},
		"what XHTML says":                                  {in(t, charmap.Windows1251, `<?xml version="1.0" encoding="windows-1251"?>`+asPage("", russian)), "application/xhtml+xml", russian, "text/html; charset=windows-1251", ""},
		"the page against a server that has not been told": {in(t, charmap.Windows1251, asPage(`<meta charset="windows-1251">`, russian)), "text/html; charset=ISO-8859-1", russian, "text/html; charset=windows-1251", ""},
		"the server against the page":                      {in(t, charmap.Windows1251, asPage(`<meta charset="koi8-r">`, russian)), "text/html; charset=windows-1251", russian, "text/html; charset=windows-1251", ""},
		"a header that cannot be":                          {in(t, charmap.Windows1252, asPage(`<meta charset="windows-1252">`, french)), "text/html; charset=utf-8", french, "text/html; charset=windows-1252", ""},
		"an unknown set":                                   {in(t, charmap.Windows1252, asPage(`<meta charset="windows-1252">`, french)), "text/html; charset=klingon", french, "text/html; charset=windows-1252", ""},
		"a set with escapes":                               {in(t, japanese.ISO2022JP, asPage("", "日本の新聞。")), "text/html; charset=iso-2022-jp", "日本の新聞。", "text/html; charset=iso-2022-jp", ""},
		"a text":                                           {in(t, charmap.Windows1251, russian), "text/plain; charset=windows-1251", russian, "text/plain; charset=windows-1251", ""},
		"UTF-16 with a mark":                               {in(t, little, asPage("", armenian)), "text/html", armenian, "text/html; charset=utf-16le", ""},
		"UTF-16 the other way round":                       {in(t, big, armenian), "text/plain", armenian, "text/plain; charset=utf-16be", ""},
		"UTF-16 without a mark":                            {in(t, plainLittle, russian+"\n\n"+armenian+" Plain, too."), "text/plain", russian + "\n\n" + armenian + " Plain, too.", "text/plain; charset=utf-16le", ""},
		"UTF-16 without, the other way":                    {in(t, plainBig, asPage("", french)), "text/html", french, "text/html; charset=utf-16be", ""},
		"UTF-16 that is said to be UTF-8":                  {in(t, little, asPage("", french)), "text/html; charset=utf-8", french, "text/html; charset=utf-16le", ""},
		"UTF-8 with a broken place":                        {[]byte(asPage("", strings.Repeat(russian+" ", 30)+"\xD0.")), "text/html; charset=utf-8", strings.Repeat(russian+" ", 30) + "\uFFFD.", "text/html; charset=utf-8", "1 place was not valid UTF-8 and shows as \uFFFD."},
	} {
		doc, err := fetched(c.raw, c.contentType, "https://example.org/")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if doc.Text != c.text || doc.MediaType != c.media || strings.Join(doc.Lost, "") != c.lost {
			t.Errorf("%s: got %q, %s, %q", name, doc.Text, doc.MediaType, doc.Lost)
		}
		if !bytes.Equal(doc.Original, c.raw) {
			t.Errorf("%s: the original was changed", name)
		}
	}
}

func TestDownloadIsReadAsWhatItIs(t *testing.T) {
	sound, letter := onePage(lines(72, 700, "Sound.")), word(p(r("Sound.")))
	for name, c := range map[string]struct {
		raw                         []byte
		contentType, address, media string
		text, file                  string
	}{
		"a page":                          {[]byte("<p>Sound."), "text/html", "https://example.org/", htmlText, "Sound.", ""},
		"a page that is said to be text":  {[]byte("<!DOCTYPE html><p>Sound."), "text/plain", "https://example.org/a/", htmlText, "Sound.", "a"},
		"text":                            {[]byte("<p> Sound."), "text/plain", "https://example.org/a.txt", plainText, "<p> Sound.", "a.txt"},
		"Markdown by its ending":          {[]byte("*Sound.*"), "text/plain", "https://example.org/a.md?raw=1", markdownText, "Sound.", "a.md"},
		"Markdown by its type":            {[]byte("*Sound.*"), "text/markdown", "https://example.org/a", markdownText, "Sound.", "a"},
		"a PDF":                           {sound, "application/pdf", "https://example.org/a.pdf", pdfMedia, "Sound.", "a.pdf"},
		"a PDF that is said to be a page": {sound, "text/html", "https://example.org/a", pdfMedia, "Sound.", "a"},
		"a PDF without a type":            {sound, "", "https://example.org/", pdfMedia, "Sound.", ""},
		"a Word document as a zip":        {letter, "application/zip", "https://example.org/a", docxMedia, "Sound.", "a"},
		"by the ending alone":             {[]byte("Sound."), "application/octet-stream", "https://example.org/a.txt", plainText, "Sound.", "a.txt"},
		"a type that is badly written":    {[]byte("<p>Sound."), "text/html; charset", "https://example.org/", htmlText, "Sound.", ""},
	} {
		doc, err := fetched(c.raw, c.contentType, c.address)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if doc.Text != c.text || doc.MediaType != c.media || doc.FileName != c.file {
			t.Errorf("%s: got %q, %s, %q", name, doc.Text, doc.MediaType, doc.FileName)
		}
	}
}

func TestDownloadOfTheWrongTypeSaysWhichAndWhatToDo(t *testing.T) {
	for name, c := range map[string]struct {
		raw         []byte
		contentType string
		says        string
	}{
		"a picture":              {[]byte("\x89PNG\r\n\x1a\n"), "image/png", "leads to a picture (PNG)"},
		"a picture named a page": {[]byte("\xFF\xD8\xFF\xE0"), "text/html", "leads to a picture (JPEG)"},
		"a drawing":              {[]byte("<svg/>"), "image/svg+xml", "a picture (image/svg+xml)"},
		"a video":                {[]byte("\x00\x00\x00\x18ftypmp42\x00\x00"), "video/mp4", "a video, recording or picture"},
		"a video by its type":    {[]byte("x"), "video/x-y", "a video (video/x-y)"},
		"a zip":                  {zipped(map[string]string{"a": "b"}), "application/zip", "a packed file (zip). Unpack it"},
		"data":                   {[]byte(`{"a":1}`), "application/json", "a file of the type application/json. Web pages, text, PDF"},
		"an unknown file":        {[]byte("a\x00b\x01\x02"), "application/octet-stream", "a file of an unknown type"},
		"bytes that are no page": {[]byte("a\x00\x00b\x01\x02"), "text/html", "something else than the text that its type (text/html) promises"},
		"a page that is no PDF":  {[]byte("Not found"), "application/pdf", "is no PDF, although"},
		"nothing":                {nil, "text/html", "empty page"},
		"an empty page":          {[]byte("<html><script>x()</script>"), "text/html", "no text"},
		"50 MB":                  {bytes.Repeat([]byte("<p>words</p>\n"), 4<<20), "text/html", "at most 10,485,760 fit"},
		"no set that fits":       {[]byte("<p>\xE9t\xE9 \x81"), "text/html", "does not say in which character set"},
		"a set that does not":    {[]byte("<p>\xE9t\xE9"), "text/html; charset=utf-8", "in utf-8, which does not fit from byte 3 on. Open it in a browser"},
	} {
		doc, err := fetched(c.raw, c.contentType, "https://example.org/a")
		problems := factcheck.Problems(err)
		if doc != nil || len(problems) != 1 || problems[0].Field != "fetch_url" || !strings.Contains(problems[0].Message, c.says) {
			t.Errorf("%s: got %v, want …%s…", name, err, c.says)
		}
	}
}

func TestFileOfAnotherKindSaysWhatToDo(t *testing.T) {
	for name, c := range map[string]struct {
		raw, file, says string
	}{
		"a PDF by another name": {"%PDF-1.7 cut", "a.txt", "This PDF breaks off"},
		"UTF-16, half a letter": {"\xFF\xFEa\x00b", "a.txt", ""},
		"a large page":          {strings.Repeat("<p>words</p>\n", 1<<20), "a.html", "13,631,488 bytes; at most 10,485,760 fit"},
		"a large text":          {strings.Repeat("words.\n", 1<<20), "a.txt", "at most 5,242,880 fit"},
	} {
		doc, err := filed([]byte(c.raw), c.file)
		if c.says == "" {
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		problems := factcheck.Problems(err)
		if doc != nil || len(problems) != 1 || problems[0].Field != "file" || !strings.Contains(problems[0].Message, c.says) {
			t.Errorf("%s: got %v, want …%s…", name, err, c.says)
		}
	}
}

func TestPageSaysWhatWasLost(t *testing.T) {
	for name, c := range map[string]struct{ raw, want string }{
		"nothing":         {"<p>Words.", ""},
		"images":          {`<p>Words.<img src=a><img src=b><img width=1 height=1 src=c>`, "2 images were left out."},
		"tables":          {"<p>Words.<table><tr><td>a<td>b</table>", "1 table was laid out row by row."},
		"films and forms": {`<p>Words.<video></video><iframe></iframe><input><input type=hidden><textarea></textarea>`, "1 video or recording was left out.|1 embedded frame was left out.|2 form fields were left out."},
		"an article":      {page("", ""), "What stands around the article on the page was left out."},
	} {
		doc, err := HTML([]byte(c.raw), "")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := strings.Join(doc.Lost, "|"); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
	doc, err := Markdown([]byte("Words. ![a ship](ship.png)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"), "")
	if got := strings.Join(doc.Lost, "|"); err != nil || got != "1 image was left out.|1 table was laid out row by row." {
		t.Errorf("Markdown: %q, %v", got, err)
	}
}
