package desk_test

import (
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

func TestAClaimIsRecordedWithAllThatIsTyped(t *testing.T) {
	h := briefed(t)
	h.as(factcheck.Reporter).post("/desk/claims/new",
		"text", " The seat  was sold. ", "language", "hy", "said_on", "2023-09-06", "topics", "Armenia, Alliances,armenia",
		"claimant.name", "A. Speaker", "claimant.kind", "person", "claimant.same_as", "https://example.org/a\r\nhttps://example.org/b",
		"appearances.0.outlet", "", "appearances.0.url", "", "appearances.1.outlet", "Portal", "appearances.1.url", "https://example.org/p",
		"appearances.1.seen_on", "2023-09-07", "appearances.1.archived_url", "https://archive.example/p", "appearances.1.said", "It was sold!",
		"source_id", "1", "assignee_id", number(h.users[factcheck.Editor].ID)).leads("/desk/claims/2")
	c, err := h.room.Claim(t.Context(), factcheck.ByConsole(), 2)
	if err != nil {
		t.Fatal(err)
	}
	if c.Text != "The seat was sold." || c.Language != "hy" || c.SaidOn != "2023-09-06" || strings.Join(c.TopicNames(), "+") != "Armenia+Alliances" {
		t.Errorf("recorded %+v", c)
	}
	if c.Claimant == nil || c.Claimant.Name != "A. Speaker" || len(c.Claimant.SameAs) != 2 {
		t.Errorf("the claimant is %+v", c.Claimant)
	}
	want := factcheck.Appearance{URL: "https://example.org/p", Outlet: "Portal", SeenOn: "2023-09-07", ArchivedURL: "https://archive.example/p", Said: "It was sold!"}
	if len(c.Appearances) != 1 || c.Appearances[0] != want {
		t.Errorf("appearances are %+v", c.Appearances)
	}
	if c.SourceID != 1 || c.Assignee != "The editor" {
		t.Errorf("found in %d, with %q", c.SourceID, c.Assignee)
	}
}

func TestBadClaimsComeBackWithEverythingTyped(t *testing.T) {
	h := briefed(t)
	v := h.as(factcheck.Reporter)
	for _, test := range []struct{ field, value, says string }{
		{"text", "", "The claim is missing."},
		{"text", strings.Repeat("ա", 1001), "1,001 characters long; at most 1,000 fit"},
		{"said_on", "2999-01-01", "The date lies in the future."},
		{"said_on", "1899-12-31", "The date lies before 1900."},
		{"said_on", "yesterday", "Write the date as year-month-day"},
		{"language", "nonsense-language", "This is not a language tag."},
		{"appearances.0.url", "not an address", "This is not a web address."},
		{"claimant.same_as", "javascript:alert(1)", "This is not a web address."},
		{"claimant.kind", "ghost", "There is no such choice."},
		{"topics", strings.Repeat("x", 81), "at most 80 fit"},
		{"source_id", "99", ""},
		{"assignee_id", "99", ""},
	} {
		t.Run(test.field+" "+test.says, func(t *testing.T) {
			typed := map[string]string{"text": "Typed claim", "language": "en", "topics": "Typed topic", "claimant.name": "Typed name",
				"appearances.0.outlet": "Typed outlet", "appearances.0.url": "https://example.org/typed", "claimant.same_as": "https://example.org/same"}
			typed[test.field] = test.value
			var fields []string
			for name, value := range typed {
				fields = append(fields, name, value)
			}
			a := v.post("/desk/claims/new", fields...)
			a.t = t
			a.shows(422, "The claim was not recorded", `href="#`+test.field, test.says)
			for name, value := range typed {
				if name != test.field && !strings.Contains(a.body, value) {
					t.Errorf("%s is lost", name)
				}
			}
			if test.value != "ghost" && test.value != "99" {
				a.shows(422, test.value)
			}
		})
	}
	if page, err := h.room.Claims(t.Context(), factcheck.ByConsole(), newsroom.ClaimFilter{}); err != nil || page.Total != 1 {
		t.Errorf("%d claims after all were refused, %v", page.Total, err)
	}
}

func TestSeveralClaimsShareWhatIsTypedOnce(t *testing.T) {
	h := briefed(t)
	v := h.as(factcheck.Reporter)
	v.get("/desk/claims/several?source=1").shows(200, "Claims, one a line", `value="1" selected`)
	v.post("/desk/claims/several", "lines", "One.\r\n\r\nTwo.\r\nThree.", "source_id", "1", "said_on", "2023-09-06", "topics", "Armenia",
		"appearances.0.outlet", "Portal", "appearances.0.url", "", "appearances.0.seen_on", "2023-09-07").leads("/desk/claims")
	v.get("/desk/claims").shows(200, "3 claims recorded: #2 to #4.", "“Three.”", "4 claims")
	c, err := h.room.Claim(t.Context(), factcheck.ByConsole(), 3)
	if err != nil || c.Text != "Two." || c.SourceID != 1 || len(c.Appearances) != 1 || c.Appearances[0].Outlet != "Portal" {
		t.Errorf("recorded %+v, %v", c, err)
	}
	v.post("/desk/claims/several", "lines", " \r\n ", "topics", "Kept topic").shows(422, "No claim was recorded", `href="#lines"`, "Kept topic")
	v.post("/desk/claims/several", "lines", "Fine.\n"+strings.Repeat("x", 1001), "said_on", "1800-01-01").
		shows(422, `href="#lines"`, `href="#said_on"`, "Fine.", "1800-01-01")
}

func TestAClaimBeginsWithAPassageOrSelectedWords(t *testing.T) {
	v := briefed(t).as(factcheck.Reporter)
	v.get("/desk/claims/new?source=1&passage=2").shows(200, "The seat is empty. Nobody has resigned.</textarea>", `value="1" selected`)
	v.get("/desk/claims/new?source_id=1&passage=2&text=Nobody+has+resigned").shows(200, "Nobody has resigned</textarea>").hides("The seat is empty.")
}
