package desk

import (
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// MatchesView are the claims that say the same as one that is being typed, or
// as one that is recorded.
type MatchesView struct {
	Items    []factcheck.Match // the best first
	Asked    bool              // they were looked for
	Typed    bool              // the claim is being typed: what is added is what stands in the form
	ClaimID  int64             // the claim on the bench, 0 while it is being typed
	Details  int64             // its present stand
	MayMerge bool              // it can be made an appearance of another one
	AtOnce   bool              // by one press: nobody has signed it
	Into     ui.Field          // the number of another claim, where it is merged into
}

// score is a match's score with two digits, as it is compared.
func score(m factcheck.Match) string { return strconv.FormatFloat(m.Score, 'f', 2, 64) }

// repeatable tells whether a claim can be given another appearance.
func repeatable(m factcheck.Match) bool { return m.Claim != nil && m.Claim.Status != factcheck.Dropped }

// MergedView tells of a claim that was just merged into the one on the bench; ID
// is 0 for none.
type MergedView struct {
	ClaimID, ID int64
}

// repeatPath is the address of an added appearance.
func repeatPath(r factcheck.Repeat) string {
	return factcheck.Claim{ID: r.ClaimID}.Path() + "/repeats/" + number(r.ID)
}

// repeatWhere is the place where a claim was seen again, or its words.
func repeatWhere(r factcheck.Repeat) string {
	switch {
	case r.Outlet != "":
		return r.Outlet
	case r.URL != "":
		return r.URL
	}
	return "Place not recorded"
}

// matchStanding is a matching claim's number and how far it has come.
func matchStanding(m factcheck.MatchedClaim) string {
	said := "#" + number(m.ID) + ", " + string(m.Status)
	if m.Status == factcheck.Dropped {
		said += " (" + m.DropReason.Label() + ")"
	}
	return said
}
