package desk

import (
	"net/http"
	"slices"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

func (d *Desk) topicRoutes(g *echo.Group) {
	g.GET("/topics", d.topics)
	g.GET("/topics/:id", d.topic)
	g.POST("/topics/:id", d.editTopic)
	g.GET("/topics/:id/merge", d.mergeTopicPage, needing(factcheck.MergeTopic))
	g.POST("/topics/:id/merge", d.mergeTopic)
}

func (d *Desk) topics(c echo.Context) error {
	topics, err := d.room.TopicEntries(c.Request().Context())
	if err != nil {
		return err
	}
	frame, err := d.frame(c, "Topics", ui.RoomTopics)
	if err != nil {
		return err
	}
	return request.Render(c, http.StatusOK, view.Topics(view.TopicsView{Frame: frame, Topics: topics, Tabs: view.TopicTabs(false)}))
}

// topicOf is the page of the topic that the address names.
func (d *Desk) topicOf(c echo.Context) (view.TopicView, error) {
	id, err := request.ID(c, "id")
	if err != nil {
		return view.TopicView{}, err
	}
	t, merged, err := d.room.TopicEntry(c.Request().Context(), id)
	return view.TopicView{Topic: t, Merged: merged, Draft: factcheck.TopicDraft{Name: t.Name, Description: t.Description}}, err
}

func (d *Desk) topic(c echo.Context) error {
	v, err := d.topicOf(c)
	if err != nil {
		return err
	}
	return d.showTopic(c, http.StatusOK, v)
}

func (d *Desk) showTopic(c echo.Context, status int, v view.TopicView) error {
	others, err := d.room.TopicEntries(c.Request().Context())
	if err != nil {
		return err
	}
	v.Others = slices.DeleteFunc(others, func(t factcheck.TopicEntry) bool { return t.ID == v.Topic.ID })
	v.Editor = factcheck.Permitted(request.User(c).Role, factcheck.EditTopic)
	if v.Frame, err = d.frame(c, "Topic: "+v.Topic.Name, ui.RoomTopics); err != nil {
		return err
	}
	return request.Render(c, status, view.Topic(v))
}

func (d *Desk) editTopic(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	v, err := d.topicOf(c)
	if err != nil {
		return err
	}
	v.Draft = factcheck.TopicDraft{Name: form.Get("name"), Description: form.Get("description")}
	_, err = d.room.EditTopic(c.Request().Context(), request.Actor(c), v.Topic.ID, form.Int("version"), v.Draft)
	if err != nil {
		return d.topicRefused(c, v, err)
	}
	return request.Done(c, v.Topic.Path(), "Topic saved.")
}

// topicRefused shows a topic with what was typed and why it was not done; other
// errors go on.
func (d *Desk) topicRefused(c echo.Context, v view.TopicView, err error) error {
	refusal := factcheck.As(err)
	switch {
	case refusal != nil && refusal.Kind == factcheck.Invalid:
		v.Problems = refusal.Fields
		return d.showTopic(c, http.StatusUnprocessableEntity, v)
	case refusal != nil && refusal.Kind == factcheck.Conflict:
		v.Conflict = refusal.Message
		return d.showTopic(c, http.StatusConflict, v)
	}
	return err
}

// mergeTopicPage shows what a merge would change, before it is done.
func (d *Desk) mergeTopicPage(c echo.Context) error {
	v, err := d.topicOf(c)
	if err != nil {
		return err
	}
	v.Into = request.Query(c, "into")
	id := positive(v.Into)
	if id == 0 || id == v.Topic.ID {
		return d.topicRefused(c, v, factcheck.Wrong("into", "Choose the topic that stays."))
	}
	into, _, err := d.room.TopicEntry(c.Request().Context(), id)
	if err != nil {
		return err
	}
	m := view.MergeView{What: "topic", From: view.MergingTopic(v.Topic), Into: view.MergingTopic(into), Path: v.Topic.Path()}
	return d.showMerge(c, m, ui.RoomTopics)
}

func (d *Desk) showMerge(c echo.Context, m view.MergeView, room string) error {
	var err error
	if m.Frame, err = d.frame(c, "Merge a "+m.What, room); err != nil {
		return err
	}
	return request.Render(c, http.StatusOK, view.Merge(m))
}

func (d *Desk) mergeTopic(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	v, err := d.topicOf(c)
	if err != nil {
		return err
	}
	v.Into = form.Get("into")
	into, err := d.room.MergeTopic(c.Request().Context(), request.Actor(c), v.Topic.ID, form.Int("version"), form.Int("into"), form.Int("into_version"))
	if err != nil {
		return d.topicRefused(c, v, err)
	}
	return request.Done(c, into.Path(), "“"+v.Topic.Name+"” is part of “"+into.Name+"” now.")
}
