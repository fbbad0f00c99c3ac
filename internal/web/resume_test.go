package web

import (
	"bytes"
	"mime/multipart"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// fromHere are the headers of a form that a page of ours sends.
var fromHere = []string{"Sec-Fetch-Site", "same-origin", "Cookie", "__Host-claimdesk=over"}

// formOf reads the fields of the first form on a page, and where it goes.
func formOf(t *testing.T, page *httptest.ResponseRecorder) (fields url.Values, action string) {
	t.Helper()
	document, err := goquery.NewDocumentFromReader(page.Body)
	if err != nil {
		t.Fatal(err)
	}
	form := document.Find("form").First()
	fields = url.Values{}
	form.Find("input").Each(func(_ int, input *goquery.Selection) {
		if name := input.AttrOr("name", ""); name != "" && input.AttrOr("type", "") != "file" {
			fields.Add(name, input.AttrOr("value", ""))
		}
	})
	return fields, form.AttrOr("action", "")
}

func TestWhatWasTypedOutlivesTheSession(t *testing.T) {
	h := open(t, https)
	typed := url.Values{"text": {"Երկիրը <b>\nclosed & \"quoted\"\n"}, "topics": {"one", "two"}, "email": {"of@somebody.else"}}
	asked := h.ask("POST", "/desk/claims/7?tab=text", typed.Encode(), fromHere...)
	want(t, asked, 401, "Your session has ended.", "What you typed is kept.")
	login, action := formOf(t, asked)

	login.Set("email", email)
	login.Set("password", "not the right one")
	asked = h.ask("POST", action, login.Encode(), fromHere...)
	want(t, asked, 401, "You are not logged in")
	if again, _ := formOf(t, asked); again.Get("email") != email || again.Get("password") != "" || again.Get("kept.text") != typed.Get("text") {
		t.Fatalf("the form came back as %v", again)
	}

	login.Set("password", password)
	back := h.ask("POST", action, login.Encode(), fromHere...)
	want(t, back, 200, "Send it again")
	cookie, _, _ := strings.Cut(back.Header().Get("Set-Cookie"), ";")
	fields, action := formOf(t, back)
	if fields.Encode() != typed.Encode() || action != "/desk/claims/7?tab=text" {
		t.Fatalf("to %s: %v", action, fields)
	}
	saved := h.ask("POST", action, fields.Encode(), "Sec-Fetch-Site", "same-origin", "Cookie", cookie)
	want(t, saved, 200, "saved "+typed.Get("text"))
}

func TestAFileHasToBeChosenAgain(t *testing.T) {
	h := open(t, https)
	var body bytes.Buffer
	parts := multipart.NewWriter(&body)
	if err := parts.WriteField("title", "Brief"); err != nil {
		t.Fatal(err)
	}
	file, err := parts.CreateFormFile("file", "brief.txt")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := file.Write([]byte("the text")); err != nil {
		t.Fatal(err)
	}
	if err := parts.Close(); err != nil {
		t.Fatal(err)
	}
	asked := h.ask("POST", "/desk/claims/7", body.String(), append(fromHere, "Content-Type", parts.FormDataContentType())...)
	login, action := formOf(t, asked)
	login.Set("email", email)
	login.Set("password", password)
	back := h.ask("POST", action, login.Encode(), fromHere...)
	want(t, back, 200, `type="file"`, `name="file"`, `enctype="multipart/form-data"`, `value="Brief"`, "Choose it once more")
}

func TestPasswordsAreNotWrittenIntoAPage(t *testing.T) {
	h := open(t, https)
	w := h.ask("POST", "/desk/claims/7", "new_password=open+sesame+now&text=x", fromHere...)
	want(t, w, 401, "could not be kept")
	lacks(t, w.Body.String(), "sesame")
}

func TestAnEmptyFormLeadsToThePlainLogIn(t *testing.T) {
	h := open(t, https)
	w := h.ask("POST", "/desk/claims/7", "", fromHere...)
	want(t, w, 303)
	if got := w.Header().Get("Location"); got != "/desk/login" {
		t.Errorf("leads to %q", got)
	}
}

func TestKeptFormsGoToTheDeskOnly(t *testing.T) {
	h := open(t, https)
	for _, path := range []string{"https://evil.example/", "//evil.example", `/\evil.example`, "javascript:alert(1)", "/page"} {
		form := url.Values{"kept-path": {path}, "kept.text": {"x"}, "email": {email}, "password": {password}}
		w := h.ask("POST", againPath, form.Encode(), "Sec-Fetch-Site", "same-origin")
		lacks(t, w.Body.String(), "evil", "javascript:", `action="/page"`)
	}
}
