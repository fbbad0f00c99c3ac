package newsroom_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// seat is a picture that no other is like.
func seat(t *testing.T, shade byte) newsroom.Upload {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 30, 20))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	img.Set(3, 3, color.NRGBA{shade, 0, 0, 255})
	var out bytes.Buffer
	must(t, png.Encode(&out, img))
	return newsroom.Upload{Name: `C:\pictures\seat.png`, Bytes: append(out.Bytes(), "what the camera wrote"...)}
}

// said is what is typed about an exhibit.
func said(description string) factcheck.ExhibitDraft {
	return factcheck.ExhibitDraft{Kind: factcheck.Photograph, Stance: factcheck.Refutes, Description: description, Origin: "Taken by us in the hall", VouchedBy: "Ani"}
}

// exhibit is one that Ani puts on a claim.
func (d *desk) exhibit(claim int64, description string) factcheck.Exhibit {
	d.t.Helper()
	_, e, err := d.AddExhibit(d.ctx(), d.ani, claim, newsroom.Base{}, said(description), seat(d.t, byte(len(description))))
	must(d.t, err)
	return e
}

func (d *desk) confirm(by factcheck.Actor, exhibit int64) factcheck.Claim {
	d.t.Helper()
	c, e, err := d.ConfirmExhibit(d.ctx(), by, exhibit, newsroom.Base{}, "")
	must(d.t, err)
	if e.ConfirmedBy != by.ID || e.Confirmer != by.Name || !e.ConfirmedAt.Equal(d.Room.Now()) {
		d.t.Errorf("confirmed: %+v", e)
	}
	return c
}

func TestAnExhibitIsKeptAsItCameAndShownAsACopy(t *testing.T) {
	d := newDesk(t)
	c := d.record("The seat is empty")
	file := seat(t, 9)
	c, e, err := d.AddExhibit(d.ctx(), d.ani, c.ID, newsroom.Base{}, said("The seat."), file)
	must(t, err)
	if c.Status != factcheck.Researching || len(c.Exhibits) != 1 || e.Letter() != "A" || e.Confirmed() || e.CreatedBy != d.ani.ID || e.EditedBy != d.ani.ID {
		t.Errorf("%s, %+v", c.Status, e)
	}
	if e.File.Name != "seat.png" || e.File.MediaType != "image/png" || e.File.SHA256 != factcheck.HashOf(file.Bytes) || e.File.Size != len(file.Bytes) || e.File.Width != 30 || e.File.Height != 20 {
		t.Errorf("the file: %+v", e.File)
	}
	if _, raw, err := d.ExhibitFile(d.ctx(), e.ID); err != nil || !bytes.Equal(raw, file.Bytes) {
		t.Errorf("the original: %d bytes, %v", len(raw), err)
	}
	if f, raw, err := d.ExhibitPicture(d.ctx(), e.ID); err != nil || factcheck.HashOf(raw) != f.CopySHA256 || f.CopyType != "image/png" {
		t.Errorf("the copy: %+v, %v", f, err)
	}
	_, e, err = d.AddExhibit(d.ctx(), d.ani, c.ID, newsroom.Base{}, factcheck.ExhibitDraft{Stance: factcheck.Context, Description: "The list.", Origin: "The office", VouchedBy: "Ani"},
		newsroom.Upload{Name: "list.csv", Bytes: []byte("name,seat\n")})
	must(t, err)
	if e.Kind != factcheck.Table || e.File.Picture() || e.Letter() != "B" {
		t.Errorf("%+v", e)
	}
	_, _, err = d.ExhibitPicture(d.ctx(), e.ID)
	refused(t, err, factcheck.NotFound, "picture")
	d.sound()
}

func TestWhatIsWrongWithAnExhibitIsSaidAtOnce(t *testing.T) {
	d := newDesk(t)
	c := d.record("The seat is empty")
	_, _, err := d.AddExhibit(d.ctx(), d.ani, c.ID, newsroom.Base{}, factcheck.ExhibitDraft{}, newsroom.Upload{Name: "x.svg", Bytes: []byte("<svg/>")})
	faulty(t, err, "stance", "description", "origin", "vouched_by", "file")
	_, _, err = d.AddExhibit(d.ctx(), d.ani, c.ID, newsroom.Base{}, said("x"), newsroom.Upload{Bytes: []byte("\x89PNG\r\n\x1a\nx")})
	faulty(t, err, "file")
	d.exhibit(c.ID, "The seat.")
	_, _, err = d.AddExhibit(d.ctx(), d.dav, c.ID, newsroom.Base{}, said("Other words."), seat(t, byte(len("The seat."))))
	refused(t, err, factcheck.Conflict, "exhibit A of the claim already")
	_, _, err = d.AddExhibit(d.ctx(), d.ani, 99, newsroom.Base{}, said("x"), seat(t, 77))
	refused(t, err, factcheck.NotFound, "claim 99")
	if c := d.claim(c.ID); len(c.Exhibits) != 1 {
		t.Errorf("%d exhibits", len(c.Exhibits))
	}
}

