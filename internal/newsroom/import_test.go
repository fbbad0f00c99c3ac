package newsroom_test

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/fetch"
	"claimdesk/internal/newsroom"
)

const webPage = `<html lang="en"><head><title>The empty chair</title><meta name="author" content="A. Writer"></head><body><article>
<h1>The empty chair</h1><p>The delegation sent no minister this year, and nobody has said why.</p><p>Its seat stayed empty.</p></article></body></html>`

// web answers as other people's servers do. What /slow has to say it says when
// it is released.
type web struct {
	*httptest.Server
	asked   atomic.Int32
	release chan struct{}
}

func serveWeb(t *testing.T) *web {
	t.Helper()
	w := &web{release: make(chan struct{})}
	w.Server = httptest.NewServer(http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		w.asked.Add(1)
		switch {
		case r.URL.Path == "/moved":
			http.Redirect(out, r, "/page", http.StatusFound)
			return
		case r.URL.Path == "/far":
			http.Redirect(out, r, "/page/"+strings.Repeat("a", factcheck.MaxURL), http.StatusFound)
			return
		case r.URL.Path == "/slow":
			select {
			case <-w.release:
			case <-r.Context().Done():
			}
		case !strings.HasPrefix(r.URL.Path, "/page"):
			http.NotFound(out, r)
			return
		}
		out.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = out.Write([]byte(webPage))
	}))
	t.Cleanup(w.Close)
	return w
}

// reaching is a newsroom over the same store that may fetch from this machine.
func (d *desk) reaching() *desk {
	d.t.Helper()
	client := fetch.New(fetch.Options{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}})
	room, err := newsroom.Open(d.ctx(), d.store, newsroom.Options{BaseURL: "https://check.example:8443", Now: d.clock.Now, Fetch: client})
	must(d.t, err)
	d.t.Cleanup(room.Close)
	d.Room = room
	return d
}

// begun begins an import and waits until it has been read.
func (d *desk) begun(m factcheck.Import, raw string) factcheck.Import {
	d.t.Helper()
	m, err := d.BeginImport(d.ctx(), d.ani, m, []byte(raw))
	must(d.t, err)
	return d.read(m.ID)
}

func (d *desk) read(id int64) factcheck.Import {
	d.t.Helper()
	_, progress, err := d.Import(d.ctx(), d.ani, id)
	must(d.t, err)
	if progress.Done != nil {
		<-progress.Done
	}
	m, _, err := d.Import(d.ctx(), d.ani, id)
	must(d.t, err)
	return m
}

func (d *desk) sources() int {
	d.t.Helper()
	page, err := d.Sources(d.ctx(), factcheck.ByConsole(), newsroom.SourceFilter{})
	must(d.t, err)
	return len(page.Items)
}

func TestWhatWasReadIsKeptOnlyOnceItIsConfirmed(t *testing.T) {
	w := serveWeb(t)
	for name, test := range map[string]struct {
		sent             factcheck.Import
		raw, media, from string
	}{
		"a text":      {factcheck.Import{FileName: "chair.txt"}, "The empty chair\n\nIt is empty.\n", "text/plain; charset=utf-8", ""},
		"a page":      {factcheck.Import{FileName: "chair.html"}, webPage, "text/html; charset=utf-8", ""},
		"pasted HTML": {factcheck.Import{}, webPage, "text/html; charset=utf-8", ""},
		"an address":  {factcheck.Import{Address: w.URL + "/moved"}, "", "text/html; charset=utf-8", w.URL + "/page"},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t).reaching()
			m := d.begun(test.sent, test.raw)
			if m.State != factcheck.ReadyToKeep || m.Draft.Title != "The empty chair" || d.sources() != 1 {
				t.Fatalf("the import is %+v; there are %d sources", m, d.sources())
			}
			d.pass(time.Hour)
			seen, err := d.Confirmation(d.ctx(), d.ani, m.ID)
			must(t, err)
			if seen.Size == 0 || seen.Document.Passages[0].Text != "The empty chair" || len(seen.Same) != 0 {
				t.Errorf("what is to be confirmed is %+v", seen)
			}
			kept, err := d.KeepImport(d.ctx(), d.ani, m.ID, m.Draft)
			must(t, err)
			n := kept.Snapshot
			if n.SHA256 != seen.SHA256 || n.Size != seen.Size || n.MediaType != test.media || n.RetrievedFrom != test.from || d.sources() != 2 {
				t.Errorf("the snapshot is %+v", n)
			}
			if test.from == "" && !n.RetrievedAt.Equal(m.CreatedAt) {
				t.Errorf("it was retrieved at %s, not when it came", n.RetrievedAt)
			}
			if test.from != "" && (n.Retrieval == nil || n.Retrieval.URL != test.sent.Address || len(n.Retrieval.Redirects) != 1 || kept.URL != test.from) {
				t.Errorf("it was retrieved by %+v, its address is %s", n.Retrieval, kept.URL)
			}
			_, _, err = d.Import(d.ctx(), d.ani, m.ID)
			refused(t, err, factcheck.NotFound, "import")
			again, err := d.Confirmation(d.ctx(), d.ani, d.begun(test.sent, test.raw).ID)
			must(t, err)
			if len(again.Same) != 1 || again.Same[0].ID != kept.ID {
				t.Errorf("that it is here already is not noticed: %+v", again.Same)
			}
			d.sound()
		})
	}
}

