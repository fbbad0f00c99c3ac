package demo

import (
	"context"
	"embed"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
)

// texts holds the documents that the checks quote from and the exhibits beside
// them, made for the example.
//
//go:embed text
var texts embed.FS

// document is a source of the example, by the name of its file.
type document string

const (
	brief   document = "brief.md"
	onepage document = "onepage.md" // sums up the brief
	lookups document = "lookups.md"
	words   document = "words.md" // in Russian
	notes   document = "notes.md" // protected
)

// documents are the sources with which the newsroom begins, in the order in
// which they come in.
func documents() []document { return []document{brief, onepage, lookups, words} }

// details are what the desk knows about a document. The list of look-ups is
// primary for what was looked for and found, and says so itself.
func (d *desk) details(s document) factcheck.SourceDraft {
	known := factcheck.SourceDraft{PublishedOn: "2023-09-14", Language: "en", Level: factcheck.Secondary, Access: factcheck.PublicAccess}
	switch s {
	case brief:
		known.Publisher, known.Kind = "Example newsroom, research desk", factcheck.Brief
		known.URL = "https://example.org/research/armenia-september-2023"
		known.ArchivedURL = "https://archive.example.org/20230914/https://example.org/research/armenia-september-2023"
		known.Interest = "Written for this example by the newsroom itself. Nobody paid for it, and no institute stands behind it."
	case onepage:
		known.Publisher, known.Kind = "Example newsroom, front desk", factcheck.News
		known.URL = "https://example.org/front/the-brief-on-one-page"
		known.RestsOn = d.sources[brief]
		known.Interest = "The newsroom sums up its own brief, and wants it to be read."
	case lookups:
		known.Publisher, known.Kind, known.Level = "Example newsroom, documentation", factcheck.Dataset, factcheck.Primary
		known.URL = "https://example.org/documentation/armenia-september-2023"
		known.Interest = "The newsroom’s own record of what it looked for. First-hand for the search, not for the events: the acts that it names can be read where they were announced."
	case words:
		known.Publisher, known.Kind = "Example newsroom, Russian desk", factcheck.News
		known.URL, known.Language, known.Access = "https://example.net/ru/three-words", "ru", factcheck.ExcerptAccess
		known.Interest = "Written by those who translate for the newsroom: they defend their own choice of words."
	case notes:
		known.Publisher, known.Kind = "Example newsroom, documentation", factcheck.OtherKind
		known.Access, known.Users = factcheck.ProtectedAccess, []int64{d.editor.ID} // and the reporter, who brings it in
		known.Description = "Our notes on two posts about the recall. They are part of this example: nobody stands behind them."
		known.Because = "In a real newsroom such notes could give away who showed us the posts."
		known.Interest = "The newsroom’s own notes. Whoever shows somebody a post may have reasons of their own."
	}
	return known
}

// bringIn imports a document as the reporter.
func (d *desk) bringIn(ctx context.Context, s document) error {
	raw, err := texts.ReadFile("text/" + string(s))
	if err != nil {
		return err
	}
	doc, err := ingest.Markdown(raw, string(s))
	if err != nil {
		return err
	}
	source, err := d.room.AddSource(ctx, d.reporter, d.details(s), doc)
	if err != nil {
		return err
	}
	d.sources[s] = source.ID
	return nil
}
