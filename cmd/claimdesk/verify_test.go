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
	if r := record[newsroom.Report](t, done(t, "", "verify", "--json", at)); !r.OK || r.Counts["snapshots"] != 1 || r.Counts["events"] < 2 || r.Faults == nil || len(r.Faults) > 0 || len(r.LastEventHash) != 64 {
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
	if r := record[newsroom.Report](t, got.out); got.code != exitFailed || r.OK || len(r.Faults) == 0 || r.Faults[0] != (newsroom.Fault{Check: "snapshots", What: "snapshot 1", Why: r.Faults[0].Why}) {
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
	for _, on := range []bool{false, true} {
		var screen bytes.Buffer
		p := progress{to: &screen, on: on}
		p.show([]newsroom.Tally{{Things: "snapshots", Done: 1, Of: 10}, {Things: "quotes", Done: 12000, Of: 100000}})
		p.show([]newsroom.Tally{{Things: "snapshots", Done: 2, Of: 10}, {Things: "quotes", Done: 13000, Of: 100000}})
		p.show([]newsroom.Tally{{Things: "events", Done: 1, Of: 5}})
		p.show([]newsroom.Tally{{Things: "database file"}})
		p.clear()
		want := ""
		if on { // the second came too soon to be read
			want = "\r\x1b[KChecking snapshots 1 of 10, quotes 12,000 of 100,000\r\x1b[KChecking events 1 of 5\r\x1b[KChecking database file\r\x1b[K"
		}
		if screen.String() != want {
			t.Errorf("on %v it wrote %q", on, screen.String())
		}
	}
	if onScreen(new(bytes.Buffer)) {
		t.Error("a buffer is taken for a screen")
	}
}

func TestNumbersAreGrouped(t *testing.T) {
	for n, want := range map[int]string{0: "0", 7: "7", 999: "999", 1000: "1,000", 100000: "100,000", 1234567: "1,234,567", -100: "-100", -1000: "-1,000"} {
		if got := grouped(n); got != want {
			t.Errorf("%d is written %q", n, got)
		}
	}
}
