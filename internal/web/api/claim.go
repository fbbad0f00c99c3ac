package api

import (
	"context"
	"net/http"
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// claimAbout is what can be said of a claim; only the text is needed.
type claimAbout struct {
	Text        string           `json:"text,omitempty" nullable:"true" doc:"Needed: the claim in the words in which it goes round, at most 1,000 characters."`
	Language    string           `json:"language,omitempty" nullable:"true" doc:"BCP 47; en when left out."`
	Claimant    *claimantAbout   `json:"claimant,omitempty" doc:"null or left out: the claim is going round."`
	SaidOn      string           `json:"said_on,omitempty" nullable:"true" doc:"A day, such as 2023-09-14."`
	Appearances []appearanceSeen `json:"appearances,omitempty" nullable:"true"`
	Topics      []string         `json:"topics,omitempty" nullable:"true" doc:"Their names; an unknown one is made."`
	SourceID    int64            `json:"source_id,omitempty" nullable:"true" minimum:"0" maximum:"9007199254740991"`
	AssigneeID  int64            `json:"assignee_id,omitempty" nullable:"true" minimum:"0" maximum:"9007199254740991"`
}

type claimantAbout struct {
	Name   string   `json:"name,omitempty" nullable:"true"`
	Kind   string   `json:"kind,omitempty" nullable:"true" doc:"person, organisation or private-person."`
	SameAs []string `json:"same_as,omitempty" nullable:"true"`
}

type claimAsked struct {
	ID int64 `path:"id"`
}

type claimSent struct {
	Repeatable
	Body claimAbout
}

type claimAnswer struct {
	ETag     string `header:"ETag"`
	Location string `header:"Location"`
	Body     claim
}

type claimList struct{ Body list[claim] }

type gateAnswer struct{ Body gate }

func (a *api) claims() {
	made := operation(http.MethodPost, "/claims", "record-claim", "Record a claim")
	made.DefaultStatus = http.StatusCreated
	add(a, made, a.recordClaim)
	add(a, operation(http.MethodGet, "/claims", "list-claims", "List the claims, the newest change first"), a.listClaims)
	add(a, operation(http.MethodGet, "/claims/{id}", "get-claim", "One claim with all that hangs on it"), a.getClaim)
	add(a, operation(http.MethodPatch, "/claims/{id}", "edit-claim", "Change a claim's own fields (JSON Merge Patch)"), a.editClaim)
	add(a, operation(http.MethodGet, "/claims/{id}/gate", "get-gate", "What must hold before it is sent and published"), a.getGate)
}

// shape is a claim as it is answered.
func (a *api) shape(c factcheck.Claim) claim { return claimOf(c, a.room.URL) }

// answered is the answer with a claim whole.
func answered(c claim) *claimAnswer { return &claimAnswer{ETag: tagOf(c.Version), Body: c} }

func (a *api) recordClaim(ctx context.Context, k *call, in *claimSent) (*claimAnswer, error) {
	made, err := once(ctx, in.Key, k.sent(), a.shape, func(ctx context.Context) (factcheck.Claim, error) {
		return a.room.RecordClaim(ctx, k.actor(), in.Body.draft())
	})
	if err != nil {
		return nil, err
	}
	out := answered(made)
	out.Location = a.room.URL(root + "/claims/" + strconv.FormatInt(made.ID, 10))
	return out, nil
}

func (b claimAbout) draft() factcheck.ClaimDraft {
	d := factcheck.ClaimDraft{Text: b.Text, Language: b.Language, SaidOn: b.SaidOn, Topics: b.Topics, SourceID: b.SourceID, AssigneeID: b.AssigneeID}
	if b.Claimant != nil {
		d.Claimant = factcheck.ClaimantDraft{Name: b.Claimant.Name, Kind: factcheck.ClaimantKind(b.Claimant.Kind), SameAs: b.Claimant.SameAs}
	}
	for _, s := range b.Appearances {
		d.Appearances = append(d.Appearances, s.draft())
	}
	return d
}

func (a *api) getClaim(ctx context.Context, k *call, in *claimAsked) (*claimAnswer, error) {
	found, err := a.room.Claim(ctx, k.actor(), in.ID)
	if err != nil {
		return nil, err
	}
	return answered(a.shape(found)), nil
}

func (a *api) getGate(ctx context.Context, _ *call, in *claimAsked) (*gateAnswer, error) {
	found, err := a.room.Gate(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	return &gateAnswer{gateOf(found)}, nil
}

// claimQuery is what a list of claims can be asked.
type claimQuery struct {
	Paged
	Status   string `query:"status" doc:"new, researching, in-review, approved, published or dropped."`
	Topic    string `query:"topic" doc:"A topic's name, or its slug."`
	Rating   string `query:"rating" doc:"A rating's slug."`
	Assignee string `query:"assignee" doc:"A user's id, me, or none."`
	Query    string `query:"q" doc:"Words of the claim."`
	Claimant string `query:"claimant" doc:"A claimant's slug or name."`
	Due      string `query:"due" doc:"late, week (due within a week, or late) or none."`
	Sort     string `query:"sort" doc:"updated, created, due, priority, status, text or claimant; with a - before it from the last to the first. -updated when left out."`
}

func (a *api) listClaims(ctx context.Context, k *call, in *claimQuery) (*claimList, error) {
	filter, err := a.filter(ctx, k, in)
	if err != nil {
		return nil, err
	}
	found, err := a.room.Claims(ctx, k.actor(), filter)
	if err != nil {
		return nil, err
	}
	return &claimList{page(found.Items, found.Next, a.shape)}, nil
}

// filter reads the query, and refuses choices that there are not.
func (a *api) filter(ctx context.Context, k *call, in *claimQuery) (newsroom.ClaimFilter, error) {
	filter := newsroom.ClaimFilter{Status: factcheck.Status(in.Status), Topic: in.Topic, Rating: in.Rating, Query: in.Query, Cursor: in.Cursor,
		Claimant: in.Claimant, Due: newsroom.Due(in.Due), Sort: in.Sort}
	size, err := in.size()
	if err != nil {
		return filter, err
	}
	filter.Limit = size
	if err := clean(map[string]string{"status": in.Status, "topic": in.Topic, "q": in.Query, "cursor": in.Cursor,
		"claimant": in.Claimant, "sort": in.Sort}); err != nil {
		return filter, err
	}
	if err := a.choices(ctx, in.Status, in.Rating); err != nil {
		return filter, err
	}
	switch in.Assignee {
	case "":
	case "me":
		filter.Assignee = k.actor().ID
	case "none":
		filter.Unassigned = true
	default:
		id, err := strconv.ParseInt(in.Assignee, 10, 64)
		if err != nil || id < 1 {
			return filter, factcheck.Wrong("assignee", "Give a user's id, me, or none.")
		}
		filter.Assignee = id
	}
	return filter, nil
}
