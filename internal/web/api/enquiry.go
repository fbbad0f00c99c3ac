package api

import (
	"context"
	"encoding/json"
	"net/http"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// enquiry is whom the newsroom asked, as its own people see it.
type enquiry struct {
	ID        int64  `json:"id"`
	Kind      string `json:"kind" enum:"reply,correction"`
	Asked     string `json:"asked"`
	Via       string `json:"via"`
	AskedOn   string `json:"asked_on"`
	Question  string `json:"question"`
	Outcome   string `json:"outcome" enum:"waiting,answered,declined,corrected,refused,no-reply"`
	OutcomeOn string `json:"outcome_on"`
	Answer    string `json:"answer"`
	URL       string `json:"url"`
	Told      string `json:"told" enum:"nothing,outcome,answer" doc:"How much readers are told of it."`
}

func enquiryOf(e factcheck.Enquiry) enquiry {
	return enquiry{e.ID, string(e.Kind), e.Asked, e.Via, string(e.On), e.Question, string(e.Outcome), string(e.OutcomeOn), e.Answer, e.URL, string(e.Told)}
}

// enquirySent is an enquiry to be noted, or the fields of one to be changed.
type enquirySent struct {
	Kind      string `json:"kind,omitempty" nullable:"true" doc:"reply (the usual) or correction."`
	Asked     string `json:"asked,omitempty" nullable:"true" doc:"Needed: who was asked."`
	Via       string `json:"via,omitempty" nullable:"true" doc:"How: e-mail, telephone and so on."`
	AskedOn   string `json:"asked_on,omitempty" nullable:"true" doc:"A day; today when left out."`
	Question  string `json:"question,omitempty" nullable:"true"`
	Outcome   string `json:"outcome,omitempty" nullable:"true" doc:"waiting; of a reply answered, declined or no-reply; of a correction corrected, refused or no-reply."`
	OutcomeOn string `json:"outcome_on,omitempty" nullable:"true" doc:"A day; today when left out with an outcome."`
	Answer    string `json:"answer,omitempty" nullable:"true"`
	URL       string `json:"url,omitempty" nullable:"true" doc:"Where the answer or the correction stands."`
	Told      string `json:"told,omitempty" nullable:"true" doc:"What readers are told: nothing, outcome (the usual) or answer."`
}

func (b enquirySent) draft() factcheck.EnquiryDraft {
	return factcheck.EnquiryDraft{Kind: factcheck.EnquiryKind(b.Kind), Asked: b.Asked, Via: b.Via, On: b.AskedOn, Question: b.Question,
		Outcome: factcheck.Outcome(b.Outcome), OutcomeOn: b.OutcomeOn, Answer: b.Answer, URL: b.URL, Told: factcheck.Told(b.Told)}
}

type enquiryAdded struct {
	Based
	Repeatable
	ID   int64 `path:"id"`
	Body enquirySent
}

type enquiryPatched struct {
	Based
	ID        int64 `path:"id"`
	EnquiryID int64 `path:"enquiry_id"`
	Body      enquirySent
}

type enquiryOnClaim struct {
	Based
	ID        int64 `path:"id"`
	EnquiryID int64 `path:"enquiry_id"`
}

func (a *api) enquiries() {
	made := operation(http.MethodPost, "/claims/{id}/enquiries", "add-enquiry", "Note whom the newsroom has asked")
	made.DefaultStatus = http.StatusCreated
	add(a, made, a.addEnquiry)
	add(a, operation(http.MethodPatch, "/claims/{id}/enquiries/{enquiry_id}", "edit-enquiry", "Change an enquiry, or note what came of it"), a.editEnquiry)
	gone := operation(http.MethodDelete, "/claims/{id}/enquiries/{enquiry_id}", "remove-enquiry", "Take an enquiry off a claim")
	gone.DefaultStatus = http.StatusNoContent
	add(a, gone, a.removeEnquiry)
}

func (a *api) addEnquiry(ctx context.Context, k *call, in *enquiryAdded) (*claimAnswer, error) {
	return a.done(ctx, k, in.Based, in.Key, a.shape, func(ctx context.Context, base newsroom.Base) (factcheck.Claim, error) {
		return a.room.AddEnquiry(ctx, k.actor(), in.ID, base, in.Body.draft())
	})
}

// editEnquiry is a merge patch: fields that are left out stay, null empties.
func (a *api) editEnquiry(ctx context.Context, k *call, in *enquiryPatched) (*claimAnswer, error) {
	base, err := in.base()
	if err != nil {
		return nil, err
	}
	present, err := a.room.Claim(ctx, k.actor(), in.ID)
	if err != nil {
		return nil, err
	}
	was := present.Enquiry(in.EnquiryID)
	if was == nil {
		return nil, factcheck.NoSuch("enquiry %d on claim %d", in.EnquiryID, in.ID)
	}
	draft, err := patched(was.Draft(), k.raw)
	if err != nil {
		return nil, err
	}
	now, err := a.room.EditEnquiry(ctx, k.actor(), in.ID, in.EnquiryID, base, draft)
	if err != nil {
		return nil, err
	}
	return answered(a.shape(now)), nil
}

// patched puts the fields that were sent in place of those of a draft.
func patched(d factcheck.EnquiryDraft, raw []byte) (factcheck.EnquiryDraft, error) {
	b := enquirySent{string(d.Kind), d.Asked, d.Via, d.On, d.Question, string(d.Outcome), d.OutcomeOn, d.Answer, d.URL, string(d.Told)}
	var given map[string]*string
	if err := json.Unmarshal(raw, &given); err != nil {
		return d, err // huma has read it already
	}
	for name, field := range map[string]*string{"kind": &b.Kind, "asked": &b.Asked, "via": &b.Via, "asked_on": &b.AskedOn, "question": &b.Question,
		"outcome": &b.Outcome, "outcome_on": &b.OutcomeOn, "answer": &b.Answer, "url": &b.URL, "told": &b.Told} {
		switch value, sent := given[name]; {
		case sent && value == nil:
			*field = ""
		case sent:
			*field = *value
		}
	}
	return b.draft(), nil
}

func (a *api) removeEnquiry(ctx context.Context, k *call, in *enquiryOnClaim) (*struct{}, error) {
	base, err := in.optional()
	if err != nil {
		return nil, err
	}
	_, err = a.room.DropEnquiry(ctx, k.actor(), in.ID, in.EnquiryID, base)
	return &struct{}{}, err
}
