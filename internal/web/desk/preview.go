package desk

import (
	"net/http"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	"claimdesk/views/site"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// preview shows the public page as it would be, had the claim been published
// this moment. It is the page itself, under a bar that says what it is.
func (d *Desk) preview(c echo.Context) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	ctx := c.Request().Context()
	claim, err := d.room.Claim(ctx, request.Actor(c), id)
	if err != nil {
		return err
	}
	content, err := d.room.Preview(ctx, id)
	if err != nil {
		return d.stopped(c, err)
	}
	imprint, err := d.room.Imprint(ctx)
	if err != nil {
		return err
	}
	settings := imprint.Settings
	content.FourEyes = content.FourEyes || settings.FourEyes // it is not published before
	page := site.CheckView{Content: content, Shelf: "/desk", NoIndex: true, Banner: previewBar(claim),
		Newsroom: site.NewsroomOf(settings, d.room.URL(""))}
	page.Pages, page.Picture = imprint.Pages, imprint.Logo
	if imprint.Tones > 0 {
		page.Sheet = request.TonesPath(imprint.Tones)
	}
	if claim.Live != nil {
		page.Path = claim.Live.Path()
	}
	page.Address = claim.Path() + "/preview"
	return request.Render(c, http.StatusOK, site.Check(page))
}

// previewBar says that the page is not public, and leads back.
func previewBar(claim factcheck.Claim) *ui.BannerView {
	bar := &ui.BannerView{Title: "Preview: not public.", Text: "This is what readers would see if it were published now.",
		Links: []ui.Link{{Label: "Back to the claim", Href: claim.Path()}}}
	if claim.Live != nil {
		bar.Links = append(bar.Links, ui.Link{Label: "What is public now", Href: claim.Live.Path()})
	}
	return bar
}
