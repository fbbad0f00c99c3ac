package newsroom_test

import (
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/newsroom"
)

// bears is which passages bear on words, the best first, with each the words
// that it has in common with them.
func bears(found []newsroom.RankedPassage) (numbers []int, words []string) {
	for _, p := range found {
		numbers = append(numbers, p.Number)
		text := []rune(p.Text)
		for _, w := range p.Words {
			words = append(words, string(text[w.Start:w.End]))
		}
	}
	return numbers, words
}

func TestThePassageThatBearsOnAClaimComesFirst(t *testing.T) {
	d := newDesk(t)
	for claim, want := range map[string]int{"Yerevan called back its ambassador to the alliance": 2, "Armenia freezes its membership": 3,
		"The Americans came to exercise with soldiers": 4} {
		found, err := d.Bearing(d.ctx(), d.ani, d.source, claim, 0)
		must(t, err)
		if numbers, _ := bears(found); len(numbers) == 0 || numbers[0] != want {
			t.Errorf("%q: %v, want %d first", claim, numbers, want)
		}
		for i, p := range found {
			if p.Score <= 0 || i > 0 && p.Score > found[i-1].Score || p.Text == "" || p.End <= p.Start {
				t.Errorf("%q: %+v", claim, p)
			}
		}
		on, err := d.BearingOn(d.ctx(), d.ani, d.source, d.record(claim).ID, 1)
		must(t, err)
		if len(on) != 1 || on[0].Number != want {
			t.Errorf("for the recorded claim %q: %+v", claim, on)
		}
	}
	found, err := d.Bearing(d.ctx(), d.ani, d.source, "Envoys were recalled", 1)
	must(t, err)
	if _, words := bears(found); len(words) != 2 || words[0] != "recalled" || words[1] != "envoy" {
		t.Errorf("the words are %q", words)
	}
	for _, nothing := range []string{"", " ", "?!", "Zirkonfalter"} {
		if found, err := d.Bearing(d.ctx(), d.ani, d.source, nothing, 0); err != nil || len(found) != 0 {
			t.Errorf("on %q bear %+v, %v", nothing, found, err)
		}
	}
}

func TestRankedIsTheNewestCopy(t *testing.T) {
	d := newDesk(t)
	const claim = "Armenia recalled its envoy"
	if found, err := d.Bearing(d.ctx(), d.ani, d.source, claim, 1); err != nil || found[0].Number != 2 {
		t.Fatalf("%+v, %v", found, err)
	}
	doc, err := ingest.Text([]byte("A seat left empty\n\nIt rained.\n\nIt snowed.\n\n"+recalled), "")
	must(t, err)
	_, err = d.AddSnapshot(d.ctx(), d.ani, d.source, doc)
	must(t, err)
	if found, err := d.Bearing(d.ctx(), d.ani, d.source, claim, 1); err != nil || found[0].Number != 4 || found[0].Text != recalled {
		t.Errorf("%+v, %v", found, err)
	}
}

func TestOnlyWhoSeesASourceSeesItRanked(t *testing.T) {
	d := newDesk(t)
	s, c := d.added(d.ani, hidden()), d.record("Everybody looked at the bridge")
	found, err := d.BearingOn(d.ctx(), d.ani, s.ID, c.ID, 0)
	if numbers, _ := bears(found); err != nil || len(numbers) != 1 || numbers[0] != 2 {
		t.Errorf("Ani sees %v, %v", numbers, err)
	}
	for _, by := range []factcheck.Actor{d.dav, d.bo, d.zoe} { // the index is in memory by now
		_, err := d.Bearing(d.ctx(), by, s.ID, c.Text, 0)
		_, err2 := d.BearingOn(d.ctx(), by, s.ID, c.ID, 0)
		if factcheck.KindOf(err) != factcheck.NotFound || factcheck.KindOf(err2) != factcheck.NotFound {
			t.Errorf("%+v: %v, %v", by, err, err2)
		}
	}
}

func TestAClaimOrSourceThatThereIsNotIsSaid(t *testing.T) {
	d := newDesk(t)
	if _, err := d.Bearing(d.ctx(), d.ani, 99, "A seat", 0); factcheck.KindOf(err) != factcheck.NotFound {
		t.Error(err)
	}
	_, err := d.BearingOn(d.ctx(), d.ani, d.source, 99, 0)
	faulty(t, err, "claim_id")
}
