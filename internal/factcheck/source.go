package factcheck

import (
	"slices"
	"strings"
	"time"

	"claimdesk/internal/quote"
)

// SourceKind is what sort of document a source is.
type SourceKind string

// The kinds of source.
const (
	Brief      SourceKind = "brief"
	News       SourceKind = "article"
	Transcript SourceKind = "transcript"
	Law        SourceKind = "law"
	Statement  SourceKind = "statement"
	Dataset    SourceKind = "data"
	Post       SourceKind = "post"
	OtherKind  SourceKind = "other"
)

// SourceKinds are all kinds, in the order in which forms offer them.
var SourceKinds = []SourceKind{Brief, News, Transcript, Law, Statement, Dataset, Post, OtherKind}

// Level tells a first-hand document from one that reports on others.
type Level string

// The levels.
const (
	Primary   Level = "primary"
	Secondary Level = "secondary"
)

// Levels are both levels.
var Levels = []Level{Primary, Secondary}

// Access is how much of a source's text the public may see.
type Access string

// The kinds of access: the whole text, quotes and their neighbours only, or
// nothing but the quotes themselves.
const (
	PublicAccess    Access = "public"
	ExcerptAccess   Access = "excerpt"
	ProtectedAccess Access = "protected"
)

// Accesses are the kinds that a source can be given.
var Accesses = []Access{ExcerptAccess, PublicAccess, ProtectedAccess}

// Source is a document that evidence is quoted from.
type Source struct {
	ID, Version int64
	Title       string
	Publisher   string
	Authors     []string
	URL         string
	PublishedOn Date
	Language    string // BCP 47
	Kind        SourceKind
	Level       Level
	Access      Access
	Interest    string // who pays or controls it, what is at stake for it
	RestsOn     int64  // the source that it repeats, or 0
	ArchivedURL string // a copy in a web archive
	ArchivedAt  time.Time
	Users       []int64 // who may see it while it is protected
	Description string  // what readers are told of it while it is protected
	Because     string  // why it is protected, for readers
	Snapshot    Snapshot
	Quotes      int // pieces of evidence that are quoted from it now
	CreatedBy   int64
	CreatedAt   time.Time
	UpdatedAt   time.Time
}

// Snapshot is one retrieval of a source. It never changes. Text is loaded
// only where it is asked for.
type Snapshot struct {
	ID, SourceID  int64
	MediaType     string // of the original bytes, such as "text/plain; charset=utf-8"
	FileName      string // as uploaded, or ""
	SHA256        string // of the original bytes, in hex
	TextSHA256    string // of the normalised text's UTF-8, in hex
	Size          int    // of the original, in bytes
	Length        int    // of the normalised text, in code points
	Passages      int
	RetrievedAt   time.Time
	RetrievedFrom string // the address it was fetched from; "" when it was pasted or uploaded
	Retrieval     *Retrieval
	Lost          []string // sentences: what of the original the text does not hold
	CreatedBy     int64
	Text          string
}

// Document is what ingest makes of the bytes of a source: the normalised text
// with its passages, and what could be guessed about it.
type Document struct {
	Original  []byte
	MediaType string
	FileName  string
	Text      string
	Passages  []quote.Passage
	Guess     SourceDraft // only fields that the document itself tells
	Lost      []string    // sentences: what of the original the text does not hold
	Retrieval *Retrieval  // nil when it was not fetched
	At        time.Time   // when it came; zero: when it is stored
}

// Retrieval is how a document was fetched: what was asked for, the addresses
// that were gone through, and what the last server answered.
type Retrieval struct {
	URL       string              `json:"url"`
	FinalURL  string              `json:"final_url"`
	Redirects []string            `json:"redirects,omitempty"` // from the second address on, FinalURL the last
	Status    int                 `json:"status"`
	Header    map[string][]string `json:"header,omitempty"`
}

