package factcheck

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"time"

	"claimdesk/internal/quote"
)

// Class is what sort of change a revision makes to what was public before.
type Class string

// The classes. The first revision has none.
const (
	Minor       Class = "minor"
	Update      Class = "update"
	ReRated     Class = "re-rated"
	Substantial Class = "substantial"
)

// Classes are the classes that publishing again can be given.
var Classes = []Class{Minor, Update, ReRated, Substantial}

var classWords = map[Class][2]string{
	Minor:       {"Minor", "Spelling, grammar, a broken link; no fact has changed. One editor, at once."},
	Update:      {"Update", "New facts, the same verdict."},
	ReRated:     {"Re-rated", "The facts have changed since, and with them the verdict. We were not wrong."},
	Substantial: {"Correction", "A fact was wrong, or the verdict was. Readers see the note on top."},
}

// Label is the class as a person reads it.
func (c Class) Label() string { return classWords[c][0] }

// Meaning is a sentence on when the class is right.
func (c Class) Meaning() string { return classWords[c][1] }

// Revision is one publication of a claim: immutable, numbered from 1.
type Revision struct {
	ID, ClaimID int64
	Number      int
	Class       Class // "" for the first
	Note        string
	At          time.Time
	By          int64 // the user who published it
	Hash        string
	Content     Content
	Live        bool // it is what the public sees now
}

// Seal is a fingerprint (SHA-256 in hex) of what the revision says of itself
// beside its content: its number, class and note, when it was published and by
// whom.
func (r Revision) Seal() string {
	said := []string{strconv.Itoa(r.Number), strconv.FormatInt(r.At.UnixMilli(), 10), strconv.FormatInt(r.By, 10), string(r.Class), r.Note}
	return HashOf([]byte(strings.Join(said, "\x00")))
}

// Content is all that a page of a fact-check shows, as it was published. It
// holds nothing that the public may not see: a private person has no name in
// it, and no address of theirs.
type Content struct {
	ClaimID      int64            `json:"claim_id"`
	Headline     string           `json:"headline"`
	Slug         string           `json:"slug"`
	Summary      string           `json:"summary"`
	Body         string           `json:"body"`      // Markdown
	BodyHTML     string           `json:"body_html"` // sanitised; marks are links to #evidence-N
	Language     string           `json:"language"`
	Claim        string           `json:"claim"`
	Claimant     *Claimant        `json:"claimant,omitempty"` // nil: going round
	SaidOn       Date             `json:"said_on,omitempty"`
	Appearances  []Appearance     `json:"appearances,omitempty"`
	Rating       Rating           `json:"rating"`
	ScaleVersion int              `json:"scale_version"`
	Explanation  string           `json:"explanation"`
	Reasons      []Reason         `json:"reasons,omitempty"`
	Misread      *PublicMisread   `json:"misread,omitempty"`
	AsOf         Date             `json:"as_of"`
	Evidence     []PublicEvidence `json:"evidence"`
	Exhibits     []PublicExhibit  `json:"exhibits,omitempty"`
	Independent  int              `json:"independent,omitempty"` // sources, those that rest on one another counted once; 0 in old revisions
	Verbatim     bool             `json:"verbatim,omitempty"`    // the claim's words were found in an appearance's own snapshot
	Topics       []Topic          `json:"topics,omitempty"`
	Enquiries    []PublicEnquiry  `json:"enquiries,omitempty"` // whom we asked, and what came of it
	Dissents     []PublicDissent  `json:"dissents,omitempty"`  // who of us sees the verdict differently
	Passed       []PublicPass     `json:"passed,omitempty"`    // our own rules that this check does not meet, and why
	Byline       string           `json:"byline"`
	EditedBy     string           `json:"edited_by,omitempty"`
	FourEyes     bool             `json:"four_eyes"` // two people signed it
	FirstAt      time.Time        `json:"first_published_at"`
}

// PublicMisread is what was misread, with the title of the source.
type PublicMisread struct {
	Misread
	Title string `json:"title,omitempty"`
}

// PublicEvidence is a piece of evidence as it was published.
type PublicEvidence struct {
	ID          int64        `json:"id"`
	Position    int          `json:"position"`
	Stance      Stance       `json:"stance"`
	Exact       string       `json:"exact"`
	Prefix      string       `json:"prefix"`
	Suffix      string       `json:"suffix"`
	Start       int          `json:"start"`
	End         int          `json:"end"`
	Spans       []quote.Span `json:"spans"`
	Before      string       `json:"before"` // the words around it in its passage
	After       string       `json:"after"`
	Passage     int          `json:"passage"`
	Speaker     string       `json:"speaker,omitempty"`
	Note        string       `json:"note,omitempty"`
	Translation string       `json:"translation,omitempty"`
	Translator  string       `json:"translator,omitempty"`
	Later       bool         `json:"later,omitempty"` // younger than the claim
	Source      PublicSource `json:"source"`
	// Changed is what has become known since: read with the page, never part of
	// it. Nil when the source still holds the words, or readers are not told.
	Changed *SourceChanged `json:"-"`
}

