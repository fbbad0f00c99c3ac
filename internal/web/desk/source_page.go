package desk

import (
	"context"
	"net/http"
	"net/url"
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/quote"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// source shows a source with its passages and what is quoted from them.
func (d *Desk) source(c echo.Context) error {
	ctx := c.Request().Context()
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	reader, err := d.room.Reader(ctx, id)
	if err != nil {
		return err
	}
	twins, err := d.twins(ctx, reader.Source)
	if err != nil {
		return err
	}
	frame, err := d.frame(c, reader.Source.Title, ui.RoomSources)
	if err != nil {
		return err
	}
	v := view.SourceView{Frame: frame, Source: reader.Source, Twins: twins, Find: request.Query(c, "in"),
		QuotedIn: quotedIn(reader.Quoted)}
	showPart(&v, reader, positive(request.Query(c, "from")))
	return request.Render(c, http.StatusOK, view.Source(v))
}

// twins are the other sources that were imported from the same bytes.
func (d *Desk) twins(ctx context.Context, s factcheck.Source) ([]factcheck.Source, error) {
	same, err := d.room.SameBytes(ctx, s.Snapshot.SHA256)
	if err != nil {
		return nil, err
	}
	var others []factcheck.Source
	for _, other := range same {
		if other.ID != s.ID {
			others = append(others, other)
		}
	}
	return others, nil
}

// showPart puts the passages on the page, of a long source only the part
// which holds the passage from, and says where the words looked for stand.
func showPart(v *view.SourceView, reader newsroom.Reader, from int64) {
	path := "/desk/sources/" + number(reader.Source.ID)
	link := func(passage int) string {
		query := url.Values{}
		if v.Find != "" {
			query.Set("in", v.Find)
		}
		if len(reader.Passages) > partSize {
			query.Set("from", strconv.Itoa(passage))
		}
		if len(query) == 0 {
			return path
		}
		return path + "?" + query.Encode()
	}
	places := placesOf(reader.Passages, v.Find)
	for _, n := range places[:min(len(places), placesShown)] {
		at := strconv.Itoa(n)
		v.Found = append(v.Found, ui.Link{Label: at, Href: link(n) + "#p" + at})
	}
	all := reader.Passages
	part, before, after := partOf(all, int(min(from, int64(len(all)))))
	reader.Passages = part
	v.Passages = view.PassagesView{SourceID: reader.Source.ID, Language: reader.Source.Language, Pick: true, Record: true,
		Items: passages(reader, v.Find, 0, func(p quote.Passage) string {
			return path + "/quote?passage=" + strconv.Itoa(p.Number)
		})}
	v.Shown = shownPart(part, len(all))
	if before > 0 {
		v.Before = link(before)
	}
	if after > 0 {
		v.After = link(after)
	}
}

// quotedIn gathers what is quoted by claim, in the order of the text.
func quotedIn(quoted []factcheck.Quoted) []view.QuotedIn {
	var list []view.QuotedIn
	at := map[int64]int{}
	for _, q := range quoted {
		i, known := at[q.ClaimID]
		if !known {
			i = len(list)
			at[q.ClaimID] = i
			list = append(list, view.QuotedIn{ClaimID: q.ClaimID, Text: q.ClaimText, Status: q.ClaimStatus})
		}
		list[i].Quotes++
	}
	return list
}

// How many claims are offered for a quote.
const offeredClaims = 30

// quoteSource asks what a passage is quoted for.
func (d *Desk) quoteSource(c echo.Context) error {
	ctx := c.Request().Context()
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	reader, err := d.room.Reader(ctx, id)
	if err != nil {
		return err
	}
	passage := positive(request.Query(c, "passage"))
	if passage < 1 || passage > int64(len(reader.Passages)) {
		return factcheck.NoSuch("such passage in this source")
	}
	query := request.Query(c, "q")
	page, err := d.room.Claims(ctx, newsroom.ClaimFilter{Query: query, Limit: offeredClaims})
	if err != nil {
		return err
	}
	frame, err := d.frame(c, "Quote from "+reader.Source.Title, ui.RoomSources)
	if err != nil {
		return err
	}
	v := view.SourceQuoteView{Frame: frame, Source: reader.Source, Passage: reader.Passages[passage-1], Query: query,
		Words: wordsOf(c)}
	for _, claim := range page.Items {
		if claim.Status != factcheck.Dropped {
			v.Claims = append(v.Claims, claim)
		}
	}
	return request.Render(c, http.StatusOK, view.SourceQuote(v))
}
