package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// asProgram makes the test's own binary behave as the program, for the tests
// that need a process.
const asProgram = "CLAIMDESK_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		return
	}
	for _, name := range []string{"DATA", "ADDR", "BASE_URL", "SITE_NAME", "TRUSTED_PROXIES", "FETCH_ALLOW", "ARCHIVE_API", "LOG"} {
		os.Unsetenv("CLAIMDESK_" + name)
	}
	os.Exit(m.Run())
}

// outcome is what a command leaves behind.
type outcome struct {
	code     int
	out, err string
}

// claimdesk runs a command that comes to an end by itself.
func claimdesk(t *testing.T, stdin string, args ...string) outcome {
	t.Helper()
	var stdout, stderr bytes.Buffer
	err := run(t.Context(), args, strings.NewReader(stdin), &stdout, &stderr)
	code := exitCode(err, &stderr)
	return outcome{code, stdout.String(), stderr.String()}
}

// done runs a command that must succeed, and gives what it printed.
func done(t *testing.T, stdin string, args ...string) string {
	t.Helper()
	got := claimdesk(t, stdin, args...)
	if got.code != exitDone || got.err != "" {
		t.Fatalf("%s ended with %d: %s", strings.Join(args, " "), got.code, got.err)
	}
	return got.out
}

// record reads what a command printed with --json.
func record[T any](t *testing.T, printed string) T {
	t.Helper()
	var v T
	if err := json.Unmarshal([]byte(printed), &v); err != nil || strings.Count(printed, "\n") != 1 {
		t.Fatalf("this is not one line of JSON: %q, %v", printed, err)
	}
	return v
}

// refused fails unless a command ended with the code and one line of reason.
func refused(t *testing.T, got outcome, code int, reason string) {
	t.Helper()
	line := strings.TrimSuffix(got.err, "\n")
	if got.code != code || !strings.Contains(line, reason) || strings.Contains(line, "\n") || !strings.HasPrefix(line, "claimdesk: ") {
		t.Errorf("ended with %d and %q, want %d and one line with %q", got.code, got.err, code, reason)
	}
}

// written makes a file.
func written(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestEveryCommandHelps(t *testing.T) {
	for command, wanted := range map[string][]string{
		"":              {"demo", "serve", "user add", "token revoke", "source add", "verify", "version"},
		"demo":          {"--data", "--addr", "--json", "claimdesk demo"},
		"serve":         {"--data", "--addr", "--base-url", "--site-name", "--trusted-proxies", "--fetch-allow", "--archive-api", "--log", "CLAIMDESK_ADDR", "CLAIMDESK_ARCHIVE_API", "default 127.0.0.1:8080"},
		"user add":      {"--email", "--name", "--role", "--byline", "--password-stdin", "--base-url", "--data", "--json"},
		"user list":     {"--data", "--json"},
		"user set":      {"<email>", "--role", "--name", "--data", "--json"},
		"user disable":  {"<email>", "--data"},
		"user enable":   {"<email>", "--data"},
		"user password": {"<email>", "--password-stdin", "--data"},
		"token add":     {"--user", "--name", "--days", "--data", "--json"},
		"token list":    {"--data", "--json"},
		"token revoke":  {"<id>", "--data"},
		"source add":    {"<file-or-url>", "--fetch-allow", "--title", "--publisher", "--url", "--published", "--language", "--level", "--access", "--kind", "--json"},
		"passages":      {"--source", "--limit", "default 20", "--data", "--json", "stdin"},
		"import":        {"<file>", "--map", "--dry-run", "--no-skip-known", "--publisher-complete", "--data", "--json", "ClaimReview", "FILE.zip"},
		"export":        {"<file>", "--claimreview", "--csv", "--force", "--base-url", "--data", "--json", "protected sources"},
		"verify":        {"--data", "--json"},
		"version":       {"--json"},
	} {
		printed := done(t, "", append(strings.Fields(command), "--help")...)
		for _, w := range append(wanted, "Usage: claimdesk") {
			if !strings.Contains(printed, w) {
				t.Errorf("the help of %q does not tell of %s:\n%s", command, w, printed)
			}
		}
		if command != "" && !strings.Contains(printed, "Examples:\n") {
			t.Errorf("the help of %q gives no example", command)
		}
	}
}

func TestWrongUsageEndsWithTwo(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, test := range []struct{ args, reason string }{
		{"", "see claimdesk --help"},
		{"publish", "unexpected argument publish"},
		{"user", "see claimdesk user --help"},
		{"user add --email ani@example.org", "missing flags: --name=NAME, --role=ROLE; see claimdesk user add --help"},
		{"user set ani@example.org", "give --role, --name or --byline"},
		{"user list --loud", "unknown flag --loud"},
		{"token revoke three", "three"},
		{"token add --user ani@example.org --name script --days=-1", "--days must be from 1 to 36500"},
		{"source add brief.txt --fetch-allow everywhere", "--fetch-allow (CLAIMDESK_FETCH_ALLOW) must be networks"},
		{"source add", `expected "<file-or-url>"`},
		{"passages", "missing flags: --source=ID"},
		{"passages --source one", "--source: expected a valid 64 bit int"},
		{"passages --source 1 --limit 0", "--limit must be 1 or more"},
		{"serve --addr nowhere", "--addr (CLAIMDESK_ADDR) must be HOST:PORT"},
		{"serve --fetch-allow everywhere", "--fetch-allow (CLAIMDESK_FETCH_ALLOW) must be networks"},
		{"demo --archive-api archive.org", "--archive-api (CLAIMDESK_ARCHIVE_API) must be an address"},
		{"serve --log xml --addr nowhere", "; --log (CLAIMDESK_LOG) must be text or json"},
		{"demo --base-url http://example.org", "--base-url (CLAIMDESK_BASE_URL) must be https"},
		{"user add --email ani@example.org --name Ani --role editor --addr 127.0.0.1:0", "give --base-url"},
	} {
		refused(t, claimdesk(t, "", strings.Fields(test.args)...), exitUsage, test.reason)
	}
	if left, err := os.ReadDir("."); err != nil || len(left) > 0 {
		t.Errorf("wrong usage left %v, %v", left, err)
	}
}

func TestVersionIsTold(t *testing.T) {
	if printed := done(t, "", "version"); !strings.HasPrefix(printed, "claimdesk ") || !strings.Contains(printed, "go1.") {
		t.Errorf("it says %q", printed)
	}
	if b := record[release](t, done(t, "", "version", "--json")); b.Version == "" || b.Commit == "" || !strings.HasPrefix(b.Go, "go") {
		t.Errorf("it says %+v", b)
	}
}

func TestNoNewsroomIsMadeWhereNoneWasAskedFor(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "nowhere")
	refused(t, claimdesk(t, "", "verify", "--data", folder), exitFailed, "there is no newsroom in "+folder)
	refused(t, claimdesk(t, "", "source", "add", "brief.txt", "--data", folder), exitFailed, "there is no newsroom in "+folder)
	if _, err := os.Stat(folder); !os.IsNotExist(err) {
		t.Errorf("the folder is there: %v", err)
	}
}

func TestADataVariableThatIsSetAndEmptyMeansTheDefault(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv("CLAIMDESK_DATA", "")
	done(t, "", "user", "list")
	if _, err := os.Stat("data/claimdesk.db"); err != nil {
		t.Error(err)
	}
}
