package ingest

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
)

// brief is laid out as briefs that come by mail are: the title twice, blank
// lines by the handful, blanks at line ends.
const brief = "\uFEFFNotes on the Harbour: What the “Closure” Is\r\n\r\n" +
	"Notes on the Harbour: What the “Closure” Is\r\n\r\n\r\n\r\n" +
	"By Anna Weber and Jonas Lind\r\n14 September 2023\r\n\r\n\r\n" +
	"The harbour of the town has been said to close. It does not close, and nobody with a say in the matter has proposed that it should. \r\n\r\n\r\n" +
	"What has happened\r\n\r\n" +
	"1. The night ferry was taken off the timetable for the winter, as it is in each year.\r\n\r\n\r\n" +
	"2. The harbour master’s term ended. A successor is to be named in the spring.\u00A0\r\n\r\n" +
	"3. The council asked for a report on the cost of dredging.\r\n"

func TestTextKeepsItsWordsAndTellsOfItself(t *testing.T) {
	doc, err := Text([]byte(brief), "harbour.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := factcheck.SourceDraft{Title: "Notes on the Harbour: What the “Closure” Is", Authors: []string{"Anna Weber", "Jonas Lind"},
		PublishedOn: "2023-09-14", Language: "en"}
	if diff := cmp.Diff(want, doc.Guess); diff != "" {
		t.Errorf("guess (-want +got):\n%s", diff)
	}
	if strings.Contains(doc.Text, "\n\n\n") || strings.Contains(doc.Text, " \n") || strings.Count(doc.Text, "“Closure”") != 2 {
		t.Errorf("the text was not normalised, or more than that: %q", doc.Text)
	}
	if string(doc.Original) != brief || doc.MediaType != "text/plain; charset=utf-8" || doc.FileName != "harbour.txt" {
		t.Errorf("the original is not as it came: %q %q", doc.MediaType, doc.FileName)
	}
	if got := items(doc); len(got) != 3 || !strings.HasPrefix(got[1], "2. The harbour master") {
		t.Errorf("the points are not a passage each: %q", got)
	}
}

// TestTheRealBriefComesInWell reads the file that the environment names.
func TestTheRealBriefComesInWell(t *testing.T) {
	name := os.Getenv("CLAIMDESK_TEST_BRIEF")
	if name == "" {
		t.Skip("CLAIMDESK_TEST_BRIEF names no file")
	}
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := filed(raw, name)
	if err != nil {
		t.Fatal(err)
	}
	if doc.Guess.Title != "RCDS Insights: Armenia’s “anti-Russian” Turn" || doc.Guess.Language != "en" {
		t.Errorf("guess %+v", doc.Guess)
	}
	if strings.Contains(doc.Text, "\n\n\n") {
		t.Error("blank lines were left in")
	}
	got := items(doc)
	if len(got) != 5 {
		t.Fatalf("%d items, want the five numbered points", len(got))
	}
	for i, text := range got {
		if !strings.HasPrefix(text, string(rune('1'+i))+". ") {
			t.Errorf("item %d is %.60q", i+1, text)
		}
	}
}

func items(doc *factcheck.Document) []string {
	var found []string
	for _, p := range doc.Passages {
		if p.Kind == quote.Item {
			found = append(found, p.Text)
		}
	}
	return found
}

func TestMarkdownLosesItsMarks(t *testing.T) {
	const raw = "---\ntitle: 'From the front'\nauthor: Anna Weber\ndate: 2023-09-14T08:00:00Z\nlang: de\n---\n\n# The *harbour*\n\n" +
		"The **night ferry** was [taken off](https://example.org)\nfor the winter.\n\n3. one\n4. two\n\n- a\n- b\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n<script>bad()</script>\n"
	doc, err := Markdown([]byte(raw), "")
	if err != nil {
		t.Fatal(err)
	}
	want := "The harbour\n\nThe night ferry was taken off for the winter.\n\n3. one\n\n4. two\n\n• a\n\n• b\n\nx\ty\n1\t2"
	if diff := cmp.Diff(want, doc.Text); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
	guess := factcheck.SourceDraft{Title: "From the front", Authors: []string{"Anna Weber"}, PublishedOn: "2023-09-14", Language: "de"}
	if diff := cmp.Diff(guess, doc.Guess); diff != "" {
		t.Errorf("guess (-want +got):\n%s", diff)
	}
	if doc, err = Markdown([]byte("# The harbour\n\nBy Anna Weber\n\ntext"), ""); err != nil || doc.Guess.Title != "The harbour" {
		t.Errorf("the heading is the title: %+v %v", doc, err)
	}
}

