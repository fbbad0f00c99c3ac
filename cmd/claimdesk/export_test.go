package main

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"claimdesk/internal/demo"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/store"
	"claimdesk/internal/web"
)

// exampleIn builds the example newsroom in a folder.
func exampleIn(t *testing.T, folder string) {
	t.Helper()
	st, err := store.Open(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	err = demo.Build(t.Context(), func(now func() time.Time) (*newsroom.Room, error) {
		return newsroom.Open(t.Context(), st, newsroom.Options{BaseURL: "http://127.0.0.1:8080", Now: now})
	})
	if err != nil {
		t.Fatal(err)
	}
}

// entriesOf are the entries of a ZIP by name.
func entriesOf(t *testing.T, path string) map[string]string {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	entries := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		entries[f.Name] = string(content)
	}
	return entries
}

// publicPages are all pages that links lead to from the front, by address.
func publicPages(t *testing.T, folder string) map[string]string {
	t.Helper()
	st, err := store.Open(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	base, _ := url.Parse("http://127.0.0.1:8080")
	room, err := newsroom.Open(t.Context(), st, newsroom.Options{BaseURL: base.String()})
	if err != nil {
		t.Fatal(err)
	}
	defer room.Close()
	server := web.New(room, web.Options{BaseURL: base, Log: slog.New(slog.DiscardHandler)})
	link := regexp.MustCompile(`(?:href|src)="(?:http://127\.0\.0\.1:8080)?(/[^"#]*)`)
	pages, waiting := map[string]string{}, []string{"/", "/feed.xml", "/evidence/1.json", "/corrections", "/fact-checks?q=armenia"}
	for len(waiting) > 0 {
		path := strings.ReplaceAll(waiting[0], "&amp;", "&")
		waiting = waiting[1:]
		if _, seen := pages[path]; seen || strings.HasPrefix(path, "/desk") || strings.HasPrefix(path, "/static") {
			continue
		}
		w := httptest.NewRecorder()
		server.ServeHTTP(w, httptest.NewRequest(http.MethodGet, base.String()+path, nil))
		pages[path] = w.Header().Get("ETag") + w.Body.String()
		for _, found := range link.FindAllStringSubmatch(w.Body.String(), -1) {
			waiting = append(waiting, found[1])
		}
	}
	return pages
}

func TestANewsroomIsTheSameAfterExportAndImport(t *testing.T) {
	was, is, out := t.TempDir(), filepath.Join(t.TempDir(), "new"), t.TempDir()
	exampleIn(t, was)
	first, second, third := filepath.Join(out, "1.zip"), filepath.Join(out, "2.zip"), filepath.Join(out, "3.zip")
	done(t, "", "export", first, "--data", was)
	done(t, "", "export", second, "--data", was)
	if a, b := contentOf(t, first), contentOf(t, second); !bytes.Equal(a, b) {
		t.Error("two exports of one state differ")
	}
	if said := done(t, "", "import", first, "--data", is); !strings.Contains(said, "All of it was checked and holds.") {
		t.Errorf("it says %q", said)
	}
	if printed := done(t, "", "verify", "--data", is); !strings.Contains(printed, "Everything holds.") {
		t.Errorf("verify says %q", printed)
	}
	done(t, "", "export", third, "--data", is)
	a, b := entriesOf(t, first), entriesOf(t, third)
	for _, name := range slices.Sorted(maps.Keys(a)) {
		if a[name] != b[name] {
			t.Errorf("%s differs after the import", name)
		}
	}
	if len(a) != len(b) || len(a) < 40 {
		t.Errorf("there are %d entries, then %d", len(a), len(b))
	}
	pagesWere, pagesAre := publicPages(t, was), publicPages(t, is)
	for _, path := range slices.Sorted(maps.Keys(pagesWere)) {
		if pagesWere[path] != pagesAre[path] {
			t.Errorf("%s differs after the import", path)
		}
	}
	if len(pagesWere) < 40 {
		t.Errorf("only %d pages were found", len(pagesWere))
	}
	refused(t, claimdesk(t, "", "import", first, "--data", is), exitFailed, "There is a newsroom with people or work in it already")
}

func contentOf(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func TestAnExportHoldsNoSecretOfAnAccount(t *testing.T) {
	folder := t.TempDir()
	done(t, "four quiet herons wade\n", "user", "add", "--email", "ani@example.org", "--name", "Ani", "--role", "editor", "--password-stdin", "--data", folder)
	done(t, "", "user", "add", "--email", "bo@example.org", "--name", "Bo", "--role", "admin", "--data", folder)
	token := done(t, "", "token", "add", "--user", "ani@example.org", "--name", "script", "--data", folder)
	file := filepath.Join(t.TempDir(), "all.zip")
	done(t, "", "export", file, "--data", folder)
	entries := entriesOf(t, file)
	for name, content := range entries {
		for _, secret := range []string{"argon2", "password\":", strings.TrimSpace(token), "token_hash"} {
			if strings.Contains(content, secret) {
				t.Errorf("%s holds %q", name, secret)
			}
		}
	}
	if !strings.Contains(entries["newsroom/users.jsonl"], "ani@example.org") {
		t.Error("the people are not in it")
	}
}

func TestANewsroomThatIsOnlyCreatedGivesWay(t *testing.T) {
	was, is, file := t.TempDir(), t.TempDir(), filepath.Join(t.TempDir(), "all.zip")
	done(t, "", "user", "list", "--data", was)
	done(t, "", "source", "add", written(t, "chair.txt", brief), "--data", was)
	done(t, "", "export", file, "--data", was)
	done(t, "", "user", "list", "--data", is)
	r := record[newsroom.TakenOver](t, done(t, "", "import", file, "--json", "--data", is))
	if r.Files != 1 || r.Events < 2 || r.Rows < 5 {
		t.Errorf("it says %+v", r)
	}
	if left, err := filepath.Glob(filepath.Join(is, "*")); err != nil || len(left) != 1 {
		t.Errorf("the folder holds %v, %v", left, err)
	}
	serving := t.TempDir()
	process(t, serving)
	refused(t, claimdesk(t, "", "import", file, "--data", serving), exitFailed, "Stop the server first")
}

func TestFilesThatAreThereStay(t *testing.T) {
	folder := t.TempDir()
	done(t, "", "user", "list", "--data", folder)
	file := written(t, "there.csv", "mine")
	refused(t, claimdesk(t, "", "export", "--csv", file, "--data", folder), exitFailed, "is there already")
	if string(contentOf(t, file)) != "mine" {
		t.Error("it was written over")
	}
	done(t, "", "export", "--csv", file, "--force", "--data", folder)
	if !strings.HasPrefix(string(contentOf(t, file)), "id,status,text,") {
		t.Errorf("it holds %q", contentOf(t, file))
	}
	refused(t, claimdesk(t, "", "export", "--data", folder), exitUsage, "name a file")
	refused(t, claimdesk(t, "", "export", "-", "--csv", "-", "--data", folder), exitUsage, "cannot both be written to -")
}

func TestChecksAndClaimsAreWrittenForOtherPrograms(t *testing.T) {
	folder := t.TempDir()
	exampleIn(t, folder)
	var feed struct {
		Type  string `json:"@type"`
		Items []struct {
			URL  string
			Item []struct {
				Type string `json:"@type"`
				ID   string `json:"@id"`
			}
		} `json:"dataFeedElement"`
	}
	printed := done(t, "", "export", "--claimreview", "-", "--data", folder)
	if err := json.Unmarshal([]byte(printed), &feed); err != nil || feed.Type != "DataFeed" || len(feed.Items) < 4 {
		t.Errorf("it is a %s of %d, %v", feed.Type, len(feed.Items), err)
	}
	for _, item := range feed.Items {
		if len(item.Item) != 1 || item.Item[0].Type != "ClaimReview" || item.Item[0].ID != item.URL {
			t.Errorf("an item is %+v", item)
		}
	}
	rows, err := csv.NewReader(strings.NewReader(done(t, "", "export", "--csv", "-", "--data", folder))).ReadAll()
	if err != nil || len(rows) < 10 || rows[1][0] != "1" {
		t.Errorf("there are %d rows, %v", len(rows), err)
	}
}
