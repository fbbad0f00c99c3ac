package desk

import (
	"slices"
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

var claimParts = []part{{"text", "Claim", 3}, {"language", "Language", 1}, {"claimant", "Claimant", 0}, {"said_on", "Said on", 1},
	{"topics", "Topics", 1}, {"appearances", "Where it was seen", 0}, {"source_id", "Found in", 0}, {"assignee_id", "With", 0}}

var verdictParts = []part{{"rating", "Rating", 0}, {"reasons", "Reasons", 0}, {"misread", "What was misread", 0},
	{"explanation", "Explanation", 3}, {"as_of", "As of", 1}, {"evidence_ids", "Rests on", 0}}

var articleParts = []part{{"headline", "Headline", 1}, {"slug", "Address", 1}, {"summary", "Summary", 3}, {"body", "Text", 12}}

var evidenceParts = []part{{"stance", "Stance", 0}, {"speaker", "Speaker", 1}, {"note", "Note", 3},
	{"translation", "Translation", 3}, {"translator", "Translated by", 1}}

var exhibitParts = []part{{"kind", "What it is", 0}, {"stance", "Stance", 0}, {"description", "Description", 4},
	{"origin", "Where it came from", 2}, {"vouched_by", "Who vouches for it", 1}, {"moment", "Place in the recording", 1}}

// claimTyped are the fields of a claim's form. The options say what ids mean.
func claimTyped(d factcheck.ClaimDraft, sources, people []ui.Option) []typed {
	kind := ""
	if d.Claimant.Name != "" {
		kind = string(d.Claimant.Kind)
	}
	topics, same := strings.Join(d.Topics, ", "), strings.Join(d.Claimant.SameAs, "\n")
	fields := []typed{{"text", d.Text, d.Text}, {"language", d.Language, d.Language},
		{"claimant.name", d.Claimant.Name, d.Claimant.Name}, {"claimant.kind", string(d.Claimant.Kind), kind}, {"claimant.same_as", same, same},
		{"said_on", d.SaidOn, d.SaidOn}, {"topics", topics, topics},
		{"source_id", idText(d.SourceID), optionWords(sources, idText(d.SourceID))},
		{"assignee_id", idText(d.AssigneeID), optionWords(people, idText(d.AssigneeID))}}
	for i, a := range d.Appearances {
		row := "appearances." + strconv.Itoa(i) + "."
		fields = append(fields, typed{row + "outlet", a.Outlet, a.Outlet}, typed{row + "url", a.URL, a.URL},
			typed{row + "seen_on", a.SeenOn, a.SeenOn}, typed{row + "archived_url", a.ArchivedURL, a.ArchivedURL}, typed{row + "said", a.Said, a.Said})
		fields = append(fields, keptTyped(row, a)...)
	}
	return fields
}

// keptTyped are the fields for what is kept of an appearance.
func keptTyped(row string, a factcheck.AppearanceDraft) []typed {
	var fields []typed
	if a.Plain {
		fields = append(fields, typed{row + "plain", "yes", "(the address as plain text)"})
	}
	if a.CaptureID != 0 {
		fields = append(fields, typed{row + "capture_id", idText(a.CaptureID), "(copy " + idText(a.CaptureID) + " is kept)"})
	}
	if a.Text != "" {
		fields = append(fields, typed{row + "text", a.Text, a.Text})
	}
	return fields
}

// optionWords is what a value stands for in a choice.
func optionWords(options []ui.Option, value string) string {
	for _, o := range options {
		if o.Value == value {
			return o.Label
		}
	}
	return value
}

func verdictTyped(d factcheck.VerdictDraft, scale factcheck.Scale, claim factcheck.Claim, sources []ui.Option) []typed {
	rating, _ := scale.Rating(d.Rating)
	fields := []typed{{"rating", d.Rating, rating.Label}, {"explanation", d.Explanation, d.Explanation}, {"as_of", d.AsOf, d.AsOf}}
	for i, r := range d.Reasons {
		name := "reasons.further"
		if i == 0 {
			name = "reasons.main"
		}
		fields = append(fields, typed{name, string(r), r.Label()})
	}
	if m := d.Misread; m != nil {
		fields = append(fields, typed{"misread.kind", string(m.Kind), string(m.Kind)},
			typed{"misread.source_id", idText(m.SourceID), optionWords(sources, idText(m.SourceID))},
			typed{"misread.description", m.Description, m.Description})
	}
	for _, id := range slices.Sorted(slices.Values(d.EvidenceIDs)) {
		words := "evidence that is gone"
		if e := claim.Piece(id); e != nil {
			words = shortened(e.Exact, 80)
		}
		fields = append(fields, typed{"evidence_ids", idText(id), words})
	}
	return fields
}

func articleTyped(d factcheck.ArticleDraft) []typed {
	return []typed{{"headline", d.Headline, d.Headline}, {"slug", d.Slug, d.Slug}, {"summary", d.Summary, d.Summary}, {"body", d.Body, d.Body}}
}

func evidenceTyped(d factcheck.EvidenceDraft) []typed {
	return []typed{{"stance", string(d.Stance), d.Stance.Label()}, {"speaker", d.Speaker, d.Speaker}, {"note", d.Note, d.Note},
		{"translation", d.Translation, d.Translation}, {"translator", d.Translator, d.Translator}}
}

func exhibitTyped(d factcheck.ExhibitDraft) []typed {
	return []typed{{"kind", string(d.Kind), d.Kind.Label()}, {"stance", string(d.Stance), d.Stance.Label()}, {"description", d.Description, d.Description},
		{"origin", d.Origin, d.Origin}, {"vouched_by", d.VouchedBy, d.VouchedBy}, {"moment", d.Moment, d.Moment}}
}

// verdictConflict shows a refused verdict beside the one that stands.
func (d *Desk) verdictConflict(c echo.Context, claim factcheck.Claim, yours factcheck.VerdictDraft) error {
	scale, err := d.room.Scale(c.Request().Context())
	if err != nil {
		return err
	}
	sources, err := d.sourceOptions(c.Request().Context(), request.Actor(c), 0)
	if err != nil {
		return err
	}
	v := view.ConflictView{Claim: claim, What: "a verdict", Path: "verdict"}
	if claim.Verdict != nil {
		v.By, v.At = claim.Verdict.By, claim.Verdict.At
	}
	v.Fields, v.Kept = compare(verdictParts, verdictTyped(yours, scale, claim, sources),
		verdictTyped(draftOf(claim.Verdict), scale, claim, sources))
	v.Kept = append(v.Kept, view.Typed{Name: "base", Value: strconv.FormatInt(verdictID(claim), 10)})
	return d.showConflict(c, v)
}

// articleConflict shows a refused article beside the one that stands.
func (d *Desk) articleConflict(c echo.Context, claim factcheck.Claim, yours factcheck.ArticleDraft, page string) error {
	v := view.ConflictView{Claim: claim, What: "the article", Path: "article"}
	theirs := factcheck.Article{}
	if claim.Article != nil {
		theirs = *claim.Article
		v.By, v.At = theirs.By, theirs.At
	}
	if yours.Slug == "" { // it would have been made from the headline: nobody has written one
		yours.Slug = articleDraftOf(theirs).Slug
	}
	v.Fields, v.Kept = compare(articleParts, articleTyped(yours), articleTyped(articleDraftOf(theirs)))
	v.Kept = append(v.Kept, view.Typed{Name: "base", Value: strconv.FormatInt(theirs.ID, 10)}, view.Typed{Name: "page", Value: page})
	return d.showConflict(c, v)
}
