package desk

import (
	"strconv"

	"claimdesk/internal/factcheck"
)

// HereView is who else has a claim open now.
type HereView struct {
	ClaimID int64
	People  []Companion
}

// Companion is somebody who has the same claim open. At is the part of it that
// they are at, "" when they only look.
type Companion struct{ Name, At string }

// Of so many who are here the names are said.
const mostNamed = 3

// named are those who are said by name.
func (v HereView) named() []Companion { return v.People[:min(len(v.People), mostNamed)] }

// more says how many there are besides.
func (v HereView) more() string {
	if n := len(v.People) - mostNamed; n > 1 {
		return strconv.Itoa(n) + " more are here."
	}
	return "1 more is here."
}

// words say of somebody, after their name, that they are here.
func (c Companion) words() string {
	doing := map[string]string{"article": ", writing the article", "verdict": ", giving the verdict",
		"claim": ", editing the claim", "note": ", writing a note"}[c.At]
	return " is here too" + doing + "."
}

// address is where a script says that this page is open, and asks who is here.
func (v HereView) address() string { return factcheck.Claim{ID: v.ClaimID}.Path() + "/presence" }
