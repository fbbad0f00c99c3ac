package desk

import (
	"context"
	"slices"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"
)

// How many sources a claim's form offers, newest first.
const offeredSources = 200

// claimDraft is what was typed into the fields of view.ClaimDetails.
func claimDraft(form request.Values) (factcheck.ClaimDraft, error) {
	seen, err := appearanceDrafts(form)
	return factcheck.ClaimDraft{
		Text:     form.Get("text"),
		Language: form.Get("language"),
		Claimant: factcheck.ClaimantDraft{Name: form.Get("claimant.name"),
			Kind: factcheck.ClaimantKind(form.Get("claimant.kind")), SameAs: lines(form.Get("claimant.same_as"))},
		SaidOn:      form.Get("said_on"),
		Appearances: seen,
		Topics:      commas(form.Get("topics")),
		SourceID:    form.Int("source_id"),
		AssigneeID:  form.Int("assignee_id"),
	}, err
}

// claimFields is a draft with what can be chosen beside it, and why it was
// refused; nil when it was not. claim is 0 for a new one.
func (d *Desk) claimFields(ctx context.Context, by factcheck.Actor, claim int64, draft factcheck.ClaimDraft, refusal error) (view.ClaimFields, error) {
	fields := view.ClaimFields{Draft: draft, Problems: factcheck.Problems(refusal)}
	if e := factcheck.As(refusal); e != nil {
		fields.Nearest, fields.Offers = e.Nearest, e.Offers
	}
	var err error
	if fields.Copies, err = d.copies(ctx, claim, draft); err != nil {
		return fields, err
	}
	if fields.Sources, err = d.sourceOptions(ctx, by, draft.SourceID); err != nil {
		return fields, err
	}
	if fields.People, err = d.peopleOptions(ctx, draft.AssigneeID, "Nobody yet"); err != nil {
		return fields, err
	}
	topics, err := d.room.Topics(ctx)
	for _, t := range topics {
		fields.Topics = append(fields.Topics, t.Name)
	}
	return fields, err
}

// sourceOptions are the newest sources and, whatever its age, the chosen one,
// without its title when it cannot be seen: a form that is saved keeps it.
func (d *Desk) sourceOptions(ctx context.Context, by factcheck.Actor, chosen int64) ([]ui.Option, error) {
	page, err := d.room.Sources(ctx, by, newsroom.SourceFilter{Limit: offeredSources})
	if err != nil {
		return nil, err
	}
	list := page.Items
	if chosen > 0 && !slices.ContainsFunc(list, func(s factcheck.Source) bool { return s.ID == chosen }) {
		s, err := d.room.Source(ctx, by, chosen)
		if err == nil {
			list = append(list, s)
		} else if factcheck.KindOf(err) != factcheck.NotFound {
			return nil, err
		}
	}
	options := []ui.Option{{Label: "None"}}
	for _, s := range list {
		options = append(options, ui.Option{Value: number(s.ID), Label: s.Title})
	}
	if chosen > 0 && !slices.ContainsFunc(list, func(s factcheck.Source) bool { return s.ID == chosen }) {
		options = append(options, ui.Option{Value: number(chosen), Label: "Source " + number(chosen) + ", which you cannot see"})
	}
	return options, nil
}

// peopleOptions are all who can log in, whoever is chosen already, and nobody
// under the given label.
func (d *Desk) peopleOptions(ctx context.Context, chosen int64, nobody string) ([]ui.Option, error) {
	users, err := d.room.Users(ctx)
	if err != nil {
		return nil, err
	}
	options := []ui.Option{{Label: nobody}}
	for _, u := range users {
		if !u.Disabled || u.ID == chosen {
			options = append(options, ui.Option{Value: number(u.ID), Label: u.Name})
		}
	}
	return options, nil
}

// lines are the lines of a text that are not blank.
func lines(text string) []string {
	return parts(text, "\n")
}

// commas are the words between commas or line ends that are not blank.
func commas(text string) []string {
	return parts(text, ",\n")
}

func parts(text, separators string) []string {
	var list []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(separators, r) }) {
		if part = strings.TrimSpace(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}
