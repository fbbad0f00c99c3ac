package desk

import (
	"claimdesk/views/ui"

	"github.com/a-h/templ"
)

// FindView is what leads through the text of a source: the field for words, and
// the one for a passage's number.
type FindView struct {
	Action string    // address of the page, which takes "in" and "passage"
	Source int64     // sent along where the page does not name the source itself; else 0
	Words  string    // looked for
	Found  []ui.Link // the passages in which they stand
	Last   int       // number of the source's last passage
	Shown  string    // which passages are on the page; "" when all are
}

// whole marks the form of a page that shows all of its source, so that the
// script need not ask the server.
func whole(v FindView) templ.Attributes {
	return templ.Attributes{"data-whole": v.Shown == ""}
}
