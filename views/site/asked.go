package site

import (
	"claimdesk/internal/factcheck"
)

// answersTitle is the heading over what came of asking.
func answersTitle(c factcheck.Content) string {
	if c.Claimant != nil {
		return "What the claimant answered"
	}
	return "What we asked"
}

// enquiriesOf are the page's enquiries of one kind.
func enquiriesOf(c factcheck.Content, kind factcheck.EnquiryKind) []factcheck.PublicEnquiry {
	var list []factcheck.PublicEnquiry
	for _, e := range c.Enquiries {
		if e.Kind == kind {
			list = append(list, e)
		}
	}
	return list
}

// notAsked is why nobody was asked for an answer; "" when somebody was, or it is
// not said.
func notAsked(c factcheck.Content) string {
	for _, p := range c.Passed {
		if p.Rule == factcheck.RuleAsked {
			return p.Reason
		}
	}
	return ""
}

// exceptions are the rules of ours that this check does not meet, but for the
// one that the heading on answers tells of.
func exceptions(c factcheck.Content) []factcheck.PublicPass {
	var list []factcheck.PublicPass
	for _, p := range c.Passed {
		if p.Rule != factcheck.RuleAsked && exceptionWords[p.Rule] != "" {
			list = append(list, p)
		}
	}
	return list
}

// exceptionWords say what a check lacks whose rule was passed.
var exceptionWords = map[string]string{
	factcheck.RuleAppearance:    "We do not show where the claim was seen.",
	factcheck.RuleIndependent:   "The evidence does not come from two independent sources.",
	factcheck.RulePrimary:       "No primary source is quoted.",
	factcheck.RuleBothSides:     "All evidence points one way.",
	factcheck.RuleLater:         "Some of the evidence is younger than the claim.",
	factcheck.RuleMisreadSource: "The source that was misread is not quoted, or is younger than the claim.",
}

// whom names who was asked; a private person is never named.
func whom(e factcheck.PublicEnquiry) string {
	if e.Asked == "" {
		return "the person who said it"
	}
	return e.Asked
}

// how is the way in which somebody was asked, as it stands in a sentence.
func how(e factcheck.PublicEnquiry) string {
	if e.Via == "" {
		return ""
	}
	return " by " + e.Via
}

// outcomeWords say what came of an enquiry, before the day.
var outcomeWords = map[factcheck.Outcome]string{
	factcheck.Answered:  "They answered on",
	factcheck.Declined:  "They declined to answer on",
	factcheck.Corrected: "It was corrected on",
	factcheck.Refusing:  "They refused to correct it on",
	factcheck.NoReply:   "There was no answer by",
}

// dissentTitle is the heading over the opinions of colleagues.
func dissentTitle(c factcheck.Content) string {
	if len(c.Dissents) == 1 {
		return "One of us sees it differently"
	}
	return "Some of us see it differently"
}
