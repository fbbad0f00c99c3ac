package desk_test

import (
	"net/url"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/newsroom"

	"github.com/labstack/echo/v4"
)

// recall is the source of the bench's tests: its third passage says the same
// twice, and its last one has letters that take more than one byte.
const recall = `After the recall

Yerevan recalled its representative when his term came to an end. Armenia is not pursuing a formal withdrawal; it is freezing its part.

The chair is empty. Nobody resigned. Everybody noticed that the chair is empty.

Գնդեցյան ու 😀 the fourth passage.`

// newsdesk is a house with a source, and with its people at hand.
type newsdesk struct {
	*house
	reporter, editor, chief *visitor
	source                  factcheck.Source
}

func openNewsdesk(t *testing.T) *newsdesk {
	t.Helper()
	d := &newsdesk{house: furnished(t)}
	d.reporter, d.editor, d.chief = d.as(factcheck.Reporter), d.as(factcheck.Editor), d.as(factcheck.Admin)
	doc, err := ingest.Text([]byte(recall), "")
	must(t, err)
	d.source, err = d.room.AddSource(t.Context(), d.actor(factcheck.Reporter), factcheck.SourceDraft{Title: "After the recall"}, doc)
	must(t, err)
	return d
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func (d *newsdesk) actor(role factcheck.Role) factcheck.Actor { return d.users[role].Actor() }

// claim records a claim that goes round.
func (d *newsdesk) claim(text string) factcheck.Claim {
	d.t.Helper()
	claim, err := d.room.RecordClaim(d.t.Context(), d.actor(factcheck.Reporter), factcheck.ClaimDraft{Text: text, SourceID: d.source.ID})
	must(d.t, err)
	return claim
}

// ready is a claim with all that the gate asks for, sent for review by the
// reporter.
func (d *newsdesk) ready(text string) factcheck.Claim {
	d.t.Helper()
	ctx, by, c := d.t.Context(), d.actor(factcheck.Reporter), d.claim(text)
	_, _, err := d.room.AttachQuote(ctx, by, c.ID, newsroom.Base{}, factcheck.EvidenceDraft{SourceID: d.source.ID,
		Exact: "Armenia is not pursuing a formal withdrawal", Stance: factcheck.Refutes})
	must(d.t, err)
	_, err = d.room.RuleOn(ctx, by, c.ID, newsroom.Base{}, factcheck.VerdictDraft{Rating: "false", Explanation: "It is not so."})
	must(d.t, err)
	_, err = d.room.WriteArticle(ctx, by, c.ID, newsroom.Base{}, factcheck.ArticleDraft{Headline: "Not so: " + text, Summary: "It is not so.", Body: "See the source.[1]"})
	must(d.t, err)
	c, err = d.room.Submit(ctx, by, c.ID, newsroom.Base{}, "")
	must(d.t, err)
	return c
}

// now is the claim as it stands.
func (d *newsdesk) now(claim int64) factcheck.Claim {
	d.t.Helper()
	c, err := d.room.Claim(d.t.Context(), factcheck.ByConsole(), claim)
	must(d.t, err)
	return c
}

// piece is a piece of a claim's evidence as it stands, or nil.
func (d *newsdesk) piece(claim, evidence int64) *factcheck.Evidence {
	d.t.Helper()
	c := d.now(claim)
	return c.Piece(evidence)
}

// form sends a form of which some fields are known by name alone.
func (v *visitor) form(path string, fields url.Values) answer {
	v.h.t.Helper()
	return v.send("POST", path, echo.MIMEApplicationForm, strings.NewReader(fields.Encode()))
}
