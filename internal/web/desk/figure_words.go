package desk

import (
	"fmt"
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
	view "claimdesk/views/desk"
)

// figuresOf puts the figures in words, in the order in which they are shown.
func figuresOf(f factcheck.Figures) []view.Figure {
	claimants := f.Claimants
	claimants.Rows = append([]factcheck.FigureRow{}, claimants.Rows...)
	for i, r := range claimants.Rows {
		if r.Label == "" {
			claimants.Rows[i].Label = "Nobody named"
		}
	}
	days := "/desk/figures/%s.csv?from=" + string(f.From) + "&to=" + string(f.To)
	all := []view.Figure{
		{Name: "weeks", Title: "Claims recorded", Of: "Week from", Columns: true, Table: f.Weeks,
			Says: factcheck.Plural(f.Weeks.Total(), "claim", "claims"), Means: "By the Monday of the week in which they were recorded, and the status that they have now."},
		{Name: "days", Title: "From recorded to published", Of: "Time", Table: f.DaysBy, Says: spreadWords(f.Days, "day"),
			Means: "Of the checks first published in these days: from the recording of the claim to the first publication."},
		{Name: "topics", Title: "Verdicts by topic", Of: "Topic", Table: f.Topics, Says: largest(f.Topics, "Most on"),
			Means: "Checks first published in these days, with the verdict that they have now. One with several topics counts for each."},
		{Name: "claimants", Title: "Verdicts by claimant", Of: "Claimant", Table: claimants, Says: largest(claimants, "Most by"),
			Means: "The same by who said it. “Nobody named” are claims that go round, and those of private persons."},
		{Name: "reasons", Title: "Why claims were misinterpretations", Of: "Main reason", Table: f.Reasons, Says: largest(f.Reasons, "Most often"),
			Means: "Checks first published in these days that say misinterpreted, by the first of their reasons."},
		{Name: "changes", Title: "Changed after publication", Of: "Class of change", Table: f.Changes, Says: changeWords(f),
			Means: "Checks first published in these days that were changed since. Only a correction says that we were wrong; re-rated ones stand apart, since there the facts have changed. One that was changed several times counts once in each class."},
		{Name: "quotes", Title: "Quotes on a check", Of: "Quotes", Table: f.QuotesBy, Says: spreadWords(f.Evidence, "quote"),
			Means: "On the live version of checks first published in these days; withdrawn ones left out."},
	}
	for i := range all {
		all[i].Sheet = fmt.Sprintf(days, all[i].Name)
	}
	return all
}

// spreadWords is the median and the 90th percentile.
func spreadWords(s factcheck.Spread, unit string) string {
	if s.Count == 0 {
		return ""
	}
	return "Median " + decimal(s.Median) + " " + unit + plural(s.Median) + ", nine in ten at most " + decimal(s.Ninetieth) + " " + unit + plural(s.Ninetieth)
}

// decimal is a number with one digit behind the point where it has any.
func decimal(n float64) string { return strings.TrimSuffix(strconv.FormatFloat(n, 'f', 1, 64), ".0") }

func plural(n float64) string {
	if decimal(n) == "1" {
		return ""
	}
	return "s"
}

// largest is the largest row, "" when there is none.
func largest(f factcheck.Figure, words string) string {
	if len(f.Rows) == 0 {
		return ""
	}
	return words + " “" + f.Rows[0].Label + "”: " + strconv.Itoa(f.Rows[0].Total())
}

// changeWords is how many of the checks were corrected.
func changeWords(f factcheck.Figures) string {
	if f.Published == 0 || len(f.Changes.Rows) == 0 {
		return ""
	}
	n := f.Changes.Rows[0].Total()
	return fmt.Sprintf("%d of %s corrected: %s percent", n, factcheck.Plural(f.Published, "check", "checks"), decimal(100*float64(n)/float64(f.Published)))
}
