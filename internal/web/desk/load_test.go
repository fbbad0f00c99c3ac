package desk_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
)

const weekly = "Statement;Who;Date;Tags\nThe bridge is closed;Jo Example;2023-09-10;roads\n\"It rains; it pours\";;;\nThe bridge is closed!;;;\n"

// partner is a check of another newsroom, and one of our own.
const partner = `{"@type":"ClaimReview","url":"https://partner.example/1","claimReviewed":"The bridge is closed","author":{"name":"Partner"},"reviewRating":{"alternateName":"False"}}
{"@type":"ClaimReview","url":"` + base + `/fact-checks/x","claimReviewed":"It snows in July","author":{"name":"Us"},"reviewRating":{"alternateName":"True"}}
`

// loaded uploads a file and waits until it was looked at.
func (v *visitor) loaded(name, content string) string {
	v.h.t.Helper()
	a := v.upload("/desk/import", name, []byte(content))
	if a.status != http.StatusSeeOther {
		a.shows(http.StatusSeeOther)
		v.h.t.FailNow()
	}
	return a.location
}

func TestATableIsImportedWithAPreview(t *testing.T) {
	h := furnished(t)
	v := h.as(factcheck.Editor)
	v.get("/desk/claims").shows(200, `href="/desk/import"`)
	v.get("/desk/import").shows(200, "Look at the file")
	path := v.loaded("week.csv", weekly)
	v.get(path).shows(200, "week.csv", "3 records were read", "Import 2 claims", "What each column becomes", "said by <bdi>Jo Example", "on 2023-09-10",
		"the same as line 2", `<option value="claim" selected>Claim`, "It rains; it pours")
	v.get("/desk/import").shows(200, "waits for you to import it")
	v.post(path, "do", "look", "column", "claim", "column", "", "column", "", "column", "note").leads(path)
	v.get(path).shows(200, "note: roads", "going round").hides("said by")
	v.post(path, "do", "look", "column", "", "column", "", "column", "", "column", "").leads(path)
	v.get(path).shows(200, "No column holds the claim").hides("Import 2 claims")
	v.post(path, "do", "import", "column", "claim", "column", "claimant", "column", "said_on", "column", "topics").leads(path)
	v.get(path).shows(200, "Imported", "Claims recorded", `href="/desk/claims/1"`, `href="/desk/claims/2"`)
	v.get("/desk/claims").shows(200, "The bridge is closed", "It rains; it pours")
	v.get("/desk/log").shows(200, "imported", "a file of claims")
	v.get("/desk/claims/1").shows(200, "imported")
	v.post(path, "do", "import").shows(409, "was")
}

func TestAFileWithFaultsShowsThemByLine(t *testing.T) {
	v := furnished(t).as(factcheck.Editor)
	path := v.loaded("bad.csv", "claim,date\nOne,someday\nragged\n")
	v.get(path).shows(200, "2 things are wrong in the file, so nothing of it is imported", "Line 2, date: ", "Line 3: ", "year-month-day").hides("Import 1 claim")
	path = v.loaded("latin.csv", "claim\nCaf\xe9\n")
	v.get(path).shows(200, "The file cannot be imported", "Line 2 is not valid UTF-8 at byte 4")
	v.post(path + "/end").leads("/desk/import")
	v.get(path).shows(404)
	v.upload("/desk/import", "book.xlsx", []byte("PK\x03\x04xx")).shows(422, "ZIP archive")
	v.upload("/desk/import", "wide.csv", []byte("\xff\xfec\x00")).shows(422, "UTF-16")
	v.upload("/desk/import", "empty.csv", nil).shows(422, "The file is empty")
	v.post("/desk/import").shows(415)
	v.get("/desk/claims").shows(200, "No claims yet")
}

// endless is an upload of so many bytes that nobody has.
type endless struct{ left int }

func (e *endless) Read(p []byte) (int, error) {
	if e.left <= 0 {
		return 0, io.EOF
	}
	n := min(len(p), e.left)
	e.left -= n
	for i := range p[:n] {
		p[i] = 'x'
	}
	return n, nil
}

