package api

import (
	"context"
	"net/http"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// quoteSent is a quote to be found in a source. Start and end say which of
// several places is meant, where prefix and suffix do not.
type quoteSent struct {
	SourceID    int64  `json:"source_id,omitempty" nullable:"true" minimum:"0" maximum:"9007199254740991" doc:"Needed."`
	Exact       string `json:"exact,omitempty" nullable:"true" doc:"Needed: the words as the source has them, at most 5,000 characters; [...] between words says that some are left out."`
	Prefix      string `json:"prefix,omitempty" nullable:"true"`
	Suffix      string `json:"suffix,omitempty" nullable:"true"`
	Start       int    `json:"start,omitempty" nullable:"true" minimum:"0" maximum:"1000000000" doc:"In code points of the source's text."`
	End         int    `json:"end,omitempty" nullable:"true" minimum:"0" maximum:"1000000000"`
	Stance      string `json:"stance,omitempty" nullable:"true" doc:"Needed: supports, refutes or context."`
	Speaker     string `json:"speaker,omitempty" nullable:"true" doc:"Whose words they are, when not the source's own."`
	Note        string `json:"note,omitempty" nullable:"true"`
	Translation string `json:"translation,omitempty" nullable:"true"`
	Translator  string `json:"translator,omitempty" nullable:"true" doc:"Needed with a translation."`
}

type evidenceSent struct {
	Based
	Repeatable
	ID   int64 `path:"id"`
	Body quoteSent
}

type evidenceAnswer struct{ Body evidence }

type evidenceAsked struct {
	Based
	ID         int64 `path:"id"`
	EvidenceID int64 `path:"evidence_id"`
}

func (a *api) evidence() {
	made := operation(http.MethodPost, "/claims/{id}/evidence", "attach-quote", "Attach a quote, which is found in its source word for word or refused")
	made.DefaultStatus = http.StatusCreated
	add(a, made, a.attachQuote)
	gone := operation(http.MethodDelete, "/claims/{id}/evidence/{evidence_id}", "remove-evidence", "Take a piece of evidence off a claim")
	gone.DefaultStatus = http.StatusNoContent
	add(a, gone, a.removeEvidence)
}

func (a *api) attachQuote(ctx context.Context, k *call, in *evidenceSent) (*evidenceAnswer, error) {
	base, err := in.optional()
	if err != nil {
		return nil, err
	}
	made, err := once(ctx, in.Key, k.sent(), attachedOf, func(ctx context.Context) (newsroom.Attached, error) {
		claim, piece, err := a.room.AttachQuote(ctx, k.actor(), in.ID, base, in.Body.draft())
		return newsroom.Attached{Claim: claim, Evidence: piece}, err
	})
	if err != nil {
		return nil, err
	}
	return &evidenceAnswer{made}, nil
}

// attachedOf is new evidence, with the version that its claim now has.
func attachedOf(a newsroom.Attached) evidence {
	out := evidenceOf(a.Evidence)
	out.ClaimVersion = a.Claim.Version
	return out
}

func (b quoteSent) draft() factcheck.EvidenceDraft {
	return factcheck.EvidenceDraft{SourceID: b.SourceID, Exact: b.Exact, Prefix: b.Prefix, Suffix: b.Suffix, Start: b.Start, End: b.End,
		Stance: factcheck.Stance(b.Stance), Speaker: b.Speaker, Note: b.Note, Translation: b.Translation, Translator: b.Translator}
}

func (a *api) removeEvidence(ctx context.Context, k *call, in *evidenceAsked) (*struct{}, error) {
	base, err := in.optional()
	if err != nil {
		return nil, err
	}
	_, err = a.room.RemoveEvidence(ctx, k.actor(), in.ID, in.EvidenceID, base)
	return &struct{}{}, err
}
