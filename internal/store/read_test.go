package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
)

func TestReadersCannotWrite(t *testing.T) {
	s, err := Open(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, statement := range []string{
		`UPDATE edition SET number = 7`, `INSERT INTO topics VALUES (1, 'a', 'a', 'a', 1)`, `DELETE FROM edition`,
		`CREATE TABLE x (y)`, `DROP TABLE topics`, `VACUUM`,
	} {
		if _, err := s.readers.ExecContext(t.Context(), statement); err == nil {
			t.Errorf("a reader did %q", statement)
		}
		err := s.Read(t.Context(), func(q *Queries) error {
			_, err := q.db.ExecContext(t.Context(), statement)
			return err
		})
		if err == nil {
			t.Errorf("a reader's transaction did %q", statement)
		}
	}
	err = s.Read(t.Context(), func(q *Queries) error { return (&Tx{*q}).RaiseEdition(t.Context()) })
	if err == nil || !strings.Contains(err.Error(), "readonly") {
		t.Errorf("raising the edition through a reader: %v", err)
	}
}

func TestEveryConnectionHasItsPragmas(t *testing.T) {
	s, err := Open(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var readers []*sql.Conn // all open at once, so that each is another connection
	for range 3 {
		conn, err := s.readers.Conn(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		readers = append(readers, conn)
	}
	for pragma, want := range map[string][2]string{
		"foreign_keys": {"1", "1"}, "busy_timeout": {"60000", "5000"}, "journal_mode": {"wal", "wal"},
		"synchronous": {"2", "2"}, "query_only": {"0", "1"},
	} {
		var is string
		if err := s.writer.QueryRowContext(t.Context(), "PRAGMA "+pragma).Scan(&is); err != nil || is != want[0] {
			t.Errorf("the writer has %s %q, %v; want %q", pragma, is, err, want[0])
		}
		for _, reader := range readers {
			if err := reader.QueryRowContext(t.Context(), "PRAGMA "+pragma).Scan(&is); err != nil || is != want[1] {
				t.Errorf("a reader has %s %q, %v; want %q", pragma, is, err, want[1])
			}
		}
	}
	if n := s.writer.Stats().MaxOpenConnections; n != 1 {
		t.Errorf("there are up to %d writers", n)
	}
}

func TestAnUnfinishedWriteLeavesNothing(t *testing.T) {
	s, err := Open(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	broken := errors.New("broken off")
	if err := s.Write(t.Context(), func(tx *Tx) error {
		if err := tx.RaiseEdition(t.Context()); err != nil {
			return err
		}
		return broken
	}); !errors.Is(err, broken) {
		t.Errorf("the error became %v", err)
	}
	func() {
		defer func() { _ = recover() }()
		_ = s.Write(t.Context(), func(tx *Tx) error {
			if err := tx.RaiseEdition(t.Context()); err != nil {
				t.Error(err)
			}
			panic("broken off")
		})
	}()
	ended, end := context.WithCancel(t.Context())
	if err := s.Write(ended, func(tx *Tx) error {
		defer end()
		return tx.RaiseEdition(ended)
	}); err == nil {
		t.Error("a write was committed after its context had ended")
	}
	if err := s.Read(t.Context(), func(q *Queries) error {
		edition, err := q.Edition(t.Context())
		if edition != 0 {
			t.Errorf("the edition is %d", edition)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if err := s.Write(t.Context(), func(tx *Tx) error { return tx.RaiseEdition(t.Context()) }); err != nil {
		t.Errorf("after that nobody can write: %v", err)
	}
}

func TestAWriteThatWaitsInVainSaysSo(t *testing.T) {
	folder := t.TempDir()
	first, err := Open(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	other, err := Open(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	if _, err := other.writer.ExecContext(t.Context(), "PRAGMA busy_timeout = 1"); err != nil {
		t.Fatal(err)
	}
	nothing := func(*Tx) error { return nil }
	err = first.Write(t.Context(), func(*Tx) error {
		if err := other.Write(t.Context(), nothing); !errors.Is(err, factcheck.ErrOccupied) {
			t.Errorf("beside another write it gives %v", err)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	if err := other.Write(t.Context(), nothing); err != nil {
		t.Errorf("after it: %v", err)
	}
}

func TestAReadSeesOneState(t *testing.T) {
	s, err := Open(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	err = s.Read(t.Context(), func(q *Queries) error {
		before, err := q.Edition(t.Context())
		if err != nil {
			return err
		}
		if err := s.Write(t.Context(), func(tx *Tx) error { return tx.RaiseEdition(t.Context()) }); err != nil {
			return err
		}
		after, err := q.Edition(t.Context())
		if before != after {
			t.Errorf("the edition went from %d to %d within one read", before, after)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestTimesComeBackAsTheyWent(t *testing.T) {
	for _, at := range []time.Time{{}, time.UnixMilli(1694692800123).UTC(), time.UnixMilli(-1).UTC()} {
		if got := moment(millis(at)); !got.Equal(at) || got.Location() != time.UTC {
			t.Errorf("%s became %s", at, got)
		}
	}
}

func TestWhatIsAbsentIsNotFound(t *testing.T) {
	s, err := Open(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	ctx := t.Context()
	err = s.Read(ctx, func(q *Queries) error {
		reads := map[string]func() error{
			"claim":           func() error { _, err := q.Claim(ctx, 7); return err },
			"source":          func() error { _, err := q.Source(ctx, 7); return err },
			"text":            func() error { _, err := q.Text(ctx, 7); return err },
			"original":        func() error { _, err := q.Original(ctx, 7); return err },
			"user":            func() error { _, err := q.User(ctx, 7); return err },
			"user by email":   func() error { _, err := q.UserByEmail(ctx, "x"); return err },
			"password":        func() error { _, err := q.Password(ctx, 7); return err },
			"session":         func() error { _, err := q.Session(ctx, "x"); return err },
			"link":            func() error { _, err := q.Link(ctx, "x"); return err },
			"token":           func() error { _, err := q.Token(ctx, 7); return err },
			"token by key":    func() error { _, err := q.TokenByKey(ctx, "x"); return err },
			"receipt":         func() error { _, err := q.Receipt(ctx, 7, "x"); return err },
			"settings":        func() error { _, err := q.Settings(ctx); return err },
			"scale":           func() error { _, err := q.Scale(ctx, 7); return err },
			"verdict":         func() error { _, err := q.Verdict(ctx, 7); return err },
			"article":         func() error { _, err := q.Article(ctx, 7); return err },
			"version":         func() error { _, err := q.Version(ctx, "claim", 7, 1); return err },
			"check by slug":   func() error { _, err := q.PublishedBySlug(ctx, "x"); return err },
			"check of claim":  func() error { _, err := q.PublishedClaim(ctx, 7); return err },
			"revision":        func() error { _, err := q.Revision(ctx, 7, 1); return err },
			"revision with":   func() error { _, err := q.RevisionWith(ctx, 7); return err },
			"topic of public": func() error { _, err := q.PublicTopic(ctx, "x"); return err },
		}
		for name, get := range reads {
			if err := get(); err == nil || factcheck.KindOf(err) != factcheck.NotFound {
				t.Errorf("%s: %v", name, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
