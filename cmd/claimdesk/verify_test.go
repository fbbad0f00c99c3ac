package main

import (
	"bytes"
	"database/sql"
	"path/filepath"
	"strings"
	"testing"

	"claimdesk/internal/newsroom"
	"claimdesk/internal/store"
)

func TestASoundNewsroomHolds(t *testing.T) {
	at := "--data=" + t.TempDir()
	done(t, "", "user", "list", at)
	done(t, "", "source", "add", written(t, "chair.txt", brief), at)
	if printed := done(t, "", "verify", at); !strings.Contains(printed, " 1 snapshot,") || !strings.Contains(printed, "Everything holds.") {
		t.Errorf("it says %q", printed)
	}
	if r := record[newsroom.Report](t, done(t, "", "verify", "--json", at)); r.Snapshots != 1 || r.Events < 2 || r.Faults == nil || len(r.Faults) > 0 {
		t.Errorf("it says %+v", r)
	}
}

func TestATamperedSnapshotDoesNotHold(t *testing.T) {
	folder := t.TempDir()
	done(t, "", "user", "list", "--data", folder)
	done(t, "", "source", "add", written(t, "chair.txt", brief), "--data", folder)
	tamper(t, folder, `DROP TRIGGER snapshots_stay`, `UPDATE snapshots SET text = replace(text, 'has not given', 'has given')`)
	got := claimdesk(t, "", "verify", "--data", folder)
	refused(t, got, exitFailed, "not everything holds: ")
	if !strings.Contains(got.out, "snapshot 1: the text has another hash") {
		t.Errorf("it does not say where: %q", got.out)
	}
	got = claimdesk(t, "", "verify", "--json", "--data", folder)
	if r := record[newsroom.Report](t, got.out); got.code != exitFailed || len(r.Faults) == 0 || r.Faults[0].What == "" || r.Faults[0].Why == "" {
		t.Errorf("ended with %d and %+v", got.code, r)
	}
}

// tamper changes a newsroom's database from outside the program.
func tamper(t *testing.T, folder string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(folder, store.FileName))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
}

func TestProgressIsForScreensAlone(t *testing.T) {
	var screen bytes.Buffer
	for _, on := range []bool{false, true} {
		screen.Reset()
		p := progress{&screen, on}
		p.show(300)
		p.clear()
		if shown := strings.Contains(screen.String(), "300 checked"); shown != on {
			t.Errorf("on %v it wrote %q", on, screen.String())
		}
	}
	if onScreen(&screen) {
		t.Error("a buffer is taken for a screen")
	}
}
