package web

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// forReaders tells whether a route is no part of the desk.
func forReaders(path string) bool { return !strings.HasPrefix(path, "/desk") }

// searched asks every public address, and searches for every word.
func (v *vault) searched() {
	v.Helper()
	for _, path := range v.addresses(forReaders) {
		v.clean(path, v.ask(http.MethodGet, path, ""), secrets())
		v.clean("HEAD "+path, v.ask(http.MethodHead, path, ""), secrets())
	}
	for _, word := range []string{"kohlrabi", "Zirkonfalter", "Quittenverlag", "Nebelung", "hidden-drawer.example"} {
		for _, path := range []string{"/fact-checks?q=", "/api/v1/fact-checks?q="} {
			if w := v.ask(http.MethodGet, path+url.QueryEscape(word), ""); strings.Contains(w.Body.String(), "Never inspected") {
				v.Errorf("%s%s finds the check", path, word)
			}
		}
	}
	r, err := v.room.Verify(v.Context(), nil)
	v.must(err)
	report, err := json.Marshal(r)
	v.must(err)
	if !r.OK {
		v.Errorf("verify says %s", report)
	}
	v.cleanText("verify", string(report), secrets())
}

// shows looks that a reader is told what is to be told.
func (v *vault) shows(path string, words ...string) {
	v.Helper()
	w := v.ask(http.MethodGet, path, "")
	for _, word := range words {
		if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), word) {
			v.Errorf("%s answers %d without %q", path, w.Code, word)
		}
	}
}

func TestNothingOfAProtectedSourceReachesThePublic(t *testing.T) {
	for _, format := range []string{"text", "json"} {
		t.Run(format, func(t *testing.T) {
			v := newVault(t, format)
			s := v.source(factcheck.ProtectedAccess)
			v.publish(s.ID)
			v.searched()
			v.shows("/fact-checks/bridge", bridge, described, because, "primary source", "1 quote from 1 source", "stored copy that we do not show")
			v.shows("/evidence/1", bridge, described, because, "noindex", "you cannot check this quote yourself")
			v.shows("/evidence/1.json", bridge, described, `"source":{"id":"`+loopback+`/evidence/1"`)
			v.shows("/feed.xml", bridge, described)
			v.shows("/api/v1/fact-checks/bridge", bridge, described, because)
			v.work(s.ID)
			v.cleanText("the log", v.log.String(), secrets())
		})
	}
}

func TestASourceThatBecomesProtectedIsGoneFromWhatWasPublishedBefore(t *testing.T) {
	v := newVault(t, "text")
	s := v.source(factcheck.PublicAccess)
	v.publish(s.ID)
	v.shows("/evidence/1", "Zirkonfalter", "kohlrabi", "3 Feb 2019")
	v.shows("/evidence/1/text", "trombone")
	held := v.ask(http.MethodGet, "/fact-checks/bridge", "").Header().Get("ETag")
	v.now = v.now.AddDate(0, 0, 1)
	ctx, ani := t.Context(), v.people["ani"]
	_, _, err := v.room.AttachQuote(ctx, ani, v.claim.ID, newsroom.Base{}, factcheck.EvidenceDraft{SourceID: s.ID, Exact: "A trombone closes the bargain.", Stance: factcheck.Context})
	v.must(err)
	v.again(v.claim.ID, newsroom.Order{Class: factcheck.Update, Note: "One more quote."})
	_, err = v.room.RemoveEvidence(ctx, ani, v.claim.ID, 2, newsroom.Base{})
	v.must(err)
	v.again(v.claim.ID, newsroom.Order{Class: factcheck.Update, Note: "One quote less."})

	d := drawerDraft(factcheck.ProtectedAccess)
	d.Users = []int64{v.ids["bo"]}
	_, err = v.room.EditSource(ctx, ani, s.ID, s.Version, d)
	v.must(err)
	hidden := secrets()
	hidden = append(hidden[:4:4], hidden[5:]...) // the trombone is quoted in revision 2
	for _, path := range v.addresses(forReaders) {
		v.clean(path, v.ask(http.MethodGet, path, ""), hidden)
	}
	v.shows("/fact-checks/bridge/revisions/1", bridge, described, because)
	v.shows("/fact-checks/bridge/revisions/2", "A trombone closes the bargain.", described)
	v.shows("/evidence/2", "A trombone closes the bargain.", described)
	if w := v.ask(http.MethodGet, "/evidence/1/text", ""); w.Code != http.StatusNotFound {
		t.Errorf("the text answers %d", w.Code)
	}
	if w := v.ask(http.MethodGet, "/fact-checks/bridge", "", "If-None-Match", held); w.Code != http.StatusOK {
		t.Errorf("a reader who holds the page as it was is told %d", w.Code)
	}
	if r, err := v.room.Verify(ctx, nil); err != nil || !r.OK {
		t.Errorf("verify says %+v, %v", r.Faults, err)
	}
}

// work lets a named person use the source at the desk and through the API, so
// that its words pass through every part that logs.
func (v *vault) work(source int64) {
	v.Helper()
	token, _, err := v.room.AddToken(v.Context(), factcheck.ByConsole(), v.ids["ani"], "tests", 0)
	v.must(err)
	session, err := v.room.StartSession(v.Context(), v.ids["ani"])
	v.must(err)
	id := number(source)
	quoted := url.QueryEscape("In the marzipan season")
	for _, path := range []string{"/desk/sources/" + id + "?in=kohlrabi", "/desk/sources?q=Zirkonfalter", "/desk/claims?q=walrus",
		"/desk/claims/1/quote?source=" + id + "&passage=2&exact=" + quoted, "/desk/sources/" + id + "/quote?passage=2&exact=" + quoted,
		"/desk/claims/1?source=" + id + "&in=walrus", "/desk/sources/" + id + "/edit", "/desk/nowhere/Zirkonfalter"} {
		if w := v.ask(http.MethodGet, path, "", "Cookie", "claimdesk="+session); w.Code != http.StatusOK && w.Code != http.StatusNotFound {
			v.Errorf("%s answers %d", path, w.Code)
		}
	}
	for _, call := range [][2]string{{"/api/v1/sources", `{"title":"Zirkonfalter again","text":"kohlrabi","access":"protected","public_description":"Notes"}`},
		{"/api/v1/sources", `{"title":"Zirkonfalter","text":"kohlrabi","access":"protected"}`},
		{"/api/v1/claims/1/evidence", `{"source_id":` + id + `,"exact":"In the marzipan saison","stance":"refutes"}`},
		{"/api/v1/claims/1/evidence", `{"source_id":` + id + `,"exact":"marzipan","stance":"refutes","kohlrabi":1}`}, {"/api/v1/claims", `{"kohlrabi`}} {
		w := v.ask(http.MethodPost, call[0], call[1], "Authorization", "Bearer "+token, "Content-Type", "application/json", "Idempotency-Key", "kohlrabi "+call[1][:9])
		if w.Code >= http.StatusInternalServerError {
			v.Errorf("%s answers %d: %s", call[0], w.Code, w.Body)
		}
	}
	form := url.Values{"source_id": {id}, "exact": {"the walrus of kohlrabi"}, "stance": {"refutes"}}.Encode()
	v.ask(http.MethodPost, "/desk/claims/1/evidence", form, "Cookie", "claimdesk="+session, "Content-Type", "application/x-www-form-urlencoded", "Sec-Fetch-Site", "same-origin")
}
