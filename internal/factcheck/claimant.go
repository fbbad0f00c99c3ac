package factcheck

import (
	"strconv"
	"strings"
)

// ClaimantEntry is a claimant as the desk keeps it.
type ClaimantEntry struct {
	Claimant
	Version    int64 `json:"version"`
	MergedInto int64 `json:"merged_into,omitempty"` // the claimant that took it in, or 0

	Claims    int `json:"-"` // that are by it now
	Published int `json:"-"` // live checks that name it
}

// Path is the address of the claimant's page at the desk.
func (m ClaimantEntry) Path() string { return "/desk/claimants/" + strconv.FormatInt(m.ID, 10) }

// Label is the kind as a person reads it.
func (k ClaimantKind) Label() string {
	return map[ClaimantKind]string{Person: "Person", Organisation: "Organisation", PrivatePerson: "Private person"}[k]
}

// CheckClaimant cleans what is typed of a claimant, or says what is wrong with
// its fields: name, kind, same_as.
func CheckClaimant(d ClaimantDraft) (ClaimantDraft, error) {
	var c checker
	d = c.claimant(d)
	c.need("claimant.name", d.Name, "The claimant needs a name.")
	for i := range c.problems {
		c.problems[i].Field = strings.TrimPrefix(c.problems[i].Field, "claimant.")
	}
	return d, c.err("The claimant was not saved.")
}

// HideClaimant takes out of a page who says the claim, as a private person is
// hidden: no name, no address, no words to search for.
func (n *Content) HideClaimant() {
	var seen []Appearance
	for _, a := range n.Appearances {
		if a.Outlet != "" {
			seen = append(seen, Appearance{Outlet: a.Outlet, SeenOn: a.SeenOn})
		}
	}
	var asked []PublicEnquiry
	for _, e := range n.Enquiries {
		asked = append(asked, e.hidden())
	}
	n.Claimant, n.Appearances, n.Verbatim, n.Enquiries = &Claimant{Kind: PrivatePerson}, seen, false, asked
}
