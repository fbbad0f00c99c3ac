package desk

import (
	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// TopicsView is the list of topics.
type TopicsView struct {
	Frame  ui.DeskFrame
	Topics []factcheck.TopicEntry
	Tabs   []Tab
}

// TopicView is one topic, with the forms to change it and to merge it.
type TopicView struct {
	Frame    ui.DeskFrame
	Topic    factcheck.TopicEntry
	Merged   []factcheck.TopicEntry // that were merged into it
	Others   []factcheck.TopicEntry // that it can be merged into
	Draft    factcheck.TopicDraft
	Into     string // the topic that was chosen to merge into
	Editor   bool   // the user may change it
	Problems []factcheck.Problem
	Conflict string // what has happened meanwhile; "" for nothing
}

// TopicTabs lead from topics to claimants and back.
func TopicTabs(claimants bool) []Tab {
	return []Tab{{Label: "Topics", Href: "/desk/topics", Count: -1, Current: !claimants},
		{Label: "Claimants", Href: "/desk/claimants", Count: -1, Current: claimants}}
}

func (v TopicView) name() ui.Field {
	return ui.Field{Name: "name", Label: "Name", Value: v.Draft.Name, Problem: ui.ProblemOf(v.Problems, "name"), Max: 80, Required: true, Dir: "auto",
		Hint: "A new name gives the topic a new address. The old one leads there."}
}

func (v TopicView) description() ui.Field {
	return ui.Field{Name: "description", Label: "What it is about", Aside: "if you like", Value: v.Draft.Description, Rows: 3, Max: factcheck.MaxSummary,
		Problem: ui.ProblemOf(v.Problems, "description"), Dir: "auto", Hint: "Readers see it over the checks on this topic."}
}

func (v TopicView) into() ui.Field {
	f := ui.Field{Name: "into", Label: "Merge into", Value: v.Into, Problem: ui.ProblemOf(v.Problems, "into"), Options: []ui.Option{{Label: "Choose a topic"}}}
	for _, t := range v.Others {
		f.Options = append(f.Options, ui.Option{Value: number(t.ID), Label: t.Name})
	}
	return f
}

// Merging is one of two things that become one.
type Merging struct {
	ID, Version       int64
	Name              string
	Claims, Published int
}

// MergeView asks whether one thing is really to be merged into another.
type MergeView struct {
	Frame      ui.DeskFrame
	What       string // "topic" or "claimant"
	From, Into Merging
	Path       string // of what is merged
	Conflict   string // what has happened meanwhile; "" for nothing
	Warning    string // said besides; "" for nothing
}

// MergingTopic is a topic as one of two.
func MergingTopic(t factcheck.TopicEntry) Merging {
	return Merging{t.ID, t.Version, t.Name, t.Claims, t.Published}
}

// MergingClaimant is a claimant as one of two.
func MergingClaimant(m factcheck.ClaimantEntry) Merging {
	return Merging{m.ID, m.Version, m.Name, m.Claims, m.Published}
}

func claimsWords(n int) string    { return factcheck.Plural(n, "claim", "claims") }
func publishedWords(n int) string { return factcheck.Plural(n, "published check", "published checks") }
