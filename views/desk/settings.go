package desk

import (
	"slices"
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"

	"github.com/a-h/templ"
)

// SettingsView is what an admin decides for the whole newsroom.
type SettingsView struct {
	Frame    ui.DeskFrame
	Settings factcheck.Settings
	Fixed    string // the name that the program was started with; "" for none
	Problems []factcheck.Problem
	Stale    *factcheck.Settings // what somebody else has saved meanwhile
	// The numbers and the languages as they were typed; "" shows those of
	// Settings.
	QuoteShare, QuoteWords, Languages string
	Logo                              *factcheck.File // nil: none was uploaded
	Mail                              templ.Component // how mail is; nil shows nothing
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

// languages are all that the newsroom writes in.
func (v SettingsView) languages() ui.Field {
	typed := v.Languages
	if typed == "" {
		typed = strings.Join(v.Settings.Languages, ", ")
	}
	return ui.Field{Name: "languages", Label: "All languages that you publish in", Value: typed, Placeholder: "en, hy, ru",
		Problem: v.problem("languages"), Hint: "Tags with commas between them. The scale has words for each."}
}

func (v SettingsView) timeZone() ui.Field {
	f := ui.Field{Name: "time_zone", Label: "Time zone of the desk", Value: v.Settings.TimeZone, Problem: v.problem("time_zone"),
		Hint: "By its clocks a publication is scheduled."}
	names := timeZones()
	if typed := v.Settings.TimeZone; typed != "" && !slices.Contains(names, typed) {
		names = append(names, typed)
	}
	for _, name := range names {
		f.Options = append(f.Options, ui.Option{Value: name, Label: strings.ReplaceAll(name, "_", " ")})
	}
	return f
}

// otherLicence stands in the choice for one that is not on the list.
const otherLicence = "other"

func (v SettingsView) licence() ui.Field {
	f := ui.Field{Name: "licence", Label: "What others may do with what you publish", Value: v.Settings.Licence,
		Options: []ui.Option{{Value: "", Label: "Say nothing", Selected: v.Settings.Licence == ""}}}
	for _, l := range factcheck.Licences {
		label := l.Title
		if l.Name != factcheck.AllReserved {
			label = l.Name + ": " + strings.TrimPrefix(l.Title, "Creative Commons ")
		}
		f.Options = append(f.Options, ui.Option{Value: l.Name, Label: label})
	}
	if v.other() {
		f.Value = otherLicence
	}
	f.Options = append(f.Options, ui.Option{Value: otherLicence, Label: "Another licence, named below"})
	return f
}

// other tells whether the licence is none of those that are offered.
func (v SettingsView) other() bool {
	_, known := factcheck.LicenceNamed(v.Settings.Licence)
	return !known && (v.Settings.Licence != "" || v.Settings.LicenceURL != "" || v.problem("licence") != "")
}

func (v SettingsView) licenceName() ui.Field {
	f := ui.Field{Name: "licence_name", Label: "Name of another licence", Problem: v.problem("licence")}
	if v.other() {
		f.Value = v.Settings.Licence
	}
	return f
}

func (v SettingsView) licenceURL() ui.Field {
	f := ui.Field{Name: "licence_url", Label: "Where it can be read", Type: "url", Problem: v.problem("licence_url")}
	if v.other() {
		f.Value = v.Settings.LicenceURL
	}
	return f
}

func (v SettingsView) credit() ui.Field {
	return ui.Field{Name: "credit", Label: "Credit line", Value: v.Settings.Credit, Max: factcheck.MaxName, Dir: "auto", Problem: v.problem("credit"),
		Hint: "What those who republish are asked to write: your name and your address."}
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

// rule is how hard one reminder of the gate is here.
func (v SettingsView) rule(r factcheck.RaisableRule) ui.Field {
	name := "rules." + r.Rule
	return ui.Field{Name: name, Label: r.Label, HideLabel: true, Value: string(v.Settings.Rules[r.Rule]), Problem: v.problem(name),
		Options: []ui.Option{{Value: string(factcheck.Reminder), Label: "A reminder"},
			{Value: string(factcheck.Reasoned), Label: "Needs a reason"}, {Value: string(factcheck.Must), Label: "A must"}}}
}
