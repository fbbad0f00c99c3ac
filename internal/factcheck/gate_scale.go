package factcheck

// scaleRule asks for another rating where the verdict's has been taken off the
// scale since it was given.
func (c *Claim) scaleRule(retired bool) []GateItem {
	if !retired || c.Verdict == nil {
		return nil
	}
	return []GateItem{must(RuleOnScale, "rating", false, "",
		"The rating “"+c.Verdict.Rating.Label+"” was taken off the scale after this verdict was given. Choose another.")}
}
