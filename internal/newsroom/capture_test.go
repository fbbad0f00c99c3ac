package newsroom_test

import (
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// posted is what somebody wrote in public.
const posted = "Friends, it is done!\n\nYerevan says it “is leaving” the alliance – for good.\nShare this."

// seen is a claim that was met in the post.
func seen(claim, said, text string) factcheck.ClaimDraft {
	return factcheck.ClaimDraft{Text: claim, Appearances: []factcheck.AppearanceDraft{
		{Outlet: "A channel", URL: "https://channel.example/1", SeenOn: "2023-09-11", Said: said, Text: text}}}
}

// edit saves a claim as it stands, but for what change does to its draft.
func (d *desk) edit(id int64, change func(*factcheck.ClaimDraft)) (factcheck.Claim, error) {
	d.t.Helper()
	draft := d.claim(id).Draft()
	change(&draft)
	return d.EditClaim(d.ctx(), d.ani, id, newsroom.Base{}, draft)
}

func TestWordsAsSaidAreFoundInThePost(t *testing.T) {
	d := newDesk(t)
	c, err := d.RecordClaim(d.ctx(), d.ani, seen("It has left.", "the alliance –  for good.\r\nShare this", posted))
	must(t, err)
	a := c.Appearances[0]
	if a.Said != "the alliance – for good.\nShare this" || a.Found == nil || a.Found.Exact != a.Said {
		t.Errorf("said is %q, found %+v", a.Said, a.Found)
	}
	if a.Capture == nil || a.Capture.TextSHA256 != factcheck.HashOf([]byte(posted)) || a.Capture.File != nil || a.Capture.Text != "" {
		t.Errorf("the copy is %+v", a.Capture)
	}
	kept, err := d.Capture(d.ctx(), c.ID, a.Capture.ID)
	if must(t, err); kept.Text != posted {
		t.Errorf("the text is %q", kept.Text)
	}
	other := d.record("Something else")
	_, err = d.Capture(d.ctx(), other.ID, a.Capture.ID)
	refused(t, err, factcheck.NotFound, "There is no copy")
	d.sound()
}

func TestWordsThatThePostDoesNotHoldAreRefused(t *testing.T) {
	d := newDesk(t)
	for said, offers := range map[string]int{`Yerevan says it "is leaving" the alliance`: 1, "Yerevan says it is about to leave": 0, "Nothing of it": 0} {
		_, err := d.RecordClaim(d.ctx(), d.ani, seen("It has left.", said, posted))
		faulty(t, err, "appearances.0.said")
		e := factcheck.As(err)
		if len(e.Offers) != offers || offers > 0 && e.Offers[0].Anchor.Exact != "Yerevan says it “is leaving” the alliance" {
			t.Errorf("%s: offers are %+v", said, e.Offers)
		}
		if offers == 0 && strings.HasPrefix(said, "Yerevan") && (e.Nearest == nil || len(e.Nearest.Diff) == 0) {
			t.Errorf("%s: the nearest is %+v", said, e.Nearest)
		}
	}
	if page, err := d.Claims(d.ctx(), d.ani, newsroom.ClaimFilter{}); err != nil || page.Total != 0 {
		t.Errorf("%d claims were recorded, %v", page.Total, err)
	}
	c, err := d.RecordClaim(d.ctx(), d.ani, seen("It has left.", "Words as somebody heard them", ""))
	if must(t, err); c.Appearances[0].Found != nil || c.Appearances[0].Capture != nil {
		t.Errorf("without a text they are %+v", c.Appearances[0])
	}
	_, err = d.edit(c.ID, func(draft *factcheck.ClaimDraft) { draft.Appearances[0].Text = posted })
	faulty(t, err, "appearances.0.said")
}

func TestWhatIsKeptStaysUntilItIsTakenOut(t *testing.T) {
	d := newDesk(t)
	c, err := d.RecordClaim(d.ctx(), d.ani, seen("It has left.", "Share this.", posted))
	must(t, err)
	first := c.Appearances[0].Capture.ID
	same, err := d.edit(c.ID, func(draft *factcheck.ClaimDraft) {
		draft.Appearances[0].Text = strings.ReplaceAll(posted, "\n", "\r\n")
	})
	if must(t, err); same.Version != c.Version {
		t.Error("the same text once more is a change")
	}
	shot := seat(t, 1)
	c, err = d.edit(c.ID, func(draft *factcheck.ClaimDraft) {
		draft.Topics, draft.Appearances[0].Picture, draft.Appearances[0].Plain = []string{"Alliances"}, &shot, true
	})
	must(t, err)
	now := c.Appearances[0]
	if now.Capture.ID == first || now.Capture.File == nil || now.Capture.TextSHA256 != factcheck.HashOf([]byte(posted)) || now.Found == nil || !now.Plain {
		t.Errorf("with a picture it is %+v", now)
	}
	f, raw, err := d.CapturePicture(d.ctx(), c.ID, now.Capture.ID)
	if must(t, err); f.MediaType != "image/png" || factcheck.HashOf(raw) != f.CopySHA256 {
		t.Errorf("the picture is %+v", f)
	}
	again, err := d.edit(c.ID, func(draft *factcheck.ClaimDraft) { draft.Appearances[0].Picture = &shot })
	if must(t, err); again.Version != c.Version {
		t.Error("the same picture once more is a change")
	}
	c, err = d.edit(c.ID, func(draft *factcheck.ClaimDraft) {
		draft.Appearances = append([]factcheck.AppearanceDraft{{Outlet: "Another"}}, draft.Appearances...)
	})
	if must(t, err); c.Appearances[0].Capture != nil || c.Appearances[1].Capture == nil || c.Appearances[1].Capture.ID != now.Capture.ID {
		t.Errorf("after another was put before it: %+v", c.Appearances)
	}
	c, err = d.edit(c.ID, func(draft *factcheck.ClaimDraft) { draft.Appearances[1].CaptureID = 0 })
	if must(t, err); c.Appearances[1].Capture != nil || c.Appearances[1].Found != nil || c.Appearances[1].Said != "Share this." {
		t.Errorf("taken out it is %+v", c.Appearances[1])
	}
	if _, err = d.Capture(d.ctx(), c.ID, first); err != nil {
		t.Errorf("what was kept is gone: %v", err)
	}
	d.sound()
}

func TestOnlyPicturesAndOwnCopiesAreTaken(t *testing.T) {
	d := newDesk(t)
	other, err := d.RecordClaim(d.ctx(), d.ani, seen("It has left.", "", posted))
	must(t, err)
	for field, change := range map[string]func(*factcheck.AppearanceDraft){
		"appearances.0.file": func(a *factcheck.AppearanceDraft) {
			a.Picture = &newsroom.Upload{Name: "a.txt", Bytes: []byte("words")}
		},
		"appearances.0.capture_id": func(a *factcheck.AppearanceDraft) { a.CaptureID = other.Appearances[0].Capture.ID },
		"appearances.0.text":       func(a *factcheck.AppearanceDraft) { a.Text = strings.Repeat("a", factcheck.MaxPost+1) },
	} {
		draft := seen("It is gone.", "", "")
		change(&draft.Appearances[0])
		_, err := d.RecordClaim(d.ctx(), d.ani, draft)
		faulty(t, err, field)
		_, err = d.EditClaim(d.ctx(), d.ani, d.record("It is gone.").ID, newsroom.Base{}, draft)
		faulty(t, err, field)
	}
	_, err = d.edit(other.ID, func(draft *factcheck.ClaimDraft) { draft.Appearances[0].Text = "\xff" })
	faulty(t, err, "appearances.0.text")
}

func TestSeveralClaimsAtOnceKeepNoCopy(t *testing.T) {
	d := newDesk(t)
	shared := seen("", "Anything", posted)
	claims, err := d.RecordClaims(d.ctx(), d.ani, "One\nTwo", shared)
	must(t, err)
	for _, c := range claims {
		if c.Appearances[0].Capture != nil {
			t.Errorf("claim %d has a copy", c.ID)
		}
	}
	if shared.Appearances[0].Text != posted {
		t.Error("the caller's draft was changed")
	}
}

func TestAClaimIsVerbatimOnlyWhereItsWordsWereFound(t *testing.T) {
	for _, x := range []struct {
		claim, text string
		want        bool
	}{
		{"Yerevan is leaving the alliance.", "They say: Yerevan is\nleaving the alliance, for good.", true},
		{"Yerevan is leaving the alliance!", "Yerevan is leaving the alliance", true},
		{"Yerevan is leaving", "Yerevan is leaving, is it? Yerevan is leaving.", true},
		{"yerevan is leaving.", "Yerevan is leaving.", false},
		{"Yerevan is leaving.", "Yerevan is leavingly quiet.", false},
		{"Yerevan “is leaving”.", "Yerevan \"is leaving\".", false},
		{"Yerevan is leaving.", "Yerevan is about to be leaving.", false},
		{"Yerevan is leaving.", "", false},
		{"Ереван уходит։", "Ереван уходит", true},
		{"?", "What?", false},
	} {
		d := newDesk(t)
		c := d.ready()
		_, err := d.EditClaim(d.ctx(), d.ani, c.ID, newsroom.Base{}, seen(x.claim, "", x.text))
		must(t, err)
		n, err := d.Preview(d.ctx(), c.ID)
		if must(t, err); n.Verbatim != x.want {
			t.Errorf("%q in %q: verbatim is %v", x.claim, x.text, n.Verbatim)
		}
	}
}

func TestReadersGetTheHashOfAPostAndNotThePost(t *testing.T) {
	d := newDesk(t)
	c := d.ready()
	shot := seat(t, 2)
	_, err := d.edit(c.ID, func(draft *factcheck.ClaimDraft) {
		*draft = seen("Yerevan says it “is leaving” the alliance", "Share this.", posted)
		draft.Appearances[0].Picture = &shot
	})
	must(t, err)
	must(t, d.again(c.ID, first))
	n := d.check().Content
	a := n.Appearances[0]
	if !n.Verbatim || a.Capture == nil || a.Capture.TextSHA256 != factcheck.HashOf([]byte(posted)) || a.Capture.File.SHA256 != factcheck.HashOf(shot.Bytes) {
		t.Errorf("verbatim %v, the copy is %+v", n.Verbatim, a.Capture)
	}
	if a.Capture.File.Name != "" || a.Capture.Text != "" || a.Found.Prefix+a.Found.Suffix != "" || a.Found.Exact != "Share this." {
		t.Errorf("readers get %+v and %+v", *a.Capture.File, *a.Found)
	}
	d.sound()
}
