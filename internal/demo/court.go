package demo

import (
	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

func warrant() check {
	return check{
		claim: factcheck.ClaimDraft{
			Text:   "Armenia joined the court because of the warrant.",
			SaidOn: "2023-09-15",
			Topics: []string{armenia, courts},
			Appearances: []factcheck.AppearanceDraft{
				{URL: "https://example.net/channel/533", Outlet: channel, SeenOn: "2023-09-15", ArchivedURL: "https://archive.example.org/20230915/https://example.net/channel/533", Said: "They joined the court because of the warrant, and for no other reason"},
				{URL: "https://example.net/watch/the-court", Outlet: video, SeenOn: "2023-09-16"},
			},
		},
		recorded: "16 14:00",
		remark:   "Two things to look at: has it joined, and what came first.",
		quotes: []quoted{
			{brief, factcheck.Refutes, "The government took it up again at the end of December 2022, when it asked the Constitutional Court to look at the treaty anew.", "", ""},
			{brief, factcheck.Refutes, "The International Criminal Court issued its warrant against President Vladimir Putin on 17 March 2023, more than two months later.", "", ""},
			{lookups, factcheck.Refutes, "The government’s request to the Constitutional Court. Found, as reported: made at the end of December 2022.", "", ""},
			{brief, factcheck.Refutes, "Parliament has not voted yet, so Armenia is not a party to the treaty.", "", ""},
			{brief, factcheck.Context, "The warrant still matters to what comes next: a party to the treaty is bound to arrest whom the court seeks.", "", ""},
		},
		exhibits: []shown{dates()},
		verdict: factcheck.VerdictDraft{
			Rating:      "false",
			Explanation: "The government took ratification up in December 2022. The warrant is of March 2023, so it cannot have been the cause. And Armenia has not joined: parliament has yet to vote.",
			AsOf:        "2023-09-16",
		},
		article: factcheck.ArticleDraft{
			Headline: "Armenia took up the court’s treaty before the warrant",
			Slug:     "armenia-took-up-the-courts-treaty-before-the-warrant",
			Summary:  "The government began with the ratification at the end of 2022. The warrant against Vladimir Putin came more than two months later, and parliament has still to vote.",
			Body: `A cause comes before what it brings about. At the end of December 2022 the government asked the Constitutional Court to look anew at the Rome Statute, the founding treaty of the International Criminal Court. [1] The warrant against Vladimir Putin was issued on 17 March 2023. [2] Our list of look-ups has the request at the same date. [3] Put in their order, the dates tell it at a glance. [A]

Nor has Armenia joined. On 1 September the government sent the treaty to parliament, which has not voted yet. [4]

## What the warrant does change

It raises the price of the vote. A party to the treaty is bound to arrest whom the court seeks. [5] That is a reason why Moscow protests. It is not the reason why Yerevan began.`,
		},
		then: []step{sent("16 16:20"), confirmed("17 09:00"), published("17 09:10", newsroom.Order{})},
	}
}
