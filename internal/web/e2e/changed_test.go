package e2e_test

import (
	"fmt"
	"strings"
	"testing"

	"claimdesk/internal/ingest"
	"claimdesk/internal/web/browsertest"
)

// newer brings in a copy of the source in which each old text is a new one.
func (f *furnished) newer(oldNew ...string) {
	f.t.Helper()
	doc, err := ingest.Text([]byte(strings.NewReplacer(oldNew...).Replace(own.text)), "seat-later.txt")
	f.must(err)
	_, err = f.room.AddSnapshot(f.t.Context(), f.actor("reporter"), f.source, doc)
	f.must(err)
}

// altered is the quote that a later copy has in other words.
const altered = "Nobody in Yerevan has asked to leave the CSTO"

func TestAnEditorTellsReadersThatASourceHasChanged(t *testing.T) {
	f, b := furnish(t), browsertest.New(t)
	id := f.public("Armenia is leaving the CSTO")
	f.newer(altered, "Some in Yerevan have asked to leave the CSTO")
	editor, reader := f.as("editor", b, browsertest.Options{}), f.somebody(b, browsertest.Options{})
	if strings.Contains(f.get(f.now(id).Live.Path()), "since changed") {
		t.Error("readers are told before anybody decided")
	}
	editor.visit("/desk")
	has(t, editor.Text("main"), "Sources that changed 1", "Altered, public")
	editor.follow(".queue .button")
	has(t, editor.Text(".fate"), "Altered", "Nobody", "Some in Yerevan")
	editor.follow("form .button[value=tell]")
	has(t, editor.Text("main"), "Readers are told now.", "Readers are told.")
	reader.visit(f.now(id).Live.Path())
	has(t, reader.Text(".since"), "The source has since changed.", "it no longer held these words.")
}

func TestPagesOfAChangedSourceAreAccessibleAndFit(t *testing.T) {
	f, b := furnish(t), browsertest.New(t)
	told, waits := f.public("Armenia is leaving the CSTO"), f.sent("Armenia has left the CSTO")
	f.newer(own.text[:20], "A first line that is new.\n\n"+own.text[:20])
	f.newer(altered, "Some in Yerevan have asked to leave the CSTO", "His term had run out.", "")
	fate := f.now(told).Evidence[0].Fate.ID
	editor := f.as("editor", b, browsertest.Options{Width: 1280, Height: 900})
	editor.visit(fmt.Sprintf("/desk/changed/%d", fate))
	editor.follow("form .button[value=tell]")
	bench, source := fmt.Sprintf("/desk/claims/%d", waits), fmt.Sprintf("/desk/sources/%d", f.source)
	pages := map[string]string{"work": "/desk", "bench": bench, "source": source, "old copy": source + "/snapshots/1",
		"compare": source + "/snapshots/3/changes?from=1", "decided": fmt.Sprintf("/desk/changed/%d", fate),
		"decision": fmt.Sprintf("/desk/changed/%d", f.now(waits).Evidence[1].Fate.ID),
		"check":    f.now(told).Live.Path(), "proof": fmt.Sprintf("/evidence/%d", f.now(told).Evidence[0].ID)}
	for _, look := range []struct {
		name string
		browsertest.Options
	}{
		{"light", browsertest.Options{Width: 1280, Height: 900}},
		{"dark", browsertest.Options{Width: 1280, Height: 900, Dark: true}},
		{"phone", browsertest.Options{Width: 390, Height: 844}},
		{"dark phone", browsertest.Options{Width: 390, Height: 844, Dark: true}},
	} {
		somebody := f.as("editor", b, look.Options)
		for name, path := range pages {
			somebody.fits(look.name+": "+name, path)
			somebody.Axe(look.name + ": changed source, " + name)
			somebody.picture("changed-" + strings.ReplaceAll(look.name+"-"+name, " ", "-"))
		}
	}
}
