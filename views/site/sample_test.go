package site

import (
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
)

var desk = Newsroom{Name: "Example desk", Base: "https://desk.example", Example: true}

var published = time.Date(2023, 9, 14, 9, 30, 0, 0, time.UTC)

func ratingOf(slug string) factcheck.Rating {
	r, _ := factcheck.DefaultScale().Rating(slug)
	return r
}

const passage = "The empty chair invites a simple story. The country is not pursuing a formal withdrawal; it is, in effect, freezing its part in the organisation, and that leaves each side room to turn back."

const quoted = "The country is not pursuing a formal withdrawal; it is, in effect, freezing its part in the organisation"

// sample is a check with everything on it.
func sample() factcheck.Content {
	institute := factcheck.PublicSource{ID: 7, Title: "After the recall", Publisher: "Institute of samples", URL: "https://institute.example/brief",
		PublishedOn: "2023-09-12", Language: "en", Level: factcheck.Secondary, Access: factcheck.ExcerptAccess, Interest: "Paid by readers.",
		SHA256: "aa11", TextSHA256: "bb22", MediaType: "text/plain; charset=utf-8", RetrievedAt: published, Length: 8_211}
	minutes := factcheck.PublicSource{ID: 8, Title: "Արձանագրություն", Publisher: "Parliament", Language: "hy", Level: factcheck.Primary,
		Access: factcheck.PublicAccess, SHA256: "cc33", TextSHA256: "dd44", MediaType: "text/html", RetrievedAt: published, Length: 900}
	return factcheck.Content{
		ClaimID: 3, Headline: "The seat is empty. Nobody has resigned.", Slug: "seat", Language: "en",
		Summary: "The representative went home when his term ended. Posts read that as an exit from the alliance; the brief that they point to says otherwise.",
		BodyHTML: `<h2>What we found</h2><p>The brief is plain about it.<a class="mark" id="mark-1" href="#evidence-1"><span class="visually-hidden">Evidence </span>1</a> ` +
			`A member that stops taking part is still a member.</p><h2>What is right in it</h2><p>The story did not come from nothing.<a class="mark" id="mark-2" href="#evidence-2"><span class="visually-hidden">Evidence </span>2</a></p>`,
		Claim: "The country is leaving the alliance", SaidOn: "2023-09-06",
		Appearances: []factcheck.Appearance{
			{URL: "https://portal.example/a", Outlet: "A news portal", SeenOn: "2023-09-06", ArchivedURL: "https://archive.example/a", Said: "They have left the alliance for good!"},
			{URL: "https://www.video.example/b", SeenOn: "2023-09-07"},
		},
		Rating: ratingOf(factcheck.Misinterpreted), ScaleVersion: 1, AsOf: "2023-09-14",
		Explanation: "The recall is real. But the brief cited for it describes a member that has stopped taking part.\n\nIt has not begun to withdraw.",
		Reasons:     []factcheck.Reason{factcheck.Overstated, factcheck.OutOfContext},
		Misread:     &factcheck.PublicMisread{Misread: factcheck.Misread{Kind: factcheck.MisreadSource, SourceID: 7}, Title: "After the recall"},
		Evidence: []factcheck.PublicEvidence{
			{ID: 11, Position: 1, Stance: factcheck.Refutes, Exact: quoted, Start: 4_118, End: 4_222, Spans: []quote.Span{{Start: 4_118, End: 4_222, Exact: quoted}},
				Before: "The empty chair invites a simple story. ", After: ", and that leaves each side room to turn back.", Passage: 11, Later: true, Source: institute},
			{ID: 12, Position: 2, Stance: factcheck.Supports, Exact: "ներկայացուցիչը հետ է կանչվել", Start: 40, End: 68, Passage: 2, Speaker: "The speaker of the house",
				Translation: "the representative was called back", Translator: "Reporter", Note: "Said in the debate of that day.", Source: minutes},
		},
		Topics: []factcheck.Topic{{Slug: "armenia", Name: "Armenia"}, {Slug: "alliances", Name: "Security alliances"}},
		Byline: "Reporter", EditedBy: "Editor", FourEyes: true, FirstAt: published,
	}
}

func versions() []Version {
	return []Version{
		{Number: 3, Class: factcheck.Substantial, Note: "We wrote that he was dismissed. He was recalled at the end of his term.", At: published.AddDate(0, 0, 6), Live: true, Rating: ratingOf(factcheck.Misinterpreted), AsOf: "2023-09-20", Hash: "f00d"},
		{Number: 2, Class: factcheck.Update, Note: "Evidence 2 is new.", At: published.AddDate(0, 0, 2), Rating: ratingOf("false"), AsOf: "2023-09-14", Hash: "beef"},
		{Number: 1, At: published, Rating: ratingOf("false"), AsOf: "2023-09-14", Hash: "cafe"},
	}
}

func wholeCheck() CheckView {
	return CheckView{Newsroom: desk, Content: sample(), Path: "/fact-checks/seat", Number: 3, Versions: versions(), Related: listed()}
}

func listed() []Listed {
	live := factcheck.Live{Slug: "seat", FirstAt: published, UpdatedAt: published}
	other := sample()
	other.Headline, other.Claim, other.Rating = "The statute was on its way before the warrant", "They joined the court because of the warrant", ratingOf("false")
	half := sample()
	half.Headline, half.Rating, half.Topics = "One exercise is not a change of sides", ratingOf("partly-false"), nil
	return []Listed{ListedOf(live, sample(), published.AddDate(0, 0, 6)), ListedOf(live, other, time.Time{}), ListedOf(live, half, time.Time{})}
}

func counted() (ratings, topics []Counted) {
	return RatingsOf(factcheck.DefaultScale(), map[string]int{"misinterpreted": 1, "false": 1, "partly-false": 1}),
		[]Counted{{Slug: "armenia", Label: "Armenia", Checks: 3}, {Slug: "alliances", Label: "Security alliances", Checks: 1}}
}

func proof() ProofView {
	e := sample().Evidence[0]
	start := e.Start - len("The empty chair invites a simple story. ")
	return ProofView{Newsroom: desk, Evidence: e, Check: listed()[0], Revision: 3, Current: true, Excerpt: factcheck.Excerpt{Start: start - 60, End: start + 300, Text: passage, SHA256: e.Source.SHA256, Passages: []quote.Passage{
		{Number: 10, Start: start - 60, End: start - 2, Kind: quote.Paragraph, Text: "What the recall was read to mean depends on who was reading."},
		{Number: 11, Start: start, End: start + len(passage), Kind: quote.Paragraph, Text: passage},
		{Number: 12, Start: start + len(passage) + 2, End: start + 300, Kind: quote.Paragraph, Text: "Nothing in the treaty asks for more."},
	}}}
}
