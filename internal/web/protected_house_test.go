package web

import (
	"bytes"
	"html"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/labstack/echo/v4"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/store/storetest"
)

// drawer is a document of which readers may know one sentence, the words
// quoted, and nothing else.
const drawer = `Prelude about kohlrabi

In the marzipan season the bridge was never inspected by any walrus of the ministry.

A trombone closes the bargain.
`

// What is quoted from the drawer, and what readers are told of it.
const (
	bridge    = "the bridge was never inspected"
	described = "Notes of a person who works there"
	because   = "The person would lose their work."
)

// taken is when the drawer came in; nothing else happens on that day.
var taken = time.Date(2019, 2, 3, 4, 5, 6, 0, time.UTC)

// secrets are what must not be found: words of the drawer that are not quoted,
// everything known of it, its hashes, the time of its copy.
func secrets() []string {
	hash := factcheck.HashOf([]byte(drawer))
	return []string{"kohlrabi", "marzipan", "walrus", "ministry", "trombone", "Zirkonfalter", "Quittenverlag", "Nebelung",
		"hidden-drawer.example", "attic.example", "Lampenfieber", "2018-11-12", "12 November 2018", "12 Nov 2018", hash, hash[:12],
		"2019-02-03", "3 February 2019", "3 Feb 2019", "04:05"}
}

func drawerDraft(access factcheck.Access) factcheck.SourceDraft {
	return factcheck.SourceDraft{Title: "Zirkonfalter ledger", Publisher: "Quittenverlag", Authors: []string{"Ottokar Nebelung"},
		URL: "https://hidden-drawer.example/ledger", PublishedOn: "2018-11-12", Language: "en", Kind: factcheck.Statement, Level: factcheck.Primary,
		Access: access, Interest: "The Lampenfieber fund pays for it.", ArchivedURL: "https://attic.example/ledger",
		Description: described, Because: because}
}

// vault is a newsroom with a protected source, and all that its server and its
// verbs wrote into the log. The second editor and the admin are not named on
// the source.
type vault struct {
	*testing.T
	room   *newsroom.Room
	e      *echo.Echo
	log    *bytes.Buffer
	now    time.Time
	people map[string]factcheck.Actor
	ids    map[string]int64
	claim  factcheck.Claim // published
}

// inFormat is how the log is written: "text" or "json".
func newVault(t *testing.T, inFormat string) *vault {
	t.Helper()
	v := &vault{T: t, log: &bytes.Buffer{}, now: taken.AddDate(0, -1, 0), people: map[string]factcheck.Actor{}, ids: map[string]int64{}}
	level := &slog.HandlerOptions{Level: slog.LevelDebug, ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey { // the machine's clock may say anything
			return slog.Attr{}
		}
		return a
	}}
	var handler slog.Handler = slog.NewTextHandler(v.log, level)
	if inFormat == "json" {
		handler = slog.NewJSONHandler(v.log, level)
	}
	log := slog.New(handler)
	address, err := url.Parse(loopback)
	v.must(err)
	v.room, err = newsroom.Open(t.Context(), storetest.New(t), newsroom.Options{BaseURL: loopback, SiteName: "Example desk", Log: log,
		Now: func() time.Time { return v.now }})
	v.must(err)
	v.e = New(v.room, Options{BaseURL: address, Log: log})
	for name, role := range map[string]factcheck.Role{"ani": factcheck.Reporter, "bo": factcheck.Editor, "cem": factcheck.Reporter,
		"dina": factcheck.Editor, "zoe": factcheck.Admin} {
		u, _, err := v.room.AddUser(t.Context(), factcheck.ByConsole(), factcheck.UserDraft{Email: name + "@check.example",
			Name: strings.ToUpper(name[:1]) + name[1:], Role: role}, password)
		v.must(err)
		v.people[name], v.ids[name] = u.Actor(), u.ID
	}
	return v
}

func (v *vault) must(err error) {
	v.Helper()
	if err != nil {
		v.Fatal(err)
	}
}

// source brings the drawer in on its day; later acts are years younger.
func (v *vault) source(access factcheck.Access) factcheck.Source {
	v.Helper()
	doc, err := ingest.Text([]byte(drawer), "zirkonfalter.txt")
	v.must(err)
	d := drawerDraft(access)
	if access == factcheck.ProtectedAccess {
		d.Users = []int64{v.ids["bo"]}
	}
	v.now = taken
	s, err := v.room.AddSource(v.Context(), v.people["ani"], d, doc)
	v.must(err)
	v.now = time.Date(2023, 9, 14, 12, 0, 0, 0, time.UTC)
	return s
}

