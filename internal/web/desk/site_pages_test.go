package desk_test

import (
	"testing"

	"claimdesk/internal/factcheck"
)

func TestPagesForReadersAreWrittenAndFoundAtTheFootOfTheSite(t *testing.T) {
	h := furnished(t)
	v, reader := h.as(factcheck.Admin), h.anybody()
	v.get("/desk/pages").shows(200, "9 pages for readers are still empty", "Non-partisanship", "/how-we-choose")
	v.get("/desk/pages/funding").shows(200, "What is asked of this page", "more than 5 per cent", "IFCN and EFCSN").hides("What readers find until")
	v.get("/desk/pages/methodology").shows(200, "What readers find until you write it", "second pair of eyes")
	v.get("/desk/pages/jobs").shows(404)
	reader.get("/funding").shows(404)
	reader.get("/about").shows(200, "checks what is said in public", `href="/methodology"`).hides(`href="/funding"`)
	v.post("/desk/pages/funding", "base", "0", "body", "We own it.", "do", "insert.0").shows(200, "We own it.\n\n## Legal form and ownership")
	v.post("/desk/pages/funding", "base", "0", "body", "## We *own* it", "do", "preview").shows(200, "Preview: not saved", "<em>own</em>")
	v.post("/desk/pages/funding", "base", "0", "body", "[x](javascript:alert(1))", "do", "save").shows(422, "Mend the links", `href="#body"`)
	reader.get("/funding").shows(404)
	v.post("/desk/pages/funding", "base", "0", "body", "## Owners\n\nWe *own* it.", "do", "save").leads("/desk/pages")
	v.get("/desk/pages").shows(200, "8 pages for readers are still empty", "The admin", "Page saved.")
	reader.get("/funding").shows(200, "<em>own</em>", "<h2>Owners</h2>", "Last changed")
	reader.get("/").shows(200, `href="/funding"`)
	v.post("/desk/pages/funding", "base", "0", "body", "Somebody else owns it.", "do", "save").
		shows(409, "Somebody saved before you", "We *own* it.", "Somebody else owns it.", `name="base" value="1"`)
	v.post("/desk/pages/funding", "base", "1", "body", "", "do", "save").leads("/desk/pages")
	reader.get("/funding").shows(404)
	v.get("/desk/log").shows(200, "“Funding”", `href="/desk/pages/funding"`)
	v.get("/desk").shows(200, "9 pages for readers are still empty")
	h.as(factcheck.Editor).get("/desk").hides("pages for readers are still empty")
}

func TestOnlyAnAdminWritesForReadersAndEditsTheScale(t *testing.T) {
	h := furnished(t)
	for _, role := range []factcheck.Role{factcheck.Reporter, factcheck.Editor} {
		for _, path := range []string{"/desk/pages", "/desk/pages/funding", "/desk/scale", "/desk/scale/tones.css", "/desk/settings"} {
			h.as(role).get(path).shows(403, "Your role")
		}
		for _, path := range []string{"/desk/pages/funding", "/desk/scale", "/desk/settings/logo", "/desk/settings"} {
			h.as(role).post(path, "base", "0", "body", "x").shows(403, "Your role")
		}
	}
}
