package desk_test

import (
	"bytes"
	"fmt"
	"html"
	"image"
	"image/png"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/newsroom"
)

const posted = "They say:\r\nThe seat “is empty” – for good."

// multi sends a form as the page does, with a screenshot of the first
// appearance unless shot is nil.
func (v *visitor) multi(path string, shot []byte, fields url.Values) answer {
	v.h.t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for name, values := range fields {
		for _, value := range values {
			must(v.h.t, w.WriteField(name, value))
		}
	}
	part, err := w.CreateFormFile("appearances.0.file", map[bool]string{true: "", false: "shot.png"}[shot == nil])
	must(v.h.t, err)
	_, err = part.Write(shot)
	must(v.h.t, err)
	must(v.h.t, w.Close())
	return v.send(http.MethodPost, path, w.FormDataContentType(), &body)
}

func screenshot(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	must(t, png.Encode(&out, image.NewGray(image.Rect(0, 0, 8, 6))))
	return append(out.Bytes(), "what the phone wrote"...)
}

// typedPost is the form of a claim that was seen in a post.
func typedPost(said string) url.Values {
	return url.Values{"text": {"The seat is empty"}, "appearances.0.outlet": {"A channel"}, "appearances.0.url": {"https://channel.example/1"},
		"appearances.0.said": {said}, "appearances.0.text": {posted}, "appearances.0.plain": {"yes"}, "appearances.1.outlet": {""}, "appearances.1.url": {""}}
}

func TestAPostIsKeptWithItsScreenshot(t *testing.T) {
	d := openNewsdesk(t)
	d.reporter.get("/desk/claims/new").shows(http.StatusOK, `enctype="multipart/form-data"`, `name="appearances.0.text"`, `name="appearances.0.file"`)
	d.reporter.multi("/desk/claims/new", screenshot(t), typedPost("The seat “is empty”")).leads("/desk/claims/1")
	c := d.now(1)
	kept := c.Appearances[0]
	if kept.Capture == nil || kept.Capture.File == nil || kept.Found == nil || !kept.Plain {
		t.Fatalf("kept %+v", kept)
	}
	picture := "/desk/claims/1/captures/" + number(kept.Capture.ID) + "/file"
	d.reporter.get("/desk/claims/1").shows(http.StatusOK, "Copy kept", picture, "the words were found in it")
	d.reporter.get("/desk/claims/1/edit").shows(http.StatusOK, picture, "The text as kept", "for good.</blockquote>",
		`name="appearances.0.capture_id" value="`+number(kept.Capture.ID)+`"`, "Keep this copy no longer")
	shown := d.reporter.get(picture)
	if shown.status != http.StatusOK || shown.header.Get("Content-Type") != "image/png" || strings.Contains(shown.body, "the phone wrote") || shown.header.Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("the screenshot is answered with %d, %v", shown.status, shown.header)
	}
	d.anybody().get(picture).leads("/desk/login?next=" + url.QueryEscape(picture))
	d.reporter.get("/desk/claims/1/captures/99/file").shows(http.StatusNotFound)

	again := typedPost("The seat “is empty”")
	again.Set("base", number(c.Details))
	again.Del("appearances.0.text")
	again.Set("appearances.0.capture_id", number(kept.Capture.ID))
	again.Set("topics", "Seats")
	d.reporter.multi("/desk/claims/1/edit", nil, again).leads("/desk/claims/1")
	if now := d.now(1).Appearances[0]; now.Capture == nil || now.Capture.ID != kept.Capture.ID || now.Found == nil {
		t.Errorf("after the claim was edited it is %+v", now)
	}
	again.Set("base", number(d.now(1).Details))
	again.Set("appearances.0.drop", "yes")
	d.reporter.multi("/desk/claims/1/edit", nil, again).leads("/desk/claims/1")
	if now := d.now(1).Appearances[0]; now.Capture != nil || now.Found != nil {
		t.Errorf("taken out it is %+v", now)
	}
}

func TestWordsThatThePostHasOtherwiseAreOfferedInIt(t *testing.T) {
	d := openNewsdesk(t)
	typed := typedPost(`The seat "is empty"`)
	p := d.reporter.multi("/desk/claims/new", screenshot(t), typed).shows(http.StatusUnprocessableEntity, "The post has it so.", "<mark>“</mark>is empty<mark>”</mark>",
		"letter for letter", "for good.</textarea>", "“shot.png” was not kept", `The seat "is empty"</textarea>`)
	_, rest, _ := strings.Cut(p.body, `name="appearances.0.offer" value="`)
	words, _, found := strings.Cut(rest, `"`)
	if first := strings.Index(p.body, "<button class=\"visually-hidden\""); !found || first < 0 || first > strings.Index(p.body, "appearances.0.offer") {
		t.Fatal("there is no button for it, or the Enter key would press it")
	}
	typed.Set("appearances.0.offer", html.UnescapeString(words))
	d.reporter.multi("/desk/claims/new", nil, typed).leads("/desk/claims/1")
	if a := d.now(1).Appearances[0]; a.Said != "The seat “is empty”" || a.Found == nil {
		t.Errorf("the words are %+v", a)
	}
	typed = typedPost("The seat was given away")
	d.reporter.multi("/desk/claims/new", nil, typed).shows(http.StatusUnprocessableEntity, "The post has it so.", "Save with these words")
	typed = typedPost("")
	d.reporter.multi("/desk/claims/new", []byte("no picture"), typed).shows(http.StatusUnprocessableEntity, "This is no picture", "for good.</textarea>")
}

