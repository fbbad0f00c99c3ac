package desk

import (
	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// PlanView is a claim's plan on its bench: as it stands, and as it was typed
// when that was refused.
type PlanView struct {
	Claim           factcheck.Claim
	Today           factcheck.Date
	Open            bool // the form was refused
	DueOn, ReviewBy string
	Reach, Harm     string
	Was             factcheck.Plan // that the form was begun from
	Problems        []factcheck.Problem
}

// reaches and harms are the levels in words.
var (
	reaches = []string{"Not said yet", "1: few people see it", "2: many see it, or it grows", "3: it is everywhere"}
	harms   = []string{"Not said yet", "1: an annoyance", "2: people or trust suffer", "3: health, safety or an election is at stake"}
)

func levels(words []string) []ui.Option {
	options := make([]ui.Option, len(words))
	for i, w := range words {
		options[i] = ui.Option{Value: number(int64(i)), Label: w}
	}
	return options
}

func (v PlanView) due() ui.Field {
	return ui.Field{Name: "due_on", Label: "Due on", Value: v.DueOn, Problem: ui.ProblemOf(v.Problems, "due_on")}
}

func (v PlanView) reach() ui.Field {
	return ui.Field{Name: "reach", Label: "Reach", Value: v.Reach, Options: levels(reaches), Problem: ui.ProblemOf(v.Problems, "reach")}
}

func (v PlanView) harm() ui.Field {
	return ui.Field{Name: "harm", Label: "Harm", Value: v.Harm, Options: levels(harms), Problem: ui.ProblemOf(v.Problems, "harm")}
}

func (v PlanView) reviewBy() ui.Field {
	return ui.Field{Name: "review_by", Label: "Look at the published check again by", Value: v.ReviewBy, Problem: ui.ProblemOf(v.Problems, "review_by")}
}
