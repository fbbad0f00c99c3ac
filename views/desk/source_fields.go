package desk

import (
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
}

func (v SourceFields) problem(field string) string { return ui.ProblemOf(v.Problems, field) }

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
		}}
}

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
