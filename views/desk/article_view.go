package desk

import (
	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// ArticleView is the form in which the fact-check is written.
type ArticleView struct {
	Claim    factcheck.Claim
	Open     int64 // the source that is open beside it
	Base     int64 // the article that the form started from, 0 for none
	Draft    factcheck.ArticleDraft
	Problems []factcheck.Problem
	Wide     bool // it has a page of its own
	Kept     DraftView
}

// ArticlePageView is the article on a page of its own, beside what it rests on.
type ArticlePageView struct {
	Frame    ui.DeskFrame
	Here     HereView
	Problems ui.ProblemsView
	Article  ArticleView
}

func (v ArticleView) problem(field string) string { return ui.ProblemOf(v.Problems, field) }

func (v ArticleView) headline() ui.Field {
	return ui.Field{Name: "headline", Label: "Headline", Value: v.Draft.Headline, Words: true, Dir: "auto",
		Max: factcheck.MaxHeadline, Problem: v.problem("headline"), Hint: "It claims no more than the quotes do."}
}

func (v ArticleView) slug() ui.Field {
	return ui.Field{Name: "slug", Label: "Address", Aside: "made from the headline when left empty", Value: v.Draft.Slug,
		Problem: v.problem("slug"), Hint: "After /fact-checks/ on the public site."}
}

func (v ArticleView) summary() ui.Field {
	f := ui.Field{Name: "summary", Label: "Summary", Value: v.Draft.Summary, Rows: 4, Words: true, Dir: "auto",
		Max: factcheck.MaxSummary, Problem: v.problem("summary"), Hint: "Stands under the headline and in feeds."}
	if v.Claim.Article == nil && v.Draft.Summary != "" {
		f.Hint = "Begun as the verdict’s explanation, not saved yet. " + f.Hint
	}
	return f
}

func (v ArticleView) body() ui.Field {
	return ui.Field{Name: "body", Label: "Text", Value: v.Draft.Body, Rows: 12, Words: true, Dir: "auto",
		Max: factcheck.MaxBody, Problem: v.problem("body"),
		Hint: "Markdown. [1] becomes a link to the first piece of evidence, [2] to the second, [A] to the first exhibit."}
}
