package api

import (
	"context"
	"net/http"

	"claimdesk/internal/factcheck"
)

// verdictSent is a verdict to be given.
type verdictSent struct {
	Rating      string       `json:"rating,omitempty" nullable:"true" doc:"Needed: a rating's slug."`
	Explanation string       `json:"explanation,omitempty" nullable:"true"`
	Reasons     []string     `json:"reasons,omitempty" nullable:"true" doc:"For misinterpreted only; the first is the main one."`
	Misread     *misreadSent `json:"misread,omitempty" doc:"For misinterpreted only."`
	EvidenceIDs []int64      `json:"evidence_ids,omitempty" nullable:"true" doc:"What it rests on; left out: all."`
	AsOf        string       `json:"as_of,omitempty" nullable:"true" doc:"A day; today when left out."`
}

type misreadSent struct {
	Kind        string `json:"kind,omitempty" nullable:"true" doc:"source or event."`
	SourceID    int64  `json:"source_id,omitempty" nullable:"true" minimum:"0" maximum:"9007199254740991"`
	Description string `json:"description,omitempty" nullable:"true"`
}

type verdictPut struct {
	Based
	ID   int64 `path:"id"`
	Body verdictSent
}

// articleSent is an article to be saved.
type articleSent struct {
	Headline string `json:"headline,omitempty" nullable:"true"`
	Slug     string `json:"slug,omitempty" nullable:"true" doc:"Left out: a free one is made."`
	Summary  string `json:"summary,omitempty" nullable:"true"`
	Body     string `json:"body,omitempty" nullable:"true" doc:"Markdown (CommonMark); [1] refers to the first piece of evidence."`
}

type articlePut struct {
	Based
	ID   int64 `path:"id"`
	Body articleSent
}

func (a *api) rulings() {
	add(a, operation(http.MethodPut, "/claims/{id}/verdict", "rule-on-claim", "Give a claim its verdict"), a.ruleOn)
	add(a, operation(http.MethodPut, "/claims/{id}/article", "write-article", "Write a claim's article"), a.writeArticle)
}

func (a *api) ruleOn(ctx context.Context, k *call, in *verdictPut) (*claimAnswer, error) {
	base, err := in.base()
	if err != nil {
		return nil, err
	}
	ruled, err := a.room.RuleOn(ctx, k.actor(), in.ID, base, in.Body.draft())
	if err != nil {
		return nil, err
	}
	return answered(a.shape(ruled)), nil
}

func (b verdictSent) draft() factcheck.VerdictDraft {
	d := factcheck.VerdictDraft{Rating: b.Rating, Explanation: b.Explanation, EvidenceIDs: b.EvidenceIDs, AsOf: b.AsOf}
	for _, r := range b.Reasons {
		d.Reasons = append(d.Reasons, factcheck.Reason(r))
	}
	if m := b.Misread; m != nil {
		d.Misread = &factcheck.Misread{Kind: factcheck.MisreadKind(m.Kind), SourceID: m.SourceID, Description: m.Description}
	}
	return d
}

func (a *api) writeArticle(ctx context.Context, k *call, in *articlePut) (*claimAnswer, error) {
	base, err := in.base()
	if err != nil {
		return nil, err
	}
	written, err := a.room.WriteArticle(ctx, k.actor(), in.ID, base, factcheck.ArticleDraft(in.Body))
	if err != nil {
		return nil, err
	}
	return answered(a.shape(written)), nil
}
