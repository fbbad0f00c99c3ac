package api

import (
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
)

// claim is a claim as it is answered. URL and revision are there after it was
// published by this call.
type claim struct {
	ID          int64               `json:"id"`
	Version     int64               `json:"version"`
	Status      string              `json:"status" enum:"new,researching,in-review,approved,published,dropped"`
	Text        string              `json:"text"`
	Language    string              `json:"language"`
	Claimant    optional[claimant]  `json:"claimant" doc:"null: the claim is going round."`
	SaidOn      string              `json:"said_on" doc:"A day, or empty."`
	Appearances []appearance        `json:"appearances"`
	Topics      []string            `json:"topics" doc:"Their names."`
	SourceID    optional[int64]     `json:"source_id" doc:"The source that it was found in."`
	AssigneeID  optional[int64]     `json:"assignee_id"`
	DueOn       string              `json:"due_on" doc:"When the check is to be done: a day, or empty."`
	Reach       int                 `json:"reach" minimum:"0" maximum:"3" doc:"How far the claim goes, from 1 to 3; 0 until somebody has said so."`
	Harm        int                 `json:"harm" minimum:"0" maximum:"3" doc:"What it can do, from 1 to 3; 0 until somebody has said so."`
	ReviewBy    string              `json:"review_by" doc:"When its published check is to be looked at again: a day, or empty."`
	Evidence    []evidence          `json:"evidence"`
	Exhibits    []exhibit           `json:"exhibits"`
	Verdict     optional[verdict]   `json:"verdict"`
	Article     optional[article]   `json:"article" doc:"In lists without its body."`
	Enquiries   []enquiry           `json:"enquiries"`
	Repeats     []factcheck.Repeat  `json:"repeats" doc:"Where the claim was seen again since it was recorded."`
	MergedInto  optional[int64]     `json:"merged_into" doc:"The claim that this one repeats; null unless it was merged."`
	Dissents    []dissent           `json:"dissents"`
	PublishAt   optional[time.Time] `json:"publish_at" doc:"When it is to be published; null when it is not scheduled."`
	Live        optional[live]      `json:"live" doc:"What the public sees; null until it is published."`
	ReturnNote  string              `json:"return_note,omitempty" doc:"Why it was returned, until it is sent again."`
	DropReason  string              `json:"drop_reason,omitempty"`
	DropNote    string              `json:"drop_note,omitempty"`
	CreatedAt   time.Time           `json:"created_at"`
	UpdatedAt   time.Time           `json:"updated_at"`
	URL         string              `json:"url,omitempty"`
	Revision    int                 `json:"revision,omitempty"`
}

type claimant struct {
	Name   string   `json:"name"`
	Kind   string   `json:"kind" enum:"person,organisation,private-person"`
	SameAs []string `json:"same_as"`
}

// evidence is a quote with its place, in code points of the snapshot's text.
type evidence struct {
	ID          int64        `json:"id"`
	SourceID    int64        `json:"source_id"`
	SnapshotID  int64        `json:"snapshot_id"`
	Position    int          `json:"position" doc:"On its claim, from 1: the number of its marks."`
	Passage     int          `json:"passage" doc:"Number of the passage in which it begins."`
	Exact       string       `json:"exact"`
	Prefix      string       `json:"prefix"`
	Suffix      string       `json:"suffix"`
	Start       int          `json:"start"`
	End         int          `json:"end"`
	Spans       []quote.Span `json:"spans"`
	Stance      string       `json:"stance" enum:"supports,refutes,context"`
	Speaker     string       `json:"speaker"`
	Note        string       `json:"note"`
	Translation string       `json:"translation,omitempty" doc:"Not checked as the quote is."`
	Translator  string       `json:"translator,omitempty"`
	Veiled      bool         `json:"veiled,omitempty" doc:"Its source is protected, and you are not named on it: you see the words alone."`
	Description string       `json:"public_description,omitempty" doc:"What readers are told of a protected source."`

	ClaimVersion int64 `json:"claim_version,omitempty" doc:"When it was just attached: the version that its claim now has."`
}

type verdict struct {
	Rating      string            `json:"rating"`
	Label       string            `json:"label"`
	Explanation string            `json:"explanation"`
	Reasons     []string          `json:"reasons"`
	Misread     optional[misread] `json:"misread"`
	EvidenceIDs []int64           `json:"evidence_ids" doc:"What it rests on; empty: all."`
	AsOf        string            `json:"as_of"`
	By          string            `json:"by"`
	At          time.Time         `json:"at"`
}

type misread struct {
	Kind        string          `json:"kind" enum:"source,event"`
	SourceID    optional[int64] `json:"source_id"`
	Description string          `json:"description"`
}

type article struct {
	Headline string `json:"headline"`
	Slug     string `json:"slug"`
	Summary  string `json:"summary"`
	Body     string `json:"body"`
}

type live struct {
	Revision int    `json:"revision"`
	Slug     string `json:"slug"`
	URL      string `json:"url"`
}

// gate is what must hold before a claim is sent and published.
type gate struct {
	Items          []factcheck.GateItem `json:"items"`
	Reminders      []factcheck.GateItem `json:"reminders"`
	ReadyToSend    bool                 `json:"ready_to_send"`
	ReadyToPublish bool                 `json:"ready_to_publish"`
}

func gateOf(g factcheck.Gate) gate {
	same := func(i factcheck.GateItem) factcheck.GateItem { return i }
	return gate{page(g.Items, "", same).Items, page(g.Reminders, "", same).Items, g.ReadyToSend, g.ReadyToPublish}
}
