package newsroom_test

import (
	"slices"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// told are the kinds of what somebody has not read, newest first.
func (d *desk) told(who factcheck.Actor) string {
	d.t.Helper()
	p, err := d.Notifications(d.ctx(), who, "", 200)
	must(d.t, err)
	var kinds []string
	for _, n := range p.Items {
		if n.ReadAt.IsZero() {
			kinds = append(kinds, string(n.Kind))
		}
	}
	if int(p.Unread) != len(kinds) {
		d.t.Errorf("%d are counted, %d are there", p.Unread, len(kinds))
	}
	return strings.Join(kinds, " ")
}

func (d *desk) tells(want map[string]string) {
	d.t.Helper()
	for _, who := range []factcheck.Actor{d.ani, d.dav, d.bo, d.cem, d.zoe} {
		if got := d.told(who); got != want[who.Name] {
			d.t.Errorf("%s is told %q, want %q", who.Name, got, want[who.Name])
		}
	}
}

func TestANoteTellsWhomItNames(t *testing.T) {
	d := newDesk(t)
	c := d.record("It is so")
	_, err := d.SetDisabled(d.ctx(), d.zoe, d.dav.ID, true)
	must(t, err)
	must(t, d.NoteOnClaim(d.ctx(), d.ani, c.ID, "@bo and @Cem, see what @Ani and @Dav wrote. @Bo?"))
	d.tells(map[string]string{"Bo": "mentioned", "Cem": "mentioned"})
	notes, err := d.Notes(d.ctx(), c.ID)
	must(t, err)
	var named []string
	for _, p := range notes[0].Mentioned {
		named = append(named, p.Name)
	}
	slices.Sort(named)
	if strings.Join(named, " ") != "Ani Bo Cem" {
		t.Errorf("the note names %q", named)
	}
	p, err := d.Notifications(d.ctx(), d.bo, "", 0)
	must(t, err)
	if n := p.Items[0]; n.By != "Ani" || n.Claim != "It is so" || !strings.HasPrefix(n.Text, "@bo and") || n.Path() != c.Path()+"#notes" {
		t.Errorf("Bo is told %+v", n)
	}
}

func TestNotesWithActsNameColleaguesToo(t *testing.T) {
	d := newDesk(t)
	c := d.ready()
	_, err := d.Submit(d.ctx(), d.ani, c.ID, newsroom.Base{}, "@Bo, could you?")
	must(t, err)
	d.tells(map[string]string{"Bo": "mentioned"})
}

func TestReturningApprovingAndPublishingAreTold(t *testing.T) {
	d := newDesk(t)
	c := d.sent()
	_, err := d.AssignClaim(d.ctx(), d.zoe, c.ID, d.dav.ID)
	must(t, err)
	for _, who := range []factcheck.Actor{d.ani, d.dav} {
		must(t, d.ReadNotifications(d.ctx(), who, 1<<40))
	}
	_, err = d.Return(d.ctx(), d.bo, c.ID, newsroom.Base{}, "The second quote does not bear it.")
	must(t, err)
	d.tells(map[string]string{"Ani": "returned", "Dav": "returned"})
	_, err = d.Submit(d.ctx(), d.ani, c.ID, newsroom.Base{}, "")
	must(t, err)
	_, err = d.Approve(d.ctx(), d.bo, c.ID, newsroom.Base{}, "")
	must(t, err)
	d.tells(map[string]string{"Ani": "approved returned", "Dav": "returned"})
	_, err = d.Publish(d.ctx(), d.cem, c.ID, newsroom.Base{}, newsroom.Order{})
	must(t, err)
	d.tells(map[string]string{"Ani": "published approved returned", "Dav": "published returned"})
}

func TestASignerIsToldWhenAChangeVoidsTheSignature(t *testing.T) {
	d := newDesk(t)
	c := d.sent()
	_, err := d.WriteArticle(d.ctx(), d.bo, c.ID, newsroom.Base{}, factcheck.ArticleDraft{Headline: "Wording", Summary: "It has not left.", Body: "As said [1]."})
	must(t, err)
	d.tells(nil)
	for _, exact := range []string{planned, "the alliance was told of them"} { // the second voids nothing any more
		d.quote(d.bo, c.ID, exact, factcheck.Context)
		d.tells(map[string]string{"Ani": "agree"})
	}
}

func TestNotificationsAreReadOneByOneOrAllAndAreOnesOwn(t *testing.T) {
	d := newDesk(t)
	c := d.record("It is so")
	for range 5 {
		must(t, d.NoteOnClaim(d.ctx(), d.ani, c.ID, "@Bo"))
	}
	first, err := d.Notifications(d.ctx(), d.bo, "", 2)
	must(t, err)
	_, err = d.ReadNotification(d.ctx(), d.cem, first.Items[0].ID)
	refused(t, err, factcheck.NotFound, "")
	n, err := d.ReadNotification(d.ctx(), d.bo, first.Items[0].ID)
	must(t, err)
	if n.Path() != c.Path()+"#notes" {
		t.Errorf("it leads to %s", n.Path())
	}
	if n, err := d.UnreadCount(d.ctx(), d.bo); err != nil || n != 4 {
		t.Errorf("%d are left, %v", n, err)
	}
	var ids []int64
	for after := ""; ; {
		p, err := d.Notifications(d.ctx(), d.bo, after, 2)
		must(t, err)
		for _, n := range p.Items {
			ids = append(ids, n.ID)
		}
		if after = p.Next; after == "" {
			break
		}
	}
	if !slices.Equal(ids, []int64{4, 3, 2, 1, 5}) {
		t.Errorf("the pages hold %v", ids)
	}
	must(t, d.NoteOnClaim(d.ctx(), d.ani, c.ID, "@Bo once more"))
	must(t, d.ReadNotifications(d.ctx(), d.bo, 5))
	d.tells(map[string]string{"Bo": "mentioned"})
}
