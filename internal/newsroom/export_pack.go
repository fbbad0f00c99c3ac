package newsroom

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"slices"
	"strings"
	"time"
)

// The entries of an export that stand alone, and the folders of the others.
const (
	readmeEntry   = "README.txt"
	manifestEntry = "manifest.json"
	sumsEntry     = "SHA256SUMS"
	recordsFolder = "newsroom/"
	filesFolder   = "files/"
	marksFolder   = "annotations/"
)

// packed is the time that every entry carries, the first that ZIP knows: an
// export says what there is, not when it was written.
var packed = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

// pack writes entries one after another, and knows the hash of each.
type pack struct {
	zip  *zip.Writer
	name string // of the entry under way
	hash hash.Hash
	sums []string // lines of SHA256SUMS
	to   io.Writer
}

func newPack(to io.Writer) *pack { return &pack{zip: zip.NewWriter(to)} }

// begin ends the entry under way and begins another.
func (p *pack) begin(name string) (io.Writer, error) {
	p.finish()
	entry, err := p.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: packed})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	p.name, p.hash = name, sha256.New()
	p.to = io.MultiWriter(entry, p.hash)
	return p.to, nil
}

func (p *pack) finish() {
	if p.hash != nil {
		p.sums = append(p.sums, hex.EncodeToString(p.hash.Sum(nil))+"  "+p.name+"\n")
	}
	p.hash = nil
}

// put writes a whole entry.
func (p *pack) put(name string, content []byte) error {
	w, err := p.begin(name)
	if err == nil {
		_, err = w.Write(content)
	}
	return err
}

// close writes the hashes, in the form that sha256sum reads, and ends the ZIP.
func (p *pack) close() error {
	p.finish()
	slices.SortFunc(p.sums, func(a, b string) int { return strings.Compare(a[64:], b[64:]) })
	sums := p.sums
	w, err := p.begin(sumsEntry)
	if err != nil {
		return err
	}
	for _, line := range sums {
		if _, err := io.WriteString(w, line); err != nil {
			return err
		}
	}
	return p.zip.Close()
}
