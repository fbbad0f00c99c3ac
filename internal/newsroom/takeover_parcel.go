package newsroom

import (
	"archive/zip"
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// What an export may hold at most: entries, bytes unpacked for each byte of the
// ZIP with some for the start, bytes of one entry that is read whole.
const (
	mostEntries  = 4_000_000
	mostUnpacked = 150
	alwaysFits   = 64 << 20
	mostWhole    = 256 << 20
)

// parcel is an export whose every entry has been checked against its hash.
type parcel struct {
	entries      map[string]*zip.File
	about        manifest
	progress     func([]Tally)
	rows, loaded int
}

// entryNames are the names that an export's entries have.
var entryNames = regexp.MustCompile(`^(README\.txt|manifest\.json|SHA256SUMS|newsroom/[a-z_]+\.jsonl|files/[0-9a-f]{64}|annotations/[0-9]+\.json)$`)

func openParcel(ctx context.Context, from io.ReaderAt, size int64, progress func([]Tally)) (*parcel, error) {
	z, err := openZip(from, size)
	if err != nil {
		return nil, err
	}
	p := &parcel{entries: map[string]*zip.File{}, progress: progress}
	if err := p.list(z.File, size); err != nil {
		return nil, err
	}
	sums, err := p.sums()
	if err != nil {
		return nil, err
	}
	if err := p.check(ctx, sums); err != nil {
		return nil, err
	}
	return p, p.manifest()
}

// list takes the entries by name. A ZIP that was packed anew by hand may have
// folders of its own.
func (p *parcel) list(files []*zip.File, size int64) error {
	if len(files) > mostEntries {
		return broken("the ZIP", "it has more entries than any newsroom")
	}
	most, sum := uint64(size)*mostUnpacked+alwaysFits, uint64(0)
	for _, f := range files {
		if strings.HasSuffix(f.Name, "/") && f.UncompressedSize64 == 0 {
			continue
		}
		name := shownEntry(f.Name)
		if !entryNames.MatchString(f.Name) {
			return broken(name, "no export has such an entry; it comes from a newer Claimdesk, or is not an export of one")
		}
		if p.entries[f.Name] != nil {
			return broken(name, "it is there twice")
		}
		if sum += f.UncompressedSize64; f.UncompressedSize64 > most || sum > most {
			return broken(name, "unpacked it would be far larger than a newsroom of this size can be")
		}
		p.entries[f.Name] = f
	}
	for _, name := range []string{manifestEntry, sumsEntry} {
		if p.entries[name] == nil {
			return broken(name, "it is missing: this is not an export of a whole newsroom")
		}
	}
	return nil
}

// shownEntry is a name for a message, whatever was made of it.
func shownEntry(name string) string {
	name = strings.ToValidUTF8(name, "?")
	if r := []rune(name); len(r) > 100 {
		name = string(r[:100]) + "…"
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' {
			return '?'
		}
		return r
	}, name)
}

// sums reads the hashes by entry.
func (p *parcel) sums() (map[string]string, error) {
	sums := map[string]string{}
	err := p.lines(sumsEntry, func(n int, line []byte) error {
		sum, name, found := strings.Cut(string(line), "  ")
		if !found || len(sum) != 64 {
			return broken(sumsEntry, "line %d is not a hash and a name", n)
		}
		sums[name] = sum
		return nil
	})
	return sums, err
}

// check reads every entry and compares its hash.
func (p *parcel) check(ctx context.Context, sums map[string]string) error {
	names := slices.Sorted(maps.Keys(p.entries))
	for i, name := range names {
		if name == sumsEntry {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		p.progress([]Tally{{Things: "entries", Done: i, Of: len(names)}})
		sum := sha256.New()
		if err := p.read(name, func(r io.Reader) error { _, err := io.Copy(sum, r); return err }); err != nil {
			return err
		}
		switch want, listed := sums[name]; {
		case !listed:
			return broken(name, "its hash is not listed in %s: it was put in from outside", sumsEntry)
		case hex.EncodeToString(sum.Sum(nil)) != want:
			return broken(name, "it has another hash than %s says: it was changed, or did not come whole", sumsEntry)
		}
		delete(sums, name)
	}
	for _, name := range slices.Sorted(maps.Keys(sums)) {
		return broken(shownEntry(name), "%s names it, and it is missing", sumsEntry)
	}
	return nil
}

// manifest reads what the export says of itself.
func (p *parcel) manifest() error {
	raw, err := p.whole(manifestEntry)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(raw, &p.about); err != nil || p.about.Shape < 1 {
		return broken(manifestEntry, "it cannot be read")
	}
	if p.about.Format != exportFormat {
		return broken(manifestEntry, "its format is %q, and this program knows %q: use a newer Claimdesk", shownEntry(p.about.Format), exportFormat)
	}
	if p.about.Shape > store.PresentShape() {
		return broken(manifestEntry, "its tables are of version %d, and this program knows up to %d: use a newer Claimdesk", p.about.Shape, store.PresentShape())
	}
	return nil
}

// read opens an entry, lets fn read it to its end, and gives no more bytes than
// the ZIP says that it has.
func (p *parcel) read(name string, fn func(io.Reader) error) error {
	f := p.entries[name]
	opened, err := f.Open()
	if err == nil {
		err = fn(io.LimitReader(opened, int64(f.UncompressedSize64)+1))
		if closed := opened.Close(); err == nil {
			err = closed
		}
	}
	if err != nil && factcheck.As(err) == nil {
		e := broken(name, "it cannot be read to its end: the file is damaged, or did not come whole")
		e.Cause = err
		return e
	}
	return err
}

// whole is an entry in memory.
func (p *parcel) whole(name string) (content []byte, err error) {
	if p.entries[name].UncompressedSize64 > mostWhole {
		return nil, broken(name, "it is larger than any that an export has")
	}
	err = p.read(name, func(r io.Reader) (err error) { content, err = io.ReadAll(r); return err })
	return content, err
}

// lines gives fn each line of an entry, without its end, by number from 1.
func (p *parcel) lines(name string, fn func(int, []byte) error) error {
	return p.read(name, func(r io.Reader) error {
		s := bufio.NewScanner(r)
		s.Buffer(make([]byte, 1<<16), mostWhole)
		n := 1
		for ; s.Scan(); n++ {
			if err := fn(n, s.Bytes()); err != nil {
				return err
			}
		}
		if s.Err() == bufio.ErrTooLong {
			return broken(name, "line %d is longer than any that an export has", n)
		}
		return s.Err()
	})
}
