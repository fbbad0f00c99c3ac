package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"claimdesk/internal/factcheck"
)

// Site is a folder in which a newsroom is to be put: there is none, or one in
// which nothing has happened and that nobody uses.
type Site struct {
	folder string
	lock   *sql.Conn // of the one that is there, nil when there is none
	db     *sql.DB
}

// Vacant takes a folder for a newsroom, makes it where it is missing, and keeps
// others off until Put or Close. It is a Conflict when something has happened in
// the newsroom that is there, or a program has it open.
func Vacant(ctx context.Context, folder string) (*Site, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, fmt.Errorf("make the data folder: %w", err)
	}
	folder, err := filepath.Abs(folder)
	if err != nil {
		return nil, err
	}
	s := &Site{folder: folder}
	if !Exists(folder) {
		return s, nil
	}
	if err := s.hold(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// hold locks the database that is there against everybody. A database in WAL
// mode can leave that mode only while nobody else has it open.
func (s *Site) hold(ctx context.Context) (err error) {
	path := filepath.Join(s.folder, FileName)
	if err := refuseNewer(ctx, path); err != nil {
		return fmt.Errorf("open %s: %w", path, err)
	}
	if s.db, err = sql.Open("sqlite", dsn(path, "_pragma=busy_timeout(500)")); err != nil {
		return err
	}
	if s.lock, err = s.db.Conn(ctx); err != nil {
		return err
	}
	if err := untouched(ctx, s.lock); err != nil {
		return err
	}
	mode, err := one(ctx, s.lock, nil, word, `PRAGMA journal_mode = DELETE`)
	if err != nil || mode != "delete" {
		return factcheck.Clash("Another program has the newsroom in %s open. Stop the server first.", s.folder)
	}
	if _, err := s.lock.ExecContext(ctx, `BEGIN EXCLUSIVE`); err != nil {
		return factcheck.Clash("Another program has the newsroom in %s open. Stop the server first.", s.folder)
	}
	return untouched(ctx, s.lock)
}

// untouched is a Conflict when more has happened in a newsroom than that it was
// created.
func untouched(ctx context.Context, db querier) error {
	n, err := one(ctx, db, nil, number, `
		SELECT (SELECT count(*) FROM events WHERE action <> $1) + (SELECT count(*) FROM users)`, factcheck.CreateNewsroom)
	if err == nil && n > 0 {
		err = factcheck.Clash("There is a newsroom with people or work in it already: import into an empty folder, named with --data.")
	}
	return err
}

// Folder is its absolute path.
func (s *Site) Folder() string { return s.folder }

// Put moves a closed database from the same disk to its place.
func (s *Site) Put(made string) error {
	path := filepath.Join(s.folder, FileName)
	if s.lock != nil {
		return os.Rename(made, path)
	}
	err := os.Link(made, path) // unlike a rename it never replaces anything
	if errors.Is(err, fs.ErrExist) {
		return factcheck.Clash("Another program has made a newsroom in %s meanwhile.", s.folder)
	}
	if err != nil {
		return err
	}
	return os.Remove(made)
}

// Close lets go of the folder.
func (s *Site) Close() error {
	var err error
	if s.lock != nil {
		err = s.lock.Close()
	}
	if s.db != nil {
		err = errors.Join(err, s.db.Close())
	}
	return err
}
