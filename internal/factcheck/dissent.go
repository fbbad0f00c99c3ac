package factcheck

import (
	"slices"
	"time"
)

// DissentNote is somebody's other opinion on the verdict of a claim. A public
// one stands on the published page.
type DissentNote struct {
	ID, ClaimID, UserID int64
	By                  string // the user's name, loaded for showing
	Byline              string // as readers see it, loaded for showing
	Text                string
	Public              bool
	At                  time.Time
}

// PublicDissent is a dissent as readers see it.
type PublicDissent struct {
	Byline string    `json:"byline"`
	Text   string    `json:"text"`
	At     time.Time `json:"at"`
}

// CheckDissent cleans the text of a dissent, or says what is wrong with it. It
// may be as long as an explanation.
func CheckDissent(text string) (string, error) {
	var c checker
	text = c.text("text", text, MaxExplanation)
	c.need("text", text, "The dissent is empty. Say in a sentence or two what you see differently, and why.")
	return text, c.err("The dissent was not saved.")
}

// sameDissents tells whether two pages show the same dissents, whatever the
// names of whose they are have become.
func sameDissents(a, b []PublicDissent) bool {
	return slices.EqualFunc(a, b, func(x, y PublicDissent) bool { return x.Text == y.Text && x.At.Equal(y.At) })
}

// Dissented is the claim's dissent with this id, or nil.
func (c *Claim) Dissented(id int64) *DissentNote {
	for i := range c.Dissents {
		if c.Dissents[i].ID == id {
			return &c.Dissents[i]
		}
	}
	return nil
}

// PublicDissents are those that readers see, the oldest first.
func (c *Claim) PublicDissents() []PublicDissent {
	var list []PublicDissent
	for _, d := range c.Dissents {
		if d.Public {
			list = append(list, PublicDissent{Byline: d.Byline, Text: d.Text, At: d.At})
		}
	}
	return list
}
