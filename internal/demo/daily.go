package demo

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// daily are the lines of the diary about the day's work beside the checks: what
// readers send in, what colleagues plan and tell each other, what was seen again
// and what others have checked.
func (d *desk) daily() []entry {
	return []entry{
		{"14 09:10", "the pages for readers", d.writePages},
		{"16 18:20", "a tip", d.tips(factcheck.TipDraft{Text: "Armenian soldiers no longer carry Russian rifles.",
			SeenAt: "A video that is passed on in a family chat", Language: "en"})},
		{"17 08:20", "a tip", d.declineTip},
		{"18 12:12", "a check of another newsroom", d.importElsewhere},
		{"18 12:22", leaving().claim.Text, d.seenAgain},
		{"18 14:10", secretDate().claim.Text, d.plan},
		{"18 14:20", firstTime().claim.Text, d.mention},
		{"18 15:05", "a tip", d.tips(factcheck.TipDraft{Text: "The CSTO has already given Armenia’s seat to somebody else.",
			SeenAt: "https://example.net/channel/561", Details: "Three channels have it word for word.", Language: "en"})},
	}
}

// tips is a reader sending one in.
func (d *desk) tips(draft factcheck.TipDraft) func(context.Context) error {
	return func(ctx context.Context) error {
		_, err := d.room.SendTip(ctx, draft, "")
		return err
	}
}

// declineTip is a tip that is an opinion, and the reporter saying so.
func (d *desk) declineTip(ctx context.Context) error {
	t, err := d.room.SendTip(ctx, factcheck.TipDraft{Text: "Armenia should never have joined in the first place.", Language: "en"}, "")
	if err != nil {
		return err
	}
	_, err = d.room.DeclineTip(ctx, d.reporter, t.ID, t.Version, factcheck.TipOpinion, "")
	return err
}

// seenAgain adds where the claim of the leading check has come back.
func (d *desk) seenAgain(ctx context.Context) error {
	id := d.ids[leaving().claim.Text]
	var errs []error
	for _, again := range []factcheck.RepeatDraft{
		{Outlet: channel, URL: "https://example.net/channel/555", SeenOn: "2023-09-17", Said: "They are out. Nobody sits there any more"},
		{Outlet: video, SeenOn: "2023-09-18", Said: "Armenia has left the CSTO"},
	} {
		_, err := d.room.AddRepeat(ctx, d.reporter, id, again)
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

// plan says how far two claims go, what they can do, and by when they are to be
// checked.
func (d *desk) plan(ctx context.Context) error {
	_, err := d.room.PlanClaim(ctx, d.editor, d.ids[secretDate().claim.Text], newsroom.Base{}, factcheck.PlanDraft{DueOn: "2023-09-20", Reach: 2, Harm: 2})
	_, other := d.room.PlanClaim(ctx, d.editor, d.ids[firstAid().claim.Text], newsroom.Base{}, factcheck.PlanDraft{DueOn: "2023-09-22", Reach: 1, Harm: 1})
	return errors.Join(err, other)
}

// mention asks a colleague something.
func (d *desk) mention(ctx context.Context) error {
	return d.room.NoteOnClaim(ctx, d.reporter, d.ids[firstTime().claim.Text],
		"@Editor, the list of days is exhibit A. It needs a second person to confirm it.")
}

// elsewhere is what another newsroom might have published, written for the
// example.
const elsewhere = `{"@context":"https://schema.org","@type":"ClaimReview","@id":"https://checks.example.org/the-empty-seat","url":"https://checks.example.org/the-empty-seat",
"claimReviewed":"Armenia has quit the Collective Security Treaty Organization.","datePublished":"2023-09-17","inLanguage":"en",
"author":{"@type":"Organization","name":"Another example newsroom","url":"https://checks.example.org/"},
"itemReviewed":{"@type":"Claim","datePublished":"2023-09-15","appearance":[{"@type":"CreativeWork","url":"https://example.org/portal/leaving-the-csto"}]},
"reviewRating":{"@type":"Rating","alternateName":"Not so","ratingValue":1,"bestRating":5,"worstRating":1}}`

// importElsewhere brings in a check of another newsroom.
func (d *desk) importElsewhere(ctx context.Context) error {
	_, err := d.room.ImportFile(ctx, d.editor, strings.NewReader(elsewhere), factcheck.LoadPlan{}, nil)
	if err != nil {
		return fmt.Errorf("the other newsroom's check: %w", err)
	}
	return nil
}

// writePages writes what readers are told of the example newsroom.
func (d *desk) writePages(ctx context.Context) error {
	for _, p := range []struct{ slug, text string }{
		{"about", aboutPage}, {"methodology", methodologyPage}, {"privacy", privacyPage},
	} {
		if _, err := d.room.WritePage(ctx, factcheck.ByConsole(), p.slug, 0, p.text); err != nil {
			return fmt.Errorf("the page %s: %w", p.slug, err)
		}
	}
	return nil
}

const aboutPage = `This is the example newsroom that comes with Claimdesk. Nobody works here; the reporter, the editor and the admin are roles.

The claims, sources and checks were written to show the program. What they say of real events was taken from one brief and from our own notes, and is no journalism.`

const methodologyPage = `## How a claim becomes a check

1. We write down the claim in the words in which it goes round, and where it was seen.
2. We look for sources, and keep a copy of each with its fingerprint.
3. We quote them word for word. The program refuses a quote that does not stand in the copy.
4. The reporter proposes a verdict and says what it rests on.
5. An editor, somebody else, reads it all and approves it. Then it is public.

## What we publish again

Whatever changes after publication is told, with its reason. Every earlier version can be read.`

const privacyPage = `This site sets no cookies and keeps no list of its readers.

Whoever sends us a tip need not say who they are. An address that was left with a tip is deleted 90 days after we are done with it.`
