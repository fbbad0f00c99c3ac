package desk

import (
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// VerdictView is the form that rules on a claim.
type VerdictView struct {
	ClaimID  int64
	Open     int64 // the source that is open beside it
	Base     int64 // the verdict that the form started from, 0 for none
	Draft    factcheck.VerdictDraft
	Problems []factcheck.Problem
	Scale    factcheck.Scale
	Guides   []factcheck.Guide
	Evidence []factcheck.Evidence
	Sources  []ui.Option        // that can have been misread
	Given    *factcheck.Verdict // the one that stands; nil for none
	Kept     DraftView
}

// chosen is the rating that is ticked; false for none.
func (v VerdictView) chosen() (factcheck.Rating, bool) { return v.Scale.Rating(v.Draft.Rating) }

// gone is the label of the rating that was given and has been taken off the
// scale since; "" for none.
func (v VerdictView) gone() string {
	if v.Given == nil {
		return ""
	}
	if _, known := v.Scale.Rating(v.Given.Rating.Slug); known {
		return ""
	}
	return v.Given.Rating.Label
}

// take are the ratings of a guide, as they are shown.
func (v VerdictView) take(g factcheck.Guide) []ui.RatingView {
	var ratings []ui.RatingView
	for _, slug := range g.Take {
		if r, ok := v.Scale.Rating(slug); ok {
			ratings = append(ratings, ui.RatingOf(r))
		}
	}
	return ratings
}

func (v VerdictView) problem(field string) string { return ui.ProblemOf(v.Problems, field) }

// mainReason offers one reason; the others are ticked in furtherReasons.
func (v VerdictView) mainReason() ui.Field {
	f := ui.Field{Name: "reasons.main", ID: "reasons", Label: "Main reason", Problem: v.problem("reasons"),
		Options: []ui.Option{{Label: "None chosen"}}}
	if len(v.Draft.Reasons) > 0 {
		f.Value = string(v.Draft.Reasons[0])
	}
	for _, r := range factcheck.Reasons {
		f.Options = append(f.Options, ui.Option{Value: string(r), Label: reasonInWords(r)})
	}
	return f
}

func (v VerdictView) furtherReasons() ui.Field {
	f := ui.Field{Name: "reasons.further", Label: "Further reasons", Aside: "if there are any", Several: true}
	for _, r := range factcheck.Reasons {
		o := ui.Option{Value: string(r), Label: reasonInWords(r)}
		for i, given := range v.Draft.Reasons {
			o.Selected = o.Selected || i > 0 && given == r
		}
		f.Options = append(f.Options, o)
	}
	return f
}

func reasonInWords(r factcheck.Reason) string { return r.Label() + ": " + lowerFirst(r.Meaning()) }

// lowerFirst makes a sentence the end of another one.
func lowerFirst(s string) string {
	if strings.HasPrefix(s, "An ") || strings.HasPrefix(s, "A ") || strings.HasPrefix(s, "It ") ||
		strings.HasPrefix(s, "The ") || strings.HasPrefix(s, "Old ") || strings.HasPrefix(s, "Words ") ||
		strings.HasPrefix(s, "May, ") {
		s = strings.ToLower(s[:1]) + s[1:]
	}
	return strings.TrimSuffix(s, ".")
}

func (v VerdictView) misread() factcheck.Misread {
	if v.Draft.Misread == nil {
		return factcheck.Misread{}
	}
	return *v.Draft.Misread
}

func (v VerdictView) misreadKind() ui.Field {
	problem := v.problem("misread")
	if problem == "" {
		problem = v.problem("misread.kind")
	}
	kind := v.misread().Kind
	if kind == "" {
		kind = factcheck.MisreadEvent
	}
	return ui.Field{Name: "misread.kind", ID: "misread", Label: "What was misread", Value: string(kind), Problem: problem,
		Inline: true, Options: []ui.Option{{Value: string(factcheck.MisreadSource), Label: "A source"},
			{Value: string(factcheck.MisreadEvent), Label: "An event"}}}
}

func (v VerdictView) misreadSource() ui.Field {
	return ui.Field{Name: "misread.source_id", Label: "Which source", Aside: "for a source", Options: v.Sources,
		Value: idValue(v.misread().SourceID), Problem: v.problem("misread.source_id")}
}

func (v VerdictView) misreadDescription() ui.Field {
	return ui.Field{Name: "misread.description", Label: "In words", Aside: "a recall, a vote, an exercise",
		Value: v.misread().Description, Max: factcheck.MaxSummary, Problem: v.problem("misread.description")}
}

func (v VerdictView) explanation() ui.Field {
	return ui.Field{Name: "explanation", Label: "Explanation", Value: v.Draft.Explanation, Rows: 5, Words: true, Dir: "auto",
		Hint: "One or two sentences; readers see them under “Why”.", Max: factcheck.MaxExplanation, Problem: v.problem("explanation")}
}

func (v VerdictView) asOf() ui.Field {
	return ui.Field{Name: "as_of", Label: "As of", Value: v.Draft.AsOf, Problem: v.problem("as_of")}
}

// restsOn offers the pieces of evidence, none ticked meaning all of them.
func (v VerdictView) restsOn() ui.Field {
	f := ui.Field{Name: "evidence_ids", Label: "Rests on", Several: true, Problem: v.problem("evidence_ids"),
		Hint: "Tick none when it rests on all of the evidence."}
	for _, e := range v.Evidence {
		o := ui.Option{Value: number(e.ID), Label: strconv.Itoa(e.Position) + ": " + beginning(e.Exact, 60), Hint: e.Stance.Label()}
		for _, id := range v.Draft.EvidenceIDs {
			o.Selected = o.Selected || id == e.ID
		}
		f.Options = append(f.Options, o)
	}
	return f
}

// beginning is the first n code points of a text, with an ellipsis where there
// are more.
func beginning(text string, n int) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) <= n {
		return string(runes)
	}
	short := string(runes[:n])
	if i := strings.LastIndexByte(short, ' '); i > 0 && runes[n] != ' ' {
		short = short[:i]
	}
	return strings.TrimRight(short, " ,;:") + "…"
}
