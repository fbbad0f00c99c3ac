package newsroom

import (
	"strings"
	"sync"
	"testing"

	"claimdesk/internal/match"
	"claimdesk/internal/quote"
)

func TestIndexesAreKeptAsLongAsTheirTextFits(t *testing.T) {
	x := newIndexes(100)
	add := func(snapshot int64, size int) {
		x.add(indexKey{snapshot, "en"}, []quote.Passage{{Number: 1, Text: strings.Repeat("a", size)}})
	}
	holds := func(what string, wanted ...int64) {
		t.Helper()
		for snapshot := int64(1); snapshot <= 5; snapshot++ {
			want := false
			for _, w := range wanted {
				want = want || w == snapshot
			}
			if _, got := x.at[indexKey{snapshot, "en"}]; got != want {
				t.Errorf("%s: of snapshot %d it is %v that its index is kept", what, snapshot, got)
			}
		}
		if x.order.Len() != len(x.at) {
			t.Errorf("%s: %d in order, %d to be found", what, x.order.Len(), len(x.at))
		}
	}
	add(1, 40)
	add(2, 40)
	if x.get(indexKey{1, "en"}) == nil || x.get(indexKey{1, "ru"}) != nil {
		t.Error("the index is not found by snapshot and language")
	}
	add(3, 40)
	holds("the one that nobody used goes", 1, 3)
	add(4, 1_000)
	holds("one that is too large is kept until the next", 4)
	add(5, 10)
	holds("and then no longer", 5)
	if x.size != 10 {
		t.Errorf("%d bytes are counted", x.size)
	}
}

func TestAnIndexIsMadeOnceForAllWhoAskAtOnce(t *testing.T) {
	x := newIndexes(1_000)
	made := make([]*match.Passages, 8)
	var asking sync.WaitGroup
	for i := range made {
		asking.Go(func() {
			made[i] = x.add(indexKey{1, "en"}, []quote.Passage{{Number: 1, Text: "The chair is empty."}}).index()
		})
	}
	asking.Wait()
	for _, one := range made {
		if one != made[0] {
			t.Fatal("it was made more than once")
		}
	}
}
