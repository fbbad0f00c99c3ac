package desk

import (
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// ScaleView is the editor of the scale: every rating as it was typed, and what
// would change.
type ScaleView struct {
	Frame     ui.DeskFrame
	Base      int // the version that the editor started from
	Ratings   []factcheck.RatingDraft
	Languages []string // BCP 47, beside the one of the public pages
	Problems  []factcheck.Problem
	Looked    bool     // somebody asked what would change
	Changes   []string // in words
	Seen      string   // a fingerprint of what the changes were told of
	Note      string
	Stale     *factcheck.Scale   // what somebody else has saved meanwhile
	Retired   []factcheck.Rating // that can be put back
	Open      int                // the rating whose details stand open, -1 for none
}

func (v ScaleView) name(i int, field string) string {
	return "ratings." + strconv.Itoa(i) + "." + field
}

func (v ScaleView) problem(field string) string { return ui.ProblemOf(v.Problems, field) }

// opened tells whether a rating's details are shown at once: it is new, was
// asked for, or something in it is wrong.
func (v ScaleView) opened(i int) bool {
	prefix := v.name(i, "")
	for _, p := range v.Problems {
		if len(p.Field) > len(prefix) && p.Field[:len(prefix)] == prefix {
			return true
		}
	}
	return i == v.Open
}

// kept tells whether a rule hangs on the rating, so that it cannot be retired.
func (v ScaleView) kept(i int) bool {
	slug := v.Ratings[i].Slug
	return slug == factcheck.Misinterpreted || slug == factcheck.Withdrawn
}

// chip is the rating as readers would see it.
func (v ScaleView) chip(i int) ui.RatingView {
	d := v.Ratings[i]
	label := d.Label
	if label == "" {
		label = "New rating"
	}
	return ui.RatingView{Label: label, Tone: toneName(d), Shape: d.Shape}
}

// toneName is what data-tone has to say for a draft.
func toneName(d factcheck.RatingDraft) string {
	if d.Tone != factcheck.OwnColours {
		return d.Tone
	}
	if t, known := factcheck.ToneOf(factcheck.OwnTone(d.Light, d.Dark).Name); known {
		return t.Name
	}
	return ""
}

// measures are the contrasts of the draft's colours; none while they cannot be
// read.
func (v ScaleView) measures(i int) []factcheck.Measure {
	t, _ := factcheck.ToneOf(toneName(v.Ratings[i]))
	return t.Measures()
}

func (v ScaleView) text(i int, field, label, value, hint string, most int) ui.Field {
	name := v.name(i, field)
	return ui.Field{Name: name, Label: label, Value: value, Hint: hint, Max: most, Dir: "auto", Problem: v.problem(name)}
}

func (v ScaleView) label(i int) ui.Field {
	f := v.text(i, "label", "Label", v.Ratings[i].Label, "", factcheck.MaxRatingLabel)
	f.Required = true
	return f
}

func (v ScaleView) definition(i int) ui.Field {
	return v.text(i, "definition", "What it means", v.Ratings[i].Definition, "One sentence, for readers.", factcheck.MaxRatingSentence)
}

func (v ScaleView) guidance(i int) ui.Field {
	f := v.text(i, "guidance", "Guidance", v.Ratings[i].Guidance, "When it is given, and what goes with it.", factcheck.MaxSummary)
	f.Rows = 2
	return f
}

func (v ScaleView) number(i int) ui.Field {
	name := v.name(i, "number")
	f := ui.Field{Name: name, Label: "Number", Value: v.Ratings[i].Number, Problem: v.problem(name),
		Options: []ui.Option{{Value: "", Label: "None: it does not measure truth"}}}
	words := map[int]string{factcheck.WorstRating: " (least true)", factcheck.BestRating: " (most true)"}
	for n := factcheck.BestRating; n >= factcheck.WorstRating; n-- {
		f.Options = append(f.Options, ui.Option{Value: strconv.Itoa(n), Label: strconv.Itoa(n) + words[n]})
	}
	return f
}

// colour is one of the two colours of the newsroom's own.
func (v ScaleView) colour(i int, screen, value string) ui.Field {
	name := v.name(i, screen)
	return ui.Field{Name: name, Label: "On " + screen + " screens", Value: value, Placeholder: "#1f6a3c", Problem: v.problem(name)}
}

func (v ScaleView) wordLabel(i int, lang string) ui.Field {
	f := v.text(i, "words."+lang+".label", "Label in "+LanguageName(lang), v.Ratings[i].Words[lang].Label, "", factcheck.MaxRatingLabel)
	f.Lang = lang
	return f
}

func (v ScaleView) wordDefinition(i int, lang string) ui.Field {
	f := v.text(i, "words."+lang+".definition", "What it means, in "+LanguageName(lang), v.Ratings[i].Words[lang].Definition, "", factcheck.MaxRatingSentence)
	f.Lang = lang
	return f
}

// ready tells whether there is something that can be saved, once it is said
// why.
func (v ScaleView) ready() bool {
	for _, p := range v.Problems {
		if p.Field != "note" {
			return false
		}
	}
	return v.Looked && len(v.Changes) > 0
}

func (v ScaleView) note() ui.Field {
	return ui.Field{Name: "note", Label: "What changed, and why", Value: v.Note, Max: factcheck.MaxScaleNote, Dir: "auto", Problem: v.problem("note"),
		Hint: "A sentence for readers. It stands beside the scale’s history, above the list of changes."}
}

// shapeWords name the drawings for those who do not see them.
var shapeWords = map[string]string{
	"true": "check in a disc", "mostly-true": "disc with a bite", "missing-context": "half disc", "partly-false": "half square",
	"misinterpreted": "opposed quotation marks", "misleading": "bent arrow", "false": "cross in a square", "unproven": "dashed ring",
	"outdated": "clock", "satire": "mask", "retracted": "struck lines", "triangle": "triangle", "diamond": "diamond", "bars": "three bars",
	"hexagon": "hexagon", "cross": "cross",
}
