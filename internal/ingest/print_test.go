package ingest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// printed is what a browser makes of a page when it prints it to PDF. Without
// a browser the test is skipped; but CI has to have one.
func printed(t *testing.T, page string, flags ...string) []byte {
	t.Helper()
	var browser string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "headless-shell"} {
		if found, err := exec.LookPath(name); err == nil {
			browser = found
			break
		}
	}
	if browser == "" && os.Getenv("CI") == "true" {
		t.Fatal("no browser on the PATH")
	}
	if browser == "" {
		t.Skip("no browser on the PATH")
	}
	dir := t.TempDir()
	from, to := filepath.Join(dir, "page.html"), filepath.Join(dir, "page.pdf")
	if err := os.WriteFile(from, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	args := append([]string{"--headless", "--disable-gpu", "--no-first-run", "--no-sandbox", "--user-data-dir=" + filepath.Join(dir, "profile"), "--print-to-pdf=" + to}, flags...)
	if out, err := exec.CommandContext(t.Context(), browser, append(args, from)...).CombinedOutput(); err != nil {
		t.Fatalf("printing: %v\n%s", err, out)
	}
	raw, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

const style = `<meta charset="utf-8"><style>@page{size:A4;margin:2cm}body{font:11pt "DejaVu Sans",sans-serif}</style>`

func TestPrintedPageComesInAsItReads(t *testing.T) {
	const english = "Nobody with a say in the matter has proposed that the harbour should close, and the office files are official about it."
	const armenian = "Հայաստանը դուրս չի գալիս կազմակերպությունից, և ոչ ոք, ով որոշում է կայացնում, նման բան չի առաջարկել։"
	const russian = "Армения не выходит из организации, и никто из тех, кто принимает решения, этого не предлагал."
	const arabic = "لم يقترح أحد من أصحاب القرار إغلاق الميناء (المرفأ) في عام 2023، ولا يزال مفتوحا."
	raw := printed(t, `<!doctype html><html lang="en"><title>The harbour stays open</title>`+style+
		`<h1>The harbour stays open</h1><p>`+english+`<p lang="hy">`+armenian+`<p lang="ru">`+russian+`<p lang="ar" dir="rtl">`+arabic+
		`<h2>What happened</h2><ol><li>The night ferry was taken off.<li>The term of the harbour master ended.</ol>`+
		`<table style="width:100%"><tr><td>Year<td>Ships<tr><td>2022<td>14</table>`, "--no-pdf-header-footer")
	doc, err := filed(raw, "page.pdf")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"The harbour stays open", english, armenian, russian, arabic, "What happened",
		"1. The night ferry was taken off.", "2. The term of the harbour master ended.", "Year\tShips / 2022\t14", "1 table was laid out row by row."}
	got := shown(doc)
	for i := range got {
		got[i] = strings.TrimPrefix(strings.TrimPrefix(got[i], "p. 1| "), "lost: ")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if doc.Guess.Title != "The harbour stays open" || doc.Guess.Language != "en" {
		t.Errorf("guess %+v", doc.Guess)
	}
	holds(t, doc)
}

func TestPrintedColumnsRunOneAfterTheOther(t *testing.T) {
	const long = "The extraordinary representation of international organisations notwithstanding, the administration characteristically overstated its responsibilities."
	var page strings.Builder
	page.WriteString(`<!doctype html><html lang="en"><title>a</title>` + style + `<div style="columns:2;text-align:justify">`)
	var want []string
	for range 38 {
		page.WriteString("<p>" + long)
		want = append(want, long)
	}
	doc, err := filed(printed(t, page.String()), "page.pdf")
	if err != nil {
		t.Fatal(err)
	}
	var got, labels []string
	for _, p := range doc.Passages {
		got, labels = append(got, p.Text), append(labels, p.Label)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if labels[0] != "p. 1" || labels[len(labels)-1] != "p. 2" {
		t.Errorf("labels %q", labels)
	}
	if diff := cmp.Diff([]string{"2 pages are set in columns, which were put one after the other.", "Page headers, footers and page numbers were left out."}, doc.Lost); diff != "" {
		t.Errorf("lost (-want +got):\n%s", diff)
	}
}
