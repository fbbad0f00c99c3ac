package newsroom

import (
	"context"
	"slices"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// Imprint is what every public page says of the newsroom.
type Imprint struct {
	Settings factcheck.Settings
	Logo     *factcheck.File      // nil: none was uploaded
	Pages    []factcheck.PageKind // that readers find something at, in their order
	// Tones is the newest version of the scale with a tone of the newsroom's own,
	// 0 for none.
	Tones int
}

// Has tells whether readers find something at a page.
func (i Imprint) Has(slug string) bool {
	return slices.ContainsFunc(i.Pages, func(k factcheck.PageKind) bool { return k.Slug == slug })
}

// Imprint reads it, with the name that the command line may have set.
func (r *Room) Imprint(ctx context.Context) (Imprint, error) {
	return read(ctx, r, func(q *store.Queries) (i Imprint, err error) {
		if i.Settings, err = q.Settings(ctx); err != nil {
			return i, err
		}
		if r.site != "" {
			i.Settings.SiteName = r.site
		}
		if id := i.Settings.LogoID; id != 0 {
			f, err := q.File(ctx, id)
			if err != nil {
				return i, err
			}
			i.Logo = &f
		}
		written, err := q.WrittenPages(ctx)
		if err != nil {
			return i, err
		}
		for _, kind := range factcheck.PageKinds {
			_, stands := factcheck.DefaultPage(kind.Slug, i.Settings)
			if stands || slices.Contains(written, kind.Slug) {
				i.Pages = append(i.Pages, kind)
			}
		}
		i.Tones, err = q.OwnTonesUpTo(ctx)
		return i, err
	})
}

// OwnTonesUpTo is the newest version of the scale that has a tone of the
// newsroom's own, 0 when none has.
func (r *Room) OwnTonesUpTo(ctx context.Context) (int, error) {
	return read(ctx, r, func(q *store.Queries) (int, error) { return q.OwnTonesUpTo(ctx) })
}

// OwnTones are the newsroom's own tones in all scales up to a version: pages
// keep the scale that they were published under. NotFound for a version that
// there is not.
func (r *Room) OwnTones(ctx context.Context, version int) ([]factcheck.Tone, error) {
	scales, err := r.Scales(ctx)
	if err != nil {
		return nil, err
	}
	if version < 1 || version > len(scales) {
		return nil, factcheck.NoSuch("scale %d", version)
	}
	return factcheck.OwnTones(scales[len(scales)-version:]), nil
}
