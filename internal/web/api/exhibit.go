package api

import (
	"cmp"
	"context"
	"fmt"
	"mime"
	"net/http"
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"

	"github.com/danielgtaylor/huma/v2"
)

// exhibitFields are the fields beside an exhibit's file.
var exhibitFields = []string{"description", "stance", "origin", "vouched_by", "kind", "moment"}

// exhibitAbout describes them.
var exhibitAbout = map[string]string{
	"description": "Needed: what is to be seen or heard in it.",
	"stance":      "Needed: supports, refutes or context.",
	"origin":      "Needed: where it came from.",
	"vouched_by":  "Needed: who vouches for it; readers see this name.",
	"kind":        "One of: photograph, screenshot, recording, table, calculation, correspondence, other; when it is left out, one that fits the file.",
	"moment":      "The place in a recording, such as 1:12:30.",
}

type exhibitSent struct {
	Based
	Repeatable
	ID int64 `path:"id"`
}

type exhibitAnswer struct{ Body exhibit }

type exhibitOnClaim struct {
	Based
	ID        int64 `path:"id"`
	ExhibitID int64 `path:"exhibit_id"`
}

type exhibitAsked struct {
	ID int64 `path:"id"`
}

type fileAnswer struct {
	Type        string `header:"Content-Type"`
	Disposition string `header:"Content-Disposition"`
	Body        []byte
}

func (a *api) exhibits() {
	made := operation(http.MethodPost, "/claims/{id}/exhibits", "add-exhibit", "Put a file beside a claim's quotes, with its description")
	made.DefaultStatus = http.StatusCreated
	add(a, made, a.addExhibit)
	gone := operation(http.MethodDelete, "/claims/{id}/exhibits/{exhibit_id}", "remove-exhibit", "Take an exhibit off a claim")
	gone.DefaultStatus = http.StatusNoContent
	add(a, gone, a.removeExhibit)
	add(a, operation(http.MethodPost, "/exhibits/{id}/confirm", "confirm-exhibit",
		"Confirm that an exhibit is what it is said to be; neither who brought it in may, nor who described it"), a.confirmExhibit)
	add(a, operation(http.MethodGet, "/exhibits/{id}/file", "get-exhibit-file", "The file of an exhibit as it came"), a.exhibitFile)
}

func (a *api) addExhibit(ctx context.Context, k *call, in *exhibitSent) (*exhibitAnswer, error) {
	base, err := in.optional()
	if err != nil {
		return nil, err
	}
	form, err := request.Form(k.echo)
	if err != nil {
		return nil, err
	}
	if err := knownFields(form, exhibitFields); err != nil {
		return nil, err
	}
	draft := factcheck.ExhibitDraft{Kind: factcheck.ExhibitKind(form.Get("kind")), Stance: factcheck.Stance(form.Get("stance")),
		Description: form.Get("description"), Origin: form.Get("origin"), VouchedBy: form.Get("vouched_by"), Moment: form.Get("moment")}
	file := newsroom.Upload{}
	if file.Bytes, file.Name, err = form.File("file"); err != nil {
		_, wrong := draft.Check()
		return nil, factcheck.Together(wrong, err)
	}
	sent := k.sent() + fmt.Sprintf("%q %s %q", draft, factcheck.HashOf(file.Bytes), file.Name)
	made, err := once(ctx, in.Key, sent, exhibitedOf, func(ctx context.Context) (newsroom.Exhibited, error) {
		claim, e, err := a.room.AddExhibit(ctx, k.actor(), in.ID, base, draft, file)
		return newsroom.Exhibited{Claim: claim, Exhibit: e}, err
	})
	if err != nil {
		return nil, err
	}
	return &exhibitAnswer{made}, nil
}

func (a *api) confirmExhibit(ctx context.Context, k *call, in *exhibitSent) (*exhibitAnswer, error) {
	base, err := in.optional()
	if err != nil {
		return nil, err
	}
	done, err := once(ctx, in.Key, k.sent(), exhibitedOf, func(ctx context.Context) (newsroom.Exhibited, error) {
		claim, e, err := a.room.ConfirmExhibit(ctx, k.actor(), in.ID, base, "")
		return newsroom.Exhibited{Claim: claim, Exhibit: e}, err
	})
	if err != nil {
		return nil, err
	}
	return &exhibitAnswer{done}, nil
}

func (a *api) removeExhibit(ctx context.Context, k *call, in *exhibitOnClaim) (*struct{}, error) {
	base, err := in.optional()
	if err != nil {
		return nil, err
	}
	_, err = a.room.RemoveExhibit(ctx, k.actor(), in.ID, in.ExhibitID, base)
	return &struct{}{}, err
}

func (a *api) exhibitFile(ctx context.Context, _ *call, in *exhibitAsked) (*fileAnswer, error) {
	if _, err := a.room.Exhibit(ctx, in.ID); err != nil {
		return nil, err
	}
	f, raw, err := a.room.ExhibitFile(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	return &fileAnswer{Type: f.MediaType, Disposition: mime.FormatMediaType("attachment", map[string]string{"filename": cmp.Or(f.Name, "exhibit-"+strconv.FormatInt(in.ID, 10)+factcheck.Ending(f.MediaType))}), Body: raw}, nil
}

// exhibitBody describes the form of an exhibit.
func exhibitBody() *huma.RequestBody {
	fields := map[string]*huma.Schema{"file": {Type: "string", Format: "binary",
		Description: "Of at most " + fmt.Sprint(factcheck.MaxFile>>20) + " MB: " + factcheck.FileTypes + "."}}
	for _, name := range exhibitFields {
		fields[name] = &huma.Schema{Type: "string", Description: exhibitAbout[name]}
	}
	schema := &huma.Schema{Type: "object", Properties: fields, Required: []string{"file", "description", "stance", "origin", "vouched_by"}, AdditionalProperties: false}
	return &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{"multipart/form-data": {Schema: schema}}}
}
