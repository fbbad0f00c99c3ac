package factcheck

import (
	"fmt"
	"time"
)

// Date is a calendar day as "2006-01-02" (ISO 8601), or "" for none. Kept as
// text so that it compares, sorts and is stored without a time zone.
type Date string

// The furthest that a claim, source or verdict may lie back.
const earliest Date = "1900-01-01"

// ParseDate reads a day. The empty string is the empty Date; anything but a
// real day in the form 2006-01-02 is an error that says so.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return "", nil
	}
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return "", fmt.Errorf("%q is not a date in the form 2006-01-02", s)
	}
	return Date(s), nil
}

// DateOf is the day of t in UTC.
func DateOf(t time.Time) Date { return Date(t.UTC().Format(time.DateOnly)) }

// Time is midnight UTC of the day, or the zero time for the empty Date.
func (d Date) Time() time.Time {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return time.Time{}
	}
	return t
}

// impossible says what is wrong with a day that something is said to have
// happened on: before 1900, or later than today anywhere on earth; "" when
// nothing is.
func (d Date) impossible(now time.Time) string {
	switch {
	case d == "":
		return ""
	case d < earliest:
		return "The date lies before 1900. Check the year."
	case d > DateOf(now.Add(14*time.Hour)): // the day that it already is at UTC+14
		return "The date lies in the future. Check the year."
	}
	return ""
}