func TestWhatWasGuessedCanBeTakenOut(t *testing.T) {
	d := newDesk(t)
	m := d.begun(factcheck.Import{FileName: "chair.html", Draft: factcheck.SourceDraft{Publisher: "Typed"}}, webPage)
	if len(m.Draft.Authors) != 1 || m.Draft.Publisher != "Typed" {
		t.Errorf("the draft is %+v", m.Draft)
	}
	_, err := d.KeepImport(d.ctx(), d.ani, m.ID, factcheck.SourceDraft{})
	faulty(t, err, "title")
	kept, err := d.KeepImport(d.ctx(), d.ani, m.ID, factcheck.SourceDraft{Title: "Mine"})
	must(t, err)
	if kept.Title != "Mine" || len(kept.Authors) != 0 || kept.Publisher != "" || !kept.New {
		t.Errorf("the source is %+v", kept)
	}
}

func TestWhatCannotBeReadSaysWhyAndIsNotKept(t *testing.T) {
	d, w := newDesk(t).reaching(), serveWeb(t)
	for name, test := range map[string]struct {
		sent             factcheck.Import
		raw, field, says string
	}{
		"a picture":       {factcheck.Import{FileName: "photo.png"}, "\x89PNG\r\n\x1a\n\x00\x00", "file", "photo.png"},
		"nothing":         {factcheck.Import{FileName: "empty.txt"}, "", "file", ""},
		"empty HTML":      {factcheck.Import{}, "<p></p>", "html", "no text"},
		"no such page":    {factcheck.Import{Address: w.URL + "/lost"}, "", "fetch_url", "status 404"},
		"no address":      {factcheck.Import{Address: "nowhere"}, "", "fetch_url", "not a web address"},
		"a private place": {factcheck.Import{Address: "http://10.1.2.3/"}, "", "fetch_url", "only public web pages"},
	} {
		before := d.sources()
		m := d.begun(test.sent, test.raw)
		if m.State != factcheck.Unreadable || len(m.Problems) != 1 || m.Problems[0].Field != test.field || !strings.Contains(m.Problems[0].Message, test.says) {
			t.Errorf("%s: the import is %+v", name, m)
		}
		_, err := d.KeepImport(d.ctx(), d.ani, m.ID, factcheck.SourceDraft{Title: "T"})
		refused(t, err, factcheck.Conflict, "not be read")
		if d.sources() != before {
			t.Errorf("%s: a source was made of it", name)
		}
	}
}

