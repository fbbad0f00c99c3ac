package api

import (
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/quote"
)

// factCheck is a published check as it is answered; lists leave out the body
// and the evidence.
type factCheck struct {
	ID          int64                     `json:"id"`
	Slug        string                    `json:"slug"`
	URL         string                    `json:"url"`
	Headline    string                    `json:"headline"`
	Summary     string                    `json:"summary"`
	BodyHTML    string                    `json:"body_html,omitempty"`
	Language    string                    `json:"language"`
	Claim       publicClaim               `json:"claim"`
	Rating      publicRating              `json:"rating"`
	Explanation string                    `json:"explanation,omitempty"`
	Reasons     []string                  `json:"reasons,omitempty"`
	Evidence    []publicEvidence          `json:"evidence,omitempty"`
	Exhibits    []publicExhibit           `json:"exhibits,omitempty"`
	Enquiries   []factcheck.PublicEnquiry `json:"enquiries,omitempty" doc:"Whom the newsroom asked, and what came of it."`
	Dissents    []factcheck.PublicDissent `json:"dissents,omitempty" doc:"Who of the newsroom sees the verdict differently."`
	Passed      []factcheck.PublicPass    `json:"passed,omitempty" doc:"The newsroom's own rules that this check does not meet, and why."`
	Topics      []string                  `json:"topics"`
	SeenAgain   int                       `json:"seen_again" doc:"How often the claim was seen again since it was recorded."`
	PublishedAt time.Time                 `json:"published_at"`
	UpdatedAt   time.Time                 `json:"updated_at"`
	Revision    int                       `json:"revision"`
	Corrections []correction              `json:"corrections"`
}

// publicClaim is the claim that was checked. A private claimant has no name.
type publicClaim struct {
	Text     string             `json:"text"`
	Claimant optional[claimant] `json:"claimant"`
	SaidOn   string             `json:"said_on"`
}

type publicRating struct {
	Slug  string        `json:"slug"`
	Label string        `json:"label"`
	Value optional[int] `json:"value" doc:"From 1 to 5; null for labels that do not measure truth."`
}

type publicEvidence struct {
	ID          int64                  `json:"id"`
	URL         string                 `json:"url"`
	SourceID    int64                  `json:"source_id"`
	SnapshotID  int64                  `json:"snapshot_id"`
	Stance      string                 `json:"stance"`
	Exact       string                 `json:"exact"`
	Prefix      string                 `json:"prefix"`
	Suffix      string                 `json:"suffix"`
	Start       int                    `json:"start"`
	End         int                    `json:"end"`
	Spans       []quote.Span           `json:"spans"`
	Speaker     string                 `json:"speaker"`
	Note        string                 `json:"note"`
	Translation string                 `json:"translation,omitempty" doc:"Not checked as the quote is."`
	Translator  string                 `json:"translator,omitempty"`
	Source      factcheck.PublicSource `json:"source"`

	Changed optional[sourceChanged] `json:"source_changed" doc:"What readers are told of a source that no longer holds the words; null otherwise."`
}

// sourceChanged says that a source has changed since it was quoted.
type sourceChanged struct {
	At   time.Time `json:"at" doc:"When readers were told."`
	Note string    `json:"note"`
}

type correction struct {
	At       time.Time `json:"at"`
	Class    string    `json:"class"`
	Note     string    `json:"note"`
	Revision int       `json:"revision"`
}

// revision is one publication of a check.
type revision struct {
	Revision    int          `json:"revision"`
	URL         string       `json:"url"`
	Class       string       `json:"class" doc:"Empty for the first."`
	Note        string       `json:"note"`
	PublishedAt time.Time    `json:"published_at"`
	Hash        string       `json:"hash" doc:"SHA-256 in hex of the content as it is stored."`
	Headline    string       `json:"headline"`
	Rating      publicRating `json:"rating"`
	Live        bool         `json:"live" doc:"It is what the public sees now."`
}

// brief is a check as lists have it.
func (a *api) brief(c newsroom.Check) factCheck {
	content := c.Content
	return factCheck{ID: content.ClaimID, Slug: c.Live.Slug, URL: a.room.URL(c.Live.Path()), Headline: content.Headline,
		Summary: content.Summary, Language: content.Language,
		Claim:  publicClaim{content.Claim, publicClaimant(content.Claimant), string(content.SaidOn)},
		Rating: ratingOf(content.Rating), Topics: page(content.Topics, "", func(t factcheck.Topic) string { return t.Name }).Items,
		PublishedAt: c.Live.FirstAt.UTC(), UpdatedAt: c.Live.UpdatedAt.UTC(), Revision: c.Live.Revision, SeenAgain: c.Repeats.Count,
		Corrections: page(c.Corrections, "", correctionOf).Items}
}

// whole is a check with its body and evidence.
func (a *api) whole(c newsroom.Check) factCheck {
	out := a.brief(c)
	out.BodyHTML, out.Explanation = c.Content.BodyHTML, c.Content.Explanation
	out.Reasons = page(c.Content.Reasons, "", func(r factcheck.Reason) string { return string(r) }).Items
	out.Evidence = page(c.Content.Evidence, "", a.publicEvidence).Items
	out.Exhibits = page(c.Content.Exhibits, "", a.publicExhibit).Items
	out.Enquiries, out.Dissents, out.Passed = c.Content.Enquiries, c.Content.Dissents, c.Content.Passed
	return out
}

func publicClaimant(c *factcheck.Claimant) optional[claimant] {
	switch {
	case c == nil:
		return optional[claimant]{}
	case c.Kind == factcheck.PrivatePerson:
		return some(claimant{c.PublicName(), string(c.Kind), []string{}})
	}
	return some(claimant{c.PublicName(), string(c.Kind), texts(c.SameAs)})
}

func ratingOf(r factcheck.Rating) publicRating {
	out := publicRating{Slug: r.Slug, Label: r.Label}
	if r.Number != 0 {
		out.Value = some(r.Number)
	}
	return out
}

func changedOf(c *factcheck.SourceChanged) optional[sourceChanged] {
	if c == nil {
		return optional[sourceChanged]{}
	}
	return some(sourceChanged{c.At.UTC(), c.Note})
}

func correctionOf(c newsroom.Correction) correction {
	return correction{c.At.UTC(), string(c.Class), c.Note, c.Revision}
}
