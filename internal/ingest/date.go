package ingest

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// layouts are the ways to write a day that can be read in one way only, after
// month names have become English ones. 03/04/2023 is none of them.
var layouts = []string{
	time.DateOnly, "2 January 2006", "January 2, 2006", "January 2 2006", "2 Jan 2006", "Jan 2, 2006", "2.1.2006",
}

var (
	weekday = regexp.MustCompile(`(?i)^(mon|tues|wednes|thurs|fri|satur|sun)day,? `)
	ordinal = regexp.MustCompile(`^(\d{1,2})(st|nd|rd|th) `)
	hour    = regexp.MustCompile(`^(.*\d{4}),?( at|,)? \d{1,2}:\d{2}( ?[AaPp]\.?[Mm]\.?)?$`)
)

// months are the names of the months in the languages that the house meets, in
// the case that a date has them in.
var months = map[string]time.Month{
	"января": 1, "февраля": 2, "марта": 3, "апреля": 4, "мая": 5, "июня": 6, "июля": 7, "августа": 8,
	"сентября": 9, "октября": 10, "ноября": 11, "декабря": 12,
	"հունվարի": 1, "փետրվարի": 2, "մարտի": 3, "ապրիլի": 4, "մայիսի": 5, "հունիսի": 6, "հուլիսի": 7, "օգոստոսի": 8,
	"սեպտեմբերի": 9, "հոկտեմբերի": 10, "նոյեմբերի": 11, "դեկտեմբերի": 12,
	"janvier": 1, "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8,
	"septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12,
	"sept": 9,
}

// dateOf reads a line that is nothing but a day, in English, Russian, Armenian
// or French, and gives it as 2006-01-02; empty when it is anything else.
func dateOf(line string) string {
	if len(line) > 60 {
		return ""
	}
	if m := hour.FindStringSubmatch(line); m != nil {
		line = m[1]
	}
	line = weekday.ReplaceAllString(line, "")
	line = ordinal.ReplaceAllString(line, "$1 ")
	line = inEnglish(line)
	for _, layout := range layouts {
		if t, err := time.Parse(layout, line); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}

// inEnglish puts the English name of a month in place of another language's,
// and leaves out the letter for "year" that may follow.
func inEnglish(line string) string {
	words := strings.Fields(line)
	if n := len(words); n > 3 && (words[n-1] == "г." || words[n-1] == "года" || words[n-1] == "թ.") {
		words = words[:n-1]
	}
	for i, w := range words {
		plain, comma := strings.CutSuffix(strings.ToLower(w), ",")
		if m, ok := months[strings.TrimSuffix(plain, ".")]; ok {
			words[i] = m.String()
			if comma {
				words[i] += ","
			}
		}
	}
	return strings.Join(words, " ")
}

// dayOf is the day that a machine-readable time begins with, as it was written
// there; empty when it begins with none.
func dayOf(stamp string) string {
	stamp = strings.TrimSpace(stamp)
	if len(stamp) == 8 {
		if _, err := strconv.Atoi(stamp); err == nil {
			stamp = stamp[:4] + "-" + stamp[4:6] + "-" + stamp[6:]
		}
	}
	if len(stamp) < len(time.DateOnly) {
		return ""
	}
	return dateOf(stamp[:len(time.DateOnly)])
}
