// Package site answers what the public asks for: pages, the feed, and the
// proofs of evidence. It reads what was published and nothing else, never
// looks at a session and sets no cookie.
package site

import (
	"context"
	"net/http"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/site"
)

// perPage is how many checks a page of a list has.
const perPage = 20

type site struct {
	room  *newsroom.Room
	build string
}

// Register adds the public addresses to the server.
func Register(e *echo.Echo, room *newsroom.Room) {
	s := &site{room: room, build: build()}
	packed := middleware.GzipWithConfig(middleware.GzipConfig{MinLength: 1_000})
	for path, handler := range map[string]echo.HandlerFunc{
		"/":                               s.page(s.home),
		"/fact-checks":                    s.page(s.list),
		"/fact-checks/:slug":              s.page(s.check),
		"/fact-checks/:slug/history":      s.page(s.history),
		"/fact-checks/:slug/revisions/:n": s.page(s.revision),
		"/evidence/:id":                   s.evidence,
		"/evidence/:id/text":              s.bytes(s.text),
		"/evidence/:id/excerpt":           s.bytes(s.excerpt),
		"/topics":                         s.page(s.topics),
		"/topics/:slug":                   s.page(s.topic),
		"/claimants/:slug":                s.page(s.claimant),
		"/ratings":                        s.page(s.ratings),
		"/ratings/:slug":                  s.page(s.rating),
		"/feed.xml":                       s.rss,
		"/search":                         search,
	} {
		e.GET(path, handler, packed)
	}
	for _, kind := range factcheck.PageKinds {
		e.GET(kind.Path(), s.written(kind), packed)
	}
	e.GET("/logo", s.logo)
	e.GET("/scale-:n", s.ownTones, packed)
	e.GET("/exhibits/:id/file", s.exhibitFile) // packed already
	s.tipRoutes(e, packed)
}

// search leads old and guessed addresses to the list.
func search(c echo.Context) error {
	return c.Redirect(http.StatusMovedPermanently, view.Filter{Words: request.Query(c, "q")}.Address(""))
}

// newsroom is whose pages these are.
func (s *site) newsroom(i newsroom.Imprint) view.Newsroom {
	n := view.NewsroomOf(i.Settings, s.base())
	n.Pages, n.Picture = i.Pages, i.Logo
	if i.Tones > 0 {
		n.Sheet = request.TonesPath(i.Tones)
	}
	return n
}

// base is the absolute address of the site, without a slash at the end.
func (s *site) base() string { return s.room.URL("") }

// counted are all ratings and topics with the number of their checks.
func (s *site) counted(ctx context.Context) (ratings, topics []view.Counted, err error) {
	scale, err := s.room.Scale(ctx)
	if err != nil {
		return nil, nil, err
	}
	counts, err := s.room.RatingCounts(ctx)
	if err != nil {
		return nil, nil, err
	}
	topics, err = s.publicTopics(ctx)
	return view.RatingsOf(scale, counts), topics, err
}

// listed are checks as they stand in lists.
func listed(checks []newsroom.Check) []view.Listed {
	list := make([]view.Listed, len(checks))
	for i, check := range checks {
		list[i] = view.ListedOf(check.Live, check.Content, check.CorrectedAt)
	}
	return list
}