func TestASecondPersonConfirms(t *testing.T) {
	d := newDesk(t)
	c := d.record("The seat is empty")
	e := d.exhibit(c.ID, "The seat.")
	try := func(by factcheck.Actor, seen string) error {
		_, _, err := d.ConfirmExhibit(d.ctx(), by, e.ID, newsroom.Base{}, seen)
		return err
	}
	refused(t, try(d.ani, ""), factcheck.Forbidden, "brought in exhibit A yourself")
	refused(t, try(factcheck.ByConsole(), ""), factcheck.Forbidden, "console")
	_, err := d.EditExhibit(d.ctx(), d.dav, c.ID, e.ID, newsroom.Base{}, said("The seat, empty."))
	must(t, err)
	refused(t, try(d.dav, ""), factcheck.Forbidden, "described exhibit A yourself")
	refused(t, try(d.ani, ""), factcheck.Forbidden, "yourself")
	refused(t, try(d.bo, e.Seal()), factcheck.Conflict, "described anew")
	d.confirm(d.bo, e.ID)
	refused(t, try(d.cem, ""), factcheck.Conflict, "confirmed already, by Bo")
	_, err = d.EditExhibit(d.ctx(), d.dav, c.ID, e.ID, newsroom.Base{}, said("The seat, empty."))
	must(t, err)
	if !d.claim(c.ID).Exhibits[0].Confirmed() {
		t.Error("saving the same words again voids the confirmation")
	}
	_, err = d.EditExhibit(d.ctx(), d.ani, c.ID, e.ID, newsroom.Base{}, said("The seat, quite empty."))
	must(t, err)
	if d.claim(c.ID).Exhibits[0].Confirmed() {
		t.Error("other words are confirmed as well")
	}
	d.confirm(d.dav, e.ID)
	d.sound()
}

func TestTwoPeopleCanAlwaysConfirmEachOthersWords(t *testing.T) {
	d := newDesk(t)
	c := d.record("The seat is empty")
	e := d.exhibit(c.ID, "The seat.")
	_, err := d.EditExhibit(d.ctx(), d.bo, c.ID, e.ID, newsroom.Base{}, said("The seat, mended."))
	must(t, err)
	_, err = d.EditExhibit(d.ctx(), d.ani, c.ID, e.ID, newsroom.Base{}, said("The seat, mended."))
	must(t, err)
	d.confirm(d.bo, e.ID)
}

func TestTheConsolesExhibitNeedsTwoPeople(t *testing.T) {
	d := newDesk(t)
	c := d.record("The seat is empty")
	_, e, err := d.AddExhibit(d.ctx(), factcheck.ByConsole(), c.ID, newsroom.Base{}, said("The seat."), seat(t, 1))
	must(t, err)
	_, _, err = d.ConfirmExhibit(d.ctx(), d.bo, e.ID, newsroom.Base{}, "")
	refused(t, err, factcheck.Conflict, "nobody in particular")
	_, err = d.EditExhibit(d.ctx(), d.ani, c.ID, e.ID, newsroom.Base{}, said("The seat."))
	must(t, err)
	d.confirm(d.bo, e.ID)
}

func TestANewsroomOfOneConfirmsItsOwnAndSaysSo(t *testing.T) {
	d := newDesk(t)
	s, err := d.Settings(d.ctx())
	must(t, err)
	s.FourEyes = false
	_, err = d.EditSettings(d.ctx(), d.zoe, s)
	must(t, err)
	c := d.ready()
	e := d.exhibit(c.ID, "The seat.")
	d.confirm(d.ani, e.ID)
	shown, err := d.Preview(d.ctx(), c.ID)
	must(t, err)
	if len(shown.Exhibits) != 1 || !shown.Exhibits[0].Alone {
		t.Errorf("%+v", shown.Exhibits)
	}
	s, err = d.Settings(d.ctx())
	must(t, err)
	s.FourEyes = true
	_, err = d.EditSettings(d.ctx(), d.zoe, s)
	must(t, err)
	if shown, err = d.Preview(d.ctx(), c.ID); err != nil || len(shown.Exhibits) != 0 {
		t.Errorf("with four eyes it still counts: %+v, %v", shown.Exhibits, err)
	}
	d.confirm(d.bo, e.ID)
}

