package desk

import (
	"strconv"

	"claimdesk/internal/factcheck"

	"github.com/a-h/templ"
)

// number writes an id or a count as it stands in addresses and fields.
func number(n int64) string { return strconv.FormatInt(n, 10) }

// quoted puts a claim in the quotation marks that claims have on the desk.
func quoted(text string) string { return "“" + text + "”" }

// claimPath is the address of a claim's workbench.
func claimPath(id int64) templ.SafeURL { return templ.URL(factcheck.Claim{ID: id}.Path()) }

// sourcePath is the address of a source's reader.
func sourcePath(id int64) string { return "/desk/sources/" + number(id) }

// forms names the hidden forms of the page that a script may send.
func (v PassagesView) forms() templ.Attributes {
	attributes := templ.Attributes{}
	if v.Attach {
		attributes["data-attach"] = "#attach"
	}
	if v.Pick {
		attributes["data-pick"] = "#pick"
	}
	if v.Record {
		attributes["data-record"] = "#record"
	}
	return attributes
}

// languages are offered where a language tag is asked for; any other may be
// typed.
var languages = []string{"en", "hy", "ru", "de", "es", "fa", "fr", "ka", "tr", "uk", "zh"}

// currentPage marks the link that leads to the page itself.
func currentPage(is bool) templ.Attributes {
	if !is {
		return nil
	}
	return templ.Attributes{"aria-current": "page"}
}
