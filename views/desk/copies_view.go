package desk

import (
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// CopiesView lists the stored copies of a source, newest first.
type CopiesView struct {
	Source factcheck.Source
	Here   int64 // the copy that is on the page
	List   []CopyView
}

// CopyView is one stored copy.
type CopyView struct {
	factcheck.Snapshot
	By     string // who brought it in
	Before int64  // the copy before it; 0 for the first
	Newest bool
}

// copiesFirst is how many copies are listed at once; the older ones are folded
// away.
const copiesFirst = 4

func (v CopiesView) first() []CopyView { return v.List[:min(len(v.List), copiesFirst)] }

func (v CopiesView) rest() []CopyView { return v.List[min(len(v.List), copiesFirst):] }

// fetchable tells whether the source can be fetched again from its address.
func (v CopiesView) fetchable() bool {
	return v.Source.URL != "" && v.Source.Access != factcheck.ProtectedAccess
}

// choice offers the copies to be compared.
func (v CopiesView) choice(name, label string, chosen int) ui.Field {
	f := ui.Field{Name: name, ID: "compare-" + name, Label: label}
	for i, c := range v.List {
		f.Options = append(f.Options, ui.Option{Value: number(c.ID), Label: c.name(), Selected: i == chosen})
	}
	return f
}

// name tells one copy from another.
func (c CopyView) name() string {
	name := ui.DateTimeText(c.RetrievedAt)
	if c.Newest {
		name += " (newest)"
	}
	return name
}

// onPage says that it is this copy which is on the page.
func (c CopyView) onPage() string {
	if c.Newest {
		return "newest, on this page"
	}
	return "on this page"
}

// came says how the copy came here.
func (c CopyView) came() string {
	how := "Pasted"
	switch {
	case c.RetrievedFrom != "":
		how = "Fetched from " + hostOf(c.RetrievedFrom)
	case c.FileName != "":
		how = "Uploaded as " + c.FileName
	}
	if c.By == "" {
		return how
	}
	return how + " by " + c.By
}

// extent says what the copy is and how long.
func (c CopyView) extent() string {
	return ui.FileText(factcheck.File{MediaType: c.MediaType, Size: c.Size}) + "; " +
		factcheck.Plural(c.Passages, "passage", "passages") + ", " + factcheck.Plural(c.Length, "character", "characters")
}

// shortHash is enough of a fingerprint to tell two copies apart by eye.
func (c CopyView) shortHash() string { return c.SHA256[:min(len(c.SHA256), 12)] + "…" }

func (c CopyView) path() string { return copyPath(c.SourceID, c.ID) }

func (c CopyView) changesPath() string { return changesPath(c.SourceID, c.Before, c.ID) }

// copyPath is the address of one of a source's copies.
func copyPath(source, snapshot int64) string {
	return sourcePath(source) + "/snapshots/" + number(snapshot)
}

// changesPath is the address of what changed from one copy to another; from 0
// takes the one before it.
func changesPath(source, from, to int64) string {
	path := copyPath(source, to) + "/changes"
	if from != 0 {
		path += "?from=" + number(from)
	}
	return path
}

// placeInCopy is the address of a passage in a copy of a source. The newest is
// read on the source's own page.
func placeInCopy(source, snapshot int64, newest bool, passage int) string {
	path := copyPath(source, snapshot)
	if newest {
		path = sourcePath(source)
	}
	n := strconv.Itoa(passage)
	return path + "?from=" + n + "#p" + n
}
