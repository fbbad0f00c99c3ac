package api

import (
	"context"
	"encoding/json"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// planAbout is what can be said of a claim's plan.
type planAbout struct {
	DueOn    string `json:"due_on,omitempty" nullable:"true" doc:"A day. The four fields of the plan are sent without any other: they change nothing of what the claim says, and its status stays."`
	Reach    int    `json:"reach,omitempty" nullable:"true" minimum:"0" maximum:"3" doc:"From 1 to 3, or 0."`
	Harm     int    `json:"harm,omitempty" nullable:"true" minimum:"0" maximum:"3" doc:"From 1 to 3, or 0."`
	ReviewBy string `json:"review_by,omitempty" nullable:"true" doc:"A day."`
}

var planFields = []string{"due_on", "reach", "harm", "review_by"}

// plan is what the patch makes of a plan, and whether it is about one. A patch
// that is about the claim's own fields as well is Invalid: the two are acts of
// their own.
func (p claimPatch) plan(now factcheck.Plan) (factcheck.PlanDraft, bool, error) {
	var patch map[string]json.RawMessage
	if err := json.Unmarshal(p.raw, &patch); err != nil {
		return factcheck.PlanDraft{}, false, nil //nolint:nilerr // no object: for whoever reads the other fields
	}
	about := planAbout{string(now.DueOn), now.Reach, now.Harm, string(now.ReviewBy)}
	found := 0
	for _, name := range planFields {
		raw, is := patch[name]
		if !is {
			continue
		}
		found++
		if err := about.set(name, raw); err != nil {
			return factcheck.PlanDraft{}, true, factcheck.Wrong(name, "This is not a whole number, or not a day.")
		}
	}
	if found > 0 && found < len(patch) {
		return factcheck.PlanDraft{}, true, factcheck.Wrong(planFieldIn(patch), "Send the plan (due_on, reach, harm, review_by) by itself: the other fields can take the claim back to research.")
	}
	return factcheck.PlanDraft{DueOn: about.DueOn, ReviewBy: about.ReviewBy, Reach: about.Reach, Harm: about.Harm}, found > 0, nil
}

// set takes in one field; null empties it.
func (b *planAbout) set(name string, raw json.RawMessage) error {
	fields := map[string]any{"due_on": &b.DueOn, "reach": &b.Reach, "harm": &b.Harm, "review_by": &b.ReviewBy}
	if string(raw) == "null" {
		switch field := fields[name].(type) {
		case *string:
			*field = ""
		case *int:
			*field = 0
		}
		return nil
	}
	return json.Unmarshal(raw, fields[name])
}

func planFieldIn(patch map[string]json.RawMessage) string {
	for _, name := range planFields {
		if _, is := patch[name]; is {
			return name
		}
	}
	return "body"
}

// planClaim saves a plan, unless the patch was not to be read.
func (a *api) planClaim(ctx context.Context, k *call, id int64, base newsroom.Base, plan factcheck.PlanDraft, err error) (*claimAnswer, error) {
	if err != nil {
		return nil, err
	}
	planned, err := a.room.PlanClaim(ctx, k.actor(), id, base, plan)
	if err != nil {
		return nil, err
	}
	return answered(a.shape(planned)), nil
}