func TestFileGoesByItsNameAndContent(t *testing.T) {
	for name, c := range map[string]struct{ file, raw, media, text string }{
		"text":           {"a.txt", "a\n\n\nb", plainText, "a\n\nb"},
		"capitals":       {"A.TXT", "a", plainText, "a"},
		"markdown":       {"a.md", "*a*", markdownText, "a"},
		"long ending":    {"a.markdown", "*a*", markdownText, "a"},
		"page":           {"a.html", "<p>a", htmlText, "a"},
		"short ending":   {"a.htm", "<p>a", htmlText, "a"},
		"in a folder":    {`C:\briefs\a.txt`, "a", plainText, "a"},
		"page, nameless": {"page", "\uFEFF\n<!DOCTYPE html><p>a", htmlText, "a"},
		"text, nameless": {"", "<3 a", plainText, "<3 a"},
	} {
		doc, err := filed([]byte(c.raw), c.file)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if doc.MediaType != c.media || doc.Text != c.text || strings.ContainsAny(doc.FileName, `\/`) {
			t.Errorf("%s: got %q %q %q", name, doc.MediaType, doc.Text, doc.FileName)
		}
	}
}

func TestWhatCannotBeReadIsRefusedWithItsField(t *testing.T) {
	large := strings.Repeat("a", factcheck.MaxSourceText+1)
	for name, c := range map[string]struct {
		read        func([]byte, string) (*factcheck.Document, error)
		raw, file   string
		field, says string
	}{
		"empty text":         {Text, "", "", "text", "no text"},
		"blank text":         {Text, " \n\u00A0\t", "", "text", "no text"},
		"nothing but a mark": {Text, "\uFEFF\u200B", "", "text", "no text"},
		"invalid text":       {Text, "ab\xffc", "", "text", "byte 2"},
		"invalid markdown":   {Markdown, "\xc3", "", "text", "byte 0"},
		"invalid page":       {HTML, "<p>\xe9t\xe9", "", "html", "byte 3"},
		"surrogate":          {Text, "a\xed\xa0\x80", "", "text", "byte 1"},
		"wide, pasted":       {Text, "\xff\xfea\x00", "", "text", "UTF-16"},
		"empty page":         {HTML, "<html><script>x</script>", "", "html", "no text"},
		"deep page":          {HTML, strings.Repeat("<div>", 1000) + "a", "", "html", "nested too deeply"},
		"deep markdown":      {Markdown, strings.Repeat("<div>\n", 1000), "", "text", "nested too deeply"},
		"many paragraphs":    {Text, strings.Repeat("a\n\n", mostPassages+1), "", "text", "50,001 paragraphs; at most 50,000"},
		"many in a page":     {HTML, strings.Repeat("<p>a", mostPassages+1), "", "html", "50,001 paragraphs; at most 50,000"},
		"long text":          {Text, large, "", "text", "5,242,881 bytes; at most 5,242,880"},
		"long page":          {HTML, large, "", "html", "5,242,881 bytes"},
		"a picture":          {filed, "\x89PNG\r\n\x1a\n", "a.txt", "file", "a.txt is a picture (PNG). Read it"},
		"half a PDF":         {filed, "%PDF-1.4", "a.txt", "file", "breaks off"},
		"zero bytes":         {filed, "a\x00b", "a.txt", "file", "is not a text file"},
		"another ending":     {filed, "a,b", "a.csv", "file", "a.csv is not a file that can be read here"},
		"invalid file":       {filed, "abc\x80", "a.md", "file", "byte 3"},
	} {
		doc, err := c.read([]byte(c.raw), c.file)
		problems := factcheck.Problems(err)
		if doc != nil || len(problems) != 1 || problems[0].Field != c.field || !strings.Contains(problems[0].Message, c.says) {
			t.Errorf("%s: got %v, want %s: …%s…", name, err, c.field, c.says)
		}
	}
}

// holds checks what must be true of every document.
func holds(t *testing.T, doc *factcheck.Document) {
	t.Helper()
	again, err := quote.Normalise([]byte(doc.Text))
	if err != nil || again != doc.Text || doc.Text == "" || len(doc.Passages) == 0 {
		t.Fatalf("not a normalised text: %q, %v", doc.Text, err)
	}
	runes := []rune(doc.Text)
	for i, p := range doc.Passages {
		if p.Number != i+1 || p.Text != string(runes[p.Start:p.End]) {
			t.Fatalf("passage %d is not where it says: %+v", i, p)
		}
	}
	guess := doc.Guess
	if guess.Title == "" {
		guess.Title = "-"
	}
	if _, err := guess.Check(farOff); err != nil || !utf8.ValidString(guess.Title) {
		t.Fatalf("a guess that cannot be saved: %+v, %v", doc.Guess, err)
	}
}
