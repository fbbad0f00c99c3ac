package factcheck

import (
	"strconv"

	"claimdesk/internal/quote"
)

// MaxPost is how long the text of a post may be, in Unicode code points.
const MaxPost = 100_000

// Appearance is a place where a claim was seen.
type Appearance struct {
	URL         string `json:"url,omitempty"`
	Outlet      string `json:"outlet,omitempty"`
	SeenOn      Date   `json:"seen_on,omitempty"`
	ArchivedURL string `json:"archived_url,omitempty"`
	Said        string `json:"said,omitempty"`  // the words as they were said there
	Plain       bool   `json:"plain,omitempty"` // readers see the address as text, not as a link
	// Capture is what the appearance looked like, nil when nothing was kept.
	Capture *Capture `json:"capture,omitempty"`
	// Found is where Said stands in the capture's text, nil when it does not.
	Found *quote.Anchor `json:"found,omitempty"`
}

// Public is what readers are told of the appearance: of what was kept the hash
// alone, since the post is somebody else's and a picture's name can tell who
// took it.
func (a Appearance) Public() Appearance {
	if c := a.Capture; c != nil {
		a.Capture = &Capture{ID: c.ID, TextSHA256: c.TextSHA256, At: c.At}
		if f := c.File; f != nil {
			a.Capture.File = &File{ID: f.ID, MediaType: f.MediaType, SHA256: f.SHA256, Size: f.Size}
		}
	}
	if f := a.Found; f != nil {
		a.Found = &quote.Anchor{Exact: f.Exact, Start: f.Start, End: f.End, Spans: f.Spans}
	}
	return a
}

// sighting is what an appearance shows of the claim: the words as they were said
// there, and the hashes of what was kept of it.
type sighting struct{ Said, Text, Picture string }

// sightings are those of appearances, in their order. Addresses are left out:
// mending a broken link is minor.
func sightings(seen []Appearance) []sighting {
	var list []sighting
	for _, a := range seen {
		s := sighting{Said: a.Said}
		if k := a.Capture; k != nil {
			s.Text = k.TextSHA256
			if k.File != nil {
				s.Picture = k.File.SHA256
			}
		}
		if s != (sighting{}) {
			list = append(list, s)
		}
	}
	return list
}

// AppearanceDraft is what is typed about an appearance. Text and Picture are
// what it looks like, as far as that is brought now; CaptureID keeps what was
// brought before. Whichever of text and picture is not brought anew is kept.
type AppearanceDraft struct {
	URL, Outlet, SeenOn, ArchivedURL, Said string

	Plain     bool
	Text      string // of the post, at most MaxPost code points
	Picture   *Upload
	CaptureID int64
}

// Blank tells whether nothing was typed or brought: the appearance is left
// out, with what was kept of it.
func (d AppearanceDraft) Blank() bool {
	d.Plain, d.CaptureID = false, 0
	return d == (AppearanceDraft{})
}

// Upload is a file as it was sent.
type Upload struct {
	Name  string
	Bytes []byte
}

// Sighting is what was brought of an appearance. Field is the beginning of its
// fields' names, such as "appearances.0"; Text is normalised.
type Sighting struct {
	Field     string
	Text      string
	Picture   *Upload
	CaptureID int64
}

func (a Appearance) draft() AppearanceDraft {
	d := AppearanceDraft{URL: a.URL, Outlet: a.Outlet, SeenOn: string(a.SeenOn), ArchivedURL: a.ArchivedURL, Said: a.Said, Plain: a.Plain}
	if a.Capture != nil {
		d.CaptureID = a.Capture.ID
	}
	return d
}

func (c *checker) appearances(drafts []AppearanceDraft) (seen []Appearance, brought []Sighting) {
	if len(drafts) > MaxAppearances {
		c.add("appearances", "At most "+count(MaxAppearances)+" appearances fit.")
		return nil, nil
	}
	for i, d := range drafts {
		if d.Blank() {
			continue
		}
		field := "appearances." + strconv.Itoa(i)
		a := Appearance{
			URL:         c.url(field+".url", d.URL),
			Outlet:      c.line(field+".outlet", d.Outlet, MaxName),
			SeenOn:      c.date(field+".seen_on", d.SeenOn),
			ArchivedURL: c.url(field+".archived_url", d.ArchivedURL),
			Said:        c.text(field+".said", d.Said, MaxNote),
			Plain:       d.Plain,
		}
		if a.URL == "" && a.Outlet == "" && !c.has(field+".outlet") && !c.has(field+".url") {
			c.add(field+".url", "Say where the claim was seen: an address, an outlet, or both.")
		}
		seen = append(seen, a)
		brought = append(brought, Sighting{Field: field, Text: c.post(field+".text", d.Text), Picture: d.Picture, CaptureID: d.CaptureID})
	}
	return seen, brought
}

// post is the text of a post as it is kept: normalised, and nothing else.
func (c *checker) post(field, text string) string {
	if at := InvalidAt(text); at >= 0 {
		c.add(field, "This is not valid UTF-8 at byte "+count(at)+". Save it as UTF-8 and send it again.")
		return ""
	}
	normal, err := quote.Normalise([]byte(text))
	if err != nil {
		c.add(field, err.Error())
		return ""
	}
	return c.length(field, normal, MaxPost)
}
