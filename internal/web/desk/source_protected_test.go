package desk_test

import (
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
)

func TestASourceIsProtectedOnItsForm(t *testing.T) {
	h := briefed(t)
	v := h.as(factcheck.Reporter)
	me, editor := number(h.users[factcheck.Reporter].ID), number(h.users[factcheck.Editor].ID)
	v.get("/desk/sources/1/edit").shows(200, `value="protected"`, "Who may see it", "The editor", "The admin", "What readers are told of it", "Rests on")
	fields := []string{"version", "1", "title", "A diary", "access", "protected", "access_users", editor, "protected_because", "It was asked for."}
	v.post("/desk/sources/1/edit", fields...).shows(422, "Say what readers may know of it", `href="#public_description"`, "It was asked for.",
		`type="checkbox" name="access_users" value="`+editor+`" checked`)
	v.post("/desk/sources/1/edit", append(fields, "public_description", "Notes of a colleague")...).leads("/desk/sources/1")
	v.get("/desk/sources/1").shows(200, "seen by The editor and The reporter and nobody else", "Readers are told:", "Notes of a colleague", "It was asked for.")
	h.as(factcheck.Admin).get("/desk/sources/1").shows(404)

	// Somebody else names the admin while the reporter's form is open.
	same := []string{"version", "2", "title", "A diary", "access", "protected", "public_description", "Notes of a colleague", "language", "en",
		"was.title", "A diary", "was.access", "protected", "was.language", "en", "was.public_description", "Notes of a colleague", "was.access_users", me + ", " + editor}
	admin := number(h.users[factcheck.Admin].ID)
	h.as(factcheck.Editor).post("/desk/sources/1/edit", append(same, "access_users", me, "access_users", admin)...).leads("/desk/sources/1")
	page := v.post("/desk/sources/1/edit", append(same, "publisher", "Mine")...)
	page.shows(409, `<legend>Who may see it</legend>`, `>admin`, `name="yours.access_users" value="`+me+`"`, `name="publisher" value="Mine"`)
	v.post("/desk/sources/1/edit", "version", "3", "title", "A diary", "access", "protected", "public_description", "Notes", "pick.access_users", "theirs",
		"yours.access_users", me, "theirs.access_users", strings.Join([]string{me, editor, admin}, ", ")).leads("/desk/sources/1")
	h.as(factcheck.Admin).get("/desk/sources/1").shows(200, "A diary")
}

func TestWhatASourceRestsOnIsTypedByNumberOrChosen(t *testing.T) {
	h := briefed(t)
	v := h.as(factcheck.Reporter)
	v.post("/desk/sources/new", "text", "Another text. It repeats the first.", "title", "Another", "rests_on", "1 A short brief").leads("/desk/sources/2")
	v.get("/desk/sources/2").shows(200, "Rests on", "1 A short brief")
	v.get("/desk/sources/2/edit").shows(200, `name="rests_on" type="text" value="1 A short brief"`, `<option value="1 A short brief">`).hides(`<option value="2 Another">`)
	for typed, says := range map[string]string{"2": "cannot rest on itself", "99": "no source with this number", "the brief": "no source with this number"} {
		v.post("/desk/sources/2/edit", "version", "1", "title", "Another", "rests_on", typed).shows(422, `href="#rests_on"`, says, `value="`+typed+`"`)
	}
	v.post("/desk/sources/1/edit", "version", "1", "title", "A short brief", "rests_on", "2").shows(422, "rests on this one already")
}
