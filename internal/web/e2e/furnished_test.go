package e2e_test

import (
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/newsroom"
)

// furnished is a newsroom at work: a source, and a person of each role, known
// by the role. There is a second editor, since nobody approves their own work.
type furnished struct {
	*house
	users  map[string]factcheck.User
	source int64
}

func furnish(t *testing.T) *furnished {
	t.Helper()
	f := &furnished{house: open(t), users: map[string]factcheck.User{}}
	for name, role := range map[string]factcheck.Role{"reporter": factcheck.Reporter, "editor": factcheck.Editor,
		"second": factcheck.Editor, "admin": factcheck.Admin} {
		user, _, err := f.room.AddUser(t.Context(), factcheck.ByConsole(),
			factcheck.UserDraft{Email: name + "@example.org", Name: "The " + name, Role: role}, password)
		f.must(err)
		f.users[name] = user
	}
	doc, err := ingest.Text([]byte(own.text), "")
	f.must(err)
	source, err := f.room.AddSource(t.Context(), f.actor("reporter"), factcheck.SourceDraft{Publisher: "Institute of examples",
		URL: "https://institute.example.org/seat", PublishedOn: "2023-09-14", Interest: "It is paid by its readers."}, doc)
	f.must(err)
	f.source = source.ID
	return f
}

func (f *furnished) must(err error) {
	f.t.Helper()
	if err != nil {
		f.t.Fatal(err)
	}
}

func (f *furnished) actor(who string) factcheck.Actor { return f.users[who].Actor() }

// now is a claim as it stands.
func (f *furnished) now(claim int64) factcheck.Claim {
	f.t.Helper()
	c, err := f.room.Claim(f.t.Context(), factcheck.ByConsole(), claim)
	f.must(err)
	return c
}

// claim records a claim with all that one can have.
func (f *furnished) claim(text string) int64 {
	f.t.Helper()
	c, err := f.room.RecordClaim(f.t.Context(), f.actor("reporter"), factcheck.ClaimDraft{Text: text, SourceID: f.source, SaidOn: "2023-09-06",
		Claimant: factcheck.ClaimantDraft{Name: "The Evening Party", Kind: factcheck.Organisation}, Topics: []string{"CSTO"},
		Appearances: []factcheck.AppearanceDraft{{Outlet: "The Evening Wire", URL: "https://news.example.org/leaving", SeenOn: "2023-09-06", Said: text + "!"}},
		AssigneeID:  f.users["reporter"].ID})
	f.must(err)
	return c.ID
}

// ready is a claim with all that the gate asks for.
func (f *furnished) ready(text string) int64 {
	f.t.Helper()
	ctx, by, id := f.t.Context(), f.actor("reporter"), f.claim(text)
	for exact, stance := range map[string]factcheck.Stance{own.quote: factcheck.Refutes, "His term had run out.": factcheck.Context} {
		_, _, err := f.room.AttachQuote(ctx, by, id, newsroom.Base{}, factcheck.EvidenceDraft{SourceID: f.source, Exact: exact, Stance: stance})
		f.must(err)
	}
	_, err := f.room.RuleOn(ctx, by, id, newsroom.Base{}, factcheck.VerdictDraft{Rating: factcheck.Misinterpreted, Explanation: explanation,
		Reasons: []factcheck.Reason{factcheck.Overstated}, Misread: &factcheck.Misread{Kind: factcheck.MisreadSource, SourceID: f.source}})
	f.must(err)
	_, err = f.room.WriteArticle(ctx, by, id, newsroom.Base{}, factcheck.ArticleDraft{Headline: headline, Summary: explanation,
		Body: "## What is known\n\nThe brief is plain about it.[1] His term was over.[2]"})
	f.must(err)
	return id
}

// sent is one that the reporter has sent for review.
func (f *furnished) sent(text string) int64 {
	f.t.Helper()
	id := f.ready(text)
	_, err := f.room.Submit(f.t.Context(), f.actor("reporter"), id, newsroom.Base{}, "")
	f.must(err)
	return id
}

// public is one that the editor has published.
func (f *furnished) public(text string) int64 {
	f.t.Helper()
	id := f.sent(text)
	_, err := f.room.ApproveAndPublish(f.t.Context(), f.actor("editor"), id, newsroom.Base{}, newsroom.Order{})
	f.must(err)
	return id
}

// corrected is one whose rating was changed after publication.
func (f *furnished) corrected(text string) int64 {
	f.t.Helper()
	ctx, id := f.t.Context(), f.public(text)
	_, err := f.room.RuleOn(ctx, f.actor("reporter"), id, newsroom.Base{}, factcheck.VerdictDraft{Rating: "misleading", Explanation: explanation})
	f.must(err)
	_, err = f.room.Submit(ctx, f.actor("reporter"), id, newsroom.Base{}, "")
	f.must(err)
	_, err = f.room.ApproveAndPublish(ctx, f.actor("editor"), id, newsroom.Base{},
		newsroom.Order{Class: factcheck.ReRated, Note: "We had called it misinterpreted; the paper knew better."})
	f.must(err)
	return id
}

// hears takes in two tips, one of which is declined, and records a claim on
// another topic.
func (f *furnished) hears(text string) {
	f.t.Helper()
	ctx, by := f.t.Context(), f.actor("reporter")
	_, err := f.room.SendTip(ctx, factcheck.TipDraft{Text: text, SeenAt: "https://news.example.org/a-post-with-a-rather-long-address-that-has-to-be-broken-somewhere/1234567890",
		Details: "My aunt has sent it to me. I do not know who wrote it.", Contact: "nane@mail.example", Consent: true}, "192.0.2.1")
	f.must(err)
	spam, err := f.room.SendTip(ctx, factcheck.TipDraft{Text: "Buy now"}, "192.0.2.1")
	f.must(err)
	_, err = f.room.DeclineTip(ctx, by, spam.ID, spam.Version, factcheck.TipSpam, "")
	f.must(err)
	_, err = f.room.RecordClaim(ctx, by, factcheck.ClaimDraft{Text: "The seat of the CSTO was sold", Topics: []string{"Alliances"},
		Claimant: factcheck.ClaimantDraft{Name: "An evening party", Kind: factcheck.Organisation}})
	f.must(err)
}
