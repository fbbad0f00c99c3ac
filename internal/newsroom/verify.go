package newsroom

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/internal/store"
)

// Fault is one thing that does not hold.
type Fault struct {
	What string `json:"what"` // such as "evidence 7"
	Why  string `json:"why"`
}

// Report says what Verify looked at, and what does not hold.
type Report struct {
	Snapshots int     `json:"snapshots"`
	Quotes    int     `json:"quotes"`
	Revisions int     `json:"revisions"`
	Versions  int     `json:"versions"`
	Events    int     `json:"events"`
	Faults    []Fault `json:"faults"`
}

func (p *Report) fault(what, format string, args ...any) {
	p.Faults = append(p.Faults, Fault{what, fmt.Sprintf(format, args...)})
}

// How many rows are read at once.
const verifyStep = 200

// Verify checks everything again: the database's file, each snapshot's bytes
// and text against their hashes, each quote against its snapshot, each
// published quote against the evidence, each revision and version against its
// hash, and the chain of the log. progress may be nil; it is called now and
// then with how many things were looked at.
func (r *Room) Verify(ctx context.Context, progress func(done int)) (Report, error) {
	if progress == nil {
		progress = func(int) {}
	}
	return read(ctx, r, func(q *store.Queries) (p Report, err error) {
		v := verifier{q: q, report: &p, progress: progress, quotes: map[int64]string{}, live: map[string]bool{}, public: map[int64]string{}, logged: map[string]string{}, sealed: map[string]string{}}
		faults, err := q.Sound(ctx)
		if err != nil {
			return p, err
		}
		for _, f := range faults {
			p.fault("database", "%s", f)
		}
		for _, check := range []func(context.Context) error{v.snapshots, v.events, v.versions, v.revisions, v.publications} {
			if err := check(ctx); err != nil {
				return p, err
			}
		}
		return p, nil
	})
}

// verifier walks through a newsroom in one read transaction.
type verifier struct {
	q        *store.Queries
	report   *Report
	progress func(int)
	done     int
	quotes   map[int64]string  // evidence id to the anchor, as JSON
	live     map[string]bool   // hashes that versions name as live
	public   map[int64]string  // claim to the one that its newest version names
	logged   map[string]string // stand to the hash that the log names
	sealed   map[string]string // verdict or article to its hash when it was saved
}

func (v *verifier) step(count *int) {
	*count++
	if v.done++; v.done%100 == 0 {
		v.progress(v.done)
	}
}

func (v *verifier) snapshots(ctx context.Context) error {
	for after := int64(0); ; {
		list, err := v.q.Snapshots(ctx, after, verifyStep)
		if err != nil || len(list) == 0 {
			return err
		}
		for _, n := range list {
			if err := v.snapshot(ctx, n); err != nil {
				return err
			}
			after = n.ID
		}
	}
}

func (v *verifier) snapshot(ctx context.Context, n factcheck.Snapshot) error {
	what := fmt.Sprintf("snapshot %d", n.ID)
	original, err := v.q.Original(ctx, n.ID)
	if err != nil {
		v.report.fault(what, "its original is missing: %v", err)
	} else if factcheck.HashOf(original) != n.SHA256 {
		v.report.fault(what, "the original's bytes have another hash than was stored")
	}
	text, err := v.q.Text(ctx, n.ID)
	if err != nil {
		return err
	}
	if factcheck.HashOf([]byte(text)) != n.TextSHA256 {
		v.report.fault(what, "the text has another hash than was stored")
	}
	v.step(&v.report.Snapshots)
	evidence, err := v.q.EvidenceOf(ctx, n.ID)
	if err != nil || len(evidence) == 0 {
		return err
	}
	doc := quote.NewDocument(text)
	for _, e := range evidence {
		if err := doc.Verify(e.Anchor); err != nil {
			v.report.fault(fmt.Sprintf("evidence %d of claim %d", e.ID, e.ClaimID), "%v", err)
		}
		v.quotes[e.ID] = place(e.SnapshotID, e.Anchor)
		v.step(&v.report.Quotes)
	}
	return nil
}

// place is a quote and where it stands, for comparing.
func place(snapshot int64, a quote.Anchor) string {
	encoded, _ := json.Marshal(struct {
		Snapshot int64
		quote.Anchor
	}{snapshot, a})
	return factcheck.HashOf(encoded)
}

