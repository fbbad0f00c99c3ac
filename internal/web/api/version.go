package api

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// Based says which version of a claim the caller has seen.
type Based struct {
	IfMatch string `header:"If-Match" doc:"The version that was read, in quotation marks: \"7\"."`
}

// base is the version that must be given: without it, 428.
func (b Based) base() (newsroom.Base, error) {
	if b.IfMatch == "" {
		return newsroom.Base{}, echo.NewHTTPError(http.StatusPreconditionRequired,
			`Say which version you have read, in the header If-Match, such as "7": it is the record's version, and its ETag.`)
	}
	return b.optional()
}

// optional is the version when one is given.
func (b Based) optional() (newsroom.Base, error) {
	if b.IfMatch == "" {
		return newsroom.Base{}, nil
	}
	typed, opened := strings.CutPrefix(strings.TrimPrefix(strings.TrimSpace(b.IfMatch), "W/"), `"`)
	typed, closed := strings.CutSuffix(typed, `"`)
	version, err := strconv.ParseInt(typed, 10, 64)
	if err != nil || !opened || !closed || version < 1 {
		return newsroom.Base{}, factcheck.Wrong("If-Match", `Give one version in quotation marks, such as "7".`)
	}
	return newsroom.Base{Version: &version}, nil
}

// tagOf is the entity tag of a record at a version.
func tagOf(version int64) string { return `"` + strconv.FormatInt(version, 10) + `"` }
