package api

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"claimdesk/internal/factcheck"
)

// claimPatch is a JSON Merge Patch (RFC 7396) of a claim's own fields: what is
// left out stays, null takes away, lists are replaced whole.
type claimPatch struct{ raw json.RawMessage }

// UnmarshalJSON keeps the patch as it was sent.
func (p *claimPatch) UnmarshalJSON(raw []byte) error {
	p.raw = bytes.Clone(raw)
	return nil
}

// Schema is that of a claim's own fields and of its plan, all of which can be
// left out.
func (claimPatch) Schema(r huma.Registry) *huma.Schema {
	s := huma.SchemaFromType(r, reflect.TypeFor[claimAbout]())
	maps.Copy(s.Properties, huma.SchemaFromType(r, reflect.TypeFor[planAbout]()).Properties)
	s.PrecomputeMessages()
	return s
}

type claimPatched struct {
	Based
	ID   int64 `path:"id"`
	Body claimPatch
}

func (a *api) editClaim(ctx context.Context, k *call, in *claimPatched) (*claimAnswer, error) {
	base, err := in.base()
	if err != nil {
		return nil, err
	}
	now, err := a.room.Claim(ctx, k.actor(), in.ID)
	if err != nil {
		return nil, err
	}
	if plan, is, err := in.Body.plan(now.Plan); is || err != nil {
		return a.planClaim(ctx, k, in.ID, base, plan, err)
	}
	about, err := in.Body.on(aboutOf(now))
	if err != nil {
		return nil, err
	}
	edited, err := a.room.EditClaim(ctx, k.actor(), in.ID, base, about.draft())
	if err != nil {
		return nil, err
	}
	return answered(a.shape(edited)), nil
}

// aboutOf is a claim's own fields as they would be sent.
func aboutOf(c factcheck.Claim) claimAbout {
	d := c.Draft()
	about := claimAbout{Text: d.Text, Language: d.Language, SaidOn: d.SaidOn, Topics: d.Topics, SourceID: d.SourceID, AssigneeID: d.AssigneeID}
	if d.Claimant.Name != "" {
		about.Claimant = &claimantAbout{d.Claimant.Name, string(d.Claimant.Kind), d.Claimant.SameAs}
	}
	for _, s := range d.Appearances {
		about.Appearances = append(about.Appearances, seenOf(s))
	}
	return about
}

// on applies the patch, whose fields are known to be of their types.
func (p claimPatch) on(about claimAbout) (claimAbout, error) {
	encoded, err := json.Marshal(about)
	if err != nil {
		return claimAbout{}, err
	}
	var target, patch any
	if err := json.Unmarshal(encoded, &target); err != nil {
		return claimAbout{}, err
	}
	if err := json.Unmarshal(p.raw, &patch); err != nil {
		return claimAbout{}, err
	}
	if encoded, err = json.Marshal(merged(target, patch)); err != nil {
		return claimAbout{}, err
	}
	var out claimAbout
	if err := json.Unmarshal(encoded, &out); err != nil {
		return claimAbout{}, factcheck.Wrong("body", "One of the numbers is not a whole number, or too large.")
	}
	return out, nil
}

// merged is MergePatch as RFC 7396 writes it down.
func merged(target, patch any) any {
	changes, object := patch.(map[string]any)
	if !object {
		return patch
	}
	fields, object := target.(map[string]any)
	if !object {
		fields = map[string]any{}
	}
	for name, value := range changes {
		if value == nil {
			delete(fields, name)
		} else {
			fields[name] = merged(fields[name], value)
		}
	}
	return fields
}
