package newsroom_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"claimdesk/internal/newsroom"
)

// long gives a newsroom more of everything than is read at once: a claim with
// many stands, lines of the log for many subjects.
func (d *desk) long() {
	d.t.Helper()
	c := d.live()
	for i := range 130 {
		mended := text()
		mended.Body = fmt.Sprintf("Recalled [1], for the time %d.", i)
		_, err := d.WriteArticle(d.ctx(), d.bo, c.ID, anyBase, mended)
		must(d.t, err)
	}
	for i := range 60 {
		d.record(fmt.Sprintf("Claim %d of many", i))
	}
	for i := range 10 {
		d.addSource(fmt.Sprintf("Report %d\n\nNothing was said that day.", i))
	}
}

func TestALongNewsroomIsSoundAndShownAsItIsLookedAt(t *testing.T) {
	d := newDesk(t)
	d.long()
	last, order := map[string]newsroom.Tally{}, []string{}
	p, err := d.Verify(d.ctx(), func(tallies []newsroom.Tally) {
		for _, now := range tallies {
			before, seen := last[now.Things]
			if !seen {
				order = append(order, now.Things)
			}
			if now.Done < before.Done || now.Done > now.Of {
				t.Errorf("after %+v comes %+v", before, now)
			}
			last[now.Things] = now
		}
	})
	must(t, err)
	if !p.OK || p.Counts["versions"] < 200 || p.Counts["events"] < 200 || p.Seconds <= 0 {
		t.Errorf("the report is %+v", p)
	}
	if got := fmt.Sprint(order); got != "[snapshots quotes claims events versions revisions publications database file]" {
		t.Errorf("shown were %s", got)
	}
	for things, n := range p.Counts {
		if last[things].Done != n || last[things].Of != n {
			t.Errorf("%s ended with %+v, counted %d", things, last[things], n)
		}
	}
}

func TestVerifyingEndsWhenItIsToldTo(t *testing.T) {
	d := newDesk(t)
	d.long()
	ctx, end := context.WithCancel(d.ctx())
	_, err := d.Verify(ctx, func([]newsroom.Tally) { end() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("it ended with %v", err)
	}
	d.sound() // and nothing is held on to
}

func TestWhatIsWrittenMeanwhileIsNoFault(t *testing.T) {
	d := newDesk(t)
	d.long()
	var writing sync.WaitGroup
	stop := make(chan struct{})
	writing.Go(func() {
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
			}
			if _, err := d.RecordClaim(d.ctx(), d.ani, draft(fmt.Sprintf("Meanwhile %d", i))); err != nil {
				t.Error(err)
				return
			}
		}
	})
	for range 5 {
		d.sound()
	}
	close(stop)
	writing.Wait()
}
