package site

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"claimdesk/internal/feed"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/prose"
	"claimdesk/internal/web/request"
)

// rss answers with the feed. It always exists, so that a reader who holds it
// as it is gets 304 before any item is read.
func (s *site) rss(c echo.Context) error {
	ctx := c.Request().Context()
	now, err := s.stand(ctx, c.Request())
	if err != nil {
		return err
	}
	if request.Holds(c.Request(), now.tag) || now.since(c.Request()) {
		forAll(c)
		return now.unchanged(c, feedCaching)
	}
	checks, err := s.room.Feed(ctx, feed.Most)
	if err != nil {
		return err
	}
	encoded, err := feed.RSS(channel(now, checks))
	if err != nil {
		return err
	}
	forAll(c)
	now.write(c.Response().Header(), feedCaching)
	return c.Blob(http.StatusOK, feed.MediaType, encoded)
}

func channel(now stand, checks []newsroom.Check) feed.Channel {
	n := now.newsroom
	out := feed.Channel{Title: n.Name, Description: n.About, Language: now.language, Base: n.Base, Self: n.Base + "/feed.xml",
		Logo: n.Logo(), Rights: n.Rights(), Changed: now.changed}
	if out.Description == "" {
		out.Description = "Fact-checks by " + n.Name
	}
	for _, check := range checks {
		item := feed.Item{Live: check.Live, Content: check.Content,
			Body: prose.Absolute(check.Content.BodyHTML, n.Base+check.Live.Path())}
		for _, change := range check.Corrections {
			item.Changes = append(item.Changes, feed.Change{At: change.At, Class: change.Class, Note: change.Note})
		}
		out.Items = append(out.Items, item)
	}
	return out
}
