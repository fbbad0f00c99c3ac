package desk

import (
	"cmp"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
)

// given is a document as it was sent: plain text, or something that has to be
// read first.
type given struct {
	factcheck.Import
	text string
	raw  []byte // of a file or of pasted HTML
}

// givenIn takes the one document that a form holds: exactly one of four.
// Browsers send every line end of a text box as CR LF; the text is taken with
// LF, as it was pasted, so that it has the same hash as the same text sent
// elsewhere.
func givenIn(form request.Values) (g given, err error) {
	address := strings.TrimSpace(form.Get("fetch_url"))
	text, html := pasted(form.Get("text")), pasted(form.Get("html"))
	chosen := []string{}
	for _, one := range []struct {
		name string
		is   bool
	}{{"fetch_url", address != ""}, {"file", sentFile(form)}, {"text", strings.TrimSpace(text) != ""}, {"html", strings.TrimSpace(html) != ""}} {
		if one.is {
			chosen = append(chosen, one.name)
		}
	}
	switch {
	case len(chosen) == 0:
		return g, factcheck.Wrong("fetch_url", "There is no document yet. Write its address, choose a file or paste its text.")
	case len(chosen) > 1:
		return g, factcheck.Wrong(chosen[len(chosen)-1], "There is more than one document here. Leave one of them: the address, the file, the text or the HTML.")
	}
	switch chosen[0] {
	case "fetch_url":
		g.Address = address
	case "file":
		g.raw, g.FileName, err = form.File("file")
		g.FileName = cmp.Or(g.FileName, "The file")
	case "html":
		g.raw = []byte(html)
	default:
		g.text = text
	}
	return g, err
}

// sentFile tells whether a file was chosen.
func sentFile(form request.Values) bool { return form.Has("file") && !form.Fields().Has("file") }

// typedGiven is the document as it was typed, for the form to be shown again.
func typedGiven(form request.Values, problems []factcheck.Problem) view.GivenFields {
	v := view.GivenFields{Address: form.Get("fetch_url"), Text: form.Get("text"), HTML: form.Get("html"), Instead: form.Int("instead"), Problems: problems}
	_, v.File, _ = form.File("file")
	return v
}

func pasted(text string) string { return strings.ReplaceAll(text, "\r\n", "\n") }
