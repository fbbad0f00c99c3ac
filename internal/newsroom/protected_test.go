package newsroom_test

import (
	"slices"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/newsroom"
)

// hidden is a protected source as it would be typed.
func hidden(users ...int64) factcheck.SourceDraft {
	return factcheck.SourceDraft{Title: "A diary", Access: factcheck.ProtectedAccess, Users: users, Description: "Notes of a person who works there",
		Because: "The person would lose their work."}
}

// add brings in a short text with these details.
func (d *desk) add(by factcheck.Actor, draft factcheck.SourceDraft) (factcheck.Source, error) {
	d.t.Helper()
	doc, err := ingest.Text([]byte("A diary.\n\nNobody looked at the bridge."), "diary.txt")
	must(d.t, err)
	return d.AddSource(d.ctx(), by, draft, doc)
}

func (d *desk) added(by factcheck.Actor, draft factcheck.SourceDraft) factcheck.Source {
	d.t.Helper()
	s, err := d.add(by, draft)
	must(d.t, err)
	return s
}

func TestWhoeverSavesAProtectedSourceIsNamedOnIt(t *testing.T) {
	d := newDesk(t)
	s := d.added(d.ani, hidden(d.bo.ID, d.bo.ID))
	want := []int64{d.ani.ID, d.bo.ID}
	slices.Sort(want)
	if !slices.Equal(s.Users, want) {
		t.Errorf("named are %v, want %v", s.Users, want)
	}
	edited, err := d.EditSource(d.ctx(), d.bo, s.ID, s.Version, hidden())
	must(t, err)
	if !slices.Equal(edited.Users, []int64{d.bo.ID}) {
		t.Errorf("after Bo took the others out, named are %v", edited.Users)
	}
	if _, err := d.Source(d.ctx(), d.ani, s.ID); factcheck.KindOf(err) != factcheck.NotFound {
		t.Errorf("Ani still sees it: %v", err)
	}
}

func TestOnlyPeopleWhoCanLogInAreNamed(t *testing.T) {
	d := newDesk(t)
	must(t, disable(d, d.dav))
	for name, users := range map[string][]int64{"nobody": {99}, "a closed account": {d.dav.ID}, "no id at all": {-1}} {
		_, err := d.add(d.ani, hidden(users...))
		if faulty(t, err, "access_users"); t.Failed() {
			t.Fatalf("it was %s", name)
		}
	}
	_, err := d.add(factcheck.ByConsole(), hidden())
	faulty(t, err, "access_users")
	draft := hidden()
	draft.Description = " "
	_, err = d.add(d.ani, draft)
	faulty(t, err, "public_description")
}

func disable(d *desk, who factcheck.Actor) error {
	_, err := d.SetDisabled(d.ctx(), d.zoe, who.ID, true)
	return err
}

func TestWhenNobodyIsLeftTheConsoleNamesAnother(t *testing.T) {
	d := newDesk(t)
	s := d.added(d.dav, hidden())
	must(t, disable(d, d.dav))
	if _, err := d.EditSource(d.ctx(), d.zoe, s.ID, s.Version, hidden(d.zoe.ID)); factcheck.KindOf(err) != factcheck.NotFound {
		t.Errorf("an admin names herself: %v", err)
	}
	_, err := d.EditSource(d.ctx(), factcheck.ByConsole(), s.ID, s.Version, hidden(d.dav.ID, d.ani.ID))
	must(t, err)
	_, err = d.Source(d.ctx(), d.ani, s.ID)
	must(t, err)
}

