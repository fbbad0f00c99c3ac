package newsroom

import (
	"context"
	"encoding/json"
	"fmt"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/internal/store"
)

// How many captures and appearances are read at once, with their texts.
const capturePage = 20

// captures checks the texts of posts.
func (v *verifier) captures(ctx context.Context) error {
	return walk(v, func(q *store.Queries, last store.Captured) ([]store.Captured, error) {
		return q.Captures(ctx, last.ID, capturePage)
	}, func(page []store.Captured) error {
		v.do(func(j job) {
			for _, c := range page {
				what := fmt.Sprintf("capture %d of claim %d", c.ID, c.ClaimID)
				switch {
				case c.Text == "" && c.TextSHA256 == "" && c.File == nil:
					j.fault(what, "it has neither a text nor a file: what the appearance looked like is lost")
				case c.Text == "" && c.TextSHA256 == "": // a picture alone
				case factcheck.HashOf([]byte(c.Text)) != c.TextSHA256:
					j.fault(what, "the text has another hash than was stored: it was changed after it was captured")
				}
			}
			j.looked("captures", len(page))
		})
		return nil
	})
}

// appearances checks that words which were found in a capture still stand
// there.
func (v *verifier) appearances(ctx context.Context) error {
	return walk(v, func(q *store.Queries, last store.StoredAppearance) ([]store.StoredAppearance, error) {
		return q.AppearancesBehind(ctx, last, capturePage)
	}, func(page []store.StoredAppearance) error {
		v.do(func(j job) {
			for _, a := range page {
				j.appearance(a)
			}
			j.looked("appearances", len(page))
		})
		return nil
	})
}

func (j job) appearance(a store.StoredAppearance) {
	if a.Anchor == "" {
		return
	}
	what := fmt.Sprintf("appearance %d of claim %d", a.Position, a.ClaimID)
	var found quote.Anchor
	if err := json.Unmarshal([]byte(a.Anchor), &found); err != nil {
		j.fault(what, "where its words stand cannot be read (%v): it was changed after they were found", err)
	} else if err := quote.NewDocument(a.Text).Verify(found); err != nil {
		j.fault(what, "its words no longer stand in what was captured (%v): the claim is not what was said there", err)
	}
}

// sameCaptures checks that captures, and their files, are still those that a
// record names.
func (j job) sameCaptures(ctx context.Context, what string, seen []factcheck.Appearance) error {
	var captures []factcheck.Capture
	var files []factcheck.File
	for _, a := range seen {
		if a.Capture != nil {
			captures = append(captures, *a.Capture)
			if a.Capture.File != nil {
				files = append(files, *a.Capture.File)
			}
		}
	}
	err := j.sameHashes(what, "capture", asHashed(captures, func(c factcheck.Capture) (int64, string) { return c.ID, c.TextSHA256 }),
		func(q *store.Queries, ids []int64) (map[int64]string, error) { return q.CaptureHashes(ctx, ids) })
	if err != nil {
		return err
	}
	return j.sameFiles(ctx, what, files)
}
