package ui

import (
	"strconv"

	"github.com/a-h/templ"
)

// measures reserve the logo's place, so that nothing moves once it has come.
func (l Logo) measures() templ.Attributes {
	return templ.Attributes{"width": strconv.Itoa(l.Width), "height": strconv.Itoa(l.Height)}
}
