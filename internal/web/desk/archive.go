package desk

import (
	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"

	"github.com/labstack/echo/v4"
)

// findArchivedAppearance looks up an archived copy of where a claim was seen.
// Whatever comes of it, the claim is shown again.
func (d *Desk) findArchivedAppearance(c echo.Context) error {
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	n, err := request.ID(c, "appearance")
	if err != nil {
		return err
	}
	base := form.Int("base")
	claim, err := d.room.FindArchivedAppearance(c.Request().Context(), request.Actor(c), id, int(n), newsroom.Base{Details: &base})
	if said := sentence(err); said != "" {
		return request.Done(c, factcheck.Claim{ID: id}.Path()+"#seen", said)
	}
	if err != nil {
		return err
	}
	return request.Done(c, claim.Path()+"#seen", "Archived copy found and kept.")
}

// findArchivedSource looks up an archived copy of a source's address. Whatever
// comes of it, the source is shown again.
func (d *Desk) findArchivedSource(c echo.Context) error {
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	s, err := d.room.FindArchivedSource(c.Request().Context(), request.Actor(c), id, form.Int("version"))
	if said := sentence(err); said != "" {
		return request.Done(c, sourcePath(id), said)
	}
	if err != nil {
		return err
	}
	return request.Done(c, sourcePath(s.ID), "Archived copy found and kept.")
}

// sentence is what is said where a look-up found nothing; "" when that is not
// why it ended.
func sentence(err error) string {
	e := factcheck.As(err)
	switch {
	case e == nil:
		return ""
	case e.Current != nil:
		return "Somebody has changed the claim meanwhile. Look once more."
	case len(e.Fields) > 0 && e.Kind == factcheck.Invalid:
		return e.Fields[0].Message
	case e.Kind == factcheck.Conflict, e.Kind == factcheck.NotFound, e.Kind == factcheck.TooMany:
		return e.Message
	}
	return ""
}

// backToSource answers whoever asks for an address that only takes forms.
func (d *Desk) backToSource(c echo.Context) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	return request.Done(c, sourcePath(id), "")
}
