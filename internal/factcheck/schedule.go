package factcheck

import (
	"strings"
	"time"
)

// Scheduled is a publication that is to happen at a time.
type Scheduled struct {
	ClaimID   int64
	Claim     string // its words, loaded for showing
	At        time.Time
	Class     Class
	Note      string
	UserID    int64
	By        string // the user's name, loaded for showing
	CreatedAt time.Time
	Failed    string // why it could not be published; "" while it is to be
}

// How far ahead a publication may be scheduled, and how far behind a time may
// lie and still mean now.
const (
	ScheduleAhead = 366 * 24 * time.Hour
	ScheduleNow   = time.Minute
)

// CheckTime says whether a publication can be scheduled for a time. Now is true
// when the time is at most ScheduleNow past: it is then published at once.
func CheckTime(at, now time.Time) (isNow bool, err error) {
	switch {
	case at.Before(now.Add(-ScheduleNow)):
		return false, Wrong("at", "This time has gone by. Choose one that is still to come, or publish now.")
	case at.After(now.Add(ScheduleAhead)):
		return false, Wrong("at", "This is more than a year ahead. Choose an earlier time.")
	}
	return !at.After(now), nil
}

// ParseLocal is the moment at which the clocks of a place show a day and a time
// of day ("2026-03-29" and "02:30"). A time that the clocks leave out, and one
// that they show twice, are Invalid errors of the field time: nobody could say
// what was meant.
func ParseLocal(day, clock string, zone *time.Location) (time.Time, error) {
	c := checker{}
	day, clock = strings.TrimSpace(day), strings.TrimSpace(clock)
	on, err := time.Parse(time.DateOnly, day)
	if err != nil {
		c.add("date", "Write the date as year-month-day, such as 2023-09-14.")
	}
	hour, err := time.Parse("15:04", clock)
	if err != nil {
		c.add("time", "Write the time as hours and minutes, such as 09:30.")
	}
	if err := c.err("It was not scheduled."); err != nil {
		return time.Time{}, err
	}
	at := time.Date(on.Year(), on.Month(), on.Day(), hour.Hour(), hour.Minute(), 0, 0, zone)
	if at.Format("2006-01-02 15:04") != on.Format(time.DateOnly)+" "+hour.Format("15:04") {
		return time.Time{}, Wrong("time", "The clocks in %s leave this time out that day: they are put forward. Choose another.", zone)
	}
	for _, shift := range []time.Duration{-time.Hour, -time.Hour / 2, time.Hour / 2, time.Hour} {
		if other := at.Add(shift); other.Format("2006-01-02 15:04") == at.Format("2006-01-02 15:04") {
			return time.Time{}, Wrong("time", "The clocks in %s show this time twice that day: they are put back. Choose another.", zone)
		}
	}
	return at.UTC(), nil
}

// Zone is the place whose clocks the desk goes by: UTC where the settings name
// none that is known.
func (s Settings) Zone() *time.Location {
	zone, err := time.LoadLocation(s.TimeZone)
	if err != nil {
		return time.UTC
	}
	return zone
}
