package desk_test

import (
	"bytes"
	"image"
	"image/png"
	"net/http"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
)

// seat is a picture that no other is like.
func seat(t *testing.T, shade byte) []byte {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, 60, 40))
	img.Pix[0] = shade
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return append(out.Bytes(), "what the camera wrote"...)
}

// described are the fields of an exhibit's form.
func described(description string, others ...string) []string {
	return append([]string{"description", description, "stance", "refutes", "origin", "Taken by us", "vouched_by", "The reporter", "kind", "photograph", "moment", ""}, others...)
}

// was are the hidden fields that an exhibit's form carries.
func was(description string) []string {
	return []string{"was.description", description, "was.stance", "refutes", "was.origin", "Taken by us", "was.vouched_by", "The reporter", "was.kind", "photograph", "was.moment", ""}
}

func TestAnExhibitGoesItsWayWithoutAScript(t *testing.T) {
	h := furnished(t)
	reporter, editor := h.as(factcheck.Reporter), h.as(factcheck.Editor)
	reporter.post("/desk/claims/new", "text", "The seat is empty")
	reporter.get("/desk/claims/1").shows(http.StatusOK, "What cannot be quoted", `href="/desk/claims/1/exhibits"`)
	reporter.get("/desk/claims/1/exhibits").shows(http.StatusOK, `enctype="multipart/form-data"`, `value="The reporter"`, "At most 20 MB")
	reporter.upload("/desk/claims/1/exhibits", "seat.png", seat(t, 1), described("An empty seat.")...).leads("/desk/claims/1#x1")
	reporter.get("/desk/claims/1").shows(http.StatusOK, "Exhibit A added. A second person has to confirm it.", `id="x1"`, "An empty seat.", "Taken by us",
		"Not machine-checked", "Brought in by The reporter", "not confirmed.", "You brought in exhibit A yourself. Somebody else has to confirm it.",
		`src="/desk/exhibits/1/file"`, "added an exhibit to the claim").hides(`/exhibits/1/confirm"`)
	bench := editor.get("/desk/claims/1").shows(http.StatusOK, `action="/desk/claims/1/exhibits/1/confirm"`)
	_, seal, _ := strings.Cut(bench.body, `name="seen" value="`)
	seal, _, _ = strings.Cut(seal, `"`)
	reporter.post("/desk/claims/1/exhibits/1/confirm").shows(http.StatusForbidden, "You brought in exhibit A yourself")
	editor.post("/desk/claims/1/exhibits/1/confirm", "seen", seal).leads("/desk/claims/1#x1")
	editor.get("/desk/claims/1").shows(http.StatusOK, "Exhibit A confirmed.", "Confirmed by The editor").hides("not confirmed.")
	reporter.get("/desk/claims/1/exhibits/1").shows(http.StatusOK, "Exhibit A", "seat.png (picture (PNG), 1 kB)", "has to confirm it again", `value="An empty seat."`)
	reporter.post("/desk/claims/1/exhibits/1", append(described("A seat, empty."), was("An empty seat.")...)...).leads("/desk/claims/1#x1")
	reporter.get("/desk/claims/1").shows(http.StatusOK, "Exhibit A saved.", "A seat, empty.", "not confirmed.")
	editor.post("/desk/claims/1/exhibits/1/confirm", "seen", seal).shows(http.StatusConflict, "described anew while you looked at it")
	reporter.upload("/desk/claims/1/exhibits", "list.csv", []byte("name,seat\n"), described("The list.")...).leads("/desk/claims/1#x2")
	reporter.get("/desk/claims/1").shows(http.StatusOK, "list.csv (table (CSV), 1 kB)")
	reporter.post("/desk/claims/1/exhibits/2/up").leads("/desk/claims/1#x2")
	reporter.post("/desk/claims/1/exhibits/1/remove").leads("/desk/claims/1#exhibits")
	reporter.get("/desk/claims/1").shows(http.StatusOK, "Exhibit B removed.", "The list.").hides("A seat, empty.")
	reporter.get("/desk/claims/1/exhibits/1").shows(http.StatusNotFound)
	reporter.get("/desk/claims/1/exhibits/2/confirm").leads("/desk/claims/1")
}

