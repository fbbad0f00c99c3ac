package newsroom

import (
	"context"
	"errors"
	"io"

	"claimdesk/internal/claimreview"
	"claimdesk/internal/factcheck"
	"claimdesk/internal/lines"
	"claimdesk/internal/tabular"
)

// How many records of a load are shown before it is imported.
const previewed = 10

// errEnough ends the reading of a preview.
var errEnough = errors.New("enough for a preview")

// PreviewLoad shows what the first records of one of the actor's own loads will
// become, as the columns say; nil: as they are mapped so far.
func (r *Room) PreviewLoad(ctx context.Context, by factcheck.Actor, id int64, columns []string) (factcheck.LoadPreview, error) {
	p := factcheck.LoadPreview{Fields: loadFields()}
	l, _, err := r.Load(ctx, by, id)
	if err != nil {
		return p, err
	}
	file, err := r.store.OpenLoadFile(id)
	if err != nil {
		return p, err
	}
	defer file.Close()
	if columns == nil {
		columns = l.Plan.Columns
	}
	_, text, err := recognised(file)
	if err != nil {
		return p, err
	}
	if l.Format == factcheck.ReviewFormat {
		err = r.previewChecks(&p, text)
	} else {
		err = r.previewTable(&p, text, columns)
	}
	if problems := factcheck.Problems(err); problems != nil {
		p.Problem, err = problems[0].Message, nil
	}
	return p, err
}

func loadFields() []factcheck.LoadField {
	list := make([]factcheck.LoadField, len(tabular.Fields))
	for i, f := range tabular.Fields {
		list[i] = factcheck.LoadField{Name: string(f.Field), Label: f.Label}
	}
	return list
}

// previewTable shows the first rows even where the mapping does not do yet.
func (r *Room) previewTable(p *factcheck.LoadPreview, text *lines.Reader, columns []string) error {
	table, err := tabular.Open(text)
	if err != nil {
		return err
	}
	p.Header = table.Header
	mapping, wrong := table.Planned(factcheck.LoadPlan{Columns: columns})
	for _, f := range mapping {
		p.Columns = append(p.Columns, string(f))
	}
	if mapping == nil {
		p.Columns = make([]string, len(p.Header))
	}
	for len(p.Rows) < previewed {
		row, err := table.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return factcheck.Together(wrong, err)
		}
		p.Rows = append(p.Rows, r.previewRow(row, mapping, table.Header))
	}
	return wrong
}

func (r *Room) previewRow(row tabular.Row, mapping tabular.Mapping, header []string) factcheck.LoadRow {
	shown := factcheck.LoadRow{Line: row.Line, Cells: row.Cells}
	if row.Fault != "" {
		shown.Problems = []factcheck.Problem{{Message: row.Fault}}
		return shown
	}
	shown.Claim, shown.Note = mapping.Draft(row.Cells)
	checked, err := shown.Claim.Check(r.Now())
	for _, problem := range factcheck.Problems(err) {
		shown.Problems = append(shown.Problems, factcheck.Problem{Field: mapping.Column(problem.Field, header), Message: problem.Message})
	}
	if err == nil {
		shown.Claim = checked.ClaimDraft
	}
	return shown
}

func (r *Room) previewChecks(p *factcheck.LoadPreview, text *lines.Reader) error {
	_, err := claimreview.Read(text, func(f claimreview.Found) error {
		if len(p.Checks) == previewed {
			return errEnough
		}
		checked, err := f.OtherReview.Check(r.Now())
		p.Checks = append(p.Checks, factcheck.LoadCheck{Line: f.Line, Review: checked, Own: r.ours(f), Retracted: f.Retracted, Problems: factcheck.Problems(err)})
		return nil
	})
	if errors.Is(err, errEnough) {
		return nil
	}
	return err
}
