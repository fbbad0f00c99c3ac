package desk

import (
	"net/http"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"

	"github.com/labstack/echo/v4"
)

func (d *Desk) draftRoutes(claim *echo.Group) {
	claim.POST("/drafts/:form", d.keepDraft)
	claim.POST("/drafts/:form/drop", d.dropDraft)
	claim.GET("/drafts/:form", backToBench)
	claim.GET("/drafts/:form/drop", backToBench)
}

// draftFields are the texts of each form that are kept while they are typed.
var draftFields = map[string][]string{
	newsroom.DraftArticle: {"headline", "summary", "body"},
	newsroom.DraftVerdict: {"explanation"},
	newsroom.DraftNote:    {"note"},
}

// keepDraft takes what a script sends of a form while it is typed.
func (d *Desk) keepDraft(c echo.Context) error {
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	draft := newsroom.Draft{Form: c.Param("form"), Base: form.Int("base"), Fields: map[string]string{}}
	for _, name := range draftFields[draft.Form] {
		draft.Fields[name] = form.Get(name)
	}
	if err := d.room.KeepDraft(c.Request().Context(), request.Actor(c), id, draft); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

// dropDraft throws away what was typed into a form.
func (d *Desk) dropDraft(c echo.Context) error {
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	if err := d.room.DropDraft(c.Request().Context(), request.Actor(c), id, c.Param("form")); err != nil {
		return err
	}
	path := factcheck.Claim{ID: id}.Path()
	if form.Get("page") == "wide" {
		path += "/article"
	}
	return request.Done(c, path, "Thrown away.")
}

// benchDrafts offers what was typed into the forms of the bench and not saved,
// or puts it in where that was asked for. Forms that were just refused hold
// what was typed anyway.
func (d *Desk) benchDrafts(c echo.Context, page *view.BenchView, state benchState) error {
	drafts, err := d.room.Drafts(c.Request().Context(), request.Actor(c), page.Claim.ID)
	if err != nil {
		return err
	}
	if draft, is := drafts[newsroom.DraftArticle]; is && state.article == nil {
		offerArticle(&page.Article, draft, state.draft)
	}
	if draft, is := drafts[newsroom.DraftVerdict]; is && state.verdict == nil {
		typed, v := draft.Fields["explanation"], &page.Verdict
		v.Kept = offer(page.Claim.ID, draft, state.draft, typed != "" && !sameText(typed, v.Draft.Explanation))
		if v.Kept.Taken {
			v.Draft.Explanation, v.Base = typed, draft.Base
		}
	}
	if draft, is := drafts[newsroom.DraftNote]; is && state.noted == nil {
		typed, v := draft.Fields["note"], &page.About.Activity
		v.Draft = offer(page.Claim.ID, draft, state.draft, strings.TrimSpace(typed) != "")
		if v.Draft.Taken {
			v.Note.Value = typed
		}
	}
	return nil
}

// articleDraft is benchDrafts for the article on a page of its own.
func (d *Desk) articleDraft(c echo.Context, v *view.ArticleView) error {
	drafts, err := d.room.Drafts(c.Request().Context(), request.Actor(c), v.Claim.ID)
	if draft, is := drafts[newsroom.DraftArticle]; is {
		offerArticle(v, draft, request.Query(c, "draft"))
	}
	return err
}

// offerArticle offers a draft of the article, or puts it in.
func offerArticle(v *view.ArticleView, draft newsroom.Draft, taken string) {
	f := draft.Fields
	differs := !sameText(f["headline"], v.Draft.Headline) || !sameText(f["summary"], v.Draft.Summary) || !sameText(f["body"], v.Draft.Body)
	v.Kept = offer(v.Claim.ID, draft, taken, differs)
	v.Kept.Wide = v.Wide
	if v.Kept.Taken {
		v.Draft.Headline, v.Draft.Summary, v.Draft.Body, v.Base = f["headline"], f["summary"], f["body"], draft.Base
	}
}

// offer is nothing when the draft says the same as what stands.
func offer(claim int64, draft newsroom.Draft, taken string, differs bool) view.DraftView {
	if !differs {
		return view.DraftView{}
	}
	return view.DraftView{ClaimID: claim, Form: draft.Form, At: draft.At, Taken: taken == draft.Form}
}

// sameText makes no difference between the line ends that browsers send and others.
func sameText(a, b string) bool {
	one := func(s string) string { return strings.TrimSpace(strings.ReplaceAll(s, "\r\n", "\n")) }
	return one(a) == one(b)
}