// SourceDraft is what is typed about a source.
type SourceDraft struct {
	Title       string
	Publisher   string
	Authors     []string
	URL         string
	PublishedOn string
	Language    string
	Kind        SourceKind
	Level       Level
	Access      Access
	Interest    string
	RestsOn     int64   `json:",omitempty"`
	ArchivedURL string  `json:",omitempty"`
	Users       []int64 `json:",omitempty"` // of a protected source; whoever saves it is always one of them
	Description string  `json:",omitempty"` // for readers, of a protected source
	Because     string  `json:",omitempty"`
}

// Or fills what is empty in d from the guess g.
func (d SourceDraft) Or(g SourceDraft) SourceDraft {
	fill(&d.Title, g.Title)
	fill(&d.Publisher, g.Publisher)
	fill(&d.URL, g.URL)
	fill(&d.PublishedOn, g.PublishedOn)
	fill(&d.Language, g.Language)
	fill(&d.Kind, g.Kind)
	fill(&d.Level, g.Level)
	fill(&d.Interest, g.Interest)
	if len(d.Authors) == 0 {
		d.Authors = g.Authors
	}
	return d
}

func fill[T ~string](field *T, guess T) {
	if strings.TrimSpace(string(*field)) == "" {
		*field = guess
	}
}

// Check cleans the draft, or says what is wrong with its fields. Only the
// title is needed.
func (d SourceDraft) Check(now time.Time) (SourceDraft, error) {
	c := checker{now: now}
	d.Title = c.line("title", d.Title, MaxClaim)
	c.need("title", d.Title, "A title is missing. Write what the document is called.")
	d.Publisher = c.line("publisher", d.Publisher, MaxName)
	var authors []string
	for _, a := range d.Authors {
		if a = c.line("authors", a, MaxName); a != "" {
			authors = append(authors, a)
		}
	}
	if len(authors) > MaxTopics {
		c.add("authors", "At most "+count(MaxTopics)+" authors fit.")
	}
	d.Authors = authors
	d.URL = c.url("url", d.URL)
	d.PublishedOn = string(c.date("published_on", d.PublishedOn))
	d.Language = c.language("language", d.Language, "en")
	d.Kind = oneOf(&c, "kind", d.Kind, OtherKind, SourceKinds)
	d.Level = oneOf(&c, "level", d.Level, Secondary, Levels)
	d.Access = oneOf(&c, "access", d.Access, ExcerptAccess, Accesses)
	d.Interest = c.text("interest", d.Interest, MaxNote)
	d.ArchivedURL = c.url("archived_url", d.ArchivedURL)
	d.Description = c.text("public_description", d.Description, MaxSummary)
	d.Because = c.text("protected_because", d.Because, MaxSummary)
	if d.Access == ProtectedAccess {
		c.need("public_description", d.Description, "Say what readers may know of it: they see this in place of its title.")
	}
	if len(d.Users) > MaxUsers {
		c.add("access_users", "At most "+count(MaxUsers)+" people can be named.")
	}
	return d, c.err("The source was not saved.")
}

// Draft is the source as it would be typed.
func (s Source) Draft() SourceDraft {
	return SourceDraft{Title: s.Title, Publisher: s.Publisher, Authors: s.Authors, URL: s.URL,
		PublishedOn: string(s.PublishedOn), Language: s.Language, Kind: s.Kind, Level: s.Level,
		Access: s.Access, Interest: s.Interest, RestsOn: s.RestsOn, ArchivedURL: s.ArchivedURL,
		Users: s.Users, Description: s.Description, Because: s.Because}
}

// SeenBy tells whether somebody may see the source: anybody at the desk, but a
// protected one only those who are named on it, and the console.
func (s Source) SeenBy(a Actor) bool {
	return s.Access != ProtectedAccess || a.Role == Console || slices.Contains(s.Users, a.ID)
}

// Quoted is a piece of evidence as the reader page of a source shows it.
type Quoted struct {
	EvidenceID, ClaimID, SnapshotID int64
	Position                        int // number of the evidence on its claim, from 1
	ClaimText                       string
	ClaimStatus                     Status
	Stance                          Stance
	Spans                           []quote.Span
}
