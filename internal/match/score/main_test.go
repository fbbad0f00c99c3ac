package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// written is a folder with these files.
func written(t *testing.T, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// small is a corpus of three claims. The first post finds its claim, the second
// finds another one before it, and the third finds none.
func small() map[string]string {
	return map[string]string{
		"corpus.jsonl": `{"id": "v1", "title": "Is the bridge closed?", "text": "The bridge at Harwick is closed."}
{"id": "v2", "title": "Wolves", "text": "A wolf walks through Northfield."}
{"id": "v3", "title": "The ferry", "text": "The ferry is made of wood."}
`,
		"train.queries.tsv": "t1\tThe #HarwickBridge is shut\nt2\tThe bridge at Harwick, and a wolf\nt3\tKohlrabi\nt4\tnobody judged this\n",
		"train.qrels.tsv":   "t1\t0\tv1\t1\nt2\t0\tv2\t1\nt3\t0\tv3\t1\n",
		"dev.queries.tsv":   "t9\tferry\n",
		"dev.qrels.tsv":     "t9\t0\tv3\t1\n",
	}
}

func TestTheMeasuresAreThoseOfTheJudgements(t *testing.T) {
	var out strings.Builder
	if err := run(written(t, small()), &out); err != nil {
		t.Fatal(err)
	}
	for _, row := range []string{`train +3 +0\.5000 +0\.3333 +0\.6667 `, `dev +1 +1\.0000 +1\.0000 +1\.0000 `, `both +4 +0\.6250 +0\.5000 +0\.7500 `} {
		if !regexp.MustCompile(row).MatchString(out.String()) {
			t.Errorf("no row is %q in:\n%s", row, out.String())
		}
	}
}

func TestAFolderThatCannotBeMeasuredIsRefused(t *testing.T) {
	for name, test := range map[string]struct{ file, text, reason string }{
		"no JSON":          {"corpus.jsonl", "{\n", "corpus.jsonl, line 1: "},
		"an unknown claim": {"dev.qrels.tsv", "t9 0 v3 1\nt9 0 v4 1\n", "dev.qrels.tsv, line 2: "},
		"no judgement":     {"train.qrels.tsv", "\n", "train.qrels.tsv is empty"},
	} {
		files := small()
		files[test.file] = test.text
		if err := run(written(t, files), &strings.Builder{}); err == nil || !strings.Contains(err.Error(), test.reason) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := run(t.TempDir(), &strings.Builder{}); err == nil {
		t.Error("an empty folder was measured")
	}
}
