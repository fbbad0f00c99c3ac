package demo

import (
	"context"
	"fmt"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/quote"
)

// paperwork are the lines of the diary that are about documents: the notes come
// in, and days later a newer copy of the list of look-ups, in which some quotes
// no longer stand as they did. One change is told to readers, another waits for
// the editor.
func (d *desk) paperwork() []entry {
	return []entry{
		{"14 10:05", string(notes), func(ctx context.Context) error { return d.bringIn(ctx, notes) }},
		{"18 13:30", string(lookups), d.renewList},
		{"18 13:50", string(lookups), d.tellReaders},
	}
}

// changes lead from the list of look-ups to its newer copy.
var changes = []struct{ was, is string }{
	{"- The beginning. Found, as reported: an opening ceremony on 11 September at the Zar training centre.\n", ""},
	{"An official figure for 2023 was not found.", "An official figure for 2023, looked for again on 18 September, was not found."},
}

// renewList brings in the newer copy of the list.
func (d *desk) renewList(ctx context.Context) error {
	raw, err := texts.ReadFile("text/" + string(lookups))
	if err != nil {
		return err
	}
	list := string(raw)
	for _, c := range changes {
		if strings.Count(list, c.was) != 1 {
			return fmt.Errorf("the list of look-ups does not hold %q once", c.was)
		}
		list = strings.Replace(list, c.was, c.is, 1)
	}
	doc, err := ingest.Markdown([]byte(list), string(lookups))
	if err != nil {
		return err
	}
	_, err = d.room.AddSnapshot(ctx, d.reporter, d.sources[lookups], doc)
	return err
}

// tellReaders is the editor telling readers of the quotes that were altered.
func (d *desk) tellReaders(ctx context.Context) error {
	source, err := d.room.Source(ctx, d.editor, d.sources[lookups])
	if err != nil {
		return err
	}
	changed, err := d.room.QuotesIn(ctx, d.editor, source.ID, source.Snapshot.ID)
	if err != nil {
		return err
	}
	for _, c := range changed {
		if c.Kind != quote.Altered {
			continue
		}
		_, err := d.room.DecideFate(ctx, d.editor, c.ID, factcheck.FateDraft{Tell: true,
			Note: "Since 18 September it says that we looked for the figure once more, and did not find it. The verdict stays as it was."})
		if err != nil {
			return err
		}
	}
	return nil
}
