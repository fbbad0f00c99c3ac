package desk

import (
	"strconv"
	"strings"
	"unicode"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/views/ui"
)

// QuoteFormView is the page on which a quote is attached without a script,
// and to which a refused quote leads.
type QuoteFormView struct {
	Frame    ui.DeskFrame
	Claim    factcheck.Claim
	Source   factcheck.Source
	Passage  *quote.Passage // from which it is quoted; nil when that is not known
	Draft    factcheck.EvidenceDraft
	Problems []factcheck.Problem
	Nearest  *quote.Nearest // of a quote that was not found
	Offers   []quote.Offer  // of one of which only signs were not found
	Matches  []quote.Match  // of a quote that was found several times
}

func (v QuoteFormView) problem(field string) string { return ui.ProblemOf(v.Problems, field) }

func (v QuoteFormView) exact() ui.Field {
	return ui.Field{Name: "exact", Label: "Quote, letter for letter", Value: v.Draft.Exact, Rows: 4, Words: true,
		Lang: v.Source.Language, Dir: "auto", Max: quote.MaxQuote, Problem: v.problem("exact"),
		Hint: "From “" + v.Source.Title + "”. Leave words out with […]."}
}

func (v QuoteFormView) note() ui.Field {
	return ui.Field{Name: "note", Label: "Note", Aside: "if you like", Value: v.Draft.Note, Rows: 2,
		Max: factcheck.MaxNote, Problem: v.problem("note")}
}

// run is the stretch of the nearest passage that resembles the quote most.
func (v QuoteFormView) run() string { return runOf(v.Nearest) }

func runOf(n *quote.Nearest) string {
	text := []rune(n.Text)
	from, to := n.Start-n.Passage.Start, n.End-n.Passage.Start
	if from < 0 || from >= to || to > len(text) {
		return n.Text
	}
	return string(text[from:to])
}

// inSource is the address of a passage in the bench's reader.
func (v QuoteFormView) inSource(passage int) string {
	n := strconv.Itoa(passage)
	return v.Claim.Path() + "?source=" + number(v.Source.ID) + "&from=" + n + "#p" + n
}

// place is the value that stands for one of several places.
func place(start, end int) string { return strconv.Itoa(start) + "-" + strconv.Itoa(end) }

// inDetail tells whether fields that few need are filled or wrong.
func (v QuoteFormView) inDetail() bool {
	return v.Draft.Speaker != "" || v.Draft.Translation != "" || v.Draft.Translator != "" ||
		v.problem("speaker") != "" || v.problem("translation") != "" || v.problem("translator") != ""
}

// EvidenceFormView is the page on which what stands round a quote is changed.
// The quote itself never changes.
type EvidenceFormView struct {
	Frame    ui.DeskFrame
	Claim    factcheck.Claim
	Evidence factcheck.Evidence
	Draft    factcheck.EvidenceDraft
	Was      factcheck.EvidenceDraft // when the form was opened
	Problems []factcheck.Problem
}

// stanceField asks what a quote does to its claim.
func stanceField(stance factcheck.Stance, problem string) ui.Field {
	f := ui.Field{Name: "stance", Label: "Stance", Value: string(stance), Inline: true, Problem: problem}
	for _, s := range factcheck.Stances {
		f.Options = append(f.Options, ui.Option{Value: string(s), Stance: string(s)})
	}
	return f
}

func speakerField(d factcheck.EvidenceDraft, problem string) ui.Field {
	return ui.Field{Name: "speaker", Label: "Speaker", Aside: "when the words are not the source’s own", Value: d.Speaker,
		Problem: problem}
}

func translationField(d factcheck.EvidenceDraft, problem string) ui.Field {
	return ui.Field{Name: "translation", Label: "Translation", Aside: "shown beside the quote, marked as one", Value: d.Translation,
		Rows: 3, Words: true, Dir: "auto", Max: quote.MaxQuote, Problem: problem}
}

func translatorField(d factcheck.EvidenceDraft, problem string) ui.Field {
	return ui.Field{Name: "translator", Label: "Translated by", Value: d.Translator, Problem: problem}
}

// back is where the bench goes on: the source that was quoted from.
func (v QuoteFormView) back() string {
	if v.Passage != nil {
		return v.inSource(v.Passage.Number)
	}
	return v.Claim.Path() + "?source=" + number(v.Source.ID)
}

func (v EvidenceFormView) problem(field string) string { return ui.ProblemOf(v.Problems, field) }

func (v EvidenceFormView) note() ui.Field {
	return ui.Field{Name: "note", Label: "Note", Aside: "if you like", Value: v.Draft.Note, Rows: 3,
		Max: factcheck.MaxNote, Problem: v.problem("note")}
}

// stance is the one that was chosen, or context where none was.
func (v QuoteFormView) stance() string {
	if v.Draft.Stance == "" {
		return string(factcheck.Context)
	}
	return string(v.Draft.Stance)
}

// cutBefore is what stands before a match, without the part of a word that it
// begins with.
func cutBefore(prefix string) string {
	if i := strings.IndexFunc(prefix, unicode.IsSpace); i >= 0 && i < len(strings.TrimRightFunc(prefix, unicode.IsSpace)) {
		prefix = prefix[i:]
	}
	return "…" + prefix
}

// cutAfter is what stands behind a match, without the part of a word that it
// ends with.
func cutAfter(suffix string) string {
	if i := strings.LastIndexFunc(suffix, unicode.IsSpace); i > 0 {
		suffix = suffix[:i]
	}
	return suffix + " …"
}
