package demo

import (
	"context"
	"errors"
	"fmt"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// check is a claim and what becomes of it. Moments are of September 2023, as
// clock.reach reads them.
type check struct {
	claim    factcheck.ClaimDraft
	recorded string // moment
	remark   string // private
	quotes   []quoted
	exhibits []shown
	verdict  factcheck.VerdictDraft
	article  factcheck.ArticleDraft
	then     []step
}

// quoted is a quote to be attached.
type quoted struct {
	from    document
	stance  factcheck.Stance
	exact   string
	note    string
	english string // a translation, by the newsroom itself
}

// translator is who translates in the example: a role, not a person.
const translator = "Example newsroom"

// step is an act on a claim that was recorded, at its moment.
type step struct {
	at  string
	act func(ctx context.Context, d *desk, claim int64) (factcheck.Claim, error)
}

// record takes a claim down as the reporter, with all that is written on it,
// and gives its id.
func (d *desk) record(ctx context.Context, k check) (int64, error) {
	if len(k.quotes) > 0 { // somebody is at work on it
		k.claim.AssigneeID = d.reporter.ID
	}
	claim, err := d.room.RecordClaim(ctx, d.reporter, k.claim)
	if err != nil {
		return 0, err
	}
	if k.remark != "" {
		if err := d.room.NoteOnClaim(ctx, d.reporter, claim.ID, k.remark); err != nil {
			return 0, err
		}
	}
	return claim.ID, d.write(ctx, claim.ID, k)
}

// write attaches the quotes and exhibits, rules and writes, as far as there is
// something to write.
func (d *desk) write(ctx context.Context, claim int64, k check) error {
	for _, q := range k.quotes {
		draft := factcheck.EvidenceDraft{SourceID: d.sources[q.from], Exact: q.exact, Stance: q.stance, Note: q.note, Translation: q.english}
		if q.english != "" {
			draft.Translator = translator
		}
		if _, _, err := d.room.AttachQuote(ctx, d.reporter, claim, newsroom.Base{}, draft); err != nil {
			return fmt.Errorf("the quote %q: %w", q.exact, err)
		}
	}
	errs := []error{d.exhibit(ctx, claim, k.exhibits)}
	if k.verdict.Rating != "" {
		_, err := d.room.RuleOn(ctx, d.reporter, claim, newsroom.Base{}, k.verdict)
		errs = append(errs, err)
	}
	if k.article.Headline != "" {
		_, err := d.room.WriteArticle(ctx, d.reporter, claim, newsroom.Base{}, k.article)
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

// sent is the reporter sending a claim for review.
func sent(at string) step {
	return step{at, func(ctx context.Context, d *desk, claim int64) (factcheck.Claim, error) {
		return d.room.Submit(ctx, d.reporter, claim, newsroom.Base{}, "")
	}}
}

// approved is the editor approving it, without publishing.
func approved(at string) step {
	return step{at, func(ctx context.Context, d *desk, claim int64) (factcheck.Claim, error) {
		return d.room.Approve(ctx, d.editor, claim, newsroom.Base{}, "")
	}}
}

// returned is the editor sending it back.
func returned(at, note string) step {
	return step{at, func(ctx context.Context, d *desk, claim int64) (factcheck.Claim, error) {
		return d.room.Return(ctx, d.editor, claim, newsroom.Base{}, note)
	}}
}

// published is the editor approving and publishing it. After the first time
// the order says what has changed.
func published(at string, order newsroom.Order) step {
	return step{at, func(ctx context.Context, d *desk, claim int64) (factcheck.Claim, error) {
		return d.room.ApproveAndPublish(ctx, d.editor, claim, newsroom.Base{}, order)
	}}
}

// rewritten is the reporter changing the article.
func rewritten(at string, to factcheck.ArticleDraft) step {
	return step{at, func(ctx context.Context, d *desk, claim int64) (factcheck.Claim, error) {
		return d.room.WriteArticle(ctx, d.reporter, claim, newsroom.Base{}, to)
	}}
}

// dropped is the editor putting it aside.
func dropped(at string, reason factcheck.DropReason, note string) step {
	return step{at, func(ctx context.Context, d *desk, claim int64) (factcheck.Claim, error) {
		return d.room.Drop(ctx, d.editor, claim, newsroom.Base{}, reason, note)
	}}
}
