// Package storetest gives a test a newsroom's database of its own, on a real
// file, within milliseconds: the migrations run once for each test binary, and
// every test gets a copy.
package storetest

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"claimdesk/internal/store"
)

// blank is an empty newsroom's file, made once.
var blank = sync.OnceValues(func() ([]byte, error) {
	folder, err := os.MkdirTemp("", "claimdesk-test-*")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	s, err := store.Open(context.Background(), folder)
	if err != nil {
		return nil, err
	}
	if err := s.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(folder, store.FileName))
})

// New opens an empty newsroom that ends with the test.
func New(t testing.TB) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), Folder(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(fmt.Errorf("close the store: %w", err))
		}
	})
	return s
}

// Folder makes a data folder that holds an empty newsroom, which nobody has
// opened yet.
func Folder(t testing.TB) string {
	t.Helper()
	file, err := blank()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, store.FileName), file, 0o600); err != nil {
		t.Fatal(err)
	}
	return folder
}

// Raw is a connection to a database's file past the store, without any of its
// settings, such as somebody has who holds the machine in their hands.
func Raw(t testing.TB, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: path}).String()+"?_pragma=busy_timeout(5000)")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(fmt.Errorf("close the raw connection: %w", err))
		}
	})
	return db
}
