package desk_test

import (
	"bytes"
	"image"
	"image/png"
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

func TestSettingsOfRepublishingReachTheReaders(t *testing.T) {
	h := furnished(t)
	v, reader := h.as(factcheck.Admin), h.anybody()
	v.get("/desk/settings").shows(200, "Asia/Yerevan", "CC BY-ND 4.0", "Two independent sources", "Upload the logo", "Needs a reason")
	save := func(version string, more ...string) answer {
		return v.post("/desk/settings", append([]string{"version", version, "site_name", "Facts", "language", "en", "four_eyes", "yes"}, more...)...)
	}
	save("1", "time_zone", "Mars/Olympus", "languages", "en, x-y-zzzzzzzzzzzz", "licence", "other", "licence_url", "nowhere", "rules.primary-source", "hard").
		shows(422, `href="#time_zone"`, `href="#languages"`, `href="#licence_url"`, `href="#rules.primary-source"`, "Mars/Olympus")
	save("1", "time_zone", "Asia/Yerevan", "languages", "ru; hy en", "licence", "CC BY 4.0", "credit", "Facts, facts.example",
		"rules.primary-source", "must", "rules.both-sides", "reminder").leads("/desk/settings")
	s, err := h.room.Settings(t.Context())
	if err != nil || s.TimeZone != "Asia/Yerevan" || len(s.Languages) != 3 || s.Languages[0] != "en" || len(s.Rules) != 1 ||
		s.Rules["primary-source"] != factcheck.Must || s.LicenceURL != "https://creativecommons.org/licenses/by/4.0/" {
		t.Fatalf("the settings are %+v, %v", s, err)
	}
	v.get("/desk/settings").shows(200, "en, ru, hy")
	reader.get("/").shows(200, "You may republish our fact-checks under", `rel="license"`, "Facts, facts.example")
	reader.get("/feed.xml").shows(200, "<copyright>CC BY 4.0 · https://creativecommons.org/licenses/by/4.0/ · Facts, facts.example</copyright>")
	v.get("/desk/scale").shows(200, "Label in Russian", "Label in Armenian")
	save("2", "licence", factcheck.AllReserved).leads("/desk/settings")
	reader.get("/").shows(200, "Ask us before you republish")
}

func TestALogoIsShownToReadersAndTakenDown(t *testing.T) {
	h := furnished(t)
	v, reader := h.as(factcheck.Admin), h.anybody()
	reader.get("/logo").shows(404)
	v.upload("/desk/settings/logo", "logo.svg", []byte("<svg xmlns='http://www.w3.org/2000/svg'/>"), "version", "1").shows(422, "file")
	v.post("/desk/settings/logo", "version", "1").shows(422, "No file was chosen")
	v.upload("/desk/settings/logo", "logo.png", dot(t), "version", "1").leads("/desk/settings#logo")
	v.get("/desk/settings").shows(200, "Remove the logo", "The logo is on the site.")
	reader.get("/").shows(200, `<img class="logo" src="/logo"`)
	a := reader.get("/logo").shows(200)
	if a.header.Get("Content-Type") != "image/png" || a.header.Get("Cross-Origin-Resource-Policy") != "cross-origin" || a.header.Get("ETag") == "" {
		t.Errorf("the logo has the head %v", a.header)
	}
	v.post("/desk/settings", "version", "2", "site_name", "Facts", "language", "en").leads("/desk/settings")
	reader.get("/logo").shows(200)
	v.post("/desk/settings/logo", "version", "2", "remove", "yes").shows(409)
	v.post("/desk/settings/logo", "version", "3", "remove", "yes").leads("/desk/settings#logo")
	reader.get("/logo").shows(404)
}

// dot is a small picture.
func dot(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewNRGBA(image.Rect(0, 0, 8, 4))); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
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
