package site

import (
	"context"
	"slices"
	"strconv"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v4"

	"claimdesk/internal/claimreview"
	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/site"
	"claimdesk/views/ui"
)

// related is how many checks stand below another.
const related = 3

func (s *site) check(c echo.Context, n view.Newsroom) (templ.Component, error) {
	ctx := c.Request().Context()
	check, err := s.room.Check(ctx, c.Param("slug"))
	if err != nil {
		return nil, err
	}
	v := view.CheckView{Newsroom: n, Content: check.Content, Path: check.Live.Path(), Number: check.Live.Revision, Again: check.Repeats}
	if v.Versions, err = s.versions(ctx, check); err != nil {
		return nil, err
	}
	if v.Related, err = s.related(ctx, check); err != nil {
		return nil, err
	}
	v.JSONLD, err = s.markup(n, check)
	return view.Check(v), err
}

// versions are all revisions of a check, the newest first.
func (s *site) versions(ctx context.Context, check newsroom.Check) ([]view.Version, error) {
	revisions, err := s.room.Revisions(ctx, check.Content.ClaimID)
	list := make([]view.Version, len(revisions))
	for i, r := range revisions {
		list[i] = view.VersionOf(r)
	}
	return list, err
}

// related are the newest other checks on the same topics, those of the first
// topic first.
func (s *site) related(ctx context.Context, check newsroom.Check) ([]view.Listed, error) {
	var found []newsroom.Check
	topics := check.Content.Topics
	for _, topic := range topics[:min(len(topics), related)] {
		same, err := s.room.Published(ctx, newsroom.PublicFilter{Topic: topic.Slug, Limit: related + 1})
		if err != nil {
			return nil, err
		}
		for _, other := range same.Items {
			known := slices.ContainsFunc(found, func(f newsroom.Check) bool { return f.Live.Slug == other.Live.Slug })
			if other.Live.Slug != check.Live.Slug && !known && len(found) < related {
				found = append(found, other)
			}
		}
		if len(found) == related {
			break
		}
	}
	return listed(found), nil
}

// markup is the ClaimReview of a live check; nil for one that carries none.
func (s *site) markup(n view.Newsroom, check newsroom.Check) ([]byte, error) {
	if !claimreview.Carries(check.Content) {
		return nil, nil
	}
	by := claimreview.Publisher{Name: n.Name, URL: n.Base + "/", Logo: n.Logo(), Principles: n.Base + "/ratings",
		Corrections: n.PageURL(factcheck.CorrectionsPage), Verification: n.PageURL(factcheck.MethodologyPage),
		Funding: n.PageURL(factcheck.FundingPage)}
	if own := n.PageURL(factcheck.NeutralityPage); own != "" {
		by.Principles = own
	}
	var corrections []claimreview.Correction
	for _, change := range check.Corrections {
		if change.Class == factcheck.Substantial {
			corrections = append(corrections, claimreview.Correction{On: factcheck.DateOf(change.At), Note: change.Note})
		}
	}
	return claimreview.Encode(claimreview.Review(by, n.Base+check.Live.Path(), check.Live, check.Content, corrections))
}

func (s *site) history(c echo.Context, n view.Newsroom) (templ.Component, error) {
	ctx := c.Request().Context()
	check, err := s.room.Check(ctx, c.Param("slug"))
	if err != nil {
		return nil, err
	}
	versions, err := s.versions(ctx, check)
	return view.History(view.HistoryView{Newsroom: n, Headline: check.Content.Headline, Language: check.Content.Language,
		Path: check.Live.Path(), Versions: versions}), err
}

func (s *site) revision(c echo.Context, n view.Newsroom) (templ.Component, error) {
	ctx := c.Request().Context()
	number, err := request.ID(c, "n")
	if err != nil {
		return nil, err
	}
	revision, check, err := s.room.Revision(ctx, c.Param("slug"), int(number))
	if err != nil {
		return nil, err
	}
	path := check.Live.Path()
	v := view.CheckView{Newsroom: n, Content: revision.Content, Path: path, Number: revision.Number, NoIndex: true,
		Address: path + "/revisions/" + strconv.Itoa(revision.Number), Banner: earlier(revision, check)}
	if revision.Live {
		v.Address = path
	}
	v.Versions, err = s.versions(ctx, check)
	return view.Check(v), err
}

// earlier says over a revision whether it is the current one.
func earlier(r factcheck.Revision, check newsroom.Check) *ui.BannerView {
	which := "Version " + strconv.Itoa(r.Number) + " of " + strconv.Itoa(check.Live.Revision)
	b := ui.BannerView{Title: which + ", not the current one.",
		Text:  "This is how the check stood from " + ui.LongDateText(r.At) + " on.",
		Links: []ui.Link{{Label: "Read the current version", Href: check.Live.Path()}}}
	if r.Live {
		b.Title, b.Text, b.Links[0].Label = which+", the current one.", "It was published on "+ui.LongDateText(r.At)+".", "Its own address"
	}
	b.Links = append(b.Links, ui.Link{Label: "What changed and why", Href: check.Live.Path() + "/history"})
	return &b
}
