package newsroom

import (
	"context"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/prose"
	"claimdesk/internal/store"
)

// Page is what was written for readers at an address of factcheck.PageKinds;
// without version and body when nobody ever wrote it, NotFound for another
// address.
func (r *Room) Page(ctx context.Context, slug string) (factcheck.Page, error) {
	if _, err := factcheck.PageKindOf(slug); err != nil {
		return factcheck.Page{}, err
	}
	return read(ctx, r, func(q *store.Queries) (factcheck.Page, error) { return page(ctx, q, slug) })
}

func page(ctx context.Context, q *store.Queries, slug string) (factcheck.Page, error) {
	p, err := q.Page(ctx, slug)
	if err != nil && factcheck.KindOf(err) == factcheck.NotFound {
		return factcheck.Page{Slug: slug}, nil
	}
	return p, err
}

// Pages are all pages of factcheck.PageKinds in their order, also those that
// nobody has written.
func (r *Room) Pages(ctx context.Context) ([]factcheck.Page, error) {
	stored, err := read(ctx, r, func(q *store.Queries) ([]factcheck.Page, error) { return q.Pages(ctx) })
	all := make([]factcheck.Page, len(factcheck.PageKinds))
	for i, kind := range factcheck.PageKinds {
		all[i].Slug = kind.Slug
		for _, p := range stored {
			if p.Slug == kind.Slug {
				all[i] = p
			}
		}
	}
	return all, err
}

// EmptyPages are those of factcheck.PageKinds that nobody has written, in their
// order.
func (r *Room) EmptyPages(ctx context.Context) ([]factcheck.PageKind, error) {
	pages, err := r.Pages(ctx)
	var empty []factcheck.PageKind
	for i, p := range pages {
		if !p.Written() {
			empty = append(empty, factcheck.PageKinds[i])
		}
	}
	return empty, err
}

// WritePage stores the Markdown of a page for readers; an empty body takes the
// page away. base is the version that the writer started from, 0 for none: a
// stale one is a Conflict. The same words again change nothing.
func (r *Room) WritePage(ctx context.Context, by factcheck.Actor, slug string, base int64, body string) (factcheck.Page, error) {
	if _, err := factcheck.PageKindOf(slug); err != nil {
		return factcheck.Page{}, err
	}
	body, err := factcheck.CheckPage(body)
	if err != nil {
		return factcheck.Page{}, err
	}
	if broken := prose.Check(body, 0); len(broken) > 0 {
		return factcheck.Page{}, factcheck.Wrong("body", "Mend the links: %s.", strings.Join(broken, ", "))
	}
	return act(ctx, r, by, factcheck.WritePage, func(a *acting) (factcheck.Page, error) {
		p, err := page(ctx, &a.Queries, slug)
		if err != nil {
			return p, err
		}
		if p.Version != base {
			return p, factcheck.Clash("Somebody saved before you. Look at both texts and choose.")
		}
		if p.Body == body {
			return p, nil
		}
		p.Version, p.Body, p.UserID, p.By, p.UpdatedAt = p.Version+1, body, a.by.ID, a.by.Name, a.now
		a.public = true
		if err := a.SetPage(ctx, p); err != nil {
			return p, err
		}
		return p, a.trace(ctx, "page", factcheck.PageNumber(slug), p.Version, p)
	})
}

// PublicPage is what readers find at an address of factcheck.PageKinds, as
// Markdown: the words of an admin or those that stand in for them. NotFound
// where there are none.
func (r *Room) PublicPage(ctx context.Context, slug string) (factcheck.Page, error) {
	p, err := r.Page(ctx, slug)
	if err != nil || p.Written() {
		return p, err
	}
	s, err := r.Settings(ctx)
	if err != nil {
		return p, err
	}
	body, stands := factcheck.DefaultPage(slug, s)
	if !stands {
		return p, factcheck.NoSuch("page at this address")
	}
	p.Body = body
	return p, nil
}

// PageHTML is a page as readers see it.
func PageHTML(body string) string { return prose.HTML(body, 0) }
