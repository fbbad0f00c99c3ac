package desk

import (
	"context"
	"net/url"
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
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
	choice, err := d.sourceOptions(ctx, open)
	if err != nil {
		return err
	}
	if open == 0 && len(choice) == 2 { // "None" and the only source that there is
		open, _ = strconv.ParseInt(choice[1].Value, 10, 64)
	}
	page.Reader = view.ReaderView{ClaimID: page.Claim.ID, Find: state.find,
		Choice: ui.Field{Name: "source", ID: "other-source", Label: "Source", Value: idText(open), Options: choice[1:]}}
	if open == 0 {
		return nil
	}
	return d.openSource(ctx, page, open, state.from)
}

// sourceToOpen is the source that a claim was found in, or the one that it
// was quoted from last.
func sourceToOpen(claim factcheck.Claim) int64 {
	if claim.SourceID != 0 {
		return claim.SourceID
	}
	var last factcheck.Evidence
	for _, e := range claim.Evidence {
		if e.ID > last.ID {
			last = e
		}
	}
	return last.SourceID
}

func (d *Desk) openSource(ctx context.Context, page *view.BenchView, source int64, from int) error {
	reader, err := d.room.Reader(ctx, source)
	if err != nil {
		return err
	}
	all, v := reader.Passages, &page.Reader
	part, before, after := partOf(all, min(max(from, 1), len(all)))
	path := benchPath(v.ClaimID, source)
	v.Source = &reader.Source
	v.Shown, v.Before, v.After = shownPart(part, len(all)), fromPassage(path, before), fromPassage(path, after)
	v.Found = foundLinks(placesOf(all, v.Find), part, path+"&in="+url.QueryEscape(v.Find))
	reader.Passages = part
	take := factcheck.Claim{ID: v.ClaimID}.Path() + "/quote?source=" + idText(source) + "&passage="
	v.Passages = view.PassagesView{SourceID: source, Language: reader.Source.Language, Attach: true, Record: true,
		Items: passages(reader, v.Find, v.ClaimID, func(p quote.Passage) string { return take + strconv.Itoa(p.Number) })}
	return nil
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
		n := strconv.Itoa(at)
		links[i] = ui.Link{Label: n, Href: "#p" + n}
		if at < part[0].Number || at > part[len(part)-1].Number {
			links[i].Href = path + "&from=" + n + "#p" + n
		}
	}
	return links
}
