package e2e_test

import (
	"fmt"
	"strings"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// elsewhere is a check of another newsroom, as it marks it for machines.
const elsewhere = `{"@context": "https://schema.org", "@type": "ClaimReview", "@id": "https://checks.example.net/9#check",
	"url": "https://checks.example.net/9", "datePublished": "2023-09-12", "claimReviewed": "Armenia has left the CSTO for good",
	"author": {"@type": "Organization", "name": "The Other Desk", "url": "https://checks.example.net/"},
	"reviewRating": {"@type": "Rating", "ratingValue": 1, "bestRating": 5, "worstRating": 1, "alternateName": "Not so"}}`

// daily makes what a day at the desk leaves behind, and tells where it is seen:
// somebody was asked, somebody disagrees, a check of others is leaned on, a
// table waits to be brought in, one claim repeats another, and one is scheduled.
func (f *furnished) daily() map[string]string {
	f.t.Helper()
	claim, repeats := f.ready("The CSTO has been left behind"), f.claim("Armenia left the CSTO behind")
	asked := f.asks(claim)
	bench := fmt.Sprintf("/desk/claims/%d", claim)
	_, err := f.room.MergeClaim(f.t.Context(), f.actor("editor"), repeats, claim, newsroom.Base{})
	f.must(err)
	f.must(f.room.NoteOnClaim(f.t.Context(), f.actor("reporter"), claim, "Has @The admin seen this one?"))
	return map[string]string{
		"bench of the day": bench, "bench beside a source": fmt.Sprintf("%s?source=%d", bench, f.source), "merged claim": fmt.Sprintf("/desk/claims/%d", repeats),
		"new enquiry": bench + "/enquiries/new", "enquiry": fmt.Sprintf("%s/enquiries/%d", bench, asked),
		"scheduling": f.scheduled("The CSTO will be left") + "/schedule", "scheduled": "/desk/scheduled",
		"elsewhere": "/desk/elsewhere", "check of others": f.leans(claim), "import": "/desk/import", "table to bring in": f.table(),
		"export": "/desk/export", "figures": "/desk/figures", "figures of no days": "/desk/figures?from=2001-01-01&to=2001-02-01",
		"log of one": "/desk/log?who=2", "log line": "/desk/log/2", "notifications": "/desk/notifications", "tip": "/desk/tips/1",
	}
}

// asks records that the claimant was asked and that somebody disagrees.
func (f *furnished) asks(claim int64) int64 {
	f.t.Helper()
	ctx, by := f.t.Context(), f.actor("reporter")
	c, err := f.room.AddEnquiry(ctx, by, claim, newsroom.Base{}, factcheck.EnquiryDraft{Kind: factcheck.AskedForReply, Asked: "The Evening Party",
		Via: "mail to the press office", On: "2023-09-10", Question: "What do you base it on?", Outcome: factcheck.NoReply, Told: factcheck.ToldOutcome})
	f.must(err)
	_, err = f.room.Dissent(ctx, f.actor("second"), claim, newsroom.Base{}, "I should call it misleading.", true)
	f.must(err)
	return c.Enquiries[0].ID
}

// scheduled is the path of a claim that is to be published in a week.
func (f *furnished) scheduled(text string) string {
	f.t.Helper()
	ctx, by, id := f.t.Context(), f.actor("editor"), f.sent(text)
	_, err := f.room.Approve(ctx, by, id, newsroom.Base{}, "")
	f.must(err)
	_, err = f.room.Schedule(ctx, by, id, newsroom.Base{}, newsroom.Order{}, time.Now().AddDate(0, 0, 7))
	f.must(err)
	return fmt.Sprintf("/desk/claims/%d", id)
}

// leans brings in a check of others, on which a claim leans from then on.
func (f *furnished) leans(claim int64) string {
	f.t.Helper()
	ctx, by := f.t.Context(), f.actor("editor")
	_, err := f.room.ImportFile(ctx, by, strings.NewReader(elsewhere), factcheck.LoadPlan{}, nil)
	f.must(err)
	f.must(f.room.LeanOn(ctx, by, claim, 1))
	return "/desk/elsewhere/1"
}

// table is the path of a table of claims that the admin has still to confirm.
func (f *furnished) table() string {
	f.t.Helper()
	l, err := f.room.BeginLoad(f.t.Context(), f.actor("admin"), "claims.csv",
		strings.NewReader("claim,said on,topic\nThe seat was painted,2023-09-01,CSTO\nThe chair was taken away at night by people nobody has seen,2023-09-02,CSTO\n"))
	f.must(err)
	return fmt.Sprintf("/desk/import/%d", l.ID)
}
