package desk

import (
	"net/http"
	"strconv"
	"strings"
	"unicode/utf8"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/quote"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// quoteForm shows the form that quotes from a passage; it needs no script.
func (d *Desk) quoteForm(c echo.Context) error {
	source, err := strconv.ParseInt(request.Query(c, "source"), 10, 64)
	if err != nil {
		return factcheck.NoSuch("source of that number")
	}
	passage, _ := strconv.Atoi(request.Query(c, "passage"))
	v, err := d.quoteView(c, source, passage)
	if err != nil {
		return err
	}
	words := wordsOf(c)
	v.Draft.Exact, v.Draft.Prefix, v.Draft.Suffix = words.Exact, words.Prefix, words.Suffix
	if v.Draft.Exact == "" && v.Passage != nil {
		v.Draft.Exact = beginWith(*v.Passage)
	}
	return d.showQuote(c, http.StatusOK, v)
}

// beginWith is the text that the form starts from: the passage, as long as it
// can be a quote at all.
func beginWith(p quote.Passage) string {
	if p.End-p.Start > quote.MaxQuote {
		return ""
	}
	return p.Text
}

// mostWords is how many code points of selected words an address carries; of
// more, the form begins with the passage.
const mostWords = 900

// wordsOf are the words selected in a source, and those around them, as an
// address carries them from page to page.
func wordsOf(c echo.Context) view.Words {
	exact := request.Query(c, "exact")
	if exact == "" || utf8.RuneCountInString(exact) > mostWords {
		return view.Words{}
	}
	return view.Words{Exact: exact, Prefix: c.QueryParam("prefix"), Suffix: c.QueryParam("suffix")}
}

// quoteView reads what the form shows besides what is typed: the claim, the
// source and, when its number is one of the source's, the passage.
func (d *Desk) quoteView(c echo.Context, source int64, passage int) (view.QuoteFormView, error) {
	ctx := c.Request().Context()
	id, err := request.ID(c, "id")
	if err != nil {
		return view.QuoteFormView{}, err
	}
	v := view.QuoteFormView{}
	if v.Claim, err = d.room.Claim(ctx, request.Actor(c), id); err != nil {
		return v, err
	}
	reader, err := d.room.Reader(ctx, request.Actor(c), source)
	if err != nil {
		return v, err
	}
	v.Source = reader.Source
	if passage >= 1 && passage <= len(reader.Passages) {
		v.Passage = &reader.Passages[passage-1]
	}
	return v, nil
}

func (d *Desk) showQuote(c echo.Context, status int, v view.QuoteFormView) error {
	title := "Attach quote – claim " + idText(v.Claim.ID)
	if len(v.Problems) > 0 {
		title = "Error: quote not attached – claim " + idText(v.Claim.ID)
	}
	var err error
	if v.Frame, err = d.frame(c, title, ui.RoomClaims); err != nil {
		return err
	}
	return request.Render(c, status, view.QuoteForm(v))
}

// attachQuote adds a quote to a claim, from the reader or from the form.
func (d *Desk) attachQuote(c echo.Context) error {
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	draft, passage := evidenceDraft(form), int(form.Int("passage"))
	if form.Get("use") == "nearest" {
		return d.useNearest(c, draft, passage, form.Get("nearest"))
	}
	claim, evidence, err := d.room.AttachQuote(c.Request().Context(), request.Actor(c), id, newsroom.Base{}, draft)
	if problems := factcheck.Problems(err); problems != nil {
		return d.refuseQuote(c, draft, passage, factcheck.As(err))
	}
	if err != nil {
		return err
	}
	notice := "Quote attached as evidence " + strconv.Itoa(evidence.Position) + "."
	return request.Done(c, atPassage(claim.ID, evidence.SourceID, evidence.Passage), notice)
}

// useNearest puts the source's own words into the form.
func (d *Desk) useNearest(c echo.Context, draft factcheck.EvidenceDraft, passage int, words string) error {
	v, err := d.quoteView(c, draft.SourceID, passage)
	if err != nil {
		return err
	}
	draft.Exact, draft.Prefix, draft.Suffix, draft.Start, draft.End = words, "", "", 0, 0
	v.Draft = draft
	return d.showQuote(c, http.StatusOK, v)
}

// refuseQuote shows the form again with everything typed, what is wrong, and
// what the source says instead.
func (d *Desk) refuseQuote(c echo.Context, draft factcheck.EvidenceDraft, passage int, refusal *factcheck.Error) error {
	v, err := d.quoteView(c, draft.SourceID, passage)
	if err != nil {
		return err
	}
	v.Draft, v.Problems = draft, refusal.Fields
	v.Nearest, v.Offers, v.Matches = refusal.Nearest, refusal.Offers, refusal.Matches
	return d.showQuote(c, http.StatusUnprocessableEntity, v)
}

// evidenceDraft is what was typed about a quote, with the words of the offer
// that was taken, if one was.
func evidenceDraft(form request.Values) factcheck.EvidenceDraft {
	d := factcheck.EvidenceDraft{SourceID: form.Int("source_id"), Exact: form.Get("exact"), Prefix: form.Get("prefix"),
		Suffix: form.Get("suffix"), Stance: factcheck.Stance(form.Get("stance")), Speaker: form.Get("speaker"),
		Note: form.Get("note"), Translation: form.Get("translation"), Translator: form.Get("translator")}
	at := form.Get("place")
	if chosen := "offer." + form.Get("offer") + "."; form.Has("offer") {
		d.Exact, d.Prefix, d.Suffix = form.Get(chosen+"exact"), form.Get(chosen+"prefix"), form.Get(chosen+"suffix")
		at = form.Get(chosen + "place")
	}
	start, end, _ := strings.Cut(at, "-")
	from, err := strconv.Atoi(start)
	if err != nil {
		return d
	}
	if to, err := strconv.Atoi(end); err == nil {
		d.Start, d.End = from, to
	}
	return d
}
