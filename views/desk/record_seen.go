package desk

import (
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/views/ui"
)

// KeptCopy is what is kept of where a claim was seen. Picture is the address
// of its picture at the desk, "" for none.
type KeptCopy struct {
	factcheck.Capture
	Picture string
}

// CopyOf is what is shown of a capture of a claim.
func CopyOf(claim int64, c factcheck.Capture) KeptCopy {
	kept := KeptCopy{Capture: c}
	if c.File != nil && c.File.Picture() {
		kept.Picture = factcheck.Claim{ID: claim}.Path() + "/captures/" + number(c.ID) + "/file"
	}
	return kept
}

// blank tells whether a row is as it was offered.
func blank(d factcheck.AppearanceDraft) bool { return d == (factcheck.AppearanceDraft{}) }

// seen are the fields of the appearance in row i.
func (v ClaimFields) seen(i int, row factcheck.AppearanceDraft) map[string]ui.Field {
	name := func(part string) string { return "appearances." + strconv.Itoa(i) + "." + part }
	field := func(part, label, value string) ui.Field {
		return ui.Field{Name: name(part), Label: label, Value: value, Problem: v.problem(name(part))}
	}
	fields := map[string]ui.Field{
		"outlet":   field("outlet", "Outlet", row.Outlet),
		"url":      field("url", "Address", row.URL),
		"seen_on":  field("seen_on", "Seen on", row.SeenOn),
		"archived": field("archived_url", "Archived copy", row.ArchivedURL),
		"said":     field("said", "Words as said there", row.Said),
		"text":     field("text", "Text of the post", row.Text),
		"file":     field("file", "Screenshot", ""),
		"plain":    field("plain", "Show readers the address as plain text, not as a link", ""),
		"drop":     field("drop", "Keep this copy no longer", ""),
	}
	v.described(fields, row)
	return fields
}

// described says what the less plain fields of a row are for.
func (v ClaimFields) described(fields map[string]ui.Field, row factcheck.AppearanceDraft) {
	said := fields["said"]
	said.Rows, said.Dir, said.Words = 2, "auto", true
	said.Hint = "With the text of the post below, they are looked for in it, letter for letter."
	fields["said"] = said
	text := fields["text"]
	text.Rows, text.Dir, text.Max = 4, "auto", factcheck.MaxPost
	text.Hint = "As it stands there, whole. It is kept with its hash, and readers do not see it."
	if row.CaptureID != 0 {
		text.Hint = "Left empty, the kept one stays. A new text takes its place."
	}
	fields["text"] = text
	file := fields["file"]
	file.Placeholder = "image/png,image/jpeg,image/gif,image/webp"
	file.Hint = "A picture of the post. It is shown at the desk alone."
	if row.Picture != nil {
		file.Hint = "“" + factcheck.FileName(row.Picture.Name) + "” was not kept, since the claim was not saved: choose it again."
	}
	fields["file"] = file
	plain := fields["plain"]
	plain.Checked = row.Plain
	fields["plain"] = plain
}

// inDetail tells whether fields of a row that few need are filled or wrong.
func (v ClaimFields) inDetail(row factcheck.AppearanceDraft, fields map[string]ui.Field) bool {
	for _, part := range []string{"archived", "said", "text", "file"} {
		if fields[part].Problem != "" {
			return true
		}
	}
	row.URL, row.Outlet, row.SeenOn = "", "", ""
	return !blank(row)
}

// nearWords are the words of the post that are most like those that were not
// found in it, when these are the first such ones of the form.
func (v ClaimFields) nearWords(field ui.Field) (words string, diff []quote.Diff) {
	if field.Problem == "" {
		return "", nil
	}
	for _, p := range v.Problems {
		if strings.HasSuffix(p.Field, ".said") {
			if p.Field != field.Name {
				return "", nil
			}
			break
		}
	}
	switch {
	case len(v.Offers) > 0:
		return v.Offers[0].Anchor.Exact, v.Offers[0].Changes
	case v.Nearest != nil:
		return runOf(v.Nearest), v.Nearest.Diff
	}
	return "", nil
}

// amiss tells whether the form has a button before the one that saves.
func (v ClaimFields) amiss() bool { return len(v.Offers) > 0 || v.Nearest != nil }

// mayFind tells whether archived copies of where a claim was seen may be
// looked up: the archive learns of each.
func mayFind(c factcheck.Claim) bool {
	return (c.Claimant == nil || c.Claimant.Kind != factcheck.PrivatePerson) && c.Origin.Access != factcheck.ProtectedAccess
}
