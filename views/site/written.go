package site

import (
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// WrittenView is a page that the newsroom has written about itself.
type WrittenView struct {
	Newsroom
	Kind factcheck.PageKind
	HTML string    // sanitised
	At   time.Time // when it was written; zero for words that stand in for it
}

func (v WrittenView) frameOf() ui.SiteFrame {
	head := v.about(v.Kind.Title, v.Kind.Title+": "+v.Kind.About, v.Kind.Path())
	return v.frame(head, "", "page")
}
