package factcheck

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// ClaimantKind is what sort of speaker a claimant is.
type ClaimantKind string

// The kinds of claimant. A claim without one is "going round".
const (
	Person        ClaimantKind = "person"
	Organisation  ClaimantKind = "organisation"
	PrivatePerson ClaimantKind = "private-person"
)

// ClaimantKinds are all kinds.
var ClaimantKinds = []ClaimantKind{Person, Organisation, PrivatePerson}

// Claimant is who says a claim. A private person is shown to the public as "a
// social media user" and nothing more.
type Claimant struct {
	ID     int64        `json:"id"`
	Slug   string       `json:"slug"`
	Name   string       `json:"name"`
	Kind   ClaimantKind `json:"kind"`
	SameAs []string     `json:"same_as,omitempty"` // addresses that say who this is
}

// PublicName is how readers see the claimant; "" when the claim is going round.
func (c *Claimant) PublicName() string {
	switch {
	case c == nil:
		return ""
	case c.Kind == PrivatePerson || c.Name == "":
		return "a social media user"
	}
	return c.Name
}

// Topic is a subject that claims belong to.
type Topic struct {
	ID   int64  `json:"id"`
	Slug string `json:"slug"`
	Name string `json:"name"`
}

// Claim is a statement under check with all that hangs on it: evidence,
// verdict, article, signatures and what is public of it. Any change of any of
// these raises Version; Details is raised by changes of the claim's own fields
// alone.
type Claim struct {
	ID, Version, Details int64
	Status               Status
	Text, Language       string
	Claimant             *Claimant // nil: going round
	SaidOn               Date
	Appearances          []Appearance
	Repeats              []Repeat // where it was seen again since, oldest first
	Topics               []Topic
	SourceID             int64 // the source it was found in, or 0
	SourceTitle          string
	Origin               Source // the same, as far as is needed to tell who may see it
	SourceVeiled         bool   // whoever reads this may not see it
	AssigneeID           int64
	Assignee             string
	Plan                 Plan
	MergedInto           int64     // the claim that this one only repeats, or 0
	PublishAt            time.Time // when it is to be published; zero: not scheduled
	DropReason           DropReason
	DropNote             string
	ReturnNote           string // why it was last returned, until it is sent again

	Evidence   []Evidence
	Exhibits   []Exhibit
	Verdict    *Verdict
	Article    *Article
	Signatures []Signature
	Dissents   []DissentNote
	Enquiries  []Enquiry
	Passes     []Pass // of lines of the gate that ask for a reason
	Live       *Live  // nil: never published

	CreatedBy            int64
	CreatedAt, UpdatedAt time.Time
}

// Live is what the public sees of a claim now.
type Live struct {
	RevisionID  int64
	Revision    int // number, from 1
	Slug        string
	GUID        string // of the feeds, made at first publication
	FirstAt     time.Time
	UpdatedAt   time.Time
	ContentHash string
	Seal        string // of the live revision, as Revision.Seal has it
}

// Path is the address of the claim's public page on this site.
func (l Live) Path() string { return "/fact-checks/" + l.Slug }

// Path is the address of the claim's workbench.
func (c Claim) Path() string { return "/desk/claims/" + strconv.FormatInt(c.ID, 10) }

// Piece is the claim's evidence with this id, or nil.
func (c *Claim) Piece(id int64) *Evidence {
	for i := range c.Evidence {
		if c.Evidence[i].ID == id {
			return &c.Evidence[i]
		}
	}
	return nil
}

// TopicNames are the names of the claim's topics.
func (c Claim) TopicNames() []string {
	names := make([]string, len(c.Topics))
	for i, t := range c.Topics {
		names[i] = t.Name
	}
	return names
}

// ClaimantDraft is what is typed about a claimant; no name means that the
// claim is going round.
type ClaimantDraft struct {
	Name   string
	Kind   ClaimantKind
	SameAs []string
}

// ClaimDraft is what is typed to record or edit a claim.
type ClaimDraft struct {
	Text, Language string
	Claimant       ClaimantDraft
	SaidOn         string
	Appearances    []AppearanceDraft
	Topics         []string
	SourceID       int64
	AssigneeID     int64
}

// Checked is a ClaimDraft that holds. Sightings are what was brought of each
// appearance, one for one.
type Checked struct {
	ClaimDraft
	SaidOn      Date
	Appearances []Appearance
	Sightings   []Sighting
}

// Check cleans the draft, or says what is wrong with its fields. Only the
// text is needed. Fields of appearances are named appearances.0.url and so on.
func (d ClaimDraft) Check(now time.Time) (Checked, error) {
	c := checker{now: now}
	d.Text = c.line("text", d.Text, MaxClaim)
	c.need("text", d.Text, "The claim is missing. Write it in the words in which it goes round.")
	d.Language = c.language("language", d.Language, "en")
	d.Claimant = c.claimant(d.Claimant)
	d.Topics = c.topics(d.Topics)
	out := Checked{ClaimDraft: d, SaidOn: c.date("said_on", d.SaidOn)}
	out.Appearances, out.Sightings = c.appearances(d.Appearances)
	return out, c.err("The claim was not saved.")
}

func (c *checker) claimant(d ClaimantDraft) ClaimantDraft {
	d.Name = c.line("claimant.name", d.Name, MaxName)
	d.Kind = oneOf(c, "claimant.kind", d.Kind, Person, ClaimantKinds)
	var same []string
	for _, s := range d.SameAs {
		if s = c.url("claimant.same_as", s); s != "" {
			same = append(same, s)
		}
	}
	d.SameAs = same
	if d.Name == "" && len(same) > 0 {
		c.add("claimant.name", "There are addresses that say who the claimant is, but no name. Write the name.")
	}
	if d.Kind == PrivatePerson && len(same) > 0 {
		c.add("claimant.same_as", "A private person is not linked to anything. Take the addresses out.")
	}
	return d
}

func (c *checker) topics(names []string) []string {
	var topics []string
	for _, n := range names {
		n = c.line("topics", n, 80)
		known := slices.ContainsFunc(topics, func(t string) bool { return strings.EqualFold(t, n) })
		if n != "" && !known {
			topics = append(topics, n)
		}
	}
	if len(topics) > MaxTopics {
		c.add("topics", "At most "+count(MaxTopics)+" topics fit.")
	}
	return topics
}

// Draft is the claim as it would be typed.
func (c Claim) Draft() ClaimDraft {
	d := ClaimDraft{Text: c.Text, Language: c.Language, SaidOn: string(c.SaidOn), Topics: c.TopicNames(),
		SourceID: c.SourceID, AssigneeID: c.AssigneeID}
	if c.Claimant != nil {
		d.Claimant = ClaimantDraft{Name: c.Claimant.Name, Kind: c.Claimant.Kind, SameAs: c.Claimant.SameAs}
	}
	for _, a := range c.Appearances {
		d.Appearances = append(d.Appearances, a.draft())
	}
	return d
}
