package factcheck

import (
	"strings"
	"testing"
	"time"
)

func TestDatesAreRealDaysBetween1900AndToday(t *testing.T) {
	for given, wrong := range map[string]string{
		"": "", "2023-09-14": "", "1900-01-01": "", "2020-02-29": "",
		"2023-09-15": "", // it is the 15th already at UTC+14
		"2023-09-16": "future",
		"1899-12-31": "before 1900",
		"2023-02-29": "year-month-day", "2023-13-01": "year-month-day", "14.09.2023": "year-month-day",
		"2023-9-1": "year-month-day", "yesterday": "year-month-day", "0000-00-00": "year-month-day",
		"12023-01-01": "year-month-day", "2023-09-14T00:00:00Z": "year-month-day",
	} {
		for field, err := range map[string]error{
			"said_on":               claimErr(ClaimDraft{Text: "c", SaidOn: given}),
			"appearances.0.seen_on": claimErr(ClaimDraft{Text: "c", Appearances: []AppearanceDraft{{Outlet: "o", SeenOn: given}}}),
			"published_on":          sourceErr(SourceDraft{Title: "t", PublishedOn: given}),
			"as_of":                 verdictErr(VerdictDraft{Rating: "false", AsOf: given}),
		} {
			if wrong == "" {
				invalid(t, field+" "+given, err)
				continue
			}
			invalid(t, field+" "+given, err, field)
			if err != nil && !strings.Contains(err.Error(), wrong) {
				t.Errorf("%s %q: %v, want a word of %q", field, given, err, wrong)
			}
		}
	}
}

func TestADayHasNoTimeZone(t *testing.T) {
	late := time.Date(2023, 9, 14, 23, 30, 0, 0, time.FixedZone("", -3*60*60))
	if d := DateOf(late); d != "2023-09-15" {
		t.Errorf("the day in UTC is %s", d)
	}
	if at := Date("2023-09-15").Time(); !at.Equal(time.Date(2023, 9, 15, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("midnight is %s", at)
	}
	if !Date("").Time().IsZero() || !Date("nonsense").Time().IsZero() {
		t.Error("no day has a time")
	}
}
