package site

import (
	"strconv"

	"claimdesk/internal/factcheck"

	"github.com/a-h/templ"
)

// classes are the kinds of change in the order in which they are explained.
var classes = []factcheck.Class{factcheck.Substantial, factcheck.ReRated, factcheck.Update, factcheck.Minor}

// versionPath is where a version is read: the current one at the check itself.
func versionPath(path string, v Version) string {
	if v.Live {
		return path
	}
	return path + "/revisions/" + strconv.Itoa(v.Number)
}

func versionsText(n int) string {
	if n == 1 {
		return "One version: nothing has been changed since it was published."
	}
	return factcheck.Plural(n, "version", "versions") + ", newest first. Each can still be read."
}

func currentRow(live bool) templ.Attributes {
	if !live {
		return nil
	}
	return templ.Attributes{"aria-current": "true"}
}

func versionLabel(v Version) string {
	label := "Version " + strconv.Itoa(v.Number)
	if v.Live {
		label += ", current"
	}
	return label
}
