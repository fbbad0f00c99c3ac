package newsroom

import (
	"context"
	"reflect"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// RuleOn gives the claim a verdict, under the present scale. Earlier ones are
// kept.
func (r *Room) RuleOn(ctx context.Context, by factcheck.Actor, claim int64, b Base, d factcheck.VerdictDraft) (factcheck.Claim, error) {
	return r.change(ctx, by, claim, b, factcheck.RuleOn, func(a *acting, c *factcheck.Claim) error {
		if err := a.DropDraft(ctx, by.ID, claim, DraftVerdict); err != nil {
			return err
		}
		scale, err := a.Scale(ctx, 0)
		if err != nil {
			return err
		}
		checked, err := d.Check(scale, c, a.now)
		if err != nil {
			return err
		}
		if m := checked.Misread; m != nil {
			if err := a.mayName(ctx, m.SourceID, misreadNow(c), "misread.source_id"); err != nil {
				return err
			}
		}
		v := factcheck.Verdict{ClaimID: claim, Rating: checked.Rating, ScaleVersion: scale.Version,
			Explanation: checked.Explanation, Reasons: checked.Reasons, Misread: checked.Misread,
			EvidenceIDs: checked.EvidenceIDs, AsOf: checked.AsOf, UserID: by.ID, At: a.now}
		if c.Verdict != nil && sameVerdict(*c.Verdict, v) {
			return errUnchanged
		}
		v.ID, err = a.AddVerdict(ctx, v)
		c.Verdict = &v
		return err
	})
}

// misreadNow is the source that the present verdict says was misread, or 0.
func misreadNow(c *factcheck.Claim) int64 {
	if c.Verdict == nil || c.Verdict.Misread == nil {
		return 0
	}
	return c.Verdict.Misread.SourceID
}

func sameVerdict(a, b factcheck.Verdict) bool {
	b.ID, b.UserID, b.By, b.At = a.ID, a.UserID, a.By, a.At
	for _, v := range []*factcheck.Verdict{&a, &b} {
		v.Reasons = append([]factcheck.Reason{}, v.Reasons...)
		v.EvidenceIDs = append([]int64{}, v.EvidenceIDs...)
	}
	return reflect.DeepEqual(a, b)
}

// Verdicts are all that a claim was given, newest first.
func (r *Room) Verdicts(ctx context.Context, claim int64) ([]factcheck.Verdict, error) {
	return read(ctx, r, func(q *store.Queries) ([]factcheck.Verdict, error) { return q.Verdicts(ctx, claim) })
}

// WriteArticle saves the article. Without a slug it keeps the one it has, or,
// while the claim was never public, makes a free one out of the headline. A
// given one that belongs to another claim is an Invalid error that offers a
// free one.
func (r *Room) WriteArticle(ctx context.Context, by factcheck.Actor, claim int64, b Base, d factcheck.ArticleDraft) (factcheck.Claim, error) {
	d, err := d.Check()
	if err != nil {
		return factcheck.Claim{}, err
	}
	return r.change(ctx, by, claim, b, factcheck.WriteArticle, func(a *acting, c *factcheck.Claim) error {
		if err := a.DropDraft(ctx, by.ID, claim, DraftArticle); err != nil {
			return err
		}
		slug, err := a.slug(ctx, c, d)
		if err != nil {
			return err
		}
		text := factcheck.Article{ClaimID: claim, Headline: d.Headline, Slug: slug, Summary: d.Summary, Body: d.Body, UserID: by.ID, At: a.now}
		if was := c.Article; was != nil && was.Headline == text.Headline && was.Slug == slug && was.Summary == text.Summary && was.Body == text.Body {
			return errUnchanged
		}
		if err := a.KeepSlug(ctx, slug, claim, a.now); err != nil {
			return err
		}
		if c.Live == nil {
			if err := a.ReleaseSlugs(ctx, claim, slug); err != nil {
				return err
			}
		}
		text.ID, err = a.AddArticle(ctx, text)
		c.Article = &text
		return err
	})
}

func (a *acting) slug(ctx context.Context, c *factcheck.Claim, d factcheck.ArticleDraft) (string, error) {
	if d.Slug != "" {
		free, err := a.FreeSlug(ctx, d.Slug, c.ID)
		if err == nil && free != d.Slug {
			return "", factcheck.Wrong("slug", "The address %s belongs to another check. %s is free.", d.Slug, free)
		}
		return free, err
	}
	if c.Live != nil && c.Article != nil {
		return c.Article.Slug, nil
	}
	from := d.Headline
	if from == "" {
		from = c.Text
	}
	return a.FreeSlug(ctx, factcheck.Slug(from), c.ID)
}
