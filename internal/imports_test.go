// Package internal_test holds the rules that no single package can hold: which
// way the arrows between them go, where SQL may stand, and what lies at the
// top of the repository.
package internal_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	module = "claimdesk/"
	root   = ".."
)

// arrows names every package and which packages of ours it may import. The
// long way is: cmd -> web, jobs -> newsroom -> store -> factcheck -> quote.
var arrows = map[string][]string{
	"internal/quote":     {},
	"internal/factcheck": {"internal/quote"},
	"internal/config":    {},
	"migrations":         {},
	"static":             {},

	"internal/prose":         {},
	"internal/ingest":        {"internal/ingest/pdf", "internal/ingest/docx", "internal/factcheck", "internal/quote", "internal/prose"},
	"internal/ingest/pdf":    {},
	"internal/ingest/docx":   {},
	"internal/fetch":         {"internal/factcheck"},
	"internal/picture":       {"internal/factcheck"},
	"internal/mail":          {},
	"internal/mail/mailtest": {},
	"internal/match":         {"internal/quote"},
	"internal/match/score":   {"internal/match"},
	"internal/feed":          {"internal/factcheck", "internal/quote"},
	"internal/claimreview":   {"internal/lines", "internal/factcheck", "internal/quote"},
	"internal/lines":         {"internal/factcheck"},
	"internal/tabular":       {"internal/lines", "internal/factcheck"},
	"internal/sheet":         {},
	"internal/annotation":    {"internal/factcheck", "internal/quote"},

	"internal/store":           {"internal/factcheck", "internal/quote", "migrations"},
	"internal/store/storetest": {"internal/store", "internal/factcheck", "internal/quote"},

	"internal/newsroom": {"internal/store", "internal/annotation", "internal/sheet", "internal/lines", "internal/tabular", "internal/ingest", "internal/picture", "internal/fetch", "internal/prose", "internal/match", "internal/claimreview", "internal/factcheck", "internal/quote"},
	"internal/jobs":     {"internal/newsroom", "internal/factcheck"},
	"internal/demo":     {"internal/newsroom", "internal/ingest", "internal/factcheck", "internal/quote"},

	"views/ui":   {"internal/factcheck", "internal/quote", "static"},
	"views/site": {"views/ui", "internal/factcheck", "internal/quote", "static"},
	"views/desk": {"views/ui", "internal/factcheck", "internal/quote", "static"},

	"internal/web/request": {"internal/newsroom", "internal/factcheck", "views/ui"},
	"internal/web/site":    {"internal/web/request", "internal/annotation", "internal/newsroom", "internal/feed", "internal/claimreview", "internal/prose", "internal/factcheck", "internal/quote", "views/site", "views/ui"},
	"internal/web/desk":    {"internal/web/request", "internal/sheet", "internal/newsroom", "internal/ingest", "internal/factcheck", "internal/quote", "views/desk", "views/site", "views/ui"},
	"internal/web/api":     {"internal/web/request", "internal/newsroom", "internal/ingest", "internal/claimreview", "internal/factcheck", "internal/quote"},
	"internal/web":         {"internal/web/request", "internal/web/site", "internal/web/desk", "internal/web/api", "internal/config", "internal/ingest", "internal/newsroom", "internal/factcheck", "views/site", "views/desk", "views/ui", "static"},

	"cmd/claimdesk": {"internal/config", "internal/mail", "internal/web", "internal/jobs", "internal/newsroom", "internal/store", "internal/demo", "internal/factcheck", "internal/ingest", "internal/fetch"},

	"internal/web/browsertest": {},
	"internal/web/shots":       {"internal/web/browsertest"},
}

// keepers names what comes from outside and stays within some folders.
var keepers = []struct {
	imports string   // a package, and what lies below it
	within  []string // folders, and what lies below them
}{
	{"database/sql", []string{"internal/store", "migrations"}},
	{"modernc.org/sqlite", []string{"internal/store"}},
	{"github.com/pressly/goose", []string{"internal/store", "migrations"}},
	{"github.com/labstack/echo", []string{"internal/web", "cmd"}},
	{"github.com/gorilla/sessions", []string{"internal/web"}},
	{"github.com/danielgtaylor/huma", []string{"internal/web"}},
	{"github.com/a-h/templ", []string{"views", "internal/web"}},
	{"golang.org/x/image", []string{"internal/picture"}},
	{"github.com/klippa-app/go-pdfium", []string{"internal/ingest/pdf"}},
	{"github.com/tetratelabs/wazero", []string{"internal/ingest/pdf"}},
	{"github.com/alecthomas/kong", []string{"cmd"}},
	{"github.com/chromedp", []string{"internal/web/browsertest", "internal/web/shots"}},
	{"github.com/kljensen/snowball", []string{"internal/match"}},
	{"github.com/wneessen/go-mail", []string{"internal/mail"}},
	{"net/http", []string{"internal/web", "internal/ingest", "internal/fetch", "cmd", "static"}},
}

