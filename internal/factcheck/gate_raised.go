package factcheck

import (
	"slices"
	"time"
)

// Pass is the reason for which a line of the gate was passed that asks for one.
type Pass struct {
	Rule, Reason string
	UserID       int64
	By           string // the user's name, loaded for showing
	At           time.Time
}

// PublicPass is a rule that was passed, and why, as readers are told.
type PublicPass struct {
	Rule   string `json:"rule"`
	Reason string `json:"reason"`
}

// RaisableRule is a reminder that a newsroom can raise to reasoned or must.
type RaisableRule struct {
	Rule  string
	Label string // what it asks for, as in "Two independent sources"
	// Public tells that readers are told the reason for which it was passed.
	Public bool
}

var raisable = []RaisableRule{
	{RuleAppearance, "It is recorded where the claim was seen", true},
	{RuleIndependent, "Two independent sources", true},
	{RulePrimary, "A primary source", true},
	{RuleBothSides, "Both sides were looked for", true},
	{RuleAsked, "A named claimant was asked", true},
	{RuleLater, "No evidence is younger than the claim", true},
	{RuleMisreadSource, "The source that was misread is quoted, and not younger than the claim", true},
	{RuleConfirmed, "Every exhibit is confirmed", false},
	{RuleProtected, "It is said why a source is protected", false},
	{RuleShort, "The claim has at most 75 characters", false},
	{RuleLabel, "The claim does not begin or end with a rating", false},
}

// Raisable are the reminders that a newsroom can raise, in the order in which
// forms offer them. What is a must stays one.
func Raisable() []RaisableRule { return slices.Clone(raisable) }

// raisableRule is the reminder of this name; false for none that can be raised.
func raisableRule(rule string) (RaisableRule, bool) {
	i := slices.IndexFunc(raisable, func(r RaisableRule) bool { return r.Rule == rule })
	if i < 0 {
		return RaisableRule{}, false
	}
	return raisable[i], true
}

// rules accepts what each reminder is raised to; those that stay reminders are
// left out of what it gives, which is nil for none.
func (c *checker) rules(given map[string]GateKind) map[string]GateKind {
	var raised map[string]GateKind
	for _, rule := range sortedKeys(given) {
		field := "rules." + rule
		if _, known := raisableRule(rule); !known {
			c.add(field, "There is no such reminder in the gate. Take it out.")
			continue
		}
		kind := oneOf(c, field, given[rule], Reminder, []GateKind{Reminder, Reasoned, Must})
		if kind == Reminder {
			continue
		}
		if raised == nil {
			raised = map[string]GateKind{}
		}
		raised[rule] = kind
	}
	return raised
}

func sortedKeys(m map[string]GateKind) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// raise parts the reminders into those that the newsroom has raised, with the
// reasons for which they were passed, and those that stay reminders.
func (c *Claim) raise(reminders []GateItem, rules map[string]GateKind) (raised, rest []GateItem) {
	for _, i := range reminders {
		kind := rules[i.Rule]
		if _, can := raisableRule(i.Rule); !can || kind != Must && kind != Reasoned {
			rest = append(rest, i)
			continue
		}
		i.Kind = kind
		if kind == Reasoned && !i.OK {
			i.Reason = c.ReasonFor(i.Rule)
		}
		raised = append(raised, i)
	}
	return raised, rest
}

// ReasonFor is the reason that was given for passing a rule, "" for none.
func (c *Claim) ReasonFor(rule string) string {
	for _, p := range c.Passes {
		if p.Rule == rule {
			return p.Reason
		}
	}
	return ""
}

// Holds tells whether the line stops nothing: what it asks for is so, or was
// passed with a reason.
func (i GateItem) Holds() bool { return i.OK || i.Kind == Reasoned && i.Reason != "" }

// Asks tells whether a reason would pass the line, or has done so.
func (i GateItem) Asks() bool { return i.Kind == Reasoned && !i.OK }

// Item is the gate's line of this rule, or nil when there is none now.
func (g Gate) Item(rule string) *GateItem {
	for _, list := range [][]GateItem{g.Items, g.Reminders} {
		for i := range list {
			if list[i].Rule == rule {
				return &list[i]
			}
		}
	}
	return nil
}

// Passed are the lines that readers are told were passed, and why.
func (g Gate) Passed() []PublicPass {
	var list []PublicPass
	for _, i := range g.Items {
		if r, _ := raisableRule(i.Rule); r.Public && i.Asks() && i.Reason != "" {
			list = append(list, PublicPass{i.Rule, i.Reason})
		}
	}
	return list
}

// TellsReaders tells whether the reason for which a rule was passed stands on
// the public page.
func TellsReaders(rule string) bool {
	r, _ := raisableRule(rule)
	return r.Public
}

// CheckReason cleans the reason for which a rule is passed; an empty one
// withdraws it.
func CheckReason(reason string) (string, error) {
	var c checker
	reason = c.text("reason", reason, MaxSummary)
	return reason, c.err("The reason was not saved.")
}

// askedRule reminds that whoever is named as making a claim should have been
// asked. There is no line for a claim that is going round, or a private
// person's.
func (c *Claim) askedRule() []GateItem {
	if m := c.Claimant; m == nil || m.Kind == PrivatePerson || m.Name == "" {
		return nil
	}
	asked := slices.ContainsFunc(c.Enquiries, func(e Enquiry) bool { return e.Kind == AskedForReply })
	return []GateItem{remind(RuleAsked, "enquiries", asked, "The claimant was asked.", "It is not recorded that "+c.Claimant.Name+" was asked. Ask, or note when you did.")}
}
