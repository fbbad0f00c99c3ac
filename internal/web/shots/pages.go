package main

import "claimdesk/internal/web/browsertest"

// page is one screenshot to take. Its address is At; with Link, it is the
// first link on the page at At whose path matches that pattern, or the Nth; with
// Import, it is the import of a document that the form at At takes.
type page struct {
	Name   string // of the file
	At     string // a path, or the name of an earlier page
	Link   string // a regular expression for the whole href, without its fragment
	Nth    int    // among the different links that match; 0 means the first
	Import bool
	As     string // role; empty for a reader
	Status int    // expected; 0 means 200
}

// pages are shot in this order; a page may start from one above it.
var pages = []page{
	{Name: "home", At: "/"},
	{Name: "fact-checks", At: "/fact-checks"},
	{Name: "fact-check", At: "/fact-checks", Link: `/fact-checks/[^/?]+`},
	{Name: "fact-check-history", At: "fact-check", Link: `/fact-checks/[^/?]+/history`},
	{Name: "evidence", At: "fact-check", Link: `/evidence/\d+`},
	{Name: "fact-check-exhibit", At: "/fact-checks/armenia-took-up-the-courts-treaty-before-the-warrant"},
	{Name: "fact-check-changed", At: "/fact-checks/most-of-armenias-gas-comes-from-russia"},
	{Name: "evidence-translated", At: "fact-check", Link: `/evidence/\d+`, Nth: 6},
	{Name: "fact-check-protected", At: "/fact-checks/armenias-man-at-the-csto-was-recalled-as-his-term-ended"},
	{Name: "evidence-protected", At: "fact-check-protected", Link: `/evidence/\d+`, Nth: 4},
	{Name: "topics", At: "/topics"},
	{Name: "topic", At: "/topics", Link: `/topics/[^/?]+`},
	{Name: "ratings", At: "/ratings"},
	{Name: "not-found", At: "/no-such-page", Status: 404},
	{Name: "desk-login", At: "/desk/login"},

	{Name: "desk", At: "/desk", As: "editor"},
	{Name: "desk-claims", At: "/desk/claims", As: "editor"},
	{Name: "desk-claim-published", At: "/desk/claims?status=published", Link: `/desk/claims/\d+`, As: "editor"},
	{Name: "desk-claim-in-review", At: "/desk/claims?status=in-review", Link: `/desk/claims/\d+`, As: "editor"},
	{Name: "desk-exhibit-new", At: "desk-claim-in-review", Link: `/desk/claims/\d+/exhibits`, As: "editor"},
	{Name: "desk-exhibit", At: "desk-claim-in-review", Link: `/desk/claims/\d+/exhibits/\d+`, As: "editor"},
	{Name: "desk-claim-veiled", At: "/desk/claims?q=pulled", Link: `/desk/claims/\d+`, As: "admin"},
	{Name: "desk-claim-new", At: "/desk/claims?status=new", Link: `/desk/claims/\d+`, As: "editor"},
	{Name: "desk-claim-bearing", At: "/desk/claims/11?source=1", As: "editor"}, // the new claim beside the brief
	{Name: "desk-claims-new", At: "/desk/claims/new", As: "editor"},
	{Name: "desk-sources", At: "/desk/sources", As: "editor"},
	{Name: "desk-source-protected", At: "/desk/sources", Link: `/desk/sources/\d+`, As: "editor"},
	{Name: "desk-source-excerpt", At: "/desk/sources", Link: `/desk/sources/\d+`, Nth: 2, As: "editor"},
	{Name: "desk-source", At: "/desk/sources", Link: `/desk/sources/\d+`, Nth: 3, As: "editor"},
	{Name: "desk-source-edit", At: "desk-source", Link: `/desk/sources/\d+/edit`, As: "editor"},
	{Name: "desk-source-changes", At: "desk-source", Link: `/desk/sources/\d+/snapshots/\d+/changes.*`, As: "editor"},
	{Name: "desk-source-new-copy", At: "desk-source", Link: `/desk/sources/\d+/snapshots/new`, As: "editor"},
	{Name: "desk-changed", At: "/desk", Link: `/desk/changed/\d+`, As: "editor"},
	{Name: "desk-import", At: "/desk/sources/new", Import: true, As: "editor"},
	{Name: "desk-sources-new", At: "/desk/sources/new", As: "editor"},
	{Name: "desk-quote", At: "desk-claim-in-review", Link: `/desk/claims/\d+/quote.*`, As: "editor"},
	{Name: "desk-claim-approved", At: "/desk/claims?status=approved", Link: `/desk/claims/\d+`, As: "editor"},
	{Name: "desk-preview", At: "desk-claim-approved", Link: `/desk/claims/\d+/preview`, As: "editor"},
	{Name: "desk-edit", At: "desk-claim-approved", Link: `/desk/claims/\d+/edit`, As: "editor"},
	{Name: "desk-several", At: "/desk/claims/several", As: "editor"},
	{Name: "desk-people", At: "/desk/people", As: "admin"},
	{Name: "desk-account", At: "/desk/account", As: "editor"},
	{Name: "desk-settings", At: "/desk/settings", As: "admin"},
	{Name: "desk-log", At: "/desk/log", As: "admin"},
}

// look is a way of looking at every page.
type look struct {
	Name string // of the file, after the page's
	browsertest.Options
}

var looks = []look{
	{"1280-light", browsertest.Options{Width: 1280, Height: 900}},
	{"1280-dark", browsertest.Options{Width: 1280, Height: 900, Dark: true}},
	{"390-light", browsertest.Options{Width: 390, Height: 844}},
	{"390-dark", browsertest.Options{Width: 390, Height: 844, Dark: true}},
}
