package newsroom

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/internal/store"
	"claimdesk/internal/store/storetest"
)

// The newsroom that BenchmarkVerify fills: 100,000 quotes out of 1,000 sources
// of 10,000 words, on 5,000 published claims, with a version and an event for
// every quote.
const (
	benchSources = 1_000
	benchWords   = 10_000
	benchClaims  = 5_000
	benchQuotes  = 20 // a claim
)

// filler writes a large newsroom past the verbs, in one transaction.
type filler struct {
	*store.Tx
	ctx    context.Context
	dice   *rand.Rand
	now    time.Time
	rating factcheck.Rating
	docs   map[int64]*quote.Document // of the sources that are quoted from
}

// text is a source of its own: passages of some 70 words.
func (f *filler) text(number int) string {
	words := strings.Fields("the council of alliance heard that envoy was recalled when his term ended and nobody has resigned while seat stays empty until spring session members asked for")
	var out strings.Builder
	for i := range benchWords {
		switch {
		case i == 0:
			fmt.Fprintf(&out, "Report %d", number)
		case i%70 == 0:
			out.WriteString(".\n\nIn ")
		case i%14 == 0:
			out.WriteString(". In ")
		default:
			out.WriteByte(' ')
		}
		out.WriteString(words[f.dice.IntN(len(words))])
	}
	return out.String() + "."
}

func (f *filler) source(number int) error { return f.sourceOf(number, f.text(number)) }

func (f *filler) sourceOf(number int, text string) error {
	id, err := f.AddSource(f.ctx, factcheck.Source{Title: fmt.Sprintf("Report %d", number), Language: "en", Kind: factcheck.Brief,
		Level: factcheck.Primary, Access: factcheck.ExcerptAccess, CreatedAt: f.now})
	if err != nil {
		return err
	}
	doc, hash := quote.NewDocument(text), factcheck.HashOf([]byte(text))
	snapshot, err := f.AddSnapshot(f.ctx, factcheck.Snapshot{SourceID: id, MediaType: "text/plain; charset=utf-8", SHA256: hash, TextSHA256: hash,
		Size: len(text), Length: doc.Len(), RetrievedAt: f.now, Text: text}, []byte(text), doc.Passages())
	f.docs[snapshot] = doc
	return err
}

// quote takes some words of a passage of a source.
func (f *filler) quote(claim, source int64, position int) (factcheck.Evidence, error) {
	doc := f.docs[source]
	p := doc.Passages()[1+f.dice.IntN(len(doc.Passages())-1)]
	start := p.Start + f.dice.IntN(100)
	a := quote.Anchor{Start: start, End: start + 150, Exact: doc.Slice(start, start+150),
		Prefix: doc.Slice(start-quote.ContextLength, start), Suffix: doc.Slice(start+150, start+150+quote.ContextLength)}
	a.Spans = []quote.Span{{Start: a.Start, End: a.End, Exact: a.Exact}}
	e := factcheck.Evidence{ClaimID: claim, SourceID: source, SnapshotID: source, Position: position, Stance: factcheck.Refutes,
		Anchor: a, Passage: p.Number, CreatedAt: f.now}
	var err error
	e.ID, err = f.AddEvidence(f.ctx, e)
	return e, err
}

// stand keeps a version of a claim and its line in the log.
func (f *filler) stand(c factcheck.Claim, action factcheck.Action) error {
	content, err := json.Marshal(standOf(c))
	if err != nil {
		return err
	}
	hash := factcheck.HashOf(content)
	if err := f.AddVersion(f.ctx, store.Version{Subject: "claim", SubjectID: c.ID, Version: c.Version, Content: string(content), Hash: hash, At: f.now.UnixMilli()}); err != nil {
		return err
	}
	return f.AddEvent(f.ctx, factcheck.Event{At: f.now, Actor: "console", Action: action, Subject: "claim", SubjectID: c.ID, Version: c.Version, Content: hash})
}

// claim records one with its quotes, a version each, and publishes it.
func (f *filler) claim(number int) error {
	c := factcheck.Claim{Status: factcheck.New, Text: fmt.Sprintf("Claim %d of many", number), Language: "en", CreatedAt: f.now}
	id, err := f.AddClaim(f.ctx, c)
	if err != nil {
		return err
	}
	c.ID = id
	for i := range benchQuotes {
		e, err := f.quote(id, int64(1+(number*benchQuotes+i)%benchSources), i+1)
		if err != nil {
			return err
		}
		c.Evidence, c.Version = append(c.Evidence, e), int64(i+1)
		if err := f.stand(c, factcheck.AttachQuote); err != nil {
			return err
		}
	}
	return f.publish(c)
}

func (f *filler) publish(c factcheck.Claim) error {
	content := factcheck.Content{ClaimID: c.ID, Headline: c.Text, Slug: fmt.Sprintf("claim-%d", c.ID), Language: "en", Claim: c.Text, Rating: f.rating, ScaleVersion: 1, FirstAt: f.now}
	for _, e := range c.Evidence {
		content.Evidence = append(content.Evidence, piecePublic(&c, e, f.docs[e.SnapshotID]))
	}
	live := factcheck.Live{GUID: content.Slug, FirstAt: f.now, UpdatedAt: f.now, ContentHash: sealOf(content)}
	first := factcheck.Revision{ClaimID: c.ID, Number: 1, At: f.now, Content: content}
	if _, err := f.AddRevision(f.ctx, first, live); err != nil {
		return err
	}
	live.Revision, live.Seal = 1, first.Seal()
	c.Live, c.Version = &live, c.Version+1
	if err := f.SetClaim(f.ctx, c); err != nil {
		return err
	}
	return f.stand(c, factcheck.Publish)
}

// fill makes the newsroom.
func fill(b *testing.B, st *store.Store, f *filler) {
	b.Helper()
	err := st.Write(b.Context(), func(tx *store.Tx) error {
		f.Tx = tx
		for i := range benchSources {
			if err := f.source(i); err != nil {
				return err
			}
		}
		for i := range benchClaims {
			if err := f.claim(i); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
}

func BenchmarkVerify(b *testing.B) {
	st := storetest.New(b)
	r, err := Open(b.Context(), st, Options{BaseURL: "https://check.example"})
	if err != nil {
		b.Fatal(err)
	}
	rating, _ := factcheck.DefaultScale().Rating(factcheck.Misinterpreted)
	fill(b, st, &filler{ctx: b.Context(), dice: rand.New(rand.NewPCG(1, 2)), now: r.Now(), rating: rating, docs: map[int64]*quote.Document{}})
	runtime.GC()
	var before, during runtime.MemStats
	runtime.ReadMemStats(&before)
	most, checked, seen := uint64(0), 0, 0
	b.ResetTimer()
	for b.Loop() {
		p, err := r.Verify(b.Context(), func([]Tally) {
			if seen++; seen%20 == 0 {
				runtime.ReadMemStats(&during)
				most = max(most, during.HeapInuse)
			}
		})
		if err != nil || !p.OK {
			b.Fatalf("%v: %d faults, such as %+v", err, len(p.Faults), p.Faults[:min(3, len(p.Faults))])
		}
		checked += p.Counts["quotes"]
	}
	b.ReportMetric(float64(checked)/b.Elapsed().Seconds(), "quotes/s")
	b.ReportMetric(float64(most-min(most, before.HeapInuse))/(1<<20), "MB-heap-growth")
}
