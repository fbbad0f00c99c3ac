package factcheck

import (
	"testing"
	"time"
)

func TestLocalTimesAreThoseOfTheNewsroomsClocks(t *testing.T) {
	for _, x := range []struct{ zone, day, clock, want, field string }{
		{"UTC", "2026-05-01", "09:30", "2026-05-01T09:30:00Z", ""},
		{"Asia/Yerevan", "2026-05-01", "09:30", "2026-05-01T05:30:00Z", ""},
		{"Europe/Berlin", " 2026-03-29", "01:59 ", "2026-03-29T00:59:00Z", ""},
		{"Europe/Berlin", "2026-03-29", "02:30", "", "time"}, // left out
		{"Europe/Berlin", "2026-03-29", "03:00", "2026-03-29T01:00:00Z", ""},
		{"Europe/Berlin", "2026-10-25", "02:30", "", "time"}, // twice
		{"Europe/Berlin", "2026-10-25", "03:00", "2026-10-25T02:00:00Z", ""},
		{"Australia/Lord_Howe", "2026-04-05", "01:45", "", "time"}, // put back by half an hour
		{"Asia/Kathmandu", "2026-05-01", "00:00", "2026-04-30T18:15:00Z", ""},
		{"UTC", "2026-02-30", "09:30", "", "date"},
		{"UTC", "2026-05-01", "25:00", "", "time"},
		{"UTC", "", "09:30", "", "date"},
	} {
		at, err := ParseLocal(x.day, x.clock, Settings{TimeZone: x.zone}.Zone())
		problems := Problems(err)
		if x.field != "" {
			if len(problems) != 1 || problems[0].Field != x.field {
				t.Errorf("%s %s in %s: %v, %v", x.day, x.clock, x.zone, at, err)
			}
			continue
		}
		if err != nil || at.Format(time.RFC3339) != x.want {
			t.Errorf("%s %s in %s: %v, %v, want %s", x.day, x.clock, x.zone, at, err, x.want)
		}
	}
}

func TestAZoneThatIsUnknownIsUTC(t *testing.T) {
	for _, name := range []string{"", "Nowhere/At_all", "../etc"} {
		if zone := (Settings{TimeZone: name}).Zone(); zone != time.UTC {
			t.Errorf("%q is %v", name, zone)
		}
	}
}
