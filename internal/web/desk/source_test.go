package desk_test

import (
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

func TestASourceNeedsNoMoreThanItsText(t *testing.T) {
	h := furnished(t)
	v := h.as(factcheck.Reporter)
	v.post("/desk/sources/new", "text", strings.ReplaceAll(brief, "\n", "\r\n")).leads("/desk/sources/1")
	v.get("/desk/sources/1").shows(200, "Source added, 3 passages.", "A short brief</h1>", `id="p3"`, "The seat stays empty for now.", factcheck.HashOf([]byte(brief)))
	s, err := h.room.Source(t.Context(), factcheck.ByConsole(), 1)
	if err != nil || s.Access != factcheck.ExcerptAccess || s.Snapshot.SHA256 != factcheck.HashOf([]byte(brief)) {
		t.Errorf("the source is %+v, %v: the browser's line ends must not change its hash", s, err)
	}
}

func TestFilesAreTakenAsTheyAre(t *testing.T) {
	h := furnished(t)
	v := h.as(factcheck.Reporter)
	for i, name := range []string{"brief.txt", "brief.md", "brief.html"} {
		content := strings.ReplaceAll(brief, "A short", "A short "+name+" ")
		if i == 2 {
			content = "<html><title>A page</title><body><article><h1>A page</h1><p>" + strings.Repeat("The seat is empty. ", 40) + "</p></article></body></html>"
		}
		path, confirm := "/desk/sources/"+number(int64(i+1)), "/desk/imports/"+number(int64(i+1))
		v.upload("/desk/sources/new", name, []byte(content), "title", "Titled "+name, "publisher", "Institute", "authors", "A. One, B. Two").begins(confirm)
		v.get(confirm).shows(200, "Is this the text?", `value="Titled `+name+`"`, `value="A. One, B. Two"`, factcheck.HashOf([]byte(content)))
		v.post(confirm, "title", "Titled "+name, "publisher", "Institute", "authors", "A. One, B. Two").leads(path)
		v.get(path).shows(200, "Titled "+name, "Uploaded as", name, "Institute", "A. One, B. Two", factcheck.HashOf([]byte(content)))
	}
	v.post("/desk/sources/new", "html", "<p>Pasted page. It says something.</p>", "title", "Pasted").begins("/desk/imports/4")
	v.post("/desk/imports/4", "title", "Pasted").leads("/desk/sources/4")
}

func TestBadSourcesComeBackWithEverythingTyped(t *testing.T) {
	h := furnished(t)
	v := h.as(factcheck.Reporter)
	v.post("/desk/sources/new", "title", "Typed title").shows(422, "The source was not added", `href="#fetch_url"`, "Typed title")
	v.upload("/desk/sources/new", "photo.png", []byte("\x89PNG\r\n\x1a\n\x00\x00"), "title", "Typed title", "publisher", "Typed publisher").
		refused(`href="#file"`, "photo.png", "Typed title", "Typed publisher")
	v.upload("/desk/sources/new", "bad.txt", []byte("Fine until \xff here"), "title", "Typed title").refused(`href="#file"`, "byte 11", "Typed title")
	v.upload("/desk/sources/new", "empty.txt", nil, "title", "Typed title").refused(`href="#file"`, "Typed title")
	v.upload("/desk/sources/new", "long.txt", []byte(strings.Repeat("Long. ", 1<<20)), "title", "Typed title").refused(`href="#file"`, "Typed title")
	v.upload("/desk/sources/new", "brief.txt", []byte(brief), "url", "nonsense").refused(`href="#url"`, "Choose brief.txt again", "nonsense")
	v.upload("/desk/sources/new", "brief.txt", []byte(brief), "text", brief).refused("more than one document", "Nobody has resigned.")
	for _, test := range []struct{ field, value, says string }{
		{"published_on", "2999-01-01", "The date lies in the future."},
		{"published_on", "1899-12-31", "The date lies before 1900."},
		{"url", "ftp://example.org", "This is not a web address."},
		{"language", "qqqqqqqqqqq", "This is not a language tag."},
		{"kind", "poem", "There is no such choice."},
		{"level", "tertiary", "There is no such choice."},
		{"access", "secret", "There is no such choice."},
		{"title", strings.Repeat("t", 1001), "1,001 characters long"},
	} {
		v.post("/desk/sources/new", "text", brief, "publisher", "Typed publisher", test.field, test.value).
			shows(422, `href="#`+test.field+`"`, test.says, "Nobody has resigned.", "Typed publisher")
	}
	if page, err := h.room.Sources(t.Context(), factcheck.ByConsole(), newsroom.SourceFilter{}); err != nil || len(page.Items) != 0 {
		t.Errorf("%d sources after all were refused, %v", len(page.Items), err)
	}
}

func TestTheSameDocumentTwiceIsNoticed(t *testing.T) {
	v := briefed(t).as(factcheck.Reporter)
	v.get("/desk/sources/1").hides("more than once")
	v.post("/desk/sources/new", "text", brief, "title", "Again").leads("/desk/sources/2")
	v.get("/desk/sources/2").shows(200, "This document is here more than once", `href="/desk/sources/1"`)
}

func TestTheReaderShowsWhatIsQuoted(t *testing.T) {
	h := briefed(t)
	actor := h.users[factcheck.Reporter].Actor()
	_, e, err := h.room.AttachQuote(t.Context(), actor, 1, newsroom.Base{},
		factcheck.EvidenceDraft{SourceID: 1, Exact: "Nobody has resigned", Stance: factcheck.Refutes})
	if err != nil {
		t.Fatal(err)
	}
	v := h.as(factcheck.Reporter)
	v.get("/desk/sources/1?in=SEAT").shows(200,
		`The <mark>seat</mark> is empty. <span class="exact" data-stance="refutes">Nobody has resigned</span><a class="ref" data-stance="refutes" href="/desk/claims/1#e`+number(e.ID)+`">`,
		"1 quote, researching", `href="/desk/sources/1?in=SEAT#p3"`)
	v.get("/desk/sources/1?in=unicorn").shows(200, "Not found in this source.")
	v.get("/desk/sources/1/quote?passage=2").shows(200, "/desk/claims/1/quote?source=1&passage=2", "/desk/claims/new?source=1&passage=2")
	v.get("/desk/claims/1/quote?source=1&passage=2").shows(200, "Nobody has resigned")
	v.get("/desk/sources/1/quote?passage=2&exact=The+seat+is&suffix=+empty").shows(200, "The seat is</blockquote>",
		"/desk/claims/1/quote?source=1&passage=2&exact=The+seat+is&prefix=&suffix=+empty", "&text=The+seat+is")
	v.get("/desk/claims/1/quote?source=1&passage=2&exact=The+seat+is&suffix=+empty").shows(200, "The seat is</textarea>", `value=" empty"`)
}

func TestDetailsOfASourceAreEdited(t *testing.T) {
	v := briefed(t).as(factcheck.Reporter)
	v.post("/desk/sources/1/edit", "version", "1", "title", "", "publisher", "Typed").shows(422, "The source was not saved", `href="#title"`, `value="Typed"`)
	v.post("/desk/sources/1/edit", "version", "1", "title", "A new title", "access", "public", "interest", "Paid by nobody.").leads("/desk/sources/1")
	v.get("/desk/sources/1").shows(200, "A new title", "Details saved.", "Paid by nobody.", "all of it")
}

func TestAStaleSaveOfASourceShowsBothVersions(t *testing.T) {
	h := briefed(t)
	v := h.as(factcheck.Reporter)
	was := []string{"was.title", "A short brief", "was.language", "en", "was.kind", "other", "was.level", "secondary", "was.access", "excerpt"}
	same := []string{"language", "en", "kind", "other", "level", "secondary", "access", "excerpt"}
	save := func(fields ...string) answer {
		return v.post("/desk/sources/1/edit", append(append(append([]string{"version", "1"}, was...), same...), fields...)...)
	}
	save("title", "Theirs", "publisher", "Institute").leads("/desk/sources/1")
	page := save("title", "Mine", "publisher", "", "interest", "Mine too")
	page.shows(409, "Somebody saved before you", "Nothing is lost", `name="yours.title" value="Mine"`, `name="theirs.title" value="Theirs"`,
		`name="interest" value="Mine too"`, `name="publisher" value="Institute"`, `name="version" value="2"`)
	v.post("/desk/sources/1/edit", append([]string{"version", "2", "pick.title", "yours", "yours.title", "Mine", "theirs.title", "Theirs",
		"publisher", "Institute", "interest", "Mine too"}, same...)...).leads("/desk/sources/1")
	s, err := h.room.Source(t.Context(), factcheck.ByConsole(), 1)
	if err != nil || s.Title != "Mine" || s.Publisher != "Institute" || s.Interest != "Mine too" {
		t.Errorf("the source is %+v, %v", s, err)
	}
}
