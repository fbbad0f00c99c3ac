package ingest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest/pdf"
)

// shown is a document as "label| text" lines, with what was lost.
func shown(doc *factcheck.Document) []string {
	var out []string
	for _, p := range doc.Passages {
		out = append(out, p.Label+"| "+strings.ReplaceAll(p.Text, "\n", " / "))
	}
	for _, l := range doc.Lost {
		out = append(out, "lost: "+l)
	}
	return out
}

func TestPDFComesInReadingOrder(t *testing.T) {
	const (
		head = "The Harbour Review"
		left = 72
	)
	var letters []string
	for k := range 8 {
		letters = append(letters, say(left, 700-12*float64(k), 10, fmt.Sprintf("left side line %d goes on", k))+
			say(320, 700-12*float64(k), 10, fmt.Sprintf("right side line %d goes on", k)))
	}
	running := func(n int, body string) sheet {
		return sheet{marks: say(left, 800, 9, head) + body + say(290, 30, 9, fmt.Sprint(n))}
	}
	for name, c := range map[string]struct {
		raw  []byte
		want []string
	}{
		"a paragraph over several lines": {onePage(lines(left, 700, "Nobody with a say in the matter has proposed", "that the harbour should close, and it does", "not.")),
			[]string{"p. 1| Nobody with a say in the matter has proposed that the harbour should close, and it does not."}},
		"paragraphs parted by a gap": {onePage(lines(left, 700, "One paragraph that is as wide as it gets here", "and ends.") + lines(left, 660, "Another paragraph.")),
			[]string{"p. 1| One paragraph that is as wide as it gets here and ends.", "p. 1| Another paragraph."}},
		"paragraphs without a gap": {onePage(lines(left, 700, "One paragraph that is as wide as it gets here and then", "ends soon.", "Another paragraph begins where the first one has ended.")),
			[]string{"p. 1| One paragraph that is as wide as it gets here and then ends soon.", "p. 1| Another paragraph begins where the first one has ended."}},
		"paragraphs with an indent": {onePage(say(left+14, 700, 12, "One paragraph whose first line begins further in,") + lines(left, 686, "and whose last one is as long as the others are, so.") + say(left+14, 672, 12, "Another one, which begins further in as well.")),
			[]string{"p. 1| One paragraph whose first line begins further in, and whose last one is as long as the others are, so.", "p. 1| Another one, which begins further in as well."}},
		"a heading in larger type": {onePage(say(left, 720, 20, "The harbour stays open") + lines(left, 690, "Nobody has proposed that it should close.")),
			[]string{"p. 1| The harbour stays open", "p. 1| Nobody has proposed that it should close."}},
		"items of a list": {onePage(lines(left, 700, "1. One thing that takes more than a single line to be", "told in full.", "2. Another thing.", "3. A third.")),
			[]string{"p. 1| 1. One thing that takes more than a single line to be told in full.", "p. 1| 2. Another thing.", "p. 1| 3. A third."}},
		"hyphens at line ends": {onePage(lines(left, 700, "The administration is said to be pro-", "Russian, the well-being of COVID-", "19 patients is an exam-", "ple, and well-", "being is written so; the harbour mas-", "ter says so.")),
			[]string{"p. 1| The administration is said to be pro-Russian, the well-being of COVID-19 patients is an example, and well-being is written so; the harbour master says so."}},
		"a dash at a line end": {onePage(lines(left, 700, "The harbour does not close -", "nobody has proposed that.")),
			[]string{"p. 1| The harbour does not close - nobody has proposed that."}},
		"columns written across": {onePage(strings.Join(letters, "")),
			[]string{"p. 1| left side line 0 goes on left side line 1 goes on left side line 2 goes on left side line 3 goes on left side line 4 goes on left side line 5 goes on left side line 6 goes on left side line 7 goes on right side line 0 goes on right side line 1 goes on right side line 2 goes on right side line 3 goes on right side line 4 goes on right side line 5 goes on right side line 6 goes on right side line 7 goes on",
				"lost: 1 page is set in columns, which were put one after the other."}},
		"a table": {onePage(say(left, 700, 12, "Year") + say(250, 700, 12, "Ships") + say(left, 684, 12, "2022") + say(250, 684, 12, "14") + say(left, 668, 12, "2023") + say(250, 668, 12, "9")),
			[]string{"p. 1| Year\tShips / 2022\t14 / 2023\t9", "lost: 1 table was laid out row by row."}},
		"a paragraph over a page border": {portable{sheets: []sheet{
			running(1, lines(left, 700, "Nobody with a say in the matter has proposed that", "the harbour should")),
			running(2, lines(left, 700, "close, and it does not.")),
			running(3, lines(left, 700, "The end."))}}.bytes(),
			[]string{"p. 1| Nobody with a say in the matter has proposed that the harbour should close, and it does not.", "p. 3| The end.",
				"lost: Page headers, footers and page numbers were left out."}},
		"a note at the foot of a page": {portable{sheets: []sheet{
			{marks: lines(left, 700, "Nobody with a say in the matter has proposed that", "the harbour should") + say(left, 60, 8, "1 See the annual report.")},
			{marks: lines(left, 700, "close, and it does not.")}}}.bytes(),
			[]string{"p. 1| Nobody with a say in the matter has proposed that the harbour should close, and it does not.", "p. 1| 1 See the annual report."}},
		"labels of its own": {portable{catalog: "/PageLabels << /Nums [0 << /S /r >> 1 << /S /D /St 7 >>] >>", sheets: []sheet{
			{marks: lines(left, 700, "Preface.")}, {marks: lines(left, 700, "Text.")}}}.bytes(),
			[]string{"p. i| Preface.", "p. 7| Text."}},
		"what is no text": {portable{sheets: []sheet{{marks: "q 50 0 0 50 300 300 cm /I Do Q\n" + lines(left, 700, "Text beside a picture."),
			extras: "/Annots [<< /Type /Annot /Subtype /Text /Rect [1 1 9 9] /Contents (Wrong!) >> << /Type /Annot /Subtype /Highlight /Rect [1 1 9 9] /QuadPoints [1 9 9 9 1 1 9 1] >> << /Type /Annot /Subtype /Widget /FT /Tx /Rect [1 1 9 9] >>]"},
			{marks: "q 50 0 0 50 300 300 cm /I Do Q\n"}}}.bytes(),
			[]string{"p. 1| Text beside a picture.", "lost: 1 page is a picture without text and was left out.", "lost: 2 images were left out.",
				"lost: 2 comments or marks were left out.", "lost: 1 form field was left out."}},
		"a page that is shown turned": {portable{sheets: []sheet{{extras: "/Rotate 90", marks: "q 0 1 -1 0 595 0 cm\n" + lines(left, 500, "Turned by a quarter, this line is", "level all the same.") + "Q"}}}.bytes(),
			[]string{"p. 1| Turned by a quarter, this line is level all the same."}},
		"a line up the margin": {onePage("q 0 1 -1 0 40 100 cm " + say(0, 0, 12, "Sideways stamp of an archive") + " Q\n" + lines(left, 700, "Level text.")),
			[]string{"p. 1| Level text.", "lost: 1 page has text that runs up or down its margin, which was left out."}},
	} {
		doc, err := filed(c.raw, "a.pdf")
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

func TestPDFTellsOfItself(t *testing.T) {
	body := say(72, 720, 20, "The harbour stays open") + lines(72, 690, "The night ferry was taken off for the winter, as it is in each year, and it comes", "back in the spring with the first of the large ships from the north of the country.")
	for name, c := range map[string]struct {
		info, catalog string
		want          factcheck.SourceDraft
	}{
		"all of it":          {"/Title (Notes on the harbour) /Author (Anna Weber; Jonas Lind) /CreationDate (D:20230914120000+02'00')", "/Lang (en-GB)", factcheck.SourceDraft{Title: "Notes on the harbour", Authors: []string{"Anna Weber", "Jonas Lind"}, PublishedOn: "2023-09-14", Language: "en-GB"}},
		"nothing":            {"", "", factcheck.SourceDraft{Title: "The harbour stays open", Language: "en"}},
		"what programs say":  {"/Title (Microsoft Word - final_v3.docx) /Author (Administrator) /CreationDate (yesterday)", "/Lang (de)", factcheck.SourceDraft{Title: "The harbour stays open", Language: "en"}},
		"the name of a file": {"/Title (report.indd) /Author (user)", "", factcheck.SourceDraft{Title: "The harbour stays open", Language: "en"}},
		"in UTF-16":          {"/Title <FEFF0540057105730575> /Author ()", "", factcheck.SourceDraft{Title: "Հձճյ", Language: "en"}},
	} {
		doc, err := filed(portable{sheets: []sheet{{marks: body}}, info: c.info, catalog: c.catalog}.bytes(), "a.pdf")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(c.want, doc.Guess); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestPDFThatCannotBeReadSaysWhyAndWhatToDo(t *testing.T) {
	sound := onePage(lines(72, 700, "Sound text."))
	var many []sheet
	for range pdf.MaxPages + 1 {
		many = append(many, sheet{})
	}
	locked := portable{sheets: []sheet{{marks: lines(72, 700, "Locked.")}},
		trailer: "/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 " +
			"/O <" + strings.Repeat("41", 32) + "> /U <" + strings.Repeat("42", 32) + "> >>"}.bytes()
	for name, c := range map[string]struct {
		raw  []byte
		says string
	}{
		"locked":              {locked, "locked with a password"},
		"breaks off":          {sound[:len(sound)/2], "breaks off before its end"},
		"nothing but a start": {[]byte("%PDF-1.7\n"), "breaks off before its end"},
		"no pages":            {portable{}.bytes(), "has no pages"},
		"too many pages":      {portable{sheets: many}.bytes(), "more than 1,000 pages"},
		"pictures only":       {onePage("q 500 0 0 700 50 50 cm /I Do Q"), "Run OCR"},
		"empty pages":         {onePage(""), "pictures of pages and no text"},
		"rubbish":             {[]byte("%PDF-1.7\n" + strings.Repeat("\x00\xFFrubbish", 500) + "\n%%EOF"), "is broken"},
		"an empty file":       {nil, "a.pdf is empty"},
		"a PNG":               {[]byte("\x89PNG\r\n\x1a\n"), "a picture (PNG)"},
		"text":                {[]byte("Not a PDF."), "is no PDF"},
		"too large":           {append([]byte("%PDF-1.7\n"), make([]byte, MaxFile)...), "at most 20,971,520 fit"},
	} {
		doc, err := filed(c.raw, "a.pdf")
		problems := factcheck.Problems(err)
		if doc != nil || len(problems) != 1 || problems[0].Field != "file" || !strings.Contains(problems[0].Message, c.says) {
			t.Errorf("%s: got %v, want …%s…", name, err, c.says)
		}
	}
	if doc, err := filed(sound, "a.pdf"); err != nil || doc.Text != "Sound text." || doc.MediaType != pdfMedia {
		t.Errorf("after all of that a sound one is not read: %v", err)
	}
}

func TestPDFTellsHowFarItIs(t *testing.T) {
	var said []string
	raw := portable{sheets: []sheet{{marks: lines(72, 700, "a")}, {marks: lines(72, 700, "b")}}}.bytes()
	_, err := reader().File(t.Context(), raw, "a.pdf", func(done, of int) { said = append(said, fmt.Sprintf("%d of %d", done, of)) })
	if got := strings.Join(said, ", "); err != nil || got != "1 of 2, 2 of 2" {
		t.Errorf("%q, %v", got, err)
	}
}

// endless is a PDF whose page draws itself for ages.
func endless() []byte {
	form := func(draws int) string {
		marks := strings.Repeat("/X Do\n", 200)
		return fmt.Sprintf("<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> /XObject << /X %d 0 R >> >> /Length %d >>\nstream\n%s\nendstream", draws, len(marks), marks)
	}
	text := lines(72, 700, strings.Repeat("text ", 40))
	leaf := fmt.Sprintf("<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Length %d >>\nstream\n%s\nendstream", len(text), text)
	return portable{more: []string{form(8), form(9), form(10), leaf},
		sheets: []sheet{{marks: "/X Do\n", extras: ""}}}.withForm().bytes()
}

// withForm makes object 7 the form that pages draw.
func (p portable) withForm() portable {
	for i := range p.sheets {
		p.sheets[i].extras += " /Resources << /Font << /F1 3 0 R >> /XObject << /X 7 0 R >> >>"
	}
	return p
}

func TestPDFIsBrokenOffWithItsContext(t *testing.T) {
	if _, err := filed(onePage(lines(72, 700, "warm")), "a.pdf"); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	begun := time.Now()
	_, err := reader().File(ctx, endless(), "a.pdf", nil)
	if !errors.Is(err, context.DeadlineExceeded) || time.Since(begun) > 5*time.Second {
		t.Errorf("%v after %v", err, time.Since(begun))
	}
	if doc, err := filed(onePage(lines(72, 700, "Next.")), "a.pdf"); err != nil || doc.Text != "Next." {
		t.Errorf("the next document is not read: %v", err)
	}
}

func TestClosedReaderReadsNoPDF(t *testing.T) {
	r := New()
	if err := errors.Join(r.Close(), r.Close()); err != nil {
		t.Fatal(err)
	}
	_, err := r.File(t.Context(), onePage(lines(72, 700, "a")), "a.pdf", nil)
	if !errors.Is(err, pdf.ErrEngine) || factcheck.KindOf(err) != factcheck.Internal {
		t.Errorf("%v", err)
	}
}
