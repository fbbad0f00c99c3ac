package newsroom

import (
	"context"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/picture"
)

// Upload is a file as it was sent.
type Upload = factcheck.Upload

// brought is a file that may be kept: its bytes as they came and, of a
// picture, the copy that readers are shown.
type brought struct {
	factcheck.File
	original, copied []byte
}

// bring looks at a file and makes a picture's copy, before anything is
// written: that takes seconds where a picture is large, and much memory, so one
// is made at a time.
func (r *Room) bring(ctx context.Context, u Upload) (brought, error) {
	mediaType, err := factcheck.FileType(u.Bytes, u.Name)
	if err != nil {
		return brought{}, err
	}
	f := brought{original: u.Bytes, File: factcheck.File{Name: factcheck.FileName(u.Name), MediaType: mediaType,
		SHA256: factcheck.HashOf(u.Bytes), Size: len(u.Bytes)}}
	if !picture.Is(mediaType) {
		return f, nil
	}
	made, err := inTurn(ctx, r.turns.picture, func() (picture.Copy, error) { return picture.Make(u.Bytes, mediaType) })
	if err != nil {
		return f, err
	}
	f.copied, f.CopyType, f.CopySHA256 = made.Bytes, made.MediaType, factcheck.HashOf(made.Bytes)
	f.Width, f.Height = made.Width, made.Height
	return f, nil
}

// keepFile stores a file that was brought in.
func (a *acting) keepFile(ctx context.Context, f brought) (factcheck.File, error) {
	var err error
	f.ID, err = a.AddFile(ctx, f.File, f.original, f.copied, a.by.ID, a.now)
	return f.File, err
}
