package desk

import (
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/views/ui"
)

// blankRows is how many empty rows for appearances a form offers.
const blankRows = 2

// ClaimFields is what is typed about a claim, with what can be chosen. The
// form for a new claim and the one that edits it show the same.
type ClaimFields struct {
	Draft    factcheck.ClaimDraft
	Problems []factcheck.Problem
	Sources  []ui.Option
	People   []ui.Option
	Topics   []string // that there are, to be offered
	Copies   map[int64]KeptCopy
	Nearest  *quote.Nearest // of the first words as said that are not in their post
	Offers   []quote.Offer  // of the same, where only signs differ
}

func (v ClaimFields) problem(field string) string { return ui.ProblemOf(v.Problems, field) }

// rows are the appearances with some empty ones behind them.
func (v ClaimFields) rows() []factcheck.AppearanceDraft {
	rows := v.Draft.Appearances
	for len(rows) > 0 && blank(rows[len(rows)-1]) {
		rows = rows[:len(rows)-1]
	}
	blank := min(blankRows, max(0, factcheck.MaxAppearances-len(rows)))
	return append(rows[:len(rows):len(rows)], make([]factcheck.AppearanceDraft, blank)...)
}

func (v ClaimFields) text() ui.Field {
	return ui.Field{Name: "text", Label: "Claim", Value: v.Draft.Text, Rows: 3, Max: factcheck.MaxClaim, Required: true,
		Words: true, Dir: "auto", Lang: v.Draft.Language, Problem: v.problem("text"),
		Hint: "In the words in which it goes round, without quotation marks."}
}

func (v ClaimFields) language() ui.Field {
	return ui.Field{Name: "language", Label: "Language", Value: v.Draft.Language, Placeholder: "en", Max: 0,
		Suggestions: languages, Problem: v.problem("language"), Hint: "Of the claim’s words: en, hy, ru …"}
}

func (v ClaimFields) saidOn() ui.Field {
	return ui.Field{Name: "said_on", Label: "Said on", Value: v.Draft.SaidOn, Problem: v.problem("said_on"),
		Hint: "Or since when it goes round."}
}

func (v ClaimFields) claimant() ui.Field {
	return ui.Field{Name: "claimant.name", Label: "Name", Value: v.Draft.Claimant.Name, Dir: "auto", Autocomplete: "off",
		Problem: v.problem("claimant.name"), Hint: "Empty means: going round, nobody in particular."}
}

func (v ClaimFields) claimantKind() ui.Field {
	return ui.Field{Name: "claimant.kind", Label: "Kind", Value: string(v.Draft.Claimant.Kind),
		Options: kindOptions, Problem: v.problem("claimant.kind"),
		Hint: "Readers see a private person as “a social media user” and nothing more."}
}

func (v ClaimFields) sameAs() ui.Field {
	return ui.Field{Name: "claimant.same_as", Label: "Addresses that say who this is", Aside: "one a line, if you like",
		Value: strings.Join(v.Draft.Claimant.SameAs, "\n"), Rows: 2, Problem: v.problem("claimant.same_as"),
		Placeholder: "https://www.wikidata.org/wiki/…"}
}

func (v ClaimFields) topics() ui.Field {
	return ui.Field{Name: "topics", Label: "Topics", Value: strings.Join(v.Draft.Topics, ", "), Dir: "auto",
		Problem: v.problem("topics"), Suggestions: v.Topics, Hint: "With commas between them. An unknown one is made."}
}

func (v ClaimFields) source() ui.Field {
	return ui.Field{Name: "source_id", Label: "Found in the source", Value: idValue(v.Draft.SourceID), Options: v.Sources,
		Problem: v.problem("source_id")}
}

func (v ClaimFields) assignee() ui.Field {
	return ui.Field{Name: "assignee_id", Label: "With", Value: idValue(v.Draft.AssigneeID), Options: v.People,
		Problem: v.problem("assignee_id"), Hint: "Who looks into it."}
}

var kindOptions = []ui.Option{
	{Value: string(factcheck.Person), Label: "Person in public life"},
	{Value: string(factcheck.Organisation), Label: "Organisation"},
	{Value: string(factcheck.PrivatePerson), Label: "Private person"},
}

// idValue is the value of a choice among things with ids; "" for none.
func idValue(id int64) string {
	if id == 0 {
		return ""
	}
	return number(id)
}
