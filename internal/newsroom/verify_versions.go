package newsroom

import (
	"context"
	"encoding/json"
	"fmt"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// How many kept stands are read at once: each may be hundreds of kilobytes.
const versionPage = 50

// known is what later checks need of the versions: which revisions the log
// knows, and which one it knew last of each claim.
type known struct {
	live   map[string]int64    // hash of a revision that was live, to its claim
	public map[int64]newest    // by claim
	seals  map[revision]sealed // of what revisions say of themselves
}

// revision names one of a claim.
type revision struct {
	claim  int64
	number int
}

// sealed is the seal of a revision as the first version has it that names one.
type sealed struct {
	version int64
	seal    string
}

// newest is the last version of a claim that named a live revision.
type newest struct {
	version int64
	live    string
}

func newKnown() known { return known{map[string]int64{}, map[int64]newest{}, map[revision]sealed{}} }

// versions checks each kept stand against its hash and the log, and what it
// names against what is stored.
func (v *verifier) versions(ctx context.Context) error {
	log := named{v: v}
	err := walk(v, func(q *store.Queries, last store.Version) ([]store.Version, error) {
		return q.VersionsBehind(ctx, last, versionPage)
	}, func(page []store.Version) error {
		hashes := make([]string, len(page))
		for i := range page {
			var err error
			if hashes[i], err = log.hash(ctx, page[i]); err != nil {
				return err
			}
		}
		v.do(func(j job) {
			s := newStands(j)
			for i := range page {
				s.version(ctx, page[i], hashes[i])
			}
			s.quoted(ctx)
			j.looked("versions", len(page))
		})
		return nil
	})
	if err != nil {
		return err
	}
	return log.rest(ctx)
}

// version checks one stand. logged is the hash that the log has for it.
func (s *stands) version(ctx context.Context, n store.Version, logged string) {
	what := n.String()
	switch {
	case factcheck.HashOf([]byte(n.Content)) != n.Hash:
		s.fault(what, "it has another hash than was stored: it was changed after it was saved")
	case logged == "":
		s.fault(what, "the log knows nothing of it: it was put in from outside, or its line was taken out of the log")
	case logged != n.Hash:
		s.fault(what, "the log has another hash for it: it and its hash were changed after it was saved")
	}
	var err error
	switch n.Subject {
	case "claim":
		err = s.claim(ctx, n)
	case "source":
		err = s.source(ctx, n)
	case "fate":
		err = s.fate(ctx, n)
	}
	if err != nil && ctx.Err() == nil {
		s.fault(what, "it cannot be read, nor what it names be checked: %v", err)
	}
}

// claim checks what a claim's stand names: verdict, article, quotes. Which
// revision was live is noted for later.
func (s *stands) claim(ctx context.Context, n store.Version) error {
	var is stand
	if err := json.Unmarshal([]byte(n.Content), &is); err != nil {
		return err
	}
	if is.Live != "" {
		s.noteLive(n, is)
	}
	for _, e := range is.Evidence {
		if q := (said{e.ID, n.SubjectID, e.Exact}); s.quotes[q] == "" {
			s.quotes[q] = n.String()
		}
	}
	if err := s.captured(ctx, n.String(), is.Appearances); err != nil {
		return err
	}
	if err := s.displays(ctx, n.String(), is.Exhibits); err != nil {
		return err
	}
	return s.writing(ctx, is)
}

func (s *stands) noteLive(n store.Version, is stand) {
	s.v.mu.Lock()
	defer s.v.mu.Unlock()
	known := &s.v.known
	known.live[is.Live] = n.SubjectID
	if n.Version >= known.public[n.SubjectID].version {
		known.public[n.SubjectID] = newest{n.Version, is.Live}
	}
	if is.LiveSeal == "" {
		return
	}
	r := revision{n.SubjectID, is.Revision}
	if first, is := known.seals[r]; is && first.version < n.Version {
		return
	}
	known.seals[r] = sealed{n.Version, is.LiveSeal}
}

// source checks that the snapshot is the one that was logged when the source
// was saved: a text that was changed together with its hash is found here.
func (s *stands) source(ctx context.Context, n store.Version) error {
	var was struct {
		Snapshot           int64
		SHA256, TextSHA256 string
	}
	if err := json.Unmarshal([]byte(n.Content), &was); err != nil || was.Snapshot == 0 {
		return err
	}
	what := fmt.Sprintf("snapshot %d", was.Snapshot)
	is, err := ask(s.v, func(q *store.Queries) (factcheck.Snapshot, error) { return q.SnapshotHashes(ctx, was.Snapshot) })
	switch {
	case factcheck.KindOf(err) == factcheck.NotFound && err != nil:
		s.fault(what, "it is missing, and %s names it: its quotes stand in nothing", n)
	case err != nil:
		return err
	case is.SHA256 != was.SHA256:
		s.fault(what, "the log has another hash for its bytes: they and their hash were changed after it was retrieved")
	case is.TextSHA256 != was.TextSHA256:
		s.fault(what, "the log has another hash for its text: the text and its hash were changed after it was retrieved")
	}
	return nil
}
