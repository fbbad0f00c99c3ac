package factcheck

import "time"

// LoadFormat is what a file of many records holds.
type LoadFormat string

// A table of claims with named columns; ClaimReviews in JSON, JSON Lines, a
// DataFeed or an answer of claims:search.
const (
	CSVFormat    LoadFormat = "csv"
	ReviewFormat LoadFormat = "claimreview"
)

// Label is the format as a person calls it.
func (f LoadFormat) Label() string {
	if f == ReviewFormat {
		return "ClaimReview (JSON)"
	}
	return "CSV table"
}

// LoadState is how far a load is.
type LoadState string

// Waits for somebody to say what is in its columns and that it is wanted; is
// being written; is written; cannot be read.
const (
	LoadWaits   LoadState = "waiting"
	LoadRuns    LoadState = "running"
	LoadDone    LoadState = "done"
	LoadRefused LoadState = "refused"
)

// The most that one load may be.
const (
	MaxLoadBytes = 100 << 20
	MaxLoadRows  = 200_000
	MaxFaults    = 100 // that are listed of what is wrong in a load
	MaxNewTopics = 1_000
)

// Load is a file of many records on its way in. Only the user who brought it
// sees it.
type Load struct {
	ID, UserID int64
	FileName   string
	Format     LoadFormat
	Size       int64 // in bytes
	Plan       LoadPlan
	State      LoadState
	Outcome    LoadOutcome
	CreatedAt  time.Time
}

// LoadPlan is how a load is to be taken.
type LoadPlan struct {
	// Columns are what each column of a table becomes, "" for nothing; nil: as
	// the names of the columns let guess.
	Columns []string `json:"columns,omitempty"`
	// Named says the same by the names of columns, for who has not seen the
	// table: what it becomes, to the column's name.
	Named map[string]string `json:"-"`
	// KeepKnown records claims also that are recorded already, word for word.
	KeepKnown bool `json:"keep_known,omitempty"`
	// Complete says that the file holds all checks of its publishers: those that
	// it leaves out are withdrawn.
	Complete bool `json:"complete,omitempty"`
	DryRun   bool `json:"dry_run,omitempty"` // look at everything and write nothing
}

// LoadField is what a column of a table can become, with what people call it.
type LoadField struct{ Name, Label string }

// LoadPreview shows what the first records of a load will become.
type LoadPreview struct {
	Fields  []LoadField
	Header  []string    // names of a table's columns
	Columns []string    // what each becomes, "" for nothing
	Rows    []LoadRow   // the first of a table
	Checks  []LoadCheck // the first of ClaimReviews
	Problem string      // why the mapping or the file does not do, or ""
}

// LoadRow is a row of a table and the claim that it becomes.
type LoadRow struct {
	Line     int
	Cells    []string
	Claim    ClaimDraft
	Note     string
	Problems []Problem // by the names of columns
}

// LoadCheck is a check in a file; Own tells that it is ours.
type LoadCheck struct {
	Line      int
	Review    OtherReview
	Own       bool
	Retracted bool
	Problems  []Problem
}

// LineFault is what is wrong in one line of a load.
type LineFault struct {
	Line    int    `json:"line"` // from 1
	Field   string `json:"field,omitempty"`
	Message string `json:"message"`
}

// Known is a line whose claim is there already: recorded as a claim, or in an
// earlier line of the same file.
type Known struct {
	Line    int   `json:"line"`
	ClaimID int64 `json:"claim_id,omitempty"`
	As      int   `json:"as_line,omitempty"`
}

// LoadOutcome is what came of a load. Nothing was written when there are
// faults.
type LoadOutcome struct {
	Format    LoadFormat `json:"format"`
	Rows      int        `json:"rows"`      // records that were read
	Claims    int        `json:"claims"`    // recorded
	First     int64      `json:"first"`     // of the new claims, 0 for none
	Last      int64      `json:"last"`      // of the same; they have all numbers between
	KnownRows int        `json:"known"`     // left out, or recorded once more when that was asked for
	Reviews   int        `json:"reviews"`   // checks of others that are new
	Changed   int        `json:"changed"`   // checks of others that were there
	Unchanged int        `json:"unchanged"` // the same
	Withdrawn int        `json:"withdrawn"`
	Tasks     int        `json:"tasks"`   // for claims that lean on what has changed
	Skipped   int        `json:"skipped"` // things in a feed that are no checks

	Known     []Known     `json:"known_lines,omitempty"` // at most MaxFaults
	Faults    []LineFault `json:"faults,omitempty"`      // at most MaxFaults
	AllFaults int         `json:"all_faults,omitempty"`
}

// Fault notes what is wrong in a line; beyond MaxFaults they are counted.
func (o *LoadOutcome) Fault(line int, field, message string) {
	o.AllFaults++
	if len(o.Faults) < MaxFaults {
		o.Faults = append(o.Faults, LineFault{line, field, message})
	}
}

// Repeats notes that a line's claim is there already; beyond MaxFaults they
// are counted.
func (o *LoadOutcome) Repeats(k Known) {
	o.KnownRows++
	if len(o.Known) < MaxFaults {
		o.Known = append(o.Known, k)
	}
}

// Err is nil, or an Invalid error about the file with what is wrong by line.
func (o *LoadOutcome) Err() error {
	if o.AllFaults == 0 {
		return nil
	}
	e := &Error{Kind: Invalid, Message: "Nothing was imported: " + Plural(o.AllFaults, "thing is wrong", "things are wrong") + " in the file."}
	for _, f := range o.Faults {
		field := "line " + count(f.Line)
		if f.Field != "" {
			field += ", " + f.Field
		}
		e.Fields = append(e.Fields, Problem{field, f.Message})
	}
	return e
}
