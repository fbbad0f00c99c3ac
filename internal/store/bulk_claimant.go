package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"time"

	"claimdesk/internal/factcheck"
)

// WhoKey tells claimants apart by name and kind.
type WhoKey struct {
	Folded string // the name in small letters
	Kind   factcheck.ClaimantKind
}

// KeyOf is the key of a claimant.
func KeyOf(m factcheck.Claimant) WhoKey { return WhoKey{strings.ToLower(m.Name), m.Kind} }

// Claimants does for many what Claimant does for one, but for the addresses of
// those that are known: these stay as they are. It gives their ids.
func (tx *Tx) Claimants(ctx context.Context, wanted map[WhoKey]factcheck.Claimant, now time.Time) (map[WhoKey]int64, error) {
	keys := make([]WhoKey, 0, len(wanted))
	for k := range wanted {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b WhoKey) int { return strings.Compare(a.Folded+string(a.Kind), b.Folded+string(b.Kind)) })
	found, err := tx.knownClaimants(ctx, keys)
	if err != nil {
		return nil, err
	}
	last, err := one(ctx, tx.db, nil, number, `SELECT COALESCE(max(id), 0) FROM claimants`)
	if err != nil {
		return nil, err
	}
	var fresh []factcheck.Claimant
	for _, k := range keys {
		if found[k] == 0 {
			m := wanted[k]
			last++
			m.ID, found[k] = last, last
			fresh = append(fresh, m)
		}
	}
	if err := tx.slugs(ctx, fresh); err != nil {
		return nil, err
	}
	return found, bulk(ctx, tx, `INSERT INTO claimants (id, slug, name, folded, kind, same_as, created_at)`, "", fresh, func(m factcheck.Claimant) []any {
		return []any{m.ID, m.Slug, m.Name, strings.ToLower(m.Name), m.Kind, asJSON(m.SameAs), millis(now)}
	})
}

func (tx *Tx) knownClaimants(ctx context.Context, keys []WhoKey) (map[WhoKey]int64, error) {
	found := map[WhoKey]int64{}
	for part := range slices.Chunk(keys, lookedUp) {
		args := make([]any, len(part))
		for i, k := range part {
			args[i] = k.Folded
		}
		err := each(ctx, tx.db, args, func(rows *sql.Rows) error {
			var k WhoKey
			var id int64
			if err := rows.Scan(&k.Folded, &k.Kind, &id); err != nil {
				return err
			}
			if found[k] == 0 {
				found[k] = id
			}
			return nil
		}, `SELECT folded, kind, COALESCE(merged_into, id) FROM claimants WHERE folded IN `+rowsOf(1, len(part))+`
			ORDER BY merged_into IS NOT NULL, id`)
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

// slugs gives new claimants their slugs. Where one is taken it gets the lowest
// number that is free, without asking anew for each.
func (tx *Tx) slugs(ctx context.Context, fresh []factcheck.Claimant) error {
	all := map[string]*series{}
	used := map[string]bool{}
	for i := range fresh {
		base := factcheck.Slug(fresh[i].Name)
		if fresh[i].Kind == factcheck.PrivatePerson {
			base = "private-person"
		}
		if base == "" {
			base = "claimant"
		}
		if all[base] == nil {
			taken, err := tx.takenSlugs(ctx, base)
			if err != nil {
				return err
			}
			all[base] = &series{base: base, taken: taken, n: 1}
		}
		slug := all[base].next()
		for used[slug] {
			slug = all[base].next()
		}
		used[slug], fresh[i].Slug = true, slug
	}
	return nil
}

// series are the slugs that begin alike: the base, and the base with numbers.
type series struct {
	base  string
	taken map[string]bool
	n     int // 1 is the base itself
}

func (s *series) next() string {
	for {
		slug := s.base
		if s.n > 1 {
			slug = factcheck.NextSlug(s.base, s.n)
		}
		if s.n++; !s.taken[slug] {
			return slug
		}
	}
}

// takenSlugs are those that begin with a base, of claimants now and before.
func (tx *Tx) takenSlugs(ctx context.Context, base string) (map[string]bool, error) {
	all, err := list(ctx, tx.db, word, `
		SELECT slug FROM claimants WHERE slug = $1 OR slug > $2 AND slug < $3
		UNION SELECT slug FROM claimant_slugs WHERE slug = $1 OR slug > $2 AND slug < $3`, base, base+"-", base+".")
	taken := make(map[string]bool, len(all))
	for _, slug := range all {
		taken[slug] = true
	}
	return taken, err
}
