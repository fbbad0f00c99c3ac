package demo

import (
	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

func recalled() check {
	return check{
		claim: factcheck.ClaimDraft{
			Text:   "Armenia has pulled its man out of the CSTO.",
			SaidOn: "2023-09-14",
			Topics: []string{armenia, alliances, diplomacy},
			Appearances: []factcheck.AppearanceDraft{
				{URL: "https://example.net/channel/498", Outlet: channel, SeenOn: "2023-09-14", Said: "Yerevan has pulled its man out of the CSTO"},
				{URL: "https://example.org/portal/pulled-out", Outlet: portal, SeenOn: "2023-09-14"},
			},
		},
		recorded: "14 10:20",
		quotes: []quoted{
			{brief, factcheck.Context, "The recall came as his regular term ended.", "", ""},
			{lookups, factcheck.Supports, "Found, as reported from the president’s office: decrees of 5 September 2023 that recall Viktor Biyagov and name him ambassador to the Netherlands.", "", ""},
			{lookups, factcheck.Supports, "A successor. Not found: the post was reported vacant on 5 September, and no name has been announced since.", "", ""},
			{notes, factcheck.Context, "Neither of them mentions that his regular term had ended.", "Of two posts about the recall.", ""},
		},
		verdict: factcheck.VerdictDraft{
			Rating:      "missing-context",
			Explanation: "The representative was recalled, and nobody has followed him. What the claim leaves out is that his regular term had ended.",
			AsOf:        "2023-09-14",
		},
		article: factcheck.ArticleDraft{
			Headline: "Armenia’s man at the CSTO was recalled as his term ended",
			Slug:     "armenias-man-at-the-csto-was-recalled-as-his-term-ended",
			Summary:  "The recall of Viktor Biyagov on 5 September is real. It came as his regular term ended, which posts about it leave out.",
			Body: `“Pulled out” sounds like a sudden order. What happened on 5 September was the recall of a representative as his regular term ended. [1] Neither of the two posts that our notes are about mentions that. [4] By decree he became ambassador to the Netherlands. [2]

## What is right in it

He is gone, and he has no successor: the post was reported vacant, and no name has been announced. [3] A term that ends is usual. A seat that stays empty is not, and it is fair to ask what it means.`,
		},
		then: []step{sent("14 16:00"), published("15 14:00", newsroom.Order{})},
	}
}

// postOnLeaving is the copy that the desk kept of a post, written for the
// example. The claim's own words stand in it.
const postOnLeaving = `Example post, written for an example newsroom.

The representative is gone. Armenia is leaving the CSTO. Look at the empty seat!`

// leaving is the check that leads the home page.
func leaving() check {
	return check{
		claim: factcheck.ClaimDraft{
			Text:   "Armenia is leaving the CSTO.",
			SaidOn: "2023-09-15",
			Topics: []string{armenia, alliances},
			Appearances: []factcheck.AppearanceDraft{
				{URL: "https://example.org/portal/leaving-the-csto", Outlet: portal, SeenOn: "2023-09-15", ArchivedURL: "https://archive.example.org/20230915/https://example.org/portal/leaving-the-csto"},
				{URL: "https://example.net/channel/530", Outlet: channel, SeenOn: "2023-09-15", Said: "The representative is gone. Armenia is leaving the CSTO", Text: postOnLeaving},
				{URL: "https://example.net/watch/exit", Outlet: video, SeenOn: "2023-09-16"},
			},
		},
		recorded: "17 15:30",
		remark:   "All three point to the empty seat and to nothing else. Check what the charter asks for.",
		quotes: []quoted{
			{brief, factcheck.Refutes, "An empty seat is a message. It is not a letter of resignation.", "", ""},
			{brief, factcheck.Refutes, "By 13 September Armenia had given no notice that it was leaving the CSTO.", "", ""},
			{lookups, factcheck.Refutes, "A notice of withdrawal. Not found: neither Armenia nor the organisation has announced one.", "", ""},
			{brief, factcheck.Supports, "Nobody has been named to follow him, and Armenia’s seat at the organisation is empty.", "", ""},
			{brief, factcheck.Context, "Leaving is a formal act: the organisation’s charter asks a member that wants to go to give notice at least six months ahead.", "", ""},
			{words, factcheck.Context, "Кто замораживает участие, тот не ходит на встречи и не посылает людей, но из организации не выходит.", "",
				"Whoever freezes their participation stays away from meetings and sends nobody, but does not leave the organisation."},
		},
		verdict: factcheck.VerdictDraft{
			Rating:      factcheck.Misinterpreted,
			Explanation: "The recall of the representative is real, and his seat is empty. That is a step away from the table, not a withdrawal: Armenia has given no notice that it is leaving.",
			Reasons:     []factcheck.Reason{factcheck.Overstated},
			Misread:     &factcheck.Misread{Kind: factcheck.MisreadEvent, Description: "The recall of Armenia’s representative to the CSTO on 5 September 2023"},
			AsOf:        "2023-09-17",
		},
		article: factcheck.ArticleDraft{
			Headline: "Armenia's seat at the CSTO is empty. It has not resigned.",
			Slug:     "armenias-seat-at-the-csto-is-empty",
			Summary:  "Armenia recalled its representative on 5 September and has named nobody to follow him. Posts read that as a withdrawal from the alliance. No notice of one has been given.",
			Body: `Armenia’s representative to the CSTO was recalled on 5 September, [as his term ended](/fact-checks/armenias-man-at-the-csto-was-recalled-as-his-term-ended). Posts make a departure of the whole country out of it. An empty seat is a message, says the brief, and not a letter of resignation. [1]

By 13 September Armenia had given no notice that it was leaving. [2] Our own search, in what Armenia and the organisation have announced, found none. [3]

## What is right in it

The seat is empty, and nobody has been named to follow the man who held it. [4] A member that leaves its seat empty keeps its distance. That the distance ends in a departure is more than the seat can say.

## What leaving would take

Leaving is a formal act: a member that wants to go has to give notice at least six months ahead. [5] Such a notice would be hard to overlook. To freeze is another verb than to leave, in Russian as in English. [6] Whether one is being prepared in silence is a question that none of our documents answers.`,
		},
		then: []step{sent("17 16:50"), published("18 07:45", newsroom.Order{})},
	}
}

// represented has been approved and waits to be published.
func represented() check {
	return check{
		claim: factcheck.ClaimDraft{
			Text:   "Viktor Biyagov represents Armenia at the CSTO.",
			SaidOn: "2023-09-16",
			Topics: []string{armenia, alliances, diplomacy},
			Appearances: []factcheck.AppearanceDraft{
				{URL: "https://example.org/portal/who-is-who", Outlet: portal, SeenOn: "2023-09-16"},
			},
		},
		recorded: "18 08:15",
		quotes: []quoted{
			{lookups, factcheck.Refutes, "Found, as reported from the president’s office: decrees of 5 September 2023 that recall Viktor Biyagov and name him ambassador to the Netherlands.", "", ""},
			{brief, factcheck.Supports, "Viktor Biyagov, who had represented the country at the CSTO since 2018", "", ""},
		},
		verdict: factcheck.VerdictDraft{
			Rating:      "outdated",
			Explanation: "He did so from 2018 until he was recalled on 5 September 2023.",
			AsOf:        "2023-09-17",
		},
		article: factcheck.ArticleDraft{
			Headline: "Viktor Biyagov was recalled from the CSTO on 5 September",
			Slug:     "viktor-biyagov-was-recalled-from-the-csto",
			Summary:  "A list of who is who still has him at the CSTO. He was recalled on 5 September 2023 and named ambassador to the Netherlands.",
			Body: `Decrees of 5 September recall Viktor Biyagov and name him ambassador to the Netherlands. [1]

## What is right in it

Until then it was so: he had represented Armenia at the CSTO since 2018. [2]`,
		},
		then: []step{sent("18 08:50"), approved("18 09:10")},
	}
}
