package desk_test

import (
	"encoding/csv"
	"strconv"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/newsroom"
)

func TestTheLogIsFilteredByItsAddress(t *testing.T) {
	h := furnished(t)
	editor, reporter := h.users[factcheck.Editor].Actor(), h.users[factcheck.Reporter].Actor()
	for _, by := range []factcheck.Actor{editor, reporter} {
		if _, err := h.room.RecordClaim(t.Context(), by, factcheck.ClaimDraft{Text: "Said to the " + string(by.Role)}); err != nil {
			t.Fatal(err)
		}
	}
	v := h.as(factcheck.Reporter)
	v.get("/desk/log").shows(200, "Said to the editor", "Said to the reporter", "created the newsroom")
	v.get("/desk/log?who="+strconv.FormatInt(editor.ID, 10)).shows(200, "Said to the editor").hides("“Said to the reporter", "created the newsroom")
	v.get("/desk/log?who=console").shows(200, "created the newsroom").hides("“Said to the")
	v.get("/desk/log?what=people").shows(200, "The admin").hides("“Said to the", "created the newsroom")
	v.get("/desk/log?subject=claim&id=2").shows(200, "Said to the reporter").hides("“Said to the editor")
	v.get("/desk/log?to=2001-01-01").shows(200, "No such line", "Show all lines")
	v.get("/desk/log?from=yesterday").shows(422, "year-month-day", `value="yesterday"`)
	v.get("/desk/log?who=%00&what='&id=-1&before=x").shows(200)
	rows, err := csv.NewReader(strings.NewReader(v.get("/desk/log.csv?what=claims").shows(200).body)).ReadAll()
	if err != nil || len(rows) != 3 || rows[1][8] != "Said to the reporter" || rows[2][4] != "claim.record" {
		t.Errorf("the sheet is %v, %v", rows, err)
	}
}

func TestALineOfTheLogShowsBeforeAndAfter(t *testing.T) {
	h := furnished(t)
	admin := h.users[factcheck.Admin].Actor()
	s, err := h.room.Settings(t.Context())
	if err == nil {
		s.FourEyes, s.SiteName = false, "Another name"
		_, err = h.room.EditSettings(t.Context(), admin, s)
	}
	if err != nil {
		t.Fatal(err)
	}
	lines, _, err := h.room.LogLines(t.Context(), admin, newsroomLog("settings"))
	if err != nil || len(lines) != 1 {
		t.Fatal(lines, err)
	}
	first, err := h.room.RecordClaim(t.Context(), admin, factcheck.ClaimDraft{Text: "The seat is empty"})
	if err != nil {
		t.Fatal(err)
	}
	v := h.as(factcheck.Reporter)
	v.get("/desk/log/"+strconv.FormatInt(lines[0].ID, 10)).shows(200, "Another name", "Four eyes: two people sign what is published", "no")
	v.get("/desk/log/"+strconv.FormatInt(lines[0].ID+1, 10)).shows(200, first.Text, "New", "Hash of the line")
	v.get("/desk/log/999").shows(404)
}

func TestTheLogIsVeiledForWhoIsNotNamed(t *testing.T) {
	h := furnished(t)
	reporter := h.users[factcheck.Reporter].Actor()
	doc, err := ingest.Text([]byte("The bridge was never inspected."), "")
	if err != nil {
		t.Fatal(err)
	}
	s, err := h.room.AddSource(t.Context(), reporter, factcheck.SourceDraft{Title: "Zirkonfalter", Access: factcheck.ProtectedAccess,
		Description: "Notes", Because: "They would lose their work."}, doc)
	if err != nil {
		t.Fatal(err)
	}
	c, err := h.room.RecordClaim(t.Context(), reporter, factcheck.ClaimDraft{Text: "The bridge is safe", SourceID: s.ID})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := h.room.AttachQuote(t.Context(), reporter, c.ID, newsroom.Base{}, factcheck.EvidenceDraft{SourceID: s.ID, Exact: "never inspected", Stance: factcheck.Refutes}); err != nil {
		t.Fatal(err)
	}
	lines, _, err := h.room.LogLines(t.Context(), reporter, newsroom.LogFilter{})
	if err != nil {
		t.Fatal(err)
	}
	shown := 0
	for _, line := range lines {
		path := "/desk/log/" + strconv.FormatInt(line.ID, 10)
		for _, role := range []factcheck.Role{factcheck.Editor, factcheck.Admin} {
			h.as(role).get(path).shows(200).hides("Zirkonfalter", s.Snapshot.SHA256)
		}
		if strings.Contains(h.as(factcheck.Reporter).get(path).shows(200).body, "Zirkonfalter") {
			shown++
		}
		if line.Subject == "source" {
			h.as(factcheck.Admin).get(path).shows(200, "What changed is for those who are named on the source.")
		}
	}
	if shown < 2 {
		t.Errorf("whoever is named is shown the title in %d lines", shown)
	}
	for _, path := range []string{"/desk/log", "/desk/log.csv", "/desk/log?subject=source", "/desk/claims.csv"} {
		h.as(factcheck.Admin).get(path).shows(200).hides("Zirkonfalter", s.Snapshot.SHA256)
	}
}
