package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"claimdesk/internal/config"
	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

type exportCommand struct {
	File        string `arg:"" optional:"" placeholder:"FILE.zip" help:"Where the whole newsroom is written; - for stdout."`
	Claimreview string `name:"claimreview" placeholder:"FILE" help:"Write the published checks as a schema.org DataFeed of ClaimReviews; - for stdout."`
	CSV         string `name:"csv" placeholder:"FILE" help:"Write the claims as CSV, a row for each; - for stdout."`
	Force       bool   `help:"Write over files that are there."`
	address
	config.Newsroom
	printed
}

// Help is shown under the command's usage.
func (exportCommand) Help() string {
	return `FILE.zip holds everything, so that "claimdesk import" makes the same newsroom of it elsewhere: every record with its versions and the log as JSON, the documents as they came, each quote as a W3C annotation, and the hash of each of these. Its README.txt says what is where. Two exports of one state are equal byte for byte.

It holds protected sources whole, private notes and unpublished work: keep it as safe as the newsroom itself. Left out are passwords, sessions, links and tokens, how senders of tips can be reached, and what is only under way.

--claimreview and --csv write less, alone or beside FILE.zip: the first what readers see, the second the claims of the desk. It changes nothing and may run beside a server; all of one file is seen in one state. On a terminal it shows how far it has come. A file that is there is left as it is, unless --force is given.

With --json it prints one object: "zip" with "file", "bytes", "shape" and the rows of all "tables"; "claimreview" and "csv" with "file", "bytes" and "records".

Examples:

	claimdesk export newsroom.zip
	claimdesk export --csv claims.csv --claimreview - > feed.json
	claimdesk export newsroom.zip --force --json --data /srv/newsroom`
}

// exportedFile says what was written to one file.
type exportedFile struct {
	File    string `json:"file"`
	Bytes   int64  `json:"bytes"`
	Records int    `json:"records"`
	*newsroom.Exported
}

// target is one file that is asked for, and what writes it.
type target struct {
	kind, file, things string
	write              func(io.Writer) (int, *newsroom.Exported, error)
}

// Run writes what is asked for, one file after another.
func (c *exportCommand) Run(ctx context.Context, t *terminal) error {
	return withExistingAt(ctx, c.Newsroom, c.address, t, func(room *newsroom.Room) error {
		bar := progress{to: t.err, on: onScreen(t.err)}
		targets := c.targets(ctx, room, &bar)
		if err := c.check(targets); err != nil {
			return err
		}
		done := map[string]exportedFile{}
		for _, one := range targets {
			written, err := c.write(t, one)
			bar.clear()
			if err != nil {
				return fmt.Errorf("writing %s: %w", one.file, err)
			}
			done[one.kind] = written
			if !c.JSON && one.file != "-" {
				if err := t.say("Wrote %s to %s, %s bytes.", counted(written.Records, one.things), one.file, grouped(int(written.Bytes))); err != nil {
					return err
				}
			}
		}
		if c.JSON {
			return t.asJSON(done)
		}
		return nil
	})
}

func (c *exportCommand) targets(ctx context.Context, room *newsroom.Room, bar *progress) []target {
	by, show := factcheck.ByConsole(), bar.of("Exporting")
	all := []target{
		{"zip", c.File, "rows", func(w io.Writer) (int, *newsroom.Exported, error) {
			e, err := room.Export(ctx, by, w, show)
			rows := 0
			for _, n := range e.Tables {
				rows += n
			}
			return rows, &e, err
		}},
		{"claimreview", c.Claimreview, "checks", func(w io.Writer) (int, *newsroom.Exported, error) {
			n, err := room.ExportReviews(ctx, by, w, show)
			return n, nil, err
		}},
		{"csv", c.CSV, "claims", func(w io.Writer) (int, *newsroom.Exported, error) {
			n, err := room.ExportClaims(ctx, by, w, show)
			return n, nil, err
		}},
	}
	var asked []target
	for _, one := range all {
		if one.file != "" {
			asked = append(asked, one)
		}
	}
	return asked
}

// check refuses what cannot be written before anything is.
func (c *exportCommand) check(targets []target) error {
	if len(targets) == 0 {
		return misuse("name a file: FILE.zip, --claimreview FILE or --csv FILE")
	}
	seen := map[string]bool{}
	for _, one := range targets {
		if seen[one.file] {
			return misuse("two things cannot both be written to %s", one.file)
		}
		seen[one.file] = true
		if one.file == "-" {
			if c.JSON {
				return misuse("--json has no place beside what is written to stdout")
			}
			continue
		}
		if _, err := os.Stat(one.file); err == nil && !c.Force {
			return fmt.Errorf("%s is there already: choose another name, or give --force to write over it", one.file)
		}
	}
	return nil
}

// write puts one thing in its file, which is there whole afterwards or not at
// all.
func (c *exportCommand) write(t *terminal, one target) (exportedFile, error) {
	if one.file == "-" {
		w := bufio.NewWriter(t.out)
		n, _, err := one.write(w)
		return exportedFile{Records: n}, errors.Join(err, w.Flush())
	}
	part, err := os.CreateTemp(filepath.Dir(one.file), ".claimdesk-export-")
	if err != nil {
		return exportedFile{}, err
	}
	done := exportedFile{File: one.file}
	w := bufio.NewWriterSize(part, 1<<16)
	done.Records, done.Exported, err = one.write(w)
	if err = errors.Join(err, w.Flush(), part.Sync()); err == nil {
		done.Bytes, err = part.Seek(0, io.SeekCurrent)
	}
	if err = errors.Join(err, part.Close()); err == nil {
		err = c.place(part.Name(), one.file)
	}
	if err != nil {
		err = errors.Join(err, os.Remove(part.Name()))
	}
	return done, err
}

// place gives a whole file its name.
func (c *exportCommand) place(part, name string) error {
	if c.Force {
		return os.Rename(part, name)
	}
	err := os.Link(part, name) // unlike a rename it never replaces anything
	if errors.Is(err, fs.ErrExist) {
		return errors.New("it has come into being meanwhile: choose another name")
	}
	if err != nil { // a disk without links
		return os.Rename(part, name)
	}
	return os.Remove(part)
}
