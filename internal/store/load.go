package store

import (
	"context"
	"database/sql"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"claimdesk/internal/factcheck"
)

const loadQuery = `SELECT id, user_id, file_name, format, size, mapping, state, outcome, created_at FROM loads`

func scanLoad(rows *sql.Rows) (l factcheck.Load, err error) {
	var plan, outcome string
	var at int64
	if err = rows.Scan(&l.ID, &l.UserID, &l.FileName, &l.Format, &l.Size, &plan, &l.State, &outcome, &at); err != nil {
		return l, err
	}
	l.CreatedAt = moment(at)
	if err := fromJSON(plan, &l.Plan); err != nil {
		return l, err
	}
	return l, fromJSON(outcome, &l.Outcome)
}

// Load is a user's load with this id; NotFound for another's.
func (q *Queries) Load(ctx context.Context, user, id int64) (factcheck.Load, error) {
	return one(ctx, q.db, factcheck.NoSuch("file on its way in with number %d", id), scanLoad, loadQuery+` WHERE id = $1 AND user_id = $2`, id, user)
}

// Loads are a user's loads, newest first.
func (q *Queries) Loads(ctx context.Context, user int64) ([]factcheck.Load, error) {
	return list(ctx, q.db, scanLoad, loadQuery+` WHERE user_id = $1 ORDER BY id DESC LIMIT 50`, user)
}

// AddLoad stores a load, and gives the id.
func (tx *Tx) AddLoad(ctx context.Context, l factcheck.Load) (int64, error) {
	return tx.insert(ctx, `
		INSERT INTO loads (user_id, file_name, format, size, mapping, state, outcome, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
		l.UserID, l.FileName, l.Format, l.Size, asJSON(l.Plan), l.State, asJSON(l.Outcome), millis(l.CreatedAt))
}

// SetLoad stores how far a load is and how it is to be taken.
func (tx *Tx) SetLoad(ctx context.Context, l factcheck.Load) error {
	return tx.exec(ctx, `UPDATE loads SET mapping = $1, state = $2, outcome = $3 WHERE id = $4`, asJSON(l.Plan), l.State, asJSON(l.Outcome), l.ID)
}

// RemoveLoad ends a load. Its file is to be removed afterwards.
func (tx *Tx) RemoveLoad(ctx context.Context, id int64) error {
	return tx.exec(ctx, `DELETE FROM loads WHERE id = $1`, id)
}

// SweepLoads ends those that were begun before a time, and gives the ids of
// those whose files are still needed.
func (tx *Tx) SweepLoads(ctx context.Context, before time.Time) ([]int64, error) {
	if err := tx.exec(ctx, `DELETE FROM loads WHERE created_at < $1`, millis(before)); err != nil {
		return nil, err
	}
	return list(ctx, tx.db, number, `SELECT id FROM loads WHERE state IN ('waiting', 'running') ORDER BY id`)
}

func (s *Store) loadFolder() string { return filepath.Join(filepath.Dir(s.path), "loads") }

func (s *Store) loadFile(id int64) string {
	return filepath.Join(s.loadFolder(), strconv.FormatInt(id, 10))
}

// KeepLoadFile writes what is read to a file of its own, which nobody else on
// the machine may read, and gives its name and size. It becomes a load's by
// NameLoadFile, or is removed by DropLoadFile.
func (s *Store) KeepLoadFile(from io.Reader) (name string, size int64, err error) {
	if err := os.MkdirAll(s.loadFolder(), 0o700); err != nil {
		return "", 0, err
	}
	file, err := os.CreateTemp(s.loadFolder(), "new-*")
	if err != nil {
		return "", 0, err
	}
	size, err = io.Copy(file, from)
	if err = errors.Join(err, file.Close()); err != nil {
		_ = os.Remove(file.Name())
	}
	return file.Name(), size, err
}

// Head is the beginning of a file, at most so many bytes.
func Head(name string, most int64) ([]byte, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, most))
}

// NameLoadFile makes a file that was kept the one of a load.
func (s *Store) NameLoadFile(name string, id int64) error { return os.Rename(name, s.loadFile(id)) }

// DropLoadFile removes a file that was kept and did not become a load's.
func (s *Store) DropLoadFile(name string) { _ = os.Remove(name) }

// OpenLoadFile opens the file of a load; NotFound when it is gone. The caller
// closes it.
func (s *Store) OpenLoadFile(id int64) (*os.File, error) {
	file, err := os.Open(s.loadFile(id))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, factcheck.NoSuch("file of the load %d any more", id)
	}
	return file, err
}

// RemoveLoadFile removes the file of a load; one that is gone is gone.
func (s *Store) RemoveLoadFile(id int64) { _ = os.Remove(s.loadFile(id)) }

// SweepLoadFiles removes the files of all loads but these, and what was left of
// uploads that have ended in the middle before a time.
func (s *Store) SweepLoadFiles(needed []int64, before time.Time) error {
	keep := map[string]bool{}
	for _, id := range needed {
		keep[strconv.FormatInt(id, 10)] = true
	}
	entries, err := os.ReadDir(s.loadFolder())
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, entry := range entries {
		info, gone := entry.Info()
		if gone != nil || keep[entry.Name()] || info.ModTime().After(before) {
			continue
		}
		_ = os.Remove(filepath.Join(s.loadFolder(), entry.Name()))
	}
	return err
}
