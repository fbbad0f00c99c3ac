package demo

import (
	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

func dependence() check {
	return check{
		claim: factcheck.ClaimDraft{
			Text:   "Armenia depends on Russia for its energy.",
			SaidOn: "2023-09-14",
			Topics: []string{armenia, energy},
			Appearances: []factcheck.AppearanceDraft{
				{URL: "https://example.org/portal/energy-ties", Outlet: portal, SeenOn: "2023-09-14"},
				{URL: "https://example.net/watch/gas", Outlet: video, SeenOn: "2023-09-15", Said: "For its energy Armenia depends on Russia"},
			},
		},
		recorded: "15 09:30",
		remark:   "Is there a figure for this year? The reports that I found are older.",
		quotes: []quoted{
			{brief, factcheck.Supports, "Most of the natural gas that Armenia uses comes from Russia, and the company that distributes it inside the country belongs to Gazprom.", "", ""},
			{brief, factcheck.Supports, "The nuclear power station at Metsamor runs on Russian fuel.", "", ""},
			{brief, factcheck.Refutes, "Not everything comes from there: Iran sends gas and is paid in electricity, and Armenia’s own rivers and solar plants supply a part of its power.", "", ""},
			{lookups, factcheck.Context, "Found: reports of earlier years that put it at about four fifths. An official figure for 2023 was not found.", "On the share of Russian gas.", ""},
			{onepage, factcheck.Supports, "Most of the gas and the fuel of the nuclear power station come from Russia.", "It repeats the brief, and counts as one source with it.", ""},
		},
		verdict: factcheck.VerdictDraft{
			Rating:      "mostly-true",
			Explanation: "Most of the gas and the fuel of the nuclear power station come from Russia. But not all energy does: Iran, rivers and the sun supply a part.",
			AsOf:        "2023-09-15",
		},
		article: factcheck.ArticleDraft{
			Headline: "Most of Armenia’s gas comes from Russia, but not all its energy",
			Slug:     "most-of-armenias-gas-comes-from-russia",
			Summary:  "Gas and nuclear fuel tie Armenia’s energy to Russia. The claim leaves out a smaller part that comes from Iran, from rivers and from the sun.",
			Body: `Most of the natural gas that Armenia uses comes from Russia, and the company that distributes it belongs to Gazprom. [1] The nuclear power station at Metsamor runs on Russian fuel as well. [2] Our page that sums up the brief says the same; it rests on the brief and is no second witness. [5]

## What is off

“Its energy” is more than gas and uranium. Iran sends gas and is paid in electricity, and rivers and solar plants in Armenia supply a part of the power. [3]

## How large the share is

Reports of earlier years put the Russian part of the gas at about four fifths. We found no official figure for 2023. [4] So “most” is as far as we go.`,
		},
		then: []step{sent("15 11:40"), published("16 08:50", newsroom.Order{})},
	}
}
