package site_test

import (
	"bytes"
	"image"
	"image/png"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// exhibit puts a file on a claim, confirmed by the editor.
func (h *house) exhibit(claim int64, name string, raw []byte) factcheck.Exhibit {
	h.Helper()
	_, e, err := h.room.AddExhibit(h.Context(), h.reporter, claim, newsroom.Base{}, factcheck.ExhibitDraft{Stance: factcheck.Refutes,
		Description: "A seat with “nobody” on it.", Origin: "Taken by us", VouchedBy: "The reporter"}, newsroom.Upload{Name: name, Bytes: raw})
	h.must(err)
	_, e, err = h.room.ConfirmExhibit(h.Context(), h.editor, e.ID, newsroom.Base{}, "")
	h.must(err)
	return e
}

func pictureOf(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewGray(image.Rect(0, 0, 80, 60))); err != nil {
		t.Fatal(err)
	}
	return append(out.Bytes(), "SecretPlace"...)
}

func fileAt(e factcheck.Exhibit) string {
	return "/exhibits/" + strconv.FormatInt(e.ID, 10) + "/file"
}

func TestAnExhibitIsShownWithAllThatIsSaidOfIt(t *testing.T) {
	h := open(t)
	claim := h.written(seat(), "The seat is empty", factcheck.ExcerptAccess)
	e := h.exhibit(claim.ID, "private name.png", pictureOf(t))
	list := h.exhibit(claim.ID, "list.csv", []byte("name,seat\n"))
	_, err := h.room.WriteArticle(h.Context(), h.reporter, claim.ID, newsroom.Base{}, factcheck.ArticleDraft{Headline: "The seat is empty", Summary: "It says otherwise.", Body: "It is plain.[1] See for yourself.[A]"})
	h.must(err)
	if res := h.get(fileAt(e)); res.StatusCode != http.StatusNotFound {
		t.Errorf("before publication the file answers %d", res.StatusCode)
	}
	live := h.publish(claim.ID, newsroom.Order{}).Live
	page := h.page(live.Path())
	if mark := page.Find(`.prose a.mark[href="#exhibit-A"]`); mark.Length() != 1 || page.Find("#exhibit-A").Length() != 1 || page.Find(`#exhibit-A a[href="#mark-A"]`).Length() != 1 {
		t.Error("mark and exhibit do not lead to each other")
	}
	shown := text(page, "#exhibit-A")
	for _, words := range []string{"Refutes", "A seat with “nobody” on it.", "Taken by us", "The reporter", "a second person here has confirmed it", e.File.SHA256, e.File.CopySHA256} {
		if !strings.Contains(shown, words) {
			t.Errorf("%q is not shown: %s", words, shown)
		}
	}
	img := page.Find("#exhibit-A img")
	if alt, _ := img.Attr("alt"); alt != "A seat with “nobody” on it." || img.AttrOr("src", "") != fileAt(e) || img.AttrOr("width", "") != "80" {
		t.Errorf("the picture: %v", img.Nodes)
	}
	if heading := text(page, "#exhibits"); heading != "Exhibits (not machine-checked)" {
		t.Errorf("the heading: %s", heading)
	}
	if words := text(page, "#exhibit-B"); !strings.Contains(words, "table (CSV), 1 kB") || !strings.Contains(words, list.File.SHA256) || strings.Contains(words, "name.png") {
		t.Errorf("the list: %s", words)
	}
	if basis := text(page, ".glance dl > div:last-child dd"); !strings.Contains(basis, "1 quote from 1 source, and 2 exhibits; the words of the quotes were checked by machine, the exhibits by people") {
		t.Errorf("it rests on: %s", basis)
	}
	if all := text(page, "html"); strings.Contains(all, "private name") {
		t.Error("readers learn the file's name")
	}
}

