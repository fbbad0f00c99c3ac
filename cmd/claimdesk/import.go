package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"claimdesk/internal/config"
	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

type importCommand struct {
	File      string            `arg:"" help:"The file; - is stdin."`
	Map       map[string]string `mapsep:"," placeholder:"FIELD=COLUMN,…" help:"Which column of a CSV table becomes which field of a claim, where their names do not say so."`
	DryRun    bool              `help:"Look at all of it and write nothing."`
	SkipKnown bool              `default:"true" negatable:"" help:"Leave out claims that are recorded already, word for word."`
	Complete  bool              `name:"publisher-complete" help:"The file holds all checks of its publisher: those that it leaves out are withdrawn."`
	address
	config.Newsroom
	printed
}

// Help is shown under the command's usage.
func (importCommand) Help() string {
	return `What the file holds is told by what is in it. All of it is brought in, or nothing: what is wrong is said by line.

CSV is a table of claims whose first line names the columns. Between the cells may stand a comma, a semicolon or a tab. The fields are claim, language, claimant, claimant_kind, said_on, url, outlet, seen_on, archived_url, said, topics (with ; between) and note. Claims that are recorded already, word for word, are left out and counted, unless --no-skip-known is given.

ClaimReview comes as JSON, JSON Lines, a DataFeed or an answer of claims:search. Checks of other newsrooms are kept as "checked elsewhere"; the same @id again takes the place of what was there, and claims that lean on what has changed get a task. Checks of our own, by --base-url, become claims whose verdict is open.

An export of a whole newsroom (FILE.zip) is taken over by an empty folder: all records keep their numbers, versions, addresses and the log. Every entry is checked against its hash, and the newsroom as "claimdesk verify" would; all of it is there afterwards, or nothing. A newsroom in which something has happened is refused, and one that a server has open. Nobody has a password afterwards: "claimdesk user password" makes them.

At most 100 MB and 200,000 records come in at once, but for an export. With --json it prints one object; for an export: "site_name", "rows", "files", "people", "events".

Examples:

	claimdesk import claims.csv --dry-run
	claimdesk import claims.csv --map claim=Statement,said_on=Day
	claimdesk import partner.jsonl --publisher-complete
	claimdesk import newsroom.zip --data /srv/newsroom`
}

// Run takes the file in.
func (c *importCommand) Run(ctx context.Context, t *terminal) error {
	if c.File == "-" {
		return c.load(ctx, t, t.in)
	}
	file, err := os.Open(c.File)
	if err != nil {
		return err
	}
	defer file.Close()
	head := make([]byte, 4)
	if n, err := file.ReadAt(head, 0); (err == nil || err == io.EOF) && newsroom.IsExport(head[:n]) {
		return takeOver(ctx, c.Newsroom, c.printed, t, file)
	}
	if info, err := file.Stat(); err == nil && info.Mode().IsRegular() && info.Size() > factcheck.MaxLoadBytes {
		return fmt.Errorf("%s is larger than 100 MB, and nothing of it was read: split it and import the parts one by one", c.File)
	}
	return c.load(ctx, t, file)
}

// load brings in a file of many records.
func (c *importCommand) load(ctx context.Context, t *terminal, from io.Reader) error {
	if err := exists(c.Newsroom); err != nil {
		return err
	}
	plan := factcheck.LoadPlan{Named: c.Map, KeepKnown: !c.SkipKnown, Complete: c.Complete, DryRun: c.DryRun}
	return withRoom(ctx, c.Newsroom, c.address, t, func(room *newsroom.Room) error {
		bar := progress{to: t.err, on: onScreen(t.err)}
		came, err := room.ImportFile(ctx, factcheck.ByConsole(), bufio.NewReaderSize(from, 64<<10), plan, bar.records)
		bar.clear()
		if came.AllFaults > 0 {
			return c.refused(t, came)
		}
		if err != nil {
			return err
		}
		if c.JSON {
			return t.asJSON(came)
		}
		return t.say("%s", c.words(came))
	})
}

// refused lists what is wrong by line. The error is the last line.
func (c *importCommand) refused(t *terminal, came factcheck.LoadOutcome) error {
	if c.JSON {
		if err := t.asJSON(came); err != nil {
			return err
		}
	}
	for _, f := range came.Faults {
		where := fmt.Sprintf("line %d", f.Line)
		if f.Field != "" {
			where += ", " + f.Field
		}
		fmt.Fprintf(t.err, "%s: %s\n", where, f.Message)
	}
	if more := came.AllFaults - len(came.Faults); more > 0 {
		fmt.Fprintf(t.err, "and %s\n", counted(more, "more"))
	}
	return fmt.Errorf("nothing was imported: %s in the file", factcheck.Plural(came.AllFaults, "thing is wrong", "things are wrong"))
}

// words say what was brought in, or would be.
func (c *importCommand) words(came factcheck.LoadOutcome) string {
	verb := "Imported"
	if c.DryRun {
		verb = "Would import"
	}
	var parts []string
	add := func(n int, one, many string) {
		if n > 0 {
			parts = append(parts, factcheck.Plural(n, one, many))
		}
	}
	add(came.Claims, "claim", "claims")
	add(came.Reviews, "new check of others", "new checks of others")
	add(came.Changed, "changed check", "changed checks")
	add(came.Withdrawn, "withdrawn check", "withdrawn checks")
	line := verb + " " + strings.Join(parts, ", ") + "."
	if len(parts) == 0 {
		line = verb + " nothing: all of it is here already."
	}
	switch {
	case came.First > 0 && came.First == came.Last:
		line += fmt.Sprintf(" The claim is #%d.", came.First)
	case came.First > 0:
		line += fmt.Sprintf(" The claims are #%d to #%d.", came.First, came.Last)
	}
	for _, f := range []struct {
		n    int
		what string
	}{{came.Unchanged, "unchanged"}, {came.KnownRows, "recorded already"}, {came.Skipped, "no checks"}, {came.Tasks, "tasks on claims that lean on them"}} {
		if f.n > 0 {
			line += " " + grouped(f.n) + " " + f.what + "."
		}
	}
	return line
}
