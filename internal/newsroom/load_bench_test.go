package newsroom

import (
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
	"claimdesk/internal/store/storetest"
)

const benchRows = 100_000

// manyRows is a table of so many claims of some 15 words, by 2,000 claimants, on
// 50 topics.
func manyRows(rows int) io.Reader {
	dice := rand.New(rand.NewPCG(3, 4))
	words := strings.Fields("the council said that no minister of this alliance will ever leave before spring because dues were paid by people who never voted and bridges stay closed while prices rise again")
	var out strings.Builder
	out.WriteString("claim,language,claimant,claimant_kind,said_on,url,outlet,seen_on,topics\n")
	for i := range rows {
		fmt.Fprintf(&out, "Claim %d says that", i)
		for range 10 + dice.IntN(10) {
			out.WriteByte(' ')
			out.WriteString(words[dice.IntN(len(words))])
		}
		fmt.Fprintf(&out, ",en,Claimant %d,person,2023-09-%02d,https://portal.example/%d,Portal %d,2023-09-15,topic %d; topic %d\n",
			dice.IntN(2_000), 1+dice.IntN(14), i, dice.IntN(30), dice.IntN(50), dice.IntN(50))
	}
	return strings.NewReader(out.String())
}

// manyReviews is a feed of so many checks.
func manyReviews(n int) io.Reader {
	var out strings.Builder
	out.WriteString(`{"@context":"https://schema.org","@type":"DataFeed","dataFeedElement":[`)
	for i := range n {
		if i > 0 {
			out.WriteByte(',')
		}
		fmt.Fprintf(&out, `{"@type":"DataFeedItem","item":[{"@type":"ClaimReview","@id":"https://partner.example/%d","url":"https://partner.example/%d","claimReviewed":"The bridge of town %d is closed for good","author":{"@type":"Organization","name":"Partner","url":"https://partner.example/"},"datePublished":"2023-09-14","reviewRating":{"@type":"Rating","alternateName":"False","ratingValue":1,"bestRating":5,"worstRating":1},"itemReviewed":{"@type":"Claim","author":{"@type":"Person","name":"Jo %d"},"datePublished":"2023-09-12"}}]}`, i, i, i, i%500)
	}
	out.WriteString("]}")
	return strings.NewReader(out.String())
}

func BenchmarkImport(b *testing.B) {
	for name, file := range map[string]func(int) io.Reader{"claims": manyRows, "reviews": manyReviews} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				r, err := Open(b.Context(), storetest.New(b), Options{BaseURL: "https://check.example"})
				if err != nil {
					b.Fatal(err)
				}
				text := file(benchRows)
				b.StartTimer()
				began, writing := time.Now(), time.Time{}
				outcome, err := r.importFile(b.Context(), factcheck.ByConsole(), text, factcheck.LoadPlan{}, func(p LoadProgress) {
					if p.Of > 0 && writing.IsZero() {
						writing = time.Now()
					}
				}, nil)
				if err != nil || outcome.Rows != benchRows || outcome.Claims+outcome.Reviews != benchRows {
					b.Fatalf("%+v, %v", outcome, err)
				}
				b.ReportMetric(time.Since(writing).Seconds(), "s-writing")
				b.ReportMetric(float64(benchRows)/time.Since(began).Seconds(), "rows/s")
				b.StopTimer()
				began = time.Now()
				if p, err := r.Verify(b.Context(), nil); err != nil || !p.OK {
					b.Fatalf("%v: %+v", err, p.Faults[:min(3, len(p.Faults))])
				}
				b.ReportMetric(time.Since(began).Seconds(), "s-verify")
				_ = r.store.Read(b.Context(), func(q *store.Queries) error {
					n, err := q.Count(b.Context(), store.EventTable)
					b.ReportMetric(float64(n), "events")
					return err
				})
				b.StartTimer()
			}
		})
	}
}