func TestAnImportIsItsUsersOwn(t *testing.T) {
	d := newDesk(t)
	m := d.begun(factcheck.Import{FileName: "chair.html"}, webPage)
	for _, other := range []factcheck.Actor{d.dav, d.zoe} {
		_, _, err := d.Import(d.ctx(), other, m.ID)
		refused(t, err, factcheck.NotFound, "import")
		_, err = d.Confirmation(d.ctx(), other, m.ID)
		refused(t, err, factcheck.NotFound, "import")
		_, err = d.Pasted(d.ctx(), other, m.ID)
		refused(t, err, factcheck.NotFound, "import")
		_, err = d.KeepImport(d.ctx(), other, m.ID, m.Draft)
		refused(t, err, factcheck.NotFound, "import")
		refused(t, d.EndImport(d.ctx(), other, m.ID), factcheck.NotFound, "import")
		if list, err := d.Imports(d.ctx(), other); err != nil || len(list) != 0 {
			t.Errorf("another sees %+v, %v", list, err)
		}
	}
	list, err := d.Imports(d.ctx(), d.ani)
	if err != nil || len(list) != 1 || list[0].Draft.Title != "The empty chair" || list[0].Document != nil {
		t.Errorf("waiting are %+v, %v", list, err)
	}
}

func TestAReadingIsBegunAgainAfterARestart(t *testing.T) {
	d, w := newDesk(t).reaching(), serveWeb(t)
	m, err := d.BeginImport(d.ctx(), d.ani, factcheck.Import{Address: w.URL + "/slow"}, nil)
	must(t, err)
	d.Close()
	if now, _, err := d.Import(d.ctx(), d.ani, m.ID); err != nil || now.State != factcheck.Reading {
		t.Fatalf("after the end the import is %+v, %v", now, err)
	}
	d.reaching()
	close(w.release)
	if now := d.read(m.ID); now.State != factcheck.ReadyToKeep || now.Draft.URL != w.URL+"/slow" {
		t.Errorf("after the restart the import is %+v", now)
	}
}

func TestAReadingThatIsEndedStops(t *testing.T) {
	d, w := newDesk(t).reaching(), serveWeb(t)
	m, err := d.BeginImport(d.ctx(), d.ani, factcheck.Import{Address: w.URL + "/slow"}, nil)
	must(t, err)
	_, progress, err := d.Import(d.ctx(), d.ani, m.ID)
	must(t, err)
	must(t, d.EndImport(d.ctx(), d.ani, m.ID))
	<-progress.Done
	_, _, err = d.Import(d.ctx(), d.ani, m.ID)
	refused(t, err, factcheck.NotFound, "import")
	if next := d.begun(factcheck.Import{FileName: "chair.html"}, webPage); next.ID == m.ID {
		t.Errorf("the number %d was given again", m.ID)
	}
}

func TestWhatWaitsForADayIsGone(t *testing.T) {
	d := newDesk(t)
	old := d.begun(factcheck.Import{FileName: "old.html"}, webPage)
	d.pass(23 * time.Hour)
	young := d.begun(factcheck.Import{FileName: "young.html"}, webPage)
	must(t, d.Sweep(d.ctx()))
	d.read(old.ID)
	d.pass(2 * time.Hour)
	must(t, d.Sweep(d.ctx()))
	_, _, err := d.Import(d.ctx(), d.ani, old.ID)
	refused(t, err, factcheck.NotFound, "import")
	d.read(young.ID)
}

func TestTwentyWaitForOnePersonAtMost(t *testing.T) {
	d := newDesk(t)
	for range 20 {
		d.begun(factcheck.Import{FileName: "chair.html"}, webPage)
	}
	_, err := d.BeginImport(d.ctx(), d.ani, factcheck.Import{FileName: "chair.html"}, []byte(webPage))
	refused(t, err, factcheck.Conflict, "Twenty")
	_, err = d.BeginImport(d.ctx(), d.dav, factcheck.Import{FileName: "chair.html"}, []byte(webPage))
	must(t, err)
}

func TestTwoClicksKeepOneText(t *testing.T) {
	d := newDesk(t)
	before, m := d.sources(), d.begun(factcheck.Import{FileName: "chair.html"}, webPage)
	var work sync.WaitGroup
	var kept atomic.Int32
	for range 4 {
		work.Go(func() {
			_, err := d.KeepImport(d.ctx(), d.ani, m.ID, m.Draft)
			if err == nil {
				kept.Add(1)
			} else if factcheck.KindOf(err) != factcheck.NotFound {
				t.Errorf("a click too many is answered with %v", err)
			}
		})
	}
	work.Wait()
	if kept.Load() != 1 || d.sources() != before+1 {
		t.Errorf("%d were kept, there are %d more sources", kept.Load(), d.sources()-before)
	}
	if s, err := d.KeptAs(d.ctx(), d.ani, factcheck.HashOf([]byte(webPage))); err != nil || s.Title != "The empty chair" {
		t.Errorf("it was kept as %+v, %v", s, err)
	}
	_, err := d.KeptAs(d.ctx(), d.dav, factcheck.HashOf([]byte(webPage)))
	refused(t, err, factcheck.NotFound, "source")
}