// pure packages reach for nothing outside the memory they are given.
var pure = []string{"internal/quote", "internal/factcheck", "internal/match"}

var unwanted = []string{"models", "services", "utils", "common", "helpers"}

// source is one Go file that is not a test.
type source struct {
	folder string // from the root, with slashes
	name   string
	file   *ast.File
	fset   *token.FileSet
}

func (s source) imports() []string {
	var paths []string
	for _, spec := range s.file.Imports {
		if path, err := strconv.Unquote(spec.Path.Value); err == nil {
			paths = append(paths, path)
		}
	}
	return paths
}

// sources parses every Go file that is part of a package, tests left out.
func sources(t *testing.T) []source {
	t.Helper()
	var found []source
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := entry.Name()
		if entry.IsDir() && name != root && (strings.HasPrefix(base, ".") || base == "testdata") {
			return filepath.SkipDir
		}
		if entry.IsDir() || !strings.HasSuffix(base, ".go") || strings.HasSuffix(base, "_test.go") {
			return nil
		}
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		folder, err := filepath.Rel(root, filepath.Dir(name))
		found = append(found, source{filepath.ToSlash(folder), base, file, fset})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(found) == 0 {
		t.Fatal("found no Go file")
	}
	return found
}

func under(folder string, folders []string) bool {
	return slices.ContainsFunc(folders, func(f string) bool {
		return folder == f || strings.HasPrefix(folder, f+"/")
	})
}

func TestArrowsBetweenPackagesGoOneWay(t *testing.T) {
	for _, s := range sources(t) {
		allowed, listed := arrows[s.folder]
		if !listed {
			t.Errorf("%s has no row in arrows: say what it may import", s.folder)
			continue
		}
		for _, imported := range s.imports() {
			ours, ok := strings.CutPrefix(imported, module)
			if ok && !slices.Contains(allowed, ours) {
				t.Errorf("%s/%s imports %s, against the arrows", s.folder, s.name, ours)
			}
		}
	}
}

// TestArrowsHaveNoCircle keeps the table itself honest: a row that let a lower
// package reach a higher one would close a circle.
func TestArrowsHaveNoCircle(t *testing.T) {
	done := map[string]bool{}
	var visit func(folder string, way []string)
	visit = func(folder string, way []string) {
		if slices.Contains(way, folder) {
			t.Errorf("a circle: %s -> %s", strings.Join(way, " -> "), folder)
			return
		}
		for _, next := range arrows[folder] {
			if _, listed := arrows[next]; !listed {
				t.Errorf("the row of %s names %s, which has none", folder, next)
			}
			if !done[next] {
				visit(next, append(slices.Clone(way), folder))
			}
		}
		done[folder] = true
	}
	for _, folder := range slices.Sorted(maps.Keys(arrows)) {
		visit(folder, nil)
	}
}

func TestWhatComesFromOutsideStaysWhereItBelongs(t *testing.T) {
	for _, s := range sources(t) {
		for _, imported := range s.imports() {
			for _, keeper := range keepers {
				if under(imported, []string{keeper.imports}) && !under(s.folder, keeper.within) {
					t.Errorf("%s/%s imports %s, which stays within %s", s.folder, s.name, imported, strings.Join(keeper.within, ", "))
				}
			}
			if slices.Contains(pure, s.folder) && under(imported, []string{"os", "io/fs", "net/http", "log"}) {
				t.Errorf("%s/%s imports %s, and should be pure", s.folder, s.name, imported)
			}
		}
	}
}

func TestNoPackageIsNamedForNothing(t *testing.T) {
	for _, s := range sources(t) {
		if slices.Contains(unwanted, path.Base(s.folder)) || slices.Contains(unwanted, s.file.Name.Name) {
			t.Errorf("%s (package %s): name it for what it is about", s.folder, s.file.Name.Name)
		}
	}
}
