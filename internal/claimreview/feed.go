package claimreview

import (
	"encoding/json"
	"io"
	"time"
)

// Feed writes a schema.org DataFeed of reviews, one after another, so that none
// but the last has to be in memory.
type Feed struct {
	to    io.Writer
	begun bool
}

// feedItem is one review in a DataFeed.
type feedItem struct {
	Type         string        `json:"@type"`
	DateCreated  string        `json:"dateCreated"`
	DateModified string        `json:"dateModified"`
	URL          string        `json:"url"`
	Item         []ClaimReview `json:"item"` // always an array
}

// NewFeed begins a feed that last changed at a time, zero for never. Licence is
// the address of the terms of re-use, or "".
func NewFeed(to io.Writer, changed time.Time, licence string) (*Feed, error) {
	head := struct {
		Context      string `json:"@context"`
		Type         string `json:"@type"`
		DateModified string `json:"dateModified,omitempty"`
		License      string `json:"license,omitempty"`
	}{Context: "https://schema.org", Type: "DataFeed", License: licence}
	if !changed.IsZero() {
		head.DateModified = moment(changed)
	}
	encoded, err := json.Marshal(head)
	if err == nil {
		encoded = append(encoded[:len(encoded)-1], `,"dataFeedElement":[`...)
		_, err = to.Write(encoded)
	}
	return &Feed{to: to}, err
}

// Add writes a review.
func (f *Feed) Add(r ClaimReview) error {
	encoded, err := json.Marshal(feedItem{"DataFeedItem", r.DatePublished, r.DateModified, r.URL, []ClaimReview{r}})
	if err != nil {
		return err
	}
	between := "\n"
	if f.begun {
		between = ",\n"
	}
	f.begun = true
	_, err = f.to.Write(append([]byte(between), encoded...))
	return err
}

// Close ends the feed; what it is written to stays open.
func (f *Feed) Close() error {
	_, err := io.WriteString(f.to, "\n]}\n")
	return err
}
