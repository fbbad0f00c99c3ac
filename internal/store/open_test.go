package store_test

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"claimdesk/internal/store"
	"claimdesk/internal/store/storetest"
	"claimdesk/migrations"
)

func TestANewFolderBecomesANewsroomAndIsFoundAgain(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "deep", "data")
	if store.Exists(folder) {
		t.Fatal("a folder that is not there holds a newsroom")
	}
	for range 3 {
		s, err := store.Open(t.Context(), folder)
		if err != nil {
			t.Fatal(err)
		}
		write(t, s, func(ctx context.Context, tx *store.Tx) error { return tx.RaiseEdition(ctx) })
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	s, err := store.Open(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if edition := read(t, s, func(ctx context.Context, q *store.Queries) (int64, error) { return q.Edition(ctx) }); edition != 3 {
		t.Errorf("after three openings with one raise each the edition is %d", edition)
	}
	if faults, err := s.Sound(t.Context()); err != nil || faults != nil {
		t.Errorf("faults: %q, %v", faults, err)
	}
	if !store.Exists(folder) {
		t.Error("the newsroom is not there")
	}
	if info, err := os.Stat(folder); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the folder is open to others: %v, %v", info.Mode(), err)
	}
}

func TestEveryMigrationRanOnce(t *testing.T) {
	files, err := fs.Glob(migrations.SQLite, "sqlite/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	s := storetest.New(t) // opened once when made, and once more here
	var ran, newest int
	err = storetest.Raw(t, s.Path()).QueryRow(`SELECT count(*), max(version_id) FROM goose_db_version WHERE version_id > 0`).Scan(&ran, &newest)
	if err != nil || ran != len(files) || newest != len(files) {
		t.Errorf("%d migrations ran, the newest is %d, %v; there are %d", ran, newest, err, len(files))
	}
}

func TestTheSchemaIsStrict(t *testing.T) {
	rows, err := storetest.Raw(t, storetest.New(t).Path()).Query(
		`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		if name != "goose_db_version" && !strings.Contains(name, "_words") {
			t.Errorf("%s is not strict", name)
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
}

func TestANewerSchemaIsRefusedAndTheFileStaysAsItIs(t *testing.T) {
	for _, journal := range []string{"WAL", "DELETE"} {
		folder := storetest.Folder(t)
		path := filepath.Join(folder, store.FileName)
		db := storetest.Raw(t, path)
		for _, statement := range []string{
			`INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)`, `PRAGMA journal_mode = ` + journal,
			`PRAGMA wal_checkpoint(TRUNCATE)`,
		} {
			if _, err := db.Exec(statement); err != nil {
				t.Fatal(err)
			}
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		refused(t, journal, folder, "newer Claimdesk")
	}
}

func TestWhatIsNoDatabaseIsRefusedAndTheFileStaysAsItIs(t *testing.T) {
	whole, err := os.ReadFile(filepath.Join(storetest.Folder(t), store.FileName))
	if err != nil {
		t.Fatal(err)
	}
	torn := slices.Clone(whole)
	copy(torn[100:200], bytes.Repeat([]byte{0xAA}, 100)) // the root page
	for name, content := range map[string][]byte{
		"a text": []byte(strings.Repeat("This is no database. ", 500)), "a torn file": torn, "half of a file": whole[:len(whole)/2],
	} {
		folder := t.TempDir()
		if err := os.WriteFile(filepath.Join(folder, store.FileName), content, 0o600); err != nil {
			t.Fatal(err)
		}
		refused(t, name, folder, "")
	}
}

// refused wants opening a folder to fail in one line and to leave the file.
func refused(t *testing.T, name, folder, why string) {
	t.Helper()
	path := filepath.Join(folder, store.FileName)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(t.Context(), folder)
	if err == nil {
		t.Errorf("%s was opened", name)
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		return
	}
	if !strings.Contains(err.Error(), why) || strings.Contains(strings.TrimSpace(err.Error()), "\n") {
		t.Errorf("%s: the refusal is %q", name, err)
	}
	after, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(before, after) {
		t.Errorf("%s: the file was changed", name)
	}
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 1 {
		t.Errorf("%s: the folder holds %v besides, %v", name, entries, err)
	}
}

func TestALooseReferenceIsAFault(t *testing.T) {
	s := storetest.New(t)
	db := storetest.Raw(t, s.Path()) // without foreign keys
	if _, err := db.Exec(`INSERT INTO claim_topics (claim_id, topic_id, position) VALUES (7, 8, 1)`); err != nil {
		t.Fatal(err)
	}
	faults, err := s.Sound(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(faults) != 2 || !strings.Contains(strings.Join(faults, "\n"), "claim_topics points at nothing in topics") {
		t.Errorf("faults: %q", faults)
	}
}

func TestAValueThatItsColumnForbidsIsAFault(t *testing.T) {
	s := storetest.New(t)
	furnish(t, s)
	if _, err := storetest.Raw(t, s.Path()).Exec(`DROP TRIGGER passages_stay; PRAGMA ignore_check_constraints = 1; UPDATE passages SET start_at = -5`); err != nil {
		t.Fatal(err)
	}
	if faults, err := s.Sound(t.Context()); err != nil || len(faults) != 1 || !strings.Contains(faults[0], "CHECK constraint failed in passages") {
		t.Errorf("faults: %q, %v", faults, err)
	}
}

func TestWhatIsWrittenBetweenTwoChecksIsNoFault(t *testing.T) {
	s := storetest.New(t)
	for range 3 {
		addClaim(t, s, noon, "Rain is coming")
		if faults, err := s.Sound(t.Context()); err != nil || faults != nil {
			t.Errorf("faults: %q, %v", faults, err)
		}
	}
}

func TestNobodyElseOnTheMachineMayReadANewDatabase(t *testing.T) {
	folder := t.TempDir()
	if err := os.Chmod(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	st, err := store.Open(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%q, %v", files, err)
	}
	for _, name := range files {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s is %v, %v", name, info.Mode(), err)
		}
	}
}
