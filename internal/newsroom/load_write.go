package newsroom

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"slices"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// The kinds of task that an import leaves on claims which lean on a check.
const (
	TaskChanged   = "review-changed"
	TaskWithdrawn = "review-withdrawn"
)

// ImportFile brings in a file of many records: claims out of a CSV table, or
// checks out of ClaimReview in any of its forms. Checks of our own become
// claims, those of others are kept as "checked elsewhere". Everything is looked
// at first; with anything wrong in it nothing is written, and the outcome and
// the Invalid error say what, by line. progress may be nil.
func (r *Room) ImportFile(ctx context.Context, by factcheck.Actor, from io.Reader, plan factcheck.LoadPlan, progress func(LoadProgress)) (factcheck.LoadOutcome, error) {
	return r.importFile(ctx, by, from, plan, progress, nil)
}

// importFile is ImportFile with something that is written in the same
// transaction, or nil.
func (r *Room) importFile(ctx context.Context, by factcheck.Actor, from io.Reader, plan factcheck.LoadPlan, progress func(LoadProgress),
	also func(*acting, factcheck.LoadOutcome) error) (factcheck.LoadOutcome, error) {
	for _, action := range []factcheck.Action{factcheck.ImportClaims, factcheck.ImportReviews} {
		if err := factcheck.Permit(by, action); err != nil {
			return factcheck.LoadOutcome{}, err
		}
	}
	l, err := r.readLoad(ctx, by, from, plan, progress)
	if e := factcheck.As(err); e != nil && e.Kind == factcheck.Invalid {
		said := *e
		said.Message = "Nothing was imported."
		return factcheck.LoadOutcome{}, &said
	}
	if err != nil {
		return factcheck.LoadOutcome{}, err
	}
	if err := l.outcome.Err(); err != nil {
		return l.outcome, err
	}
	if plan.DryRun {
		err := r.store.Read(ctx, func(q *store.Queries) error { return l.foresee(ctx, q) })
		return l.outcome, err
	}
	action := factcheck.ImportClaims
	if l.outcome.Format == factcheck.ReviewFormat {
		action = factcheck.ImportReviews
	}
	return act(ctx, r, by, action, func(a *acting) (factcheck.LoadOutcome, error) {
		if err := a.take(ctx, l); err != nil || also == nil {
			return l.outcome, err
		}
		return l.outcome, also(a, l.outcome)
	})
}

// foresee counts what would be written.
func (l *loading) foresee(ctx context.Context, q *store.Queries) error {
	l.outcome.Claims = len(l.claims)
	c, err := l.compare(ctx, q)
	if err != nil {
		return err
	}
	l.outcome.Tasks = len(c.tasks)
	return nil
}

// take writes all that a file holds, and one line in the log about it.
func (a *acting) take(ctx context.Context, l *loading) error {
	number, err := a.NextImport(ctx)
	if err != nil {
		return err
	}
	kept := importStand{Format: l.outcome.Format}
	if len(l.claims) > 0 {
		if err := a.takeClaims(ctx, l); err != nil {
			return err
		}
	}
	if len(l.reviews) > 0 {
		if kept.Reviews, err = a.takeReviews(ctx, l); err != nil {
			return err
		}
	}
	if l.outcome.Claims+len(kept.Reviews) == 0 {
		return nil
	}
	kept.First, kept.Last = l.outcome.First, l.outcome.Last
	return a.trace(ctx, "import", number, 1, kept)
}

// importStand is what is kept of an import: which claims it has recorded, whose
// stands are kept one by one, and which checks of others it has brought.
type importStand struct {
	Format  factcheck.LoadFormat `json:"format"`
	First   int64                `json:"first,omitempty"`
	Last    int64                `json:"last,omitempty"`
	Reviews []reviewStand        `json:"reviews,omitempty"`
}

// reviewStand is a check of another newsroom as an import has left it. Of one
// that was there before it holds what it was.
type reviewStand struct {
	ID        int64                  `json:"id"`
	Version   int64                  `json:"version"`
	Hash      string                 `json:"hash"`
	Withdrawn bool                   `json:"withdrawn,omitempty"`
	Was       *factcheck.OtherReview `json:"was,omitempty"`
}

// How many claims are written at once.
const claimsAtOnce = 5_000

