package feed

import (
	"html"
	"strconv"
	"strings"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
)

// page writes HTML; what it is given is escaped.
type page struct{ strings.Builder }

// tag writes an element with text in it.
func (p *page) tag(name, text string) {
	p.WriteString("<" + name + ">" + html.EscapeString(text) + "</" + name + ">\n")
}

// said writes a paragraph that begins with its subject in bold.
func (p *page) said(subject, text string) {
	p.WriteString("<p><strong>" + html.EscapeString(subject) + "</strong> " + html.EscapeString(text) + "</p>\n")
}

// away writes a link; an address that is not of the web is left out.
func (p *page) away(address, text string) {
	if factcheck.WebAddress(address) {
		p.WriteString(` <a href="` + html.EscapeString(address) + `">` + html.EscapeString(text) + "</a>")
	}
}

// whole is the text of a check from what changed to the evidence.
func whole(base, address string, i Item) string {
	var p page
	p.changes(i.Changes)
	p.verdict(i.Content)
	p.WriteString(i.Body)
	p.WriteString("\n")
	p.evidence(base, i.Content.Evidence)
	p.WriteString("<p>")
	p.away(address+"/history", "Corrections and history of this check")
	p.WriteString("</p>\n")
	return p.String()
}

// changes says on top what was changed after publication.
func (p *page) changes(list []Change) {
	for _, c := range list {
		p.said(c.Class.Label()+", "+day(c.At)+".", c.Note)
	}
}

func (p *page) verdict(c factcheck.Content) {
	p.said("The claim:", c.Claim)
	p.said("Said by:", saidBy(c))
	p.said("Our verdict:", c.Rating.Label+", as of "+day(c.AsOf.Time())+". "+c.Rating.Definition)
	p.said("Why:", c.Explanation)
	if m := c.Misread; m != nil && (m.Title != "" || m.Description != "") {
		p.said("What was misread:", strings.Trim(m.Title+". "+m.Description, ". ")+".")
	}
	for _, r := range c.Reasons {
		p.said("How it was misread: "+strings.ToLower(r.Label())+".", r.Meaning())
	}
}

func saidBy(c factcheck.Content) string {
	when := ""
	if c.SaidOn != "" {
		when = day(c.SaidOn.Time())
	}
	switch {
	case c.Claimant == nil && when != "":
		return "going round since " + when
	case c.Claimant == nil:
		return "nobody in particular: it is going round"
	}
	who := c.Claimant.PublicName()
	if when != "" {
		who += ", " + when
	}
	return who
}

func (p *page) evidence(base string, list []factcheck.PublicEvidence) {
	p.tag("h2", "Evidence")
	p.WriteString("<ol>\n")
	for _, e := range list {
		p.WriteString("<li>")
		p.said(e.Stance.Label()+":", from(e))
		p.WriteString(`<blockquote lang="` + html.EscapeString(e.Source.Language) + `" dir="auto">` + html.EscapeString(e.Exact) + "</blockquote>\n")
		if e.Translation != "" {
			p.said("Translation by "+e.Translator+":", e.Translation)
		}
		p.WriteString("<p>")
		if e.Source.URL != "" {
			p.away(quote.TextFragment(e.Source.URL, e.Anchor()), "Passage in the original")
		}
		p.away(e.Source.ArchivedURL, "Archived copy")
		p.away(base+"/evidence/"+strconv.FormatInt(e.ID, 10), "Proof that the words stand there")
		p.WriteString("</p></li>\n")
	}
	p.WriteString("</ol>\n")
}

// from names the source of a quote: whose words, title, publisher, date.
func from(e factcheck.PublicEvidence) string {
	title := e.Source.Title
	if e.Source.Protected() {
		title = "a protected source (" + e.Source.Description + ")"
	}
	parts := []string{title}
	if e.Speaker != "" {
		parts = []string{e.Speaker, "quoted in " + title}
	}
	if e.Source.Publisher != "" {
		parts = append(parts, e.Source.Publisher)
	}
	if e.Source.PublishedOn != "" {
		parts = append(parts, day(e.Source.PublishedOn.Time()))
	}
	s := strings.Join(parts, ", ")
	if e.Later {
		s += " (later)"
	}
	return s
}

func day(t time.Time) string { return t.UTC().Format("2 January 2006") }
