package site

import "claimdesk/internal/factcheck"

// answer is the piece of evidence that stands beside the claim: one from the
// source that was misread, if a source was; one that refutes, before others.
// Nil when there is no evidence.
func answer(c factcheck.Content) *factcheck.PublicEvidence {
	best, points := -1, -1
	for i, e := range c.Evidence {
		p := 0
		if m := c.Misread; m != nil && m.SourceID != 0 && m.SourceID == e.Source.ID {
			p += 4
		}
		switch e.Stance {
		case factcheck.Refutes:
			p += 2
		case factcheck.Context:
			p++
		}
		if p > points {
			best, points = i, p
		}
	}
	if best < 0 {
		return nil
	}
	return &c.Evidence[best]
}

// answerHeading says whose words stand beside the claim.
func answerHeading(c factcheck.Content) string {
	e, m := answer(c), c.Misread
	if e != nil && m != nil && m.Kind == factcheck.MisreadSource && m.SourceID == e.Source.ID {
		return "What that source says"
	}
	return "What the evidence says"
}

// misreadWords name what was misread, as far as it was said.
func misreadWords(c factcheck.Content) (title, description string) {
	if c.Misread == nil {
		return "", ""
	}
	return c.Misread.Title, c.Misread.Description
}
