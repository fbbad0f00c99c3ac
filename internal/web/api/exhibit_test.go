package api_test

import (
	"bytes"
	"image"
	"image/png"
	"mime/multipart"
	"net/http"
	"strconv"
	"strings"
	"testing"
)

// seat is a picture that no other is like.
func seat(t *testing.T, shade byte) []byte {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, 8, 6))
	img.Pix[0] = shade
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return append(out.Bytes(), "what the camera wrote"...)
}

// described are the fields that every exhibit needs.
var described = m{"description": "The seat, empty.", "stance": "refutes", "origin": "Taken by us", "vouched_by": "The reporter"}

// upload sends a form with a file and text fields to an address of the API.
func (h *house) upload(who, path, name string, file []byte, fields m, headers ...string) answer {
	h.t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	if err := w.SetBoundary("between-the-parts"); err != nil {
		h.t.Fatal(err)
	}
	for _, field := range []string{"description", "stance", "origin", "vouched_by", "kind", "moment", "title"} {
		if value, ok := fields[field].(string); ok {
			if err := w.WriteField(field, value); err != nil {
				h.t.Fatal(err)
			}
		}
	}
	if file != nil {
		part, err := w.CreateFormFile("file", name)
		if err == nil {
			_, err = part.Write(file)
		}
		if err != nil {
			h.t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		h.t.Fatal(err)
	}
	return h.ask(who, http.MethodPost, path, body.String(), append([]string{"Content-Type", w.FormDataContentType()}, headers...)...)
}

func number(id int64) string { return strconv.FormatInt(id, 10) }

func TestAnExhibitIsAddedAndConfirmedByASecondPerson(t *testing.T) {
	h := open(t)
	id := h.claim("The seat is empty")
	file := seat(t, 1)
	e := h.upload("reporter", path(id, "/exhibits"), "seat.png", file, described).want(http.StatusCreated)
	if e.string("letter") != "A" || e.string("kind") != "other" || e.at("confirmed") != false || e.string("file", "name") != "seat.png" ||
		e.string("file", "media_type") != "image/png" || len(e.string("file", "sha256")) != 64 || e.int("file", "size") != int64(len(file)) || e.int("claim_version") != 2 {
		t.Errorf("the exhibit: %s", e.text)
	}
	confirm := "exhibits/" + number(e.int("id")) + "/confirm"
	h.ask("", http.MethodPost, confirm, nil).want(http.StatusUnauthorized)
	h.ask("reporter", http.MethodPost, confirm, nil).want(http.StatusForbidden)
	h.ask("editor", http.MethodPost, confirm, nil, "If-Match", `"1"`).want(http.StatusConflict)
	done := h.ask("editor", http.MethodPost, confirm, nil, "If-Match", `"2"`, "Idempotency-Key", "k").want(http.StatusOK)
	if done.at("confirmed") != true || done.string("confirmed_by") != "editor" || done.int("claim_id") != id || done.int("claim_version") != 3 {
		t.Errorf("confirmed: %s", done.text)
	}
	if again := h.ask("editor", http.MethodPost, confirm, nil, "If-Match", `"2"`, "Idempotency-Key", "k").want(http.StatusOK); again.text != done.text {
		t.Errorf("sent again: %s", again.text)
	}
	h.ask("second", http.MethodPost, confirm, nil).want(http.StatusConflict)
	claim := h.ask("reporter", http.MethodGet, path(id, ""), nil).want(http.StatusOK)
	if claim.at("exhibits", 0, "confirmed") != true || claim.string("exhibits", 0, "vouched_by") != "The reporter" || claim.string("status") != "researching" {
		t.Errorf("the claim: %s", claim.text)
	}
	raw := h.ask("editor", http.MethodGet, "exhibits/"+number(e.int("id"))+"/file", nil).want(http.StatusOK)
	if raw.text != string(file) || raw.header.Get("Content-Type") != "image/png" || raw.header.Get("Content-Disposition") != "attachment; filename=seat.png" {
		t.Errorf("the file: %v", raw.header)
	}
	h.ask("", http.MethodGet, "exhibits/"+number(e.int("id"))+"/file", nil).want(http.StatusUnauthorized)
	h.ask("editor", http.MethodPost, "exhibits/99/confirm", nil).want(http.StatusNotFound)
	h.ask("reporter", http.MethodDelete, path(id, "/exhibits/"+number(e.int("id"))), nil).want(http.StatusNoContent)
	h.ask("reporter", http.MethodDelete, path(id, "/exhibits/"+number(e.int("id"))), nil).want(http.StatusNotFound)
	h.ask("editor", http.MethodGet, "exhibits/"+number(e.int("id"))+"/file", nil).want(http.StatusNotFound)
}

func TestTheSameCallAddsAnExhibitOnce(t *testing.T) {
	h := open(t)
	id := h.claim("The seat is empty")
	first := h.upload("reporter", path(id, "/exhibits"), "seat.png", seat(t, 1), described, "Idempotency-Key", "once").want(http.StatusCreated)
	if again := h.upload("reporter", path(id, "/exhibits"), "seat.png", seat(t, 1), described, "Idempotency-Key", "once").want(http.StatusCreated); again.text != first.text {
		t.Errorf("sent again: %s", again.text)
	}
	h.upload("reporter", path(id, "/exhibits"), "seat.png", seat(t, 2), described, "Idempotency-Key", "once").want(http.StatusUnprocessableEntity).names("Idempotency-Key", "another call")
	h.upload("reporter", path(id, "/exhibits"), "seat.png", seat(t, 1), described).want(http.StatusConflict)
	if claim := h.ask("reporter", http.MethodGet, path(id, ""), nil); claim.at("exhibits", 1) != nil {
		t.Errorf("the claim: %s", claim.text)
	}
}

func TestAnExhibitThatCannotBeTakenIsRefusedByField(t *testing.T) {
	h := open(t)
	id := h.claim("The seat is empty")
	none := h.upload("reporter", path(id, "/exhibits"), "", nil, m{}).want(http.StatusUnprocessableEntity)
	for field, says := range map[string]string{"file": "No file was chosen", "description": "seen or heard", "stance": "Choose", "origin": "where it came from", "vouched_by": "who vouches"} {
		none.names(field, says)
	}
	for name, c := range map[string]struct{ file, says string }{
		"x.svg":  {"<svg xmlns='http://www.w3.org/2000/svg'/>", "not taken"},
		"x.html": {"<!doctype html><script>alert(1)</script>", "not taken"},
		"x.png":  {"\x89PNG\r\n\x1a\n", "damaged"},
		"x.txt":  {strings.Repeat("a", 20<<20+1), "at most 20 MB"},
	} {
		h.upload("reporter", path(id, "/exhibits"), name, []byte(c.file), described).want(http.StatusUnprocessableEntity).names("file", c.says)
	}
	h.upload("reporter", path(id, "/exhibits"), "x.txt", []byte(strings.Repeat("a", 33<<20)), described).want(http.StatusRequestEntityTooLarge)
	h.upload("reporter", path(id, "/exhibits"), "x.txt", []byte("a"), m{"title": "x"}).want(http.StatusUnprocessableEntity).names("title", "no such field")
	h.ask("reporter", http.MethodPost, path(id, "/exhibits"), m{"description": "x"}).want(http.StatusUnsupportedMediaType)
	h.upload("reporter", path(99, "/exhibits"), "x.txt", []byte("a"), described).want(http.StatusNotFound)
	h.upload("", path(id, "/exhibits"), "x.txt", []byte("a"), described).want(http.StatusUnauthorized)
}

func TestAPublishedCheckAnswersWithItsExhibits(t *testing.T) {
	h := open(t)
	id := h.ready()
	e := h.upload("reporter", path(id, "/exhibits"), "seat.png", seat(t, 1), described).want(http.StatusCreated)
	h.act("reporter", id, "submit").want(http.StatusOK)
	h.ask("editor", http.MethodPost, "exhibits/"+number(e.int("id"))+"/confirm", nil).want(http.StatusOK)
	h.act("editor", id, "approve").want(http.StatusOK)
	live := h.ask("editor", http.MethodPost, path(id, "/publish"), nil).want(http.StatusOK)
	check := h.ask("", http.MethodGet, "fact-checks/"+live.string("live", "slug"), nil).want(http.StatusOK)
	shown := check.at("exhibits", 0)
	if shown == nil || check.string("exhibits", 0, "letter") != "A" || check.at("exhibits", 0, "confirmed") != true || check.at("exhibits", 0, "machine_checked") != false ||
		check.string("exhibits", 0, "original_sha256") != e.string("file", "sha256") || check.string("exhibits", 0, "sha256") == e.string("file", "sha256") {
		t.Errorf("the exhibits: %v", shown)
	}
	if strings.Contains(check.text, "seat.png") {
		t.Error("readers learn the file's name")
	}
	if list := h.ask("", http.MethodGet, "fact-checks", nil).want(http.StatusOK); list.at("items", 0, "exhibits") != nil {
		t.Errorf("lists have them as well: %s", list.text)
	}
}

func TestTheDescriptionShowsExhibits(t *testing.T) {
	h := open(t)
	spec := h.ask("", http.MethodGet, "openapi.json", nil).want(http.StatusOK)
	form := []any{"paths", "/claims/{id}/exhibits", "post", "requestBody", "content", "multipart/form-data", "schema"}
	if spec.string(append(form, "properties", "file", "format")...) != "binary" || !strings.Contains(spec.string(append(form, "properties", "file", "description")...), "20 MB") {
		t.Errorf("the form: %v", spec.at(form...))
	}
	if spec.at("paths", "/exhibits/{id}/confirm", "post") == nil || spec.at("components", "schemas", "Claim", "properties", "exhibits") == nil {
		t.Error("the calls are not described")
	}
}
