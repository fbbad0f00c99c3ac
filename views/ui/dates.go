package ui

import "time"

const (
	longDate  = "2 January 2006"
	shortDate = "2 Jan 2006"
	dateTime  = "2 Jan 2006, 15:04 UTC"
)

// LongDateText is "14 September 2023" in UTC, empty for the zero time.
func LongDateText(t time.Time) string { return formatted(t, longDate) }

// ShortDateText is "14 Sep 2023" in UTC, empty for the zero time.
func ShortDateText(t time.Time) string { return formatted(t, shortDate) }

// DateTimeText is "14 Sep 2023, 16:40 UTC", empty for the zero time.
func DateTimeText(t time.Time) string { return formatted(t, dateTime) }

func formatted(t time.Time, layout string) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(layout)
}

// day and moment are the machine's readings of a <time> element.
func day(t time.Time) string    { return formatted(t, time.DateOnly) }
func moment(t time.Time) string { return formatted(t, "2006-01-02T15:04:05Z") }
