package desk

import (
	"strconv"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// ScheduleView is when a claim goes public, on its bench. Zone is the
// newsroom's; May tells whether the reader may cancel it.
type ScheduleView struct {
	factcheck.Scheduled
	Version int64
	Now     time.Time
	Zone    *time.Location
	May     bool
}

// ScheduleForm asks when a claim is to be published.
type ScheduleForm struct {
	Frame     ui.DeskFrame
	Publish   PublishView // class and note, for what was public before
	Day, Time string      // as typed
	Now       time.Time
	Zone      *time.Location
}

// ScheduledView is the list of what is scheduled.
type ScheduledView struct {
	Frame ui.DeskFrame
	Items []ScheduleView
	Zone  *time.Location
	Now   time.Time
}

// local is a moment by the newsroom's clocks, with its offset from UTC.
func local(at time.Time, zone *time.Location) string {
	return at.In(zone).Format("Mon 2 Jan 2006, 15:04")
}

// zoneName is a time zone by its name and its offset from UTC at a moment:
// "Asia/Yerevan, UTC+4".
func zoneName(at time.Time, zone *time.Location) string {
	_, offset := at.In(zone).Zone()
	name := zone.String()
	if name == "UTC" {
		return name
	}
	sign := "+"
	if offset < 0 {
		sign, offset = "−", -offset
	}
	text := name + ", UTC" + sign + strconv.Itoa(offset/3600)
	if minutes := offset % 3600 / 60; minutes > 0 {
		text += ":" + strconv.Itoa(minutes)
	}
	return text
}

// ahead says roughly how far off a moment is: "in 3 h".
func ahead(at, now time.Time) string {
	switch d := at.Sub(now); {
	case d <= 0:
		return "now"
	case d < time.Minute:
		return "in less than a minute"
	case d < time.Hour:
		return "in " + strconv.Itoa(int(d/time.Minute)) + " min"
	case d < 48*time.Hour:
		return "in " + strconv.Itoa(int(d.Round(time.Hour)/time.Hour)) + " h"
	default:
		return "in " + strconv.Itoa(int(d/(24*time.Hour))) + " days"
	}
}

// when is the moment in full.
func (v ScheduleView) when() string {
	return local(v.At, v.Zone) + " (" + zoneName(v.At, v.Zone) + ")"
}

// left is how far off it is, in brackets after the moment.
func (v ScheduleView) left() string { return ahead(v.At, v.Now) }

func (v ScheduleForm) day() ui.Field {
	return ui.Field{Name: "date", Label: "Day", Value: v.Day, Required: true, Problem: ui.ProblemOf(v.Publish.Problems.Items, "date")}
}

func (v ScheduleForm) clock() ui.Field {
	problem := ui.ProblemOf(v.Publish.Problems.Items, "time")
	if problem == "" {
		problem = ui.ProblemOf(v.Publish.Problems.Items, "at")
	}
	return ui.Field{Name: "time", ID: "time", Label: "Time of day", Type: "time", Value: v.Time, Required: true, Problem: problem}
}

// clocks says by which clocks the time is meant, and what they show.
func (v ScheduleForm) clocks() string {
	return zoneName(v.Now, v.Zone) + ", where it is " + v.Now.In(v.Zone).Format("15:04") + " now."
}
