package desk

import (
	"context"
	"net/url"
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// placesShown is the most passages that are named as holding the words that
// were looked for.
const placesShown = 50

// benchReader fills the pane in which a source is read.
func (d *Desk) benchReader(c echo.Context, page *view.BenchView, state benchState) error {
	ctx := c.Request().Context()
	open := state.source
	if open <= 0 {
		open = sourceToOpen(page.Claim)
	}
	choice, err := d.sourceOptions(ctx, request.Actor(c), open)
	if err != nil {
		return err
	}
	if open == 0 && len(choice) == 2 { // "None" and the only source that there is
		open, _ = strconv.ParseInt(choice[1].Value, 10, 64)
	}
	page.Reader = view.ReaderView{ClaimID: page.Claim.ID, Find: view.FindView{Words: state.find},
		Choice: ui.Field{Name: "source", ID: "other-source", Label: "Source", Value: idText(open), Options: choice[1:]}}
	if open == 0 {
		return nil
	}
	return d.openSource(ctx, request.Actor(c), page, open, state.from)
}

// sourceToOpen is the source that a claim was found in, or the one that it
// was quoted from last, of those that the reader may see.
func sourceToOpen(claim factcheck.Claim) int64 {
	if claim.SourceID != 0 && !claim.SourceVeiled {
		return claim.SourceID
	}
	var last factcheck.Evidence
	for _, e := range claim.Evidence {
		if e.ID > last.ID && !e.Veiled {
			last = e
		}
	}
	return last.SourceID
}

func (d *Desk) openSource(ctx context.Context, by factcheck.Actor, page *view.BenchView, source int64, from int) error {
	reader, err := d.room.Reader(ctx, by, source)
	if err != nil {
		return err
	}
	all, v := reader.Passages, &page.Reader
	part, before, after := partOf(all, min(max(from, 1), len(all)))
	path := benchPath(v.ClaimID, source)
	v.Source = &reader.Source
	words := v.Find.Words
	v.Before, v.After = fromPassage(path, before), fromPassage(path, after)
	v.Find = view.FindView{Action: benchPath(v.ClaimID, 0), Source: source, Words: words, Last: len(all), Shown: shownPart(part, len(all)),
		Found: foundLinks(placesOf(all, words), part, path+"&in="+url.QueryEscape(words))}
	reader.Passages = part
	take := factcheck.Claim{ID: v.ClaimID}.Path() + "/quote?source=" + idText(source) + "&passage="
	v.Passages = view.PassagesView{SourceID: source, Language: reader.Source.Language, Attach: true, Record: true,
		Items: passages(reader, words, v.ClaimID, func(p quote.Passage) string { return take + strconv.Itoa(p.Number) })}
	if page.Reader.Share, err = d.room.Share(ctx, by, source); err != nil {
		return err
	}
	return d.benchBearing(ctx, by, page, part, path, take)
}

// fromPassage is the address of another part of a long source; "" for none.
func fromPassage(path string, number int) string {
	if number == 0 {
		return ""
	}
	return path + "&from=" + strconv.Itoa(number) + "#source"
}

// foundLinks leads to the passages in which words were found, on the page or
// on another part of the source.
func foundLinks(places []int, part []quote.Passage, path string) []ui.Link {
	if len(places) > placesShown {
		places = places[:placesShown]
	}
	links := make([]ui.Link, len(places))
	for i, at := range places {
		links[i] = ui.Link{Label: strconv.Itoa(at), Href: passageHref(at, part, path)}
	}
	return links
}

// passageHref leads to a passage on the page, or on another part of the source.
func passageHref(at int, part []quote.Passage, path string) string {
	n := strconv.Itoa(at)
	if at < part[0].Number || at > part[len(part)-1].Number {
		return path + "&from=" + n + "#p" + n
	}
	return "#p" + n
}
