package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
)

// newsroomIn makes a newsroom with an editor.
func newsroomIn(t *testing.T) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "room")
	done(t, "four quiet herons wade\n", "user", "add", "--email", "bo@check.example", "--name", "Bo", "--role", "editor", "--password-stdin", "--data", folder)
	return folder
}

func TestATableAndChecksAreImportedAsAProcess(t *testing.T) {
	folder := newsroomIn(t)
	table := written(t, "week.csv", "What;Who\nThe bridge is closed;Jo\nThe bridge is closed.;Flo\nIt rains;\n")
	checks := written(t, "partner.jsonl", `{"@type":"ClaimReview","url":"https://partner.example/1","claimReviewed":"It rains","reviewRating":{"alternateName":"True"}}`)
	for _, step := range []struct {
		arguments, want string
		code            int
	}{
		{"import " + table, "No column holds the claim", exitFailed},
		{"import --dry-run --map claim=What " + table, "Would import 2 claims. 1 recorded already.", exitDone},
		{"import --map claim=What,claimant=Who " + table, "Imported 2 claims. The claims are #1 to #2. 1 recorded already.", exitDone},
		{"import --map claim=What --no-skip-known " + table, "Imported 3 claims. The claims are #3 to #5.", exitDone},
		{"import --map claim=Where " + table, "There is no column “Where”. The table has: What, Who.", exitFailed},
		{"import " + checks, "Imported 1 new check of others.", exitDone},
		{"import --publisher-complete " + checks, "Imported nothing: all of it is here already. 1 unchanged.", exitDone},
		{"import nowhere.csv", "no such file", exitFailed},
		{"import", "expected", exitUsage},
		{"verify", "Everything holds", exitDone},
	} {
		program := exec.Command(os.Args[0], strings.Fields(step.arguments)...)
		program.Env = append(os.Environ(), asProgram+"=1", "CLAIMDESK_DATA="+folder)
		said, _ := program.CombinedOutput()
		if code := program.ProcessState.ExitCode(); code != step.code || !strings.Contains(string(said), step.want) {
			t.Errorf("%s ends with %d: %s", step.arguments, code, said)
		}
	}
}

func TestFaultsOfAnImportAreListedByLine(t *testing.T) {
	folder := newsroomIn(t)
	rows := "claim,said_on\nfine,\n" + strings.Repeat("x,someday\n", 130)
	got := claimdesk(t, rows, "import", "-", "--data", folder)
	lines := strings.Split(strings.TrimSpace(got.err), "\n")
	if got.code != exitFailed || len(lines) != factcheck.MaxFaults+2 || !strings.HasPrefix(lines[0], "line 3, said_on: Write the date") ||
		lines[len(lines)-2] != "and 30 more" || lines[len(lines)-1] != "claimdesk: nothing was imported: 130 things are wrong in the file" {
		t.Errorf("ended with %d: %s", got.code, got.err)
	}
	got = claimdesk(t, rows, "import", "-", "--json", "--data", folder)
	if o := record[factcheck.LoadOutcome](t, got.out); o.AllFaults != 130 || o.Claims != 0 || o.Faults[0].Line != 3 {
		t.Errorf("as JSON: %s", got.out)
	}
	o := record[factcheck.LoadOutcome](t, done(t, "claim\nfine\n", "import", "-", "--json", "--data", folder))
	if o.Claims != 1 || o.First != 1 || o.Format != factcheck.CSVFormat {
		t.Errorf("%+v", o)
	}
}

func TestALargeFileIsNotEvenRead(t *testing.T) {
	folder := newsroomIn(t)
	path := written(t, "large.csv", "claim\n")
	if err := os.Truncate(path, 1<<30); err != nil { // a hole: nothing lies on the disk
		t.Fatal(err)
	}
	refused(t, claimdesk(t, "", "import", path, "--data", folder), exitFailed, "larger than 100 MB")
	refused(t, claimdesk(t, "", "import", path, "--data", filepath.Join(folder, "nowhere")), exitFailed, "larger than 100 MB")
	refused(t, claimdesk(t, "claim\nx\n", "import", "-", "--data", filepath.Join(folder, "nowhere")), exitFailed, "no newsroom")
	refused(t, claimdesk(t, "claim\nCaf\xe9\n", "import", "-", "--data", folder), exitFailed, "Line 2 is not valid UTF-8 at byte 4")
}
