// Package store keeps a newsroom in one SQLite file. All SQL of the program
// is here, a file for each kind of record.
//
// Reads hang on Queries and work in and out of a transaction; writes hang on
// Tx, so that writing outside of one does not compile. What is absent is a
// factcheck NotFound error, never nil without an error. Times go in and out
// as time.Time in UTC, to the millisecond.
package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"claimdesk/internal/factcheck"
)

// Store is an open newsroom: one connection that writes and a pool that can
// only read. It is safe for use by many goroutines.
type Store struct {
	writer, readers *sql.DB
	path            string
}

// Queries are the reads, over one connection or a whole pool.
type Queries struct{ db querier }

// Tx is a write transaction: every read, and the writes.
type Tx struct{ Queries }

type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	PrepareContext(ctx context.Context, query string) (*sql.Stmt, error)
}

// Path is the database's file.
func (s *Store) Path() string { return s.path }

// Read runs fn in a read-only transaction: all its reads see one and the same
// state, whatever is written meanwhile.
func (s *Store) Read(ctx context.Context, fn func(*Queries) error) error {
	tx, err := s.readers.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin reading: %w", err)
	}
	defer tx.Rollback() //nolint:errcheck // nothing was written
	return fn(&Queries{tx})
}

// Write runs fn in the one write transaction and commits when it returns nil;
// otherwise nothing of it stays. When Write has returned nil, what was written
// survives a power cut. Where somebody else writes for longer than it waits, the
// error is a factcheck.ErrOccupied.
func (s *Store) Write(ctx context.Context, fn func(*Tx) error) error {
	conn, err := s.turn(ctx)
	if err != nil {
		return fmt.Errorf("begin writing: %w", err)
	}
	defer conn.Close()
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin writing: %w", occupied(err))
	}
	defer tx.Rollback() //nolint:errcheck // after a commit it does nothing
	if err := fn(&Tx{Queries{tx}}); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

// turn waits for the connection that writes, for a minute at most.
func (s *Store) turn(ctx context.Context) (*sql.Conn, error) {
	wait, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	conn, err := s.writer.Conn(wait)
	if err != nil && ctx.Err() == nil && wait.Err() != nil {
		return nil, factcheck.ErrOccupied
	}
	return conn, err
}

// Close ends all connections; the last one folds the write-ahead log back
// into the database's file.
func (s *Store) Close() error {
	return errors.Join(s.readers.Close(), s.writer.Close())
}

// list collects the rows of a query.
func list[T any](ctx context.Context, db querier, scan func(*sql.Rows) (T, error), query string, args ...any) ([]T, error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}

// one is the only row of a query, or absent when there is none.
func one[T any](ctx context.Context, db querier, absent error, scan func(*sql.Rows) (T, error), query string, args ...any) (T, error) {
	var none T
	all, err := list(ctx, db, scan, query, args...)
	if err != nil {
		return none, err
	}
	if len(all) == 0 {
		return none, absent
	}
	return all[0], nil
}

func number(rows *sql.Rows) (int64, error) {
	var n int64
	err := rows.Scan(&n)
	return n, err
}

func word(rows *sql.Rows) (string, error) {
	var s string
	err := rows.Scan(&s)
	return s, err
}

// insert runs an INSERT that ends in RETURNING id.
func (tx *Tx) insert(ctx context.Context, query string, args ...any) (int64, error) {
	var id int64
	err := tx.db.QueryRowContext(ctx, query, args...).Scan(&id)
	return id, err
}

func (tx *Tx) exec(ctx context.Context, query string, args ...any) error {
	_, err := tx.db.ExecContext(ctx, query, args...)
	return err
}

// in makes the "($3, $4)" of an IN for these ids, the first numbered from.
func in(ids []int64, from int) (string, []any) {
	marks, args := make([]string, len(ids)), make([]any, len(ids))
	for i, id := range ids {
		marks[i], args[i] = "$"+strconv.Itoa(from+i), id
	}
	return "(" + strings.Join(marks, ", ") + ")", args
}

func millis(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

func moment(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms).UTC()
}

// orNull stores an absent id as NULL.
func orNull(id int64) any {
	if id == 0 {
		return nil
	}
	return id
}

func asJSON(v any) string {
	encoded, err := json.Marshal(v)
	if err != nil {
		panic("store: cannot be encoded: " + err.Error()) // our own plain structs only
	}
	return string(encoded)
}

// orNone is JSON, or "" for a nil pointer.
func orNone[T any](v *T) string {
	if v == nil {
		return ""
	}
	return asJSON(v)
}

// fromJSON reads what asJSON wrote; "" leaves v as it is.
func fromJSON(s string, v any) error {
	if s == "" {
		return nil
	}
	if err := json.Unmarshal([]byte(s), v); err != nil {
		return fmt.Errorf("stored JSON: %w", err)
	}
	return nil
}

// rowsOf is "($1, $2), ($3, $4)" for two rows of two columns.
func rowsOf(rows, columns int) string {
	marks := make([]string, rows)
	for i := range marks {
		row := make([]string, columns)
		for j := range row {
			row[j] = "$" + strconv.Itoa(i*columns+j+1)
		}
		marks[i] = "(" + strings.Join(row, ", ") + ")"
	}
	return strings.Join(marks, ", ")
}
