package ui

import (
	"strconv"

	"claimdesk/internal/factcheck"
)

// ProblemsView is the error summary on top of a form.
type ProblemsView struct {
	Title string // "The claim was not saved"; the count is added
	Items []factcheck.Problem
}

// ProblemOf is what is wrong with a field, or empty: a Field's Problem.
func ProblemOf(problems []factcheck.Problem, field string) string {
	for _, problem := range problems {
		if problem.Field == field {
			return problem.Message
		}
	}
	return ""
}

// heading is the title with the count of what is to be mended.
func (v ProblemsView) heading() string {
	title := v.Title
	if title == "" {
		title = "Nothing was saved"
	}
	switch len(v.Items) {
	case 0:
		return title + "."
	case 1:
		return title + ". One thing to mend:"
	default:
		return title + ". " + strconv.Itoa(len(v.Items)) + " things to mend:"
	}
}

// NoticeView is a message that nothing needs to be done about: role status.
type NoticeView struct {
	Title string // bold, first; may be empty
	Text  string
	Tone  string // green for done, ochre for beware; none for plain
}

// EmptyView says what belongs on a page that has nothing yet, and offers the
// first step.
type EmptyView struct {
	Title  string
	Text   string
	Action Link // the first step; left out without a Label
	Second Link
}

// BannerView stands over a page that is not the public one as it is now: an
// earlier version, a preview.
type BannerView struct {
	Title string // bold: "Version 2 of 3, not the current one."
	Text  string
	Links []Link
}

// PagesView are the addresses of the neighbouring pages of a list; an empty
// one is left out, and without both nothing is shown.
type PagesView struct {
	Newer, Older string
	Label        string // names the navigation: "Pages of claims"
}

// Link is an address with its words.
type Link struct {
	Label string
	Href  string
}

func (v PagesView) label() string {
	if v.Label == "" {
		return "Pages"
	}
	return v.Label
}
