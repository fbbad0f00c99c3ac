package newsroom_test

import (
	"slices"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// rescaled saves the present scale with one change.
func (d *desk) rescaled(note string, change func([]factcheck.RatingDraft) []factcheck.RatingDraft) factcheck.Scale {
	d.t.Helper()
	now, err := d.Scale(d.ctx())
	must(d.t, err)
	next, err := d.EditScale(d.ctx(), d.zoe, now.Version, change(now.Drafts()), note)
	must(d.t, err)
	return next
}

func without(slug string) func([]factcheck.RatingDraft) []factcheck.RatingDraft {
	return func(list []factcheck.RatingDraft) []factcheck.RatingDraft {
		return slices.DeleteFunc(list, func(r factcheck.RatingDraft) bool { return r.Slug == slug })
	}
}

func TestAPublishedCheckKeepsTheScaleItWasPublishedUnder(t *testing.T) {
	d := newDesk(t)
	c := d.live()
	edition := d.edition()
	next := d.rescaled("A plainer word.", func(list []factcheck.RatingDraft) []factcheck.RatingDraft {
		for i := range list {
			if list[i].Slug == c.Verdict.Rating.Slug {
				list[i].Label, list[i].Tone, list[i].Light, list[i].Dark = "Misread", factcheck.OwnColours, "#6a1b9a", "#e1bee7"
			}
		}
		return list
	})
	if next.Version != 2 || d.edition() != edition+1 {
		t.Errorf("version %d, edition %d after %d", next.Version, d.edition(), edition)
	}
	check, err := d.Check(d.ctx(), c.Live.Slug)
	must(t, err)
	if check.Content.ScaleVersion != 1 || check.Content.Rating.Label != c.Verdict.Rating.Label {
		t.Errorf("the page says %q of version %d", check.Content.Rating.Label, check.Content.ScaleVersion)
	}
	tones, err := d.OwnTones(d.ctx(), 2)
	must(t, err)
	if upTo, err := d.OwnTonesUpTo(d.ctx()); err != nil || upTo != 2 || len(tones) != 1 || tones[0].Light != "#6a1b9a" {
		t.Errorf("own tones up to %d are %v, %v", upTo, tones, err)
	}
	if first, err := d.OwnTones(d.ctx(), 1); err != nil || len(first) != 0 {
		t.Errorf("the first scale has the tones %v, %v", first, err)
	}
	report, err := d.Verify(d.ctx(), nil)
	must(t, err)
	if !report.OK {
		t.Errorf("verify finds %+v", report.Faults)
	}
}

func TestAStaleOrUnchangedScaleIsNotSaved(t *testing.T) {
	d := newDesk(t)
	d.rescaled("No satire here.", without("satire"))
	drafts := factcheck.DefaultScale().Drafts()
	if _, err := d.EditScale(d.ctx(), d.zoe, 1, drafts, "x"); factcheck.KindOf(err) != factcheck.Conflict {
		t.Errorf("a stale scale: %v", err)
	}
	if _, err := d.EditScale(d.ctx(), d.zoe, 2, without("satire")(drafts), "x"); factcheck.KindOf(err) != factcheck.Conflict {
		t.Errorf("an unchanged scale: %v", err)
	}
	_, err := d.EditScale(d.ctx(), d.zoe, 2, factcheck.DefaultScale().Drafts(), " ")
	if p := factcheck.Problems(err); len(p) != 1 || p[0].Field != "note" {
		t.Errorf("without a note: %v", err)
	}
	if _, err := d.EditScale(d.ctx(), d.bo, 2, drafts, "x"); factcheck.KindOf(err) != factcheck.Forbidden {
		t.Errorf("by an editor: %v", err)
	}
}

func TestAVerdictWhoseRatingWasRetiredIsAskedForAgain(t *testing.T) {
	d := newDesk(t)
	c := d.sent()
	slug := "unproven"
	v := factcheck.VerdictDraft{Rating: slug, Explanation: "Nobody knows."}
	_, err := d.RuleOn(d.ctx(), d.ani, c.ID, anyBase, v)
	must(t, err)
	d.rescaled("We decide.", without(slug))
	_, err = d.Submit(d.ctx(), d.ani, c.ID, anyBase, "")
	if factcheck.KindOf(err) != factcheck.Conflict || !strings.Contains(err.Error(), "taken off the scale") {
		t.Errorf("it is sent all the same: %v", err)
	}
	if _, err := d.RuleOn(d.ctx(), d.ani, c.ID, anyBase, v); factcheck.Problems(err) == nil {
		t.Errorf("it is given again: %v", err)
	}
	v.Rating = "false"
	_, err = d.RuleOn(d.ctx(), d.ani, c.ID, anyBase, v)
	must(t, err)
	_, err = d.Submit(d.ctx(), d.ani, c.ID, anyBase, "")
	must(t, err)
}

func TestPagesForReadersAreWrittenOnce(t *testing.T) {
	d := newDesk(t)
	if empty, err := d.EmptyPages(d.ctx()); err != nil || len(empty) != len(factcheck.PageKinds) {
		t.Fatalf("%d pages are empty, %v", len(empty), err)
	}
	edition := d.edition()
	p, err := d.WritePage(d.ctx(), d.zoe, "funding", 0, " ## Owners\r\nOurselves. ")
	must(t, err)
	if p.Version != 1 || p.Body != "## Owners\nOurselves." || d.edition() != edition+1 {
		t.Errorf("it is %+v in edition %d", p, d.edition())
	}
	for name, wrong := range map[string]struct {
		by   factcheck.Actor
		slug string
		base int64
		body string
		kind factcheck.Kind
	}{
		"stale":             {d.zoe, "funding", 0, "Others.", factcheck.Conflict},
		"by an editor":      {d.bo, "funding", 1, "Others.", factcheck.Forbidden},
		"at no address":     {d.zoe, "jobs", 0, "Others.", factcheck.NotFound},
		"with a bad link":   {d.zoe, "funding", 1, "[x](javascript:alert)", factcheck.Invalid},
		"longer than a lot": {d.zoe, "funding", 1, strings.Repeat("x", factcheck.MaxPage+1), factcheck.Invalid},
	} {
		if _, err := d.WritePage(d.ctx(), wrong.by, wrong.slug, wrong.base, wrong.body); factcheck.KindOf(err) != wrong.kind {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := d.PublicPage(d.ctx(), "team"); factcheck.KindOf(err) != factcheck.NotFound {
		t.Errorf("an empty page: %v", err)
	}
	for _, slug := range []string{"about", "methodology"} {
		if p, err := d.PublicPage(d.ctx(), slug); err != nil || p.Body == "" {
			t.Errorf("%s has no words of its own: %v", slug, err)
		}
	}
	_, err = d.WritePage(d.ctx(), d.zoe, "funding", 1, "")
	must(t, err)
	i, err := d.Imprint(d.ctx())
	must(t, err)
	if i.Has("funding") || !i.Has("about") {
		t.Errorf("readers find %v", i.Pages)
	}
	if report, err := d.Verify(d.ctx(), nil); err != nil || !report.OK {
		t.Errorf("verify finds %+v, %v", report.Faults, err)
	}
}

func TestTheLogoIsAPictureDrawnAnew(t *testing.T) {
	d := newDesk(t)
	s, err := d.Settings(d.ctx())
	must(t, err)
	raw := seat(t, 7).Bytes
	for name, u := range map[string]newsroom.Upload{
		"text": {Name: "logo.png", Bytes: []byte("no picture at all, only words")},
		"gif":  {Name: "logo.gif", Bytes: []byte("GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;")},
		"much": {Name: "logo.png", Bytes: append(slices.Clone(raw), make([]byte, factcheck.MaxLogo)...)},
	} {
		if _, err := d.SetLogo(d.ctx(), d.zoe, s.Version, u); factcheck.KindOf(err) != factcheck.Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	s, err = d.SetLogo(d.ctx(), d.zoe, s.Version, newsroom.Upload{Name: "logo.png", Bytes: raw})
	must(t, err)
	f, shown, err := d.Logo(d.ctx())
	must(t, err)
	if f.Width != 30 || f.Height != 20 || factcheck.HashOf(shown) != f.CopySHA256 {
		t.Errorf("the logo is %+v", f)
	}
	if _, err := d.RemoveLogo(d.ctx(), d.zoe, s.Version-1); factcheck.KindOf(err) != factcheck.Conflict {
		t.Errorf("a stale removal: %v", err)
	}
	s.About = "About us."
	s, err = d.EditSettings(d.ctx(), d.zoe, s)
	must(t, err)
	if s.LogoID == 0 {
		t.Error("saving the settings took the logo away")
	}
	_, err = d.RemoveLogo(d.ctx(), d.zoe, s.Version)
	must(t, err)
	if _, _, err := d.Logo(d.ctx()); factcheck.KindOf(err) != factcheck.NotFound {
		t.Errorf("it is still there: %v", err)
	}
}
