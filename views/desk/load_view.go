package desk

import (
	"fmt"
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"

	"github.com/a-h/templ"
)

// LoadsView asks for a file of many records, and lists those that are here.
type LoadsView struct {
	Frame    ui.DeskFrame
	Problems []factcheck.Problem
	Loads    []factcheck.Load
}

func (v LoadsView) file() ui.Field {
	return ui.Field{Name: "file", Label: "File", Hint: "CSV in UTF-8 with the names of the columns in the first line, or ClaimReview as JSON, JSON Lines or DataFeed. At most 100 MB and 200,000 records.",
		Placeholder: ".csv,.tsv,.txt,.json,.jsonl,.ndjson", Required: true, Problem: problemOf(v.Problems, "file")}
}

func problemOf(problems []factcheck.Problem, field string) string {
	for _, p := range problems {
		if p.Field == field {
			return p.Message
		}
	}
	return ""
}

// loadState says in words how far a load is.
func loadState(l factcheck.Load) string {
	switch {
	case l.State == factcheck.LoadDone:
		return "imported: " + strings.Join(loadCounts(l.Outcome), ", ")
	case l.State == factcheck.LoadRefused:
		return "could not be read"
	case l.State == factcheck.LoadRuns && l.Plan.DryRun:
		return "is being looked at"
	case l.State == factcheck.LoadRuns:
		return "is being imported"
	case l.Outcome.AllFaults > 0:
		return factcheck.Plural(l.Outcome.AllFaults, "thing is wrong in it", "things are wrong in it")
	}
	return "waits for you to import it"
}

// loadCounts are what a load has brought, or would bring.
func loadCounts(o factcheck.LoadOutcome) []string {
	var parts []string
	for _, part := range []struct {
		n         int
		one, many string
	}{
		{o.Claims, "claim", "claims"}, {o.Reviews, "new check of others", "new checks of others"},
		{o.Changed, "changed check", "changed checks"}, {o.Withdrawn, "withdrawn check", "withdrawn checks"},
	} {
		if part.n > 0 {
			parts = append(parts, factcheck.Plural(part.n, part.one, part.many))
		}
	}
	if len(parts) == 0 {
		return []string{"nothing new"}
	}
	return parts
}

// LoadRunningView is a load that is being looked at or written.
type LoadRunningView struct {
	Frame             ui.DeskFrame
	Load              factcheck.Load
	Read, Written, Of int
}

func (v LoadRunningView) state() string {
	switch {
	case v.Of > 0:
		return fmt.Sprintf("Importing %d of %d records", v.Written, v.Of)
	case v.Load.Plan.DryRun && v.Read > 0:
		return fmt.Sprintf("Looking at the file, %d records so far", v.Read)
	case v.Load.Plan.DryRun:
		return "Looking at the file…"
	case v.Read > 0:
		return fmt.Sprintf("Checking the records, %d so far", v.Read)
	}
	return "Beginning to import…"
}

func (v LoadRunningView) extent() templ.Attributes {
	if v.Of == 0 {
		return nil
	}
	return templ.Attributes{"value": strconv.Itoa(v.Written), "max": strconv.Itoa(v.Of)}
}

// LoadView is a load that waits to be imported, could not be read, or is done.
type LoadView struct {
	Frame    ui.DeskFrame
	Load     factcheck.Load
	Preview  factcheck.LoadPreview
	Problems []factcheck.Problem
}

func (v LoadView) table() bool { return v.Load.Format == factcheck.CSVFormat }

// ready tells whether everything was looked at and holds.
func (v LoadView) ready() bool {
	return v.Load.State == factcheck.LoadWaits && v.Load.Outcome.AllFaults == 0 && v.Preview.Problem == ""
}

func (v LoadView) nothing() bool {
	o := v.Load.Outcome
	return o.Claims+o.Reviews+o.Changed+o.Withdrawn == 0
}

// button says what a press of it brings in.
func (v LoadView) button() string { return "Import " + strings.Join(loadCounts(v.Load.Outcome), ", ") }

func (v LoadView) title() string {
	switch v.Load.State {
	case factcheck.LoadDone:
		return "Imported"
	case factcheck.LoadRefused:
		return "The file cannot be imported"
	}
	return "What will become of this file?"
}

// column asks what a column becomes.
func (v LoadView) column(i int) ui.Field {
	f := ui.Field{Name: "column", ID: "column-" + strconv.Itoa(i+1), Label: "“" + v.Preview.Header[i] + "” becomes", HideLabel: true,
		Options: []ui.Option{{Value: "", Label: "– left out –"}}}
	for _, one := range v.Preview.Fields {
		f.Options = append(f.Options, ui.Option{Value: one.Name, Label: one.Label, Selected: v.Preview.Columns[i] == one.Name})
	}
	return f
}

func (v LoadView) known() ui.Field {
	return ui.Field{Name: "keep_known", Label: "Record claims again that are here already", Checked: v.Load.Plan.KeepKnown,
		Hint: "Otherwise those with the same words are left out, and listed here."}
}

func (v LoadView) complete() ui.Field {
	return ui.Field{Name: "complete", Label: "This file is everything of its publisher", Checked: v.Load.Plan.Complete,
		Hint: "Checks of theirs that are here and not in the file count as withdrawn."}
}

// more is how many faults are not listed.
func (v LoadView) more() int { return v.Load.Outcome.AllFaults - len(v.Load.Outcome.Faults) }

func faultPlace(f factcheck.LineFault) string {
	if f.Line == 0 {
		return ""
	}
	place := "Line " + strconv.Itoa(f.Line)
	if f.Field != "" {
		place += ", " + f.Field
	}
	return place + ": "
}

func (v LoadView) seen(d factcheck.ClaimDraft) string {
	var parts []string
	for _, a := range d.Appearances {
		for _, s := range []string{a.Outlet, a.URL, a.SeenOn} {
			if s != "" {
				parts = append(parts, s)
			}
		}
	}
	return strings.Join(parts, ", ")
}

func loadPath(id int64) string { return "/desk/import/" + number(id) }
