package factcheck

import "strconv"

// MaxMatch is how long a text may be whose repetitions are looked for, in
// Unicode code points.
const MaxMatch = 10_000

// Match is a claim that a text may repeat: one of ours, or one that another
// newsroom has checked. One of Claim and Other is set. Score is above 0 and at
// most 1, to four decimals, and can be compared between texts; it puts matches
// in order, and never says that two claims are the same.
type Match struct {
	Score float64
	Claim *MatchedClaim
	Other *MatchedReview
}

// MatchedClaim is what a list of matches shows of a recorded claim, in
// whatever status it is.
type MatchedClaim struct {
	ID             int64
	Text, Language string
	Claimant       string // by name, "" when it is going round
	Status         Status
	DropReason     DropReason
	Headline       string // as last saved, "" for none
	Rating         Rating // of the newest verdict; its Slug is "" while there is none
	Slug           string // of the public page, "" when there is none
}

// Path is the address of the claim's workbench.
func (m MatchedClaim) Path() string { return "/desk/claims/" + strconv.FormatInt(m.ID, 10) }

// PublicPath is the address of the fact-check on the public site, or "" when
// readers see none.
func (m MatchedClaim) PublicPath() string {
	if m.Slug == "" {
		return ""
	}
	return Live{Slug: m.Slug}.Path()
}

// MatchedReview is what a list of matches shows of another newsroom's check.
type MatchedReview struct {
	ID              int64
	URL, Publisher  string
	Title           string // "" for none
	Claim, Claimant string
	Rating          string // the label, as its readers see it
	ReviewedOn      Date
	Language        string // "" when it does not say
}

// Path is the address of the check's page at the desk.
func (m MatchedReview) Path() string { return OtherReview{ID: m.ID}.Path() }

// CheckMatch cleans a text whose repetitions are looked for, or says under the
// name text what is wrong with it.
func CheckMatch(text string) (string, error) {
	var c checker
	text = c.text("text", text, MaxMatch)
	c.need("text", text, "The text is missing. Give the claim, or the post that it stands in.")
	return text, c.err("Nothing was looked for.")
}
