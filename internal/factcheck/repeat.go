package factcheck

import "time"

// Repeat is where a recorded claim was seen again. It is recorded beside the
// claim and changes nothing of it: readers see how often it came back and when
// last, without a new revision.
type Repeat struct {
	ID        int64     `json:"id"`
	ClaimID   int64     `json:"claim_id"`
	FromClaim int64     `json:"from_claim,omitempty"` // the claim that was merged into it, 0 for none
	TipID     int64     `json:"-"`                    // that told of it, 0 for none
	URL       string    `json:"url"`
	Outlet    string    `json:"outlet"`
	SeenOn    Date      `json:"seen_on,omitempty"`
	Said      string    `json:"said,omitempty"` // the words as they were seen
	CreatedBy int64     `json:"-"`
	CreatedAt time.Time `json:"created_at"`
}

// Day is when the claim was seen again: the day that is given, or else the one
// on which it was recorded.
func (r Repeat) Day() Date {
	if r.SeenOn != "" {
		return r.SeenOn
	}
	return DateOf(r.CreatedAt)
}

// Repeats is how often a claim was seen again, and when last; "" for never.
type Repeats struct {
	Count int
	Last  Date
}

// RepeatDraft is what is typed of a repetition.
type RepeatDraft struct {
	URL, Outlet, SeenOn, Said string
}

// Check cleans the draft, or says what is wrong with its fields. Something has
// to be known of where it was: an address, an outlet or the words.
func (d RepeatDraft) Check(now time.Time) (Repeat, error) {
	c := checker{now: now}
	r := Repeat{URL: c.url("url", d.URL), Outlet: c.line("outlet", d.Outlet, MaxName), SeenOn: c.date("seen_on", d.SeenOn),
		Said: c.line("said", d.Said, MaxClaim)}
	if r.URL == "" && r.Outlet == "" && r.Said == "" && len(c.problems) == 0 {
		c.add("url", "Say where it was seen: an address, an outlet, or the words as they were said.")
	}
	return r, c.err("The appearance was not added.")
}
