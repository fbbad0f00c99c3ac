package ingest

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"claimdesk/internal/factcheck"
)

const numbering = `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>` +
	`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%2)"/></w:lvl></w:abstractNum>` +
	`<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>` +
	`<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="2"/></w:num>` +
	`<w:num w:numId="7"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>`

func item(list, level, text string) string {
	return p(`<w:pPr><w:numPr><w:ilvl w:val="`+level+`"/><w:numId w:val="`+list+`"/></w:numPr></w:pPr>`, r(text))
}

func TestWordDocumentComesInAsItReads(t *testing.T) {
	cell := func(text string) string { return "<w:tc>" + p(r(text)) + "</w:tc>" }
	for name, c := range map[string]struct {
		raw  []byte
		want []string
	}{
		"paragraphs and headings": {word(p(`<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>`, r("The harbour")) + p(r("It "), r("stays"), r(" open.")) + p() + p(r("So it does."))),
			[]string{"| The harbour", "| It stays open.", "| So it does."}},
		"tabs and line breaks": {word(p(r("a"), "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d.</w:t></w:r>")),
			[]string{"| a\tb / c\u2011d."}},
		"lists": {word(item("5", "0", "one")+item("5", "1", "one a")+item("5", "1", "one b")+item("5", "0", "two")+item("6", "0", "dot")+item("7", "0", "four")+item("0", "0", "none"), "word/numbering.xml", numbering),
			[]string{"| 1. one", "| 1a) one a", "| 1b) one b", "| 2. two", "| • dot", "| 4. four", "| none"}},
		"lists by style": {word(p(`<w:pPr><w:pStyle w:val="L"/></w:pPr>`, r("one")), "word/numbering.xml", numbering,
			"word/styles.xml", `<w:style w:styleId="B"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style><w:style w:styleId="L"><w:basedOn w:val="B"/></w:style>`),
			[]string{"| 1. one"}},
		"a table": {word(p(r("Ships:")) + "<w:tbl><w:tr>" + cell("Year") + cell("Ships") + "</w:tr><w:tr>" + cell("2022") + cell("") + "</w:tr></w:tbl>" + p(r("So."))),
			[]string{"| Ships:", "| Year\tShips / 2022", "| So.", "lost: 1 table was laid out row by row."}},
		"a table that holds the page in shape": {word("<w:tbl><w:tr><w:tc>" + p(r("One paragraph.")) + p(r("Another.")) + "</w:tc>" + cell("Beside.") + "</w:tr></w:tbl>"),
			[]string{"| One paragraph.", "| Another.", "| Beside.", "lost: 1 table was laid out row by row."}},
		"notes": {word(p(r("A claim"), `<w:r><w:footnoteReference w:id="2"/></w:r>`, r(" and more."), `<w:r><w:endnoteReference w:id="3"/></w:r>`),
			"word/footnotes.xml", `<w:footnote w:id="-1">`+p(r("separator"))+`</w:footnote><w:footnote w:id="2">`+p(r(" See the report."))+`</w:footnote>`,
			"word/endnotes.xml", `<w:endnote w:id="3">`+p(r("At the end."))+`</w:endnote>`),
			[]string{"| A claim and more.", "| [1] See the report.", "| [i] At the end.", "lost: 2 notes were put at the end, without their marks in the text."}},
		"links and fields": {word(p(`<w:hyperlink>`+r("the report")+`</w:hyperlink>`, `<w:r><w:instrText> PAGE </w:instrText></w:r>`, r(" of 2023."))),
			[]string{"| the report of 2023."}},
		"tracked changes": {word(p(r("It does "), `<w:del><w:r><w:delText>not </w:delText></w:r></w:del>`, `<w:ins>`+r("really ")+`</w:ins>`, `<w:moveFrom>`+r("gone ")+`</w:moveFrom>`, r("close.")) +
			p(`<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>`, r("Two paragraphs ")) + p(r("made one."))),
			[]string{"| It does really close.", "| Two paragraphs made one.", "lost: 1 tracked deletion was left out, as if it were accepted."}},
		"hidden text": {word(p(r("Seen."), `<w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r>`, `<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> Seen.</w:t></w:r>`, `<w:r><w:rPr><w:rStyle w:val="H"/></w:rPr><w:t>Too.</w:t></w:r>`),
			"word/styles.xml", `<w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>`),
			[]string{"| Seen. Seen.", "lost: 2 pieces of hidden text were left out."}},
		"a text box": {word(p(r("Before "), `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>`+p(r("In a box."))+`</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>`+p(r("In a box."))+`</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`, r("and after."))),
			[]string{"| Before and after.", "| In a box."}},
		"what is no text": {word(p(r("Text."), `<w:r><w:drawing><a:blip/></w:drawing></w:r><w:r><w:pict><v:imagedata/></w:pict></w:r><m:oMath><m:r><m:t>e=mc</m:t></m:r></m:oMath>`),
			"word/comments.xml", `<w:comment>`+p(r("Wrong!"))+`</w:comment>`, "word/header1.xml", p(r("Head"))),
			[]string{"| Text.e=mc", "lost: 2 images were left out.", "lost: 1 formula was taken as plain letters.", "lost: 1 comment was left out.", "lost: Page headers and footers were left out."}},
		"pages of Word's last layout": {word(p(r("On the first "), `<w:r><w:lastRenderedPageBreak/><w:t>and second.</w:t></w:r>`) + p(r("Second.")) + p(`<w:r><w:lastRenderedPageBreak/><w:t>Third.</w:t></w:r>`)),
			[]string{"p. 1| On the first and second.", "p. 2| Second.", "p. 3| Third."}},
		"Armenian and Arabic": {word(p(r("Հայաստանը դուրս չի գալիս։")) + p(r("لا يزال مفتوحا."))), []string{"| Հայաստանը դուրս չի գալիս։", "| لا يزال مفتوحا."}},
	} {
		doc, err := filed(c.raw, "a.docx")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(c.want, shown(doc)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		holds(t, doc)
	}
}

func TestWordDocumentTellsOfItself(t *testing.T) {
	body := p(r("The harbour stays open")) + p(r("The night ferry was taken off for the winter, as it is in each year, and comes back in the spring."))
	doc, err := filed(word(body, "docProps/core.xml", `<dc:title>Notes on the harbour</dc:title><dc:creator>Anna Weber</dc:creator><dcterms:created>2023-09-14T08:00:00Z</dcterms:created>`), "a.docx")
	if err != nil {
		t.Fatal(err)
	}
	want := factcheck.SourceDraft{Title: "Notes on the harbour", Authors: []string{"Anna Weber"}, PublishedOn: "2023-09-14", Language: "en"}
	if diff := cmp.Diff(want, doc.Guess); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if doc, err = filed(word(body, "docProps/core.xml", `<dc:title>Document1</dc:title><dc:creator>user</dc:creator>`), "a.docx"); err != nil || doc.Guess.Title != "The harbour stays open" || doc.Guess.Authors != nil {
		t.Errorf("what programs say was believed: %+v, %v", doc.Guess, err)
	}
}

// bomb is a Word document that is small, and unpacks to more than a hundred
// times as much; its sizes say otherwise when it lies.
func bomb(lies bool) []byte {
	raw := zipped(map[string]string{"word/document.xml": "<w:document>" + strings.Repeat(" ", 60<<20)})
	if lies {
		// The size in the central directory, 24 bytes into its entry.
		at := bytes.LastIndex(raw, []byte("PK\x01\x02"))
		copy(raw[at+24:], "\x10\x00\x00\x00")
	}
	return raw
}

func TestWordDocumentThatCannotBeReadSaysWhyAndWhatToDo(t *testing.T) {
	sound := word(p(r("Sound.")))
	var many = map[string]string{"word/document.xml": "<w:document/>"}
	for i := range 10_001 {
		many["word/media/"+strings.Repeat("x", i%50)+string(rune('a'+i%26))+thousands(i)] = ""
	}
	for name, c := range map[string]struct {
		raw  []byte
		says string
	}{
		"a bomb":            {bomb(false), "unpacks to more than 50 MB"},
		"a bomb that lies":  {bomb(true), "is broken"},
		"too many files":    {zipped(many), "unpacks to more than"},
		"nested too deeply": {word(strings.Repeat("<w:sdt>", 300)), "nested too deeply"},
		"breaks off":        {sound[:len(sound)*2/3], "is broken"},
		"broken XML":        {word("<w:p><w:r></w:p>"), "is broken"},
		"no text":           {word(p()), "no text"},
		"an empty file":     {nil, "a.docx is empty"},
		"a spreadsheet":     {zipped(map[string]string{"xl/workbook.xml": "<x/>"}), "a spreadsheet (.xlsx)"},
		"OpenDocument":      {zipped(map[string]string{"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), "save it as .docx or PDF"},
		"another zip":       {zipped(map[string]string{"a.txt": "a"}), "a packed file (zip)"},
		"an old document":   {[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "save it as .docx"},
		"Rich Text":         {[]byte(`{\rtf1 a}`), "Rich Text"},
		"a PNG":             {[]byte("\x89PNG\r\n\x1a\n"), "a picture (PNG)"},
		"text":              {[]byte("Not Word."), "is no Word document"},
	} {
		doc, err := filed(c.raw, "a.docx")
		problems := factcheck.Problems(err)
		if doc != nil || len(problems) != 1 || problems[0].Field != "file" || !strings.Contains(problems[0].Message, c.says) {
			t.Errorf("%s: got %v, want …%s…", name, err, c.says)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := reader().File(ctx, sound, "a.docx", nil); !errors.Is(err, context.Canceled) {
		t.Errorf("read although its context has ended: %v", err)
	}
}
