package newsroom_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/fetch"
	"claimdesk/internal/newsroom"
)

// archive answers for a web archive that has one copy of every page, or none,
// and counts what it is asked.
type archive struct {
	asked   []string
	empty   bool
	between func() // runs before an answer is given
}

func (a *archive) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a.asked = append(a.asked, r.URL.Query().Get("url")+" "+r.URL.Query().Get("timestamp"))
	if a.between != nil {
		a.between()
	}
	w.Header().Set("Content-Type", "application/json")
	if a.empty {
		fmt.Fprint(w, `{"archived_snapshots":{}}`)
		return
	}
	fmt.Fprintf(w, `{"archived_snapshots":{"closest":{"available":true,"url":"http://web.archive.org/web/2023/%s","timestamp":"20230906070809","status":"200"}}}`,
		r.URL.Query().Get("url"))
}

// archived opens the newsroom anew with an archive to ask.
func (d *desk) archived() *archive {
	d.t.Helper()
	a := &archive{}
	server := httptest.NewServer(a)
	d.t.Cleanup(server.Close)
	client := fetch.New(fetch.Options{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}, ArchiveAPI: server.URL + "/available"})
	room, err := newsroom.Open(d.ctx(), d.store, newsroom.Options{BaseURL: "https://check.example:8443", Now: d.clock.Now, Fetch: client})
	must(d.t, err)
	d.t.Cleanup(room.Close)
	d.Room = room
	return a
}

// about changes what is known of the desk's source.
func (d *desk) about(change func(*factcheck.SourceDraft)) factcheck.Source {
	d.t.Helper()
	s, err := d.Source(d.ctx(), d.ani, d.source)
	must(d.t, err)
	draft := s.Draft()
	change(&draft)
	s, err = d.EditSource(d.ctx(), d.ani, s.ID, s.Version, draft)
	must(d.t, err)
	return s
}

func TestAnArchivedCopyOfASourceIsFound(t *testing.T) {
	d := newDesk(t)
	a := d.archived()
	_, err := d.FindArchivedSource(d.ctx(), d.ani, d.source, 0)
	faulty(t, err, "url")
	s := d.about(func(s *factcheck.SourceDraft) { s.URL = "https://institute.example/brief" })
	_, err = d.FindArchivedSource(d.ctx(), d.ani, d.source, s.Version-1)
	refused(t, err, factcheck.Conflict, "meanwhile")
	s, err = d.FindArchivedSource(d.ctx(), d.ani, d.source, s.Version)
	must(t, err)
	if s.ArchivedURL != "https://web.archive.org/web/2023/https://institute.example/brief" || !s.ArchivedAt.Equal(time.Date(2023, 9, 6, 7, 8, 9, 0, time.UTC)) {
		t.Errorf("the copy is %s of %s", s.ArchivedURL, s.ArchivedAt)
	}
	_, err = d.FindArchivedSource(d.ctx(), d.ani, d.source, 0)
	refused(t, err, factcheck.Conflict, "There is an archived copy already")
	d.about(func(s *factcheck.SourceDraft) { s.ArchivedURL, s.PublishedOn = "", "2023-09-07" })
	_, err = d.FindArchivedSource(d.ctx(), d.ani, d.source, 0)
	must(t, err)
	if len(a.asked) != 2 || a.asked[0] != "https://institute.example/brief 20230914" || a.asked[1] != "https://institute.example/brief 20230907" {
		t.Errorf("the archive was asked %q", a.asked)
	}
	d.sound()
}

