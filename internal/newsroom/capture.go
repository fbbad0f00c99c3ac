package newsroom

import (
	"context"
	"errors"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/picture"
	"claimdesk/internal/quote"
	"claimdesk/internal/store"
)

// bringPictures looks at the pictures of appearances and makes their copies,
// before anything is written. They are given by the place of their appearance.
func (r *Room) bringPictures(ctx context.Context, sightings []factcheck.Sighting) (map[int]brought, error) {
	pictures := map[int]brought{}
	var wrong error
	for i, s := range sightings {
		if s.Picture == nil {
			continue
		}
		f, err := r.bringPicture(ctx, *s.Picture)
		if err != nil {
			wrong = factcheck.Together(wrong, under(s.Field, err))
			continue
		}
		pictures[i] = f
	}
	return pictures, wrong
}

// bringPicture refuses what is no picture in fewer words than what is no file
// that can be kept.
func (r *Room) bringPicture(ctx context.Context, u Upload) (brought, error) {
	if n := len(u.Bytes); n > 0 && n <= factcheck.MaxFile {
		if mediaType, _ := factcheck.FileType(u.Bytes, u.Name); !picture.Is(mediaType) {
			return brought{}, factcheck.Wrong("file", "This is no picture. Bring in a screenshot as PNG, JPEG, GIF or WebP.")
		}
	}
	return r.bring(ctx, u)
}

// under puts the fields that an error names under another one.
func under(field string, err error) error {
	problems := factcheck.Problems(err)
	if problems == nil {
		return err
	}
	e := *factcheck.As(err)
	e.Fields = nil
	for _, p := range problems {
		e.Fields = append(e.Fields, factcheck.Problem{Field: field + "." + p.Field, Message: p.Message})
	}
	return &e
}

// sight stores what was brought of a claim's appearances, and looks in it for
// the words as they were said. Where those do not stand there, the error names
// all of them, and shows what is nearest to the first.
func (a *acting) sight(ctx context.Context, claim int64, d *factcheck.Checked, pictures map[int]brought) error {
	var wrong error
	for i, s := range d.Sightings {
		var fresh *brought
		if f, is := pictures[i]; is {
			fresh = &f
		}
		seen := &d.Appearances[i]
		kept, err := a.capture(ctx, claim, s, fresh)
		if err == nil {
			seen.Capture = kept
			err = findSaid(seen)
		}
		if err != nil {
			wrong = factcheck.Together(wrong, under(s.Field, err))
		}
	}
	return wrong
}

// capture is what is kept of an appearance from now on, nil for nothing. What
// is not brought anew is taken from what was kept before.
func (a *acting) capture(ctx context.Context, claim int64, s factcheck.Sighting, fresh *brought) (*factcheck.Capture, error) {
	var was factcheck.Capture
	if s.CaptureID != 0 {
		kept, err := captureOf(ctx, &a.Queries, claim, s.CaptureID)
		if err != nil {
			return nil, orWrong(err, "capture_id", "This claim has no copy with this number.")
		}
		was = kept
	}
	switch {
	case s.Text == "" && fresh == nil && was.ID == 0:
		return nil, nil
	case s.Text == "" && fresh == nil:
		return &was, nil
	}
	next := factcheck.Capture{Text: was.Text, TextSHA256: was.TextSHA256, File: was.File, At: a.now}
	if s.Text != "" {
		next.Text, next.TextSHA256 = s.Text, factcheck.HashOf([]byte(s.Text))
	}
	if fresh != nil {
		kept, err := a.keepFile(ctx, *fresh)
		if err != nil {
			return nil, err
		}
		next.File = &kept
	}
	var err error
	next.ID, err = a.AddCapture(ctx, claim, next, a.by.ID)
	return &next, err
}

// findSaid looks for the words as said in the text that was kept, letter for
// letter but for white space, and puts in the post's own.
func findSaid(seen *factcheck.Appearance) error {
	seen.Found = nil
	if seen.Said == "" || seen.Capture == nil || seen.Capture.Text == "" {
		return nil
	}
	doc := quote.NewDocument(seen.Capture.Text)
	found, err := doc.Find(quote.Selector{Exact: seen.Said})
	var several *quote.Ambiguous
	if errors.As(err, &several) { // it does not matter where
		found, err = doc.FindAt(seen.Said, several.Matches[0].Start, several.Matches[0].End)
	}
	if err == nil {
		seen.Said, seen.Found = found.Exact, &found
		return nil
	}
	refusal := &factcheck.Error{Kind: factcheck.Invalid, Message: "The claim was not saved.", Cause: err}
	problem := factcheck.Problem{Field: "said", Message: "These words are not in the text of the post, letter for letter. Write them as they stand there, or leave them out."}
	var absent *quote.NotFound
	var malformed *quote.Malformed
	switch {
	case errors.As(err, &absent):
		refusal.Nearest, refusal.Offers = absent.Nearest, absent.Offers
	case errors.As(err, &malformed):
		problem.Message = malformed.Message
	default:
		return err
	}
	refusal.Fields = []factcheck.Problem{problem}
	return refusal
}

// keptAlready takes out of a draft what was kept before and was brought once more.
func keptAlready(c *factcheck.Claim, d *factcheck.Checked) {
	kept := map[int64]*factcheck.Capture{}
	for _, a := range c.Appearances {
		if a.Capture != nil {
			kept[a.Capture.ID] = a.Capture
		}
	}
	for i := range d.Sightings {
		s := &d.Sightings[i]
		was := kept[s.CaptureID]
		if was == nil {
			continue
		}
		if s.Text != "" && factcheck.HashOf([]byte(s.Text)) == was.TextSHA256 {
			s.Text = ""
		}
		if s.Picture != nil && was.File != nil && factcheck.HashOf(s.Picture.Bytes) == was.File.SHA256 {
			s.Picture = nil
		}
	}
}

// captureOf is a capture of a claim, with its text.
func captureOf(ctx context.Context, q *store.Queries, claim, id int64) (factcheck.Capture, error) {
	kept, err := q.Capture(ctx, id)
	if err == nil && kept.ClaimID != claim {
		err = factcheck.NoSuch("copy %d of where claim %d was seen", id, claim)
	}
	return kept.Capture, err
}

// Capture is what was kept of where a claim was seen, with its text, for the
// desk alone: it is somebody else's.
func (r *Room) Capture(ctx context.Context, claim, id int64) (factcheck.Capture, error) {
	return read(ctx, r, func(q *store.Queries) (factcheck.Capture, error) { return captureOf(ctx, q, claim, id) })
}

// CapturePicture is the picture of such a copy as it may be shown at the desk;
// NotFound when there is none.
func (r *Room) CapturePicture(ctx context.Context, claim, id int64) (factcheck.File, []byte, error) {
	var raw []byte
	f, err := read(ctx, r, func(q *store.Queries) (factcheck.File, error) {
		kept, err := captureOf(ctx, q, claim, id)
		if err != nil {
			return factcheck.File{}, err
		}
		if kept.File == nil || !kept.File.Picture() {
			return factcheck.File{}, factcheck.NoSuch("picture of copy %d", id)
		}
		raw, err = q.FileCopy(ctx, kept.File.ID)
		return *kept.File, err
	})
	return f, raw, err
}
