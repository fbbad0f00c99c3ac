package main

import (
	"bufio"
	"context"
	"strconv"

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
		return eachText(t.in, func(_ int, id, claim string) error {
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
