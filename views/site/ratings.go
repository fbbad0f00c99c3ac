package site

import (
	"maps"
	"slices"
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// RatingsView is the page that says what the ratings mean.
type RatingsView struct {
	Newsroom
	Scales []factcheck.Scale // newest first; the first is in force
	Counts map[string]int    // live checks by rating
	Shown  int               // the version that is shown; 0 for the one in force
}

func (v RatingsView) frameOf() ui.SiteFrame {
	title, path := "What our verdicts mean", "/ratings"
	if v.earlier() {
		path = scalePath(v.Shown)
		title += ", as of version " + strconv.Itoa(v.Shown)
	}
	head := v.about(title, "Our ratings: what each means, which number it has, and how the scale has changed.", path)
	return v.frame(head, ui.SectionRatings, "page")
}

func scalePath(version int) string { return "/ratings?version=" + strconv.Itoa(version) }

// earlier tells whether a scale is shown that is no longer in force.
func (v RatingsView) earlier() bool {
	return v.Shown != 0 && len(v.Scales) > 0 && v.Shown != v.Scales[0].Version
}

// shown is the scale on the page: the one in force, or an earlier one that was
// asked for.
func (v RatingsView) shown() factcheck.Scale {
	for i, s := range v.Scales {
		if s.Version == v.Shown || v.Shown == 0 && i == 0 {
			return s
		}
	}
	return factcheck.Scale{}
}

// banner says over an earlier scale that it is one, and until when it was in
// force.
func (v RatingsView) banner() ui.BannerView {
	b := ui.BannerView{Title: "Version " + strconv.Itoa(v.Shown) + " of the scale, not the one in force.",
		Links: []ui.Link{{Label: "The scale in force", Href: "/ratings"}}}
	for i, s := range v.Scales {
		if s.Version == v.Shown && i > 0 {
			b.Text = "It held from " + ui.LongDateText(s.Since) + " to " + ui.LongDateText(v.Scales[i-1].Since) + "."
		}
	}
	return b
}

// changes are, in words, what the scale at a place of Scales changed in the one
// before it; none for the first.
func (v RatingsView) changes(i int) []string {
	if i+1 >= len(v.Scales) {
		return nil
	}
	return factcheck.ScaleChanges(v.Scales[i+1], v.Scales[i])
}

// wordsOf are what a rating is called in other languages.
func wordsOf(r factcheck.Rating) []string { return slices.Sorted(maps.Keys(r.Words)) }

// summary says how many ratings measure truth and how many do not.
func (v RatingsView) summary() string {
	numbered, all := 0, len(v.shown().Ratings)
	for _, r := range v.shown().Ratings {
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
