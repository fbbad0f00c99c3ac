package newsroom_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/store"
	"claimdesk/internal/store/storetest"
)

// exportedRoom is the export of a newsroom with a source and a claim, entry by
// entry.
func exportedRoom(t *testing.T) map[string]string {
	t.Helper()
	room, err := newsroom.Open(t.Context(), storetest.New(t), newsroom.Options{BaseURL: "http://127.0.0.1:8080"})
	succeed(t, err)
	t.Cleanup(room.Close)
	doc, err := ingest.Text([]byte("The bridge was never inspected. Nobody asked."), "bridge.txt")
	succeed(t, err)
	s, err := room.AddSource(t.Context(), factcheck.ByConsole(), factcheck.SourceDraft{Title: "Notes"}, doc)
	succeed(t, err)
	c, err := room.RecordClaim(t.Context(), factcheck.ByConsole(), factcheck.ClaimDraft{Text: "The bridge is safe"})
	succeed(t, err)
	_, _, err = room.AttachQuote(t.Context(), factcheck.ByConsole(), c.ID, newsroom.Base{},
		factcheck.EvidenceDraft{SourceID: s.ID, Exact: "never inspected", Stance: factcheck.Refutes})
	succeed(t, err)
	var out bytes.Buffer
	_, err = room.Export(t.Context(), factcheck.ByConsole(), &out, nil)
	succeed(t, err)
	z, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	succeed(t, err)
	entries := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		succeed(t, err)
		content, err := io.ReadAll(r)
		succeed(t, err)
		entries[f.Name] = string(content)
	}
	return entries
}

func succeed(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// packedAs makes a ZIP of entries; with hashes made anew, as somebody would who
// wants it to be taken in.
func packedAs(t *testing.T, entries map[string]string, anew bool) []byte {
	t.Helper()
	if anew {
		var sums strings.Builder
		for _, name := range slices.Sorted(maps.Keys(entries)) {
			if name != "SHA256SUMS" {
				fmt.Fprintf(&sums, "%s  %s\n", factcheck.HashOf([]byte(entries[name])), name)
			}
		}
		entries["SHA256SUMS"] = sums.String()
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(entries)) {
		w, err := z.Create(name)
		succeed(t, err)
		_, err = io.WriteString(w, entries[name])
		succeed(t, err)
	}
	succeed(t, z.Close())
	return out.Bytes()
}

func takeOver(ctx context.Context, folder string, raw []byte) error {
	_, err := newsroom.TakeOver(ctx, factcheck.ByConsole(), folder, bytes.NewReader(raw), int64(len(raw)), nil)
	return err
}

func TestWhatWasTamperedWithIsNotTakenOver(t *testing.T) {
	whole := exportedRoom(t)
	in := func(name, old, new string) func(map[string]string) {
		return func(e map[string]string) {
			if !strings.Contains(e[name], old) {
				t.Fatalf("%s does not hold %q: %s", name, old, e[name])
			}
			e[name] = strings.Replace(e[name], old, new, 1)
		}
	}
	set := func(name, content string) func(map[string]string) {
		return func(e map[string]string) { e[name] = content }
	}
	for what, test := range map[string]struct {
		anew   bool
		change func(map[string]string)
		says   []string
	}{
		"a changed row":            {false, in("newsroom/claims.jsonl", "is safe", "is old"), []string{"newsroom/claims.jsonl", "another hash"}},
		"a missing entry":          {false, func(e map[string]string) { delete(e, "newsroom/claims.jsonl") }, []string{"newsroom/claims.jsonl", "missing"}},
		"an added entry":           {false, set("annotations/99.json", "{}"), []string{"annotations/99.json", "put in from outside"}},
		"a path out of the folder": {true, set("../escaped", "x"), []string{"../escaped", "no export has such an entry"}},
		"an absolute path":         {true, set("/etc/passwd", "x"), []string{"/etc/passwd", "no export has such an entry"}},
		"an unknown table":         {true, set("newsroom/weather.jsonl", "{}\n"), []string{"newsroom/weather.jsonl", "newer Claimdesk"}},
		"a left out table":         {true, set("newsroom/sessions.jsonl", "{}\n"), []string{"newsroom/sessions.jsonl", "no such table"}},
		"a bomb":                   {true, set("files/"+strings.Repeat("a", 64), strings.Repeat("\x00", 80<<20)), []string{"files/aaaa", "far larger"}},
		"no hashes":                {false, func(e map[string]string) { delete(e, "SHA256SUMS") }, []string{"SHA256SUMS", "missing"}},
		"another format":           {true, in("manifest.json", "claimdesk newsroom 1", "claimdesk newsroom 2"), []string{"manifest.json", "newer Claimdesk"}},
		"a newer shape":            {true, set("manifest.json", `{"format":"claimdesk newsroom 1","shape":999}`), []string{"manifest.json", "version 999", "newer Claimdesk"}},
		"a row that is no JSON":    {true, set("newsroom/claims.jsonl", "{\"id\":1,\n"), []string{"newsroom/claims.jsonl", "line 1"}},
		"an unknown column":        {true, in("newsroom/claims.jsonl", `{"id"`, `{"mood":"x","id"`), []string{"newsroom/claims.jsonl", "line 1", "mood"}},
		"a missing column":         {true, in("newsroom/claims.jsonl", `"text":"The bridge is safe",`, ``), []string{"newsroom/claims.jsonl", "the column text is missing"}},
		"a value of another kind":  {true, in("newsroom/claims.jsonl", `"version":`, `"version":true,"x":`), []string{"newsroom/claims.jsonl", "neither a text nor a whole number"}},
		"a status that is none":    {true, in("newsroom/claims.jsonl", `"researching"`, `"pondering"`), []string{"newsroom/claims.jsonl", "line 1 does not fit"}},
		"a password":               {true, set("newsroom/users.jsonl", "{\"id\":1,\"password\":\"x\"}\n"), []string{"newsroom/users.jsonl", "line 1"}},
		"a pointer to nothing":     {true, in("newsroom/evidence.jsonl", `"source_id":1`, `"source_id":7`), []string{"points at nothing"}},
		"other words of a quote":   {true, in("newsroom/evidence.jsonl", `"exact":"never inspected"`, `"exact":"often inspected"`), []string{"does not hold", "evidence 1"}},
		"another line in the log":  {true, in("newsroom/events.jsonl", `"action":"claim.record"`, `"action":"claim.edit"`), []string{"does not hold", "event"}},
		"a newsroom without anything": {true, func(e map[string]string) {
			for name := range e {
				if strings.HasPrefix(name, "newsroom/") {
					e[name] = ""
				}
			}
		}, []string{"no settings"}},
	} {
		t.Run(what, func(t *testing.T) {
			entries := maps.Clone(whole)
			test.change(entries)
			folder := filepath.Join(t.TempDir(), "new")
			err := takeOver(t.Context(), folder, packedAs(t, entries, test.anew))
			if err == nil {
				t.Fatal("it was taken over")
			}
			for _, want := range test.says {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("it says %q, not %q", err, want)
				}
			}
			if left, _ := os.ReadDir(folder); len(left) > 0 {
				t.Errorf("%v was left behind", left)
			}
		})
	}
}

