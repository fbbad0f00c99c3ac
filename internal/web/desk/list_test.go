package desk_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
)

func number(n int64) string { return fmt.Sprint(n) }

func TestClaimsAreFilteredByAddress(t *testing.T) {
	h := briefed(t)
	v := h.as(factcheck.Reporter)
	v.post("/desk/claims/new", "text", "Grain prices doubled.", "topics", "Farming", "assignee_id", number(h.users[factcheck.Reporter].ID)).leads("/desk/claims/2")
	v.get("/desk/claims").shows(200, "2 claims", "“Grain", "“The seat")
	for _, test := range []struct{ query, shows, hides string }{
		{"?q=grain", "Grain", "The seat"},
		{"?topic=alliances", "The seat", "Grain"},
		{"?assignee=me", "Grain", "The seat"},
		{"?assignee=nobody", "The seat", "Grain"},
		{"?status=new", "The seat", "Grain"},
		{"?assignee=" + number(h.users[factcheck.Reporter].ID), "Grain", "The seat"},
		{"?source=1", "The seat", "Grain"},
	} {
		v.get("/desk/claims"+test.query).shows(200, "“"+test.shows, "1 claim found").hides("“" + test.hides)
	}
	v.get("/desk/claims?q=nothing+like+it").shows(200, "Nothing here", `value="nothing like it"`)
	v.get("/desk/claims?rating=misinterpreted").shows(200, "Nothing here", `value="misinterpreted" selected`)
	v.get("/desk/claims?status=sleeping&rating=green&q=grain").shows(422, "no status “sleeping”", "no verdict “green”", `value="grain"`)
}

func TestANumberInTheSearchLeadsToTheClaim(t *testing.T) {
	v := briefed(t).as(factcheck.Reporter)
	v.get("/desk/claims?q=1").leads("/desk/claims/1")
	v.get("/desk/claims?q=%231").leads("/desk/claims/1")
	v.get("/desk/claims?q=99").shows(200, "Nothing here")
}

var nextPage = regexp.MustCompile(`class="older" href="(/desk/claims\?[^"]*after=[^"]*)"`)

func TestALongListIsReadPageByPage(t *testing.T) {
	h := furnished(t)
	v := h.as(factcheck.Reporter)
	var lines strings.Builder
	for i := range 60 {
		fmt.Fprintf(&lines, "Claim number %d.\n", i)
	}
	v.post("/desk/claims/several", "lines", lines.String(), "topics", "Many").leads("/desk/claims")
	seen := 0
	path := "/desk/claims?topic=many"
	for pages := 0; path != ""; pages++ {
		if pages > 2 {
			t.Fatal("the pages do not end")
		}
		a := v.get(path).shows(200, "of 60 claims")
		seen += strings.Count(a.body, "“Claim number ")
		path = ""
		if found := nextPage.FindStringSubmatch(a.body); found != nil {
			path = found[1]
			if !strings.Contains(path, "topic=many") {
				t.Errorf("the next page loses the filter: %s", path)
			}
		}
	}
	if seen != 60 {
		t.Errorf("%d of 60 claims are on the pages", seen)
	}
}
