package demo

import (
	"context"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// shown is an exhibit to be put beside the quotes: a file of the example, with
// what is said of it.
type shown struct {
	file string
	said factcheck.ExhibitDraft
}

// dates is a table as a picture.
func dates() shown {
	return shown{"dates.png", factcheck.ExhibitDraft{
		Kind:   factcheck.Table,
		Stance: factcheck.Refutes,
		Description: "A table of four dates. End of December 2022: the government asks the Constitutional Court to look at the treaty anew. " +
			"17 March 2023: the International Criminal Court issues its warrant. 24 March 2023: the Constitutional Court gives its ruling. " +
			"1 September 2023: the government sends the treaty to parliament.",
		Origin:    "Drawn by the example newsroom on 16 September 2023 from its list of look-ups.",
		VouchedBy: "Example newsroom, documentation",
	}}
}

// days is a calculation that nobody has confirmed yet.
func days() shown {
	return shown{"days.csv", factcheck.ExhibitDraft{
		Kind:        factcheck.Calculation,
		Stance:      factcheck.Refutes,
		Description: "How many days lie between the press conference of 10 January 2023 and the interview of 13 September 2023: 246.",
		Origin:      "Reckoned by the example newsroom on 18 September 2023, from the dates in the brief and in the list of look-ups.",
		VouchedBy:   "Example newsroom, documentation",
	}}
}

// exhibit puts the exhibits on a claim as the reporter.
func (d *desk) exhibit(ctx context.Context, claim int64, list []shown) error {
	for _, s := range list {
		raw, err := texts.ReadFile("text/" + s.file)
		if err != nil {
			return err
		}
		upload := newsroom.Upload{Name: s.file, Bytes: raw}
		if _, _, err := d.room.AddExhibit(ctx, d.reporter, claim, newsroom.Base{}, s.said, upload); err != nil {
			return err
		}
	}
	return nil
}

// confirmed is the editor confirming every exhibit of a claim.
func confirmed(at string) step {
	return step{at, func(ctx context.Context, d *desk, claim int64) (factcheck.Claim, error) {
		c, err := d.room.Claim(ctx, d.editor, claim)
		if err != nil {
			return c, err
		}
		for _, e := range c.Exhibits {
			if c, _, err = d.room.ConfirmExhibit(ctx, d.editor, e.ID, newsroom.Base{}, e.Seal()); err != nil {
				return c, err
			}
		}
		return c, nil
	}}
}
