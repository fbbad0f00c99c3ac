package e2e_test

import (
	"fmt"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/browsertest"
)

func TestWhatIsBeingTypedIsFoundAmongTheClaimsAndAddedThere(t *testing.T) {
	f, b := furnish(t), browsertest.New(t)
	id := f.claim("The northern bridge was closed because of a crack")
	for name, look := range map[string]browsertest.Options{"wide": {}, "phone": {Width: 390, Height: 844}} {
		t.Run(name, func(t *testing.T) {
			before := len(f.now(id).Repeats)
			p := f.as("reporter", b, look)
			p.visit("/desk/claims/new")
			p.Fill("#text", "They closed the northern bridge, there is a crack")
			p.See(`[data-matches] button[name="repeat_of"]`)
			p.Axe("record, with what says the same")
			p.follow(fmt.Sprintf(`[data-matches] button[value="%d"]`, id))
			p.reads("Added as an appearance of this claim.")
			if again := f.now(id).Repeats; len(again) != before+1 || again[before].Said != "They closed the northern bridge, there is a crack" {
				t.Errorf("seen again %+v", again)
			}
		})
	}
}

func TestAMergeIsMadeAndUndoneWithoutScripts(t *testing.T) {
	f, b := furnish(t), browsertest.New(t)
	first, second := f.claim("The northern bridge was closed because of a crack"), f.claim("Because of a crack the northern bridge is closed")
	p := f.as("reporter", b, browsertest.Options{NoJS: true})
	p.visit(fmt.Sprintf("/desk/claims/%d", second))
	p.follow(`#matches .match button`)
	p.reads(fmt.Sprintf("#%d is an appearance of this claim now.", second))
	if c := f.now(second); c.MergedInto != first || c.Status != factcheck.Dropped {
		t.Errorf("the claim is %s, merged into %d", c.Status, c.MergedInto)
	}
	p.follow(".notice.undo button")
	p.reads("The claim stands by itself again.")
	if c := f.now(second); c.MergedInto != 0 || len(f.now(first).Repeats) != 0 {
		t.Errorf("undone, the claim is merged into %d", c.MergedInto)
	}
}
