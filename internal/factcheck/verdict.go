package factcheck

import (
	"slices"
	"time"
)

// Reason is how a source or event was misread; the first of a verdict is the
// main one.
type Reason string

// The reasons.
const (
	Overstated       Reason = "overstated"
	Overgeneralised  Reason = "overgeneralised"
	DroppedCondition Reason = "dropped-condition"
	WrongModality    Reason = "wrong-modality"
	WrongActor       Reason = "wrong-actor"
	WrongCause       Reason = "wrong-cause"
	WrongFigure      Reason = "wrong-figure"
	WrongTime        Reason = "wrong-time"
	Mistranslated    Reason = "mistranslated"
	CutQuote         Reason = "cut-quote"
	OutOfContext     Reason = "out-of-context"
)

// Reasons are all reasons, in the order in which forms offer them.
var Reasons = []Reason{Overstated, Overgeneralised, DroppedCondition, WrongModality, WrongActor, WrongCause,
	WrongFigure, WrongTime, Mistranslated, CutQuote, OutOfContext}

var reasonWords = map[Reason][2]string{
	Overstated:       {"Overstated", "A step, a degree or a tendency is read as the finished thing."},
	Overgeneralised:  {"Overgeneralised", "A part is taken for the whole."},
	DroppedCondition: {"Condition dropped", "An “if”, “unless” or “under which” is left out."},
	WrongModality:    {"Wrong modality", "May, plans or considers is read as does or will."},
	WrongActor:       {"Wrong actor", "It was somebody else’s act."},
	WrongCause:       {"Wrong cause", "It names a cause that the source does not name."},
	WrongFigure:      {"Wrong figure", "It gives a number that the source does not give."},
	WrongTime:        {"Wrong time", "Old is presented as new, or the order is reversed."},
	Mistranslated:    {"Mistranslated", "The meaning changed between languages."},
	CutQuote:         {"Quote cut short", "Words are missing inside the quotation."},
	OutOfContext:     {"Out of context", "The words are whole, the situation is left out."},
}

// Label is the reason as a person reads it.
func (r Reason) Label() string { return reasonWords[r][0] }

// Meaning is a sentence on what the reason means.
func (r Reason) Meaning() string { return reasonWords[r][1] }

// MisreadKind is what sort of thing was misread.
type MisreadKind string

// A source's words, or an event such as a vote or an exercise.
const (
	MisreadSource MisreadKind = "source"
	MisreadEvent  MisreadKind = "event"
)

// Misread names what a misinterpretation leans on.
type Misread struct {
	Kind        MisreadKind `json:"kind"`
	SourceID    int64       `json:"source_id,omitempty"`
	Description string      `json:"description,omitempty"`
}

// Verdict is a rating given to a claim. Each is kept; the newest stands.
type Verdict struct {
	ID, ClaimID  int64
	Rating       Rating // with its label under ScaleVersion
	ScaleVersion int
	Explanation  string
	Reasons      []Reason
	Misread      *Misread // nil but for misinterpreted
	EvidenceIDs  []int64  // the evidence that it rests on; empty: all
	AsOf         Date
	UserID       int64
	By           string // the user's name
	At           time.Time
}

// VerdictDraft is what is sent to rule on a claim.
type VerdictDraft struct {
	Rating      string
	Explanation string
	Reasons     []Reason
	Misread     *Misread
	EvidenceIDs []int64
	AsOf        string
}

// CheckedVerdict is a VerdictDraft that holds.
type CheckedVerdict struct {
	VerdictDraft
	Rating Rating
	AsOf   Date
}

// Check cleans the draft for a claim under a scale, or says what is wrong
// with its fields. What a rating needs besides (a quote, a reason) is the
// gate's to demand: a verdict may be saved unfinished.
func (d VerdictDraft) Check(s Scale, claim *Claim, now time.Time) (CheckedVerdict, error) {
	c := checker{now: now}
	out := CheckedVerdict{AsOf: c.date("as_of", d.AsOf)}
	if out.AsOf == "" {
		out.AsOf = DateOf(now)
	}
	out.Rating = c.rating(s, d.Rating)
	d.Explanation = c.text("explanation", d.Explanation, MaxExplanation)
	for i, r := range d.Reasons {
		oneOf(&c, "reasons", r, "", Reasons)
		if slices.Contains(d.Reasons[:i], r) {
			c.add("reasons", "The reason "+string(r)+" is given twice. Give each once.")
		}
	}
	d.Misread = c.misread(d.Misread)
	if d.Rating != Misinterpreted {
		if len(d.Reasons) > 0 {
			c.add("reasons", "Only the rating misinterpreted takes reasons. Take them out, or choose it.")
		}
		if d.Misread != nil {
			c.add("misread", "Only the rating misinterpreted says what was misread. Take it out, or choose it.")
		}
	} else if d.Misread == nil {
		d.Misread = &Misread{Kind: MisreadEvent}
	}
	for _, id := range d.EvidenceIDs {
		if claim.Piece(id) == nil {
			c.add("evidence_ids", "Evidence "+count(int(id))+" does not belong to this claim.")
		}
	}
	out.VerdictDraft = d
	return out, c.err("The verdict was not saved.")
}

func (c *checker) rating(s Scale, slug string) Rating {
	if slug == "" {
		c.add("rating", "Choose a rating.")
		return Rating{}
	}
	r, ok := s.Rating(slug)
	if !ok {
		c.add("rating", "There is no such rating on the scale. See /ratings for the ones there are.")
	} else if slug == Withdrawn {
		c.add("rating", "A check is withdrawn by retracting it, not by a rating.")
	}
	return r
}

func (c *checker) misread(m *Misread) *Misread {
	if m == nil {
		return nil
	}
	out := *m
	out.Kind = oneOf(c, "misread.kind", m.Kind, MisreadEvent, []MisreadKind{MisreadSource, MisreadEvent})
	out.Description = c.line("misread.description", m.Description, MaxSummary)
	if out.Kind == MisreadSource && out.SourceID <= 0 && out.Description == "" {
		c.add("misread.source_id", "Say which source was misread, or describe it.")
	}
	return &out
}

// RestsOn are the ids of the evidence that the newest verdict names and that
// is still attached; none when it names none, which means all.
func (c *Claim) RestsOn() []int64 {
	var ids []int64
	if c.Verdict != nil {
		for _, id := range c.Verdict.EvidenceIDs {
			if c.Piece(id) != nil {
				ids = append(ids, id)
			}
		}
	}
	return ids
}