func TestAnUploadOfAGigabyteIsRefused(t *testing.T) {
	h := furnished(t)
	v := h.as(factcheck.Editor)
	for name, length := range map[string]int64{"that says so": 1 << 30, "that does not say so": -1} {
		body := &endless{1 << 30}
		begin := "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"large.csv\"\r\n\r\nclaim\n"
		r := httptest.NewRequest(http.MethodPost, base+"/desk/import", io.MultiReader(strings.NewReader(begin), body))
		r.ContentLength = length
		r.Header.Set("Content-Type", "multipart/form-data; boundary=x")
		r.Header.Set("Sec-Fetch-Site", "same-origin")
		r.Header.Set("Expect", "100-continue")
		r.AddCookie(&http.Cookie{Name: "claimdesk", Value: v.cookies["claimdesk"]})
		w := httptest.NewRecorder()
		h.server.ServeHTTP(w, r)
		if w.Code != http.StatusRequestEntityTooLarge && w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "larger than 100 MB") && !strings.Contains(w.Body.String(), "too large") {
			t.Errorf("one %s answers %d: %.300s", name, w.Code, w.Body)
		}
		if read := 1<<30 - body.left; read > factcheck.MaxLoadBytes+2<<20 || length > 0 && read > 0 {
			t.Errorf("%d bytes of one %s were read", read, name)
		}
	}
	v.get("/desk/import").shows(200).hides("large.csv")
}

func TestChecksOfOthersAreImportedAndLeanedOn(t *testing.T) {
	h := furnished(t)
	v := h.as(factcheck.Editor)
	v.get("/desk/elsewhere").shows(200, "No checks of other newsrooms yet", `href="/desk/import"`)
	path := v.loaded("partner.jsonl", partner)
	v.get(path).shows(200, "Import 1 claim, 1 new check of others", "Our own:", "Checked elsewhere by <bdi>Partner")
	v.post(path, "do", "import").leads(path)
	v.get(path).shows(200, "New checks of others", `href="/desk/elsewhere"`)
	v.get("/desk/elsewhere?q=BRIDGE&site=partner.example").shows(200, "“The bridge is closed”", "False", "Partner")
	v.get("/desk/elsewhere?q=nothing").shows(200, "Nothing found")
	v.get("/desk/elsewhere/1").shows(200, "https://partner.example/1", "None yet.", "As it was imported")
	v.get("/desk/elsewhere/9").shows(404)
	w := h.as(factcheck.Reporter)
	w.post("/desk/elsewhere/1/lean", "claim", "x").shows(422, "Write the number of a claim")
	w.post("/desk/elsewhere/1/lean", "claim", "99").shows(422, "no claim with this number")
	w.post("/desk/elsewhere/1/lean", "claim", "#1").leads("/desk/elsewhere/1")
	w.get("/desk/elsewhere/1").shows(200, "It snows in July", "No longer")
	w.get("/desk/claims/1").shows(200, "Checked elsewhere", "This claim leans on these checks", "leaned on another newsroom’s check")
	path = v.loaded("partner.jsonl", strings.Replace(partner, "False", "Half true", 1))
	v.get(path).shows(200, "Import 1 changed check", "1 claim leans on what changes")
	v.post(path, "do", "import").leads(path)
	v.get("/desk").shows(200, "Partner has changed its check: the rating was “False” and is “Half true”")
	w.post("/desk/elsewhere/1/leave", "claim", "1", "bench", "yes").leads("/desk/claims/1#elsewhere")
	w.get("/desk/elsewhere/1").shows(200, "None yet.", "version 2")
}

func TestWhoMayImport(t *testing.T) {
	h := furnished(t)
	path := h.as(factcheck.Editor).loaded("week.csv", weekly)
	reporter, admin := h.as(factcheck.Reporter), h.as(factcheck.Admin)
	reporter.get("/desk/import").shows(403)
	reporter.get(path).shows(403)
	reporter.post(path, "do", "import").shows(403)
	reporter.upload("/desk/import", "week.csv", []byte(weekly)).shows(403)
	reporter.get("/desk/elsewhere").shows(200).hides(`href="/desk/import"`)
	reporter.get("/desk/claims").shows(200).hides(`href="/desk/import"`)
	admin.get("/desk/import").shows(200).hides("week.csv")
	admin.get(path).shows(404)
	admin.post(path + "/end").leads("/desk/import")
	h.as(factcheck.Editor).get(path).shows(200, "Import 2 claims")
	if a := h.anybody().get("/desk/import"); a.status != http.StatusSeeOther {
		t.Errorf("without a log-in: %d", a.status)
	}
}