// takeClaims records the claims of a file. Each has its own stand and line in the
// log, as if it were recorded alone.
func (a *acting) takeClaims(ctx context.Context, l *loading) error {
	last, err := a.LastID(ctx, store.ClaimTable)
	if err != nil {
		return err
	}
	if err := l.leaveKnown(ctx, &a.Queries, l.seen); err != nil || len(l.claims) == 0 {
		return err
	}
	who, topics, err := a.namedIn(ctx, l)
	if err != nil {
		return err
	}
	l.outcome.First = last + 1
	for part := range slices.Chunk(l.claims, claimsAtOnce) {
		claims := make([]factcheck.Claim, len(part))
		for i, c := range part {
			last++
			claims[i] = a.fresh(last, c, who, topics)
		}
		if err := a.recordMany(ctx, claims, part); err != nil {
			return err
		}
		l.outcome.Claims += len(part)
		l.progress(LoadProgress{Read: l.outcome.Rows, Written: l.outcome.Claims, Of: len(l.claims) + len(l.reviews)})
	}
	l.outcome.Last = last
	return nil
}

// namedIn finds or makes all claimants and topics that a file names.
func (a *acting) namedIn(ctx context.Context, l *loading) (map[store.WhoKey]int64, map[string]int64, error) {
	wanted := map[store.WhoKey]factcheck.Claimant{}
	for _, c := range l.claims {
		if m := claimantIn(c); m.Name != "" {
			if _, known := wanted[store.KeyOf(m)]; !known {
				wanted[store.KeyOf(m)] = m
			}
		}
	}
	who, err := a.Claimants(ctx, wanted, a.now)
	if err != nil {
		return nil, nil, err
	}
	names := make([]string, 0, len(l.topics))
	for _, name := range l.topics {
		names = append(names, name)
	}
	slices.Sort(names)
	topics, err := a.TopicsNamed(ctx, names, a.now)
	return who, topics, err
}

func claimantIn(c loaded) factcheck.Claimant {
	d := c.Checked.Claimant
	return factcheck.Claimant{Name: d.Name, Kind: d.Kind, SameAs: d.SameAs}
}

// fresh is a claim of a file as it is recorded.
func (a *acting) fresh(id int64, l loaded, who map[store.WhoKey]int64, topics map[string]int64) factcheck.Claim {
	c := factcheck.Claim{ID: id, Version: 1, Details: 1, Status: factcheck.New, Text: l.Text, Language: l.Language, SaidOn: l.Checked.SaidOn,
		Appearances: l.Checked.Appearances, CreatedBy: a.by.ID, CreatedAt: a.now, UpdatedAt: a.now}
	if m := claimantIn(l); m.Name != "" {
		m.ID = who[store.KeyOf(m)]
		c.Claimant = &m
	}
	for _, name := range l.Topics {
		if id := topics[strings.ToLower(name)]; !slices.ContainsFunc(c.Topics, func(t factcheck.Topic) bool { return t.ID == id }) {
			c.Topics = append(c.Topics, factcheck.Topic{ID: id, Name: name})
		}
	}
	return c
}

// recordMany stores claims with their stands, their lines in the log and their
// notes.
func (a *acting) recordMany(ctx context.Context, claims []factcheck.Claim, from []loaded) error {
	if err := a.AddClaims(ctx, claims); err != nil {
		return err
	}
	versions := make([]store.Version, len(claims))
	events := make([]factcheck.Event, len(claims))
	var notes []store.Noted
	for i, c := range claims {
		content, err := json.Marshal(standOf(c))
		if err != nil {
			return err
		}
		hash := factcheck.HashOf(content)
		versions[i] = store.Version{Subject: "claim", SubjectID: c.ID, Version: 1, Content: string(content), Hash: hash, UserID: a.by.ID, At: a.now.UnixMilli()}
		events[i] = a.event(factcheck.ImportClaims, "claim", c.ID, 1)
		events[i].Content = hash
		if from[i].note != "" {
			notes = append(notes, store.Noted{Claim: c.ID, User: a.by.ID, Text: from[i].note})
		}
	}
	if err := a.AddVersions(ctx, versions); err != nil {
		return err
	}
	if err := a.AddNotes(ctx, notes, a.now); err != nil {
		return err
	}
	return a.AddEvents(ctx, events)
}

func sum(text string) [32]byte { return sha256.Sum256([]byte(text)) }

func hexOf(b []byte) string { return hex.EncodeToString(b) }
