package factcheck

import "time"

// EnquiryKind is what somebody was asked for.
type EnquiryKind string

// For their answer to what is checked, or to correct what they spread.
const (
	AskedForReply      EnquiryKind = "reply"
	AskedForCorrection EnquiryKind = "correction"
)

// EnquiryKinds are all kinds.
var EnquiryKinds = []EnquiryKind{AskedForReply, AskedForCorrection}

// Label is the kind as a person reads it.
func (k EnquiryKind) Label() string {
	return map[EnquiryKind]string{AskedForReply: "An answer", AskedForCorrection: "A correction"}[k]
}

// Outcome is what became of an enquiry.
type Outcome string

// The outcomes. Who is asked for a reply answers or declines, who is asked for
// a correction corrects or refuses; either may not react.
const (
	Waiting   Outcome = "waiting"
	Answered  Outcome = "answered"
	Declined  Outcome = "declined"
	Corrected Outcome = "corrected"
	Refusing  Outcome = "refused"
	NoReply   Outcome = "no-reply"
)

// Outcomes are those that an enquiry of a kind can have; all for no kind.
func Outcomes(k EnquiryKind) []Outcome {
	switch k {
	case AskedForReply:
		return []Outcome{Waiting, Answered, Declined, NoReply}
	case AskedForCorrection:
		return []Outcome{Waiting, Corrected, Refusing, NoReply}
	}
	return []Outcome{Waiting, Answered, Declined, Corrected, Refusing, NoReply}
}

// Label is the outcome as a person reads it.
func (o Outcome) Label() string {
	return map[Outcome]string{Waiting: "Waiting", Answered: "Answered", Declined: "Declined to answer",
		Corrected: "Corrected", Refusing: "Refused to correct", NoReply: "No reply"}[o]
}

// Told is how much readers are told of an enquiry.
type Told string

// Nothing; that somebody was asked, when, and what became of it; the words of
// the answer as well.
const (
	ToldNothing Told = "nothing"
	ToldOutcome Told = "outcome"
	ToldAnswer  Told = "answer"
)

// AllTold are all choices.
var AllTold = []Told{ToldOutcome, ToldAnswer, ToldNothing}

// Label is the choice as a person reads it.
func (t Told) Label() string {
	return map[Told]string{ToldNothing: "Nothing", ToldOutcome: "That we asked, and what became of it",
		ToldAnswer: "The words of the answer as well"}[t]
}

// Enquiry is one question that the newsroom put to somebody, and what came of
// it.
type Enquiry struct {
	ID, ClaimID int64
	Kind        EnquiryKind
	Asked       string // who
	Via         string // how: "e-mail", "telephone"
	On          Date   // when
	Question    string
	Outcome     Outcome
	OutcomeOn   Date
	Answer      string
	URL         string // where the answer or the correction stands
	Told        Told
	CreatedBy   int64
	By          string // the name of whoever noted it, loaded for showing
	CreatedAt   time.Time
}

// EnquiryDraft is what is typed of an enquiry. Of the fields only whom was
// asked is needed; no day means today.
type EnquiryDraft struct {
	Kind                                             EnquiryKind
	Asked, Via, On, Question, OutcomeOn, Answer, URL string
	Outcome                                          Outcome
	Told                                             Told
}

// Draft is the enquiry as it would be typed.
func (e Enquiry) Draft() EnquiryDraft {
	return EnquiryDraft{Kind: e.Kind, Asked: e.Asked, Via: e.Via, On: string(e.On), Question: e.Question, Outcome: e.Outcome,
		OutcomeOn: string(e.OutcomeOn), Answer: e.Answer, URL: e.URL, Told: e.Told}
}

