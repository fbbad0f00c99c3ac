package api

import (
	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
)

// claimOf is a claim as it is answered; site makes an address of a path.
func claimOf(c factcheck.Claim, site func(string) string) claim {
	out := claim{ID: c.ID, Version: c.Version, Status: string(c.Status), Text: c.Text, Language: c.Language,
		SaidOn: string(c.SaidOn), Topics: texts(c.TopicNames()), SourceID: idOf(c.SourceID), AssigneeID: idOf(c.AssigneeID),
		Appearances: page(c.Appearances, "", appearanceOf).Items, Evidence: page(c.Evidence, "", evidenceOf).Items,
		Exhibits:   page(c.Exhibits, "", exhibitOf).Items,
		ReturnNote: c.ReturnNote, DropReason: string(c.DropReason), DropNote: c.DropNote,
		CreatedAt: c.CreatedAt.UTC(), UpdatedAt: c.UpdatedAt.UTC()}
	out.DueOn, out.Reach, out.Harm, out.ReviewBy = string(c.Plan.DueOn), c.Plan.Reach, c.Plan.Harm, string(c.Plan.ReviewBy)
	if c.Claimant != nil {
		out.Claimant = some(claimant{c.Claimant.Name, string(c.Claimant.Kind), texts(c.Claimant.SameAs)})
	}
	if c.Verdict != nil {
		out.Verdict = some(verdictOf(c))
	}
	if a := c.Article; a != nil {
		out.Article = some(article{a.Headline, a.Slug, a.Summary, a.Body})
	}
	out.Enquiries, out.Dissents = page(c.Enquiries, "", enquiryOf).Items, page(c.Dissents, "", dissentOf).Items
	out.Repeats, out.MergedInto = append([]factcheck.Repeat{}, c.Repeats...), idOf(c.MergedInto)
	if !c.PublishAt.IsZero() {
		out.PublishAt = some(c.PublishAt.UTC())
	}
	if c.Live != nil {
		out.Live = some(live{c.Live.Revision, c.Live.Slug, site(c.Live.Path())})
	}
	return out
}

// idOf is an id, or null for 0.
func idOf(id int64) optional[int64] {
	if id == 0 {
		return optional[int64]{}
	}
	return some(id)
}

func evidenceOf(e factcheck.Evidence) evidence {
	spans := e.Spans
	if spans == nil {
		spans = []quote.Span{}
	}
	out := evidence{ID: e.ID, SourceID: e.SourceID, SnapshotID: e.SnapshotID, Position: e.Position, Passage: e.Passage,
		Exact: e.Exact, Prefix: e.Prefix, Suffix: e.Suffix, Start: e.Start, End: e.End, Spans: spans, Stance: string(e.Stance),
		Speaker: e.Speaker, Note: e.Note, Translation: e.Translation, Translator: e.Translator}
	if e.Source.Access == factcheck.ProtectedAccess {
		out.Veiled, out.Description = e.Veiled, e.Source.Description
	}
	return out
}

func verdictOf(c factcheck.Claim) verdict {
	v := *c.Verdict
	out := verdict{Rating: v.Rating.Slug, Label: v.Rating.Label, Explanation: v.Explanation, EvidenceIDs: c.RestsOn(),
		Reasons: page(v.Reasons, "", func(r factcheck.Reason) string { return string(r) }).Items,
		AsOf:    string(v.AsOf), By: v.By, At: v.At.UTC()}
	if out.EvidenceIDs == nil {
		out.EvidenceIDs = []int64{}
	}
	if m := v.Misread; m != nil {
		out.Misread = some(misread{string(m.Kind), idOf(m.SourceID), m.Description})
	}
	return out
}
