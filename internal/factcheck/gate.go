package factcheck

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// GateKind is how hard a line of the gate is.
type GateKind string

// A must stops the act, a reasoned line is passable with a stated reason, a
// reminder stops nothing.
const (
	Must     GateKind = "must"
	Reasoned GateKind = "reasoned"
	Reminder GateKind = "reminder"
)

// GateItem is one line of the gate. Reason is why a reasoned line was passed
// that does not hold. Field is the id of the form's field that mends it.
type GateItem struct {
	Rule    string   `json:"rule"`
	Kind    GateKind `json:"kind"`
	OK      bool     `json:"ok"`
	Message string   `json:"message"`
	Reason  string   `json:"reason,omitempty"`
	Field   string   `json:"-"`
}

// Gate is what must hold before a claim is sent for review and published, and
// what is worth a second thought.
type Gate struct {
	Items          []GateItem `json:"items"`
	Reminders      []GateItem `json:"reminders"`
	ReadyToSend    bool       `json:"ready_to_send"`
	ReadyToPublish bool       `json:"ready_to_publish"`
}

// Counts are how many lines that can stop the claim hold, or were passed with a
// reason, out of how many: to be sent, to be published.
func (g Gate) Counts() (sendOK, send, publishOK, publish int) {
	for _, i := range g.Items {
		publish++
		if i.Holds() {
			publishOK++
		}
		if i.toPublish() {
			continue
		}
		send++
		if i.Holds() {
			sendOK++
		}
	}
	return sendOK, send, publishOK, publish
}

// toPublish tells whether a line is not asked for before publication.
func (i GateItem) toPublish() bool { return i.Rule == RuleFourEyes || i.Rule == RuleExhibits }

// Missing are the lines that stop the claim: musts that do not hold, and
// reasoned ones without a reason; but for those that are asked for before
// publication alone when that is not the question.
func (g Gate) Missing(publish bool) []GateItem {
	return slices.DeleteFunc(slices.Clone(g.Items), func(i GateItem) bool {
		return i.Holds() || i.toPublish() && !publish
	})
}

// The rules of the gate.
const (
	RuleClaim       = "claim-text"
	RuleAttributed  = "attributed"
	RuleVerdict     = "verdict"
	RuleQuote       = "quote"
	RuleMisread     = "misread"
	RuleHeadline    = "headline"
	RuleSummary     = "summary"
	RuleLinks       = "links"
	RuleExhibits    = "exhibits"
	RuleFourEyes    = "four-eyes"
	RuleConfirmed   = "unconfirmed-exhibits"
	RuleAppearance  = "appearance"
	RuleIndependent = "independent-sources"
	RulePrimary     = "primary-source"
	RuleBothSides   = "both-sides"
	RuleLater       = "later-evidence"
	RuleShort       = "claim-length"
	RuleLabel       = "claim-label"
	RuleProtected   = "protected-because"

	RuleMisreadSource = "misread-source"
	RuleAsked         = "claimant-asked"
	RuleOnScale       = "rating-on-scale"
)

// GateFacts is what the gate cannot see on the claim itself.
type GateFacts struct {
	SiteName    string              // the newsroom's: a claim of its own is not to be checked
	FourEyes    bool                // the newsroom's setting
	MisreadOn   Date                // when the source that was misread was published
	BrokenLinks []string            // in the article's body; and marks that refer to no evidence
	Referred    []int               // positions of the exhibits that the article's body has marks for
	Labels      []string            // of the ratings
	Retired     bool                // the verdict's rating was taken off the scale since
	Rules       map[string]GateKind // the reminders that the newsroom has raised
}

// Judge puts the claim before the gate.
func (c *Claim) Judge(f GateFacts) Gate {
	raised, rest := c.raise(c.reminders(f), f.Rules)
	g := Gate{Items: append(c.musts(f), raised...), Reminders: rest}
	g.ReadyToSend = len(g.Missing(false)) == 0
	g.ReadyToPublish = len(g.Missing(true)) == 0
	return g
}

// musts are written as what holds and what to do when it does not.
func (c *Claim) musts(f GateFacts) []GateItem {
	own := c.Claimant != nil && f.SiteName != "" && strings.EqualFold(c.Claimant.Name, f.SiteName)
	items := []GateItem{
		must(RuleClaim, "text", c.Text != "", "The claim is written down.", "Write the claim down."),
		must(RuleAttributed, "claimant", !own, "It is somebody else's claim, or going round.", "The claim is attributed to this newsroom. Only what others say is checked."),
		must(RuleVerdict, "verdict", c.Verdict != nil && c.Verdict.Explanation != "", "There is a verdict with its explanation.", "Choose a rating and explain it."),
		c.quoteRule(f.FourEyes),
	}
	items = append(items, c.scaleRule(f.Retired)...)
	if c.Verdict != nil && c.Verdict.Rating.Slug == Misinterpreted {
		ok := len(c.Verdict.Reasons) > 0 && c.Verdict.Misread != nil
		items = append(items, must(RuleMisread, "reasons", ok, "It is said what was misread, and how.", "Say what was misread and give a main reason: “misinterpreted” needs both."))
	}
	a := c.Article
	if a == nil {
		a = &Article{}
	}
	links := "Mend the links: " + strings.Join(f.BrokenLinks, ", ") + "."
	items = append(items,
		must(RuleHeadline, "headline", a.Headline != "", "There is a headline.", "Write a headline."),
		must(RuleSummary, "summary", a.Summary != "", "There is a summary.", "Write a summary."),
		must(RuleLinks, "body", len(f.BrokenLinks) == 0, "Every link is well-formed.", links))
	items = append(items, c.exhibitRule(f)...)
	if f.FourEyes {
		items = append(items, must(RuleFourEyes, "gate", c.twoSigned(), "Two people have signed it as it is.", "A second person has to approve it."))
	}
	return items
}

