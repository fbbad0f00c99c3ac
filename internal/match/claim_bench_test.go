package match

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

// prose is words as a language has them: a few in every sentence, most hardly ever.
type prose struct {
	dice *rand.Rand
	zipf *rand.Zipf
}

func newProse(seed uint64) *prose {
	dice := rand.New(rand.NewPCG(seed, 2))
	return &prose{dice, rand.NewZipf(dice, 1.1, 20, 60_000)}
}

func (p *prose) text(words int) string {
	out := make([]string, words)
	for i := range out {
		n := p.zipf.Uint64()
		if n < uint64(len(everyday)) {
			out[i] = everyday[n]
			continue
		}
		out[i] = madeUp(n)
		if p.dice.IntN(6) == 0 {
			out[i] = strings.ToUpper(out[i][:1]) + out[i][1:]
		}
	}
	return strings.Join(out, " ")
}

var everyday = strings.Fields("the of a to in and that is was for on with by are this from says new people year government percent " +
	"country city video photograph shows president law children vaccine money school minister police million")

// synthetic are claims of some 17 words with headlines of some 8.
func synthetic(n int) []Document {
	p := newProse(1)
	all := make([]Document, n)
	for i := range all {
		all[i] = Document{ID: int64(i + 1), Text: p.text(10 + p.dice.IntN(15)), Title: p.text(5 + p.dice.IntN(6)), Language: "en"}
	}
	return all
}

// questions are posts of some 35 words.
func questions(n int) []string {
	p := newProse(7)
	all := make([]string, n)
	for i := range all {
		all[i] = p.text(20+p.dice.IntN(30)) + fmt.Sprintf(" #%sTown https://t.co/%d — %s (@some_body) May 2, 2023", madeUp(uint64(i*37)), i, p.text(2))
	}
	return all
}

// BenchmarkClaims takes claims in and asks for posts; p50 and p95 are of one
// answer of 20 claims.
func BenchmarkClaims(b *testing.B) {
	posts := questions(500)
	for _, n := range []int{10_000, 100_000} {
		documents := synthetic(n)
		x := NewClaims()
		x.Put(documents...)
		b.Run(fmt.Sprintf("index/%d claims", n), func(b *testing.B) {
			for b.Loop() {
				NewClaims().Put(documents...)
			}
		})
		b.Run(fmt.Sprintf("rank/%d claims", n), func(b *testing.B) {
			var took []time.Duration
			for i := 0; b.Loop(); i++ {
				begun := time.Now()
				x.Rank(posts[i%len(posts)], 20, nil)
				took = append(took, time.Since(begun))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1_000, "p50-ms")
			b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1_000, "p95-ms")
		})
	}
}
