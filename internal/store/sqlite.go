package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/pressly/goose/v3"
	"modernc.org/sqlite" // the driver, and its errors

	"claimdesk/internal/factcheck"
	"claimdesk/migrations"
)

// FileName is the database's file inside a newsroom's folder.
const FileName = "claimdesk.db"

// Open opens the newsroom in a folder, makes both where they are missing, and
// brings the database into its present shape. A database that a newer
// Claimdesk has made is refused.
func Open(ctx context.Context, folder string) (*Store, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, fmt.Errorf("make the data folder: %w", err)
	}
	path, err := filepath.Abs(filepath.Join(folder, FileName))
	if err != nil {
		return nil, err
	}
	return OpenFile(ctx, path)
}

// Exists tells whether a folder holds a newsroom.
func Exists(folder string) bool {
	_, err := os.Stat(filepath.Join(folder, FileName))
	return err == nil
}

// OpenFile opens the database at an absolute path, as Open does.
func OpenFile(ctx context.Context, path string) (*Store, error) {
	if err := refuseNewer(ctx, path); err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	if err := keepToOneself(path); err != nil {
		return nil, err
	}
	writer, err := sql.Open("sqlite", dsn(path, patience, "_txlock=immediate", "_pragma=journal_mode(WAL)", "_pragma=synchronous(FULL)"))
	if err != nil {
		return nil, err
	}
	writer.SetMaxOpenConns(1)
	if err := migrate(ctx, writer); err != nil {
		return nil, errors.Join(fmt.Errorf("open %s: %w", path, err), writer.Close())
	}
	readers, err := sql.Open("sqlite", dsn(path, "mode=ro", "_pragma=query_only(1)"))
	if err != nil {
		return nil, errors.Join(err, writer.Close())
	}
	n := max(4, runtime.NumCPU())
	readers.SetMaxOpenConns(n)
	readers.SetMaxIdleConns(n)
	return &Store{writer: writer, readers: readers, path: path}, nil
}

// keepToOneself makes a file that is not there yet one that nobody else on the
// machine may read, whatever the folder allows. SQLite gives the files beside it
// the same mode.
func keepToOneself(path string) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("make the database: %w", err)
	}
	return file.Close()
}

// patience is how long the writer waits for another process that writes, in
// milliseconds: one that imports 100,000 claims writes for some ten seconds.
const patience = "_pragma=busy_timeout(60000)"

func dsn(path string, more ...string) string {
	settings := append([]string{"_pragma=foreign_keys(1)", "_dqs=0"}, more...)
	if !slices.ContainsFunc(more, func(s string) bool { return strings.HasPrefix(s, "_pragma=busy_timeout") }) {
		settings = append(settings, "_pragma=busy_timeout(5000)")
	}
	return (&url.URL{Scheme: "file", Path: path}).String() + "?" + strings.Join(settings, "&")
}

// refuseNewer looks at a file that is there before anything changes it: even
// setting the journal mode would.
func refuseNewer(ctx context.Context, path string) error {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	db, err := sql.Open("sqlite", dsn(path))
	if err != nil {
		return err
	}
	defer db.Close()
	if _, err := list(ctx, db, number, `SELECT count(*) FROM sqlite_schema`); err != nil {
		return err // at once: goose would try for seconds
	}
	changes, err := changesOf(db)
	if err != nil {
		return err
	}
	has, knows, err := changes.GetVersions(ctx)
	if err == nil && has > knows {
		err = fmt.Errorf("the database is of version %d, this program knows up to %d: use a newer Claimdesk", has, knows)
	}
	return err
}

func migrate(ctx context.Context, db *sql.DB) error {
	changes, err := changesOf(db)
	if err != nil {
		return err
	}
	_, err = changes.Up(ctx)
	return err
}

// changesOf are the migrations as they apply to a database.
func changesOf(db *sql.DB) (*goose.Provider, error) {
	files, err := fs.Sub(migrations.SQLite, "sqlite")
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(goose.DialectSQLite3, db, files)
}

// Sound checks the whole file: its pages, indexes and references. It gives
// one line for each fault, none when all is well. It reads over a connection of
// its own: one that has searched before holds a part of the indexes of words
// in memory, and takes what was written since for damage; and one that is opened
// for reading only does not look at the constraints of rows.
func (s *Store) Sound(ctx context.Context) (faults []string, err error) {
	db, err := sql.Open("sqlite", dsn(s.path, "mode=rw", "_pragma=query_only(1)"))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetMaxOpenConns(1)
	faults, err = list(ctx, db, word, `PRAGMA integrity_check`)
	if err != nil {
		return nil, fmt.Errorf("integrity check: %w", err)
	}
	if len(faults) == 1 && faults[0] == "ok" {
		faults = nil
	}
	loose, err := list(ctx, db, looseReference, `PRAGMA foreign_key_check`)
	if err != nil {
		return nil, fmt.Errorf("foreign key check: %w", err)
	}
	return append(faults, loose...), nil
}

func looseReference(rows *sql.Rows) (string, error) {
	var table, parent string
	var row, key sql.NullInt64
	err := rows.Scan(&table, &row, &parent, &key)
	return fmt.Sprintf("row %d of %s points at nothing in %s", row.Int64, table, parent), err
}

// twice tells whether a write was refused because a unique value is there
// already, and turns it into the given error.
func twice(err error, otherwise *factcheck.Error) error {
	const primaryKey, unique = 1555, 2067 // SQLite's extended result codes
	var e *sqlite.Error
	if errors.As(err, &e) && (e.Code() == primaryKey || e.Code() == unique) {
		return otherwise
	}
	return err
}

// occupied is factcheck.ErrOccupied where another process has kept the database
// to itself for longer than patience; other errors are as they were.
func occupied(err error) error {
	const busy = 5 // SQLite's result code
	var e *sqlite.Error
	if errors.As(err, &e) && e.Code()&0xff == busy {
		return errors.Join(factcheck.ErrOccupied, err)
	}
	return err
}

// PresentShape is the version of the database's shape that this program works
// with.
func PresentShape() int64 {
	names, err := fs.Glob(migrations.SQLite, "sqlite/*.sql")
	if err != nil {
		panic("store: " + err.Error()) // the pattern is well formed
	}
	return int64(len(names))
}
