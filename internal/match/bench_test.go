package match

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"claimdesk/internal/quote"
)

// long is a source of about n words, with as many different words as prose of
// that length has: passages of the English source, in which every third word
// of substance is one that is made up.
func long(t testing.TB, n int) []string {
	base := textsOf(quote.Passages(read(t, "en.txt")))
	r := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(r, 1.1, 20, uint64(n/3))
	var passages []string
	for words := 0; words < n; {
		fields := strings.Fields(base[len(passages)%len(base)])
		for i, field := range fields {
			if len(field) > 3 && r.IntN(3) == 0 {
				fields[i] = madeUp(zipf.Uint64())
			}
		}
		words += len(fields)
		passages = append(passages, strings.Join(fields, " "))
	}
	return passages
}

// madeUp is the nth word of a language that nobody speaks.
func madeUp(n uint64) string {
	var word strings.Builder
	for n += 50; n > 0; n /= 50 {
		word.WriteByte("bcdfghklmn"[n%10])
		word.WriteString([]string{"a", "e", "io", "u", "or"}[n/10%5])
	}
	return word.String() + "ing"
}

func BenchmarkPassages(b *testing.B) {
	const claim = "Armenia recalled its CSTO envoy in protest, and 12,000 citizens signed a petition against the mayor's decision to close the maternity ward"
	NewPassages("en", nil).Rank(claim, 0)
	for _, n := range []int{10_000, 100_000} {
		passages := long(b, n)
		p := NewPassages("en", passages)
		b.Run(fmt.Sprintf("index/%d words", n), func(b *testing.B) {
			for b.Loop() {
				NewPassages("en", passages)
			}
		})
		b.Run(fmt.Sprintf("rank/%d words", n), func(b *testing.B) {
			for b.Loop() {
				p.Rank(claim, 20)
			}
		})
	}
}
