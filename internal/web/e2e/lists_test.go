package e2e_test

import (
	"fmt"
	"net/http"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/browsertest"
)

func card(id int64) string { return fmt.Sprintf("#c%d", id) }

func TestAClaimGoesOverTheBoardFromNewToPublished(t *testing.T) {
	f, b := furnish(t), browsertest.New(t)
	ready := f.ready(claimText)
	fresh, err := f.room.RecordClaim(t.Context(), f.actor("editor"), factcheck.ClaimDraft{Text: "The seat is sold"})
	f.must(err)
	reporter, editor := f.as("reporter", b, browsertest.Options{}), f.as("editor", b, browsertest.Options{})
	reporter.visit("/desk/board")
	reporter.fine("board")
	reporter.follow(card(fresh.ID) + " button[value=take]")
	reporter.reads(fmt.Sprintf("You have #%d now.", fresh.ID))
	reporter.See("#column-researching " + card(fresh.ID))
	reporter.follow(card(ready) + " button[value=submit]")
	reporter.See("#column-in-review " + card(ready))
	if reporter.Count(card(ready)+" button") != 0 {
		t.Error("the reporter may do something with what they have sent")
	}
	editor.visit("/desk/board")
	editor.Press(kb.Tab)
	ask[bool](editor, `(document.querySelector('`+card(ready)+` button[value=approve]').focus(), true)`)
	editor.Press(kb.Enter)
	editor.See("#column-approved " + card(ready))
	editor.follow(card(ready) + " button[value=publish]")
	editor.See("#column-published " + card(ready))
	if f.now(ready).Live == nil {
		t.Error("nothing is public")
	}
}

func TestACardIsDraggedToWhereItsButtonLeads(t *testing.T) {
	f, b := furnish(t), browsertest.New(t)
	ready, begun := f.ready(claimText), f.claim("The seat is sold")
	p := f.as("reporter", b, browsertest.Options{})
	p.visit("/desk/board")
	p.Drag(card(ready), "#column-approved")
	p.See("[data-board-says]:not(.visually-hidden)")
	p.reads("cannot go to “Approved” from here")
	p.Drag(card(ready), "#column-in-review")
	p.See("#column-in-review " + card(ready))
	p.Drag(card(begun), "#column-in-review")
	if got := f.now(begun).Status; got != factcheck.Researching || f.now(ready).Status != factcheck.InReview {
		t.Errorf("they are %s and %s", got, f.now(ready).Status)
	}
}

func TestManyClaimsAreChangedWithMouseAndKeys(t *testing.T) {
	f, b := furnish(t), browsertest.New(t)
	for _, text := range []string{"One seat", "Two seats", "Three seats"} {
		_, err := f.room.RecordClaim(t.Context(), f.actor("editor"), factcheck.ClaimDraft{Text: text})
		f.must(err)
	}
	p := f.as("editor", b, browsertest.Options{})
	p.visit("/desk/claims?sort=text")
	p.Click("#claim-1")
	p.Click("#claim-2")
	p.reads("2 chosen of 3 shown")
	p.fine("claims, some chosen")
	p.Fill("#bulk-assignee", fmt.Sprint(f.users["reporter"].ID))
	p.follow("button[value=assign]")
	p.reads("2 claims assigned to The reporter.")

	p.visit("/desk/claims?sort=text")
	ask[bool](p, `(document.querySelector('[data-all] input').focus(), true)`)
	p.Press(" ")
	p.reads("3 chosen of 3 shown")
	p.Fill("#bulk-topic", "Furniture")
	p.Press(kb.Enter)
	p.See(".notice.done")
	p.reads("3 claims put under “Furniture”.")

	p.Click("#claim-3")
	_, err := f.room.PlanClaim(t.Context(), f.actor("second"), 3, newsroom.Base{}, factcheck.PlanDraft{Reach: 1, Harm: 1})
	f.must(err)
	p.Fill("#bulk-reason", "opinion")
	p.meet(http.StatusConflict, "button[value=drop]")
	p.reads("Nothing was changed", "since you opened the list")
	p.fine("claims, refused")
	if p.Count("#claim-3:checked") != 1 || p.Value("#bulk-reason") != "opinion" {
		t.Error("what was chosen is lost")
	}
	p.follow("button[value=drop]")
	p.reads("1 claim dropped.")
}

func TestTheListAndTheBoardWorkWithoutScripts(t *testing.T) {
	f, b := furnish(t), browsertest.New(t)
	id := f.ready(claimText)
	p := f.as("editor", b, browsertest.Options{NoJS: true})
	p.visit("/desk/claims")
	p.follow("a[data-choose-all]")
	p.Fill("#bulk-topic", "Furniture")
	p.follow("button[value=tag]")
	p.reads("1 claim put under “Furniture”.")
	p.follow("th a[href$='sort=due']")
	p.follow(".head a[href='/desk/board']")
	p.follow(card(id) + " button[value=submit]")
	p.See("#column-in-review " + card(id))
}
