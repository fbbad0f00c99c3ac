package e2e_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"net/http"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/browsertest"
)

func TestZZShots(t *testing.T) {
	f, b := furnish(t), browsertest.New(t)
	img := image.NewRGBA(image.Rect(0, 0, 600, 900))
	for i := range 600 * 900 {
		img.Set(i%600, i/600, color.RGBA{uint8(i / 3000), 120, 200, 255})
	}
	var shot bytes.Buffer
	f.must(png.Encode(&shot, img))
	id := f.ready("Armenia is leaving the CSTO")
	c := f.now(id)
	d := c.Draft()
	d.Appearances = []factcheck.AppearanceDraft{
		{Outlet: "The Evening Wire", URL: "https://news.example.org/leaving", SeenOn: "2023-09-06", Said: "Armenia is leaving the CSTO", Text: "Breaking: Armenia is leaving the CSTO, and “nobody” will stop it – for good.\n\nShare this.", Picture: &newsroom.Upload{Name: "shot.png", Bytes: shot.Bytes()}},
		{Outlet: "A channel", URL: "https://channel.example.org/post/1234567", SeenOn: "2023-09-07", ArchivedURL: "https://web.archive.org/web/1/x", Plain: true}}
	_, err := f.room.EditClaim(t.Context(), f.actor("reporter"), id, newsroom.Base{}, d)
	f.must(err)
	s, err := f.room.Source(t.Context(), f.actor("reporter"), f.source)
	f.must(err)
	sd := s.Draft()
	sd.ArchivedURL = "https://web.archive.org/web/20230914/https://institute.example.org/seat"
	_, err = f.room.EditSource(t.Context(), f.actor("reporter"), s.ID, s.Version, sd)
	f.must(err)
	_, err = f.room.Submit(t.Context(), f.actor("reporter"), id, newsroom.Base{}, "")
	f.must(err)
	_, err = f.room.ApproveAndPublish(t.Context(), f.actor("editor"), id, newsroom.Base{}, newsroom.Order{})
	f.must(err)
	doc, err := ingest.Text([]byte("He said: “the seat is empty” – twice.\n\nOnce more: “the seat is empty” – thrice. Nobody asked him why."), "")
	f.must(err)
	source, err := f.room.AddSource(t.Context(), f.actor("reporter"), factcheck.SourceDraft{Title: "The talks", URL: "https://talks.example.org/1"}, doc)
	f.must(err)
	live := f.now(id)
	for name, o := range map[string]browsertest.Options{"1280": {Width: 1280, Height: 900}, "1280d": {Width: 1280, Height: 900, Dark: true}, "390": {Width: 390, Height: 844}, "390d": {Width: 390, Height: 844, Dark: true}} {
		p := f.as("reporter", b, o)
		take := func(what string) { p.Screenshot("/tmp/b/ev/" + what + "-" + name + ".png") }
		p.visit(fmt.Sprintf("/desk/claims/%d/quote?source=%d&passage=1", id, source.ID))
		p.Fill("#exact", `"the seat is empty" - twice`)
		p.Click(`label:has([name=stance][value=refutes])`)
		p.meet(http.StatusUnprocessableEntity, "main form.form > .actions .button")
		take("offer")
		p.Fill("#exact", `"the seat is empty"`)
		p.meet(http.StatusUnprocessableEntity, "main form.form > .actions .button")
		take("offers")
		p.Fill("#exact", `the seat is empty`)
		p.meet(http.StatusUnprocessableEntity, "main form.form > .actions .button")
		take("places")
		p.visit(fmt.Sprintf("/desk/claims/%d/edit", id))
		take("edit")
		p.Fill(`[id="appearances.0.said"]`, `and "nobody" will stop it`)
		p.meet(http.StatusUnprocessableEntity, "main form.form > .actions .button")
		take("said")
		p.visit("/desk/claims/new")
		p.Click("fieldset.repeat details summary")
		take("new")
		p.visit(fmt.Sprintf("/desk/claims/%d", id))
		take("bench")
		p.visit(fmt.Sprintf("/desk/sources/%d", source.ID))
		take("source")
		p.visit(live.Live.Path())
		take("check")
		p.visit(fmt.Sprintf("/evidence/%d", live.Evidence[0].ID))
		take("proof")
	}
}
