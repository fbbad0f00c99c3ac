package newsroom

import (
	"context"
	"slices"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/prose"
	"claimdesk/internal/store"
)

// Exhibited is a claim with one of its exhibits, as an act on it has left them.
type Exhibited struct {
	Claim   factcheck.Claim
	Exhibit factcheck.Exhibit
}

// Veil takes out of the claim what the reader may not see.
func (x *Exhibited) Veil(by factcheck.Actor) { x.Claim.Veil(by) }

// AddExhibit puts a file beside a claim's quotes, as its last exhibit. It does
// not count until a second person has confirmed it. The same file stands on a
// claim once.
func (r *Room) AddExhibit(ctx context.Context, by factcheck.Actor, claim int64, b Base, d factcheck.ExhibitDraft, u Upload) (factcheck.Claim, factcheck.Exhibit, error) {
	if err := factcheck.Permit(by, factcheck.AddExhibit); err != nil {
		return factcheck.Claim{}, factcheck.Exhibit{}, err
	}
	d, wrong := d.Check()
	file, err := r.bring(ctx, u)
	if err = factcheck.Together(wrong, err); err != nil {
		return factcheck.Claim{}, factcheck.Exhibit{}, err
	}
	done, err := act(ctx, r, by, factcheck.AddExhibit, func(a *acting) (out Exhibited, err error) {
		var id int64
		out.Claim, err = a.change(ctx, claim, b, func(a *acting, c *factcheck.Claim) error {
			id, err = a.exhibit(ctx, c, d, file)
			return err
		})
		if err == nil {
			out.Exhibit = *out.Claim.Exhibit(id)
		}
		return out, err
	})
	return done.Claim, done.Exhibit, err
}

func (a *acting) exhibit(ctx context.Context, c *factcheck.Claim, d factcheck.ExhibitDraft, f brought) (int64, error) {
	for _, e := range c.Exhibits {
		if e.File.SHA256 == f.SHA256 {
			return 0, factcheck.Clash("This file is exhibit %s of the claim already.", e.Letter())
		}
	}
	if len(c.Exhibits) >= factcheck.MaxExhibits {
		return 0, factcheck.Clash("A claim takes at most %d exhibits. Remove one first.", factcheck.MaxExhibits)
	}
	kept, err := a.keepFile(ctx, f)
	if err != nil {
		return 0, err
	}
	e := factcheck.Exhibit{ClaimID: c.ID, Position: len(c.Exhibits) + 1, File: kept, CreatedBy: a.by.ID, CreatedAt: a.now}
	d.Kind = d.KindFor(kept)
	describe(&e, d)
	id, err := a.Tx.AddExhibit(ctx, e)
	e.ID = id
	c.Exhibits = append(c.Exhibits, e)
	return id, err
}

func describe(e *factcheck.Exhibit, d factcheck.ExhibitDraft) {
	e.Kind, e.Stance, e.Description, e.Origin, e.VouchedBy, e.Moment = d.Kind, d.Stance, d.Description, d.Origin, d.VouchedBy, d.Moment
}

// EditExhibit changes what is said of an exhibit; the file stays what it is.
// What was confirmed is to be confirmed anew. Saving the same words again
// changes nothing, unless they are somebody else's and wait for a second
// person: then whoever saves them stands for them.
func (r *Room) EditExhibit(ctx context.Context, by factcheck.Actor, claim, exhibit int64, b Base, d factcheck.ExhibitDraft) (factcheck.Claim, error) {
	return r.change(ctx, by, claim, b, factcheck.EditExhibit, func(a *acting, c *factcheck.Claim) error {
		e, err := exhibitOf(c, exhibit)
		if err != nil {
			return err
		}
		if d, err = d.Check(); err != nil {
			return err
		}
		d.Kind = d.KindFor(e.File)
		if d == e.Draft() && (e.Confirmed() || e.EditedBy == a.by.ID) {
			return errUnchanged
		}
		describe(e, d)
		e.ConfirmedBy, e.ConfirmedAt, e.EditedBy = 0, time.Time{}, a.by.ID
		return a.SetExhibit(ctx, *e)
	})
}

func exhibitOf(c *factcheck.Claim, id int64) (*factcheck.Exhibit, error) {
	if e := c.Exhibit(id); e != nil {
		return e, nil
	}
	return nil, factcheck.NoSuch("exhibit %d on claim %d", id, c.ID)
}

// MoveExhibit moves an exhibit one letter up or down. Marks in the article
// follow.
func (r *Room) MoveExhibit(ctx context.Context, by factcheck.Actor, claim, exhibit int64, up bool) (factcheck.Claim, error) {
	return r.change(ctx, by, claim, Base{}, factcheck.MoveExhibit, func(a *acting, c *factcheck.Claim) error {
		e, err := exhibitOf(c, exhibit)
		if err != nil {
			return err
		}
		if !shift(c.Exhibits, e.Position-1, up) {
			return errUnchanged
		}
		return a.reletter(ctx, c, map[int]int{})
	})
}

