package factcheck

import "time"

// Rating is a label that a verdict can give, as specs for ClaimReview's
// Rating want it: Number is ratingValue, or 0 for labels that do not measure
// truth and carry none. Tone is the name of one of the Tones or of a newsroom's
// own, Shape one of the Shapes.
type Rating struct {
	Slug       string `json:"slug"`
	Label      string `json:"label"`
	Number     int    `json:"number,omitempty"`
	Definition string `json:"definition"`
	Guidance   string `json:"guidance,omitempty"`
	Tone       string `json:"tone"`
	Shape      string `json:"shape"`
	// Words are the label and the definition in other languages, by BCP 47 tag.
	Words map[string]RatingWords `json:"words,omitempty"`
}

// RatingWords are what a rating is called in one language, and what it means.
// Without a definition the rating's own stands in for it.
type RatingWords struct {
	Label      string `json:"label"`
	Definition string `json:"definition,omitempty"`
}

// Scale is a versioned list of ratings, in their order. A published revision
// keeps the version under which it was published.
type Scale struct {
	Version int
	Since   time.Time
	Note    string // what changed
	Ratings []Rating
}

// The worst and the best number of a scale (schema.org worstRating and
// bestRating).
const (
	WorstRating = 1
	BestRating  = 5
)

// Slugs of ratings that rules hang on.
const (
	Misinterpreted = "misinterpreted"
	Withdrawn      = "retracted"
)

// Rating is the one with this slug, and whether there is one.
func (s Scale) Rating(slug string) (Rating, bool) {
	for _, r := range s.Ratings {
		if r.Slug == slug {
			return r, true
		}
	}
	return Rating{}, false
}

// Choices are the ratings that an editor can give: all but the one that a
// retraction sets.
func (s Scale) Choices() []Rating {
	var out []Rating
	for _, r := range s.Ratings {
		if r.Slug != Withdrawn {
			out = append(out, r)
		}
	}
	return out
}

// DefaultScale is the scale of a new newsroom.
func DefaultScale() Scale {
	return Scale{Version: 1, Note: "First scale.", Ratings: []Rating{
		{"true", "True", 5, "Accurate, with nothing significant left out.", "We looked for what could change its meaning and found nothing.", "green", "true", nil},
		{"mostly-true", "Mostly true", 4, "Accurate in substance; a detail is off or missing.", "The detail is named in the text.", "moss", "mostly-true", nil},
		{"missing-context", "Missing context", 3, "True as far as it goes, but it leaves out what changes its meaning.", "What was left out stands at the top of the check.", "ochre", "missing-context", nil},
		{"partly-false", "Partly false", 3, "One essential part holds, another is contradicted.", "The text says which part is which.", "rust", "partly-false", nil},
		{"misinterpreted", "Misinterpreted", 2, "A real source or event, read to say what it does not say.", "Always with what was misread, with a reason, and with the quote.", "plum", "misinterpreted", nil},
		{"misleading", "Misleading", 2, "Accurate parts, arranged or framed so that the whole gives a wrong impression.", "Nothing is said about intent.", "rust", "misleading", nil},
		{"false", "False", 1, "Its essential part is contradicted by the evidence.", "The evidence is quoted, word for word.", "crimson", "false", nil},
		{"unproven", "Unproven", 0, "The evidence decides neither way.", "We come back to it when there is more.", "slate", "unproven", nil},
		{"outdated", "Outdated", 0, "Was so, is no longer.", "With the date on which it stopped being so.", "umber", "outdated", nil},
		{"satire", "Satire", 0, "Not meant as a statement of fact.", "We check it only when it goes round as one.", "violet", "satire", nil},
		{"retracted", "Check withdrawn", 0, "Not a judgement of the claim but the state of our check.", "The page stays where it was, with the reason on top.", "dusk", "retracted", nil},
	}}
}

// Guide is one line of the list "Which one?": take the first that applies.
type Guide struct {
	When string
	Take []string // slugs
}

// WhichOne is the order in which an editor asks for the rating.
func WhichOne() []Guide {
	return []Guide{
		{"Not meant as fact", []string{"satire"}},
		{"The evidence cannot decide", []string{"unproven"}},
		{"Right when first said", []string{"outdated"}},
		{"Leans on a real source or event and misreads it", []string{"misinterpreted"}},
		{"The essential part is contradicted", []string{"false", "partly-false"}},
		{"Wrong by framing", []string{"misleading"}},
		{"Wrong by omission", []string{"missing-context"}},
		{"Else", []string{"mostly-true", "true"}},
	}
}
