package desk

import (
	"net/http"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// refusedArticle is an article form that could not be saved.
type refusedArticle struct {
	base     int64
	draft    factcheck.ArticleDraft
	problems []factcheck.Problem
}

// benchArticle fills the article's form on the bench.
func (d *Desk) benchArticle(_ echo.Context, page *view.BenchView, state benchState) error {
	page.Article = articleView(page.Claim, state.article)
	page.Article.Open = page.Reader.Passages.SourceID
	return nil
}

// articleView is the article's form: with what was refused, with the article
// that stands, or begun from verdict and evidence.
func articleView(claim factcheck.Claim, refused *refusedArticle) view.ArticleView {
	article := claim.Begin()
	if claim.Article != nil {
		article = *claim.Article
	}
	v := view.ArticleView{Claim: claim, Base: article.ID, Draft: articleDraftOf(article)}
	if refused != nil {
		v.Base, v.Draft, v.Problems = refused.base, refused.draft, refused.problems
	}
	return v
}

func articleDraftOf(a factcheck.Article) factcheck.ArticleDraft {
	return factcheck.ArticleDraft{Headline: a.Headline, Slug: a.Slug, Summary: a.Summary, Body: a.Body}
}

// articlePage shows the article on a page of its own.
func (d *Desk) articlePage(c echo.Context) error {
	return d.showArticle(c, http.StatusOK, nil)
}

func (d *Desk) showArticle(c echo.Context, status int, refused *refusedArticle) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	claim, err := d.room.Claim(c.Request().Context(), request.Actor(c), id)
	if err != nil {
		return err
	}
	frame, err := d.frame(c, "Article: “"+shortened(claim.Text, 80)+"”", ui.RoomClaims)
	if err != nil {
		return err
	}
	page := view.ArticlePageView{Frame: frame, Here: d.here(c, id), Article: articleView(claim, refused)}
	page.Article.Wide = true
	if refused != nil {
		page.Problems = ui.ProblemsView{Title: "The article was not saved", Items: refused.problems}
	} else if err := d.articleDraft(c, &page.Article); err != nil {
		return err
	}
	return request.Render(c, status, view.ArticlePage(page))
}

// writeArticle saves the article.
func (d *Desk) writeArticle(c echo.Context) error {
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	settle(form)
	draft := factcheck.ArticleDraft{Headline: form.Get("headline"), Slug: form.Get("slug"), Summary: form.Get("summary"), Body: form.Get("body")}
	base := form.Int("base")
	claim, err := d.room.WriteArticle(c.Request().Context(), request.Actor(c), id, newsroom.Base{Article: &base}, draft)
	if problems := factcheck.Problems(err); problems != nil {
		return d.refuseArticle(c, form, &refusedArticle{base, draft, problems})
	}
	if current := staleClaim(err); current != nil {
		return d.articleConflict(c, *current, draft, form.Get("page"))
	}
	if err != nil {
		return err
	}
	return request.Done(c, afterArticle(claim, form), "Article saved.")
}

// refuseArticle shows the form again where it was filled in.
func (d *Desk) refuseArticle(c echo.Context, form request.Values, refused *refusedArticle) error {
	if form.Get("page") == "wide" {
		return d.showArticle(c, http.StatusUnprocessableEntity, refused)
	}
	return d.showBench(c, http.StatusUnprocessableEntity, benchState{source: form.Int("source"), article: refused,
		problems: ui.ProblemsView{Title: "The article was not saved", Items: refused.problems}})
}

func afterArticle(claim factcheck.Claim, form request.Values) string {
	switch {
	case form.Get("then") == "preview":
		return claim.Path() + "/preview"
	case form.Get("page") == "wide":
		return claim.Path() + "/article"
	}
	return benchPath(claim.ID, form.Int("source")) + "#article"
}