// exhibited writes an article whose body refers to exhibits.
func (d *desk) refer(claim int64, body string) {
	d.t.Helper()
	text := text()
	text.Body = body
	_, err := d.WriteArticle(d.ctx(), d.ani, claim, newsroom.Base{}, text)
	must(d.t, err)
}

func TestLettersCloseUpAndMarksFollow(t *testing.T) {
	d := newDesk(t)
	c := d.ready()
	a, b, e := d.exhibit(c.ID, "First."), d.exhibit(c.ID, "Second one."), d.exhibit(c.ID, "The third of them.")
	d.refer(c.ID, "One [A], two [B], three [C], a quote [1].")
	order := func(want, body string) {
		t.Helper()
		c := d.claim(c.ID)
		got := ""
		for i, x := range c.Exhibits {
			if got += x.Description[:1]; x.Position != i+1 {
				t.Errorf("%s has letter %s", x.Description, x.Letter())
			}
		}
		if got != want || c.Article.Body != body {
			t.Errorf("%s, %s; want %s, %s", got, c.Article.Body, want, body)
		}
	}
	_, err := d.MoveExhibit(d.ctx(), d.ani, c.ID, e.ID, true)
	must(t, err)
	order("FTS", "One [A], two [C], three [B], a quote [1].")
	_, err = d.MoveExhibit(d.ctx(), d.ani, c.ID, a.ID, true)
	must(t, err)
	order("FTS", "One [A], two [C], three [B], a quote [1].")
	_, err = d.RemoveExhibit(d.ctx(), d.ani, c.ID, a.ID, newsroom.Base{})
	must(t, err)
	order("TS", "One [0], two [B], three [A], a quote [1].")
	g, err := d.Gate(d.ctx(), c.ID)
	must(t, err)
	if g.ReadyToSend {
		t.Error("a mark that leads nowhere does not close the gate")
	}
	_, err = d.RemoveExhibit(d.ctx(), d.ani, c.ID, a.ID, newsroom.Base{})
	refused(t, err, factcheck.NotFound, "exhibit")
	_, _, err = d.ConfirmExhibit(d.ctx(), d.bo, a.ID, newsroom.Base{}, "")
	refused(t, err, factcheck.NotFound, "exhibit")
	_, err = d.EditExhibit(d.ctx(), d.bo, d.record("Another").ID, b.ID, newsroom.Base{}, said("x"))
	refused(t, err, factcheck.NotFound, "exhibit")
	d.sound()
}

func TestAnExhibitIsPublishedOnceItIsConfirmedAndStaysInItsRevision(t *testing.T) {
	d := newDesk(t)
	c := d.ready()
	a, b := d.exhibit(c.ID, "The seat."), d.exhibit(c.ID, "The seat, from behind.")
	d.refer(c.ID, "Recalled [1], and the seat is empty [B].")
	_, err := d.Submit(d.ctx(), d.ani, c.ID, newsroom.Base{}, "")
	must(t, err)
	_, err = d.ApproveAndPublish(d.ctx(), d.bo, c.ID, newsroom.Base{}, newsroom.Order{})
	refused(t, err, factcheck.Conflict, "The text refers to exhibit B: a second person has to confirm it first.")
	if done := d.confirm(d.bo, b.ID); done.Status != factcheck.InReview || !done.Signed(d.ani.ID) {
		t.Errorf("confirming leads to %s, signed %v", done.Status, done.Signed(d.ani.ID))
	}
	_, _, err = d.PublicExhibitFile(d.ctx(), b.ID)
	refused(t, err, factcheck.NotFound, "exhibit")
	_, err = d.ApproveAndPublish(d.ctx(), d.bo, c.ID, newsroom.Base{}, newsroom.Order{})
	must(t, err)
	live := d.check().Content
	if len(live.Exhibits) != 1 || live.Exhibits[0].Letter() != "B" || live.Exhibits[0].File.Name != "" || live.Exhibits[0].Alone {
		t.Errorf("published: %+v", live.Exhibits)
	}
	if !strings.Contains(live.BodyHTML, `href="#exhibit-B"`) {
		t.Errorf("the text: %s", live.BodyHTML)
	}
	f, raw, err := d.PublicExhibitFile(d.ctx(), b.ID)
	if err != nil || factcheck.HashOf(raw) != f.CopySHA256 || f.CopySHA256 == f.SHA256 {
		t.Errorf("readers get %+v, %v", f, err)
	}
	_, _, err = d.PublicExhibitFile(d.ctx(), a.ID)
	refused(t, err, factcheck.NotFound, "exhibit")

	_, err = d.RemoveExhibit(d.ctx(), d.ani, c.ID, b.ID, newsroom.Base{})
	must(t, err)
	d.refer(c.ID, "Recalled [1].")
	_, err = d.Publish(d.ctx(), d.bo, c.ID, newsroom.Base{}, newsroom.Order{Class: factcheck.Minor})
	faulty(t, err, "class")
	must(t, d.again(c.ID, newsroom.Order{Class: factcheck.Update, Note: "We no longer show the seat."}))
	if now := d.check().Content; len(now.Exhibits) != 0 {
		t.Errorf("the new revision shows %+v", now.Exhibits)
	}
	all, err := d.Revisions(d.ctx(), c.ID)
	must(t, err)
	if len(all) != 2 || len(all[1].Content.Exhibits) != 1 {
		t.Errorf("the old revision lost its exhibit: %+v", all[1].Content.Exhibits)
	}
	if _, _, err := d.PublicExhibitFile(d.ctx(), b.ID); err != nil {
		t.Errorf("its file is gone: %v", err)
	}
	d.sound()
}

