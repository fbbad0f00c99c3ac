package factcheck

import (
	"net/url"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// The longest that fields may be, in Unicode code points; MaxSourceText is in
// bytes of UTF-8.
const (
	MaxClaim       = 1_000
	MaxHeadline    = 200
	MaxSummary     = 600
	MaxBody        = 200_000
	MaxExplanation = 2_000
	MaxName        = 200
	MaxURL         = 2_000
	MaxNote        = 5_000
	MaxTopics      = 20
	MaxAppearances = 50
	MaxRepeats     = 5_000 // appearances added to one claim
	MaxEnquiries   = 100   // on one claim
	MaxAtOnce      = 100   // claims recorded by one act
	MaxUsers       = 100   // named on one protected source
	MaxSourceText  = 5 << 20
)

// checker cleans the fields of a draft and gathers what is wrong with them.
type checker struct {
	now      time.Time
	problems []Problem
}

func (c *checker) add(field, message string) {
	c.problems = append(c.problems, Problem{field, message})
}

// err is nil, or an Invalid error with all problems found.
func (c *checker) err(message string) error {
	if len(c.problems) == 0 {
		return nil
	}
	return &Error{Kind: Invalid, Message: message, Fields: c.problems}
}

// line cleans a one-line field: NFC, no control characters, every run of
// white space one blank.
func (c *checker) line(field, value string, most int) string {
	return c.length(field, strings.Join(strings.Fields(c.utf8(field, value)), " "), most)
}

// text cleans a field of several lines: NFC, LF line ends, no other control
// characters but tab, nothing blank at the ends.
func (c *checker) text(field, value string, most int) string {
	value = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(value)
	return c.length(field, strings.TrimSpace(c.utf8(field, value)), most)
}

func (c *checker) length(field, value string, most int) string {
	if n := utf8.RuneCountInString(value); n > most {
		c.add(field, "This is "+count(n)+" characters long; at most "+count(most)+" fit. Shorten it.")
	}
	return value
}

// utf8 drops control characters and refuses invalid UTF-8. What shows nothing,
// such as zero-width and direction marks alone, is empty.
func (c *checker) utf8(field, value string) string {
	if at := InvalidAt(value); at >= 0 {
		c.add(field, "This is not valid UTF-8 at byte "+count(at)+". Save it as UTF-8 and send it again.")
		return ""
	}
	if !strings.ContainsFunc(value, shows) {
		return ""
	}
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' || r == '\uFFFE' || r == '\uFFFF' {
			return -1
		}
		return r
	}, value))
}

// shows tells whether a reader sees something of a character.
func shows(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r) && !unicode.Is(blanks, r)
}

// blanks are letters, marks and signs by category that leave their place empty.
var blanks = &unicode.RangeTable{
	R16: []unicode.Range16{{0x034F, 0x034F, 1}, {0x115F, 0x1160, 1}, {0x17B4, 0x17B5, 1}, {0x180B, 0x180F, 1}, {0x2800, 0x2800, 1},
		{0x3164, 0x3164, 1}, {0xFE00, 0xFE0F, 1}, {0xFFA0, 0xFFA0, 1}, {0xFFFE, 0xFFFF, 1}},
	R32: []unicode.Range32{{0xE0100, 0xE01EF, 1}},
}

// InvalidAt is the offset in bytes of the first byte of s that is not valid
// UTF-8, or -1 when all of it is.
func InvalidAt(s string) int {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

func (c *checker) need(field, value, message string) {
	if value == "" && !c.has(field) {
		c.add(field, message)
	}
}

func (c *checker) has(field string) bool {
	for _, p := range c.problems {
		if p.Field == field {
			return true
		}
	}
	return false
}

// date reads a day that has happened.
func (c *checker) date(field, value string) Date {
	d, err := ParseDate(strings.TrimSpace(value))
	if err != nil {
		c.add(field, "Write the date as year-month-day, such as 2023-09-14.")
	} else if wrong := d.impossible(c.now); wrong != "" {
		c.add(field, wrong)
	}
	return d
}

// url accepts an absolute address of http or https.
func (c *checker) url(field, value string) string {
	value = c.line(field, value, MaxURL)
	if value != "" && !WebAddress(value) {
		c.add(field, "This is not a web address. Write it whole, such as https://example.org/page.")
	}
	return value
}

// WebAddress tells whether s is an absolute http or https URL with a host,
// free of white space and of a user name.
func WebAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != "" &&
		u.User == nil && !strings.ContainsFunc(s, unicode.IsSpace)
}

// language accepts a BCP 47 tag and gives it in its canonical form.
func (c *checker) language(field, value, otherwise string) string {
	value = c.line(field, value, 35)
	if value == "" {
		return otherwise
	}
	tag, err := language.Parse(value)
	if err != nil || tag == language.Und {
		c.add(field, "This is not a language tag. Use one such as en, hy or ru (BCP 47).")
		return value
	}
	return tag.String()
}

// within accepts a number from 1 to most; 0 gives usual.
func (c *checker) within(field string, n, most, usual int) int {
	if n < 0 || n > most {
		c.add(field, "Write a number from 1 to "+count(most)+".")
	}
	if n == 0 {
		return usual
	}
	return n
}

// oneOf accepts a value out of a list; the empty one gives otherwise.
func oneOf[T ~string](c *checker, field string, value, otherwise T, known []T) T {
	if value == "" {
		return otherwise
	}
	names := make([]string, len(known))
	for i, k := range known {
		if k == value {
			return value
		}
		names[i] = string(k)
	}
	c.add(field, "There is no such choice. Take one of: "+strings.Join(names, ", ")+".")
	return value
}
