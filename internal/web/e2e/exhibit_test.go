package e2e_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/browsertest"
)

// hall is a drawing of an empty chair in a hall, as a PNG.
func hall(t *testing.T) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 1200, 800))
	for y := range 800 {
		for x := range 1200 {
			c := color.RGBA{205, 196, 178, 255}
			switch {
			case y > 560:
				c = color.RGBA{122, 92, 66, 255}
			case x > 500 && x < 700 && y > 300 && y < 480, x > 480 && x < 720 && y >= 480 && y < 520:
				c = color.RGBA{90, 40, 40, 255}
			}
			if (x > 490 && x < 510 || x > 690 && x < 710) && y >= 520 && y < 640 {
				c = color.RGBA{60, 30, 30, 255}
			}
			img.Set(x, y, c)
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// exhibited is a claim with a picture and a table, which the editor has
// confirmed, and a recording that waits.
func (f *furnished) exhibited() int64 {
	f.t.Helper()
	ctx, id := f.t.Context(), f.ready("The seat in the hall is empty")
	for i, x := range []struct {
		kind        factcheck.ExhibitKind
		description string
		file        newsroom.Upload
	}{
		{factcheck.Photograph, "The hall on the morning of the session. The third chair from the left, with the country’s name on it, is empty.", newsroom.Upload{Name: "hall.png", Bytes: hall(f.t)}},
		{factcheck.Table, "Who sat where, as the secretariat wrote it down.", newsroom.Upload{Name: "seats.csv", Bytes: []byte("chair,country\n3,\n")}},
		{factcheck.Recording, "The roll call; nobody answers.", newsroom.Upload{Name: "roll-call.mp3", Bytes: []byte("ID3\x04\x00")}},
	} {
		_, e, err := f.room.AddExhibit(ctx, f.actor("reporter"), id, newsroom.Base{}, factcheck.ExhibitDraft{Kind: x.kind, Stance: factcheck.Refutes, Description: x.description,
			Origin: "Handed to our reporter in the hall", VouchedBy: "The reporter"}, x.file)
		f.must(err)
		if i < 2 {
			_, _, err = f.room.ConfirmExhibit(ctx, f.actor("editor"), e.ID, newsroom.Base{}, "")
			f.must(err)
		}
	}
	_, err := f.room.WriteArticle(ctx, f.actor("reporter"), id, newsroom.Base{}, factcheck.ArticleDraft{Headline: headline, Summary: explanation,
		Body: "## What is known\n\nThe brief is plain about it.[1] The chair was empty,[A] and so was its line in the list.[B]"})
	f.must(err)
	return id
}

func TestAnExhibitGoesFromTheBenchToItsReaders(t *testing.T) {
	f, b := furnish(t), browsertest.New(t)
	id := f.ready("The seat in the hall is empty")
	file := filepath.Join(t.TempDir(), "hall.png")
	f.must(os.WriteFile(file, hall(t), 0o600))
	bench := fmt.Sprintf("/desk/claims/%d", id)
	reporter, editor := f.as("reporter", b, browsertest.Options{}), f.as("editor", b, browsertest.Options{})
	reporter.visit(bench)
	reporter.follow(`#exhibits a[href$="/exhibits"]`)
	reporter.Upload("#file", file)
	reporter.Fill("#description", "The chair, empty.")
	reporter.Click(`[name="stance"][value="refutes"]`)
	reporter.Fill("#origin", "Taken by us")
	reporter.follow("form.form .button")
	reporter.reads("Exhibit A added.", "Somebody else has to confirm it.")
	editor.visit(bench)
	editor.follow(`#exhibits form[action$="/confirm"] button`)
	editor.reads("Exhibit A confirmed.", "Confirmed by The editor")
	_, err := f.room.Submit(t.Context(), f.actor("reporter"), id, newsroom.Base{}, "")
	f.must(err)
	_, err = f.room.ApproveAndPublish(t.Context(), f.actor("editor"), id, newsroom.Base{}, newsroom.Order{})
	f.must(err)
	reader := f.somebody(b, browsertest.Options{})
	reader.visit(f.now(id).Live.Path())
	reader.See("#exhibit-A img")
	reader.settled()
	if wide := ask[float64](reader, `document.querySelector('#exhibit-A img').naturalWidth`); wide != 1200 {
		t.Errorf("the picture that readers see is %v wide", wide)
	}
}

func TestPagesWithExhibitsAreAccessibleAndFit(t *testing.T) {
	f, b := furnish(t), browsertest.New(t)
	id := f.exhibited()
	bench := fmt.Sprintf("/desk/claims/%d", id)
	desk := map[string]string{"bench": bench, "new": bench + "/exhibits", "edit": bench + "/exhibits/1", "preview": bench + "/preview"}
	for _, look := range []struct {
		name string
		browsertest.Options
	}{
		{"light", browsertest.Options{Width: 1280, Height: 900}},
		{"dark", browsertest.Options{Width: 1280, Height: 900, Dark: true}},
		{"phone", browsertest.Options{Width: 390, Height: 844}},
		{"dark phone", browsertest.Options{Width: 390, Height: 844, Dark: true}},
	} {
		editor := f.as("editor", b, look.Options)
		for name, path := range desk {
			editor.fits(look.name+": "+name, path)
			editor.Axe(look.name + ": exhibits, " + name)
			editor.picture("exhibits-" + look.name + "-" + name)
		}
	}
}

// settled waits until every picture of the page is there, those below the
// screen too.
func (p *person) settled() {
	for !ask[bool](p, `[...document.images].every(i => { i.loading = 'eager'; return i.complete })`) && p.Ctx.Err() == nil {
	}
}

// picture keeps how a page looks among the test's artifacts.
func (p *person) picture(name string) {
	p.settled()
	p.Screenshot(filepath.Join(p.t.ArtifactDir(), name+".png"))
}