// publish writes a check that says that the source was misread, and puts it on
// the site.
func (v *vault) publish(source int64) {
	v.Helper()
	ctx, ani, none := v.Context(), v.people["ani"], newsroom.Base{}
	c, err := v.room.RecordClaim(ctx, ani, factcheck.ClaimDraft{Text: "The bridge is inspected every year", SaidOn: "2018-09-06", SourceID: source,
		Topics: []string{"Bridges"}, Claimant: factcheck.ClaimantDraft{Name: "A. Speaker"}})
	v.must(err)
	_, _, err = v.room.AttachQuote(ctx, ani, c.ID, none, factcheck.EvidenceDraft{SourceID: source, Exact: bridge, Stance: factcheck.Refutes, Note: "Our note."})
	v.must(err)
	_, err = v.room.RuleOn(ctx, ani, c.ID, none, factcheck.VerdictDraft{Rating: factcheck.Misinterpreted, Explanation: "It says otherwise.",
		Reasons: []factcheck.Reason{factcheck.Overstated}, Misread: &factcheck.Misread{Kind: factcheck.MisreadSource, SourceID: source}})
	v.must(err)
	_, err = v.room.WriteArticle(ctx, ani, c.ID, none, factcheck.ArticleDraft{Headline: "Never inspected", Slug: "bridge", Summary: "It was not.", Body: "It was not.[1]"})
	v.must(err)
	v.claim = v.again(c.ID, newsroom.Order{})
}

// again sends the claim for review and publishes it.
func (v *vault) again(claim int64, o newsroom.Order) factcheck.Claim {
	v.Helper()
	_, err := v.room.Submit(v.Context(), v.people["ani"], claim, newsroom.Base{}, "")
	v.must(err)
	c, err := v.room.ApproveAndPublish(v.Context(), v.people["bo"], claim, newsroom.Base{}, o)
	v.must(err)
	return c
}

// ask sends a request; header pairs go along.
func (v *vault) ask(method, path, body string, header ...string) *httptest.ResponseRecorder {
	v.Helper()
	r := httptest.NewRequest(method, loopback+path, strings.NewReader(body))
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	v.e.ServeHTTP(w, r)
	return w
}

// clean fails when an answer holds one of the secrets, in its head or body.
func (v *vault) clean(what string, w *httptest.ResponseRecorder, hidden []string) {
	v.Helper()
	var head strings.Builder
	_ = w.Header().Write(&head)
	v.cleanText(what, head.String()+"\n"+w.Body.String(), hidden)
}

func (v *vault) cleanText(what, text string, hidden []string) {
	v.Helper()
	text = strings.ToLower(text + "\n" + html.UnescapeString(text))
	for _, secret := range hidden {
		if at := strings.Index(text, strings.ToLower(secret)); at >= 0 {
			v.Errorf("%s gives away %q: …%s…", what, secret, text[max(0, at-60):min(len(text), at+60)])
		}
	}
}

// addresses are those of every route that answers GET, with what can stand in
// place of its parameters here: for one that is not named, the first two ids.
func (v *vault) addresses(on func(path string) bool) []string {
	v.Helper()
	stands := map[string][]string{":slug": {"bridge", "bridges", "misinterpreted", "a-speaker"}, ":n": {"1", "2"}, ":token": {"nothing"},
		":id": {"1", "2", "1.json", "2.json"}, "*": nil}
	known := map[string]bool{}
	var all []string
	for _, route := range v.e.Routes() {
		if route.Method != http.MethodGet || !on(route.Path) || known[route.Path] {
			continue
		}
		known[route.Path] = true
		paths := []string{""}
		for _, part := range strings.Split(strings.TrimPrefix(route.Path, "/"), "/") {
			fill, is := stands[part]
			if !is && strings.HasPrefix(part, ":") {
				fill = []string{"1", "2"}
			} else if !is {
				fill = []string{part}
			}
			var longer []string
			for _, p := range paths {
				for _, f := range fill {
					longer = append(longer, p+"/"+f)
				}
			}
			paths = longer
		}
		all = append(all, paths...)
	}
	if len(all) < 10 {
		v.Fatalf("only %d addresses were found", len(all))
	}
	return all
}

func number(n int64) string { return strconv.FormatInt(n, 10) }
