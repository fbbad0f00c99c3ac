package api

import (
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
)

// appearanceSeen is where a claim was seen, as it is sent. An answered
// appearance may be sent back as it is: capture and found, which the newsroom
// makes, are taken and not looked at.
type appearanceSeen struct {
	URL         string   `json:"url,omitempty" nullable:"true"`
	Outlet      string   `json:"outlet,omitempty" nullable:"true"`
	SeenOn      string   `json:"seen_on,omitempty" nullable:"true"`
	ArchivedURL string   `json:"archived_url,omitempty" nullable:"true"`
	Said        string   `json:"said,omitempty" nullable:"true" doc:"The words as said there. With a text they must stand in it, letter for letter but for white space."`
	Plain       bool     `json:"plain,omitempty" nullable:"true" doc:"Readers see the address as text, not as a link."`
	Text        string   `json:"text,omitempty" nullable:"true" doc:"The text of the post as it stands there, to be kept; at most 100,000 characters."`
	CaptureID   int64    `json:"capture_id,omitempty" nullable:"true" minimum:"0" maximum:"9007199254740991" doc:"Keeps what was kept before; left out, it is kept no longer. 0 or left out for a new one."`
	Capture     *capture `json:"capture,omitempty" doc:"As it was answered: not looked at but for its id, where capture_id is left out."`
	Found       *found   `json:"found,omitempty" doc:"As it was answered: not looked at."`
}

// appearance is where a claim was seen, as it is answered.
type appearance struct {
	URL         string   `json:"url"`
	Outlet      string   `json:"outlet"`
	SeenOn      string   `json:"seen_on"`
	ArchivedURL string   `json:"archived_url"`
	Said        string   `json:"said"`
	Plain       bool     `json:"plain" doc:"Readers see the address as text, not as a link."`
	CaptureID   int64    `json:"capture_id,omitempty" doc:"Of what was kept of it: send it back to keep that."`
	Capture     *capture `json:"capture,omitempty" doc:"What was kept of it."`
	Found       *found   `json:"found,omitempty" doc:"Where the words as said stand in the text that was kept."`
}

// capture is what was kept of an appearance. Its text is not answered.
type capture struct {
	ID         int64     `json:"id"`
	TextSHA256 string    `json:"text_sha256,omitempty" doc:"Of the text's UTF-8, in hex; left out for a picture alone."`
	CapturedAt time.Time `json:"captured_at"`
	File       *picture  `json:"file,omitempty" doc:"The picture."`
}

type picture struct {
	Name      string `json:"name"`
	MediaType string `json:"media_type"`
	SHA256    string `json:"sha256"`
	Size      int    `json:"size" doc:"In bytes."`
}

// found is where words stand in a text, in code points.
type found struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Exact string `json:"exact"`
}

func (s appearanceSeen) draft() factcheck.AppearanceDraft {
	d := factcheck.AppearanceDraft{URL: s.URL, Outlet: s.Outlet, SeenOn: s.SeenOn, ArchivedURL: s.ArchivedURL, Said: s.Said,
		Plain: s.Plain, Text: s.Text, CaptureID: s.CaptureID}
	if d.CaptureID == 0 && s.Capture != nil {
		d.CaptureID = s.Capture.ID
	}
	return d
}

// seenOf is an appearance as it would be sent.
func seenOf(d factcheck.AppearanceDraft) appearanceSeen {
	return appearanceSeen{URL: d.URL, Outlet: d.Outlet, SeenOn: d.SeenOn, ArchivedURL: d.ArchivedURL, Said: d.Said,
		Plain: d.Plain, CaptureID: d.CaptureID}
}

func appearanceOf(a factcheck.Appearance) appearance {
	out := appearance{URL: a.URL, Outlet: a.Outlet, SeenOn: string(a.SeenOn), ArchivedURL: a.ArchivedURL, Said: a.Said, Plain: a.Plain}
	if c := a.Capture; c != nil {
		out.CaptureID = c.ID
		out.Capture = &capture{ID: c.ID, TextSHA256: c.TextSHA256, CapturedAt: c.At.UTC()}
		if f := c.File; f != nil {
			out.Capture.File = &picture{f.Name, f.MediaType, f.SHA256, f.Size}
		}
	}
	if f := a.Found; f != nil {
		out.Found = &found{f.Start, f.End, f.Exact}
	}
	return out
}

// offer is a quote as the source has it, where only signs differ from what was
// sent: send it again with these words, start and end to take it.
type offer struct {
	Start   int          `json:"start"`
	End     int          `json:"end"`
	Exact   string       `json:"exact"`
	Differs []string     `json:"differs" doc:"What differs, in words: quote marks, dashes …"`
	Diff    []quote.Diff `json:"diff" doc:"From the words as sent to those of the source."`
}

func offerOf(o quote.Offer) offer {
	return offer{o.Anchor.Start, o.Anchor.End, o.Anchor.Exact, texts(o.Differs), page(o.Changes, "", func(d quote.Diff) quote.Diff { return d }).Items}
}
