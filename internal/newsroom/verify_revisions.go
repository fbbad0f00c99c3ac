package newsroom

import (
	"context"
	"encoding/json"
	"fmt"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// How many revisions are read at once: each may be hundreds of kilobytes.
const revisionPage = 20

// revisions checks everything that was ever published.
func (v *verifier) revisions(ctx context.Context) error {
	return walk(v, func(q *store.Queries, last store.StoredRevision) ([]store.StoredRevision, error) {
		return q.RevisionsAfter(ctx, last.ID, revisionPage)
	}, func(page []store.StoredRevision) error {
		v.do(func(j job) {
			for _, r := range page {
				j.revision(ctx, r)
			}
			j.looked("revisions", len(page))
		})
		return nil
	})
}

func (j job) revision(ctx context.Context, r store.StoredRevision) {
	what := fmt.Sprintf("revision %d of claim %d", r.Number, r.ClaimID)
	if factcheck.HashOf([]byte(r.Content)) != r.Hash {
		j.fault(what, "it has another hash than was stored: it is not what was published")
	} else if claim, logged := j.v.known.live[r.Hash]; !logged || claim != r.ClaimID {
		j.fault(what, "the log knows nothing of it: it was not published through the program, or was changed together with its hash")
	}
	if kept, is := j.v.known.seals[revision{r.ClaimID, r.Number}]; is && kept.seal != r.Seal {
		j.fault(what, "its class, its note, or when and by whom it was published is not what was logged: readers are told something else of the change")
	}
	var c factcheck.Content
	if err := json.Unmarshal([]byte(r.Content), &c); err != nil {
		j.fault(what, "it cannot be read, so readers cannot see it: %v", err)
		return
	}
	if c.ClaimID != r.ClaimID || c.Slug != r.Slug || c.Rating.Slug != r.Rating || c.Language != r.Language {
		j.fault(what, "it is kept under another claim, address, rating or language than it was published with: lists show it wrongly")
	}
	err := j.published(ctx, what, c.Evidence)
	if err == nil {
		err = j.sameCaptures(ctx, what, c.Appearances)
	}
	if err == nil {
		err = j.sameFiles(ctx, what, filesOf(c.Exhibits))
	}
	if err != nil && ctx.Err() == nil {
		j.fault(what, "what it shows could not be compared with what is stored: %v", err)
	}
}

func filesOf(exhibits []factcheck.PublicExhibit) []factcheck.File {
	files := make([]factcheck.File, len(exhibits))
	for i, e := range exhibits {
		files[i] = e.File
	}
	return files
}

// published checks the quotes of a revision against the evidence, which is
// checked against its source in turn.
func (j job) published(ctx context.Context, what string, evidence []factcheck.PublicEvidence) error {
	ids := make([]int64, len(evidence))
	for i, e := range evidence {
		ids[i] = e.ID
	}
	found, err := ask(j.v, func(q *store.Queries) (map[int64]*store.Anchored, error) { return q.QuotesOf(ctx, ids) })
	if err != nil {
		return err
	}
	for _, e := range evidence {
		if is := found[e.ID]; is == nil || is.Read() != nil || !agrees(is, e) {
			j.fault(what, "its quote %d is not the one that was found in the source: readers see other words, or another place, than were checked", e.Position)
		}
	}
	return nil
}

// agrees tells whether a published quote is the evidence. Of a source that is
// protected readers are told the words alone.
func agrees(is *store.Anchored, e factcheck.PublicEvidence) bool {
	if e.Source.SnapshotID == 0 {
		return is.Exact == e.Exact
	}
	return is.Same(e.Source.SnapshotID, e.Anchor())
}
