package factcheck

import (
	"slices"
	"time"
)

// Figures count a newsroom's work over some days, both included, in UTC. What
// was published counts where it was first published in them, as it stands now.
type Figures struct {
	From, To  Date
	Published int // checks
	Withdrawn int // of them

	Weeks     Figure // claims recorded, by the Monday of the week, and the status that they have now
	Days      Spread // from the recording of a claim to its first publication, in days
	DaysBy    Figure // the same: how many took how long
	Topics    Figure // checks by topic and rating; one with several topics counts for each
	Claimants Figure // checks by claimant and rating; "" is nobody in particular, and every private person
	Reasons   Figure // checks that say misinterpreted, by the main reason
	Changes   Figure // checks that were changed since, by the class of change; one with several counts for each
	Evidence  Spread // quotes on a check
	QuotesBy  Figure // the same: how many have how many
}

// Figure is a table of counts: a row for each label, a column for each series.
type Figure struct {
	Series []string
	Rows   []FigureRow
}

// FigureRow are the counts of one label, one for each series.
type FigureRow struct {
	Label  string
	Counts []int
}

// Total is the sum of the row.
func (r FigureRow) Total() int {
	sum := 0
	for _, n := range r.Counts {
		sum += n
	}
	return sum
}

// Total is the sum of the table.
func (f Figure) Total() int {
	sum := 0
	for _, r := range f.Rows {
		sum += r.Total()
	}
	return sum
}

// Add counts n more for a label and a series, which come into being with the
// first.
func (f *Figure) Add(label, series string, n int) {
	column := slices.Index(f.Series, series)
	if column < 0 {
		column, f.Series = len(f.Series), append(f.Series, series)
	}
	row := slices.IndexFunc(f.Rows, func(r FigureRow) bool { return r.Label == label })
	if row < 0 {
		row, f.Rows = len(f.Rows), append(f.Rows, FigureRow{Label: label})
	}
	for len(f.Rows[row].Counts) <= column {
		f.Rows[row].Counts = append(f.Rows[row].Counts, 0)
	}
	f.Rows[row].Counts[column] += n
}

// Even gives every row a count for each series.
func (f *Figure) Even() {
	for i := range f.Rows {
		for len(f.Rows[i].Counts) < len(f.Series) {
			f.Rows[i].Counts = append(f.Rows[i].Counts, 0)
		}
	}
}

// Spread says how some values lie: half of them are at most Median, nine in ten
// at most Ninetieth. Both are values that occur (nearest rank), 0 when Count is.
type Spread struct {
	Count             int
	Median, Ninetieth float64
}

// SpreadOf is that of values that are sorted.
func SpreadOf(sorted []float64) Spread {
	if len(sorted) == 0 {
		return Spread{}
	}
	at := func(percent int) float64 { return sorted[(len(sorted)*percent+99)/100-1] }
	return Spread{len(sorted), at(50), at(90)}
}

// Monday is the first day of the week that t lies in, in UTC.
func Monday(t time.Time) time.Time {
	t = t.UTC().Truncate(24 * time.Hour)
	return t.AddDate(0, 0, -(int(t.Weekday())+6)%7)
}