func TestReadersGetTheCopyOfAPictureAndOtherFilesToSave(t *testing.T) {
	h := open(t)
	claim := h.written(seat(), "The seat is empty", factcheck.ExcerptAccess)
	raw := pictureOf(t)
	e, list := h.exhibit(claim.ID, "seat.png", raw), h.exhibit(claim.ID, "list.csv", []byte("name,seat\n"))
	h.publish(claim.ID, newsroom.Order{})
	res := h.get(fileAt(e))
	got := h.body(res)
	if res.StatusCode != http.StatusOK || factcheck.HashOf([]byte(got)) != e.File.CopySHA256 || strings.Contains(got, "SecretPlace") {
		t.Errorf("%d, %d bytes", res.StatusCode, len(got))
	}
	for name, want := range map[string]string{"Content-Type": "image/png", "X-Content-Type-Options": "nosniff", "Cache-Control": "public, max-age=31536000, immutable",
		"ETag": `"` + e.File.CopySHA256 + `"`, "Content-Disposition": "inline; filename=exhibit-1.png", "Set-Cookie": ""} {
		if res.Header.Get(name) != want {
			t.Errorf("%s is %q, want %q", name, res.Header.Get(name), want)
		}
	}
	if res := h.get(fileAt(e), "If-None-Match", `"`+e.File.CopySHA256+`"`); res.StatusCode != http.StatusNotModified {
		t.Errorf("who holds it gets %d", res.StatusCode)
	}
	if res := h.get(fileAt(e), "Range", "bytes=0-3"); res.StatusCode != http.StatusPartialContent || h.body(res) != "\x89PNG" {
		t.Errorf("a part of it: %d", res.StatusCode)
	}
	res = h.get(fileAt(list))
	if h.body(res) != "name,seat\n" || res.Header.Get("Content-Type") != "text/csv; charset=utf-8" || res.Header.Get("Content-Disposition") != "attachment; filename=exhibit-2.csv" {
		t.Errorf("the list: %v", res.Header)
	}
	for _, path := range []string{"/exhibits/99/file", "/exhibits/x/file", "/exhibits/1", "/exhibits/01/file"} {
		if res := h.get(path); res.StatusCode != http.StatusNotFound {
			t.Errorf("%s answers %d", path, res.StatusCode)
		}
	}
}

func TestAnExhibitStaysInTheRevisionThatShowedIt(t *testing.T) {
	h := open(t)
	claim := h.written(seat(), "The seat is empty", factcheck.ExcerptAccess)
	e := h.exhibit(claim.ID, "seat.png", pictureOf(t))
	h.publish(claim.ID, newsroom.Order{})
	_, err := h.room.RemoveExhibit(h.Context(), h.reporter, claim.ID, e.ID, newsroom.Base{})
	h.must(err)
	live := h.publish(claim.ID, newsroom.Order{Class: factcheck.Update, Note: "We no longer show the seat."}).Live
	if h.page(live.Path()).Find("#exhibits").Length() != 0 {
		t.Error("the live page still shows it")
	}
	if h.page(live.Path()+"/revisions/1").Find("#exhibit-A img").Length() != 1 {
		t.Error("the first revision does not show it any more")
	}
	if res := h.get(fileAt(e)); res.StatusCode != http.StatusOK {
		t.Errorf("its file answers %d", res.StatusCode)
	}
}

func TestAnUnconfirmedExhibitIsNowhere(t *testing.T) {
	h := open(t)
	claim := h.written(seat(), "The seat is empty", factcheck.ExcerptAccess)
	_, e, err := h.room.AddExhibit(h.Context(), h.reporter, claim.ID, newsroom.Base{}, factcheck.ExhibitDraft{Stance: factcheck.Refutes,
		Description: "Unseen words.", Origin: "x", VouchedBy: "x"}, newsroom.Upload{Name: "seat.png", Bytes: pictureOf(t)})
	h.must(err)
	live := h.publish(claim.ID, newsroom.Order{}).Live
	for _, path := range []string{live.Path(), live.Path() + "/revisions/1", "/api/v1" + live.Path(), "/feed.xml"} {
		if body := h.body(h.get(path)); strings.Contains(body, "Unseen words.") || strings.Contains(body, e.File.SHA256) || strings.Contains(body, "/exhibits/") {
			t.Errorf("%s tells of it", path)
		}
	}
	if res := h.get(fileAt(e)); res.StatusCode != http.StatusNotFound {
		t.Errorf("its file answers %d", res.StatusCode)
	}
}
