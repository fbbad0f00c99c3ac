package request

import (
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"claimdesk/internal/factcheck"
)

// StyleSheet is the media type of a style sheet.
const StyleSheet = "text/css; charset=utf-8"

// Tones is the style sheet of a newsroom's own tones. What stands in it are six
// digits of a colour each, and a name made of them.
func Tones(tones []factcheck.Tone) []byte {
	var css strings.Builder
	css.WriteString("@layer tokens {\n")
	for _, t := range tones {
		css.WriteString(`  [data-tone="` + t.Name + `"] { --tone: light-dark(` + t.Light + ", " + t.Dark + "); }\n")
	}
	css.WriteString("}\n")
	return []byte(css.String())
}

// sheetParam is the part of TonesPath's address that changes.
const sheetParam = "n"

// Sheet is the version in an address as TonesPath makes it; NotFound for
// another.
func Sheet(c echo.Context) (int, error) {
	digits, is := strings.CutSuffix(c.Param(sheetParam), ".css")
	n, err := strconv.Atoi(digits)
	if !is || err != nil || n < 1 || strconv.Itoa(n) != digits {
		return 0, factcheck.NoSuch("page at this address")
	}
	return n, nil
}

// TonesPath is the address of the style sheet with the newsroom's own tones in
// all scales up to a version. What stands there never changes.
func TonesPath(version int) string { return "/scale-" + strconv.Itoa(version) + ".css" }
