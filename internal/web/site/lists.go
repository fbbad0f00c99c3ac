package site

import (
	"context"
	"strconv"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v4"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/site"
)

// onHome is how many checks the front page shows, the lead among them.
const onHome = 13

func (s *site) home(c echo.Context, n view.Newsroom) (templ.Component, error) {
	ctx := c.Request().Context()
	newest, err := s.room.Published(ctx, newsroom.PublicFilter{Limit: onHome})
	if err != nil {
		return nil, err
	}
	v := view.HomeView{Newsroom: n, Total: newest.Total}
	if len(newest.Items) > 0 {
		list := listed(newest.Items)
		v.Lead, v.Latest = view.LeadOf(list[0], newest.Items[0].Content), list[1:]
	}
	v.Ratings, v.Topics, err = s.counted(ctx)
	return view.Home(v), err
}

func (s *site) list(c echo.Context, n view.Newsroom) (templ.Component, error) {
	ctx := c.Request().Context()
	f := view.Filter{Words: request.Query(c, "q"), Topic: request.Query(c, "topic"),
		Rating: request.Query(c, "rating"), Claimant: request.Query(c, "claimant")}
	v := view.ListView{Newsroom: n, After: request.Query(c, "after")}
	chosen, err := s.room.Followed(ctx, newsroom.PublicFilter{Query: f.Words, Topic: f.Topic, Rating: f.Rating,
		Claimant: f.Claimant, After: v.After, Limit: perPage})
	if err != nil {
		return nil, err
	}
	f.Topic, f.Claimant = chosen.Topic, chosen.Claimant
	found, err := s.room.Published(ctx, chosen)
	if err != nil {
		return nil, err
	}
	v.Items, v.Found, v.Next, v.Total = listed(found.Items), found.Total, found.Next, found.Total
	if f.Any() {
		if v.Total, err = s.total(ctx); err != nil {
			return nil, err
		}
	}
	if v.Ratings, v.Topics, err = s.counted(ctx); err != nil {
		return nil, err
	}
	v.Filter = labelled(f, v.Ratings, v.Topics, found.Items)
	return view.List(v), nil
}

// total is how many checks are live.
func (s *site) total(ctx context.Context) (int, error) {
	all, err := s.room.Published(ctx, newsroom.PublicFilter{Limit: 1})
	return all.Total, err
}

// labelled puts the names of what is asked for beside the slugs.
func labelled(f view.Filter, ratings, topics []view.Counted, found []newsroom.Check) view.Filter {
	f.RatingLabel, f.TopicLabel = labelOf(ratings, f.Rating), labelOf(topics, f.Topic)
	if f.Claimant != "" && len(found) > 0 && found[0].Content.Claimant != nil {
		f.ClaimantLabel = found[0].Content.Claimant.Name
	}
	return f
}

func labelOf(list []view.Counted, slug string) string {
	for _, item := range list {
		if item.Slug == slug {
			return item.Label
		}
	}
	return ""
}

func (s *site) publicTopics(ctx context.Context) ([]view.Counted, error) {
	topics, err := s.room.PublicTopics(ctx)
	list := make([]view.Counted, len(topics))
	for i, t := range topics {
		list[i] = view.Counted{Slug: t.Slug, Label: t.Name, Checks: t.Claims}
	}
	return list, err
}

func (s *site) topics(c echo.Context, n view.Newsroom) (templ.Component, error) {
	topics, err := s.publicTopics(c.Request().Context())
	return view.Topics(view.TopicsView{Newsroom: n, Topics: topics}), err
}

func (s *site) topic(c echo.Context, n view.Newsroom) (templ.Component, error) {
	ctx := c.Request().Context()
	topic, err := s.room.PublicTopic(ctx, c.Param("slug"))
	if err != nil {
		return nil, err
	}
	v := view.TopicView{Newsroom: n, Slug: topic.Slug, Label: topic.Name, Description: topic.Description, After: request.Query(c, "after")}
	found, err := s.room.Published(ctx, newsroom.PublicFilter{Topic: topic.Slug, After: v.After, Limit: perPage})
	v.Items, v.Found, v.Next = listed(found.Items), found.Total, found.Next
	return view.Topic(v), err
}

func (s *site) ratings(c echo.Context, n view.Newsroom) (templ.Component, error) {
	ctx := c.Request().Context()
	scales, err := s.room.Scales(ctx)
	if err != nil {
		return nil, err
	}
	v := view.RatingsView{Newsroom: n, Scales: scales}
	if asked := request.Query(c, "version"); asked != "" {
		v.Shown, err = strconv.Atoi(asked)
		if err != nil || v.Shown < 1 || v.Shown > len(scales) {
			return nil, factcheck.NoSuch("scale at this address")
		}
	}
	v.Counts, err = s.room.RatingCounts(ctx)
	return view.Ratings(v), err
}

func (s *site) rating(c echo.Context, n view.Newsroom) (templ.Component, error) {
	ctx := c.Request().Context()
	scales, err := s.room.Scales(ctx)
	if err != nil {
		return nil, err
	}
	v := view.RatingView{Newsroom: n, After: request.Query(c, "after")}
	for i, scale := range scales {
		if r, known := scale.Rating(c.Param("slug")); known {
			v.Rating, v.Retired = r, i > 0
			break
		}
	}
	if v.Rating.Slug == "" {
		return nil, factcheck.NoSuch("rating at this address")
	}
	if v.Rating.Slug == factcheck.Misinterpreted {
		v.Reasons = factcheck.Reasons
	}
	found, err := s.room.Published(ctx, newsroom.PublicFilter{Rating: v.Rating.Slug, After: v.After, Limit: perPage})
	v.Items, v.Found, v.Next = listed(found.Items), found.Total, found.Next
	return view.Rating(v), err
}
