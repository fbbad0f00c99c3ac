package factcheck

import (
	"slices"
	"strings"
)

// quoteRule asks for evidence: a quote that was found, or an exhibit that
// counts; where something was misread, a quote.
func (c *Claim) quoteRule(fourEyes bool) GateItem {
	exhibits := len(c.Exhibits) - len(c.waiting(fourEyes))
	holds := Plural(len(c.Evidence), "quote was", "quotes were") + " found word for word."
	if exhibits > 0 {
		holds += " " + Plural(exhibits, "exhibit was", "exhibits were") + " confirmed."
	}
	if c.Verdict != nil && c.Verdict.Rating.Slug == Misinterpreted {
		return must(RuleQuote, "evidence", len(c.Evidence) > 0, holds, "Attach a quote from a source: “misinterpreted” needs one, and no exhibit can stand in for it.")
	}
	mend := "Attach a quote from a source."
	if list := c.waiting(fourEyes); len(list) > 0 {
		mend = "Attach a quote from a source, or have a second person confirm " + exhibitNames(list) + "."
	}
	return must(RuleQuote, "evidence", len(c.Evidence)+exhibits > 0, holds, mend)
}

// exhibitRule asks before publication that readers be shown every exhibit that
// the text refers to. There is no line for a text that refers to none.
func (c *Claim) exhibitRule(f GateFacts) []GateItem {
	if len(f.Referred) == 0 {
		return nil
	}
	missing := slices.DeleteFunc(c.waiting(f.FourEyes), func(e Exhibit) bool { return !slices.Contains(f.Referred, e.Position) })
	mend := "The text refers to " + exhibitNames(missing) + ": a second person has to confirm it first."
	return []GateItem{must(RuleExhibits, "exhibits", len(missing) == 0, "Every exhibit that the text refers to is confirmed.", mend)}
}

// confirmRule reminds of exhibits that do not count yet.
func (c *Claim) confirmRule(fourEyes bool) []GateItem {
	if len(c.Exhibits) == 0 {
		return nil
	}
	list := c.waiting(fourEyes)
	think := "Until a second person confirms " + exhibitNames(list) + ", it does not count and readers do not see it."
	if len(list) > 1 {
		think = "Until a second person confirms " + exhibitNames(list) + ", they do not count and readers do not see them."
	}
	return []GateItem{remind(RuleConfirmed, "exhibits", len(list) == 0, "Every exhibit is confirmed.", think)}
}

// waiting are the exhibits that do not count yet.
func (c *Claim) waiting(fourEyes bool) []Exhibit {
	return slices.DeleteFunc(slices.Clone(c.Exhibits), func(e Exhibit) bool { return e.Counts(fourEyes) })
}

// exhibitNames are names such as "exhibit A" or "exhibits A and C".
func exhibitNames(list []Exhibit) string {
	letters := make([]string, len(list))
	for i, e := range list {
		letters[i] = e.Letter()
	}
	if len(letters) == 1 {
		return "exhibit " + letters[0]
	}
	if n := len(letters) - 1; n > 0 {
		return "exhibits " + strings.Join(letters[:n], ", ") + " and " + letters[n]
	}
	return "exhibits"
}