// Anchor is the quote with its place, as package quote has it.
func (e PublicEvidence) Anchor() quote.Anchor {
	return quote.Anchor{Exact: e.Exact, Prefix: e.Prefix, Suffix: e.Suffix, Start: e.Start, End: e.End, Spans: e.Spans}
}

// PublicSource is what a reader is told of a source and its stored copy.
type PublicSource struct {
	ID          int64      `json:"id"`
	Title       string     `json:"title"`
	Publisher   string     `json:"publisher,omitempty"`
	Authors     []string   `json:"authors,omitempty"`
	URL         string     `json:"url,omitempty"`
	PublishedOn Date       `json:"published_on,omitempty"`
	Language    string     `json:"language"`
	Kind        SourceKind `json:"kind"`
	Level       Level      `json:"level"`
	Access      Access     `json:"access"`
	Interest    string     `json:"interest,omitempty"`
	ArchivedURL string     `json:"archived_url,omitempty"`
	Description string     `json:"description,omitempty"` // of a protected source: all that readers are told of it
	Because     string     `json:"because,omitempty"`     // why it is protected
	SnapshotID  int64      `json:"snapshot_id,omitempty"`
	SHA256      string     `json:"sha256,omitempty"`
	TextSHA256  string     `json:"text_sha256,omitempty"`
	MediaType   string     `json:"media_type,omitempty"`
	RetrievedAt time.Time  `json:"retrieved_at,omitzero"`
	Length      int        `json:"length,omitempty"` // of the text, in code points
}

// HashOf is the SHA-256 in hex of stored bytes, as it stands beside every
// snapshot, revision and version.
func HashOf(stored []byte) string {
	sum := sha256.Sum256(stored)
	return hex.EncodeToString(sum[:])
}

// CheckClass says whether a class is right for the change from the live
// content to the next one. Nil live means a first publication, which takes no
// class.
func CheckClass(class Class, note string, live, next *Content) error {
	if live == nil {
		if class != "" {
			return Wrong("class", "This is the first publication. Leave the class of change out.")
		}
		return nil
	}
	c := checker{}
	oneOf(&c, "class", class, "", Classes)
	reRated := live.Rating.Slug != next.Rating.Slug
	switch {
	case class == "":
		c.add("class", "Say what sort of change this is: minor, update, re-rated, or substantial (a correction).")
	case reRated && (class == Minor || class == Update):
		c.add("class", "The rating has changed. That is re-rated or substantial, never "+string(class)+".")
	case !reRated && class == ReRated:
		c.add("class", "The rating is the same as before. Choose update, or substantial (a correction).")
	case class == Minor && !sameSubstance(live, next):
		c.add("class", "The claim, the verdict, the evidence, or what readers are told of enquiries and dissent has changed. That is more than minor: choose update or substantial (a correction).")
	}
	if class != Minor && note == "" {
		c.add("note", "Readers are told what has changed. Write it in a sentence or two.")
	}
	return c.err("It was not published.")
}

// sameSubstance tells whether claim, rating and evidence are as they were,
// whether the claim stands in quotation marks as before, and whether readers are
// told the same of enquiries, dissent and rules that were passed.
func sameSubstance(a, b *Content) bool {
	return slices.Equal(a.Enquiries, b.Enquiries) && sameDissents(a.Dissents, b.Dissents) && slices.Equal(a.Passed, b.Passed) &&
		a.Claim == b.Claim && sameClaimant(a.Claimant, b.Claimant) && a.SaidOn == b.SaidOn && a.Rating.Slug == b.Rating.Slug &&
		slices.Equal(a.Reasons, b.Reasons) && sameMisread(a.Misread, b.Misread) && a.AsOf == b.AsOf &&
		slices.EqualFunc(byID(a.Evidence), byID(b.Evidence), func(x, y PublicEvidence) bool {
			return x.ID == y.ID && x.Stance == y.Stance && x.Exact == y.Exact && x.Speaker == y.Speaker
		}) && sameExhibits(a.Exhibits, b.Exhibits) && a.Verbatim == b.Verbatim && slices.Equal(sightings(a.Appearances), sightings(b.Appearances))
}

// sameExhibits tells whether two pages show the same exhibits and say the same
// of them, in any order.
func sameExhibits(a, b []PublicExhibit) bool {
	if len(a) != len(b) {
		return false
	}
	was := map[int64]PublicExhibit{}
	for _, e := range a {
		was[e.ID] = e
	}
	for _, e := range b {
		old := was[e.ID]
		old.Position, old.At = e.Position, e.At // its letter is wording; when it came never changes
		if old != e {
			return false
		}
	}
	return true
}

func byID(list []PublicEvidence) []PublicEvidence {
	sorted := slices.Clone(list)
	slices.SortFunc(sorted, func(a, b PublicEvidence) int { return int(a.ID - b.ID) })
	return sorted
}

func sameClaimant(a, b *Claimant) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.ID == b.ID && a.Name == b.Name && a.Kind == b.Kind
}

func sameMisread(a, b *PublicMisread) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Misread == b.Misread
}

// CheckOrderNote cleans the public note that is published with a change.
func CheckOrderNote(note string) (string, error) {
	var c checker
	note = c.text("note", note, MaxExplanation)
	return note, c.err("It was not published.")
}
