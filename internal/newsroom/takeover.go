package newsroom

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// TakenOver says what came in.
type TakenOver struct {
	SiteName string `json:"site_name"`
	Rows     int    `json:"rows"`
	Files    int    `json:"files"`
	People   int    `json:"people"` // none of them has a password
	Events   int    `json:"events"`
}

// TakeOver makes the newsroom of an export in a folder where there is none, or
// one in which nothing has happened yet and that no program has open; others
// are a Conflict. Every entry is checked against its hash, and what was made of
// it as Verify checks a newsroom, before it is put in its place: all of it is
// there afterwards, or nothing. What is wrong with the export is an Invalid error
// about the field "file" that names the entry. The log goes on as it was, without
// a line of its own. progress may be nil.
func TakeOver(ctx context.Context, by factcheck.Actor, folder string, from io.ReaderAt, size int64, progress func([]Tally)) (_ TakenOver, err error) {
	if err := factcheck.Permit(by, factcheck.TakeOver); err != nil {
		return TakenOver{}, err
	}
	if progress == nil {
		progress = func([]Tally) {}
	}
	site, err := store.Vacant(ctx, folder)
	if err != nil {
		return TakenOver{}, err
	}
	defer func() { err = errors.Join(err, site.Close()) }()
	p, err := openParcel(ctx, from, size, progress)
	if err != nil {
		return TakenOver{}, err
	}
	aside, err := os.MkdirTemp(site.Folder(), "taking-over-")
	if err != nil {
		return TakenOver{}, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(aside)) }()
	made := filepath.Join(aside, store.FileName)
	if err := store.Build(ctx, made, p.about.Shape, func(l *store.Loader) error { return p.load(ctx, l) }); err != nil {
		return TakenOver{}, err
	}
	done, err := prove(ctx, made, progress)
	if err == nil {
		err = site.Put(made)
	}
	done.Rows, done.Files = p.rows, p.loaded
	return done, err
}

// prove checks a newsroom that was made of an export, and says what is in it.
func prove(ctx context.Context, path string, progress func([]Tally)) (done TakenOver, err error) {
	st, err := store.OpenFile(ctx, path)
	if err != nil {
		return done, err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	err = st.Read(ctx, func(q *store.Queries) error {
		s, err := q.Settings(ctx)
		if factcheck.KindOf(err) == factcheck.NotFound {
			return broken(recordsFolder+"settings.jsonl", "there are no settings in it: this is no newsroom")
		}
		done.SiteName = s.SiteName
		return err
	})
	if err != nil {
		return done, err
	}
	room, err := Open(ctx, st, Options{})
	if err != nil {
		return done, err
	}
	defer room.Close()
	found, err := room.Verify(ctx, progress)
	if err != nil {
		return done, err
	}
	if n := len(found.Faults) + found.Unlisted; n > 0 {
		return done, factcheck.Wrong("file", "What is in it does not hold, so nothing was imported: %s: %s (%s in all).",
			found.Faults[0].What, found.Faults[0].Why, factcheck.Plural(n, "fault", "faults"))
	}
	done.Events = found.Counts["events"]
	users, err := room.Users(ctx)
	done.People = len(users)
	return done, err
}

// broken is an Invalid error about an entry of an export.
func broken(entry, format string, args ...any) *factcheck.Error {
	return &factcheck.Error{Kind: factcheck.Invalid, Message: "Nothing was imported.",
		Fields: []factcheck.Problem{{Field: "file", Message: entry + ": " + fmt.Sprintf(format, args...) + "."}}}
}

// IsExport tells whether a file begins as a ZIP does.
func IsExport(head []byte) bool {
	return len(head) >= 4 && (string(head[:4]) == "PK\x03\x04" || string(head[:4]) == "PK\x05\x06")
}

// openZip reads the list of entries.
func openZip(from io.ReaderAt, size int64) (*zip.Reader, error) {
	z, err := zip.NewReader(from, size)
	if err != nil {
		return nil, &factcheck.Error{Kind: factcheck.Invalid, Message: "Nothing was imported.", Cause: err, Fields: []factcheck.Problem{{Field: "file",
			Message: "The file is no ZIP, or its end is missing: it may not have come whole. Copy it again."}}}
	}
	return z, nil
}
