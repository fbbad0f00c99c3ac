package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"claimdesk/internal/factcheck"
)

// Loader fills a database that holds nothing yet with the rows of an export.
type Loader struct {
	tx *sql.Tx
}

// Build makes a database at an absolute path where there is none: in the shape
// in which the rows were written, so that fill can put them in as they are;
// then it is brought into the present shape and its words can be searched for.
// What fill leaves must point at nothing that is missing.
func Build(ctx context.Context, path string, shape int64, fill func(*Loader) error) (err error) {
	if err := keepToOneself(path); err != nil {
		return err
	}
	db, err := sql.Open("sqlite", dsn(path, "_txlock=immediate", "_pragma=journal_mode(WAL)", "_pragma=synchronous(FULL)"))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetMaxOpenConns(1)
	changes, err := changesOf(db)
	if err != nil {
		return err
	}
	if _, err := changes.UpTo(ctx, shape); err != nil {
		return fmt.Errorf("making the database: %w", err)
	}
	if err := inOne(ctx, db, func(tx *sql.Tx) error { return load(ctx, tx, fill) }); err != nil {
		return err
	}
	if _, err := changes.Up(ctx); err != nil {
		return fmt.Errorf("bringing the database into its present shape: %w", err)
	}
	return inOne(ctx, db, func(tx *sql.Tx) error { return (&Tx{Queries{tx}}).indexAll(ctx) })
}

func inOne(ctx context.Context, db *sql.DB, fn func(*sql.Tx) error) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // after a commit it does nothing
	if err := fn(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// load runs fill while rows may point at others that are still to come.
func load(ctx context.Context, tx *sql.Tx, fill func(*Loader) error) error {
	for _, statement := range []string{`PRAGMA defer_foreign_keys = 1`, `DELETE FROM edition`} {
		if _, err := tx.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	if err := fill(&Loader{tx}); err != nil {
		return err
	}
	loose, err := list(ctx, tx, looseReference, `PRAGMA foreign_key_check`)
	if err == nil && len(loose) > 0 {
		err = factcheck.Clash("The records do not belong together: %s.", loose[0])
	}
	return err
}

// Tables are those that the export must hold, in order.
func (l *Loader) Tables(ctx context.Context) ([]Record, error) {
	q := Queries{l.tx}
	there, err := q.Tables(ctx)
	return slices.DeleteFunc(slices.Clone(Records), func(r Record) bool { return !slices.Contains(there, r.Name) }), err
}

// Filling puts rows into one table.
type Filling struct {
	columns []string
	left    map[string]string
	insert  *sql.Stmt
}

// Fill begins with a table. The Filling must be closed.
func (l *Loader) Fill(ctx context.Context, r Record) (*Filling, error) {
	columns, err := r.columns(ctx, l.tx)
	if err != nil {
		return nil, err
	}
	all := append(slices.Clone(columns), slices.Sorted(maps.Keys(r.left))...)
	insert, err := l.tx.PrepareContext(ctx, `INSERT INTO `+r.Name+` (`+strings.Join(all, ", ")+`) VALUES `+rowsOf(1, len(all)))
	return &Filling{columns, r.left, insert}, err
}

// Close ends it.
func (f *Filling) Close() error { return f.insert.Close() }

// Add puts in a row, which must have exactly the columns that an export holds.
// What does not fit is an error for whoever made the export.
func (f *Filling) Add(ctx context.Context, row map[string]any) error {
	args := make([]any, 0, len(f.columns)+len(f.left))
	for _, name := range f.columns {
		value, is := row[name]
		if !is {
			return fmt.Errorf("the column %s is missing", name)
		}
		args = append(args, value)
	}
	if len(row) != len(f.columns) {
		for _, name := range slices.Sorted(maps.Keys(row)) {
			if !slices.Contains(f.columns, name) {
				return fmt.Errorf("the column %s is unknown here", shortName(name))
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(f.left)) {
		args = append(args, f.left[name])
	}
	_, err := f.insert.ExecContext(ctx, args...)
	return err
}

func shortName(name string) string {
	if len(name) > 40 {
		name = strings.ToValidUTF8(name[:40], "") + "…"
	}
	return fmt.Sprintf("%q", name)
}
