package newsroom

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/internal/store"
	"claimdesk/internal/store/storetest"
)

// report is a text of n words in passages of some 60, with about as many
// different words as a report of that length has.
func report(dice *rand.Rand, n int) string {
	known := strings.Fields("the of and to in a is that for it with as was on by Armenia Russia council envoy alliance recalled protest " +
		"minister government said border troops exercise treaty parliament voted statement agency gas prices elections security")
	zipf := rand.NewZipf(dice, 1.1, 20, uint64(n/3))
	var out strings.Builder
	for i := range n {
		switch {
		case i%60 == 0 && i > 0:
			out.WriteString(".\n\nAfter ")
		case i%15 == 0:
			out.WriteString(". Then ")
		default:
			out.WriteByte(' ')
		}
		if at := int(zipf.Uint64()); at < len(known) {
			out.WriteString(known[at])
		} else {
			fmt.Fprintf(&out, "%c%cr%c%cing", 'b'+at%9, "aeiou"[at/9%5], "aeiou"[at/45%5], 'k'+at/225%9)
		}
	}
	return strings.TrimPrefix(out.String(), ". ") + "."
}

// BenchmarkBearing ranks the passages of one source of 10,000 words out of
// 1,000: cold is the first question about a source, for which its index is
// made, and warm every other one.
func BenchmarkBearing(b *testing.B) {
	st := storetest.New(b)
	r, err := Open(b.Context(), st, Options{BaseURL: "https://check.example"})
	if err != nil {
		b.Fatal(err)
	}
	f := &filler{ctx: b.Context(), dice: rand.New(rand.NewPCG(1, 2)), now: r.Now(), docs: map[int64]*quote.Document{}}
	err = st.Write(b.Context(), func(tx *store.Tx) error {
		f.Tx = tx
		for i := range benchSources {
			if err := f.sourceOf(i, report(f.dice, benchWords)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	clear(f.docs)
	ask := func(b *testing.B, source int64) {
		found, err := r.Bearing(b.Context(), factcheck.ByConsole(), source, "Armenia recalled its envoy to the alliance in protest, and 12,000 citizens signed a petition", 20)
		if err != nil || len(found) != 20 {
			b.Fatalf("%d passages, %v", len(found), err)
		}
	}
	b.Run("cold", func(b *testing.B) {
		for i := int64(0); b.Loop(); i++ {
			ask(b, 1+i%benchSources)
		}
		var full runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&full)
		b.ReportMetric(float64(full.HeapInuse)/(1<<20), "MB-heap")
	})
	b.Run("warm", func(b *testing.B) {
		for b.Loop() {
			ask(b, 1)
		}
	})
}