func TestNothingIsLostWhereTheArchiveHasNothing(t *testing.T) {
	d := newDesk(t)
	a := d.archived()
	a.empty = true
	s := d.about(func(s *factcheck.SourceDraft) { s.URL = "https://institute.example/brief" })
	_, err := d.FindArchivedSource(d.ctx(), d.ani, d.source, 0)
	refused(t, err, factcheck.NotFound, "has no copy")
	now, err := d.Source(d.ctx(), d.ani, d.source)
	if must(t, err); now.Version != s.Version {
		t.Error("the source was changed")
	}
	offline := newDesk(t)
	offline.about(func(s *factcheck.SourceDraft) { s.URL = "https://institute.example/brief" })
	_, err = offline.FindArchivedSource(d.ctx(), offline.ani, offline.source, 0)
	faulty(t, err, "archived_url")
}

func TestACopyOfAnAddressThatWasChangedMeanwhileIsNotKept(t *testing.T) {
	d := newDesk(t)
	a := d.archived()
	d.about(func(s *factcheck.SourceDraft) { s.URL = "https://institute.example/brief" })
	a.between = func() {
		d.about(func(s *factcheck.SourceDraft) { s.URL = "https://institute.example/other" })
	}
	_, err := d.FindArchivedSource(d.ctx(), d.ani, d.source, 0)
	refused(t, err, factcheck.Conflict, "changed the address")
}

func TestNoLookUpGoesOutForWhatIsProtectedOrPrivate(t *testing.T) {
	d := newDesk(t)
	a := d.archived()
	d.about(func(s *factcheck.SourceDraft) {
		s.URL, s.Access, s.Description = "https://leak.example/1", factcheck.ProtectedAccess, "A letter"
	})
	_, err := d.FindArchivedSource(d.ctx(), d.ani, d.source, 0)
	faulty(t, err, "archived_url")
	_, err = d.FindArchivedSource(d.ctx(), d.dav, d.source, 0)
	refused(t, err, factcheck.NotFound, "no source")
	private, err := d.RecordClaim(d.ctx(), d.ani, d.ofPrivatePerson())
	must(t, err)
	_, err = d.FindArchivedAppearance(d.ctx(), d.ani, private.ID, 2, newsroom.Base{})
	faulty(t, err, "archived_url")
	from := seen("It has left.", "", "")
	from.SourceID = d.source
	leaked, err := d.RecordClaim(d.ctx(), d.ani, from)
	must(t, err)
	for _, by := range []factcheck.Actor{d.ani, d.dav} {
		_, err = d.FindArchivedAppearance(d.ctx(), by, leaked.ID, 1, newsroom.Base{})
		faulty(t, err, "archived_url")
	}
	if len(a.asked) != 0 {
		t.Errorf("the archive was asked %q", a.asked)
	}
}

func TestAnArchivedCopyOfAnAppearanceIsFound(t *testing.T) {
	d := newDesk(t)
	a := d.archived()
	c, err := d.RecordClaim(d.ctx(), d.ani, seen("It has left.", "Share this.", posted))
	must(t, err)
	_, err = d.FindArchivedAppearance(d.ctx(), d.ani, c.ID, 2, newsroom.Base{})
	refused(t, err, factcheck.NotFound, "no appearance 2")
	stale := c.Details + 1
	_, err = d.FindArchivedAppearance(d.ctx(), d.ani, c.ID, 1, newsroom.Base{Details: &stale})
	refused(t, err, factcheck.Conflict, "before you")
	now, err := d.FindArchivedAppearance(d.ctx(), d.ani, c.ID, 1, newsroom.Base{Details: &c.Details})
	must(t, err)
	was, is := c.Appearances[0], now.Appearances[0]
	if is.ArchivedURL != "https://web.archive.org/web/2023/https://channel.example/1" || is.Capture.ID != was.Capture.ID || is.Found == nil || now.Details != c.Details+1 {
		t.Errorf("it is %+v", is)
	}
	_, err = d.FindArchivedAppearance(d.ctx(), d.ani, c.ID, 1, newsroom.Base{})
	refused(t, err, factcheck.Conflict, "already")
	if len(a.asked) != 1 || a.asked[0] != "https://channel.example/1 20230911" {
		t.Errorf("the archive was asked %q", a.asked)
	}
	d.sound()
}
