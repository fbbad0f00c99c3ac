package demo

import "claimdesk/internal/factcheck"

// firstTime waits for an editor, who has to confirm its exhibit too.
func firstTime() check {
	return check{
		claim: factcheck.ClaimDraft{
			Text:   "For the first time, Pashinyan says Armenia cannot rely on Russia.",
			SaidOn: "2023-09-16",
			Topics: []string{armenia, alliances, diplomacy},
			Appearances: []factcheck.AppearanceDraft{
				{URL: "https://example.org/portal/the-interview", Outlet: portal, SeenOn: "2023-09-16"},
				{URL: "https://example.net/channel/547", Outlet: channel, SeenOn: "2023-09-17", Said: "He has never said this before"},
			},
		},
		recorded: "18 09:40",
		quotes: []quoted{
			{brief, factcheck.Refutes, "The thought was not new. In January 2023 he had said at a press conference in Yerevan that Russia’s military presence did not guarantee Armenia’s security.", "", ""},
			{lookups, factcheck.Refutes, "Earlier words to the same effect. Found, as reported: a press conference of 10 January 2023", "", ""},
			{brief, factcheck.Supports, "In Politico, on 13 September, he argued that Armenia could no longer rely on Russia to protect it", "", ""},
			{brief, factcheck.Context, "What is new is the audience: these words were meant to be read abroad.", "", ""},
		},
		exhibits: []shown{days()},
		verdict: factcheck.VerdictDraft{
			Rating:      "partly-false",
			Explanation: "He did say so, in Politico on 13 September. It was not the first time: he had said much the same in January.",
			AsOf:        "2023-09-17",
		},
		article: factcheck.ArticleDraft{
			Headline: "Pashinyan’s thought was not new. The audience was.",
			Slug:     "pashinyans-thought-was-not-new",
			Summary:  "The interview of 13 September is real. The thought in it was spoken in public in January.",
			Body: `The thought was not new. In January the prime minister had doubted at a press conference that Russia’s military presence guaranteed Armenia’s security. [1] Our list of look-ups has the day: 10 January 2023. [2] Between it and the interview lie 246 days. [A]

## What is right in it

The interview is real, and so is what it says: Armenia could no longer rely on Russia to protect it. [3]

## What is new

The readers. These words were meant to be read abroad. [4]`,
		},
		then: []step{sent("18 10:30")},
	}
}

// secretDate came back with a note.
func secretDate() check {
	return check{
		claim: factcheck.ClaimDraft{
			Text:   "Armenia has set a secret date for leaving the CSTO.",
			SaidOn: "2023-09-17",
			Topics: []string{armenia, alliances},
			Appearances: []factcheck.AppearanceDraft{
				{URL: "https://example.net/channel/552", Outlet: channel, SeenOn: "2023-09-17", Said: "The date is set. They only keep it secret"},
			},
		},
		recorded: "18 10:50",
		quotes: []quoted{
			{brief, factcheck.Context, "Whether a decision to leave has been taken behind closed doors is not known: nothing public shows one, and nothing public can rule it out.", "", ""},
			{lookups, factcheck.Refutes, "A date or a plan for leaving. Not found in any document, nor in any statement with a name to it.", "", ""},
		},
		verdict: factcheck.VerdictDraft{
			Rating:      "unproven",
			Explanation: "Nobody has shown such a date. That none was found does not prove that there is none.",
			AsOf:        "2023-09-17",
		},
		article: factcheck.ArticleDraft{
			Headline: "We found no date for leaving the CSTO",
			Slug:     "we-found-no-date-for-leaving-the-csto",
			Summary:  "A post speaks of a secret date. We found none in any document, nor in any statement with a name to it.",
			Body:     "What goes on behind closed doors cannot be told from outside. [1] In public we found neither a date nor a plan. [2]",
		},
		then: []step{
			sent("18 11:20"),
			returned("18 11:45", "Say in the summary as well that a search which finds nothing is no proof. And who is behind the channel?"),
		},
	}
}

// unfriendly was put aside: a judgement cannot be checked.
func unfriendly() check {
	return check{
		claim: factcheck.ClaimDraft{
			Text: "Armenia has taken a series of unfriendly steps.",
			Claimant: factcheck.ClaimantDraft{
				Name:   "Ministry of Foreign Affairs of the Russian Federation",
				Kind:   factcheck.Organisation,
				SameAs: []string{"https://mid.ru/"},
			},
			SaidOn:      "2023-09-08",
			Topics:      []string{armenia, diplomacy},
			Appearances: []factcheck.AppearanceDraft{{Outlet: "The ministry’s own announcement", SeenOn: "2023-09-08"}},
		},
		recorded: "18 12:10",
		then:     []step{dropped("18 12:30", factcheck.Opinion, "“Unfriendly” is a judgement, and no document can settle it. The steps themselves are in our other checks.")},
	}
}

// firstAid is new: nobody has begun with it.
func firstAid() check {
	return check{
		claim: factcheck.ClaimDraft{
			Text:   "Anna Hakobyan took Armenia’s first aid to Kyiv.",
			SaidOn: "2023-09-17",
			Topics: []string{armenia, diplomacy},
			Appearances: []factcheck.AppearanceDraft{
				{URL: "https://example.org/portal/aid-to-kyiv", Outlet: portal, SeenOn: "2023-09-17"},
			},
		},
		recorded: "18 13:05",
	}
}
