package newsroom_test

import (
	"errors"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// tagged is a live claim with topics.
func (d *desk) tagged(topics ...string) factcheck.Claim {
	d.t.Helper()
	c := d.ready()
	c, err := d.EditClaim(d.ctx(), d.ani, c.ID, anyBase, factcheck.ClaimDraft{Text: c.Text, Topics: topics})
	must(d.t, err)
	must(d.t, d.again(c.ID, first))
	return d.claim(c.ID)
}

func (d *desk) topic(name string) factcheck.TopicEntry {
	d.t.Helper()
	all, err := d.TopicEntries(d.ctx())
	must(d.t, err)
	for _, t := range all {
		if t.Name == name {
			return t
		}
	}
	d.t.Fatalf("there is no topic %q among %+v", name, all)
	return factcheck.TopicEntry{}
}

// moved wants a slug to lead to another one.
func moved(t *testing.T, err error, slug string) {
	t.Helper()
	var to *newsroom.Moved
	if !errors.As(err, &to) || to.Slug != slug {
		t.Errorf("it gives %v, not the way to %q", err, slug)
	}
}

func (d *desk) found(f newsroom.PublicFilter) int {
	d.t.Helper()
	page, err := d.Published(d.ctx(), f)
	must(d.t, err)
	return page.Total
}

func TestARenamedTopicIsFoundUnderBothAddresses(t *testing.T) {
	d := newDesk(t)
	c := d.tagged("Armnia")
	was, edition := d.topic("Armnia"), d.edition()
	_, err := d.EditTopic(d.ctx(), d.ani, was.ID, was.Version, factcheck.TopicDraft{Name: "Armenia"})
	refused(t, err, factcheck.Forbidden, "editor")
	now, err := d.EditTopic(d.ctx(), d.bo, was.ID, was.Version, factcheck.TopicDraft{Name: "Armenia", Description: "A country."})
	must(t, err)
	if now.Slug != "armenia" || d.edition() != edition+1 {
		t.Errorf("the topic is %+v", now)
	}
	_, err = d.EditTopic(d.ctx(), d.cem, was.ID, was.Version, factcheck.TopicDraft{Name: "Another"})
	refused(t, err, factcheck.Conflict, "meanwhile")
	_, err = d.PublicTopic(d.ctx(), "armnia")
	moved(t, err, "armenia")
	if topic, err := d.PublicTopic(d.ctx(), "armenia"); err != nil || topic.Description != "A country." {
		t.Errorf("the topic is %+v, %v", topic, err)
	}
	for _, slug := range []string{"armnia", "armenia"} {
		if d.found(newsroom.PublicFilter{Topic: slug}) != 1 {
			t.Errorf("nothing is found under %q", slug)
		}
	}
	if page, err := d.Claims(d.ctx(), d.ani, newsroom.ClaimFilter{Query: "armenia", Topic: "armnia"}); err != nil || page.Total != 1 {
		t.Errorf("the desk finds %d, %v", page.Total, err)
	}
	other, err := d.RecordClaim(d.ctx(), d.ani, factcheck.ClaimDraft{Text: "It is so", Topics: []string{"Armnia"}})
	must(t, err)
	if slug := other.Topics[0].Slug; slug != "armnia-2" {
		t.Errorf("the new topic takes the old address: %q", slug)
	}
	back, err := d.EditTopic(d.ctx(), d.bo, d.topic("Armenia").ID, now.Version, factcheck.TopicDraft{Name: "ARMENIA"})
	must(t, err)
	if back.Slug != "armenia" {
		t.Errorf("another case is another address: %q", back.Slug)
	}
	if name := d.check().Content.Topics[0].Name; name != "Armnia" {
		t.Errorf("the page %d was published with %q", c.ID, name)
	}
	d.sound()
}

func TestAMergedTopicLeadsToTheOther(t *testing.T) {
	d := newDesk(t)
	c := d.tagged("Armenia", "Alliances")
	quiet, err := d.RecordClaim(d.ctx(), d.ani, factcheck.ClaimDraft{Text: "It is so", Topics: []string{"Treaties", "Never public"}})
	must(t, err)
	from, into := d.topic("Alliances"), d.topic("Treaties")
	_, err = d.MergeTopic(d.ctx(), d.bo, from.ID, from.Version, from.ID, from.Version)
	faulty(t, err, "into")
	_, err = d.MergeTopic(d.ctx(), d.bo, from.ID, from.Version, 99, 1)
	faulty(t, err, "into")
	_, err = d.MergeTopic(d.ctx(), d.bo, from.ID, from.Version+1, into.ID, into.Version)
	refused(t, err, factcheck.Conflict, "meanwhile")
	target, err := d.MergeTopic(d.ctx(), d.bo, from.ID, from.Version, into.ID, into.Version)
	must(t, err)
	if target.Claims != 2 || target.Published != 1 {
		t.Errorf("the topic is %+v", target)
	}
	if names := d.claim(c.ID).TopicNames(); len(names) != 2 || names[1] != "Treaties" {
		t.Errorf("the claim has %q", names)
	}
	_, err = d.PublicTopic(d.ctx(), "alliances")
	moved(t, err, "treaties")
	if d.found(newsroom.PublicFilter{Topic: "treaties"}) != 1 || d.found(newsroom.PublicFilter{Topic: "alliances"}) != 1 {
		t.Error("the check is not listed under both")
	}
	never := d.topic("Never public")
	_, err = d.MergeTopic(d.ctx(), d.bo, never.ID, never.Version, into.ID, into.Version)
	must(t, err)
	_, err = d.PublicTopic(d.ctx(), "never-public")
	refused(t, err, factcheck.NotFound, "")
	typed, err := d.EditClaim(d.ctx(), d.ani, quiet.ID, anyBase, factcheck.ClaimDraft{Text: "It is so", Topics: []string{"alliances", "Treaties"}})
	must(t, err)
	if names := typed.TopicNames(); len(names) != 1 || names[0] != "Treaties" {
		t.Errorf("the old name leads to %q", names)
	}
	_, err = d.EditTopic(d.ctx(), d.bo, into.ID, into.Version, factcheck.TopicDraft{Name: "Alliances"})
	faulty(t, err, "name")
	_, err = d.EditTopic(d.ctx(), d.bo, from.ID, from.Version+1, factcheck.TopicDraft{Name: "Back"})
	refused(t, err, factcheck.Conflict, "merged")
	all, err := d.PublicTopics(d.ctx())
	must(t, err)
	if len(all) != 2 || all[1].Name != "Treaties" {
		t.Errorf("readers see the topics %+v", all)
	}
	d.sound()
}
