package factcheck

// Slugs of pages that have words before an admin has written any, or that the
// markup of a check points at.
const (
	AboutPage       = "about"
	MethodologyPage = "methodology"
	CorrectionsPage = "corrections"
	FundingPage     = "funding"
	NeutralityPage  = "non-partisanship"
)

// Who asks.
const (
	ifcn  = "IFCN"
	efcsn = "EFCSN"
	all   = "IFCN and EFCSN"
)

// PageKinds are the pages that an admin writes, in the order in which readers
// find them at the foot of the site. What is asked of them follows, in our own
// words, the code of principles of the International Fact-Checking Network and
// the code of standards of the European Fact-Checking Standards Network. The
// log knows a page by its place here: new ones go to the end.
var PageKinds = []PageKind{
	{AboutPage, "About us", "Who you are, what you check and for whom.", []Prompt{
		{"Who we are", "Say in a few sentences what the newsroom is, since when, and whether it belongs to a larger organisation.", all},
		{"What we check", "Say which countries, languages and kinds of claims you cover.", ifcn},
		{"How to reach us", "Give an address at which a reader reaches a person, and a way to send in a claim.", all},
		{"Our standards", "Name the codes that you have signed, and link to your entry there.", all},
	}},
	{MethodologyPage, "How we work", "Each step from a claim to a verdict, so that a reader could repeat it.", []Prompt{
		{"The steps", "Describe how a claim is chosen, researched, written, reviewed and published, and who decides at each step.", all},
		{"Our sources", "Say that primary sources come first, that every source is linked, and what you do when one must be protected.", all},
		{"Asking those concerned", "Say when you ask the person who made the claim, how long you wait, and how the answer is shown.", all},
		{"Our ratings", "Say how a rating is decided and by how many people; link to the page of ratings.", efcsn},
		{"What we use machines for", "Say whether and where software or AI has a part in the work, and who answers for it.", efcsn},
	}},
	{CorrectionsPage, "Corrections", "How mistakes are put right, and where that can be seen.", []Prompt{
		{"How to ask for a correction", "Give the way in which a reader can point out a mistake, and by when they hear from you.", all},
		{"What happens then", "Say who decides, and how a correction, an update and a withdrawal differ.", all},
		{"Where corrections are shown", "Say that a corrected check carries the note on top, and where all corrections can be found.", all},
	}},
	{FundingPage, "Funding", "Where the money comes from, and who owns the newsroom.", []Prompt{
		{"Legal form and ownership", "Name the legal form, where it is registered, and who owns or controls it.", all},
		{"Where the money comes from", "List every source of more than 5 per cent of last year’s revenue (IFCN), or of more than 1 per cent (EFCSN), with amounts or shares.", all},
		{"What funders cannot decide", "Say how those who pay are kept from deciding what is checked and what is found.", all},
		{"Last year’s accounts", "Link to the yearly statement of income and spending.", efcsn},
	}},
	{"team", "Who we are", "Everybody who has a say in the checks.", []Prompt{
		{"Who decides", "Name who leads the newsroom and who has the last word on what is published.", all},
		{"The people", "Give each person’s name, task and a short biography: what they did before that matters here.", all},
		{"Other offices", "Say of each person which other paid or public office they hold.", efcsn},
	}},
	{"how-we-choose", "How we choose what to check", "Why this claim and not that one.", []Prompt{
		{"What can be checked", "Say which claims you leave alone: opinions, predictions, what cannot be checked.", all},
		{"What comes first", "Name the measures: how far a claim goes, whom it can harm, how much hangs on it.", all},
		{"Every side", "Say how you see to it that no party or side is checked more than its claims give reason for.", all},
		{"Send us a claim", "Say how readers can propose one, and what becomes of it.", all},
	}},
	{NeutralityPage, "Non-partisanship", "What you do to stand beside no side.", []Prompt{
		{"No side", "Say that the newsroom supports no party, candidate or side, and takes no position on the policies that it checks.", all},
		{"Rules for everybody who works here", "Give the rule on membership in parties, campaigning, public statements and gifts.", all},
		{"When somebody is too close", "Say what happens when a claim concerns somebody’s own interest: who steps aside, and how it is noted.", efcsn},
	}},
	{"complaints", "Complaints", "Where to go when something seems wrong.", []Prompt{
		{"Write to us", "Give the address for complaints, who reads them, and by when an answer comes.", all},
		{"If our answer does not satisfy you", "Say who looks at it a second time.", efcsn},
		{"Complain to those who certify us", "If you are a signatory of the IFCN or a member of the EFCSN, say so and link to their complaint forms.", all},
	}},
	{"privacy", "Privacy", "What you keep about readers and about those who tell you of claims.", []Prompt{
		{"When you read this site", "Say what is kept of a visit. Claimdesk sets no cookie for readers and counts nobody; the server in front of it may keep a log.", ""},
		{"When you send us a tip", "Say that no address of the sender’s machine is kept, that giving a contact is optional, and that contacts are deleted 90 days after a tip is closed.", ""},
		{"When we write about you", "Say how private persons are kept from being named, and whom to write to about your data.", ""},
	}},
}