func must(rule, field string, ok bool, holds, mend string) GateItem {
	message := mend
	if ok {
		message = holds
	}
	return GateItem{Rule: rule, Kind: Must, OK: ok, Message: message, Field: field}
}

// twoSigned tells whether an approval stands beside somebody else's signature,
// or the claim is public exactly so.
func (c *Claim) twoSigned() bool {
	a := c.Approval()
	return c.Status == Published || a != nil && c.FourEyes(a.UserID) == nil
}

func (c *Claim) reminders(f GateFacts) []GateItem {
	independent, primary := map[int64]bool{}, false
	sides := map[Stance]bool{}
	later := 0
	for _, e := range c.Evidence {
		independent[cmp.Or(e.Root, e.SourceID)] = true
		primary = primary || e.Source.Level == Primary
		sides[e.Stance] = true
		if c.Later(e) && e.Source.Access != ProtectedAccess { // of which readers are told no date
			later++
		}
	}
	for _, e := range c.Exhibits {
		if e.Counts(f.FourEyes) {
			sides[e.Stance] = true
		}
	}
	list := []GateItem{
		remind(RuleAppearance, "appearances", len(c.Appearances) > 0, "It is recorded where the claim was seen.", "Record where the claim was seen."),
		remind(RuleIndependent, "evidence", len(independent) > 1, "The evidence comes from "+Plural(len(independent), "independent source", "independent sources")+".", oneSource(c.Evidence)),
		remind(RulePrimary, "evidence", primary, "A primary source is quoted.", "No primary source is quoted. Is there one?"),
		remind(RuleBothSides, "evidence", len(sides) > 1, "The evidence has more than one stance.", "All evidence points one way. Was the other side looked for?"),
		remind(RuleShort, "text", utf8.RuneCountInString(c.Text) <= 75, "The claim is short enough for search engines.", "The claim is over 75 characters; search engines cut it there."),
		remind(RuleLabel, "text", !labelled(c.Text, f.Labels), "The claim does not begin or end with a rating.", "The claim begins or ends with a rating's label, which reads like a verdict."),
	}
	list = slices.Concat(list, c.askedRule(), c.misreadRule(f.MisreadOn), c.confirmRule(f.FourEyes), c.protectedRule())
	if later > 0 {
		list = append(list, remind(RuleLater, "evidence", false, "", Plural(later, "quote is", "quotes are")+" younger than the claim and marked “(later)”. Would the speaker have known?"))
	}
	return list
}

// protectedRule asks why a source is protected, where readers are not told.
func (c *Claim) protectedRule() []GateItem {
	for _, e := range c.Evidence {
		if e.Source.Access == ProtectedAccess && e.Source.Because == "" {
			return []GateItem{remind(RuleProtected, "evidence", false, "",
				"Readers are not told why the source of evidence "+count(e.Position)+" is protected. Say it in the source's details.")}
		}
	}
	return nil
}

// oneSource asks for a second source, where what there is counts as one.
func oneSource(evidence []Evidence) string {
	for _, e := range evidence {
		if e.SourceID != evidence[0].SourceID {
			return "All evidence rests on one source in the end. Is there an independent second one?"
		}
	}
	return "All evidence comes from one source. Is there an independent second one?"
}

func remind(rule, field string, ok bool, holds, think string) GateItem {
	i := must(rule, field, ok, holds, think)
	i.Kind = Reminder
	return i
}

// Later tells whether a piece of evidence is younger than the claim.
func (c *Claim) Later(e Evidence) bool {
	return c.SaidOn != "" && e.Source.PublishedOn > c.SaidOn
}

// labelled tells whether a claim begins or ends with one of the labels as
// whole words.
func labelled(text string, labels []string) bool {
	words := " " + strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return strings.ContainsRune(" .,:;!?()[]“”\"'’", r)
	}), " ") + " "
	for _, l := range labels {
		l = " " + strings.ToLower(l) + " "
		if strings.HasPrefix(words, l) || strings.HasSuffix(words, l) {
			return true
		}
	}
	return false
}
