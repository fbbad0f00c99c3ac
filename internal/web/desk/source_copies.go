package desk

import (
	"context"
	"net/http"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// copyRoutes adds what is read of a source's older copies.
func (d *Desk) copyRoutes(g *echo.Group) {
	g.GET("/sources/:id/changes", d.compareCopies)
	g.GET("/sources/:id/snapshots/:n", d.sourceCopy)
	g.GET("/sources/:id/snapshots/:n/changes", d.changes)
	g.GET("/sources/:id/snapshots/:n/original", d.original)
	g.GET("/changed/:id", d.changed)
	g.POST("/changed/:id", d.decide)
}

// addressed are the source and the copy that an address names.
func addressed(c echo.Context) (source, snapshot int64, err error) {
	if source, err = request.ID(c, "id"); err != nil {
		return 0, 0, err
	}
	snapshot, err = request.ID(c, "n")
	return source, snapshot, err
}

// sourceCopies lists a source's copies beside the one that is on the page.
func (d *Desk) sourceCopies(ctx context.Context, by factcheck.Actor, s factcheck.Source) (view.CopiesView, error) {
	v := view.CopiesView{Source: s, Here: s.Snapshot.ID}
	all, err := d.room.Snapshots(ctx, by, s.ID)
	if err != nil {
		return v, err
	}
	users, err := d.room.Users(ctx)
	names := map[int64]string{}
	for _, u := range users {
		names[u.ID] = u.Name
	}
	for i, n := range all {
		c := view.CopyView{Snapshot: n, By: names[n.CreatedBy], Newest: i == 0}
		if i+1 < len(all) {
			c.Before = all[i+1].ID
		}
		v.List = append(v.List, c)
	}
	return v, err
}

// sourceCopy shows an older copy of a source. The newest is the source's own
// page.
func (d *Desk) sourceCopy(c echo.Context) error {
	ctx := c.Request().Context()
	id, snapshot, err := addressed(c)
	if err != nil {
		return err
	}
	path := copyPath(id, snapshot)
	if passage := positive(request.Query(c, "passage")); passage > 0 {
		at := number(passage)
		return request.Done(c, path+"?from="+at+"#p"+at, "")
	}
	reader, err := d.room.Copy(ctx, request.Actor(c), id, snapshot)
	if err != nil {
		return err
	}
	v := view.SourceView{Source: reader.Source}
	if v.Copies, err = d.sourceCopies(ctx, request.Actor(c), reader.Source); err != nil {
		return err
	}
	if v.Copies.List[0].ID == snapshot {
		return request.Done(c, sourcePath(id), "")
	}
	if v.Frame, err = d.frame(c, reader.Source.Title+" (older copy)", ui.RoomSources); err != nil {
		return err
	}
	if v.Rests, v.Named, err = d.sourceTies(c, reader.Source); err != nil {
		return err
	}
	showPart(&v, path, reader, request.Query(c, "in"), positive(request.Query(c, "from")))
	return request.Render(c, http.StatusOK, view.SourceCopy(v))
}

// original answers with a copy's bytes as they came, to be saved.
func (d *Desk) original(c echo.Context) error {
	id, snapshot, err := addressed(c)
	if err != nil {
		return err
	}
	n, raw, err := d.room.Original(c.Request().Context(), request.Actor(c), id, snapshot)
	if err != nil {
		return err
	}
	f := factcheck.File{Name: n.FileName, MediaType: n.MediaType, SHA256: n.SHA256, Size: n.Size}
	return request.Original(c, "source-"+number(id)+"-copy-"+number(snapshot), f, raw)
}

// compareCopies leads from the form to the comparison that was asked for, the
// older copy first.
func (d *Desk) compareCopies(c echo.Context) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	from, to := positive(request.Query(c, "from")), positive(request.Query(c, "to"))
	if from == 0 || to == 0 || from == to {
		return request.Done(c, sourcePath(id)+"#copies", "Choose two different copies.")
	}
	return request.Done(c, copyPath(id, max(from, to))+"/changes?from="+number(min(from, to)), "")
}

// changes shows what changed from one copy to another; without from, from the
// one before.
func (d *Desk) changes(c echo.Context) error {
	ctx, by := c.Request().Context(), request.Actor(c)
	id, to, err := addressed(c)
	if err != nil {
		return err
	}
	from := positive(request.Query(c, "from"))
	if from == 0 {
		if from, err = d.copyBefore(ctx, by, id, to); err != nil {
			return err
		}
	}
	compared, err := d.room.Compare(ctx, by, id, from, to)
	if err != nil {
		return err
	}
	v := view.CompareView{Source: compared.Source, From: compared.From, To: compared.To, Fates: view.FatesView{List: compared.Quotes, Decides: decides(c)}}
	v.Show(compared.Pairs, int(positive(request.Query(c, "part"))))
	if v.Frame, err = d.frame(c, "Changes of "+compared.Source.Title, ui.RoomSources); err != nil {
		return err
	}
	return request.Render(c, http.StatusOK, view.Compare(v))
}

func (d *Desk) copyBefore(ctx context.Context, by factcheck.Actor, source, snapshot int64) (int64, error) {
	all, err := d.room.Snapshots(ctx, by, source)
	for _, n := range all {
		if n.ID < snapshot {
			return n.ID, err
		}
	}
	if err == nil {
		err = factcheck.NoSuch("copy before this one")
	}
	return 0, err
}

// copyPath is the address of one of a source's copies.
func copyPath(source, snapshot int64) string {
	return sourcePath(source) + "/snapshots/" + number(snapshot)
}
