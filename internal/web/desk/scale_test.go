package desk_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
)

// scaleFields are the pairs that the editor's form sends for some ratings.
func scaleFields(base int, drafts []factcheck.RatingDraft, more ...string) []string {
	fields := append([]string{"base", strconv.Itoa(base), "count", strconv.Itoa(len(drafts))}, more...)
	for i, r := range drafts {
		p := "ratings." + strconv.Itoa(i) + "."
		fields = append(fields, p+"slug", r.Slug, p+"label", r.Label, p+"definition", r.Definition, p+"guidance", r.Guidance,
			p+"number", r.Number, p+"tone", r.Tone, p+"light", r.Light, p+"dark", r.Dark, p+"shape", r.Shape)
		for lang, w := range r.Words {
			fields = append(fields, p+"words."+lang+".label", w.Label, p+"words."+lang+".definition", w.Definition)
		}
	}
	return fields
}

var seenField = regexp.MustCompile(`name="seen" value="([0-9a-f]+)"`)

func TestTheScaleIsSavedOnceItIsSeenWhatChanges(t *testing.T) {
	h := furnished(t)
	v := h.as(factcheck.Admin)
	v.get("/desk/scale").shows(200, "Scale of ratings", "Mostly true", "Show what changes", `name="ratings.4.label"`, "Contrast, at least 4.5:1").hides("/scale-1.css", "retire.4", "retire.10")
	drafts := factcheck.DefaultScale().Drafts()
	drafts[2].Label, drafts[2].Tone, drafts[2].Light, drafts[2].Dark = "Context missing", factcheck.OwnColours, "#6a1b9a", "#e1bee7"
	drafts[3].Words = map[string]factcheck.RatingWords{"hy": {Label: "Մասամբ կեղծ"}}

	v.post("/desk/scale", scaleFields(1, drafts, "do", "save", "note", "x")...).shows(200, "What changes", "Save as version 2")
	if scale, err := h.room.Scale(t.Context()); err != nil || scale.Version != 1 {
		t.Fatalf("it is saved unseen: %d, %v", scale.Version, err)
	}
	looked := v.post("/desk/scale", scaleFields(1, drafts, "do", "check")...).
		shows(200, "Renamed “Missing context” to “Context missing”.", "Changed the colour of “Context missing”.", "other languages: hy", `/desk/scale/tones.css?tone=own-6a1b9a-e1bee7`)
	seen := seenField.FindStringSubmatch(looked.body)
	if seen == nil {
		t.Fatal("nothing tells what was seen")
	}
	v.post("/desk/scale", scaleFields(1, drafts, "do", "save", "seen", seen[1])...).shows(422, "Say in a sentence what has changed", "Save as version 2")
	v.post("/desk/scale", scaleFields(1, drafts, "do", "save", "seen", seen[1], "note", "Plainer.")...).leads("/desk/scale")
	v.get("/desk/scale").shows(200, "Version 2", "/scale-2.css", "The scale has a new version.", "own-6a1b9a-e1bee7")
	v.get("/desk/scale/tones.css?tone=own-112233-ddeeff&tone=own-1;}").
		shows(200, `[data-tone="own-112233-ddeeff"] { --tone: light-dark(#112233, #ddeeff); }`, "own-6a1b9a-e1bee7").hides("own-1;")

	drafts[0].Label = "Quite true"
	v.post("/desk/scale", scaleFields(1, drafts, "do", "check")...).
		shows(409, "Somebody saved before you", "Plainer.", "Quite true", "Renamed “True” to “Quite true”.", `name="base" value="2"`)

	h.anybody().get("/scale-2.css").shows(200, "light-dark(#6a1b9a, #e1bee7)")
	for _, path := range []string{"/scale-3.css", "/scale-0.css", "/scale-02.css", "/scale-2", "/scale-x.css"} {
		h.anybody().get(path).shows(404)
	}
	a := h.anybody().get("/ratings").shows(200, "Context missing", "Plainer.", "Renamed “Missing context” to “Context missing”.", "/scale-2.css", "Մասամբ կեղծ", `lang="hy"`)
	if policy := a.header.Get("Content-Security-Policy"); !strings.Contains(policy, "style-src 'self'") || strings.Contains(a.body, " style=") {
		t.Errorf("own colours bend the policy: %s", policy)
	}
	h.anybody().get("/ratings?version=1").shows(200, "Version 1 of the scale, not the one in force.", "Missing context").hides("Context missing</")
	h.anybody().get("/ratings?version=9").shows(404)
}

func TestTheScalesButtonsChangeWhatIsTypedAndSaveNothing(t *testing.T) {
	h := furnished(t)
	v := h.as(factcheck.Admin)
	drafts := factcheck.DefaultScale().Drafts()
	drafts[0].Label = "Typed label"
	press := func(do string) string {
		return v.post("/desk/scale", scaleFields(1, drafts, "do", do)...).shows(200, "Typed label").body
	}
	if page := press("down.0"); strings.Index(page, "Typed label") < strings.Index(page, `value="Mostly true"`) {
		t.Error("it did not move down")
	}
	if page := press("retire.9"); !strings.Contains(page, `value="restore.satire"`) || strings.Contains(page, `value="satire"`+">\n") {
		t.Error("it was not taken off")
	}
	if page := press("add"); !strings.Contains(page, `name="ratings.11.label"`) || !strings.Contains(page, "New rating") {
		t.Error("none was added")
	}
	for _, do := range []string{"up.0", "up.-1", "down.10", "retire.99", "restore.nothing", "dance"} {
		press(do)
	}
	drafts = drafts[:9]
	v.post("/desk/scale", scaleFields(1, drafts, "do", "restore.satire")...).shows(200, `name="ratings.9.slug" value="satire"`)
	v.post("/desk/scale", scaleFields(1, drafts, "do", "check")...).shows(422, "cannot be taken off the scale", "Typed label")
	v.post("/desk/scale", "base", "1", "count", "9999999", "do", "add").shows(200)
	v.post("/desk/scale", "base", "1", "count", "-4", "do", "check").shows(422)
	drafts = factcheck.DefaultScale().Drafts()
	drafts[1].Tone, drafts[1].Light, drafts[1].Dark = factcheck.OwnColours, "#cccccc", "#7fc896"
	v.post("/desk/scale", scaleFields(1, drafts, "do", "check")...).shows(422, "Its contrast on paper is 1.5", `href="#ratings.1.light"`)
	if scale, err := h.room.Scale(t.Context()); err != nil || scale.Version != 1 {
		t.Errorf("the scale is version %d, %v", scale.Version, err)
	}
}
