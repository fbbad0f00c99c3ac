package site

import (
	"net/url"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// Filter is what a list of checks is narrowed to. Topic, Rating and Claimant
// are slugs; their labels are shown, the slug itself where there is none.
type Filter struct {
	Words, Topic, Rating, Claimant         string
	TopicLabel, RatingLabel, ClaimantLabel string
}

// Any tells whether the list is narrowed at all.
func (f Filter) Any() bool { return f.Words+f.Topic+f.Rating+f.Claimant != "" }

// Address is that of the list, from the check after the cursor on.
func (f Filter) Address(after string) string {
	v := url.Values{}
	for name, value := range map[string]string{"q": f.Words, "topic": f.Topic, "rating": f.Rating, "claimant": f.Claimant, "after": after} {
		if value != "" {
			v.Set(name, value)
		}
	}
	if len(v) == 0 {
		return "/fact-checks"
	}
	return "/fact-checks?" + v.Encode()
}

// inWords are the parts of the filter as a reader reads them.
func (f Filter) inWords() []string {
	var parts []string
	for _, p := range [][3]string{{"Words", f.Words, ""}, {"Topic", f.Topic, f.TopicLabel}, {"Verdict", f.Rating, f.RatingLabel}, {"Said by", f.Claimant, f.ClaimantLabel}} {
		if p[1] == "" {
			continue
		}
		shown := p[1]
		if p[2] != "" {
			shown = p[2]
		}
		parts = append(parts, p[0]+": "+shown)
	}
	return parts
}

// ListView is the list of all checks, or of those that a filter lets through.
type ListView struct {
	Newsroom
	Filter  Filter
	Items   []Listed
	Found   int    // that the filter lets through
	Total   int    // all live checks
	After   string // the cursor of this page; empty for the first
	Next    string // the cursor of the next; empty for the last
	Ratings []Counted
	Topics  []Counted
}

func (v ListView) frameOf() ui.SiteFrame {
	title := "All fact-checks"
	if words := v.Filter.inWords(); len(words) > 0 {
		title = "Fact-checks. " + strings.Join(words, ". ")
	}
	head := v.about(title, brief("Claims that "+v.Name+" has checked: "+v.count()+"."), v.Filter.Address(v.After))
	head.NoIndex = v.Filter.Words != "" || v.Found == 0
	frame := v.frame(head, ui.SectionFactChecks, "front")
	frame.Query = v.Filter.Words
	return frame
}

func (v ListView) count() string {
	if v.Found == 0 {
		return "No fact-checks"
	}
	return checks(v.Found)
}

func (v ListView) pages() ui.PagesView { return pagesOf(v.Filter.Address, v.After, v.Next) }

// wider is a filter that lets more through: without its topic, verdict and
// claimant, when there are words besides.
func (v ListView) wider() ui.Link {
	if v.Filter.Words == "" || v.Filter.Topic+v.Filter.Rating+v.Filter.Claimant == "" {
		return ui.Link{}
	}
	return ui.Link{Label: "Drop topic and verdict", Href: Filter{Words: v.Filter.Words}.Address("")}
}

func wordsField(f Filter) ui.Field {
	return ui.Field{Name: "q", ID: "words", Label: "Words", Type: "search", Value: f.Words}
}

func topicField(f Filter, topics []Counted) ui.Field {
	return ui.Field{Name: "topic", Label: "Topic", Value: f.Topic, Options: choices("All topics", f.Topic, f.TopicLabel, topics)}
}

func ratingField(f Filter, ratings []Counted) ui.Field {
	return ui.Field{Name: "rating", Label: "Verdict", Value: f.Rating, Options: choices("All verdicts", f.Rating, f.RatingLabel, ratings)}
}

// choices offers all, each of the list, and what was asked for even when it
// is not on the list, so that sending the form again does not lose it.
func choices(all, asked, label string, list []Counted) []ui.Option {
	options := []ui.Option{{Value: "", Label: all}}
	known := asked == ""
	for _, c := range list {
		options = append(options, ui.Option{Value: c.Slug, Label: c.Label})
		known = known || c.Slug == asked
	}
	if !known {
		if label == "" {
			label = asked
		}
		options = append(options, ui.Option{Value: asked, Label: label})
	}
	return options
}

// foreign is a language, or empty when it is the page's own.
func foreign(language string) string {
	if language == pageLanguage {
		return ""
	}
	return language
}

// RatingsOf counts the checks of each rating that can be given, in the order
// of the scale.
func RatingsOf(scale factcheck.Scale, counts map[string]int) []Counted {
	var list []Counted
	for _, r := range scale.Ratings {
		if r.Slug == factcheck.Withdrawn && counts[r.Slug] == 0 {
			continue
		}
		list = append(list, Counted{Slug: r.Slug, Label: r.Label, Rating: r, Checks: counts[r.Slug]})
	}
	return list
}
