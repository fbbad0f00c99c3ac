package desk

import (
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/views/ui"
)

// ChangedView is the page on which it is decided what readers are told of a
// source that has changed.
type ChangedView struct {
	Frame    ui.DeskFrame
	Changed  factcheck.ChangedQuote
	By       string // who decided
	Editor   bool   // the reader may decide
	Note     string // as typed, or as it is offered
	Version  int64  // of the fate when the form was opened
	Problems []factcheck.Problem
}

func (v ChangedView) note() ui.Field {
	return ui.Field{Name: "note", Label: "Note for readers", Value: v.Note, Rows: 3, Max: factcheck.MaxSummary, Words: true,
		Problem: ui.ProblemOf(v.Problems, "note"),
		Hint:    "It stands under the quote, after “The source has since changed.” Say it in your own words: what the source says now is not quoted here."}
}

// decidable tells whether the form is shown.
func (v ChangedView) decidable() bool { return v.Editor && v.Changed.Newest && v.Changed.Differs() }

// changedPath is the address of what became of a quote in a newer copy.
func changedPath(f factcheck.Fate) string { return "/desk/changed/" + number(f.ID) }

// fateLabel is what became of a quote, in a word.
func fateLabel(k quote.FateKind) string {
	switch k {
	case quote.Moved:
		return "Moved"
	case quote.Altered:
		return "Altered"
	case quote.Gone:
		return "Gone"
	}
	return "Unchanged"
}

// fateMark goes before the word, so that the four are told apart at a glance.
func fateMark(k quote.FateKind) string {
	switch k {
	case quote.Moved:
		return "↕"
	case quote.Altered:
		return "≠"
	case quote.Gone:
		return "∅"
	}
	return "="
}

// movedWords say from where to where a quote has moved.
func movedWords(c factcheck.ChangedQuote) string {
	if c.Evidence.Passage == c.Passage {
		return "within passage " + strconv.Itoa(c.Passage)
	}
	return "from passage " + strconv.Itoa(c.Evidence.Passage) + " to " + strconv.Itoa(c.Passage)
}

// decidedWords say how far the desk is with a quote that was altered or is gone.
func decidedWords(f factcheck.Fate) string {
	switch f.State {
	case factcheck.FateOpen:
		return "Waits for a decision"
	case factcheck.FateTold:
		return "Readers are told"
	}
	if f.DecidedAt.IsZero() {
		return "Nobody decided: a newer copy came"
	}
	return "Readers are not told"
}

// decideWords are on the link that leads to the decision.
func decideWords(f factcheck.Fate, decides bool) string {
	if decides && f.State == factcheck.FateOpen {
		return "Decide"
	}
	return "Look"
}

// whereItStands says whether readers see the quote.
func whereItStands(c factcheck.ChangedQuote) string {
	switch {
	case c.Public:
		return "public"
	case c.Published:
		return "was public once"
	}
	return "not published"
}

// FatesView is what became of a source's quotes in one of its copies.
type FatesView struct {
	List    []factcheck.ChangedQuote
	Decides bool // the user may decide on them
}

// differ are those that the copy no longer holds.
func (v FatesView) differ() []factcheck.ChangedQuote {
	return v.pick(func(c factcheck.ChangedQuote) bool { return c.Differs() })
}

// stay are the others.
func (v FatesView) stay() []factcheck.ChangedQuote {
	return v.pick(func(c factcheck.ChangedQuote) bool { return !c.Differs() })
}

func (v FatesView) pick(is func(factcheck.ChangedQuote) bool) []factcheck.ChangedQuote {
	var list []factcheck.ChangedQuote
	for _, c := range v.List {
		if is(c) {
			list = append(list, c)
		}
	}
	return list
}

// summary counts them: "1 altered, 3 unchanged".
func (v FatesView) summary() string {
	var parts []string
	for _, kind := range []quote.FateKind{quote.Gone, quote.Altered, quote.Moved, quote.Unchanged} {
		n := len(v.pick(func(c factcheck.ChangedQuote) bool { return c.Kind == kind }))
		if n > 0 {
			parts = append(parts, strconv.Itoa(n)+" "+strings.ToLower(fateLabel(kind)))
		}
	}
	return strings.Join(parts, ", ")
}

// wordsOf is a quote as a diff: to what stands there now, struck out where it is
// gone, whole where it stands still.
func wordsOf(c factcheck.ChangedQuote) []quote.Diff {
	switch c.Kind {
	case quote.Altered:
		return c.Diff
	case quote.Gone:
		return []quote.Diff{{Op: quote.Delete, Text: c.Evidence.Exact}}
	}
	return []quote.Diff{{Op: quote.Equal, Text: c.Evidence.Exact}}
}

// shortQuote is a quote as it stands in a list.
func shortQuote(text string) string {
	const most = 140
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return beginning(text, most-1)
}

func (v ChangedView) title() string {
	if v.Changed.Differs() {
		return "The source has since changed"
	}
	return "The quote in the newer copy"
}

func (v ChangedView) wordsTitle() string {
	switch v.Changed.Kind {
	case quote.Altered:
		return "The quote, and what stands there now"
	case quote.Gone:
		return "The quote that is gone"
	}
	return "The quote"
}

func (v ChangedView) tellLabel() string {
	if v.Changed.State == factcheck.FateTold {
		return "Save the note"
	}
	return "Tell readers"
}

// effect says when readers see what is decided.
func (v ChangedView) effect() string {
	switch {
	case v.Changed.Evidence.Source.Access == factcheck.ProtectedAccess:
		return "The source is protected: readers are told nothing of it, whatever is decided here."
	case v.Changed.Public:
		return "The quote is public: the note stands on the page at once. The page itself stays as it was published."
	}
	return "The quote is not on a live page now: the note is shown once it is."
}
