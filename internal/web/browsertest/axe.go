package browsertest

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// axePath is where `make test` puts axe-core, below the folder of go.mod.
const axePath = ".cache/axe-core/package/axe.min.js"

// axeJS does without preloading, which would fetch style sheets anew and so
// break a strict Content-Security-Policy. The size of targets (WCAG 2.2) is
// off in axe-core unless asked for.
const axeJS = `() => axe.run(document, {preload: false, resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})
	.then(found => found.violations)`

// violation is one rule of axe-core that a page breaks.
type violation struct {
	ID     string `json:"id"`
	Impact string `json:"impact"`
	Help   string `json:"help"`
	Nodes  []struct {
		HTML           string `json:"html"`
		FailureSummary string `json:"failureSummary"`
	} `json:"nodes"`
}

// Axe runs axe-core on the page as it stands, in a subtest of the given name,
// which fails on what is serious or critical and mentions the rest. The page
// needs JavaScript. Without axe-core the subtest is skipped, and fails with
// CI=true.
func (p *Page) Axe(name string) {
	p.t.Helper()
	p.t.Run("axe "+name, func(t *testing.T) {
		t.Helper()
		source, err := axeSource()
		if err != nil {
			missing(t, err)
		}
		page := &Page{Ctx: p.Ctx, t: t}
		page.do("loading axe-core", chromedp.Evaluate[chromedp.Void](source))
		for _, broken := range call[[]violation](page, "running axe-core", axeJS) {
			if broken.grave() {
				t.Error(broken)
			} else {
				t.Log(broken)
			}
		}
	})
}

func (v violation) grave() bool {
	return v.Impact == "serious" || v.Impact == "critical"
}

func (v violation) String() string {
	var text strings.Builder
	fmt.Fprintf(&text, "%s: %s (%s)", v.Impact, v.Help, v.ID)
	for _, node := range v.Nodes {
		fmt.Fprintf(&text, "\n\t%s\n\t\t%s", node.HTML, strings.ReplaceAll(node.FailureSummary, "\n", "\n\t\t"))
	}
	return text.String()
}

func axeSource() (string, error) {
	root, err := moduleRoot()
	if err != nil {
		return "", err
	}
	source, err := os.ReadFile(filepath.Join(root, axePath))
	if errors.Is(err, os.ErrNotExist) {
		return "", errors.New("no axe-core: `make axe` fetches it with npm")
	}
	return string(source), err
}

// moduleRoot is the nearest folder above the test's that holds go.mod.
func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", errors.New("no go.mod above the working folder")
		}
		dir = parent
	}
}
