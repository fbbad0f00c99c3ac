package desk

import (
	"strings"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/views/ui"
)

// SourceEditView is the page on which what is known of a source is changed.
type SourceEditView struct {
	Frame  ui.DeskFrame
	Source factcheck.Source // as it was when the form was opened
	Fields SourceFields
	Was    []SourceValue // each field as it was then, to tell a change by
}

// SourceValue is one field of a source by the name it has in the form.
type SourceValue struct {
	Name, Label, Value string
}

// SourceValues are all fields of a draft, in the order of the form.
func SourceValues(d factcheck.SourceDraft) []SourceValue {
	return []SourceValue{
		{"title", "Title", d.Title},
		{"publisher", "Publisher", d.Publisher},
		{"authors", "Authors", strings.Join(d.Authors, ", ")},
		{"url", "Address of the original", d.URL},
		{"published_on", "Published on", d.PublishedOn},
		{"language", "Language", d.Language},
		{"kind", "Kind", string(d.Kind)},
		{"level", "Level", string(d.Level)},
		{"access", "What readers may see of the text", string(d.Access)},
		{"access_users", "Who may see it", joined(d.Users)},
		{"public_description", "What readers are told of it", d.Description},
		{"protected_because", "Why it is protected", d.Because},
		{"interest", "Interest", d.Interest},
		{"rests_on", "Rests on", idValue(d.RestsOn)},
		{"archived_url", "Archived copy", d.ArchivedURL},
	}
}

// SourceConflictView asks which of two versions of a source stands.
type SourceConflictView struct {
	Frame  ui.DeskFrame
	Source factcheck.Source // as it is stored now
	Fields []SourceDiffer   // in which the two differ
	Kept   []SourceValue    // in which they agree, or only one was changed
}

// SourceDiffer is a field that says something else in both versions.
type SourceDiffer struct {
	Name, Label, Yours, Theirs string
	Diff                       []quote.Diff
}

func (v SourceConflictView) at() time.Time { return v.Source.UpdatedAt }

// joined writes ids with commas between them.
func joined(ids []int64) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = number(id)
	}
	return strings.Join(words, ", ")
}
