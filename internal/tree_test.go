package internal_test

import (
	"go/ast"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// agreed is what may lie at the top of the repository, besides names that
// begin with a dot.
var agreed = []string{
	"cmd", "internal", "views", "static", "migrations",
	"go.mod", "go.sum", "Makefile", "README.md", "LICENSE", "CHANGELOG.md", "SECURITY.md",
}

// statement matches the opening of a SQL statement, written as we write them:
// in capitals.
var statement = regexp.MustCompile(`^\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|WITH\s+\w+.*\sAS\s*\(|CREATE\s+(TABLE|INDEX|TRIGGER)\s|PRAGMA\s)`)

func TestTopLevelHoldsOnlyWhatIsAgreed(t *testing.T) {
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	ignored := ignoredAtTop(t)
	for _, entry := range entries {
		name := entry.Name()
		if strings.HasPrefix(name, ".") || slices.Contains(agreed, name) {
			continue
		}
		matches := func(pattern string) bool {
			ok, err := filepath.Match(pattern, name)
			return err == nil && ok
		}
		if !slices.ContainsFunc(ignored, matches) {
			t.Errorf("%s lies at the top level, which holds %s", name, strings.Join(agreed, ", "))
		}
	}
}

// ignoredAtTop gives the patterns of .gitignore that can match a name at the
// top, in the two forms that it uses: /name/ and *.suffix.
func ignoredAtTop(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, ".gitignore"))
	if err != nil {
		t.Fatal(err)
	}
	var patterns []string
	for line := range strings.Lines(string(text)) {
		if line = strings.Trim(strings.TrimSpace(line), "/"); line != "" && !strings.HasPrefix(line, "#") {
			patterns = append(patterns, line)
		}
	}
	return patterns
}

func TestSQLStandsNowhereButInStore(t *testing.T) {
	for _, s := range sources(t) {
		inStore := under(s.folder, []string{"internal/store"})
		ast.Inspect(s.file, func(node ast.Node) bool {
			literal, ok := node.(*ast.BasicLit)
			if !ok || literal.Kind != token.STRING || inStore {
				return true
			}
			if text, err := strconv.Unquote(literal.Value); err == nil && statement.MatchString(text) {
				t.Errorf("%s holds SQL: %.60q", s.fset.Position(literal.Pos()), text)
			}
			return true
		})
	}
}

func TestSQLIsRecognised(t *testing.T) {
	for text, want := range map[string]bool{
		"SELECT id FROM claim":                        true,
		"\n\t\tSELECT\n\t\t\tid":                      true,
		"INSERT INTO claim":                           true,
		"INSERT OR IGNORE INTO claim":                 true,
		"UPDATE claim SET x":                          true,
		"DELETE FROM claim":                           true,
		"WITH seen AS (SELECT 1) SELECT 2":            true,
		"PRAGMA journal_mode":                         true,
		"DELETE":                                      false,
		"UPDATE":                                      false,
		"Select a claim":                              false,
		"DELETE /api/v1/claims/{id}/evidence/{e}":     false,
		"UPDATE or RETRACTED: what a correction says": false,
	} {
		if statement.MatchString(text) != want {
			t.Errorf("%q: want %v", text, want)
		}
	}
}
