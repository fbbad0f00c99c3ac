package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"claimdesk/internal/config"
	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/newsroom"
)

type sourceAddCommand struct {
	File      string   `arg:"" placeholder:"FILE" help:"The document: a .txt, .md or .html file."`
	Title     string   `placeholder:"TITLE" help:"What the document is called. Default: what it says of itself."`
	Publisher string   `placeholder:"NAME" help:"Who published it."`
	Author    []string `sep:"none" placeholder:"NAME" help:"Who wrote it; may be given more than once."`
	URL       string   `placeholder:"URL" help:"Where it can be read."`
	Published string   `placeholder:"DATE" help:"When it was published, as in 2023-09-14."`
	Language  string   `placeholder:"TAG" help:"Language of the text, as in en, hy or ru."`
	Kind      string   `placeholder:"KIND" help:"brief, article, transcript, law, statement, data, post or other."`
	Level     string   `placeholder:"LEVEL" help:"primary or secondary."`
	Access    string   `placeholder:"ACCESS" help:"How much readers may see: excerpt (the quotes and what is round them) or public (everything)."`
	Interest  string   `placeholder:"TEXT" help:"Who pays for it or controls it, and what is at stake for them."`
	config.Newsroom
	printed
}

// Help is shown under the command's usage.
func (sourceAddCommand) Help() string {
	return `The file is stored as it is, with its hash; what is not given is taken from the document itself where it tells.

Examples:

	claimdesk source add brief.txt
	claimdesk source add page.html --publisher "The Institute" --published 2023-09-14 --kind brief --access public`
}

// Run imports the file and prints its id and how many passages it has.
func (c *sourceAddCommand) Run(ctx context.Context, t *terminal) error {
	if low := strings.ToLower(c.File); strings.HasPrefix(low, "http://") || strings.HasPrefix(low, "https://") {
		return misuse("this version does not fetch addresses: save the page as a file, and give its address with --url")
	}
	return withExisting(ctx, c.Newsroom, t, func(room *newsroom.Room) error {
		raw, err := readFile(c.File)
		if err != nil {
			return err
		}
		doc, err := ingest.File(raw, c.File)
		if err != nil {
			return err
		}
		added, err := room.AddSource(ctx, factcheck.ByConsole(), c.draft(), doc)
		if err != nil {
			return err
		}
		if c.JSON {
			return t.asJSON(sourceOf(added))
		}
		return t.say("Source %d: %s\n%s", added.ID, added.Title, many(added.Snapshot.Passages, "passage"))
	})
}

func (c *sourceAddCommand) draft() factcheck.SourceDraft {
	return factcheck.SourceDraft{Title: c.Title, Publisher: c.Publisher, Authors: c.Author, URL: c.URL,
		PublishedOn: c.Published, Language: c.Language, Kind: factcheck.SourceKind(c.Kind),
		Level: factcheck.Level(c.Level), Access: factcheck.Access(c.Access), Interest: c.Interest}
}

// readFile reads no more of a file than tells that it is too large.
func readFile(name string) ([]byte, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, factcheck.MaxSourceText+1))
	if err != nil {
		return nil, fmt.Errorf("reading the source: %w", err)
	}
	return raw, nil
}
