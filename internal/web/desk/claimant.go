package desk

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

func (d *Desk) claimantRoutes(g *echo.Group) {
	g.GET("/claimants", d.claimants)
	g.GET("/claimants/:id", d.claimant)
	g.POST("/claimants/:id", d.editClaimant)
	g.GET("/claimants/:id/merge", d.mergeClaimantPage, needing(factcheck.MergeClaimant))
	g.POST("/claimants/:id/merge", d.mergeClaimant)
}

func (d *Desk) claimants(c echo.Context) error {
	f := newsroom.ClaimantFilter{Query: request.Query(c, "q"), Kind: factcheck.ClaimantKind(request.Query(c, "kind")),
		Cursor: positive(request.Query(c, "after"))}
	page, err := d.room.Claimants(c.Request().Context(), f)
	if err != nil {
		return err
	}
	v := view.ClaimantsView{Query: f.Query, Kind: string(f.Kind), Claimants: page.Items, Total: page.Total, Tabs: view.TopicTabs(true)}
	address := func(after string) string {
		query := url.Values{"q": {f.Query}, "kind": {string(f.Kind)}}
		if after != "" {
			query.Set("after", after)
		}
		return withQuery("/desk/claimants", query)
	}
	if f.Cursor > 0 {
		v.First = address("")
	}
	if page.Next != 0 {
		v.Next = address(number(page.Next))
	}
	if v.Frame, err = d.frame(c, "Claimants", ui.RoomTopics); err != nil {
		return err
	}
	return request.Render(c, http.StatusOK, view.Claimants(v))
}

// claimantOf is the page of the claimant that the address names.
func (d *Desk) claimantOf(c echo.Context) (view.ClaimantView, error) {
	id, err := request.ID(c, "id")
	if err != nil {
		return view.ClaimantView{}, err
	}
	k, err := d.room.Claimant(c.Request().Context(), id)
	v := view.ClaimantView{Claimant: k.ClaimantEntry, Merged: k.Merged, SameAs: strings.Join(k.SameAs, "\n"),
		Draft: factcheck.ClaimantDraft{Name: k.Name, Kind: k.Kind, SameAs: k.SameAs}}
	for _, check := range k.Live {
		n := check.Content
		named := view.Named{ClaimID: n.ClaimID, Headline: n.Headline, Language: n.Language}
		if n.Claimant != nil {
			named.Name = n.Claimant.Name
			named.Written = named.Name != "" && strings.Contains(strings.ToLower(n.Headline+" "+n.Claim), strings.ToLower(named.Name))
		}
		v.Named = append(v.Named, named)
	}
	return v, err
}

func (d *Desk) claimant(c echo.Context) error {
	v, err := d.claimantOf(c)
	if err != nil {
		return err
	}
	return d.showClaimant(c, http.StatusOK, v)
}

// How many claimants are offered to merge into, by name.
const offeredClaimants = 200

func (d *Desk) showClaimant(c echo.Context, status int, v view.ClaimantView) error {
	others, err := d.room.Claimants(c.Request().Context(), newsroom.ClaimantFilter{Limit: offeredClaimants})
	if err != nil {
		return err
	}
	v.Like = slices.DeleteFunc(others.Items, func(m factcheck.ClaimantEntry) bool { return m.ID == v.Claimant.ID })
	v.Editor = factcheck.Permitted(request.User(c).Role, factcheck.EditClaimant)
	if v.Frame, err = d.frame(c, "Claimant: "+v.Claimant.Name, ui.RoomTopics); err != nil {
		return err
	}
	return request.Render(c, status, view.Claimant(v))
}

func (d *Desk) editClaimant(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	v, err := d.claimantOf(c)
	if err != nil {
		return err
	}
	v.SameAs = form.Get("same_as")
	v.Draft = factcheck.ClaimantDraft{Name: form.Get("name"), Kind: factcheck.ClaimantKind(form.Get("kind")), SameAs: lines(v.SameAs)}
	saved, err := d.room.EditClaimant(c.Request().Context(), request.Actor(c), v.Claimant.ID, form.Int("version"), v.Draft)
	if err != nil {
		return d.claimantRefused(c, v, err)
	}
	notice := "Claimant saved."
	if saved.Kind == factcheck.PrivatePerson && v.Claimant.Kind != factcheck.PrivatePerson {
		notice = "Claimant saved: readers see “a social media user” now. Read again what was published."
	}
	return request.Done(c, saved.Path(), notice)
}

// claimantRefused shows a claimant with what was typed and why it was not done;
// other errors go on.
func (d *Desk) claimantRefused(c echo.Context, v view.ClaimantView, err error) error {
	refusal := factcheck.As(err)
	switch {
	case refusal != nil && refusal.Kind == factcheck.Invalid:
		v.Problems = refusal.Fields
		return d.showClaimant(c, http.StatusUnprocessableEntity, v)
	case refusal != nil && refusal.Kind == factcheck.Conflict:
		v.Conflict = refusal.Message
		return d.showClaimant(c, http.StatusConflict, v)
	}
	return err
}

// mergeClaimantPage shows what a merge would change, before it is done.
func (d *Desk) mergeClaimantPage(c echo.Context) error {
	v, err := d.claimantOf(c)
	if err != nil {
		return err
	}
	v.Into = request.Query(c, "into")
	id := positive(v.Into)
	if id == 0 || id == v.Claimant.ID {
		return d.claimantRefused(c, v, factcheck.Wrong("into", "Choose the claimant that stays."))
	}
	into, err := d.room.Claimant(c.Request().Context(), id)
	if err != nil {
		return err
	}
	m := view.MergeView{What: "claimant", From: view.MergingClaimant(v.Claimant), Into: view.MergingClaimant(into.ClaimantEntry), Path: v.Claimant.Path()}
	if v.Claimant.Kind != into.Kind {
		m.Warning = v.Claimant.Name + " is of the kind “" + v.Claimant.Kind.Label() + "”, " + into.Name + " of the kind “" + into.Kind.Label() + "”. The latter stays."
	}
	return d.showMerge(c, m, ui.RoomTopics)
}

func (d *Desk) mergeClaimant(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	v, err := d.claimantOf(c)
	if err != nil {
		return err
	}
	v.Into = form.Get("into")
	into, err := d.room.MergeClaimant(c.Request().Context(), request.Actor(c), v.Claimant.ID, form.Int("version"), form.Int("into"), form.Int("into_version"))
	if err != nil {
		return d.claimantRefused(c, v, err)
	}
	return request.Done(c, into.Path(), "“"+v.Claimant.Name+"” is “"+into.Name+"” now.")
}