func TestAMinorChangeCannotReferToWhatNobodyConfirmed(t *testing.T) {
	d := newDesk(t)
	c := d.live()
	d.exhibit(c.ID, "The seat.")
	d.refer(c.ID, "Recalled [1], withdrawn [2], empty [A].")
	_, err := d.Publish(d.ctx(), d.bo, c.ID, newsroom.Base{}, newsroom.Order{Class: factcheck.Minor})
	refused(t, err, factcheck.Conflict, "exhibit A")
}

func TestAConfirmationOfAPublishedClaimIsAChange(t *testing.T) {
	d := newDesk(t)
	c := d.ready()
	e := d.exhibit(c.ID, "The seat.")
	must(t, d.again(c.ID, newsroom.Order{}))
	if done := d.confirm(d.bo, e.ID); done.Status != factcheck.Researching {
		t.Errorf("it is %s", done.Status)
	}
}

func TestWhatChangedOfAnExhibitInReviewIsShown(t *testing.T) {
	d := newDesk(t)
	c := d.ready()
	e := d.exhibit(c.ID, "The seat.")
	_, err := d.Submit(d.ctx(), d.ani, c.ID, newsroom.Base{}, "")
	must(t, err)
	c, err = d.EditExhibit(d.ctx(), d.bo, c.ID, e.ID, newsroom.Base{}, said("The chair."))
	must(t, err)
	if c.Status != factcheck.InReview || c.Signed(d.ani.ID) {
		t.Errorf("%s, signed %v", c.Status, c.Signed(d.ani.ID))
	}
	v, err := d.Review(d.ctx(), c.ID)
	must(t, err)
	if len(v.Changes) != 1 || v.Changes[0].Field != "Exhibits" || !strings.Contains(v.Changes[0].Is, "The chair.") {
		t.Errorf("%+v", v.Changes)
	}
}

var exhibitTamperings = map[string]tampering{
	"what is said of an exhibit": {`UPDATE exhibits SET description = 'x'`, "exhibits", "exhibit 1 of claim 1", "describes it in another way"},
	"a forged confirmation":      {`UPDATE exhibits SET confirmed_by = 5`, "exhibits", "exhibit 1 of claim 1", "confirmed past the log"},
	"an exhibit taken off":       {`UPDATE exhibits SET position = 0`, "exhibits", "exhibit 1 of claim 1", "in another place"},
	"an exhibit put on":          {`INSERT INTO exhibits SELECT 9, claim_id, 2, kind, stance, description, origin, vouched_by, moment, file_id, 0, 0, created_by, created_at, edited_by, 0 FROM exhibits`, "exhibits", "exhibit 9 of claim 1", "knows nothing of it"},
	"a file, and its hash":       {`UPDATE files SET bytes = x'78', size = 1, sha256 = '` + hashOfX + `'`, "versions", "file 1", "has another hash for it"},
	"a file under a revision":    {`UPDATE files SET bytes = x'78', size = 1, sha256 = '` + hashOfX + `'`, "revisions", "file 1", "revision 1 of claim 1 has another hash for it"},
}

func TestTamperingWithExhibitsIsFound(t *testing.T) {
	whole := newDesk(t)
	c := whole.ready()
	whole.confirm(whole.bo, whole.exhibit(c.ID, "The seat.").ID)
	must(t, whole.again(c.ID, newsroom.Order{}))
	whole.sound()
	whole.tampered(t, exhibitTamperings)
}
