// Package claimreview writes a published fact-check as schema.org's
// ClaimReview, the form in which search engines, aggregators and research data
// sets read what a newsroom found.
//
// The types follow schema.org (ClaimReview, Claim, Rating, CorrectionComment)
// and Google's guide for fact checks. They are encoded by encoding/json, which
// escapes whatever could end a script block.
package claimreview

import "claimdesk/internal/factcheck"

// Publisher is the newsroom as the markup names it. Addresses are absolute;
// Principles is the page that says what the ratings mean, or what the newsroom
// stands for; Corrections, Verification and Funding are those about corrections,
// how it works and who pays. Each may be empty.
type Publisher struct {
	Name, URL, Logo                                string
	Principles, Corrections, Verification, Funding string
}

// Correction is one that readers were told of on top of the page.
type Correction struct {
	On   factcheck.Date
	Note string
}

// ClaimReview is the root object. Its id is the canonical URL of the page.
type ClaimReview struct {
	Context       string           `json:"@context"`
	Type          string           `json:"@type"`
	ID            string           `json:"@id"`
	URL           string           `json:"url"`
	ClaimReviewed string           `json:"claimReviewed"`
	ReviewRating  Rating           `json:"reviewRating"`
	Author        Organization     `json:"author"`
	DatePublished string           `json:"datePublished"`
	DateModified  string           `json:"dateModified"`
	InLanguage    string           `json:"inLanguage"`
	ItemReviewed  Claim            `json:"itemReviewed"`
	Abstract      string           `json:"abstract,omitempty"`
	Citation      []Work           `json:"citation,omitempty"`
	Correction    []CorrectionNote `json:"correction,omitempty"`
}

// Rating is what was found. Value, best and worst are left out together for a
// label that carries no number.
type Rating struct {
	Type        string `json:"@type"`
	Label       string `json:"alternateName"`
	Value       int    `json:"ratingValue,omitempty"`
	Best        int    `json:"bestRating,omitempty"`
	Worst       int    `json:"worstRating,omitempty"`
	Explanation string `json:"ratingExplanation,omitempty"`
}

// Claim is what was checked.
type Claim struct {
	Type            string  `json:"@type"`
	ID              string  `json:"@id"`
	Author          *Author `json:"author,omitempty"`
	DatePublished   string  `json:"datePublished,omitempty"`
	FirstAppearance *Work   `json:"firstAppearance,omitempty"`
	Appearance      []Work  `json:"appearance,omitempty"` // always an array of objects
}

// Author is who made a claim: a Person or an Organization.
type Author struct {
	Type   string   `json:"@type"`
	Name   string   `json:"name"`
	SameAs []string `json:"sameAs,omitempty"`
}

// Organization is a newsroom, a publisher or an outlet.
type Organization struct {
	Type       string `json:"@type"`
	Name       string `json:"name"`
	URL        string `json:"url,omitempty"`
	Logo       string `json:"logo,omitempty"`
	Principles string `json:"publishingPrinciples,omitempty"`

	Corrections  string `json:"correctionsPolicy,omitempty"`
	Verification string `json:"verificationFactCheckingPolicy,omitempty"`
	Funding      string `json:"ownershipFundingInfo,omitempty"`
}

// Work is a place where a claim was seen, or a source that is cited.
type Work struct {
	Type          string        `json:"@type"`
	Name          string        `json:"name,omitempty"`
	URL           string        `json:"url,omitempty"`
	ArchivedAt    string        `json:"archivedAt,omitempty"`
	Publisher     *Organization `json:"publisher,omitempty"`
	DatePublished string        `json:"datePublished,omitempty"`
}

// CorrectionNote is a published correction.
type CorrectionNote struct {
	Type          string `json:"@type"`
	Text          string `json:"text"`
	DatePublished string `json:"datePublished"`
}
