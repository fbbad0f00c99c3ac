package desk

import (
	"context"
	"net/http"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// bulk changes the claims that were ticked in the list: all of them or none.
func (d *Desk) bulk(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	done, words, err := d.doBulk(c.Request().Context(), request.Actor(c), form)
	e := factcheck.As(err)
	switch {
	case e != nil && e.Kind == factcheck.Invalid:
		return d.showList(c, http.StatusUnprocessableEntity, bulkRefused(form, "Nothing was changed", bulkFields(e.Fields)))
	case e != nil && e.Kind == factcheck.Conflict:
		return d.showList(c, http.StatusConflict, bulkRefused(form, strings.TrimSuffix(e.Message, "."), e.Fields))
	case err != nil:
		return err
	}
	return request.Done(c, listAddress(c, request.Query(c, "after")), done.Notice(words))
}

// doBulk does what was pressed, and says in words what is done to the claims.
func (d *Desk) doBulk(ctx context.Context, by factcheck.Actor, form request.Values) (newsroom.Bulk, string, error) {
	chosen, topic := chosenClaims(form), commas(form.Get("topic"))
	switch form.Get("do") {
	case "assign":
		user, name, err := d.bulkAssignee(ctx, form)
		if err != nil {
			return newsroom.Bulk{}, "", err
		}
		done, err := d.room.AssignClaims(ctx, by, chosen, user)
		return done, "assigned to " + name, err
	case "tag":
		done, err := d.room.TagClaims(ctx, by, chosen, topic, nil)
		return done, "put under “" + strings.Join(topic, "”, “") + "”", err
	case "untag":
		done, err := d.room.TagClaims(ctx, by, chosen, nil, topic)
		return done, "taken out of “" + strings.Join(topic, "”, “") + "”", err
	case "drop":
		done, err := d.room.DropClaims(ctx, by, chosen, factcheck.DropReason(form.Get("reason")), "")
		return done, "dropped", err
	}
	return newsroom.Bulk{}, "", factcheck.Wrong("claims", "Choose what is to be done: assign, add or remove a topic, drop.")
}

// bulkAssignee is to whom the claims go and how they are called; 0 is nobody.
func (d *Desk) bulkAssignee(ctx context.Context, form request.Values) (int64, string, error) {
	id := form.Int("assignee_id")
	if id == 0 && form.Get("assignee_id") == "" {
		return 0, "nobody", nil
	}
	u, err := d.room.User(ctx, id)
	if err != nil && factcheck.KindOf(err) == factcheck.NotFound {
		return 0, "", factcheck.Wrong("assignee_id", "There is no such person. Choose one of the list.")
	}
	return u.ID, u.Name, err
}

// chosenClaims are the ticked boxes: a number and, after a dot, a version.
func chosenClaims(form request.Values) []newsroom.Chosen {
	var chosen []newsroom.Chosen
	for _, value := range form.All("claim") {
		id, version, _ := strings.Cut(value, ".")
		if n := positive(id); n > 0 {
			chosen = append(chosen, newsroom.Chosen{ID: n, Version: positive(version)})
		}
	}
	return chosen
}

// bulkFields lead to the fields of the form as the page names them.
func bulkFields(problems []factcheck.Problem) []factcheck.Problem {
	names := map[string]string{"assignee_id": "bulk-assignee", "topic": "bulk-topic", "topics": "bulk-topic", "reason": "bulk-reason", "claims": "bulk"}
	shown := make([]factcheck.Problem, len(problems))
	for i, p := range problems {
		shown[i] = factcheck.Problem{Field: names[p.Field], Message: p.Message}
	}
	return shown
}

func bulkRefused(form request.Values, title string, problems []factcheck.Problem) listState {
	return listState{bulk: &form, refused: ui.ProblemsView{Title: title, Items: problems}}
}

// bulkForm is the form that changes many claims, with what was typed into it
// when that was refused.
func (d *Desk) bulkForm(c echo.Context, claims []factcheck.Claim, typed *request.Values) (view.BulkView, error) {
	ctx := c.Request().Context()
	query := keptQuery(c)
	for _, name := range []string{"view", "after"} {
		if value := request.Query(c, name); value != "" {
			query.Set(name, value)
		}
	}
	v := view.BulkView{Action: withQuery("/desk/claims/bulk", query), Chosen: map[int64]bool{},
		Drops: factcheck.Permitted(request.User(c).Role, factcheck.Drop), Reasons: []ui.Option{{Label: "Say why"}}}
	query.Set("all", "yes")
	v.All = withQuery("/desk/claims", query)
	for _, r := range factcheck.DropReasons {
		v.Reasons = append(v.Reasons, ui.Option{Value: string(r), Label: r.Label()})
	}
	topics, err := d.room.Topics(ctx)
	if err != nil {
		return v, err
	}
	for _, t := range topics {
		v.Topics = append(v.Topics, t.Name)
	}
	if typed != nil {
		v.Assign, v.Topic, v.Reason = typed.Get("assignee_id"), typed.Get("topic"), typed.Get("reason")
		for _, chosen := range chosenClaims(*typed) {
			v.Chosen[chosen.ID] = true
		}
	}
	if request.Query(c, "all") != "" {
		for _, claim := range claims {
			v.Chosen[claim.ID] = true
		}
	}
	v.People, err = d.peopleOptions(ctx, positive(v.Assign), "Nobody")
	return v, err
}
