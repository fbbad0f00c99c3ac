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
	Document   string   `arg:"" name:"file-or-url" placeholder:"FILE-OR-URL" help:"The document: a .txt, .md, .html, .pdf or .docx file, or the address of one, which is fetched."`
	Title      string   `placeholder:"TITLE" help:"What the document is called. Default: what it says of itself."`
	Publisher  string   `placeholder:"NAME" help:"Who published it."`
	Author     []string `sep:"none" placeholder:"NAME" help:"Who wrote it; may be given more than once."`
	URL        string   `placeholder:"URL" help:"Where it can be read. Default: where it was fetched."`
	Published  string   `placeholder:"DATE" help:"When it was published, as in 2023-09-14."`
	Language   string   `placeholder:"TAG" help:"Language of the text, as in en, hy or ru."`
	Kind       string   `placeholder:"KIND" help:"brief, article, transcript, law, statement, data, post or other."`
	Level      string   `placeholder:"LEVEL" help:"primary or secondary."`
	Access     string   `placeholder:"ACCESS" help:"How much readers may see: excerpt (the quotes and what is round them), public (everything) or protected (the quotes alone)."`
	AccessUser []string `name:"access-user" sep:"none" placeholder:"EMAIL" help:"Who may see it at the desk while it is protected; may be given more than once."`
	Described  string   `name:"public-description" placeholder:"TEXT" help:"What readers are told of it while it is protected."`
	Because    string   `name:"protected-because" placeholder:"TEXT" help:"Why it is protected, for readers."`
	Interest   string   `placeholder:"TEXT" help:"Who pays for it or controls it, and what is at stake for them."`
	FetchAllow []string `name:"fetch-allow" env:"CLAIMDESK_FETCH_ALLOW" placeholder:"CIDR" help:"Networks that may be fetched from besides public addresses, on any port."`
	config.Newsroom
	printed
}

// Help is shown under the command's usage.
func (sourceAddCommand) Help() string {
	return `The document is stored as it is, with its hash and, when it was fetched, with the addresses that it was reached through. What is not given is taken from the document itself where it tells. What of it the text does not hold, such as pictures, is said on stderr; on a terminal so is how far the reading has come.

Only public addresses are fetched, on the usual ports, and those of --fetch-allow; nothing is for a protected source.

Examples:

	claimdesk source add brief.txt
	claimdesk source add brief.pdf --publisher "The Institute" --published 2023-09-14 --kind brief --access public
	claimdesk source add https://example.org/brief --kind brief`
}

// Run imports the document and prints its id and how many passages it has.
func (c *sourceAddCommand) Run(ctx context.Context, t *terminal) error {
	settings := config.Fetch{FetchAllow: c.FetchAllow}
	if err := settings.Check(); err != nil {
		return err
	}
	if err := exists(c.Newsroom); err != nil {
		return err
	}
	base, err := address{}.url()
	if err != nil {
		return err
	}
	reader := ingest.New()
	defer reader.Close()
	options := newsroom.Options{BaseURL: base.String(), Fetch: fetcher(settings, ""), Reader: reader}
	return opened(ctx, c.Newsroom, t, options, func(room *newsroom.Room) error { return c.add(ctx, t, room) })
}

func (c *sourceAddCommand) add(ctx context.Context, t *terminal, room *newsroom.Room) error {
	users, err := usersOf(ctx, room, c.AccessUser)
	if err != nil {
		return err
	}
	m, raw := factcheck.Import{Draft: c.draft(users)}, []byte(nil)
	if isAddress(c.Document) {
		m.Address = c.Document
	} else if raw, err = readFile(c.Document); err != nil {
		return err
	} else {
		m.FileName = c.Document
	}
	bar := progress{to: t.err, on: onScreen(t.err)}
	doc, err := room.ReadNow(ctx, factcheck.ByConsole(), m, raw, bar.page)
	bar.clear()
	if err != nil {
		return err
	}
	added, err := room.AddSource(ctx, factcheck.ByConsole(), m.Draft, doc)
	if err != nil {
		return err
	}
	return c.print(t, added)
}

func (c *sourceAddCommand) print(t *terminal, added factcheck.Source) error {
	for _, lost := range added.Snapshot.Lost {
		fmt.Fprintln(t.err, lost)
	}
	if c.JSON {
		return t.asJSON(sourceOf(added))
	}
	return t.say("Source %d: %s\n%s", added.ID, added.Title, many(added.Snapshot.Passages, "passage"))
}

func (c *sourceAddCommand) draft(users []int64) factcheck.SourceDraft {
	return factcheck.SourceDraft{Title: c.Title, Publisher: c.Publisher, Authors: c.Author, URL: c.URL,
		PublishedOn: c.Published, Language: c.Language, Kind: factcheck.SourceKind(c.Kind),
		Level: factcheck.Level(c.Level), Access: factcheck.Access(c.Access), Interest: c.Interest,
		Users: users, Description: c.Described, Because: c.Because}
}

// isAddress tells an address from the name of a file.
func isAddress(document string) bool {
	low := strings.ToLower(document)
	return strings.HasPrefix(low, "http://") || strings.HasPrefix(low, "https://")
}

// readFile reads no more of a file than tells that it is too large.
func readFile(name string) ([]byte, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, ingest.MaxFile+1))
	if err != nil {
		return nil, fmt.Errorf("reading the source: %w", err)
	}
	return raw, nil
}
