package desk

import (
	"context"
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"

	"github.com/labstack/echo/v4"
)

// appearanceRoutes adds what belongs to where a claim was seen.
func (d *Desk) appearanceRoutes(claim *echo.Group) {
	claim.POST("/appearances/:appearance/archived", d.findArchivedAppearance)
	claim.GET("/appearances/:appearance/archived", backToBench)
	claim.GET("/captures/:capture/file", d.captureFile)
}

// appearanceDrafts reads the rows in their order, one past the limit so that
// too many are refused and not dropped.
func appearanceDrafts(form request.Values) ([]factcheck.AppearanceDraft, error) {
	var rows []factcheck.AppearanceDraft
	for i := 0; i <= factcheck.MaxAppearances; i++ {
		name := "appearances." + strconv.Itoa(i) + "."
		if !form.Has(name+"url") && !form.Has(name+"outlet") {
			break
		}
		row := factcheck.AppearanceDraft{URL: form.Get(name + "url"), Outlet: form.Get(name + "outlet"),
			SeenOn: form.Get(name + "seen_on"), ArchivedURL: form.Get(name + "archived_url"), Said: form.Get(name + "said"),
			Text: form.Get(name + "text"), Plain: form.On(name + "plain"), CaptureID: form.Int(name + "capture_id")}
		if form.Has(name + "offer") { // the words as the post has them
			row.Said = form.Get(name + "offer")
		}
		if form.On(name + "drop") {
			row.CaptureID = 0
		}
		if form.Has(name + "file") {
			picture := factcheck.Upload{}
			var err error
			if picture.Bytes, picture.Name, err = form.File(name + "file"); err != nil {
				return nil, err
			}
			row.Picture = &picture
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// copies are what is kept of where a claim was seen, by id, as far as the
// draft keeps it.
func (d *Desk) copies(ctx context.Context, claim int64, draft factcheck.ClaimDraft) (map[int64]view.KeptCopy, error) {
	copies := map[int64]view.KeptCopy{}
	for _, a := range draft.Appearances {
		if claim == 0 || a.CaptureID == 0 {
			continue
		}
		kept, err := d.room.Capture(ctx, claim, a.CaptureID)
		if factcheck.KindOf(err) == factcheck.NotFound && err != nil {
			continue // saving says what is wrong
		}
		if err != nil {
			return nil, err
		}
		copies[kept.ID] = view.CopyOf(claim, kept)
	}
	return copies, nil
}

// captureFile answers with the picture of a post that was kept. It is somebody
// else's, and shown at the desk alone.
func (d *Desk) captureFile(c echo.Context) error {
	claim, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	capture, err := request.ID(c, "capture")
	if err != nil {
		return err
	}
	f, raw, err := d.room.CapturePicture(c.Request().Context(), claim, capture)
	if err != nil {
		return err
	}
	return request.File(c, "copy-"+idText(capture), f, raw)
}
