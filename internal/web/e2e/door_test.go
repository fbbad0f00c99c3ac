package e2e_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"claimdesk/internal/factcheck"
)

// door is a way into the newsroom for whoever wants something done with a
// claim. Each act gives the HTTP status with which it was answered; what was
// done counts as 200, however the door says so.
type door interface {
	// act sends, agrees or approves.
	act(who string, claim int64, act string) int
	// publish makes public; class is "" for the first time.
	publish(who string, claim int64, class, note string) int
	// rate gives a verdict of another rating.
	rate(who string, claim int64, rating string) int
	// mend changes the headline and nothing else.
	mend(who string, claim int64, headline string) int
}

// doors are the doors of a newsroom by their names.
func (f *furnished) doors() map[string]door {
	f.t.Helper()
	desk, api := &deskDoor{f, map[string]string{}}, &apiDoor{f, map[string]string{}}
	for who, user := range f.users {
		var err error
		desk.sessions[who], err = f.room.StartSession(f.t.Context(), user.ID)
		f.must(err)
		api.tokens[who], _, err = f.room.AddToken(f.t.Context(), factcheck.ByConsole(), user.ID, "tests", 0)
		f.must(err)
	}
	return map[string]door{"desk": desk, "api": api}
}

// send sends a request and gives its status; a redirect counts as done, and a
// server's error fails the test.
func (f *furnished) send(method, path string, header http.Header, body []byte) int {
	f.t.Helper()
	request, err := http.NewRequestWithContext(f.t.Context(), method, f.base+path, bytes.NewReader(body))
	f.must(err)
	request.Header = header
	answer, err := http.DefaultTransport.RoundTrip(request)
	f.must(err)
	defer answer.Body.Close()
	said, err := io.ReadAll(answer.Body)
	f.must(err)
	if answer.StatusCode >= 500 {
		f.t.Errorf("%s %s answers %d: %.500s", method, path, answer.StatusCode, said)
	}
	if answer.StatusCode == http.StatusSeeOther {
		return http.StatusOK
	}
	return answer.StatusCode
}

// deskDoor sends the forms of the desk as a browser does.
type deskDoor struct {
	*furnished
	sessions map[string]string
}

func (d *deskDoor) form(who string, claim int64, act string, fields url.Values) int {
	d.t.Helper()
	header := http.Header{"Content-Type": {"application/x-www-form-urlencoded"}, "Origin": {d.base}, "Cookie": {"claimdesk=" + d.sessions[who]}}
	return d.send(http.MethodPost, d.now(claim).Path()+"/"+act, header, []byte(fields.Encode()))
}

func (d *deskDoor) version(claim int64) url.Values {
	return url.Values{"version": {fmt.Sprint(d.now(claim).Version)}}
}

func (d *deskDoor) act(who string, claim int64, act string) int {
	d.t.Helper()
	return d.form(who, claim, act, d.version(claim))
}

func (d *deskDoor) publish(who string, claim int64, class, note string) int {
	d.t.Helper()
	fields := d.version(claim)
	fields.Set("class", class)
	fields.Set("note", note)
	return d.form(who, claim, "publish", fields)
}

func (d *deskDoor) rate(who string, claim int64, rating string) int {
	d.t.Helper()
	return d.form(who, claim, "verdict", url.Values{"base": {fmt.Sprint(d.now(claim).Verdict.ID)}, "rating": {rating}, "explanation": {explanation}})
}

func (d *deskDoor) mend(who string, claim int64, headline string) int {
	d.t.Helper()
	a := d.now(claim).Article
	return d.form(who, claim, "article", url.Values{"base": {fmt.Sprint(a.ID)}, "headline": {headline}, "slug": {a.Slug}, "summary": {a.Summary}, "body": {a.Body}})
}

// apiDoor calls the JSON API as programs do.
type apiDoor struct {
	*furnished
	tokens map[string]string
}

func (a *apiDoor) call(who, method string, claim int64, below string, body map[string]any) int {
	a.t.Helper()
	sent, err := json.Marshal(body)
	a.must(err)
	header := http.Header{"Content-Type": {"application/json"}, "Authorization": {"Bearer " + a.tokens[who]},
		"If-Match": {fmt.Sprintf(`"%d"`, a.now(claim).Version)}}
	return a.send(method, fmt.Sprintf("/api/v1/claims/%d/%s", claim, below), header, sent)
}

func (a *apiDoor) act(who string, claim int64, act string) int {
	a.t.Helper()
	return a.call(who, http.MethodPost, claim, act, map[string]any{})
}

func (a *apiDoor) publish(who string, claim int64, class, note string) int {
	a.t.Helper()
	body := map[string]any{"note": note}
	if class != "" {
		body["class"] = class
	}
	return a.call(who, http.MethodPost, claim, "publish", body)
}

func (a *apiDoor) rate(who string, claim int64, rating string) int {
	a.t.Helper()
	return a.call(who, http.MethodPut, claim, "verdict", map[string]any{"rating": rating, "explanation": explanation})
}

func (a *apiDoor) mend(who string, claim int64, headline string) int {
	a.t.Helper()
	now := a.now(claim).Article
	return a.call(who, http.MethodPut, claim, "article",
		map[string]any{"headline": headline, "slug": now.Slug, "summary": now.Summary, "body": now.Body})
}

// liveHeadline is the headline that readers see of a claim, "" for none.
func (f *furnished) liveHeadline(claim int64) string {
	f.t.Helper()
	live := f.now(claim).Live
	if live == nil {
		return ""
	}
	_, page, _ := strings.Cut(f.get(live.Path()), "<h1")
	_, page, _ = strings.Cut(page, ">")
	headline, _, _ := strings.Cut(page, "</h1>")
	return headline
}
