package newsroom

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// stands is a page of kept stands under check. What many of them name is looked
// at once.
type stands struct {
	job
	sealed map[string]string // verdict or article to the hash that was asked of it
	quotes map[said]string   // to the first stand that names it
	seen   map[int64]bool    // captures
	shown  map[int64]bool    // files of exhibits
}

// said is a quote as a stand has it.
type said struct {
	id, claim int64
	exact     string
}

func newStands(j job) *stands {
	return &stands{j, map[string]string{}, map[said]string{}, map[int64]bool{}, map[int64]bool{}}
}

// writing checks the verdict and the article that a stand names.
func (s *stands) writing(ctx context.Context, is stand) error {
	err := s.seal(fmt.Sprintf("verdict %d", is.VerdictID), is.VerdictID, is.VerdictHash, func(q *store.Queries) (string, error) {
		verdict, err := q.Verdict(ctx, is.VerdictID)
		return sealVerdict(&verdict), err
	})
	if err != nil {
		return err
	}
	return s.seal(fmt.Sprintf("article %d", is.ArticleID), is.ArticleID, is.ArticleHash, func(q *store.Queries) (string, error) {
		article, err := q.Article(ctx, is.ArticleID)
		return sealArticle(&article), err
	})
}

func (s *stands) seal(what string, id int64, hash string, present func(*store.Queries) (string, error)) error {
	if id == 0 || s.sealed[what] == hash {
		return nil
	}
	is, err := ask(s.v, present)
	if err != nil && factcheck.KindOf(err) != factcheck.NotFound {
		return err
	}
	s.sealed[what] = hash
	switch {
	case err != nil:
		s.fault(what, "it is missing, and the log names it: what was decided or written is lost")
	case is != hash:
		s.fault(what, "it is not as it was when it was saved: it was changed past the log")
	}
	return nil
}

// captured checks what was kept of the appearances that a stand names.
func (s *stands) captured(ctx context.Context, what string, seen []factcheck.Appearance) error {
	var fresh []factcheck.Appearance
	for _, a := range seen {
		if a.Capture != nil && !s.seen[a.Capture.ID] {
			s.seen[a.Capture.ID], fresh = true, append(fresh, a)
		}
	}
	return s.sameCaptures(ctx, what, fresh)
}

// How many quotes are looked up at once.
const lookup = 500

// quoted checks that every quote which stood on a claim still says what it said
// then.
func (s *stands) quoted(ctx context.Context) {
	order := slices.SortedFunc(maps.Keys(s.quotes), func(a, b said) int { return cmp.Compare(a.id, b.id) })
	for part := range slices.Chunk(order, lookup) {
		ids := make([]int64, len(part))
		for i, q := range part {
			ids[i] = q.id
		}
		found, err := ask(s.v, func(q *store.Queries) (map[int64]*store.Anchored, error) { return q.QuotesOf(ctx, ids) })
		if err != nil {
			if ctx.Err() == nil {
				s.fault("evidence", "some of it could not be compared with the log: %v", err)
			}
			return
		}
		for _, q := range part {
			s.compare(q, found[q.id])
		}
	}
}

// compare holds a quote as a stand has it against its row, nil when that is
// absent.
func (s *stands) compare(q said, is *store.Anchored) {
	what, stand := fmt.Sprintf("evidence %d of claim %d", q.id, q.claim), s.quotes[q]
	switch {
	case is == nil:
		s.fault(what, "it is missing, and %s names it: what the claim rested on is lost", stand)
	case is.ClaimID != q.claim:
		s.fault(what, "it stands on claim %d now: it was moved past the log", is.ClaimID)
	case is.Exact != q.exact:
		s.fault(what, "it says something else than in %s: it was changed after it was attached", stand)
	}
}