func TestWhoIsNotNamedCannotUseAProtectedSource(t *testing.T) {
	d := newDesk(t)
	s := d.added(d.ani, hidden())
	c := d.record("Everybody looked at the bridge")
	for _, by := range []factcheck.Actor{d.dav, d.bo, d.zoe} {
		doc, err := ingest.Text([]byte("Another text."), "")
		must(t, err)
		for name, err := range map[string]error{
			"reads":      failing(d.Reader(d.ctx(), by, s.ID)),
			"reads text": failing(d.SourceText(d.ctx(), by, s.ID)),
			"edits":      failing(d.EditSource(d.ctx(), by, s.ID, s.Version, hidden(by.ID))),
			"renews":     failing(d.AddSnapshot(d.ctx(), by, s.ID, doc)),
			"lists":      failing(d.Snapshots(d.ctx(), by, s.ID)),
			"imports":    failing(d.BeginImport(d.ctx(), by, factcheck.Import{SourceID: s.ID, FileName: "a.txt"}, []byte("A text."))),
		} {
			if factcheck.KindOf(err) != factcheck.NotFound || err == nil {
				t.Errorf("%s %s it: %v", by.Role, name, err)
			}
		}
		_, _, err = d.AttachQuote(d.ctx(), by, c.ID, newsroom.Base{}, factcheck.EvidenceDraft{SourceID: s.ID, Exact: "Nobody looked", Stance: factcheck.Refutes})
		faulty(t, err, "source_id")
		_, err = d.EditClaim(d.ctx(), by, c.ID, newsroom.Base{}, factcheck.ClaimDraft{Text: c.Text, SourceID: s.ID})
		faulty(t, err, "source_id")
		verdict := misread()
		verdict.Misread = &factcheck.Misread{Kind: factcheck.MisreadSource, SourceID: s.ID}
		d.quote(by, c.ID, map[factcheck.Role]string{factcheck.Reporter: recalled, factcheck.Editor: freezing, factcheck.Admin: planned}[by.Role], factcheck.Context)
		_, err = d.RuleOn(d.ctx(), by, c.ID, newsroom.Base{}, verdict)
		faulty(t, err, "misread.source_id")
		if page, err := d.Sources(d.ctx(), by, newsroom.SourceFilter{Query: "diary"}); err != nil || len(page.Items) != 0 {
			t.Errorf("%s finds %v, %v", by.Role, page.Items, err)
		}
		if twins, err := d.SameBytes(d.ctx(), by, s.Snapshot.SHA256); err != nil || len(twins) != 0 {
			t.Errorf("%s finds it by its bytes: %v, %v", by.Role, twins, err)
		}
	}
}

func failing[T any](_ T, err error) error { return err }

func TestNothingIsFetchedForAProtectedSource(t *testing.T) {
	d := newDesk(t)
	_, err := d.BeginImport(d.ctx(), d.ani, factcheck.Import{Draft: hidden(), Address: "https://hidden.example/diary"}, nil)
	faulty(t, err, "fetch_url")
	s := d.added(d.ani, hidden())
	_, err = d.BeginImport(d.ctx(), d.ani, factcheck.Import{SourceID: s.ID, Address: "https://hidden.example/diary"}, nil)
	faulty(t, err, "fetch_url")
}

func TestASourceRestsOnWhatIsThere(t *testing.T) {
	d := newDesk(t)
	open := factcheck.SourceDraft{Title: "One"}
	one := d.added(d.ani, open)
	two := d.added(d.ani, factcheck.SourceDraft{Title: "Two", RestsOn: one.ID})
	three := d.added(d.ani, factcheck.SourceDraft{Title: "Three", RestsOn: two.ID})
	secret := d.added(d.ani, hidden())
	for name, test := range map[string]struct {
		by factcheck.Actor
		on int64
	}{"itself": {d.ani, one.ID}, "a ring of three": {d.ani, three.ID}, "nothing": {d.ani, 99}, "what cannot be seen": {d.bo, secret.ID}} {
		open.RestsOn = test.on
		_, err := d.EditSource(d.ctx(), test.by, one.ID, one.Version, open)
		if faulty(t, err, "rests_on"); t.Failed() {
			t.Fatalf("it rests on %s", name)
		}
	}
	open.RestsOn = secret.ID
	one, err := d.EditSource(d.ctx(), d.ani, one.ID, one.Version, open)
	must(t, err)
	open.Title = "One, edited by somebody who cannot see what it rests on"
	_, err = d.EditSource(d.ctx(), d.bo, one.ID, one.Version, open)
	must(t, err)
}