func TestARefusedExhibitKeepsWhatWasTyped(t *testing.T) {
	h := furnished(t)
	v := h.as(factcheck.Reporter)
	v.post("/desk/claims/new", "text", "The seat is empty")
	v.upload("/desk/claims/1/exhibits", "seat.svg", []byte("<svg/>"), described("Typed with care.", "moment", "")...).
		shows(http.StatusUnprocessableEntity, "The exhibit was not saved", "Files of this kind are not taken", "Typed with care.", "Taken by us", `value="photograph" selected`)
	v.upload("/desk/claims/1/exhibits", "seat.png", seat(t, 1), described("")...).
		shows(http.StatusUnprocessableEntity, "seen or heard in it", "Choose seat.png again: browsers do not keep files.")
	v.post("/desk/claims/1/exhibits", described("No file at all.")...).shows(http.StatusUnprocessableEntity, "No file was chosen", "No file at all.")
	v.upload("/desk/claims/1/exhibits", "long.txt", bytes.Repeat([]byte("a"), 21<<20), described("Too long.")...).
		shows(http.StatusUnprocessableEntity, "long.txt is too large: at most 20 MB", "Too long.")
	v.upload("/desk/claims/1/exhibits", "huge.txt", bytes.Repeat([]byte("a"), 33<<20), described("Huge.")...).
		shows(http.StatusRequestEntityTooLarge, "too large")
	v.upload("/desk/claims/1/exhibits", "seat.png", seat(t, 1), described("First.")...).leads("/desk/claims/1#x1")
	v.upload("/desk/claims/1/exhibits", "same.png", seat(t, 1), described("Second.")...).
		shows(http.StatusConflict, "This file is exhibit A of the claim already.", "Second.")
}

func TestTwoPeopleWhoDescribeAnExhibitLoseNothing(t *testing.T) {
	h := furnished(t)
	v := h.as(factcheck.Reporter)
	v.post("/desk/claims/new", "text", "The seat is empty")
	v.upload("/desk/claims/1/exhibits", "seat.png", seat(t, 1), described("An empty seat.")...)
	h.as(factcheck.Editor).post("/desk/claims/1/exhibits/1", append(described("The editor's words."), was("An empty seat.")...)...).leads("/desk/claims/1#x1")
	v.post("/desk/claims/1/exhibits/1", append(described("The reporter's words."), was("An empty seat.")...)...).
		shows(http.StatusConflict, "The editor's words.", "The reporter's words.", `action="/desk/claims/1/exhibits/1"`)
	v.post("/desk/claims/1/exhibits/1", append(append([]string{"pick.description", "yours", "yours.description", "The reporter's words."}, described("")[2:]...),
		was("The editor's words.")...)...).leads("/desk/claims/1#x1")
	v.get("/desk/claims/1").shows(http.StatusOK, "The reporter's words.")
}

func TestTheDeskKeepsExhibitsToItself(t *testing.T) {
	h := furnished(t)
	v := h.as(factcheck.Reporter)
	v.post("/desk/claims/new", "text", "The seat is empty")
	raw := seat(t, 1)
	v.upload("/desk/claims/1/exhibits", "Անի's seat.png", raw, described("An empty seat.")...)
	copied := v.get("/desk/exhibits/1/file")
	if copied.status != http.StatusOK || copied.header.Get("Content-Type") != "image/png" || strings.Contains(copied.body, "what the camera wrote") || copied.header.Get("Cache-Control") != "no-store" {
		t.Errorf("the copy: %d, %v", copied.status, copied.header)
	}
	original := v.get("/desk/exhibits/1/original").shows(http.StatusOK, "what the camera wrote")
	if how := original.header.Get("Content-Disposition"); !strings.HasPrefix(how, "attachment; filename*=utf-8''") {
		t.Errorf("the original is named %q", how)
	}
	for _, path := range []string{"/desk/exhibits/1/file", "/desk/exhibits/1/original", "/desk/claims/1/exhibits", "/desk/claims/1/exhibits/1"} {
		if a := h.anybody().get(path); a.status != http.StatusSeeOther || !strings.HasPrefix(a.location, "/desk/login") {
			t.Errorf("%s answers a stranger with %d", path, a.status)
		}
	}
	h.anybody().get("/exhibits/1/file").shows(http.StatusNotFound)
	v.get("/desk/claims/1/preview").shows(http.StatusOK).hides("An empty seat.")
	h.as(factcheck.Editor).post("/desk/claims/1/exhibits/1/confirm")
	v.get("/desk/claims/1/preview").shows(http.StatusOK, `src="/desk/exhibits/1/file"`)
}
