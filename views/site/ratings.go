package site

import (
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// RatingsView is the page that says what the ratings mean.
type RatingsView struct {
	Newsroom
	Scales []factcheck.Scale // newest first; the first is in force
	Counts map[string]int    // live checks by rating
}

func (v RatingsView) frameOf() ui.SiteFrame {
	head := v.about("What our verdicts mean", "Our ratings: what each means, which number it has, and how the scale has changed.", "/ratings")
	return v.frame(head, ui.SectionRatings, "page")
}

// present is the scale in force.
func (v RatingsView) present() factcheck.Scale {
	if len(v.Scales) == 0 {
		return factcheck.Scale{}
	}
	return v.Scales[0]
}

// summary says how many ratings measure truth and how many do not.
func (v RatingsView) summary() string {
	numbered, all := 0, len(v.present().Ratings)
	for _, r := range v.present().Ratings {
		if r.Number != 0 {
			numbered++
		}
	}
	return factcheck.Plural(all, "rating", "ratings") + ", each with its own shape, so that it can be told without its colour. " +
		strconv.Itoa(numbered) + " of them sit on a line from " + strconv.Itoa(factcheck.WorstRating) + " to " + strconv.Itoa(factcheck.BestRating) +
		"; " + strconv.Itoa(all-numbered) + " do not measure truth and carry no number."
}

// numberText is a rating's number as a reader reads it.
func numberText(r factcheck.Rating) string {
	if r.Number == 0 {
		return "none"
	}
	return strconv.Itoa(r.Number) + " of " + strconv.Itoa(factcheck.BestRating)
}

// RatingView is the page of one rating.
type RatingView struct {
	Newsroom
	Rating      factcheck.Rating
	Retired     bool               // it is no longer on the scale
	Reasons     []factcheck.Reason // explained on the page of the rating that takes them
	Items       []Listed
	Found       int
	After, Next string // cursors, as in ListView
}

func (v RatingView) path(after string) string { return paged("/ratings/"+v.Rating.Slug, after) }

func (v RatingView) frameOf() ui.SiteFrame {
	head := v.about("“"+v.Rating.Label+"”: what it means", brief(v.Rating.Definition), v.path(v.After))
	return v.frame(head, ui.SectionRatings, "page")
}
