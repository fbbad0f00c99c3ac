package newsroom

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/lines"
	"claimdesk/internal/store"
	"claimdesk/internal/tabular"
)

// LoadProgress is how far an import of many records is: how many were read and,
// while they are being written, how many of them are.
type LoadProgress struct {
	Read, Written, Of int
}

// loading is what a file of many records holds, all of it looked at before
// anything is written.
type loading struct {
	room     *Room
	by       factcheck.Actor
	plan     factcheck.LoadPlan
	now      time.Time
	progress func(LoadProgress)

	claims  []loaded
	reviews []other
	outcome factcheck.LoadOutcome

	lines  map[[32]byte]int  // what a claim says, folded, to the line that says it
	topics map[string]string // by name in small letters
	iris   map[string]int    // places in reviews
	seen   int64             // the last claim that was looked at whether it says the same
}

// loaded is a claim of the file.
type loaded struct {
	line int
	factcheck.Checked
	note string
	says [32]byte
}

// other is a check of another newsroom, and whether the file says that it was
// taken back.
type other struct {
	factcheck.OtherReview
	retracted bool
}

const loadWords = "100 MB"

var errZIP = factcheck.Wrong("file", "This is a ZIP archive. An export of another Claimdesk is taken over by an admin into an empty newsroom; a table or a ClaimReview file comes as it is, unpacked.")

// readLoad reads and looks at a whole file. What is wrong with its records is
// in the outcome; it fails where the file cannot be read to its end.
func (r *Room) readLoad(ctx context.Context, by factcheck.Actor, from io.Reader, plan factcheck.LoadPlan, progress func(LoadProgress)) (*loading, error) {
	if progress == nil {
		progress = func(LoadProgress) {}
	}
	l := &loading{room: r, by: by, plan: plan, now: r.Now(), progress: progress,
		lines: map[[32]byte]int{}, topics: map[string]string{}, iris: map[string]int{}}
	format, text, err := recognised(from)
	if err != nil {
		return nil, err
	}
	l.outcome.Format = format
	if format == factcheck.ReviewFormat {
		err = l.readReviews(ctx, text)
	} else {
		err = l.readTable(ctx, text)
	}
	if err != nil {
		return nil, err
	}
	if l.outcome.Rows == 0 && l.outcome.AllFaults == 0 {
		return nil, factcheck.Wrong("file", "There is nothing to import in the file.")
	}
	if len(l.topics) > factcheck.MaxNewTopics {
		return nil, factcheck.Wrong("file", "The file names more than %d different topics. Is it the right column? Leave it out, or use fewer.", factcheck.MaxNewTopics)
	}
	return l, l.findKnown(ctx)
}

// recognised tells by its first bytes what a file holds.
func recognised(from io.Reader) (factcheck.LoadFormat, *lines.Reader, error) {
	buffer := bufio.NewReader(from)
	head, err := buffer.Peek(512)
	if err != nil && !errors.Is(err, io.EOF) {
		return "", nil, err
	}
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		return "", nil, errZIP
	}
	format := factcheck.CSVFormat
	if first := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n"); len(first) > 0 && (first[0] == '{' || first[0] == '[') {
		format = factcheck.ReviewFormat
	}
	return format, lines.New(buffer, factcheck.MaxLoadBytes, loadWords), nil
}

// row counts a record, and fails when there are too many.
func (l *loading) row(ctx context.Context) error {
	if l.outcome.Rows++; l.outcome.Rows > factcheck.MaxLoadRows {
		return factcheck.Wrong("file", "The file holds more than %d records, and nothing of it was taken. Split it and bring in the parts one by one.", factcheck.MaxLoadRows)
	}
	if l.outcome.Rows%1_000 == 0 {
		l.progress(LoadProgress{Read: l.outcome.Rows})
		return ctx.Err()
	}
	return nil
}

// readTable reads claims out of a CSV table.
func (l *loading) readTable(ctx context.Context, from *lines.Reader) error {
	table, err := tabular.Open(from)
	if err != nil {
		return err
	}
	mapping, err := table.Planned(l.plan)
	if err != nil {
		return err
	}
	for {
		row, err := table.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = l.row(ctx)
		}
		if err != nil {
			return err
		}
		if row.Fault != "" {
			l.outcome.Fault(row.Line, "", row.Fault)
			continue
		}
		draft, note := mapping.Draft(row.Cells)
		l.claim(row.Line, draft, note, func(field string) string { return mapping.Column(field, table.Header) })
	}
}

// claim looks at a claim and keeps it. column is what the field of a draft is
// called in the file.
func (l *loading) claim(line int, draft factcheck.ClaimDraft, note string, column func(string) string) {
	checked, wrong := draft.Check(l.now)
	if note != "" {
		var err error
		note, err = factcheck.CheckNote(note)
		wrong = factcheck.Together(wrong, err)
	}
	if problems := factcheck.Problems(wrong); problems != nil {
		for _, p := range problems {
			l.outcome.Fault(line, column(p.Field), p.Message)
		}
		return
	}
	if l.outcome.AllFaults > 0 { // nothing will be written
		return
	}
	says := folded(checked.Text)
	if first := l.lines[says]; first > 0 && !l.plan.KeepKnown {
		l.outcome.Repeats(factcheck.Known{Line: line, As: first})
		return
	}
	l.lines[says] = line
	for i, t := range checked.Topics {
		if known, is := l.topics[strings.ToLower(t)]; is {
			checked.Topics[i] = known // as it was written first
			continue
		}
		l.topics[strings.ToLower(t)] = t
	}
	l.claims = append(l.claims, loaded{line, checked, note, says})
}

// folded is what a text says without regard to case, white space and the signs
// at its ends.
func folded(text string) [32]byte {
	plain := strings.ToLower(norm.NFKC.String(text))
	plain = strings.TrimFunc(strings.Join(strings.Fields(plain), " "), func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSpace(r) })
	return sum(plain)
}

// findKnown leaves out the claims that are recorded already, unless they are to
// be kept.
func (l *loading) findKnown(ctx context.Context) error {
	return l.room.store.Read(ctx, func(q *store.Queries) (err error) {
		if err = l.leaveKnown(ctx, q, 0); err == nil {
			l.seen, err = q.LastID(ctx, store.ClaimTable)
		}
		return err
	})
}

// leaveKnown does so for what was recorded behind an id.
func (l *loading) leaveKnown(ctx context.Context, q *store.Queries, after int64) error {
	known := map[[32]byte]int64{}
	err := q.EachClaimText(ctx, after, func(c store.ClaimText) {
		if says := folded(c.Text); l.lines[says] > 0 && known[says] == 0 {
			known[says] = c.ID
		}
	})
	if err != nil || len(known) == 0 {
		return err
	}
	kept := l.claims[:0]
	for _, c := range l.claims {
		if id := known[c.says]; id > 0 {
			l.outcome.Repeats(factcheck.Known{Line: c.line, ClaimID: id})
			if !l.plan.KeepKnown {
				continue
			}
		}
		kept = append(kept, c)
	}
	l.claims = kept
	return nil
}
