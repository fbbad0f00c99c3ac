package newsroom

import (
	"context"
	"fmt"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// How many files are read at once, without their bytes.
const filePage = 200

// files checks the bytes of exhibits and of pictures of posts.
func (v *verifier) files(ctx context.Context) error {
	return walk(v, func(q *store.Queries, last factcheck.File) ([]factcheck.File, error) {
		return q.Files(ctx, last.ID, filePage)
	}, func(page []factcheck.File) error {
		for _, f := range page {
			if err := v.file(ctx, f); err != nil {
				return err
			}
		}
		return nil
	})
}

func (v *verifier) file(ctx context.Context, f factcheck.File) error {
	bytes, err := ask(v, func(q *store.Queries) ([]byte, error) { return q.FileBytes(ctx, f.ID) })
	if err != nil {
		return err
	}
	shown, err := ask(v, func(q *store.Queries) ([]byte, error) { return q.FileCopy(ctx, f.ID) })
	if err != nil {
		return err
	}
	v.do(func(j job) {
		what := fmt.Sprintf("file %d", f.ID)
		if factcheck.HashOf(bytes) != f.SHA256 {
			j.fault(what, "its bytes have another hash than was stored: they are not what was brought in")
		} else if len(bytes) != f.Size {
			j.fault(what, "it has %d bytes and is said to have %d: the note of its size was changed", len(bytes), f.Size)
		}
		if f.CopyType != "" && factcheck.HashOf(shown) != f.CopySHA256 {
			j.fault(what, "the copy that readers are shown has another hash than was stored: it is not what was made of the picture")
		}
		j.looked("files", 1)
	})
	return nil
}

// sameFiles checks that files are still those that a record names.
func (j job) sameFiles(ctx context.Context, what string, files []factcheck.File) error {
	return j.sameHashes(what, "file", asHashed(files, func(f factcheck.File) (int64, string) { return f.ID, f.SHA256 }),
		func(q *store.Queries, ids []int64) (map[int64]string, error) { return q.FileHashes(ctx, ids) })
}

func asHashed[T any](list []T, hash func(T) (int64, string)) []store.Hashed {
	var out []store.Hashed
	for _, one := range list {
		if id, h := hash(one); id != 0 {
			out = append(out, store.Hashed{ID: id, Hash: h})
		}
	}
	return out
}

// sameHashes checks that rows of a kind still have the hashes that a record
// names: what was changed together with its own hash is found here.
func (j job) sameHashes(what, kind string, named []store.Hashed, read func(*store.Queries, []int64) (map[int64]string, error)) error {
	if len(named) == 0 {
		return nil
	}
	ids := make([]int64, len(named))
	for i, n := range named {
		ids[i] = n.ID
	}
	found, err := ask(j.v, func(q *store.Queries) (map[int64]string, error) { return read(q, ids) })
	if err != nil {
		return err
	}
	for _, n := range named {
		if is, there := found[n.ID]; !there {
			j.fault(fmt.Sprintf("%s %d", kind, n.ID), "it is missing, and %s names it: what it showed is lost", what)
		} else if is != n.Hash {
			j.fault(fmt.Sprintf("%s %d", kind, n.ID), "%s has another hash for it: it and its hash were changed after it was brought in", what)
		}
	}
	return nil
}
