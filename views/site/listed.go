package site

import (
	"time"

	"claimdesk/internal/factcheck"
)

// Listed is a check as it stands in a list.
type Listed struct {
	Path, Headline, Language string
	Claim                    string
	Verbatim                 bool // the claim's words were found where it was seen: they stand in quotation marks
	Rating                   factcheck.Rating
	Topics                   []factcheck.Topic
	Published                time.Time
	Corrected                time.Time // zero: never
}

// ListedOf is a live check as it stands in a list; corrected is when it was
// last corrected in substance, or zero.
func ListedOf(live factcheck.Live, c factcheck.Content, corrected time.Time) Listed {
	return Listed{Path: live.Path(), Headline: c.Headline, Language: c.Language, Claim: c.Claim, Verbatim: c.Verbatim,
		Rating: c.Rating, Topics: c.Topics, Published: live.FirstAt, Corrected: corrected}
}

// Counted is a topic or a rating with the number of its checks.
type Counted struct {
	Slug, Label string
	Rating      factcheck.Rating // zero for a topic
	Checks      int
}