func TestPagesCountSourcesThatRestOnOneAnotherOnce(t *testing.T) {
	d := newDesk(t)
	c := d.ready()
	s := d.added(d.ani, factcheck.SourceDraft{Title: "Repeated", RestsOn: d.source})
	attach := func() {
		_, _, err := d.AttachQuote(d.ctx(), d.ani, c.ID, newsroom.Base{}, factcheck.EvidenceDraft{SourceID: s.ID, Exact: "Nobody looked at the bridge.", Stance: factcheck.Context})
		must(t, err)
	}
	attach()
	if n, err := d.Preview(d.ctx(), c.ID); err != nil || n.Independent != 1 {
		t.Errorf("%d are independent, %v", n.Independent, err)
	}
	_, err := d.EditSource(d.ctx(), d.ani, s.ID, s.Version, factcheck.SourceDraft{Title: "On its own"})
	must(t, err)
	if n, err := d.Preview(d.ctx(), c.ID); err != nil || n.Independent != 2 {
		t.Errorf("%d are independent, %v", n.Independent, err)
	}
}

func TestTheEditionRisesWhenReadersSeeMoreOrLessOfASource(t *testing.T) {
	d := newDesk(t)
	s := d.added(d.ani, factcheck.SourceDraft{Title: "Open"})
	draft := hidden()
	for _, test := range []struct {
		name   string
		change func()
		rises  bool
	}{
		{"protected", func() {}, true},
		{"described in other words", func() { draft.Description = "Notes" }, true},
		{"protected for another reason", func() { draft.Because = "It was asked for." }, true},
		{"another title", func() { draft.Title = "B" }, false},
		{"another level", func() { draft.Level = factcheck.Primary }, true},
		{"another person", func() { draft.Users = []int64{d.bo.ID} }, false},
		{"opened", func() { draft.Access = factcheck.PublicAccess }, true},
	} {
		test.change()
		before := d.edition()
		var err error
		s, err = d.EditSource(d.ctx(), d.ani, s.ID, s.Version, draft)
		must(t, err)
		if rose := d.edition() != before; rose != test.rises {
			t.Errorf("%s: the edition rose: %v", test.name, rose)
		}
	}
	if len(s.Users) != 0 {
		t.Errorf("an open source names %v", s.Users)
	}
}

func TestARefusedActGivesNobodyWhatIsProtected(t *testing.T) {
	d := newDesk(t)
	s := d.added(d.ani, hidden())
	c := d.record("Everybody looked at the bridge")
	_, _, err := d.AttachQuote(d.ctx(), d.ani, c.ID, newsroom.Base{}, factcheck.EvidenceDraft{SourceID: s.ID, Exact: "Nobody looked", Stance: factcheck.Refutes})
	must(t, err)
	c, err = d.Submit(d.ctx(), d.dav, c.ID, newsroom.Base{}, "")
	if factcheck.KindOf(err) != factcheck.Conflict || len(c.Evidence) != 1 {
		t.Fatalf("it is %+v, %v", c, err)
	}
	if e := c.Evidence[0]; !e.Veiled || e.Source.Title != "" || e.Source.Snapshot.SHA256 != "" {
		t.Errorf("who is not named is given %+v", e)
	}
}

func TestTheLogNamesNoProtectedSourceToWhoIsNotNamed(t *testing.T) {
	d := newDesk(t)
	d.added(d.ani, hidden())
	titles := func(by factcheck.Actor) (all []string) {
		events, err := d.Log(d.ctx(), by, 0, 100)
		must(t, err)
		for _, e := range events {
			if e.Subject == "source" {
				all = append(all, e.Title)
			}
		}
		return all
	}
	if got := titles(d.ani); got[0] != "A diary" {
		t.Errorf("Ani reads of %q", got)
	}
	if got := titles(d.zoe); got[0] != factcheck.ProtectedTitle || len(got) != 2 || got[1] == factcheck.ProtectedTitle {
		t.Errorf("Zoe reads of %q", got)
	}
}
