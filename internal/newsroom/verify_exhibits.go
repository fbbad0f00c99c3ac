package newsroom

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// How many exhibits are read at once, without their files.
const exhibitPage = 100

// exhibits checks that each exhibit is described and confirmed as the newest
// stand of its claim has it. Their files are checked by themselves.
func (v *verifier) exhibits(ctx context.Context) error {
	return walk(v, func(q *store.Queries, last factcheck.Exhibit) ([]factcheck.Exhibit, error) {
		return q.ExhibitsAfter(ctx, last.ID, exhibitPage)
	}, func(page []factcheck.Exhibit) error {
		claims := make([]int64, len(page))
		for i, e := range page {
			claims[i] = e.ClaimID
		}
		newest, err := ask(v, func(q *store.Queries) (map[int64]store.Version, error) { return q.NewestStands(ctx, claims) })
		if err != nil {
			return err
		}
		v.do(func(j job) {
			for _, e := range page {
				j.exhibit(e, newest[e.ClaimID])
			}
			j.looked("exhibits", len(page))
		})
		return nil
	})
}

func exhibitNamed(e factcheck.Exhibit) string {
	return fmt.Sprintf("exhibit %d of claim %d", e.ID, e.ClaimID)
}

// exhibit holds an exhibit against the newest stand of its claim.
func (j job) exhibit(e factcheck.Exhibit, newest store.Version) {
	var is stand
	if err := json.Unmarshal([]byte(newest.Content), &is); err != nil {
		j.fault(exhibitNamed(e), "it could not be compared with the log: %v", err)
		return
	}
	at := slices.IndexFunc(is.Exhibits, func(d displayed) bool { return d.ID == e.ID })
	switch {
	case at < 0 && e.Position != 0:
		j.fault(exhibitNamed(e), "%s knows nothing of it: it was put on the claim past the log", newest)
	case at < 0: // it was removed
	case e.Position != at+1:
		j.fault(exhibitNamed(e), "%s has it in another place: it was moved or taken off the claim past the log", newest)
	case is.Exhibits[at] != displayedOf(e):
		j.fault(exhibitNamed(e), "%s describes it in another way: it was changed or confirmed past the log", newest)
	}
}

// displays checks that the files of the exhibits that a stand names are still
// those that were brought in.
func (s *stands) displays(ctx context.Context, what string, list []displayed) error {
	var files []factcheck.File
	for _, d := range list {
		if !s.shown[d.FileID] {
			s.shown[d.FileID], files = true, append(files, factcheck.File{ID: d.FileID, SHA256: d.SHA256})
		}
	}
	return s.sameFiles(ctx, what, files)
}
