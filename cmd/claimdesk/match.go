package main

import (
	"bufio"
	"context"
	"strconv"

	"claimdesk/internal/config"
	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

type matchCommand struct {
	Limit int `default:"20" placeholder:"N" help:"Most claims for a text, at most 200."`
	config.Newsroom
	printed
}

// Help is shown under the command's usage.
func (matchCommand) Help() string {
	return `Reads texts from stdin, one a line: an id of your own, a tab, the text, which may be a claim or a post that repeats one. For each it prints the recorded claims that it may repeat, the best first: the id, the claim's number, its rank from 1, a score above 0 and at most 1, and the claim, with tabs between. Scores can be compared between texts; they put claims in order and never say that two are the same. A text that shares no word with any claim prints nothing.

Links and the date of a signature are passed over, #HashTags and @handles are opened into words, and the author's name is kept. Claims of any status are found, but those that were merged into another one.

Each line is answered before the next one is read; the first takes longer, as all claims are read for it. Blank lines and empty texts are skipped. A line without a tab or an id, one whose text has more than 10,000 characters, that is longer than 64 KB or is not UTF-8 ends the command with 1 and says which line it was; what was printed before it holds. It changes nothing and may run beside a server.

With --json each record is an object on a line of its own: "id", "claim_id", "rank", "score", "claim", "status", "rating" ("" while there is none).

Examples:

	printf 'p1\tThey closed the #OldBridge for good! — Ani (@ani) May 3, 2024\n' | claimdesk match
	claimdesk match --limit 3 --json --data /srv/newsroom < posts.tsv`
}

// repetition is a claim that a text may repeat as the command prints one.
type repetition struct {
	ID      string  `json:"id"`
	ClaimID int64   `json:"claim_id"`
	Rank    int     `json:"rank"`
	Score   float64 `json:"score"`
	Claim   string  `json:"claim"`
	Status  string  `json:"status"`
	Rating  string  `json:"rating"`
}

// mostMatches is how many claims can be asked for.
const mostMatches = 200

// Run answers line by line.
func (c *matchCommand) Run(ctx context.Context, t *terminal) error {
	if c.Limit < 1 || c.Limit > mostMatches {
		return misuse("--limit must be from 1 to %d", mostMatches)
	}
	return withExisting(ctx, c.Newsroom, t, func(room *newsroom.Room) error {
		bar := progress{to: t.err, on: onScreen(t.err) && !onScreen(t.out)}
		defer bar.clear()
		done := 0
		return eachText(t.in, func(line int, id, text string) error {
			done++
			bar.texts(done)
			if text == "" {
				return nil
			}
			found, err := room.MatchRecorded(ctx, factcheck.ByConsole(), text, c.Limit)
			if err != nil {
				return onLine(line, err)
			}
			return c.print(t, id, found)
		})
	})
}

// print writes what one text may repeat, at once.
func (c *matchCommand) print(t *terminal, id string, found []factcheck.Match) error {
	out := bufio.NewWriter(t.out)
	lines := &terminal{out: out}
	for i, m := range found {
		r := repetition{id, m.Claim.ID, i + 1, m.Score, m.Claim.Text, string(m.Claim.Status), m.Claim.Rating.Slug}
		var err error
		if c.JSON {
			err = lines.asJSON(r)
		} else {
			err = lines.say("%s\t%d\t%d\t%s\t%s", id, r.ClaimID, r.Rank, strconv.FormatFloat(r.Score, 'f', 4, 64), r.Claim)
		}
		if err != nil {
			return err
		}
	}
	return out.Flush()
}
