package desk

import (
	"net/http"
	"net/url"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// How many tips a page of the inbox has, and how many similar claims each.
const (
	tipsPage    = 20
	tipsSimilar = 3
)

func (d *Desk) tipRoutes(g *echo.Group) {
	g.GET("/tips", d.tips)
	g.GET("/tips/:id", d.tip)
	g.GET("/tips/:id/accept", d.acceptTipPage)
	g.POST("/tips/:id/accept", d.acceptTip)
	g.POST("/tips/:id/merge", d.mergeTip)
	g.POST("/tips/:id/decline", d.declineTip)
	g.POST("/tips/:id/reopen", d.reopenTip)
	g.POST("/tips/:id/contact", d.tipContact)
}

// tips shows the inbox: open tips, unless the address asks for others.
func (d *Desk) tips(c echo.Context) error {
	ctx, state := c.Request().Context(), request.Query(c, "state")
	filter := newsroom.TipFilter{State: factcheck.TipState(state), Cursor: request.Query(c, "after"), Limit: tipsPage}
	switch state {
	case "":
		filter.State = factcheck.TipOpen
	case "all":
		filter.State = ""
	}
	page, err := d.room.Tips(ctx, filter)
	if err != nil {
		return err
	}
	v := view.TipsView{Views: tipViews(filter.State, page.Counts), State: filter.State}
	if v.Tips, err = d.tipCards(c, page.Items...); err != nil {
		return err
	}
	if filter.Cursor != "" {
		v.First = tipsAddress(state, "")
	}
	if page.Next != "" {
		v.Next = tipsAddress(state, page.Next)
	}
	if v.Frame, err = d.frame(c, "Tips", ui.RoomTips); err != nil {
		return err
	}
	return request.Render(c, http.StatusOK, view.Tips(v))
}

func tipsAddress(state, after string) string {
	query := url.Values{}
	if state != "" {
		query.Set("state", state)
	}
	if after != "" {
		query.Set("after", after)
	}
	return withQuery("/desk/tips", query)
}

// tipViews are the states of tips, with how many are in each.
func tipViews(open factcheck.TipState, counts map[factcheck.TipState]int) []view.Tab {
	all := 0
	for _, n := range counts {
		all += n
	}
	labels := map[factcheck.TipState]string{factcheck.TipOpen: "Open", factcheck.TipAccepted: "Accepted", factcheck.TipMerged: "Merged",
		factcheck.TipDeclined: "Declined"}
	var tabs []view.Tab
	for _, state := range factcheck.TipStates {
		address := tipsAddress(string(state), "")
		if state == factcheck.TipOpen {
			address = tipsAddress("", "")
		}
		tabs = append(tabs, view.Tab{Label: labels[state], Href: address, Count: counts[state], Current: state == open})
	}
	return append(tabs, view.Tab{Label: "All", Href: tipsAddress("all", ""), Count: all, Current: open == ""})
}

// tipCards are tips with what can be chosen beside them: of open ones, whom the
// claim is given to and which recorded claims say the same.
func (d *Desk) tipCards(c echo.Context, tips ...factcheck.Tip) ([]view.TipCard, error) {
	ctx := c.Request().Context()
	cards := make([]view.TipCard, len(tips))
	var open []factcheck.Tip
	for i, t := range tips {
		cards[i] = view.TipCard{Tip: t, Reads: factcheck.Permitted(request.User(c).Role, factcheck.ReadContact)}
		if t.State == factcheck.TipOpen {
			open = append(open, t)
		}
	}
	if len(open) == 0 {
		return cards, nil
	}
	similar, err := d.room.MatchTips(ctx, request.Actor(c), open, tipsSimilar)
	if err != nil {
		return nil, err
	}
	people, err := d.peopleOptions(ctx, 0, "Nobody yet")
	for i := range cards {
		if cards[i].State == factcheck.TipOpen {
			cards[i].Similar, cards[i].People, similar = similar[0], people, similar[1:]
		}
	}
	return cards, err
}

func (d *Desk) tipCard(c echo.Context, t factcheck.Tip) (view.TipCard, error) {
	cards, err := d.tipCards(c, t)
	if err != nil {
		return view.TipCard{}, err
	}
	return cards[0], nil
}

// tipOf is the tip that the address names.
func (d *Desk) tipOf(c echo.Context) (factcheck.Tip, error) {
	id, err := request.ID(c, "id")
	if err != nil {
		return factcheck.Tip{}, err
	}
	return d.room.Tip(c.Request().Context(), id)
}

func (d *Desk) tip(c echo.Context) error {
	t, err := d.tipOf(c)
	if err != nil {
		return err
	}
	card, err := d.tipCard(c, t)
	if err != nil {
		return err
	}
	return d.oneTip(c, http.StatusOK, card)
}

func (d *Desk) oneTip(c echo.Context, status int, card view.TipCard) error {
	frame, err := d.frame(c, "Tip "+number(card.ID), ui.RoomTips)
	if err != nil {
		return err
	}
	return request.Render(c, status, view.Tips(view.TipsView{Frame: frame, Tips: []view.TipCard{card}, One: true}))
}

// tipContact shows how the sender can be reached: on a page and not by a
// redirect, since it is kept nowhere else.
func (d *Desk) tipContact(c echo.Context) error {
	t, err := d.tipOf(c)
	if err != nil {
		return err
	}
	contact, err := d.room.TipContact(c.Request().Context(), request.Actor(c), t.ID)
	if err != nil {
		return err
	}
	card, err := d.tipCard(c, t)
	if err != nil {
		return err
	}
	card.Contact = &contact
	return d.oneTip(c, http.StatusOK, card)
}
