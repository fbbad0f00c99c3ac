package desk

import (
	"slices"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// SourceFields is what is typed about a source. Of a new one, what is left
// empty is guessed from the document.
type SourceFields struct {
	Draft    factcheck.SourceDraft
	Problems []factcheck.Problem
	New      bool
	Own      int64       // its id; 0 for a new one
	People   []ui.Option // who can be named on it while it is protected
	RestsOn  string      // as it was typed, or as NumberedSource has it
	Offered  []string    // the sources that it can rest on, as NumberedSource has them
}

func (v SourceFields) problem(field string) string { return ui.ProblemOf(v.Problems, field) }

// anything tells whether something besides the title was typed, or refused.
func (v SourceFields) anything() bool {
	d := v.Draft
	known := d.Publisher + d.URL + d.ArchivedURL + d.PublishedOn + d.Language + string(d.Kind) + string(d.Level) + d.Interest +
		d.Description + d.Because + v.RestsOn
	return known != "" || len(d.Authors) > 0 || d.Access != "" && d.Access != factcheck.ExcerptAccess || v.refused()
}

// refused tells whether a field besides the title and the document was refused.
func (v SourceFields) refused() bool {
	return slices.ContainsFunc(v.Problems, func(p factcheck.Problem) bool {
		return !slices.Contains([]string{"title", "fetch_url", "file", "text", "html"}, p.Field)
	})
}

func (v SourceFields) title() ui.Field {
	f := ui.Field{Name: "title", Label: "Title", Value: v.Draft.Title, Dir: "auto", Required: !v.New, Problem: v.problem("title")}
	if v.New {
		f.Hint = "Left empty, it is taken from the document."
	}
	return f
}

func (v SourceFields) publisher() ui.Field {
	return ui.Field{Name: "publisher", Label: "Publisher", Value: v.Draft.Publisher, Dir: "auto", Problem: v.problem("publisher")}
}

func (v SourceFields) authors() ui.Field {
	return ui.Field{Name: "authors", Label: "Authors", Value: strings.Join(v.Draft.Authors, ", "), Dir: "auto",
		Problem: v.problem("authors"), Aside: "with commas between them"}
}

func (v SourceFields) url() ui.Field {
	return ui.Field{Name: "url", Label: "Address of the original", Value: v.Draft.URL, Placeholder: "https://…", Problem: v.problem("url")}
}

func (v SourceFields) published() ui.Field {
	return ui.Field{Name: "published_on", Label: "Published on", Value: v.Draft.PublishedOn, Problem: v.problem("published_on")}
}

func (v SourceFields) language() ui.Field {
	return ui.Field{Name: "language", Label: "Language", Value: v.Draft.Language, Suggestions: languages, Placeholder: "en",
		Problem: v.problem("language")}
}

func (v SourceFields) kind() ui.Field {
	options := v.unsaid()
	for _, k := range factcheck.SourceKinds {
		options = append(options, ui.Option{Value: string(k), Label: KindLabel(k)})
	}
	return ui.Field{Name: "kind", Label: "Kind", Value: string(v.Draft.Kind), Options: options, Problem: v.problem("kind")}
}

func (v SourceFields) level() ui.Field {
	options := append(v.unsaid(),
		ui.Option{Value: string(factcheck.Primary), Label: "Primary: first-hand"},
		ui.Option{Value: string(factcheck.Secondary), Label: "Secondary: reports on others"})
	return ui.Field{Name: "level", Label: "Level", Value: string(v.Draft.Level), Options: options, Problem: v.problem("level")}
}

// unsaid is the choice that leaves a field to the guess.
func (v SourceFields) unsaid() []ui.Option {
	if v.New {
		return []ui.Option{{Label: "Not said"}}
	}
	return nil
}

func (v SourceFields) access() ui.Field {
	chosen := v.Draft.Access
	if chosen == "" {
		chosen = factcheck.ExcerptAccess
	}
	return ui.Field{Name: "access", Label: "What readers may see of the text", Value: string(chosen), Problem: v.problem("access"),
		Options: []ui.Option{
			{Value: string(factcheck.ExcerptAccess), Label: "Excerpts:", Hint: "quotes and the passages beside them"},
			{Value: string(factcheck.PublicAccess), Label: "All of it:", Hint: "it is free to republish"},
			{Value: string(factcheck.ProtectedAccess), Label: "Quotes alone:", Hint: "it is protected; at the desk, only those you name see it"},
		}}
}

func (v SourceFields) users() ui.Field {
	return ui.Field{Name: "access_users", Label: "Who may see it", Several: true, Options: v.People, Problem: v.problem("access_users"),
		Hint: "Nobody else at the desk, admins included. Whoever saves is always named."}
}

func (v SourceFields) description() ui.Field {
	return ui.Field{Name: "public_description", Label: "What readers are told of it", Value: v.Draft.Description, Rows: 2, Dir: "auto",
		Max: factcheck.MaxSummary, Problem: v.problem("public_description"),
		Hint: "In place of title, publisher, address and date. Write nothing that leads to it."}
}

func (v SourceFields) because() ui.Field {
	return ui.Field{Name: "protected_because", Label: "Why it is protected", Value: v.Draft.Because, Rows: 2, Dir: "auto",
		Max: factcheck.MaxSummary, Problem: v.problem("protected_because"), Hint: "Readers see this beside the description."}
}

func (v SourceFields) restsOn() ui.Field {
	return ui.Field{Name: "rests_on", Label: "Rests on", Value: v.RestsOn, Suggestions: v.Offered, Problem: v.problem("rests_on"),
		Autocomplete: "off", Hint: "The source that it repeats: type its number, or choose it. Sources that share one count as one."}
}

func (v SourceFields) archived() ui.Field {
	return ui.Field{Name: "archived_url", Label: "Archived copy", Value: v.Draft.ArchivedURL, Placeholder: "https://web.archive.org/…",
		Problem: v.problem("archived_url")}
}

// NumberedSource is how a source is written where its number can be typed.
func NumberedSource(id int64, title string) string { return number(id) + " " + title }

func (v SourceFields) interest() ui.Field {
	return ui.Field{Name: "interest", Label: "Interest", Value: v.Draft.Interest, Rows: 2, Dir: "auto", Problem: v.problem("interest"),
		Hint: "Who pays or controls it, what is at stake for it. Readers see this under each quote."}
}

// KindLabel is a kind of source as a person reads it.
func KindLabel(k factcheck.SourceKind) string {
	labels := map[factcheck.SourceKind]string{factcheck.Brief: "Brief", factcheck.News: "Article", factcheck.Transcript: "Transcript",
		factcheck.Law: "Law", factcheck.Statement: "Statement", factcheck.Dataset: "Data", factcheck.Post: "Post", factcheck.OtherKind: "Other"}
	if label, known := labels[k]; known {
		return label
	}
	return string(k)
}
