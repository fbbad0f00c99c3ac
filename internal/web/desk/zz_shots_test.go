package desk_test

import (
	"net/http/httptest"
	"net/url"
	"os"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/browsertest"
)

func TestZZShots(t *testing.T) {
	d := openNewsdesk(t)
	server := httptest.NewUnstartedServer(d.server)
	server.Start()
	defer server.Close()
	raw, _ := os.ReadFile("/work/shared/briefs/rcds-armenia.txt")
	doc, err := ingest.Text(raw, "brief.txt")
	must(t, err)
	src, err := d.room.AddSource(t.Context(), d.actor(factcheck.Reporter), factcheck.SourceDraft{}, doc)
	must(t, err)
	c, err := d.room.RecordClaim(t.Context(), d.actor(factcheck.Reporter), factcheck.ClaimDraft{Text: "Armenia is leaving the CSTO", SourceID: src.ID, SaidOn: "2023-09-06", Topics: []string{"Armenia", "Security alliances"},
		Appearances: []factcheck.AppearanceDraft{{Outlet: "News portal", URL: "https://example.org/portal", SeenOn: "2023-09-06"}}, AssigneeID: d.users[factcheck.Editor].ID})
	must(t, err)
	d.reporter.form(c.Path()+"/evidence", url.Values{"source_id": {number(src.ID)}, "stance": {"refutes"}, "exact": {"Armenia is not pursuing formal withdrawal from the CSTO, but it is essentially freezing its membership"}}).shows(303)
	d.reporter.form(c.Path()+"/verdict", url.Values{"base": {"0"}, "rating": {"misinterpreted"}, "reasons.main": {"overstated"}, "misread.kind": {"source"}, "misread.source_id": {number(src.ID)}, "explanation": {"The brief says that membership is being frozen, not ended."}}).shows(303)
	d.reporter.form(c.Path()+"/article", url.Values{"base": {"0"}, "headline": {"Armenia’s seat at the CSTO is empty. It has not resigned."}, "summary": {"The brief says that membership is being frozen, not ended."}, "body": {d.now(c.ID).Begin().Body}}).shows(303)
	d.reporter.form(c.Path()+"/notes", url.Values{"note": {"Asked the ministry for a comment."}}).shows(303)
	d.reporter.form(c.Path()+"/submit", url.Values{}).shows(303)
	a := d.now(c.ID).Article
	d.editor.form(c.Path()+"/article", url.Values{"base": {number(a.ID)}, "headline": {a.Headline}, "slug": {a.Slug}, "summary": {"The brief says that membership is frozen, and not that it ends."}, "body": {a.Body}}).shows(303)
	d.room.AttachQuote(t.Context(), d.actor(factcheck.Reporter), d.claim("Everything is frozen.").ID, newsroom.Base{}, factcheck.EvidenceDraft{SourceID: src.ID, Stance: factcheck.Supports, Exact: "essentially freezing its membership"})
	second := d.ready("The second claim is ready.")
	b := browsertest.New(t)
	for _, o := range []struct {
		name string
		o    browsertest.Options
	}{{"1600", browsertest.Options{Width: 1600, Height: 1000}}, {"1280d", browsertest.Options{Width: 1280, Height: 900, Dark: true}}, {"390", browsertest.Options{Width: 390, Height: 844}}, {"nojs", browsertest.Options{Width: 1280, Height: 900, NoJS: true}}} {
		p := b.Page(t, o.o)
		p.Navigate(server.URL + "/desk/login")
		p.Fill("[name=email]", "editor@example.org")
		p.Fill("[name=password]", password)
		p.Follow("main button")
		for name, path := range map[string]string{"bench": c.Path(), "gate": c.Path() + "#gate", "find": c.Path() + "?in=CSTO", "preview": c.Path() + "/preview", "article": c.Path() + "/article", "edit": c.Path() + "/edit", "quote": c.Path() + "/quote?source=1&passage=2", "publish": c.Path() + "/return"} {
			if s := p.Navigate(server.URL + path); s != 200 {
				t.Errorf("%s: %d", path, s)
			}
			p.Screenshot("/tmp/a/out/real-" + name + "-" + o.name + ".png")
			if !o.o.NoJS {
				p.Axe(name + o.name)
			}
		}
	}
	_ = second
}