// Check cleans the draft, or says what is wrong with its fields.
func (d EnquiryDraft) Check(now time.Time) (Enquiry, error) {
	c := checker{now: now}
	e := Enquiry{Kind: oneOf(&c, "kind", d.Kind, AskedForReply, EnquiryKinds), Asked: c.line("asked", d.Asked, MaxName),
		Via: c.line("via", d.Via, MaxName), On: c.date("asked_on", d.On), Question: c.text("question", d.Question, MaxNote),
		Answer: c.text("answer", d.Answer, MaxNote), URL: c.url("url", d.URL), OutcomeOn: c.date("outcome_on", d.OutcomeOn),
		Told: oneOf(&c, "told", d.Told, ToldOutcome, AllTold)}
	e.Outcome = oneOf(&c, "outcome", d.Outcome, Waiting, Outcomes(e.Kind))
	c.need("asked", e.Asked, "Say whom you asked: a person, an office, an outlet.")
	if e.On == "" && !c.has("asked_on") {
		e.On = DateOf(now)
	}
	c.outcome(&e, now)
	return e, c.err("The enquiry was not saved.")
}

// outcome looks at whether what is said to have come of an enquiry fits
// together.
func (c *checker) outcome(e *Enquiry, now time.Time) {
	switch {
	case e.Outcome == Waiting && e.OutcomeOn != "":
		c.add("outcome", "There is a day of the outcome, but none yet. Choose what came of it, or take the day out.")
	case e.Outcome == Waiting && e.Answer != "":
		c.add("outcome", "There is an answer, but it is still waited for. Choose what came of it.")
	case e.Outcome != Waiting && e.OutcomeOn == "" && !c.has("outcome_on"):
		e.OutcomeOn = DateOf(now)
	}
	if e.OutcomeOn != "" && e.OutcomeOn < e.On {
		c.add("outcome_on", "This is before the day on which they were asked.")
	}
}

// PublicEnquiry is what readers are told of an enquiry. Asked is empty where
// naming whom was asked would tell who a private person is.
type PublicEnquiry struct {
	Kind      EnquiryKind `json:"kind"`
	Asked     string      `json:"asked,omitempty"`
	Via       string      `json:"via,omitempty"`
	On        Date        `json:"asked_on"`
	Outcome   Outcome     `json:"outcome"`
	OutcomeOn Date        `json:"outcome_on,omitempty"`
	Answer    string      `json:"answer,omitempty"`
	URL       string      `json:"url,omitempty"`
}

// Public is what readers are told of the enquiry; false when that is nothing.
// Where a private person makes the claim, neither a name nor an address nor
// words that could be searched for are among it.
func (e Enquiry) Public(claimant *Claimant) (PublicEnquiry, bool) {
	if e.Told == ToldNothing {
		return PublicEnquiry{}, false
	}
	p := PublicEnquiry{Kind: e.Kind, Asked: e.Asked, Via: e.Via, On: e.On, Outcome: e.Outcome, OutcomeOn: e.OutcomeOn, URL: e.URL}
	if e.Told == ToldAnswer {
		p.Answer = e.Answer
	}
	if claimant != nil && claimant.Kind == PrivatePerson {
		p = p.hidden()
	}
	return p, true
}

// hidden is what is left of it where a private person makes the claim.
func (p PublicEnquiry) hidden() PublicEnquiry {
	return PublicEnquiry{Kind: p.Kind, On: p.On, Outcome: p.Outcome, OutcomeOn: p.OutcomeOn}
}

// PublicEnquiries are those that readers are told of, in the order in which
// they were noted.
func (c *Claim) PublicEnquiries() []PublicEnquiry {
	var list []PublicEnquiry
	for _, e := range c.Enquiries {
		if p, shown := e.Public(c.Claimant); shown {
			list = append(list, p)
		}
	}
	return list
}

// Enquiry is the claim's enquiry with this id, or nil.
func (c *Claim) Enquiry(id int64) *Enquiry {
	for i := range c.Enquiries {
		if c.Enquiries[i].ID == id {
			return &c.Enquiries[i]
		}
	}
	return nil
}
