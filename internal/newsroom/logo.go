package newsroom

import (
	"context"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// SetLogo makes a picture the newsroom's logo: PNG, JPEG or WebP, of at most
// factcheck.MaxLogo bytes. version is that of the settings that the admin saw:
// a stale one is a Conflict.
func (r *Room) SetLogo(ctx context.Context, by factcheck.Actor, version int64, u Upload) (factcheck.Settings, error) {
	if err := factcheck.Permit(by, factcheck.EditSettings); err != nil {
		return factcheck.Settings{}, err
	}
	if err := factcheck.CheckLogo(u); err != nil {
		return factcheck.Settings{}, err
	}
	file, err := r.bring(ctx, u)
	if err != nil {
		return factcheck.Settings{}, err
	}
	return r.changeLogo(ctx, by, version, func(a *acting) (int64, error) {
		kept, err := a.keepFile(ctx, file)
		return kept.ID, err
	})
}

// RemoveLogo puts the usual picture in the logo's place.
func (r *Room) RemoveLogo(ctx context.Context, by factcheck.Actor, version int64) (factcheck.Settings, error) {
	return r.changeLogo(ctx, by, version, func(*acting) (int64, error) { return 0, nil })
}

func (r *Room) changeLogo(ctx context.Context, by factcheck.Actor, version int64, do func(*acting) (int64, error)) (factcheck.Settings, error) {
	return act(ctx, r, by, factcheck.EditSettings, func(a *acting) (factcheck.Settings, error) {
		s, err := a.Settings(ctx)
		if err != nil {
			return s, err
		}
		if s.Version != version {
			return s, errSettings
		}
		id, err := do(a)
		if err != nil {
			return s, err
		}
		s.LogoID, s.Version, a.public = id, s.Version+1, true
		if err := a.SetSettings(ctx, s); err != nil {
			return s, err
		}
		return s, a.trace(ctx, "settings", 1, s.Version, s)
	})
}

// errSettings is the answer to whoever saves settings that were not the newest.
var errSettings = factcheck.Clash("Somebody else has changed the settings meanwhile. Look at them again.")

// Logo is the newsroom's logo as readers get it, NotFound when none was
// uploaded.
func (r *Room) Logo(ctx context.Context) (factcheck.File, []byte, error) {
	var raw []byte
	f, err := read(ctx, r, func(q *store.Queries) (factcheck.File, error) {
		s, err := q.Settings(ctx)
		if err != nil {
			return factcheck.File{}, err
		}
		if s.LogoID == 0 {
			return factcheck.File{}, factcheck.NoSuch("logo")
		}
		f, err := q.File(ctx, s.LogoID)
		if err != nil {
			return f, err
		}
		raw, err = q.FileCopy(ctx, s.LogoID)
		return f, err
	})
	return f, raw, err
}
