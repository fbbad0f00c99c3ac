package newsroom_test

import (
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// by makes a claim one by Nune Sargsyan, seen where she wrote it.
func (d *desk) by(c factcheck.Claim) factcheck.Claim {
	d.t.Helper()
	draft := d.ofPrivatePerson()
	draft.Claimant.Kind = factcheck.Person
	c, err := d.EditClaim(d.ctx(), d.ani, c.ID, anyBase, draft)
	must(d.t, err)
	return c
}

func (d *desk) claimant(id int64) newsroom.KnownClaimant {
	d.t.Helper()
	k, err := d.Room.Claimant(d.ctx(), id)
	must(d.t, err)
	return k
}

func TestWhoBecomesAPrivatePersonIsGoneAtOnce(t *testing.T) {
	d := newDesk(t)
	c := d.by(d.ready())
	_, err := d.AddEnquiry(d.ctx(), d.ani, c.ID, anyBase, factcheck.EnquiryDraft{Asked: "Nune Sargsyan", Outcome: factcheck.Answered,
		Answer: "Nune Sargsyan stands by it.", URL: "https://example.org/nune-sargsyan", Told: factcheck.ToldAnswer})
	must(t, err)
	must(t, d.again(c.ID, first))
	m := d.claimant(c.Claimant.ID)
	if public, err := d.PublicClaimant(d.ctx(), "nune-sargsyan"); err != nil || public.Name != "Nune Sargsyan" || len(m.Live) != 1 {
		t.Fatalf("readers see %+v, %v", public, err)
	}
	private := factcheck.ClaimantDraft{Name: m.Name, Kind: factcheck.PrivatePerson}
	_, err = d.EditClaimant(d.ctx(), d.ani, m.ID, m.Version, private)
	refused(t, err, factcheck.Forbidden, "editor")
	hidden, err := d.EditClaimant(d.ctx(), d.bo, m.ID, m.Version, private)
	must(t, err)
	d.leaksNowhere(c.ID)
	for _, slug := range []string{"nune-sargsyan", hidden.Slug} {
		_, err := d.PublicClaimant(d.ctx(), slug)
		refused(t, err, factcheck.NotFound, "")
	}
	for _, f := range []newsroom.PublicFilter{{Query: "nune"}, {Claimant: "nune-sargsyan"}, {Claimant: hidden.Slug}} {
		if n := d.found(f); n != 0 {
			t.Errorf("%+v finds %d checks", f, n)
		}
	}
	if known := d.claimant(m.ID); len(known.Live) != 1 || known.Live[0].Content.Claimant.Name != "Nune Sargsyan" {
		t.Errorf("the desk is not told what was published with the name: %+v", known)
	}
	_, err = d.EditClaimant(d.ctx(), d.bo, m.ID, hidden.Version, factcheck.ClaimantDraft{Name: m.Name, Kind: factcheck.Person})
	must(t, err)
	if d.found(newsroom.PublicFilter{Claimant: "nune-sargsyan"}) != 1 || d.check().Content.Claimant.Name != "Nune Sargsyan" {
		t.Error("who is no private person after all is not back")
	}
	d.sound()
}

func TestMergedClaimantsAreOne(t *testing.T) {
	d := newDesk(t)
	c := d.by(d.ready())
	must(t, d.again(c.ID, first))
	other, err := d.RecordClaim(d.ctx(), d.ani, factcheck.ClaimDraft{Text: "It is so", Claimant: factcheck.ClaimantDraft{Name: "N. Sargsyan"}})
	must(t, err)
	from, into := d.claimant(c.Claimant.ID), d.claimant(other.Claimant.ID)
	_, err = d.MergeClaimant(d.ctx(), d.bo, from.ID, from.Version+1, into.ID, into.Version)
	refused(t, err, factcheck.Conflict, "meanwhile")
	one, err := d.MergeClaimant(d.ctx(), d.bo, from.ID, from.Version, into.ID, into.Version)
	must(t, err)
	if one.Claims != 2 || one.Published != 1 {
		t.Errorf("the claimant is %+v", one)
	}
	_, err = d.PublicClaimant(d.ctx(), "nune-sargsyan")
	moved(t, err, "n-sargsyan")
	for _, slug := range []string{"nune-sargsyan", "n-sargsyan"} {
		if d.found(newsroom.PublicFilter{Claimant: slug}) != 1 {
			t.Errorf("nothing is found under %q", slug)
		}
	}
	mended := text()
	mended.Summary = "It has not left it."
	_, err = d.WriteArticle(d.ctx(), d.bo, c.ID, anyBase, mended)
	must(t, err)
	_, err = d.Publish(d.ctx(), d.bo, c.ID, anyBase, minor)
	must(t, err)
	if name := d.check().Content.Claimant.Name; name != "N. Sargsyan" {
		t.Errorf("the claimant is published as %q", name)
	}
	typed, err := d.RecordClaim(d.ctx(), d.ani, factcheck.ClaimDraft{Text: "It is not so", Claimant: factcheck.ClaimantDraft{Name: "Nune Sargsyan"}})
	must(t, err)
	if typed.Claimant.ID != into.ID {
		t.Errorf("the old name leads to %+v", typed.Claimant)
	}
	d.sound()
}

func TestSignaturesOutliveAMergeOfClaimants(t *testing.T) {
	d := newDesk(t)
	c := d.by(d.ready())
	other, err := d.RecordClaim(d.ctx(), d.ani, factcheck.ClaimDraft{Text: "It is so", Claimant: factcheck.ClaimantDraft{Name: "N. Sargsyan"}})
	must(t, err)
	_, err = d.Submit(d.ctx(), d.ani, c.ID, anyBase, "")
	must(t, err)
	_, err = d.MergeClaimant(d.ctx(), d.bo, c.Claimant.ID, d.claimant(c.Claimant.ID).Version, other.Claimant.ID, d.claimant(other.Claimant.ID).Version)
	must(t, err)
	if now := d.claim(c.ID); !now.Signed(d.ani.ID) || now.Claimant.Name != "N. Sargsyan" {
		t.Errorf("the claim is %+v", now)
	}
	_, err = d.ApproveAndPublish(d.ctx(), d.bo, c.ID, anyBase, first)
	must(t, err)
}

func TestAPrivatePersonIsNotMergedIntoSomebodyPublic(t *testing.T) {
	d := newDesk(t)
	c := d.by(d.ready())
	other, err := d.RecordClaim(d.ctx(), d.ani, d.ofPrivatePerson())
	must(t, err)
	from, into := d.claimant(other.Claimant.ID), d.claimant(c.Claimant.ID)
	_, err = d.MergeClaimant(d.ctx(), d.bo, from.ID, from.Version, into.ID, into.Version)
	faulty(t, err, "into")
	_, err = d.EditClaimant(d.ctx(), d.bo, into.ID, into.Version, factcheck.ClaimantDraft{Name: " ", Kind: "ghost", SameAs: []string{"javascript:1"}})
	faulty(t, err, "kind", "same_as", "name")
}