func TestAConflictLosesNoCopy(t *testing.T) {
	d := openNewsdesk(t)
	d.reporter.multi("/desk/claims/new", nil, typedPost("")).leads("/desk/claims/1")
	c := d.now(1)
	theirs := c.Draft()
	theirs.Text, theirs.Appearances = "Theirs", append(theirs.Appearances, factcheck.AppearanceDraft{Outlet: "Another"})
	_, err := d.room.EditClaim(t.Context(), d.actor(factcheck.Editor), 1, newsroom.Base{}, theirs)
	must(t, err)
	mine := typedPost("")
	mine.Set("base", number(c.Details))
	mine.Set("text", "Mine")
	mine.Del("appearances.0.text")
	mine.Set("appearances.0.capture_id", number(c.Appearances[0].Capture.ID))
	d.reporter.multi("/desk/claims/1/edit", screenshot(t), mine).shows(http.StatusConflict, "choose it again",
		`name="yours.appearances.0.capture_id"`, `name="theirs.appearances.0.capture_id"`, `name="yours.appearances.0.plain"`)
	chosen := url.Values{"base": {number(d.now(1).Details)}, "pick.text": {"yours"}, "yours.text": {"Mine"}, "pick.appearances": {"theirs"},
		"theirs.appearances.0.outlet": {"A channel"}, "theirs.appearances.0.capture_id": {number(c.Appearances[0].Capture.ID)},
		"theirs.appearances.1.outlet": {"Another"}, "yours.appearances.0.outlet": {"A channel"}}
	d.reporter.form("/desk/claims/1/edit", chosen).leads("/desk/claims/1")
	if now := d.now(1); now.Text != "Mine" || len(now.Appearances) != 2 || now.Appearances[0].Capture == nil {
		t.Errorf("saved %+v", now.Appearances)
	}
}

func TestArchivedCopiesAreLookedForFromTheirPages(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.Contains(r.URL.Query().Get("url"), "nowhere") {
			fmt.Fprint(w, `{"archived_snapshots":{}}`)
			return
		}
		fmt.Fprintf(w, `{"archived_snapshots":{"closest":{"available":true,"url":"http://web.archive.org/web/1/%s","timestamp":"20230906070809","status":"200"}}}`, r.URL.Query().Get("url"))
	}))
	defer server.Close()
	h := hired(emptyBeside(t, server.URL))
	v := h.as(factcheck.Reporter)
	s, err := h.room.AddSource(t.Context(), h.users[factcheck.Reporter].Actor(), factcheck.SourceDraft{Title: "A brief", URL: "https://institute.example/brief"}, plain(t, recall))
	must(t, err)
	at := "/desk/sources/" + number(s.ID)
	v.get(at).shows(http.StatusOK, "Look for an archived copy")
	v.post(at+"/archived", "version", number(s.Version)).leads(at)
	v.get(at).shows(http.StatusOK, "Archived copy found and kept.", `href="https://web.archive.org/web/1/https://institute.example/brief"`).hides("Look for an archived copy")
	v.post(at + "/archived").leads(at)
	v.get(at).shows(http.StatusOK, "There is an archived copy already.")
	typed := typedPost("")
	typed.Set("appearances.1.url", "https://nowhere.example/")
	v.multi("/desk/claims/new", nil, typed).leads("/desk/claims/1")
	v.get("/desk/claims/1").shows(http.StatusOK, `action="/desk/claims/1/appearances/2/archived"`)
	for n, says := range map[string]string{"1": "Archived copy found and kept.", "2": "The Internet Archive has no copy of this address."} {
		c, err := h.room.Claim(t.Context(), factcheck.ByConsole(), 1)
		must(t, err)
		v.post("/desk/claims/1/appearances/"+n+"/archived", "base", number(c.Details)).leads("/desk/claims/1#seen")
		v.get("/desk/claims/1").shows(http.StatusOK, says)
	}
	c, err := h.room.Claim(t.Context(), factcheck.ByConsole(), 1)
	if must(t, err); c.Appearances[0].ArchivedURL != "https://web.archive.org/web/1/https://channel.example/1" || c.Appearances[0].Capture == nil || c.Appearances[1].ArchivedURL != "" {
		t.Errorf("the appearances are %+v", c.Appearances)
	}
	v.post("/desk/claims/1/appearances/1/archived", "base", "0").leads("/desk/claims/1#seen")
	v.get("/desk/claims/1").shows(http.StatusOK, "Look once more.")
}

// plain is a source's text as it is pasted.
func plain(t *testing.T, text string) *factcheck.Document {
	t.Helper()
	doc, err := ingest.Text([]byte(text), "")
	must(t, err)
	return doc
}
