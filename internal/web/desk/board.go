package desk

import (
	"context"
	"net/http"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// board shows claims by status.
func (d *Desk) board(c echo.Context) error {
	return d.showBoard(c, http.StatusOK, ui.ProblemsView{})
}

func (d *Desk) showBoard(c echo.Context, status int, problems ui.ProblemsView) error {
	ctx := c.Request().Context()
	filter, _ := listFilter(c)
	board, err := d.room.Board(ctx, request.Actor(c), filter)
	if err != nil {
		return err
	}
	settings, err := d.room.Settings(ctx)
	if err != nil {
		return err
	}
	query := listQuery(c)
	v := view.BoardView{Today: factcheck.DateOf(d.room.Now()), Problems: problems, Action: withQuery("/desk/board", query),
		List: withQuery("/desk/claims", query), Dropped: board.Dropped}
	query.Del("status")
	v.Chosen = len(query) > 0
	for _, column := range board.Columns {
		query.Set("status", string(column.Status))
		shown := view.BoardColumn{Status: column.Status, Total: column.Total, More: withQuery("/desk/claims", query)}
		if column.Status == factcheck.Published {
			shown.Aside = "in the last 30 days"
		}
		for _, card := range column.Cards {
			shown.Cards = append(shown.Cards, view.BoardCard{Claim: card.Claim, Steps: boardSteps(card, request.User(c), settings.FourEyes)})
		}
		v.Columns = append(v.Columns, shown)
	}
	query.Set("status", string(factcheck.Dropped))
	v.Aside = withQuery("/desk/claims", query)
	if v.Frame, err = d.frame(c, "Board", ui.RoomClaims); err != nil {
		return err
	}
	return request.Render(c, status, view.Board(v))
}

// boardSteps are what a user can do with a claim from the board: what its status
// and their role allow, and the gate does not stop.
func boardSteps(card newsroom.Card, user factcheck.User, fourEyes bool) (steps []view.BoardStep) {
	c := card.Claim
	may := func(act factcheck.Action) bool {
		_, err := c.Next(act)
		return err == nil && factcheck.Permitted(user.Role, act)
	}
	begun := c.Status == factcheck.New || c.Status == factcheck.Researching
	if begun && c.AssigneeID == 0 && factcheck.Permitted(user.Role, factcheck.AssignClaim) {
		steps = append(steps, view.BoardStep{Do: "take", Label: "Take it", To: factcheck.Researching})
	}
	if c.Status == factcheck.Researching && may(factcheck.Submit) && card.Gate.ReadyToSend {
		steps = append(steps, view.BoardStep{Do: "submit", Label: "Send for review", To: factcheck.InReview})
	}
	if may(factcheck.Agree) && c.MayAgree(user.ID) && len(c.Signatures) > 0 && !boardApproves(&c, user, fourEyes) {
		steps = append(steps, view.BoardStep{Do: "agree", Label: "Agree", To: factcheck.InReview})
	}
	if may(factcheck.Approve) && card.Gate.ReadyToSend && boardApproves(&c, user, fourEyes) {
		steps = append(steps, view.BoardStep{Do: "approve", Label: "Approve", To: factcheck.Approved})
	}
	if may(factcheck.Publish) && c.Live == nil && c.PublishAt.IsZero() && card.Gate.ReadyToPublish {
		steps = append(steps, view.BoardStep{Do: "publish", Label: "Publish", To: factcheck.Published})
	}
	return steps
}

func boardApproves(c *factcheck.Claim, user factcheck.User, fourEyes bool) bool {
	return factcheck.Permitted(user.Role, factcheck.Approve) && (!fourEyes || c.FourEyes(user.ID) == nil)
}

// actOnBoard takes a step of one claim, and leads back to the board.
func (d *Desk) actOnBoard(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	said, err := d.step(c.Request().Context(), request.Actor(c), form)
	if e := factcheck.As(err); e != nil && (e.Kind == factcheck.Conflict || e.Kind == factcheck.Invalid) {
		return d.showBoard(c, http.StatusConflict, boardProblems(e))
	}
	if err != nil {
		return err
	}
	return request.Done(c, withQuery("/desk/board", listQuery(c)), said)
}

// step does what was pressed on a card, and says so.
func (d *Desk) step(ctx context.Context, by factcheck.Actor, form request.Values) (said string, err error) {
	id := form.Int("claim")
	name := "#" + number(id)
	switch form.Get("do") {
	case "take":
		_, err = d.room.AssignClaims(ctx, by, []newsroom.Chosen{{ID: id, Version: form.Int("version")}}, by.ID)
		return "You have " + name + " now.", err
	case "submit":
		_, err = d.room.Submit(ctx, by, id, seen(form), "")
		return name + " is sent for review.", err
	case "agree":
		_, err = d.room.Agree(ctx, by, id, seen(form), "")
		return "You have agreed to " + name + ".", err
	case "approve":
		_, err = d.room.Approve(ctx, by, id, seen(form), "")
		return name + " is approved.", err
	case "publish":
		_, err = d.room.Publish(ctx, by, id, seen(form), newsroom.Order{})
		return name + " is public now.", err
	}
	return "", factcheck.Wrong("do", "There is no such step. Use the buttons of the card.")
}

// boardProblems say why a step was not taken.
func boardProblems(e *factcheck.Error) ui.ProblemsView {
	v := ui.ProblemsView{Title: "Nothing was done", Items: []factcheck.Problem{{Message: e.Message}}}
	switch {
	case e.Current != nil:
		v.Items[0].Message = "The claim has changed since the board was opened. This is how it stands now; look it over, then do it again."
	case e.Gate != nil:
		v.Items = nil
		for _, item := range e.Gate.Missing(true) {
			v.Items = append(v.Items, factcheck.Problem{Message: item.Message})
		}
	case len(e.Fields) > 0:
		v.Items = e.Fields
		for i := range v.Items {
			v.Items[i].Field = ""
		}
	}
	return v
}
