package claimreview

import (
	"encoding/json"
	"time"

	"claimdesk/internal/factcheck"
)

// Carries tells whether a check has a ClaimReview at all: a withdrawn one has
// none.
func Carries(c factcheck.Content) bool { return c.Rating.Slug != factcheck.Withdrawn }

// Review is the markup of a live check at its canonical address. A private
// person is neither named nor linked in it, whatever the content says.
func Review(by Publisher, address string, live factcheck.Live, c factcheck.Content, corrections []Correction) ClaimReview {
	r := ClaimReview{
		Context: "https://schema.org", Type: "ClaimReview", ID: address, URL: address,
		ClaimReviewed: c.Claim,
		ReviewRating:  rating(c),
		Author: Organization{Type: "Organization", Name: by.Name, URL: by.URL, Logo: by.Logo,
			Principles: by.Principles, Corrections: by.Corrections, Verification: by.Verification, Funding: by.Funding},
		DatePublished: moment(live.FirstAt), DateModified: moment(live.UpdatedAt),
		InLanguage:   c.Language,
		ItemReviewed: claim(address, c),
		Abstract:     c.Summary,
	}
	for _, e := range c.Evidence {
		r.Citation = append(r.Citation, citation(e.Source))
	}
	for _, note := range corrections {
		r.Correction = append(r.Correction, CorrectionNote{"CorrectionComment", note.Note, string(note.On)})
	}
	return r
}

// Encode is the review as JSON that may stand in a script block.
func Encode(r ClaimReview) ([]byte, error) { return json.Marshal(r) }

func rating(c factcheck.Content) Rating {
	r := Rating{Type: "Rating", Label: c.Rating.Label, Explanation: c.Explanation}
	if n := c.Rating.Number; n >= factcheck.WorstRating && n <= factcheck.BestRating {
		r.Value, r.Best, r.Worst = n, factcheck.BestRating, factcheck.WorstRating
	}
	return r
}

func claim(address string, c factcheck.Content) Claim {
	out := Claim{Type: "Claim", ID: address + "#claim", DatePublished: string(c.SaidOn)}
	if c.Claimant != nil && c.Claimant.Kind == factcheck.PrivatePerson {
		return out
	}
	out.Author = author(c.Claimant)
	first := -1
	for i, a := range c.Appearances {
		if a.SeenOn != "" && (first < 0 || a.SeenOn < c.Appearances[first].SeenOn) {
			first = i
		}
		out.Appearance = append(out.Appearance, appearance(a))
	}
	if first >= 0 {
		out.FirstAppearance = &out.Appearance[first]
	}
	return out
}

func author(c *factcheck.Claimant) *Author {
	switch {
	case c == nil || c.Name == "":
		return nil
	case c.Kind == factcheck.Organisation:
		return &Author{"Organization", c.Name, c.SameAs}
	}
	return &Author{"Person", c.Name, c.SameAs}
}

func appearance(a factcheck.Appearance) Work {
	return Work{Type: "CreativeWork", URL: a.URL, ArchivedAt: a.ArchivedURL, Publisher: named(a.Outlet)}
}

// citation of a protected source has what readers are told of it for a name.
func citation(s factcheck.PublicSource) Work {
	if s.Protected() {
		return Work{Type: "CreativeWork", Name: s.Description}
	}
	return Work{Type: "CreativeWork", Name: s.Title, URL: s.URL, ArchivedAt: s.ArchivedURL, Publisher: named(s.Publisher),
		DatePublished: string(s.PublishedOn)}
}

func named(name string) *Organization {
	if name == "" {
		return nil
	}
	return &Organization{Type: "Organization", Name: name}
}

func moment(t time.Time) string { return t.UTC().Format(time.RFC3339) }