func TestNothingIsFetchedForWhatIsProtectedOrWrong(t *testing.T) {
	d, w := newDesk(t).reaching(), serveWeb(t)
	protected := factcheck.SourceDraft{Title: "T", Access: factcheck.ProtectedAccess, Description: "A letter."}
	doc, err := d.ReadNow(d.ctx(), d.ani, factcheck.Import{Draft: protected, FileName: "chair.html"}, []byte(webPage), nil)
	must(t, err)
	s, err := d.AddSource(d.ctx(), d.ani, protected, doc)
	must(t, err)
	for _, m := range []factcheck.Import{{Draft: protected}, {SourceID: s.ID}, {Draft: factcheck.SourceDraft{PublishedOn: "soon"}}} {
		m.Address = w.URL + "/page"
		field := "fetch_url"
		if m.Draft.PublishedOn != "" {
			field = "published_on"
		}
		_, err := d.BeginImport(d.ctx(), d.ani, m, nil)
		faulty(t, err, field)
		_, err = d.ReadNow(d.ctx(), d.ani, m, nil, nil)
		faulty(t, err, field)
	}
	_, err = d.BeginImport(d.ctx(), d.dav, factcheck.Import{SourceID: s.ID, FileName: "chair.html"}, []byte(webPage))
	refused(t, err, factcheck.NotFound, "source")
	if n := w.asked.Load(); n != 0 {
		t.Errorf("the other server was asked %d times", n)
	}
}

func TestAnAddressThatIsTooLongIsNoDetail(t *testing.T) {
	d, w := newDesk(t).reaching(), serveWeb(t)
	m := d.begun(factcheck.Import{Address: w.URL + "/far"}, "")
	if m.State != factcheck.ReadyToKeep || m.Draft.URL != "" {
		t.Fatalf("the import is %+v", m)
	}
	kept, err := d.KeepImport(d.ctx(), d.ani, m.ID, m.Draft)
	must(t, err)
	if kept.URL != "" || len(kept.Snapshot.Retrieval.FinalURL) < factcheck.MaxURL {
		t.Errorf("the source is %+v", kept)
	}
}

func TestANewsroomThatReachesNobodySaysSo(t *testing.T) {
	d := newDesk(t)
	_, err := d.ReadNow(d.ctx(), d.ani, factcheck.Import{Address: "https://example.org/"}, nil, nil)
	faulty(t, err, "fetch_url")
}

func TestANewCopyTellsWhatBecameOfTheQuotes(t *testing.T) {
	d := newDesk(t)
	c := d.ready()
	m := d.begun(factcheck.Import{SourceID: d.source, FileName: "brief.txt"}, "A line before.\n\n"+brief)
	seen, err := d.Confirmation(d.ctx(), d.ani, m.ID)
	must(t, err)
	if seen.Present == nil || seen.Present.ID != d.source {
		t.Errorf("it is to be a copy of %+v", seen.Present)
	}
	kept, err := d.KeepImport(d.ctx(), d.ani, m.ID, factcheck.SourceDraft{})
	must(t, err)
	if !kept.New || kept.ID != d.source || kept.Fates.Moved != len(c.Evidence) || kept.Fates.Altered+kept.Fates.Gone != 0 {
		t.Errorf("it was kept as %+v", kept)
	}
	same, err := d.KeepImport(d.ctx(), d.ani, d.begun(factcheck.Import{SourceID: d.source, FileName: "brief.txt"}, "A line before.\n\n"+brief).ID, factcheck.SourceDraft{})
	must(t, err)
	if same.New || same.Snapshot.ID != kept.Snapshot.ID || same.Version != kept.Version {
		t.Errorf("the same once more is %+v", same)
	}
	d.sound()
}
