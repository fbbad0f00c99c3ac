package newsroom_test

import (
	"context"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/internal/store"
)

const (
	post    = "They said it at noon: Armenia is leaving the alliance."
	picture = "the bytes of a picture"
	shown   = "the bytes of its copy"
)

var noon = time.Date(2023, 9, 14, 12, 0, 0, 0, time.UTC)

// seen gives a claim an appearance of which a text and a picture were kept, and
// a stand and a revision that name them.
func (d *desk) seen() {
	d.t.Helper()
	c := d.ready()
	must(d.t, d.store.Write(d.ctx(), func(tx *store.Tx) error { return keepPost(d.ctx(), tx, c.ID) }))
	must(d.t, d.again(c.ID, first))
	if live := d.check(); len(live.Content.Appearances) != 1 || live.Content.Appearances[0].Capture == nil {
		d.t.Fatalf("the revision shows %+v", live.Content.Appearances)
	}
}

func keepPost(ctx context.Context, tx *store.Tx, claim int64) error {
	f := factcheck.File{MediaType: "image/png", SHA256: factcheck.HashOf([]byte(picture)), Size: len(picture), CopyType: "image/png", CopySHA256: factcheck.HashOf([]byte(shown))}
	var err error
	if f.ID, err = tx.AddFile(ctx, f, []byte(picture), []byte(shown), 1, noon); err != nil {
		return err
	}
	k := factcheck.Capture{Text: post, TextSHA256: factcheck.HashOf([]byte(post)), File: &f, At: noon}
	if k.ID, err = tx.AddCapture(ctx, claim, k, 1); err != nil {
		return err
	}
	found, err := quote.NewDocument(post).Find(quote.Selector{Exact: "Armenia is leaving the alliance."})
	if err != nil {
		return err
	}
	return tx.SetAppearances(ctx, claim, []factcheck.Appearance{{Outlet: "A channel", Said: found.Exact, Capture: &k, Found: &found}})
}

var fileTamperings = map[string]tampering{
	"a byte of a file":            {`UPDATE files SET bytes = x'78'`, "files", "file 1", "its bytes have another hash"},
	"the size of a file":          {`UPDATE files SET size = 3`, "files", "file 1", "its size was changed"},
	"a byte of a copy":            {`UPDATE files SET copy_bytes = x'78'`, "files", "file 1", "the copy that readers are shown has another hash"},
	"a file, and its hash":        {`UPDATE files SET bytes = x'78', size = 1, sha256 = '` + hashOfX + `'`, "versions", "file 1", "has another hash for it"},
	"a file under a revision":     {`UPDATE files SET bytes = x'78', size = 1, sha256 = '` + hashOfX + `'`, "revisions", "file 1", "revision 1 of claim 1 has another hash for it"},
	"a missing file":              {`DELETE FROM files`, "versions", "file 1", "it is missing"},
	"a byte of a post":            {`UPDATE captures SET text = replace(text, 'is leaving', 'is Leaving')`, "captures", "capture 1 of claim 1", "the text has another hash"},
	"a post, and its hash":        {`UPDATE captures SET text = 'x', text_sha256 = '` + hashOfX + `'`, "revisions", "capture 1", "has another hash for it"},
	"a post under what was said":  {`UPDATE captures SET text = 'x', text_sha256 = '` + hashOfX + `'`, "appearances", "appearance 1 of claim 1", "no longer stand in what was captured"},
	"all that was kept of a post": {`UPDATE captures SET text = '', text_sha256 = '', file_id = NULL`, "captures", "capture 1 of claim 1", "neither a text nor a file"},
	"a missing post":              {`DELETE FROM captures`, "versions", "capture 1", "it is missing"},
	"what was said":               {`UPDATE appearances SET anchor = replace(anchor, 'is leaving', 'has left')`, "appearances", "appearance 1 of claim 1", "no longer stand in what was captured"},
	"where it was said":           {`UPDATE appearances SET anchor = '{'`, "appearances", "appearance 1 of claim 1", "cannot be read"},
}

func TestTamperingWithWhatWasKeptIsFound(t *testing.T) {
	whole := newDesk(t)
	whole.seen()
	if p := whole.sound(); p.Counts["files"] != 1 || p.Counts["captures"] != 1 || p.Counts["appearances"] != 1 {
		t.Errorf("it looked at %+v", p.Counts)
	}
	whole.tampered(t, fileTamperings)
}
