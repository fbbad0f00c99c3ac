package factcheck

// misreadRule reminds of what makes it unlikely that a source was misread: it
// is younger than every place where the claim was seen, or nothing is quoted
// from it. on is when it was published. There is no line for an event.
func (c *Claim) misreadRule(on Date) []GateItem {
	v := c.Verdict
	if v == nil || v.Misread == nil || v.Misread.SourceID == 0 {
		return nil
	}
	quoted := false
	for _, e := range c.Evidence {
		quoted = quoted || e.SourceID == v.Misread.SourceID
	}
	last := c.SaidOn
	for _, a := range c.Appearances {
		last = max(last, a.SeenOn)
	}
	think := ""
	switch {
	case on != "" && last != "" && on > last:
		think = "The source that is said to be misread is younger than the claim. Can it have been read when this was said?"
	case !quoted:
		think = "Nothing is quoted from the source that is said to be misread. What does it say?"
	}
	return []GateItem{remind(RuleMisreadSource, "misread", think == "", "The source that was misread is quoted, and not younger than the claim.", think)}
}
