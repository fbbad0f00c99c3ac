package newsroom

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// Figures count the newsroom's work from one day to another, both included. An
// empty from is the day of the first claim, an empty to is today.
func (r *Room) Figures(ctx context.Context, from, to factcheck.Date) (factcheck.Figures, error) {
	return read(ctx, r, func(q *store.Queries) (factcheck.Figures, error) {
		c := counting{ctx: ctx, q: q}
		if err := c.days(from, to, r.Now()); err != nil {
			return c.out, err
		}
		for _, count := range []func() error{c.weeks, c.times, c.ratings, c.reasons, c.changes, c.quotes} {
			if err := count(); err != nil {
				return c.out, err
			}
		}
		return c.out, nil
	})
}

// counting is what Figures goes through.
type counting struct {
	ctx      context.Context
	q        *store.Queries
	from, to time.Time // the first moment, the first after
	out      factcheck.Figures
}

func (c *counting) days(from, to factcheck.Date, now time.Time) error {
	if from == "" {
		first, err := c.q.FirstRecorded(c.ctx)
		if err != nil {
			return err
		}
		if first.IsZero() {
			first = now
		}
		from = factcheck.DateOf(first)
	}
	to = cmp.Or(to, factcheck.DateOf(now))
	var err1, err2 error
	c.from, err1 = time.Parse(time.DateOnly, string(from))
	c.to, err2 = time.Parse(time.DateOnly, string(to))
	c.to = c.to.AddDate(0, 0, 1)
	switch {
	case err1 != nil:
		return factcheck.Wrong("from", "Write the date as year-month-day, such as 2023-09-14.")
	case err2 != nil:
		return factcheck.Wrong("to", "Write the date as year-month-day, such as 2023-09-14.")
	case !c.from.Before(c.to):
		return factcheck.Wrong("to", "The last day lies before the first. Change one of them.")
	case c.to.Sub(c.from) > 50*366*24*time.Hour:
		return factcheck.Wrong("from", "These are more than fifty years. Choose a later day.")
	}
	c.out.From, c.out.To = from, to
	return nil
}

func (c *counting) weeks() error {
	found, err := c.q.ClaimsByWeek(c.ctx, c.from, c.to)
	if err != nil || len(found) == 0 {
		return err
	}
	f := &c.out.Weeks
	for _, s := range factcheck.Statuses {
		f.Series = append(f.Series, s.Label())
	}
	last := found[len(found)-1].Monday
	for at := factcheck.Monday(found[0].Monday); !at.After(last); at = at.AddDate(0, 0, 7) {
		f.Rows = append(f.Rows, factcheck.FigureRow{Label: string(factcheck.DateOf(at)), Counts: make([]int, len(f.Series))})
	}
	for _, w := range found {
		row := int(w.Monday.Sub(found[0].Monday) / (7 * 24 * time.Hour))
		if column := slices.Index(factcheck.Statuses, factcheck.Status(w.Status)); column >= 0 {
			f.Rows[row].Counts[column] = w.N
		}
	}
	return nil
}

// step is a column of how long a check took.
type step struct {
	days  float64 // at most
	label string
}

var steps = []step{{1, "A day or less"}, {3, "Up to 3 days"}, {7, "Up to a week"}, {14, "Up to 2 weeks"}, {30, "Up to 30 days"}, {1 << 30, "Longer"}}

func (c *counting) times() error {
	found, err := c.q.TimesToPublish(c.ctx, c.from, c.to)
	if err != nil || len(found) == 0 {
		return err
	}
	f := &c.out.DaysBy
	for _, s := range steps {
		f.Add(s.label, "Checks", 0)
	}
	days := make([]float64, len(found))
	for i, ms := range found {
		days[i] = float64(ms) / float64(24*time.Hour/time.Millisecond)
		at := slices.IndexFunc(steps, func(s step) bool { return days[i] <= s.days })
		f.Rows[at].Counts[0]++
	}
	c.out.Published, c.out.Days = len(found), factcheck.SpreadOf(days)
	return nil
}

func (c *counting) ratings() error {
	scale, err := c.q.Scale(c.ctx, 0)
	if err != nil {
		return err
	}
	topics, err := c.q.RatingsByTopic(c.ctx, c.from, c.to)
	if err != nil {
		return err
	}
	claimants, err := c.q.RatingsByClaimant(c.ctx, c.from, c.to)
	c.out.Topics, c.out.Claimants = byRating(topics, scale), byRating(claimants, scale)
	for _, one := range claimants {
		if one.Series == factcheck.Withdrawn {
			c.out.Withdrawn += one.N
		}
	}
	return err
}

// byRating makes a table with those ratings as columns that occur, in the order
// of the scale, and the largest rows first.
func byRating(found []store.Counted, scale factcheck.Scale) factcheck.Figure {
	var f factcheck.Figure
	occurs := func(slug string) bool {
		return slices.ContainsFunc(found, func(c store.Counted) bool { return c.Series == slug })
	}
	labels := map[string]string{}
	for _, r := range scale.Ratings {
		if labels[r.Slug] = r.Label; occurs(r.Slug) {
			f.Series = append(f.Series, r.Label)
		}
	}
	for _, one := range found {
		f.Add(one.Label, cmp.Or(labels[one.Series], one.Series), one.N)
	}
	f.Even()
	return largestFirst(f)
}

func largestFirst(f factcheck.Figure) factcheck.Figure {
	slices.SortStableFunc(f.Rows, func(a, b factcheck.FigureRow) int { return cmp.Compare(b.Total(), a.Total()) })
	return f
}

func (c *counting) reasons() error {
	found, err := c.q.ReasonsOf(c.ctx, c.from, c.to)
	if err != nil {
		return err
	}
	for _, one := range found {
		var reasons []factcheck.Reason
		if err := json.Unmarshal([]byte(one.Label), &reasons); err != nil {
			return err
		}
		label := "No reason given"
		if len(reasons) > 0 {
			label = reasons[0].Label()
		}
		c.out.Reasons.Add(label, "Checks", one.N)
	}
	c.out.Reasons = largestFirst(c.out.Reasons)
	return nil
}

func (c *counting) changes() error {
	if c.out.Published == 0 {
		return nil
	}
	found, err := c.q.ClassesOf(c.ctx, c.from, c.to)
	f := &c.out.Changes
	for _, class := range []factcheck.Class{factcheck.Substantial, factcheck.ReRated, factcheck.Update, factcheck.Minor, "retraction"} {
		n := 0
		for _, one := range found {
			if one.Label == string(class) {
				n = one.N
			}
		}
		label := class.Label()
		if label == "" {
			label = "Withdrawn"
		}
		f.Add(label, "Checks", n)
	}
	return err
}

// From so many quotes on, checks are counted together.
const manyQuotes = 8

func (c *counting) quotes() error {
	found, err := c.q.QuotesPerCheck(c.ctx, c.from, c.to)
	if err != nil || len(found) == 0 {
		return err
	}
	f := &c.out.QuotesBy
	for n := range manyQuotes + 1 {
		f.Add(strconv.Itoa(n), "Checks", 0)
	}
	f.Rows[manyQuotes].Label += " or more"
	f.Rows[0].Label, f.Rows[1].Label = "None", "1"
	counts := make([]float64, len(found))
	for i, n := range found {
		counts[i] = float64(n)
		f.Rows[min(int(n), manyQuotes)].Counts[0]++
	}
	c.out.Evidence = factcheck.SpreadOf(counts)
	return nil
}