// RemoveExhibit takes an exhibit off the claim; what was published with it
// keeps it. The letters close up and the article's marks follow; those that
// refer to it become [0], which the gate shows as broken.
func (r *Room) RemoveExhibit(ctx context.Context, by factcheck.Actor, claim, exhibit int64, b Base) (factcheck.Claim, error) {
	return r.change(ctx, by, claim, b, factcheck.DropExhibit, func(a *acting, c *factcheck.Claim) error {
		e, err := exhibitOf(c, exhibit)
		if err != nil {
			return err
		}
		i := e.Position - 1
		if err := a.Tx.RemoveExhibit(ctx, exhibit, a.now); err != nil {
			return err
		}
		c.Exhibits = slices.Delete(c.Exhibits, i, i+1)
		return a.reletter(ctx, c, map[int]int{i + 1: 0})
	})
}

// reletter gives the exhibits their letters, in their present order, and the
// article's marks theirs. to holds where marks of removed ones lead.
func (a *acting) reletter(ctx context.Context, c *factcheck.Claim, to map[int]int) error {
	err := reorder(c.Exhibits, func(e *factcheck.Exhibit) *int { return &e.Position }, to,
		func(e factcheck.Exhibit) error { return a.SetExhibit(ctx, e) })
	if err != nil || c.Article == nil {
		return err
	}
	return a.rewrite(ctx, c, prose.Reletter(c.Article.Body, to))
}

// ConfirmExhibit is a second person's word that an exhibit is what it is said
// to be. It is Forbidden to who brought it in or described it last, and to the
// console. seen is the exhibit's Seal as it was looked at: when somebody has
// described it anew since, the act is a Conflict; "" does not ask.
//
// It costs no signature: whoever signed the claim had the exhibit before them.
func (r *Room) ConfirmExhibit(ctx context.Context, by factcheck.Actor, exhibit int64, b Base, seen string) (factcheck.Claim, factcheck.Exhibit, error) {
	done, err := act(ctx, r, by, factcheck.ConfirmExhibit, func(a *acting) (out Exhibited, err error) {
		e, err := a.Exhibit(ctx, exhibit)
		if err != nil {
			return out, err
		}
		if e.Position == 0 {
			return out, factcheck.NoSuch("exhibit %d", exhibit)
		}
		out.Claim, err = a.change(ctx, e.ClaimID, b, func(a *acting, c *factcheck.Claim) error {
			return a.confirm(ctx, c.Exhibit(exhibit), seen)
		})
		if err == nil {
			out.Exhibit = *out.Claim.Exhibit(exhibit)
		}
		return out, err
	})
	return done.Claim, done.Exhibit, err
}

func (a *acting) confirm(ctx context.Context, e *factcheck.Exhibit, seen string) error {
	s, err := a.Settings(ctx)
	if err != nil {
		return err
	}
	if err := e.MayConfirm(a.by.ID, s.FourEyes); err != nil {
		return err
	}
	if seen != "" && seen != e.Seal() {
		return factcheck.Clash("Exhibit %s was described anew while you looked at it. Look again, then confirm it.", e.Letter())
	}
	e.ConfirmedBy, e.ConfirmedAt = a.by.ID, a.now
	return a.SetExhibit(ctx, *e)
}

// Exhibit is an exhibit of a claim, for the desk. One that was removed is
// NotFound.
func (r *Room) Exhibit(ctx context.Context, id int64) (factcheck.Exhibit, error) {
	return read(ctx, r, func(q *store.Queries) (factcheck.Exhibit, error) {
		e, err := q.Exhibit(ctx, id)
		if err == nil && e.Position == 0 {
			err = factcheck.NoSuch("exhibit %d", id)
		}
		return e, err
	})
}

// ExhibitFile are the bytes of an exhibit as they came, for the desk.
func (r *Room) ExhibitFile(ctx context.Context, id int64) (factcheck.File, []byte, error) {
	return r.exhibitFile(ctx, id, func(q *store.Queries, f factcheck.File) ([]byte, error) { return q.FileBytes(ctx, f.ID) })
}

// ExhibitPicture is the copy that is shown of an exhibit's picture; NotFound
// when it is none.
func (r *Room) ExhibitPicture(ctx context.Context, id int64) (factcheck.File, []byte, error) {
	return r.exhibitFile(ctx, id, func(q *store.Queries, f factcheck.File) ([]byte, error) {
		if !f.Picture() {
			return nil, factcheck.NoSuch("picture of exhibit %d", id)
		}
		return q.FileCopy(ctx, f.ID)
	})
}

// PublicExhibitFile is what readers get of an exhibit: a picture's copy, any
// other file as it came. NotFound for one that was never published.
func (r *Room) PublicExhibitFile(ctx context.Context, id int64) (factcheck.File, []byte, error) {
	return r.exhibitFile(ctx, id, func(q *store.Queries, f factcheck.File) ([]byte, error) {
		if _, err := q.ExhibitRevision(ctx, id); err != nil {
			return nil, err
		}
		if f.Picture() {
			return q.FileCopy(ctx, f.ID)
		}
		return q.FileBytes(ctx, f.ID)
	})
}

func (r *Room) exhibitFile(ctx context.Context, id int64, bytes func(*store.Queries, factcheck.File) ([]byte, error)) (factcheck.File, []byte, error) {
	var raw []byte
	f, err := read(ctx, r, func(q *store.Queries) (factcheck.File, error) {
		e, err := q.Exhibit(ctx, id)
		if err != nil {
			return e.File, err
		}
		raw, err = bytes(q, e.File)
		return e.File, err
	})
	return f, raw, err
}
