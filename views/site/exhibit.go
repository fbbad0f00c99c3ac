package site

import (
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"

	"github.com/a-h/templ"
)

// exhibitPath is the address of an exhibit's file. Shelf is where files lie: ""
// for readers, the desk's own in a preview.
func exhibitPath(shelf string, e factcheck.PublicExhibit) string {
	return shelf + "/exhibits/" + strconv.FormatInt(e.ID, 10) + "/file"
}

// exhibitKind says what an exhibit is, and where in a recording.
func exhibitKind(e factcheck.PublicExhibit) string {
	if e.Moment != "" {
		return e.Kind.Label() + ", at " + e.Moment
	}
	return e.Kind.Label()
}

// unread keeps from assistive technology what the picture's alternative text
// has said already.
func unread(said bool) templ.Attributes {
	if !said {
		return nil
	}
	return templ.Attributes{"aria-hidden": "true"}
}

// referred tells whether the text has a mark that leads to this exhibit.
func referred(c factcheck.Content, e factcheck.PublicExhibit) bool {
	return strings.Contains(c.BodyHTML, `id="mark-`+e.Letter()+`"`)
}

// secondedText says who looked at the exhibits.
func secondedText(c factcheck.Content) string {
	const why = "These cannot be quoted, so no machine can compare them with anything. "
	for _, e := range c.Exhibits {
		if e.Alone {
			return why + "Not all were confirmed by a second person."
		}
	}
	return why + "A second person in this newsroom has confirmed each to be what we say it is."
}

// restsOn is what the verdict rests on, in a few words.
func restsOn(c factcheck.Content) string {
	exhibits := factcheck.Plural(len(c.Exhibits), "exhibit", "exhibits")
	quotes := factcheck.Plural(len(c.Evidence), "quote", "quotes") + " from " + sources(c)
	switch {
	case len(c.Exhibits) == 0:
		return quotes
	case len(c.Evidence) == 0:
		return exhibits
	}
	return quotes + ", and " + exhibits
}

// checkedBy says what a machine has checked of it.
func checkedBy(c factcheck.Content) string {
	switch {
	case len(c.Exhibits) == 0:
		return "; the words were checked by machine, the judgement is ours."
	case len(c.Evidence) == 0:
		return ", which no machine can check; the judgement is ours."
	}
	return "; the words of the quotes were checked by machine, the exhibits by people, and the judgement is ours."
}
