package desk

import (
	"strings"
	"unicode"

	"claimdesk/internal/newsroom"
	"claimdesk/internal/quote"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"
)

// logGroups are sorts of acts that the log can be filtered by: families are
// what their actions begin with.
var logGroups = []struct {
	name, label string
	families    []string
}{
	{"claims", "Work on claims", []string{"claim", "repeat", "task"}},
	{"evidence", "Evidence and exhibits", []string{"evidence", "exhibit"}},
	{"verdicts", "Verdicts and articles", []string{"verdict", "article", "dissent", "enquiry"}},
	{"sources", "Sources", []string{"source"}},
	{"tips", "Tips", []string{"tip"}},
	{"topics", "Topics and claimants", []string{"topic", "claimant"}},
	{"others", "Imports and others’ checks", []string{"import", "review"}},
	{"newsroom", "Settings, scale and pages", []string{"newsroom", "settings", "scale", "page", "filter"}},
	{"people", "People and tokens", []string{"user", "token"}},
	{"sessions", "Logging in and out", []string{"session"}},
}

// logSubjects are the sorts of things that lines are about.
var logSubjects = []ui.Option{{Value: "claim", Label: "Claim"}, {Value: "source", Label: "Source"}, {Value: "tip", Label: "Tip"},
	{Value: "topic", Label: "Topic"}, {Value: "claimant", Label: "Claimant"}, {Value: "user", Label: "Person"},
	{Value: "settings", Label: "Settings"}, {Value: "scale", Label: "Scale"}, {Value: "page", Label: "Page for readers"}}

// factWords are the names of fields as people read them, where the program's
// own do not say it.
var factWords = map[string]string{"text": "Claim or text", "said_on": "Said on", "source_id": "Found in", "assignee_id": "With",
	"slug": "Address", "body": "Text", "as_of": "As of", "publish_at": "To be published at", "merged_into": "Merged into",
	"due_on": "Due", "review_by": "To be looked at again", "revision": "Published version", "misread": "What was misread",
	"FourEyes": "Four eyes: two people sign what is published", "QuoteShare": "Most of a source that may be quoted, in percent",
	"QuoteWords": "Most words of a quote", "URL": "Address", "Because": "Why it is protected", "Description": "What readers are told of it",
	"Users": "May see it", "SHA256": "Hash of the bytes", "TextSHA256": "Hash of the text", "Snapshot": "Copy", "RestsOn": "Rests on",
	"LogoID": "Logo", "LicenceURL": "Address of the licence", "disabled": "Account closed"}

// fieldWords is the name of a field in words: "SiteName" and "site_name" are
// both "Site name".
func fieldWords(name string) string {
	if words := factWords[name]; words != "" {
		return words
	}
	var b strings.Builder
	for i, r := range name {
		switch {
		case r == '_' || r == '.':
			b.WriteByte(' ')
		case i > 0 && unicode.IsUpper(r) && unicode.IsLower(rune(name[i-1])):
			b.WriteByte(' ')
			b.WriteRune(unicode.ToLower(r))
		case i == 0:
			b.WriteRune(unicode.ToUpper(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// quietFacts are fields that every stand raises and that say nothing.
var quietFacts = map[string]bool{"Version": true, "version": true, "UpdatedAt": true, "updated_at": true, "UserID": true, "folded": true}

// logChanges pairs what was with what is, field by field: the first of a name
// with the first, and so on.
func logChanges(before, after []newsroom.Fact) []view.LogChange {
	var all []view.LogChange
	taken := make([]bool, len(after))
	for _, was := range before {
		change := view.LogChange{Field: fieldWords(was.Name), Before: was.Text}
		for i, is := range after {
			if !taken[i] && is.Name == was.Name {
				taken[i], change.After = true, is.Text
				change.Diff = quote.WordDiff(was.Text, is.Text)
				break
			}
		}
		if !quietFacts[was.Name] {
			all = append(all, change)
		}
	}
	for i, is := range after {
		if !taken[i] && !quietFacts[is.Name] {
			all = append(all, view.LogChange{Field: fieldWords(is.Name), After: is.Text})
		}
	}
	return all
}
