package demo

import (
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// training is the check that was corrected: its first version had exchanged
// two numbers.
func training() check {
	right := trainingArticle()
	wrong := right
	wrong.Body = strings.Replace(wrong.Body, "About 85 Americans and about 175 Armenians", "About 175 Americans and about 85 Armenians", 1)
	return check{
		claim: factcheck.ClaimDraft{
			Text:   "American and Armenian soldiers are training together in Armenia.",
			SaidOn: "2023-09-14",
			Topics: []string{armenia, alliances},
			Appearances: []factcheck.AppearanceDraft{
				{URL: "https://example.org/portal/soldiers-train", Outlet: portal, SeenOn: "2023-09-14"},
				{URL: "https://example.net/channel/511", Outlet: channel, SeenOn: "2023-09-14", Said: "US troops are on exercise in Armenia right now"},
			},
		},
		recorded: "14 09:30",
		remark:   "Many replies call this invented. A short check is enough.",
		quotes: []quoted{
			{brief, factcheck.Supports, "Eagle Partner 2023, a joint exercise of Armenian and American soldiers, began in Armenia on 11 September and is to end on 20 September.", "", ""},
			{lookups, factcheck.Supports, "Found, as reported: an opening ceremony on 11 September at the Zar training centre.", "", ""},
			{brief, factcheck.Context, "About 85 American and about 175 Armenian soldiers take part. […] The Americans carry rifles and have brought no heavy weapons.", "", ""},
			{brief, factcheck.Context, "It is not the first time that soldiers of the two countries have trained together.", "", ""},
		},
		verdict: factcheck.VerdictDraft{
			Rating:      "true",
			Explanation: "The exercise is called Eagle Partner 2023. It began in Armenia on 11 September and is to end on 20 September.",
			AsOf:        "2023-09-14",
		},
		article: wrong,
		then: []step{
			sent("14 15:10"), published("15 08:40", newsroom.Order{}),
			rewritten("17 14:20", right), sent("17 14:25"),
			published("17 15:05", newsroom.Order{
				Class: factcheck.Substantial,
				Note:  "Our first version had exchanged two numbers: it spoke of 175 American and 85 Armenian soldiers. It is 85 Americans and 175 Armenians, as evidence 3 says. The verdict stays as it was.",
			}),
		},
	}
}

func trainingArticle() factcheck.ArticleDraft {
	return factcheck.ArticleDraft{
		Headline: "Yes, American and Armenian soldiers are training together",
		Slug:     "american-and-armenian-soldiers-are-training-together",
		Summary:  "Posts about American soldiers in Armenia were met with disbelief. The exercise was announced in public, has a name, and began on 11 September.",
		Body: `The exercise is called Eagle Partner 2023. It began in Armenia on 11 September, and it is to end on 20 September. [1] The opening ceremony was reported from the training centre at Zar. [2]

## How large it is

About 85 Americans and about 175 Armenians take part, with rifles and without heavy weapons. [3] That makes it a small exercise, and not the first one of the two countries. [4]

## What it does not say

That soldiers train together says nothing yet about alliances.`,
	}
}

func switched() check {
	return check{
		claim: factcheck.ClaimDraft{
			Text:   "Eagle Partner shows that Armenia has switched alliances.",
			SaidOn: "2023-09-15",
			Topics: []string{armenia, alliances},
			Appearances: []factcheck.AppearanceDraft{
				{URL: "https://example.net/watch/eagle", Outlet: video, SeenOn: "2023-09-15", Said: "This exercise is the proof: Armenia has changed sides"},
				{URL: "https://example.net/channel/524", Outlet: channel, SeenOn: "2023-09-15", Plain: true},
			},
		},
		recorded: "15 13:15",
		quotes: []quoted{
			{brief, factcheck.Refutes, "Ten days of training do not make an ally. Armenia and the United States have neither signed nor announced a treaty of alliance.", "", ""},
			{lookups, factcheck.Refutes, "A treaty of alliance between Armenia and the United States. Not found.", "", ""},
			{brief, factcheck.Refutes, "Armenia takes part less than it did, and it says so. It is still a member.", "Of the CSTO.", ""},
			{brief, factcheck.Supports, "What is new is the contrast: in the same year Armenia declined to host an exercise of the alliance to which it belongs.", "", ""},
			{brief, factcheck.Context, "Its stated purpose is to prepare an Armenian unit for international peacekeeping missions.", "", ""},
		},
		verdict: factcheck.VerdictDraft{
			Rating:      "misleading",
			Explanation: "The exercise is real, and so is the cooler tone towards the CSTO. But no treaty of alliance with the United States was signed or announced, and Armenia is still a member of the CSTO.",
			AsOf:        "2023-09-15",
		},
		article: factcheck.ArticleDraft{
			Headline: "Ten days of training do not make an ally",
			Slug:     "ten-days-of-training-do-not-make-an-ally",
			Summary:  "Eagle Partner 2023 brings American soldiers to Armenia for ten days. Armenia has signed no treaty of alliance with the United States, and it is still a member of the CSTO.",
			Body: `An alliance is a promise to defend one another, and it is written down. The brief puts it shortly: ten days of training do not make an ally, and a treaty has neither been signed nor announced. [1] Our own search found none either. [2]

Armenia is also still where it was. It takes part in the CSTO less than before, and says so, but it is a member. [3]

## What is right in it

[The exercise](/fact-checks/american-and-armenian-soldiers-are-training-together) takes place, and the contrast is real. In the year in which Armenia trains with Americans it has declined to host an exercise of the alliance to which it belongs. [4] Whoever sees a signal in that sees something. The claim makes a finished change of sides out of it.

## What the exercise is for

The stated purpose is to prepare an Armenian unit for peacekeeping. [5] A stated purpose need not be the whole one. It is not a treaty, though.`,
		},
		then: []step{sent("15 16:45"), published("16 13:30", newsroom.Order{})},
	}
}