func (v *verifier) events(ctx context.Context) error {
	previous, after := "", int64(0)
	for {
		list, err := v.q.EventsAfter(ctx, after, verifyStep)
		if err != nil || len(list) == 0 {
			return err
		}
		for _, e := range list {
			what := fmt.Sprintf("event %d", e.ID)
			switch {
			case e.ID != after+1:
				v.report.fault(what, "the one before it, %d, is missing", after+1)
			case e.Previous != previous:
				v.report.fault(what, "it does not follow on the one before it")
			case e.Seal() != e.Hash:
				v.report.fault(what, "it has another hash than was stored")
			}
			previous, after = e.Hash, e.ID
			if e.Content != "" {
				v.logged[store.Version{Subject: e.Subject, SubjectID: e.SubjectID, Version: e.Version}.String()] = e.Content
			}
			v.step(&v.report.Events)
		}
	}
}

func (v *verifier) versions(ctx context.Context) error {
	for after := int64(0); ; {
		list, last, err := v.q.VersionsAfter(ctx, after, verifyStep)
		if err != nil {
			return err
		}
		if len(list) == 0 {
			break
		}
		for _, kept := range list {
			if err := v.version(ctx, kept); err != nil {
				return err
			}
		}
		after = last
	}
	for _, what := range slices.Sorted(maps.Keys(v.logged)) {
		v.report.fault(what, "the log knows of it, but it is missing")
	}
	return nil
}

func (v *verifier) version(ctx context.Context, kept store.Version) error {
	v.step(&v.report.Versions)
	what := kept.String()
	if factcheck.HashOf([]byte(kept.Content)) != kept.Hash {
		v.report.fault(what, "it has another hash than was stored")
	} else if v.logged[what] != kept.Hash {
		v.report.fault(what, "the log knows nothing of it")
	}
	delete(v.logged, what)
	if kept.Subject != "claim" {
		return nil
	}
	var s stand
	if err := json.Unmarshal([]byte(kept.Content), &s); err != nil {
		v.report.fault(what, "it cannot be read: %v", err)
		return nil
	}
	if s.Live != "" {
		v.live[s.Live], v.public[kept.SubjectID] = true, s.Live
	}
	return v.writing(ctx, s)
}

// writing checks the verdict and the article that a stand names, each once.
func (v *verifier) writing(ctx context.Context, s stand) error {
	check := func(what, hash string, id int64, read func() (string, error)) error {
		if id == 0 || v.sealed[what] == hash {
			return nil
		}
		is, err := read()
		if err != nil && factcheck.KindOf(err) != factcheck.NotFound {
			return err
		}
		v.sealed[what] = hash
		if is != hash {
			v.report.fault(what, "it is not as it was when it was saved")
		}
		return nil
	}
	err := check(fmt.Sprintf("verdict %d", s.VerdictID), s.VerdictHash, s.VerdictID, func() (string, error) {
		verdict, err := v.q.Verdict(ctx, s.VerdictID)
		return sealVerdict(&verdict), err
	})
	if err != nil {
		return err
	}
	return check(fmt.Sprintf("article %d", s.ArticleID), s.ArticleHash, s.ArticleID, func() (string, error) {
		article, err := v.q.Article(ctx, s.ArticleID)
		return sealArticle(&article), err
	})
}

func (v *verifier) revisions(ctx context.Context) error {
	for after := int64(0); ; {
		list, err := v.q.RevisionsAfter(ctx, after, verifyStep)
		if err != nil || len(list) == 0 {
			return err
		}
		for _, rev := range list {
			v.revision(rev)
			after = rev.ID
			v.step(&v.report.Revisions)
		}
	}
}

// publications checks that the public sees what was published last.
func (v *verifier) publications(ctx context.Context) error {
	for _, claim := range slices.Sorted(maps.Keys(v.public)) {
		p, err := v.q.PublishedClaim(ctx, claim)
		if err != nil && factcheck.KindOf(err) != factcheck.NotFound {
			return err
		}
		if p.Live.ContentHash != v.public[claim] {
			v.report.fault(fmt.Sprintf("claim %d", claim), "what is public of it is not what was published last")
		}
	}
	return nil
}

func (v *verifier) revision(rev store.StoredRevision) {
	what := fmt.Sprintf("revision %d of claim %d", rev.Number, rev.ClaimID)
	if factcheck.HashOf([]byte(rev.Content)) != rev.Hash {
		v.report.fault(what, "it has another hash than was stored")
	} else if !v.live[rev.Hash] {
		v.report.fault(what, "the log knows nothing of it")
	}
	var c factcheck.Content
	if err := json.Unmarshal([]byte(rev.Content), &c); err != nil {
		v.report.fault(what, "it cannot be read: %v", err)
		return
	}
	for _, e := range c.Evidence {
		if v.quotes[e.ID] != place(e.Source.SnapshotID, e.Anchor()) {
			v.report.fault(what, "its quote %d is not the one that was found in the source", e.Position)
		}
	}
}
