package desk_test

import (
	"testing"

	"claimdesk/internal/factcheck"
)

func TestSettingsAreSavedAndASecondSaveIsAsked(t *testing.T) {
	h := furnished(t)
	v := h.as(factcheck.Admin)
	now, err := h.room.Settings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	version := number(now.Version)
	v.post("/desk/settings", "version", version, "site_name", "", "about", "Typed about", "language", "zzzzzzzzzzz").
		shows(422, "The settings were not saved", `href="#site_name"`, `href="#language"`, "Typed about")
	v.post("/desk/settings", "version", version, "site_name", "Facts of Gyumri", "about", "", "language", "hy").leads("/desk/settings")
	v.get("/desk/settings").shows(200, "Facts of Gyumri", "Settings saved.")
	v.post("/desk/settings", "version", version, "site_name", "Typed name", "language", "en", "four_eyes", "yes").
		shows(409, "Somebody saved before you", "Facts of Gyumri", "Typed name")
	if s, err := h.room.Settings(t.Context()); err != nil || s.SiteName != "Facts of Gyumri" || s.FourEyes || s.Language != "hy" {
		t.Errorf("the settings are %+v, %v", s, err)
	}
}

func TestTheLogSaysWhoDidWhat(t *testing.T) {
	h := briefed(t)
	v := h.as(factcheck.Editor)
	v.get("/desk/log").shows(200, "The reporter</span> recorded", "#1 “The seat was given up.”", "added the source", "A short brief", "UTC")
	v.post("/desk/logout").leads("/desk/login")
	v = h.as(factcheck.Editor)
	v.get("/desk/log").shows(200, "The editor</span> logged out", "The console</span> created the newsroom").hides("logged out The editor")
	v.get("/desk").hides("logged out")
	v.get("/desk/log?before=1").shows(200, "No more lines")
	v.get("/desk/log?before=-7").shows(200)
	v.get("/desk").shows(200, "In the newsroom", "The reporter</span> recorded")
}
