package newsroom

import (
	"context"
	"encoding/json"

	"claimdesk/internal/factcheck"
)

// Base says which stand of a claim somebody started from. Nothing set means
// that they do not care. Version is the claim's: any change since is a
// Conflict. The others let two people work on different parts of one claim:
// Details is the claim's Details, Verdict and Article are the ids of those
// that were seen, 0 for none, Plan is the one that was seen.
type Base struct {
	Version, Details, Verdict, Article *int64
	Plan                               *factcheck.Plan
}

// holds is a Conflict error with the present claim when the base is stale.
func (b Base) holds(c *factcheck.Claim) error {
	var verdict, article int64
	if c.Verdict != nil {
		verdict = c.Verdict.ID
	}
	if c.Article != nil {
		article = c.Article.ID
	}
	for _, p := range []struct {
		seen *int64
		is   int64
	}{{b.Version, c.Version}, {b.Details, c.Details}, {b.Verdict, verdict}, {b.Article, article}} {
		if p.seen != nil && *p.seen != p.is {
			return &factcheck.Error{Kind: factcheck.Conflict, Current: c,
				Message: "Somebody saved before you. Look at both texts and choose."}
		}
	}
	if b.Plan != nil && *b.Plan != c.Plan {
		return &factcheck.Error{Kind: factcheck.Conflict, Current: c, Message: "Somebody has changed the plan meanwhile."}
	}
	return nil
}

// change is an act that changes what a claim says: its own words, evidence,
// verdict or article. It moves the claim to where a change leads, and keeps
// its new stand.
func (r *Room) change(ctx context.Context, by factcheck.Actor, id int64, b Base, action factcheck.Action, do func(*acting, *factcheck.Claim) error) (factcheck.Claim, error) {
	return act(ctx, r, by, action, func(a *acting) (factcheck.Claim, error) {
		return a.change(ctx, id, b, do)
	})
}

// errUnchanged ends a change that would change nothing.
var errUnchanged = factcheck.Clash("Nothing has changed.")

func (a *acting) change(ctx context.Context, id int64, b Base, do func(*acting, *factcheck.Claim) error) (factcheck.Claim, error) {
	c, err := a.Claim(ctx, id)
	if err != nil {
		return c, err
	}
	if err := b.holds(&c); err != nil {
		return c, err
	}
	if _, err := c.AfterChange(a.action, a.by); err != nil {
		return c, err // refused before anything is looked at
	}
	signers := signersOf(&c)
	if err := do(a, &c); err != nil {
		if err == error(errUnchanged) {
			return a.Claim(ctx, id)
		}
		return c, err
	}
	next, err := c.AfterChange(a.action, a.by)
	if err != nil {
		return c, err
	}
	if next != c.Status && len(c.Signatures) > 0 {
		if err := a.ClearSignatures(ctx, id); err != nil {
			return c, err
		}
	}
	c.Status = next
	if c, err = a.save(ctx, c); err != nil {
		return c, err
	}
	return c, a.askToAgree(ctx, &c, signers)
}

// save stores the claim as its next version and gives it as it is then.
func (a *acting) save(ctx context.Context, c factcheck.Claim) (factcheck.Claim, error) {
	c.Version++
	c.UpdatedAt = a.now
	if err := a.SetClaim(ctx, c); err != nil {
		return c, err
	}
	if err := a.unscheduled(ctx, &c); err != nil {
		return c, err
	}
	return a.stand(ctx, c.ID, a.action)
}

// stand reads the claim again, makes it findable, keeps its stand and notes
// the act.
func (a *acting) stand(ctx context.Context, id int64, action factcheck.Action) (factcheck.Claim, error) {
	c, err := a.Claim(ctx, id)
	if err != nil {
		return c, err
	}
	if err := a.IndexClaim(ctx, c); err != nil {
		return c, err
	}
	return c, a.traceAs(ctx, action, "claim", id, c.Version, standOf(c))
}

