package desk

import (
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// SettingsView is what an admin decides for the whole newsroom.
type SettingsView struct {
	Frame    ui.DeskFrame
	Settings factcheck.Settings
	Fixed    string // the name that the program was started with; "" for none
	Problems []factcheck.Problem
	Stale    *factcheck.Settings // what somebody else has saved meanwhile
	// The numbers as they were typed; "" shows those of Settings.
	QuoteShare, QuoteWords string
}

func (v SettingsView) problem(field string) string { return ui.ProblemOf(v.Problems, field) }

func (v SettingsView) siteName() ui.Field {
	f := ui.Field{Name: "site_name", Label: "Name of the newsroom", Value: v.Settings.SiteName, Required: true, Max: 100,
		Problem: v.problem("site_name"), Hint: "On every page, in feeds and in the markup for search engines."}
	if v.Fixed != "" {
		f.Value, f.Disabled, f.Max = v.Fixed, true, 0
		f.Hint = "The program was started with this name (--site-name or CLAIMDESK_SITE_NAME). Start it without, and the name can be set here."
	}
	return f
}

func (v SettingsView) about() ui.Field {
	return ui.Field{Name: "about", Label: "About", Value: v.Settings.About, Rows: 3, Max: factcheck.MaxSummary, Dir: "auto",
		Problem: v.problem("about"), Hint: "A line or two that stand at the foot of every public page."}
}

func (v SettingsView) language() ui.Field {
	return ui.Field{Name: "language", Label: "Language of the public pages", Value: v.Settings.Language, Suggestions: languages,
		Problem: v.problem("language"), Hint: "A tag such as en, hy or ru."}
}

func (v SettingsView) quoteShare() ui.Field {
	return ui.Field{Name: "quote_share", Label: "Most of a source that may be public, in percent", Value: typedOr(v.QuoteShare, v.Settings.QuoteShare), Type: "number",
		Problem: v.problem("quote_share"),
		Hint:    "Counted in words, over all quotes from a source that is not free to republish. The more of it is quoted, the fewer words around the quotes are shown. It never stops a quote; the desk warns. A change counts from the next publication on."}
}

func (v SettingsView) quoteWords() ui.Field {
	return ui.Field{Name: "quote_words", Label: "Words that a quote should have at most", Value: typedOr(v.QuoteWords, v.Settings.QuoteWords), Type: "number",
		Problem: v.problem("quote_words")}
}

func typedOr(typed string, n int) string {
	if typed != "" {
		return typed
	}
	return strconv.Itoa(n)
}

func (v SettingsView) fourEyes() ui.Field {
	return ui.Field{Name: "four_eyes", Label: "Four eyes: what is published was signed by two people", Checked: v.Settings.FourEyes,
		Problem: v.problem("four_eyes"),
		Hint:    "One sends it for review, an editor approves exactly that. Off is for a newsroom of one: the log says so, and so does each page that only one person signed."}
}
