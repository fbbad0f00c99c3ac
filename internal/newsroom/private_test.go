package newsroom_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// secrets are what nobody may find out about a private person.
var secrets = []string{"Nune", "Sargsyan", "nune-sargsyan", "https://social.example/nune/1", "social.example", "archive.example/nune",
	"Nune said it is over"}

func (d *desk) ofPrivatePerson() factcheck.ClaimDraft {
	return factcheck.ClaimDraft{Text: "Armenia is leaving the alliance",
		Claimant: factcheck.ClaimantDraft{Name: "Nune Sargsyan", Kind: factcheck.PrivatePerson},
		Appearances: []factcheck.AppearanceDraft{
			{URL: "https://social.example/nune/1", Outlet: "A social network", SeenOn: "2023-09-12", ArchivedURL: "https://archive.example/nune", Said: "Nune said it is over",
				Text: "Nune said it is over. Armenia is leaving the alliance."},
			{URL: "https://social.example/nune/2"},
		}}
}

// leaks wants none of the secrets in what is public, however it is written.
func leaks(t *testing.T, what string, public any) {
	t.Helper()
	encoded, err := json.Marshal(public)
	must(t, err)
	for _, secret := range secrets {
		if strings.Contains(strings.ToLower(string(encoded)), strings.ToLower(secret)) {
			t.Errorf("%s holds %q: %s", what, secret, encoded)
		}
	}
}

// leaksNowhere looks at all that readers get of the published claim.
func (d *desk) leaksNowhere(claim int64) {
	d.t.Helper()
	check := d.check()
	leaks(d.t, "the check", check)
	revisions, err := d.Revisions(d.ctx(), claim)
	must(d.t, err)
	leaks(d.t, "the revisions", revisions)
	feed, err := d.Feed(d.ctx(), 10)
	must(d.t, err)
	leaks(d.t, "the feed", feed)
	proof, err := d.EvidencePage(d.ctx(), check.Content.Evidence[0].ID)
	must(d.t, err)
	leaks(d.t, "the proof", proof)
}

func TestAPrivatePersonIsNobodyInPublic(t *testing.T) {
	d := newDesk(t)
	c := d.ready()
	_, err := d.EditClaim(d.ctx(), d.ani, c.ID, anyBase, d.ofPrivatePerson())
	must(t, err)
	preview, err := d.Preview(d.ctx(), c.ID)
	must(t, err)
	leaks(t, "the preview", preview)
	must(t, d.again(c.ID, first))
	check := d.check()
	if m := check.Content.Claimant; m == nil || !reflect.DeepEqual(*m, factcheck.Claimant{Kind: factcheck.PrivatePerson}) || m.PublicName() != "a social media user" {
		t.Errorf("the claimant is %+v", m)
	}
	if check.Content.Verbatim {
		t.Error("the claim stands in quotation marks")
	}
	if seen := check.Content.Appearances; len(seen) != 1 || seen[0] != (factcheck.Appearance{Outlet: "A social network", SeenOn: "2023-09-12"}) {
		t.Errorf("the appearances are %+v", seen)
	}
	d.leaksNowhere(c.ID)
	for _, f := range []newsroom.PublicFilter{{Query: "nune"}, {Query: "sargsyan"}, {Claimant: "nune-sargsyan"}, {Claimant: "private-person"}} {
		if page, err := d.Published(d.ctx(), f); err != nil || page.Total != 0 || len(page.Items) != 0 {
			t.Errorf("%+v finds %d checks, %v", f, page.Total, err)
		}
	}
	if page, err := d.Claims(d.ctx(), factcheck.ByConsole(), newsroom.ClaimFilter{Query: "nune"}); err != nil || page.Total != 1 {
		t.Errorf("at the desk the name finds %d claims, %v", page.Total, err)
	}
}

func TestWhoeverBecomesPrivateIsGoneFromTheNextRevision(t *testing.T) {
	d := newDesk(t)
	c := d.ready()
	must(t, d.attribute(c, factcheck.Person))
	must(t, d.again(c.ID, first))
	if m := d.check().Content.Claimant; m == nil || m.Name != "Nune Sargsyan" {
		t.Fatalf("a public person is %+v", m)
	}
	must(t, d.attribute(d.claim(c.ID), factcheck.PrivatePerson))
	_, err := d.Publish(d.ctx(), d.bo, c.ID, anyBase, minor)
	faulty(t, err, "class")
	must(t, d.again(c.ID, update))
	leaks(t, "the check", d.check().Content)
	for _, f := range []newsroom.PublicFilter{{Query: "nune"}, {Claimant: "nune-sargsyan"}} {
		if page, err := d.Published(d.ctx(), f); err != nil || page.Total != 0 {
			t.Errorf("%+v finds %d checks, %v", f, page.Total, err)
		}
	}
}
