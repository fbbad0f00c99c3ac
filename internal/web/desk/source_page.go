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
	if snapshot := positive(request.Query(c, "snapshot")); snapshot > 0 {
		return request.Done(c, copyPath(id, snapshot), "")
	}
	if passage := positive(request.Query(c, "passage")); passage > 0 {
		at := number(passage)
		return request.Done(c, sourcePath(id)+"?from="+at+"#p"+at, "")
	}
	reader, err := d.room.Reader(ctx, request.Actor(c), id)
	if err != nil {
		return err
	}
	twins, err := d.twins(ctx, request.Actor(c), reader.Source)
	if err != nil {
		return err
	}
	frame, err := d.frame(c, reader.Source.Title, ui.RoomSources)
	if err != nil {
		return err
	}
	v := view.SourceView{Frame: frame, Source: reader.Source, Twins: twins, QuotedIn: quotedIn(reader.Quoted)}
	if v.Rests, v.Named, err = d.sourceTies(c, reader.Source); err != nil {
		return err
	}
	if v.Share, err = d.room.Share(ctx, request.Actor(c), id); err != nil {
		return err
	}
	if v.Copies, err = d.sourceCopies(ctx, request.Actor(c), reader.Source); err != nil {
		return err
	}
	v.Fates.Decides = decides(c)
	if v.Fates.List, err = d.room.QuotesIn(ctx, request.Actor(c), id, reader.Source.Snapshot.ID); err != nil {
		return err
	}
	showPart(&v, sourcePath(id), reader, request.Query(c, "in"), positive(request.Query(c, "from")))
	return request.Render(c, http.StatusOK, view.Source(v))
}

// twins are the other sources that were imported from the same bytes.
func (d *Desk) twins(ctx context.Context, by factcheck.Actor, s factcheck.Source) ([]factcheck.Source, error) {
	same, err := d.room.SameBytes(ctx, by, s.Snapshot.SHA256)
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

// showPart puts the passages on the page at this address, of a long source only
// the part which holds the passage from, and says where the words looked for
// stand. They are quoted from on the source's own page, not from older copies.
func showPart(v *view.SourceView, path string, reader newsroom.Reader, words string, from int64) {
	all := reader.Passages
	link := func(passage int) string { return partLink(path, words, len(all), passage) }
	part, before, after := partOf(all, int(min(from, int64(len(all)))))
	v.Find = view.FindView{Action: path, Words: words, Last: len(all), Shown: shownPart(part, len(all))}
	places := placesOf(all, words)
	for _, n := range places[:min(len(places), placesShown)] {
		at := strconv.Itoa(n)
		v.Find.Found = append(v.Find.Found, ui.Link{Label: at, Href: link(n) + "#p" + at})
	}
	reader.Passages = part
	own := path == sourcePath(reader.Source.ID)
	take := func(p quote.Passage) string {
		if !own {
			return ""
		}
		return path + "/quote?passage=" + strconv.Itoa(p.Number)
	}
	v.Passages = view.PassagesView{SourceID: reader.Source.ID, Language: reader.Source.Language, Pick: own, Record: own,
		Items: passages(reader, words, 0, take)}
	if before > 0 {
		v.Before = link(before)
	}
	if after > 0 {
		v.After = link(after)
	}
}

// sourcePath is the address of a source's reader.
func sourcePath(id int64) string { return "/desk/sources/" + number(id) }

// partLink is the address of a source with a passage on the page, and the words
// that were looked for still marked.
func partLink(path, words string, all, passage int) string {
	query := url.Values{}
	if words != "" {
		query.Set("in", words)
	}
	if all > partSize {
		query.Set("from", strconv.Itoa(passage))
	}
	if len(query) == 0 {
		return path
	}
	return path + "?" + query.Encode()
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
	reader, err := d.room.Reader(ctx, request.Actor(c), id)
	if err != nil {
		return err
	}
	passage := positive(request.Query(c, "passage"))
	if passage < 1 || passage > int64(len(reader.Passages)) {
		return factcheck.NoSuch("such passage in this source")
	}
	query := request.Query(c, "q")
	page, err := d.room.Claims(ctx, request.Actor(c), newsroom.ClaimFilter{Query: query, Limit: offeredClaims})
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
