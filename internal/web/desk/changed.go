package desk

import (
	"net/http"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// changed shows what became of a quote in a newer copy of its source.
func (d *Desk) changed(c echo.Context) error {
	quoted, err := d.changedQuote(c)
	if err != nil {
		return err
	}
	v := view.ChangedView{Changed: quoted, Note: quoted.Note, Version: quoted.Version}
	if v.Note == "" {
		v.Note = offeredNote(quoted)
	}
	return d.showChanged(c, http.StatusOK, v)
}

func (d *Desk) changedQuote(c echo.Context) (factcheck.ChangedQuote, error) {
	id, err := request.ID(c, "id")
	if err != nil {
		return factcheck.ChangedQuote{}, err
	}
	return d.room.ChangedQuote(c.Request().Context(), request.Actor(c), id)
}

// decides tells whether whoever asks may decide what readers are told of sources
// that have changed.
func decides(c echo.Context) bool {
	return factcheck.Permitted(request.User(c).Role, factcheck.DecideFate)
}

func (d *Desk) showChanged(c echo.Context, status int, v view.ChangedView) error {
	v.Editor = decides(c)
	users, err := d.room.Users(c.Request().Context())
	if err != nil {
		return err
	}
	for _, u := range users {
		if u.ID == v.Changed.DecidedBy {
			v.By = u.Name
		}
	}
	title := "A source that changed: claim " + number(v.Changed.Evidence.ClaimID)
	if len(v.Problems) > 0 {
		title = "Error: " + title
	}
	if v.Frame, err = d.frame(c, title, ui.RoomWork); err != nil {
		return err
	}
	return request.Render(c, status, view.Changed(v))
}

// decide tells readers that a source has changed, or settles that they need not
// know.
func (d *Desk) decide(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	quoted, err := d.changedQuote(c)
	if err != nil {
		return err
	}
	version := form.Int("version")
	draft := factcheck.FateDraft{Tell: form.Get("do") == "tell", Note: form.Get("note"), Version: &version}
	if do := form.Get("do"); do != "tell" && do != "settle" {
		return factcheck.Wrong("do", "Say whether readers are told: do is tell or settle.")
	}
	told, err := d.room.DecideFate(c.Request().Context(), request.Actor(c), quoted.ID, draft)
	if refusal := factcheck.As(err); refusal != nil && (refusal.Kind == factcheck.Invalid || refusal.Kind == factcheck.Conflict) {
		return d.undecided(c, quoted, form.Get("note"), refusal)
	}
	if err != nil {
		return err
	}
	return request.Done(c, benchPath(told.Evidence.ClaimID, 0)+"#e"+number(told.EvidenceID), decidedNotice(told))
}

func decidedNotice(c factcheck.ChangedQuote) string {
	switch {
	case c.State != factcheck.FateTold:
		return "Settled: readers are not told."
	case c.Public && c.Evidence.Source.Access != factcheck.ProtectedAccess:
		return "Readers are told now."
	}
	return "The note is kept. Readers see it once the quote is public."
}

// undecided shows the form again with what was typed, and what stands now.
func (d *Desk) undecided(c echo.Context, quoted factcheck.ChangedQuote, note string, refusal *factcheck.Error) error {
	v := view.ChangedView{Changed: quoted, Note: note, Version: quoted.Version, Problems: refusal.Fields}
	if refusal.Kind == factcheck.Invalid {
		return d.showChanged(c, http.StatusUnprocessableEntity, v)
	}
	v.Problems = []factcheck.Problem{{Message: refusal.Message}}
	return d.showChanged(c, http.StatusConflict, v)
}

// offeredNote is what readers could be told: only what is surely so.
func offeredNote(c factcheck.ChangedQuote) string {
	day := ui.LongDateText(c.At)
	if c.AmongOthers() {
		return "On " + day + " it held these words among others than before."
	}
	return "On " + day + " it no longer held these words."
}
