package factcheck

import (
	"net/url"
	"strconv"
	"strings"
	"time"
)

// The longest that texts of another newsroom's check may be, in Unicode code
// points; MaxReview is in bytes of JSON, of the whole.
const (
	MaxOtherClaim = 5_000
	MaxOtherTitle = 1_000
	MaxReview     = 1 << 20
)

// OtherReview is the check of another newsroom, as its ClaimReview says.
type OtherReview struct {
	ID, Version int64
	IRI         string // its @id, or its address where there is none
	URL         string // where it can be read
	Publisher   string
	Site        string // the address's host without "www."
	Title       string
	Claim       string
	Claimant    string // "" when nobody is named
	ClaimedOn   Date
	ReviewedOn  Date
	Rating      string // the label, as its readers see it
	// Value lies between Worst and Best; all three are 0 for a label without a
	// number.
	Value, Best, Worst   int
	Language             string // BCP 47, "" when it does not say
	Content              string // JSON as it was imported
	Hash                 string // SHA-256 in hex of Content
	WithdrawnAt          time.Time
	CreatedAt, UpdatedAt time.Time

	Leans int // how many of our claims lean on it, loaded for showing
}

// Path is the address of the check's page at the desk.
func (o OtherReview) Path() string { return "/desk/elsewhere/" + strconv.FormatInt(o.ID, 10) }

// Withdrawn tells whether its publisher has taken it back.
func (o OtherReview) Withdrawn() bool { return !o.WithdrawnAt.IsZero() }

// Check cleans the texts, or says what is wrong with the fields, which are
// named as ClaimReview names them.
func (o OtherReview) Check(now time.Time) (OtherReview, error) {
	c := checker{now: now}
	o.URL = c.url("url", o.URL)
	c.need("url", o.URL, "There is no address of the check. Give it as url or as @id.")
	o.IRI = c.line("@id", o.IRI, MaxURL)
	if o.IRI == "" {
		o.IRI = o.URL
	}
	o.Claim = c.line("claimReviewed", o.Claim, MaxOtherClaim)
	c.need("claimReviewed", o.Claim, "The claim that was checked is missing.")
	o.Rating = c.line("reviewRating", o.Rating, MaxName)
	c.need("reviewRating", o.Rating, "There is no rating. Give its label as alternateName.")
	o.Publisher = c.line("author", o.Publisher, MaxName)
	o.Title = c.line("name", o.Title, MaxOtherTitle)
	o.Claimant = c.line("itemReviewed.author", o.Claimant, MaxOtherTitle)
	o.Site = SiteOf(o.URL)
	if o.Publisher == "" {
		o.Publisher = o.Site
	}
	if len(o.Content) > MaxReview {
		c.add("claimReviewed", "The check is longer than 1 MB. Take out what does not belong to it.")
	}
	o.Hash = HashOf([]byte(o.Content))
	return o, c.err("The check could not be read.")
}

// Differs says in words how the check is not what it was, as far as that
// matters to who leans on it; "" when it does not.
func (o OtherReview) Differs(was OtherReview) string {
	var parts []string
	switch {
	case o.Withdrawn() && !was.Withdrawn():
		return o.Publisher + " has withdrawn its check “" + o.named() + "”."
	case was.Withdrawn() && !o.Withdrawn():
		parts = append(parts, "it was withdrawn and stands again")
	}
	for _, f := range []struct{ name, was, is string }{
		{"the rating", was.Rating, o.Rating}, {"the claim", was.Claim, o.Claim}, {"the address", was.URL, o.URL},
	} {
		if f.was != f.is {
			parts = append(parts, f.name+" was “"+f.was+"” and is “"+f.is+"”")
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return o.Publisher + " has changed its check: " + strings.Join(parts, "; ") + "."
}

func (o OtherReview) named() string {
	if o.Title != "" {
		return o.Title
	}
	return o.Claim
}

// SiteOf is the host of an address in small letters, without "www." and port;
// "" when it is no address.
func SiteOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}
