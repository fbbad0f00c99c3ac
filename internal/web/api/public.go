package api

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"net/url"
	"strconv"

	"github.com/danielgtaylor/huma/v2"
	"github.com/labstack/echo/v4"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/quote"
)

// checkQuery is what the list of published checks can be asked.
type checkQuery struct {
	Paged
	Query    string `query:"q" doc:"Words of claim, headline and summary: best first."`
	Topic    string `query:"topic" doc:"A topic's slug."`
	Rating   string `query:"rating" doc:"A rating's slug."`
	Claimant string `query:"claimant" doc:"A claimant's slug."`
	Language string `query:"language"`
}

type slugAsked struct {
	Slug string `path:"slug"`
}

type checkAnswer struct{ Body factCheck }

type checkList struct{ Body list[factCheck] }

type revisionList struct{ Body list[revision] }

// open describes a call that needs no token.
func open(path, id, summary string) huma.Operation {
	op := operation(http.MethodGet, path, id, summary)
	op.Security = nil
	return op
}

func (a *api) public(group *echo.Group) {
	add(a, open("/fact-checks", "list-fact-checks", "List what is published, the newest first"), a.listChecks)
	add(a, open("/fact-checks/{slug}", "get-fact-check", "One published check"), a.getCheck)
	add(a, open("/fact-checks/{slug}/revisions", "list-revisions", "All publications of a check, the newest first"), a.listRevisions)
	for _, path := range []string{"/fact-checks", "/fact-checks/:slug", "/fact-checks/:slug/revisions"} {
		group.OPTIONS(path, preflight)
	}
}

// shared lets the scripts of other sites read an answer, which may be kept but
// is asked for again.
func shared(c echo.Context) {
	h := c.Response().Header()
	h.Set(echo.HeaderAccessControlAllowOrigin, "*")
	h.Set(echo.HeaderAccessControlExposeHeaders, "ETag")
	h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	h.Set(echo.HeaderCacheControl, "public, no-cache")
}

// preflight answers a browser that asks whether it may send If-None-Match.
func preflight(c echo.Context) error {
	shared(c)
	h := c.Response().Header()
	h.Set(echo.HeaderAccessControlAllowMethods, "GET, HEAD")
	h.Set(echo.HeaderAccessControlAllowHeaders, "If-None-Match")
	h.Set(echo.HeaderAccessControlMaxAge, "86400")
	return c.NoContent(http.StatusNoContent)
}

// tag is the entity tag of an answer that everybody may read, made from its
// bytes.
func (k *call) tag() (tag string, open bool) {
	if k.echo.Response().Header().Get(echo.HeaderAccessControlAllowOrigin) == "" || k.status != http.StatusOK {
		return "", false
	}
	sum := sha256.Sum256(k.body.Bytes())
	return `"` + hex.EncodeToString(sum[:12]) + `"`, true
}

func (a *api) listChecks(ctx context.Context, _ *call, in *checkQuery) (*checkList, error) {
	size, err := in.size()
	if err != nil {
		return nil, err
	}
	texts := map[string]string{"q": in.Query, "topic": in.Topic, "claimant": in.Claimant, "language": in.Language, "cursor": in.Cursor}
	if err := clean(texts); err != nil {
		return nil, err
	}
	if err := a.choices(ctx, "", in.Rating); err != nil {
		return nil, err
	}
	found, err := a.room.Published(ctx, newsroom.PublicFilter{Query: in.Query, Topic: in.Topic, Rating: in.Rating,
		Claimant: in.Claimant, Language: in.Language, After: in.Cursor, Limit: size})
	if err != nil {
		return nil, err
	}
	return &checkList{page(found.Items, found.Next, a.brief)}, nil
}

func (a *api) getCheck(ctx context.Context, k *call, in *slugAsked) (*checkAnswer, error) {
	found, err := a.check(ctx, k, in.Slug, "")
	if err != nil {
		return nil, err
	}
	return &checkAnswer{a.whole(found)}, nil
}

// check is the live check at a slug; a former slug leads to the present one.
func (a *api) check(ctx context.Context, k *call, slug, below string) (newsroom.Check, error) {
	if factcheck.InvalidAt(slug) >= 0 {
		return newsroom.Check{}, factcheck.NoSuch("fact-check at this address")
	}
	found, err := a.room.Check(ctx, slug)
	var moved *newsroom.Moved
	if errors.As(err, &moved) {
		k.moved = a.room.URL(root + "/fact-checks/" + url.PathEscape(moved.Slug) + below)
	}
	return found, err
}

func (a *api) listRevisions(ctx context.Context, k *call, in *slugAsked) (*revisionList, error) {
	found, err := a.check(ctx, k, in.Slug, "/revisions")
	if err != nil {
		return nil, err
	}
	all, err := a.room.Revisions(ctx, found.Content.ClaimID)
	if err != nil {
		return nil, err
	}
	return &revisionList{page(all, "", func(r factcheck.Revision) revision { return a.revision(found.Live, r) })}, nil
}

func (a *api) revision(l factcheck.Live, r factcheck.Revision) revision {
	return revision{Revision: r.Number, URL: a.room.URL(l.Path() + "/revisions/" + strconv.Itoa(r.Number)), Class: string(r.Class),
		Note: r.Note, PublishedAt: r.At.UTC(), Hash: r.Hash, Headline: r.Content.Headline, Rating: ratingOf(r.Content.Rating), Live: r.Live}
}

func (a *api) publicEvidence(e factcheck.PublicEvidence) publicEvidence {
	return publicEvidence{ID: e.ID, URL: a.room.URL("/evidence/" + strconv.FormatInt(e.ID, 10)), SourceID: e.Source.ID,
		SnapshotID: e.Source.SnapshotID, Stance: string(e.Stance), Exact: e.Exact, Prefix: e.Prefix, Suffix: e.Suffix,
		Start: e.Start, End: e.End, Spans: page(e.Spans, "", func(s quote.Span) quote.Span { return s }).Items, Speaker: e.Speaker,
		Note: e.Note, Translation: e.Translation, Translator: e.Translator, Source: e.Source, Changed: changedOf(e.Changed)}
}
