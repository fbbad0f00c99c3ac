package desk_test

import (
	"archive/zip"
	"bytes"
	"net/http/httptest"
	"strings"
	"testing"

	"net/http"
	"net/url"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/newsroom"
)

func newsroomLog(family string) newsroom.LogFilter {
	return newsroom.LogFilter{Families: []string{family}}
}

// raw posts a form and gives the bytes as they came.
func (v *visitor) raw(path, fields string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, base+path, strings.NewReader(fields))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	for name, value := range v.cookies {
		r.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	w := httptest.NewRecorder()
	v.h.server.ServeHTTP(w, r)
	return w
}

func TestOnlyAnAdminExports(t *testing.T) {
	h := furnished(t)
	for _, role := range []factcheck.Role{factcheck.Reporter, factcheck.Editor} {
		h.as(role).get("/desk/export").shows(403)
		for _, what := range []string{"zip", "csv", "claimreview"} {
			h.as(role).post("/desk/export", "what", what).shows(403)
		}
	}
	admin := h.as(factcheck.Admin)
	admin.get("/desk/export").shows(200, "Download newsroom.zip", "protected sources")
	w := admin.raw("/desk/export", "what=zip")
	z, err := zip.NewReader(bytes.NewReader(w.Body.Bytes()), int64(w.Body.Len()))
	if err != nil || len(z.File) < 40 || w.Header().Get("Content-Disposition") != `attachment; filename="newsroom.zip"` {
		t.Errorf("it is %v, %v", w.Header(), err)
	}
	admin.post("/desk/export", "what", "everything").shows(422, "Choose what is to be exported")
	doc, err := ingest.Text([]byte("Nobody asked."), "")
	if err == nil {
		_, err = h.room.AddSource(t.Context(), h.users[factcheck.Reporter].Actor(), factcheck.SourceDraft{Title: "Zirkonfalter",
			Access: factcheck.ProtectedAccess, Description: "Notes", Because: "They would lose their work."}, doc)
	}
	if err != nil {
		t.Fatal(err)
	}
	admin.get("/desk/export").shows(200, "1 protected source that you are not named on").hides("Download newsroom.zip", "Zirkonfalter")
	admin.post("/desk/export", "what", "zip").shows(403, "Ask to be named").hides("Zirkonfalter")
}

func TestTheListOfClaimsIsASheet(t *testing.T) {
	h := furnished(t)
	for _, text := range []string{"=HYPERLINK(1)", "Said again"} {
		if _, err := h.room.RecordClaim(t.Context(), h.users[factcheck.Editor].Actor(), factcheck.ClaimDraft{Text: text}); err != nil {
			t.Fatal(err)
		}
	}
	v := h.as(factcheck.Reporter)
	v.get("/desk/claims.csv").shows(200, "id,status,text", "'=HYPERLINK(1)", "Said again")
	v.get("/desk/claims.csv?q="+url.QueryEscape("again")).shows(200, "Said again").hides("HYPERLINK")
}

func TestFiguresAreShownWithTheirTables(t *testing.T) {
	h := furnished(t)
	v := h.as(factcheck.Reporter)
	v.get("/desk/figures").shows(200, "Nothing to count yet")
	if _, err := h.room.RecordClaim(t.Context(), h.users[factcheck.Editor].Actor(), factcheck.ClaimDraft{Text: "Said"}); err != nil {
		t.Fatal(err)
	}
	v.get("/desk/figures").shows(200, `role="img"`, "Claims recorded", "1 claim", "None in these days.", "/desk/figures/weeks.csv?from=")
	v.get("/desk/figures/weeks.csv").shows(200, "Week from,New,Researching")
	v.get("/desk/figures/nothing.csv").shows(404)
	v.get("/desk/figures?from=2024-01-02&to=2024-01-01").shows(422, "The last day lies before the first")
	v.get("/desk/figures?from=x").shows(422, `value="x"`)
	v.get("/desk/figures?from=2001-01-01&to=2001-02-01").shows(200, "Nothing in these days")
}
