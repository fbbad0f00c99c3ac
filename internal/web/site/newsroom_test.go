package site_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/store/storetest"
	"claimdesk/internal/web"

	"github.com/PuerkitoBio/goquery"
)

const base = "https://desk.example"

// house is a newsroom of two with its server, and a clock that is set.
type house struct {
	*testing.T
	room             *newsroom.Room
	server           *httptest.Server
	reporter, editor factcheck.Actor
	now              time.Time
}

func open(t *testing.T) *house {
	t.Helper()
	h := &house{T: t, now: time.Date(2023, 9, 14, 9, 30, 0, 0, time.UTC)}
	log := slog.New(slog.DiscardHandler)
	var err error
	h.room, err = newsroom.Open(t.Context(), storetest.New(t), newsroom.Options{BaseURL: base, SiteName: "Example desk",
		Now: func() time.Time { return h.now }, Log: log})
	h.must(err)
	h.reporter, h.editor = h.person("reporter@desk.example", factcheck.Reporter), h.person("editor@desk.example", factcheck.Editor)
	address, err := url.Parse(base)
	h.must(err)
	h.server = httptest.NewServer(web.New(h.room, web.Options{BaseURL: address, Log: log}))
	t.Cleanup(h.server.Close)
	return h
}

func (h *house) must(err error) {
	h.Helper()
	if err != nil {
		h.Fatal(err)
	}
}

func (h *house) person(email string, role factcheck.Role) factcheck.Actor {
	h.Helper()
	name, _, _ := strings.Cut(email, "@")
	u, _, err := h.room.AddUser(h.Context(), factcheck.ByConsole(),
		factcheck.UserDraft{Email: email, Name: strings.ToUpper(name[:1]) + name[1:], Role: role}, "four quiet herons wade")
	h.must(err)
	return u.Actor()
}

// brief is the source of every check here.
const brief = `After the recall

The empty chair invites a simple story. The country is not pursuing a formal withdrawal; it is, in effect, freezing its part in the organisation.

Its representative was called home when his term came to an end.
`

const refuting = "The country is not pursuing a formal withdrawal"

func (h *house) source(access factcheck.Access) factcheck.Source {
	h.Helper()
	doc, err := ingest.Text([]byte(brief), "brief.txt")
	h.must(err)
	s, err := h.room.AddSource(h.Context(), h.reporter, factcheck.SourceDraft{Title: "After the recall", Publisher: "Institute of samples",
		URL: "https://institute.example/brief", PublishedOn: "2023-09-12", Access: access}, doc)
	h.must(err)
	return s
}

// written is a claim with quote, verdict and article, ready to be sent.
func (h *house) written(d factcheck.ClaimDraft, headline string, access factcheck.Access) factcheck.Claim {
	h.Helper()
	ctx := h.Context()
	source := h.source(access)
	claim, err := h.room.RecordClaim(ctx, h.reporter, d)
	h.must(err)
	_, _, err = h.room.AttachQuote(ctx, h.reporter, claim.ID, newsroom.Base{}, factcheck.EvidenceDraft{SourceID: source.ID, Exact: refuting, Stance: factcheck.Refutes})
	h.must(err)
	_, err = h.room.RuleOn(ctx, h.reporter, claim.ID, newsroom.Base{}, factcheck.VerdictDraft{Rating: factcheck.Misinterpreted,
		Explanation: "A pause is read as an exit.", Reasons: []factcheck.Reason{factcheck.Overstated},
		Misread: &factcheck.Misread{Kind: factcheck.MisreadSource, SourceID: source.ID}})
	h.must(err)
	claim, err = h.room.WriteArticle(ctx, h.reporter, claim.ID, newsroom.Base{}, factcheck.ArticleDraft{Headline: headline,
		Summary: "The brief says otherwise.", Body: "It is plain about it.[1] See [our ratings](/ratings)."})
	h.must(err)
	return claim
}

// publish takes a claim through review onto the site.
func (h *house) publish(id int64, o newsroom.Order) factcheck.Claim {
	h.Helper()
	ctx := h.Context()
	_, err := h.room.Submit(ctx, h.reporter, id, newsroom.Base{}, "")
	h.must(err)
	claim, err := h.room.ApproveAndPublish(ctx, h.editor, id, newsroom.Base{}, o)
	h.must(err)
	return claim
}

func seat() factcheck.ClaimDraft {
	return factcheck.ClaimDraft{Text: "The country is leaving the alliance", SaidOn: "2023-09-06", Topics: []string{"Armenia"},
		Appearances: []factcheck.AppearanceDraft{{Outlet: "A portal", URL: "https://portal.example/a", SeenOn: "2023-09-06"}}}
}

// published is a check on the site.
func (h *house) published(headline string) factcheck.Claim {
	h.Helper()
	return h.publish(h.written(seat(), headline, factcheck.ExcerptAccess).ID, newsroom.Order{})
}

// get asks the server; header pairs are sent along. Redirects are not followed.
func (h *house) get(path string, header ...string) *http.Response {
	h.Helper()
	return h.ask(http.MethodGet, path, header...)
}

func (h *house) ask(method, path string, header ...string) *http.Response {
	h.Helper()
	r, err := http.NewRequestWithContext(context.Background(), method, h.server.URL+path, nil)
	h.must(err)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Add(header[i], header[i+1])
	}
	res, err := h.server.Client().Transport.RoundTrip(r)
	h.must(err)
	h.Cleanup(func() { res.Body.Close() })
	return res
}

func (h *house) body(res *http.Response) string {
	h.Helper()
	b, err := io.ReadAll(res.Body)
	h.must(err)
	return string(b)
}

// page is a page that must be there.
func (h *house) page(path string) *goquery.Document {
	h.Helper()
	res := h.get(path)
	if res.StatusCode != http.StatusOK {
		h.Fatalf("%s answers %d", path, res.StatusCode)
	}
	doc, err := goquery.NewDocumentFromReader(res.Body)
	h.must(err)
	return doc
}

func text(doc *goquery.Document, selector string) string {
	return strings.Join(strings.Fields(doc.Find(selector).Text()), " ")
}
