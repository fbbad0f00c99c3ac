package ingest

import (
	"context"
	"os"
	"sync"
	"testing"

	"claimdesk/internal/factcheck"
)

// reader is what all tests read with: PDF takes seconds to set up.
var reader = sync.OnceValue(New)

func TestMain(m *testing.M) {
	code := m.Run()
	_ = reader().Close()
	os.Exit(code)
}

func filed(raw []byte, name string) (*factcheck.Document, error) {
	return reader().File(context.Background(), raw, name, nil)
}

func fetched(raw []byte, contentType, address string) (*factcheck.Document, error) {
	return reader().Download(context.Background(), raw, contentType, address, nil)
}