// stand is what is kept of each version of a claim. Verdict and article are
// the ids of records that never change.
type stand struct {
	Status      factcheck.Status       `json:"status"`
	Text        string                 `json:"text"`
	Language    string                 `json:"language"`
	Claimant    *factcheck.Claimant    `json:"claimant,omitempty"`
	SaidOn      factcheck.Date         `json:"said_on,omitempty"`
	Appearances []factcheck.Appearance `json:"appearances,omitempty"`
	Topics      []string               `json:"topics,omitempty"`
	SourceID    int64                  `json:"source_id,omitempty"`
	AssigneeID  int64                  `json:"assignee_id,omitempty"`
	Plan        *factcheck.Plan        `json:"plan,omitempty"`
	MergedInto  int64                  `json:"merged_into,omitempty"`
	PublishAt   int64                  `json:"publish_at,omitempty"` // Unix milliseconds
	Evidence    []standing             `json:"evidence,omitempty"`
	Exhibits    []displayed            `json:"exhibits,omitempty"`
	VerdictID   int64                  `json:"verdict_id,omitempty"`
	VerdictHash string                 `json:"verdict_hash,omitempty"`
	ArticleID   int64                  `json:"article_id,omitempty"`
	ArticleHash string                 `json:"article_hash,omitempty"`
	Live        string                 `json:"live,omitempty"`      // hash of the live revision
	Revision    int                    `json:"revision,omitempty"`  // its number
	LiveSeal    string                 `json:"live_seal,omitempty"` // of what it says of itself; "" in stands from before it was kept
	asideStand
}

// standing is a piece of evidence in a stand.
type standing struct {
	ID      int64            `json:"id"`
	Stance  factcheck.Stance `json:"stance"`
	Exact   string           `json:"exact"`
	Speaker string           `json:"speaker,omitempty"`
	Note    string           `json:"note,omitempty"`
}

// displayed is an exhibit in a stand.
type displayed struct {
	ID          int64                 `json:"id"`
	Kind        factcheck.ExhibitKind `json:"kind"`
	Stance      factcheck.Stance      `json:"stance"`
	Description string                `json:"description"`
	Origin      string                `json:"origin"`
	VouchedBy   string                `json:"vouched_by"`
	Moment      string                `json:"moment,omitempty"`
	FileID      int64                 `json:"file_id"`
	SHA256      string                `json:"sha256"`
	CreatedBy   int64                 `json:"created_by,omitempty"`
	EditedBy    int64                 `json:"edited_by,omitempty"`
	ConfirmedBy int64                 `json:"confirmed_by,omitempty"`
}

func displayedOf(e factcheck.Exhibit) displayed {
	return displayed{e.ID, e.Kind, e.Stance, e.Description, e.Origin, e.VouchedBy, e.Moment, e.File.ID, e.File.SHA256, e.CreatedBy, e.EditedBy, e.ConfirmedBy}
}

// sealVerdict is the hash of a verdict as it was given, without what is read
// from elsewhere: names may change.
func sealVerdict(v *factcheck.Verdict) string {
	kept := *v
	kept.By, kept.Rating = "", factcheck.Rating{Slug: v.Rating.Slug}
	return sealOf(kept)
}

// sealArticle is the same for a saved article.
func sealArticle(text *factcheck.Article) string {
	kept := *text
	kept.By = ""
	return sealOf(kept)
}

func sealOf(record any) string {
	encoded, err := json.Marshal(record)
	if err != nil {
		panic("newsroom: a record cannot be encoded: " + err.Error()) // texts, numbers and times only
	}
	return factcheck.HashOf(encoded)
}

func standOf(c factcheck.Claim) stand {
	s := stand{Status: c.Status, Text: c.Text, Language: c.Language, Claimant: c.Claimant, SaidOn: c.SaidOn,
		Appearances: c.Appearances, Topics: c.TopicNames(), SourceID: c.SourceID, AssigneeID: c.AssigneeID}
	s.MergedInto, s.asideStand = c.MergedInto, asideOf(c)
	if c.Plan != (factcheck.Plan{}) {
		s.Plan = &c.Plan
	}
	if !c.PublishAt.IsZero() {
		s.PublishAt = c.PublishAt.UnixMilli()
	}
	for _, e := range c.Evidence {
		s.Evidence = append(s.Evidence, standing{e.ID, e.Stance, e.Exact, e.Speaker, e.Note})
	}
	for _, e := range c.Exhibits {
		s.Exhibits = append(s.Exhibits, displayedOf(e))
	}
	if c.Verdict != nil {
		s.VerdictID, s.VerdictHash = c.Verdict.ID, sealVerdict(c.Verdict)
	}
	if c.Article != nil {
		s.ArticleID, s.ArticleHash = c.Article.ID, sealArticle(c.Article)
	}
	if c.Live != nil {
		s.Live, s.Revision, s.LiveSeal = c.Live.ContentHash, c.Live.Revision, c.Live.Seal
	}
	return s
}
