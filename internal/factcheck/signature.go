package factcheck

import (
	"encoding/json"
	"slices"
	"strings"
	"time"
)

// SignatureKind is how somebody put their name to a claim.
type SignatureKind string

// Sent for review, agreed to a change made in review, approved.
const (
	Sent       SignatureKind = "sent"
	Agreed     SignatureKind = "agreed"
	ApprovedBy SignatureKind = "approved"
)

// Signature is one person's name under a claim in review: at which version,
// and under which substance. It holds as long as the substance is the same.
type Signature struct {
	UserID    int64
	By        string // the user's name
	Byline    string // as readers see it
	Kind      SignatureKind
	Version   int64
	Substance string
	At        time.Time
}

// Substance is a fingerprint (SHA-256 in hex) of what a signature stands for
// and a colleague's mending may not touch: the claim's words and claimant, the
// rating with its reasons and what was misread, and the evidence with its
// stances, exhibits with their descriptions, and what was kept of where the
// claim was seen, by which it may stand in quotation marks, and what readers are
// told of whom the newsroom asked. The order of the evidence, notes,
// the explanation and the article are wording. That an exhibit was confirmed is
// no part of it: whoever signed had it before them, and a second person's
// confirmation is to cost no signature.
func (c *Claim) Substance() string {
	s := substance{Text: c.Text}
	if c.Claimant != nil {
		s.Claimant = c.Claimant.ID
	}
	if v := c.Verdict; v != nil {
		s.Rating, s.Reasons, s.Misread = v.Rating.Slug, v.Reasons, v.Misread
	}
	for _, e := range c.Evidence {
		s.Pieces = append(s.Pieces, signedQuote{e.ID, e.Stance, e.Exact, e.Speaker})
	}
	for _, e := range c.Exhibits {
		s.Exhibits = append(s.Exhibits, signedExhibit{e.ID, e.File.SHA256, e.Draft()})
	}
	s.Kept = sightings(slices.DeleteFunc(slices.Clone(c.Appearances), func(a Appearance) bool { return a.Capture == nil }))
	s.Asked = c.PublicEnquiries()
	slices.SortFunc(s.Pieces, func(a, b signedQuote) int { return int(a.ID - b.ID) })
	slices.SortFunc(s.Exhibits, func(a, b signedExhibit) int { return int(a.ID - b.ID) })
	encoded, err := json.Marshal(s)
	if err != nil {
		panic("factcheck: a substance cannot be encoded: " + err.Error()) // strings and integers only
	}
	return HashOf(encoded)
}

// substance is what is hashed. Signatures from before there were exhibits, or
// copies of posts, hold still: what is empty of these is left out.
type substance struct {
	Text     string
	Claimant int64
	Rating   string
	Reasons  []Reason
	Misread  *Misread
	Pieces   []signedQuote
	Exhibits []signedExhibit `json:",omitempty"`
	Kept     []sighting      `json:",omitempty"`
	Asked    []PublicEnquiry `json:",omitempty"`
}

// signedQuote is a quote that somebody signs.
type signedQuote struct {
	ID      int64
	Stance  Stance
	Exact   string
	Speaker string
}

// signedExhibit is an exhibit that somebody signs.
type signedExhibit struct {
	ID   int64
	File string
	ExhibitDraft
}

// holding are the signatures of whoever sent the claim or agreed to it as it
// is now. The console is nobody in particular: its signature does not count.
func (c *Claim) holding() []Signature {
	now := c.Substance()
	return slices.DeleteFunc(slices.Clone(c.Signatures), func(s Signature) bool {
		return s.Kind == ApprovedBy || s.UserID == 0 || s.Substance != now
	})
}

// Signed tells whether somebody's signature (sent or agreed) holds for the
// claim as it is now.
func (c *Claim) Signed(user int64) bool {
	return slices.ContainsFunc(c.holding(), func(s Signature) bool { return s.UserID == user })
}

// MayAgree tells whether a user's agreement would add anything: the claim is
// in review and carries no signature of theirs that holds.
func (c *Claim) MayAgree(user int64) bool {
	return c.Status == InReview && !c.Signed(user)
}

// FourEyes tells whether a user's approval would make two people, or why not:
// Forbidden when it is their own work, Conflict when the other's signature no
// longer holds.
func (c *Claim) FourEyes(user int64) error {
	others := slices.DeleteFunc(c.holding(), func(s Signature) bool { return s.UserID == user })
	switch {
	case len(others) > 0:
		return nil
	case c.Signed(user):
		return Refused("You put this up for review yourself. Somebody else has to approve it.")
	case len(c.Signatures) == 0:
		return Clash("Nobody has signed this claim. It has to be sent for review first.")
	case !slices.ContainsFunc(c.Signatures, func(s Signature) bool { return s.UserID != 0 }):
		return Clash("The console has sent this claim, and that is nobody in particular. A second person has to agree to it first.")
	}
	return Clash("The rating, the reasons or the evidence have changed since %s signed. They have to agree first.", c.firstSigners(user))
}

// firstSigners names whose agreement is asked for.
func (c *Claim) firstSigners(but int64) string {
	var names []string
	for _, s := range c.Signatures {
		if s.UserID != but && s.Kind != ApprovedBy && !slices.Contains(names, s.By) {
			names = append(names, s.By)
		}
	}
	if len(names) == 0 {
		return "its sender"
	}
	return strings.Join(names, " and ")
}

// Approval is the signature of the editor who approved the claim, or nil.
func (c *Claim) Approval() *Signature {
	for i := range c.Signatures {
		if c.Signatures[i].Kind == ApprovedBy {
			return &c.Signatures[i]
		}
	}
	return nil
}

// Author is the signature of who sent the claim, or nil.
func (c *Claim) Author() *Signature {
	for i := range c.Signatures {
		if c.Signatures[i].Kind == Sent {
			return &c.Signatures[i]
		}
	}
	return nil
}
