package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"claimdesk/internal/newsroom"
)

// progress is a line on a screen that says how far something has come. Where
// nobody looks on it writes nothing.
type progress struct {
	to    io.Writer
	on    bool
	doing string    // what was being looked at when the line was last written
	at    time.Time // when that was
}

// Between two writings of the line, so that the screen does not hold up the
// work.
const progressPause = 100 * time.Millisecond

// show writes the line anew: at once when something else is looked at, else
// when it has stood for a while.
func (p *progress) show(tallies []newsroom.Tally) { p.tell("Checking", tallies) }

// of is show for another work, named as the line begins.
func (p *progress) of(work string) func([]newsroom.Tally) {
	return func(tallies []newsroom.Tally) { p.tell(work, tallies) }
}

func (p *progress) tell(work string, tallies []newsroom.Tally) {
	if !p.on || len(tallies) == 0 {
		return
	}
	doing := tallies[0].Things
	if doing == p.doing && time.Since(p.at) < progressPause {
		return
	}
	p.doing, p.at = doing, time.Now()
	parts := make([]string, len(tallies))
	for i, t := range tallies {
		parts[i] = t.Things
		if t.Of > 0 {
			parts[i] += fmt.Sprintf(" %s of %s", grouped(t.Done), grouped(t.Of))
		}
	}
	fmt.Fprintf(p.to, "\r\x1b[K%s %s", work, strings.Join(parts, ", "))
}

// page is show for a document: how many of its pages have been read, 0 of 0
// when it has only been fetched.
func (p *progress) page(done, of int) {
	if !p.on || time.Since(p.at) < progressPause && done < of {
		return
	}
	p.at = time.Now()
	if of == 0 {
		fmt.Fprint(p.to, "\r\x1b[KReading")
		return
	}
	fmt.Fprintf(p.to, "\r\x1b[KReading page %s of %s", grouped(done), grouped(of))
}

// claims is show for a stream of claims: nobody knows how many will come.
func (p *progress) claims(done int) {
	if !p.on || time.Since(p.at) < progressPause {
		return
	}
	p.at = time.Now()
	fmt.Fprintf(p.to, "\r\x1b[KLooked at %s", counted(done, "claims"))
}

// texts is show for a stream of texts: nobody knows how many will come.
func (p *progress) texts(done int) {
	if !p.on || time.Since(p.at) < progressPause {
		return
	}
	p.at = time.Now()
	fmt.Fprintf(p.to, "\r\x1b[KLooked at %s", counted(done, "texts"))
}

// records is show for a file of records that is imported.
func (p *progress) records(at newsroom.LoadProgress) {
	if !p.on || time.Since(p.at) < progressPause {
		return
	}
	p.at = time.Now()
	if at.Of == 0 {
		fmt.Fprintf(p.to, "\r\x1b[KRead %s", counted(at.Read, "records"))
		return
	}
	fmt.Fprintf(p.to, "\r\x1b[KWriting %s of %s", grouped(at.Written), grouped(at.Of))
}

// clear takes the line away.
func (p *progress) clear() {
	if p.on {
		fmt.Fprint(p.to, "\r\x1b[K")
	}
}

// grouped is a number as people read it: 12,000.
func grouped(n int) string {
	digits := strconv.Itoa(n)
	for at := len(digits) - 3; at > 0 && digits[at-1] != '-'; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}
