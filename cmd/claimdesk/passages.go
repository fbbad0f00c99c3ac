package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"claimdesk/internal/config"
	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

type passagesCommand struct {
	Source int64 `required:"" placeholder:"ID" help:"The source's number."`
	Limit  int   `default:"20" placeholder:"N" help:"Most passages for a claim."`
	config.Newsroom
	printed
}

// Help is shown under the command's usage.
func (passagesCommand) Help() string {
	return `Reads claims from stdin, one a line: an id of your own, a tab, the claim's text. For each it prints the passages of the source's newest copy that bear on it, the best first: the id, the passage's number, its rank from 1, and a score, with tabs between. A score tells the passages of one claim apart and must not be compared with another claim's. A claim on which no passage bears prints nothing.

Each line is answered before the next one is read. Blank lines are skipped. A line without a tab or an id, one that is longer than 64 KB or is not UTF-8 ends the command with 1 and says which line it was; what was printed before it holds. It changes nothing and may run beside a server.

With --json each record is an object on a line of its own: "id", "passage", "rank", "score".

Examples:

	printf 'c1\tArmenia recalled its envoy in protest\n' | claimdesk passages --source 12
	claimdesk passages --source 12 --limit 3 --json --data /srv/newsroom < claims.tsv`
}

// bearing is a passage as the command prints one.
type bearing struct {
	ID      string  `json:"id"`
	Passage int     `json:"passage"`
	Rank    int     `json:"rank"`
	Score   float64 `json:"score"`
}

// Run answers line by line.
func (c *passagesCommand) Run(ctx context.Context, t *terminal) error {
	if c.Limit < 1 {
		return misuse("--limit must be 1 or more")
	}
	return withExisting(ctx, c.Newsroom, t, func(room *newsroom.Room) error {
		if _, err := room.Source(ctx, factcheck.ByConsole(), c.Source); err != nil {
			return err
		}
		bar := progress{to: t.err, on: onScreen(t.err) && !onScreen(t.out)}
		defer bar.clear()
		done := 0
		return eachClaim(t.in, func(id, claim string) error {
			done++
			bar.claims(done)
			found, err := room.Bearing(ctx, factcheck.ByConsole(), c.Source, claim, c.Limit)
			if err != nil {
				return err
			}
			return c.print(t, id, found)
		})
	})
}

// print writes what bears on one claim, at once.
func (c *passagesCommand) print(t *terminal, id string, found []newsroom.RankedPassage) error {
	out := bufio.NewWriter(t.out)
	lines := &terminal{out: out}
	for i, p := range found {
		var err error
		if c.JSON {
			err = lines.asJSON(bearing{id, p.Number, i + 1, p.Score})
		} else {
			err = lines.say("%s\t%d\t%d\t%s", id, p.Number, i+1, strconv.FormatFloat(p.Score, 'f', 4, 64))
		}
		if err != nil {
			return err
		}
	}
	return out.Flush()
}

// longestLine is in bytes, with its end.
const longestLine = 64 << 10

// eachClaim reads lines of an id, a tab and a claim, and calls do with each.
// The error says which line cannot be read.
func eachClaim(from io.Reader, do func(id, claim string) error) error {
	in := bufio.NewReaderSize(from, longestLine)
	for number := 1; ; number++ {
		raw, err := in.ReadSlice('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return unread(number, err)
		}
		last := err != nil
		line := string(raw)
		if number == 1 {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		if strings.TrimSpace(line) != "" {
			id, claim, err := claimOn(line)
			if err != nil {
				return fmt.Errorf("line %d: %w", number, err)
			}
			if err := do(id, claim); err != nil {
				return err
			}
		}
		if last {
			return nil
		}
	}
}

// unread says why a line did not come in.
func unread(number int, err error) error {
	if errors.Is(err, bufio.ErrBufferFull) {
		return fmt.Errorf("line %d: it is longer than 64 KB: give the claim alone", number)
	}
	return fmt.Errorf("reading line %d: %w", number, err)
}

// claimOn takes a line apart. Tabs after the first belong to the claim.
func claimOn(line string) (id, claim string, err error) {
	if at := factcheck.InvalidAt(line); at >= 0 {
		return "", "", fmt.Errorf("it is not UTF-8 at byte %d", at)
	}
	id, claim, found := strings.Cut(line, "\t")
	if !found {
		return "", "", errors.New("there is no tab between an id and a claim")
	}
	if strings.TrimSpace(id) == "" {
		return "", "", errors.New("there is no id before the tab")
	}
	return id, strings.TrimSpace(claim), nil
}
