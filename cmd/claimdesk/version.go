package main

import (
	"cmp"
	"runtime"
	"runtime/debug"
)

// version and commit are stamped in by `make build`. A program that was built
// without it takes what the Go tool knows.
var version, commit string

type versionCommand struct {
	printed
}

// Help is shown under the command's usage.
func (versionCommand) Help() string {
	return "Examples:\n\n\tclaimdesk version\n\tclaimdesk version --json"
}

// release is which Claimdesk this is.
type release struct {
	Version string `json:"version"`
	Commit  string `json:"commit"`
	Go      string `json:"go"`
}

// Run prints it.
func (c *versionCommand) Run(t *terminal) error {
	b := built()
	if c.JSON {
		return t.asJSON(b)
	}
	return t.say("claimdesk %s (commit %s, %s)", b.Version, b.Commit, b.Go)
}

func built() release {
	b := release{Version: version, Commit: commit, Go: runtime.Version()}
	if info, ok := debug.ReadBuildInfo(); ok {
		if b.Version == "" && info.Main.Version != "(devel)" {
			b.Version = info.Main.Version
		}
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				b.Commit = cmp.Or(b.Commit, s.Value)
			}
		}
	}
	b.Version, b.Commit = cmp.Or(b.Version, "dev"), cmp.Or(b.Commit, "unknown")
	return b
}
