package store_test

import (
	"slices"
	"strings"
	"testing"

	"claimdesk/internal/store/storetest"
)

// free are the columns of protected tables that may change.
var free = map[string][]string{
	"evidence": {"id", "position", "stance", "speaker", "note", "translation", "translator", "created_by", "created_at", "removed_at"},
}

func TestWhatIsKeptForGoodCanNeitherBeChangedNorDeleted(t *testing.T) {
	s := storetest.New(t)
	furnish(t, s)
	db := storetest.Raw(t, s.Path())
	if _, err := db.Exec(`INSERT INTO tombstones (table_name, row_id, ground, old_hash, at) VALUES ('other', 1, 'g', '', 1)`); err != nil {
		t.Fatal(err)
	}
	for _, table := range []string{"snapshots", "originals", "passages", "evidence", "verdicts", "articles", "scales",
		"revisions", "events", "versions", "tombstones"} {
		columns := columnsOf(t, s.Path(), table)
		for _, column := range columns {
			result, err := db.Exec(`UPDATE ` + table + ` SET ` + column + ` = ` + column)
			switch {
			case slices.Contains(free[table], column):
				if err != nil {
					t.Errorf("%s.%s cannot be changed: %v", table, column, err)
				}
			case err == nil:
				n, _ := result.RowsAffected()
				t.Errorf("%s.%s was changed in %d rows", table, column, n)
			case !strings.Contains(err.Error(), "cannot be changed"):
				t.Errorf("%s.%s: %v", table, column, err)
			}
		}
		if _, err := db.Exec(`DELETE FROM ` + table); err == nil || !strings.Contains(err.Error(), "cannot be deleted") {
			t.Errorf("deleting %s: %v", table, err)
		}
		var rows int
		if err := db.QueryRow(`SELECT count(*) FROM ` + table).Scan(&rows); err != nil || rows == 0 {
			t.Errorf("%s has %d rows, %v: the test tried nothing", table, rows, err)
		}
	}
}

func columnsOf(t *testing.T, path, table string) (names []string) {
	t.Helper()
	rows, err := storetest.Raw(t, path).Query(`SELECT name FROM pragma_table_info($1)`, table)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	if err := rows.Err(); err != nil || len(names) == 0 {
		t.Fatalf("%s has no columns: %v", table, err)
	}
	return names
}

func TestTheIDOfAFeedItemStays(t *testing.T) {
	s := storetest.New(t)
	furnish(t, s)
	db := storetest.Raw(t, s.Path())
	for _, column := range []string{"guid", "first_at", "claim_id"} {
		if _, err := db.Exec(`UPDATE publications SET ` + column + ` = ` + column); err == nil {
			t.Errorf("%s was changed", column)
		}
	}
	if _, err := db.Exec(`UPDATE publications SET slug = 'another'`); err != nil {
		t.Errorf("a check cannot be moved: %v", err)
	}
	if _, err := db.Exec(`DELETE FROM publications`); err == nil || !strings.Contains(err.Error(), "cannot be deleted") {
		t.Errorf("a publication was deleted: %v", err)
	}
}

func TestATombstoneOpensTheRowThatItNamesAndNoOther(t *testing.T) {
	s := storetest.New(t)
	furnish(t, s)
	db := storetest.Raw(t, s.Path())
	for _, c := range []struct{ table, set, hash string }{
		{"snapshots", "text = '[removed]'", "text_sha256"},
		{"revisions", "content = '{}'", "hash"},
		{"versions", "content = '{}'", "hash"},
	} {
		bury := `INSERT INTO tombstones (table_name, row_id, ground, old_hash, at) SELECT $1, id + $2, 'court', `
		change := `UPDATE ` + c.table + ` SET ` + c.set
		for name, grave := range map[string]string{"another row": bury + c.hash, "another hash": bury + `'x'`} {
			away := 0
			if name == "another row" {
				away = 1
			}
			if _, err := db.Exec(grave+`, 1 FROM `+c.table, c.table, away); err != nil {
				t.Fatal(err)
			}
			if _, err := db.Exec(change); err == nil {
				t.Errorf("%s: a tombstone of %s opened it", c.table, name)
			}
		}
		if _, err := db.Exec(bury+c.hash+`, 1 FROM `+c.table, c.table, 0); err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec(change); err != nil {
			t.Errorf("%s: its own tombstone does not open it: %v", c.table, err)
		}
		if _, err := db.Exec(`DELETE FROM ` + c.table); err == nil {
			t.Errorf("%s: a tombstone let it be deleted", c.table)
		}
	}
}
