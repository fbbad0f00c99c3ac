package desk

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

func (d *Desk) elsewhereRoutes(g *echo.Group) {
	g.GET("/elsewhere", d.others)
	g.GET("/elsewhere/:id", d.other)
	g.POST("/elsewhere/:id/lean", d.leanOn)
	g.POST("/elsewhere/:id/leave", d.leanOff)
}

// How many checks a page of the list has.
const othersPage = 50

// others lists the checks of other newsrooms.
func (d *Desk) others(c echo.Context) error {
	ctx := c.Request().Context()
	f := newsroom.OtherFilter{Query: strings.TrimSpace(request.Query(c, "q")), Site: request.Query(c, "site"),
		Leaning: request.Query(c, "leaning") != "", Cursor: request.Query(c, "cursor"), Limit: othersPage}
	page, err := d.room.OtherReviews(ctx, f)
	if err != nil {
		return err
	}
	sites, err := d.room.OtherSites(ctx)
	if err != nil {
		return err
	}
	frame, err := d.frame(c, "Checked elsewhere", ui.RoomClaims)
	if err != nil {
		return err
	}
	v := view.OthersView{Frame: frame, Query: f.Query, Site: siteField(sites, f.Site), Leaning: f.Leaning, Reviews: page.Items,
		Chosen: f.Query != "" || f.Site != "" || f.Leaning, Imports: factcheck.Permitted(request.User(c).Role, factcheck.ImportClaims)}
	if f.Cursor != "" {
		v.First = othersPath(f, "")
	}
	if page.Next != "" {
		v.Next = othersPath(f, page.Next)
	}
	return request.Render(c, http.StatusOK, view.Others(v))
}

func siteField(sites []newsroom.SiteCount, chosen string) ui.Field {
	f := ui.Field{Name: "site", Label: "Published at", Options: []ui.Option{{Value: "", Label: "any site"}}}
	for _, s := range sites {
		f.Options = append(f.Options, ui.Option{Value: s.Site, Label: s.Site + " (" + strconv.Itoa(s.Checks) + ")", Selected: s.Site == chosen})
	}
	return f
}

// othersPath is the address of a page of the list.
func othersPath(f newsroom.OtherFilter, cursor string) string {
	q := url.Values{}
	for name, value := range map[string]string{"q": f.Query, "site": f.Site, "cursor": cursor} {
		if value != "" {
			q.Set(name, value)
		}
	}
	if f.Leaning {
		q.Set("leaning", "yes")
	}
	return withQuery("/desk/elsewhere", q)
}

func (d *Desk) other(c echo.Context) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	return d.otherPage(c, http.StatusOK, id, "", nil)
}

func (d *Desk) otherPage(c echo.Context, status int, id int64, typed string, problems []factcheck.Problem) error {
	e, err := d.room.OtherReview(c.Request().Context(), id)
	if err != nil {
		return err
	}
	frame, err := d.frame(c, "“"+shortened(e.Review.Claim, 80)+"” (checked elsewhere)", ui.RoomClaims)
	if err != nil {
		return err
	}
	v := view.OtherView{Frame: frame, Review: e.Review, Claim: typed, Problems: problems}
	for _, l := range e.Leans {
		v.Leans = append(v.Leans, view.OtherLean{ID: l.ClaimID, Text: l.Text, Language: l.Language, Status: l.Status})
	}
	return request.Render(c, status, view.Other(v))
}

// leanOn notes that the work on a claim leans on a check.
func (d *Desk) leanOn(c echo.Context) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	typed := form.Get("claim")
	claim := typedNumber(typed)
	if claim == 0 {
		return d.otherPage(c, http.StatusUnprocessableEntity, id, typed, []factcheck.Problem{{Field: "claim", Message: "Write the number of a claim, such as 12."}})
	}
	err = d.room.LeanOn(c.Request().Context(), request.Actor(c), claim, id)
	if problems := factcheck.Problems(err); problems != nil {
		return d.otherPage(c, http.StatusUnprocessableEntity, id, typed, problems)
	}
	if err != nil {
		return err
	}
	return request.Done(c, leanBack(form, id, claim), "Claim #"+number(claim)+" leans on this check now.")
}

// leanOff ends it.
func (d *Desk) leanOff(c echo.Context) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	claim := form.Int("claim")
	if err := d.room.LeanOff(c.Request().Context(), request.Actor(c), claim, id); err != nil {
		return err
	}
	return request.Done(c, leanBack(form, id, claim), "Claim #"+number(claim)+" no longer leans on this check.")
}

// leanBack is the page on which the button was.
func leanBack(form request.Values, review, claim int64) string {
	if form.On("bench") {
		return factcheck.Claim{ID: claim}.Path() + "#elsewhere"
	}
	return factcheck.OtherReview{ID: review}.Path()
}

// benchElsewhere fills what the claim on the bench leans on, and offers those of
// the checks that say the same.
func (d *Desk) benchElsewhere(c echo.Context, page *view.BenchView, _ benchState) error {
	leaned, err := d.room.LeanedOn(c.Request().Context(), page.Claim.ID)
	if err != nil {
		return err
	}
	v := view.ElsewhereView{ClaimID: page.Claim.ID, Leaned: leaned}
	here := map[int64]bool{}
	for _, o := range leaned {
		here[o.ID] = true
	}
	for _, m := range page.About.Matches.Items {
		if m.Other != nil && !here[m.Other.ID] {
			v.Offered = append(v.Offered, *m.Other)
		}
	}
	page.About.Others = v
	return nil
}
