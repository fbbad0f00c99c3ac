package desk

import (
	"net/http"
	"reflect"
	"slices"
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// refusedVerdict is a verdict form that could not be saved.
type refusedVerdict struct {
	base     int64
	draft    factcheck.VerdictDraft
	problems []factcheck.Problem
}

// benchVerdict fills the verdict's form: with what was refused, or with the
// verdict that stands.
func (d *Desk) benchVerdict(c echo.Context, page *view.BenchView, state benchState) error {
	ctx, claim := c.Request().Context(), page.Claim
	scale, err := d.room.Scale(ctx)
	if err != nil {
		return err
	}
	v := view.VerdictView{ClaimID: claim.ID, Open: page.Reader.Passages.SourceID, Scale: scale,
		Guides: factcheck.WhichOne(), Evidence: claim.Evidence, Given: claim.Verdict, Base: verdictID(claim)}
	v.Draft = draftOf(claim.Verdict)
	if v.Draft.AsOf == "" {
		v.Draft.AsOf = string(factcheck.DateOf(d.room.Now()))
	}
	if r := state.verdict; r != nil {
		v.Base, v.Draft, v.Problems = r.base, r.draft, r.problems
	}
	var misread int64
	if v.Draft.Misread != nil {
		misread = v.Draft.Misread.SourceID
	}
	v.Sources, err = d.sourceOptions(ctx, request.Actor(c), misread)
	page.Verdict = v
	return err
}

func verdictID(claim factcheck.Claim) int64 {
	if claim.Verdict == nil {
		return 0
	}
	return claim.Verdict.ID
}

// draftOf is a verdict as it would be typed; empty for none.
func draftOf(v *factcheck.Verdict) factcheck.VerdictDraft {
	if v == nil {
		return factcheck.VerdictDraft{}
	}
	return factcheck.VerdictDraft{Rating: v.Rating.Slug, Explanation: v.Explanation, Reasons: v.Reasons,
		Misread: v.Misread, EvidenceIDs: v.EvidenceIDs, AsOf: string(v.AsOf)}
}

// ruleOn saves a verdict.
func (d *Desk) ruleOn(c echo.Context) error {
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	settle(form)
	ctx, base := c.Request().Context(), form.Int("base")
	draft := verdictDraft(form)
	if draft, err = d.withoutLeftovers(c, id, draft); err != nil {
		return err
	}
	claim, err := d.room.RuleOn(ctx, request.Actor(c), id, newsroom.Base{Verdict: &base}, draft)
	if problems := factcheck.Problems(err); problems != nil {
		return d.showBench(c, http.StatusUnprocessableEntity, benchState{source: form.Int("source"),
			verdict:  &refusedVerdict{base, draft, problems},
			problems: ui.ProblemsView{Title: "The verdict was not saved", Items: problems}})
	}
	if current := staleClaim(err); current != nil {
		return d.verdictConflict(c, *current, draft)
	}
	if err != nil {
		return err
	}
	return request.Done(c, benchPath(claim.ID, form.Int("source"))+"#verdict", "Verdict saved.")
}

// verdictDraft is what was typed into the verdict's form. What was misread is
// part of it only where something is said about it, or the rating asks for it.
func verdictDraft(form request.Values) factcheck.VerdictDraft {
	d := factcheck.VerdictDraft{Rating: form.Get("rating"), Explanation: form.Get("explanation"), AsOf: form.Get("as_of")}
	if main := form.Get("reasons.main"); main != "" {
		d.Reasons = append(d.Reasons, factcheck.Reason(main))
	}
	for _, r := range form.All("reasons.further") {
		if reason := factcheck.Reason(r); !slices.Contains(d.Reasons, reason) {
			d.Reasons = append(d.Reasons, reason)
		}
	}
	misread := factcheck.Misread{Kind: factcheck.MisreadKind(form.Get("misread.kind")),
		SourceID: form.Int("misread.source_id"), Description: form.Get("misread.description")}
	if d.Rating == factcheck.Misinterpreted || misread.SourceID != 0 || misread.Description != "" {
		d.Misread = &misread
	}
	for _, text := range form.All("evidence_ids") {
		if id, err := strconv.ParseInt(text, 10, 64); err == nil {
			d.EvidenceIDs = append(d.EvidenceIDs, id)
		}
	}
	return d
}

// withoutLeftovers takes out what the form still held of a verdict
// "misinterpreted" when another rating was chosen and nothing of it was
// touched: it stays in the history.
func (d *Desk) withoutLeftovers(c echo.Context, id int64, draft factcheck.VerdictDraft) (factcheck.VerdictDraft, error) {
	if draft.Rating == "" || draft.Rating == factcheck.Misinterpreted || len(draft.Reasons) == 0 && draft.Misread == nil {
		return draft, nil
	}
	claim, err := d.room.Claim(c.Request().Context(), request.Actor(c), id)
	if err != nil || claim.Verdict == nil {
		return draft, err
	}
	before := claim.Verdict
	if slices.Equal(draft.Reasons, before.Reasons) && (draft.Misread == nil || reflect.DeepEqual(draft.Misread, before.Misread)) {
		draft.Reasons, draft.Misread = nil, nil
	}
	return draft, nil
}
