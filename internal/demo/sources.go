package demo

import (
	"context"
	"embed"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
)

// texts holds the documents that the checks quote from, written for the
// example.
//
//go:embed text/*.md
var texts embed.FS

// document is a source of the example, by the name of its file.
type document string

const (
	brief   document = "brief.md"
	lookups document = "lookups.md"
)

// documents are the sources in the order in which they come in. The list of
// look-ups is primary for what was looked for and found, and says so itself.
func documents() []document { return []document{brief, lookups} }

func (s document) details() factcheck.SourceDraft {
	if s == lookups {
		return factcheck.SourceDraft{
			Publisher:   "Example newsroom, documentation",
			URL:         "https://example.org/documentation/armenia-september-2023",
			PublishedOn: "2023-09-14",
			Language:    "en",
			Kind:        factcheck.Dataset,
			Level:       factcheck.Primary,
			Access:      factcheck.ExcerptAccess,
			Interest:    "The newsroom’s own record of what it looked for. First-hand for the search, not for the events: the acts that it names can be read where they were announced.",
		}
	}
	return factcheck.SourceDraft{
		Publisher:   "Example newsroom, research desk",
		URL:         "https://example.org/research/armenia-september-2023",
		PublishedOn: "2023-09-14",
		Language:    "en",
		Kind:        factcheck.Brief,
		Level:       factcheck.Secondary,
		Access:      factcheck.PublicAccess,
		Interest:    "Written for this example by the newsroom itself. Nobody paid for it, and no institute stands behind it.",
	}
}

// bringIn imports the documents as the reporter.
func (d *desk) bringIn(ctx context.Context) error {
	for _, s := range documents() {
		raw, err := texts.ReadFile("text/" + string(s))
		if err != nil {
			return err
		}
		doc, err := ingest.Markdown(raw, string(s))
		if err != nil {
			return err
		}
		source, err := d.room.AddSource(ctx, d.reporter, s.details(), doc)
		if err != nil {
			return err
		}
		d.sources[s] = source.ID
	}
	return nil
}