func TestAnExportThatIsCutOffIsNotTakenOver(t *testing.T) {
	raw := packedAs(t, exportedRoom(t), false)
	for _, n := range []int{0, 4, len(raw) / 2, len(raw) - 1} {
		if err := takeOver(t.Context(), t.TempDir(), raw[:n]); factcheck.KindOf(err) != factcheck.Invalid || !strings.Contains(err.Error(), "Copy it again") {
			t.Errorf("%d of %d bytes: %v", n, len(raw), err)
		}
	}
	damaged := bytes.Clone(raw)
	for i := range 40 {
		damaged[200+i] ^= 0x55
	}
	if err := takeOver(t.Context(), t.TempDir(), damaged); factcheck.KindOf(err) != factcheck.Invalid {
		t.Errorf("a damaged one: %v", err)
	}
}

func TestEveryTableIsExportedOrLeftOutWithAReason(t *testing.T) {
	var tables []string
	succeed(t, storetest.New(t).Read(t.Context(), func(q *store.Queries) (err error) {
		tables, err = q.Tables(t.Context())
		return err
	}))
	for _, name := range tables {
		_, kept := store.RecordOf(name)
		reason, left := store.LeftOut[name]
		base, _, shadow := strings.Cut(name, "_words_") // what a table of words is made of
		if shadow {
			reason, left = store.LeftOut[base+"_words"]
		}
		if kept == left || left && reason == "" {
			t.Errorf("%s is exported: %v, left out: %v because %q. Put it into store.Records or store.LeftOut.", name, kept, left, reason)
		}
	}
	if len(tables) < len(store.Records)+5 {
		t.Errorf("only %d tables were found", len(tables))
	}
}

func TestWhoeverIsNotNamedOnAProtectedSourceExportsNothingWhole(t *testing.T) {
	room, err := newsroom.Open(t.Context(), storetest.New(t), newsroom.Options{BaseURL: "http://127.0.0.1:8080"})
	succeed(t, err)
	t.Cleanup(room.Close)
	people := map[factcheck.Role]factcheck.Actor{}
	for _, role := range factcheck.Roles {
		u, _, err := room.AddUser(t.Context(), factcheck.ByConsole(), factcheck.UserDraft{Email: string(role) + "@example.org", Name: string(role), Role: role}, "")
		succeed(t, err)
		people[role] = u.Actor()
	}
	export := func(role factcheck.Role) error {
		_, err := room.Export(t.Context(), people[role], io.Discard, nil)
		return err
	}
	for _, role := range []factcheck.Role{factcheck.Reporter, factcheck.Editor} {
		if err := export(role); factcheck.KindOf(err) != factcheck.Forbidden {
			t.Errorf("a %s: %v", role, err)
		}
	}
	if err := export(factcheck.Admin); err != nil {
		t.Errorf("an admin: %v", err)
	}
	doc, err := ingest.Text([]byte("Nobody asked."), "")
	succeed(t, err)
	_, err = room.AddSource(t.Context(), people[factcheck.Reporter], factcheck.SourceDraft{Title: "Drawer", Access: factcheck.ProtectedAccess,
		Description: "Notes", Because: "They would lose their work."}, doc)
	succeed(t, err)
	if err := export(factcheck.Admin); factcheck.KindOf(err) != factcheck.Forbidden || !strings.Contains(err.Error(), "1 protected source") {
		t.Errorf("an admin who is not named: %v", err)
	}
	if _, err := room.Export(t.Context(), factcheck.ByConsole(), io.Discard, nil); err != nil {
		t.Errorf("the console: %v", err)
	}
}
