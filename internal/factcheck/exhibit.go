package factcheck

import (
	"regexp"
	"strings"
	"time"
)

// ExhibitKind is what sort of thing an exhibit is.
type ExhibitKind string

// The kinds of exhibit.
const (
	Photograph     ExhibitKind = "photograph"
	Screenshot     ExhibitKind = "screenshot"
	Recording      ExhibitKind = "recording"
	Table          ExhibitKind = "table"
	Calculation    ExhibitKind = "calculation"
	Correspondence ExhibitKind = "correspondence"
	OtherExhibit   ExhibitKind = "other"
)

// ExhibitKinds are all kinds, in the order in which forms offer them.
var ExhibitKinds = []ExhibitKind{Photograph, Screenshot, Recording, Table, Calculation, Correspondence, OtherExhibit}

// Label is the kind as a person reads it.
func (k ExhibitKind) Label() string {
	return map[ExhibitKind]string{Photograph: "Photograph", Screenshot: "Screenshot", Recording: "Recording", Table: "Table",
		Calculation: "Calculation", Correspondence: "Our correspondence", OtherExhibit: "File"}[k]
}

// Exhibit is evidence that cannot be quoted: a hashed file with a description.
// It is never machine-checked, and counts only once a second person has
// confirmed it.
type Exhibit struct {
	ID, ClaimID int64
	Position    int // on its claim, from 1; shown as a letter; 0 once removed
	Kind        ExhibitKind
	Stance      Stance
	Description string
	Origin      string // where it came from
	VouchedBy   string // who vouches for it
	Moment      string // the place in a recording, such as "00:12:30"
	File        File
	ConfirmedBy int64 // 0: not yet
	Confirmer   string
	ConfirmedAt time.Time
	CreatedBy   int64
	Creator     string
	CreatedAt   time.Time
	EditedBy    int64 // who described it as it is now; 0: the console
	Editor      string
}

// Letter is the exhibit's name on its claim.
func (e Exhibit) Letter() string { return Letter(e.Position) }

// Confirmed tells whether somebody has confirmed the exhibit as it is now.
func (e Exhibit) Confirmed() bool { return e.ConfirmedBy != 0 }

// Seconded tells whether whoever confirmed it is a second person: not who
// brought the file in, nor who described it.
func (e Exhibit) Seconded() bool {
	return e.Confirmed() && e.EditedBy != 0 && e.ConfirmedBy != e.CreatedBy && e.ConfirmedBy != e.EditedBy
}

// Counts tells whether the exhibit is evidence, and is shown to readers. In a
// newsroom of one (four eyes switched off) anybody's confirmation will do.
func (e Exhibit) Counts(fourEyes bool) bool { return e.Seconded() || e.Confirmed() && !fourEyes }

// MayConfirm is nil when a user's confirmation would make the exhibit count,
// or says why not: Conflict when it counts already or somebody has to stand
// for its description first, Forbidden when it is their own.
func (e Exhibit) MayConfirm(user int64, fourEyes bool) error {
	switch {
	case e.Counts(fourEyes):
		return Clash("Exhibit %s is confirmed already, by %s.", e.Letter(), e.Confirmer)
	case !fourEyes:
		return nil
	case user == e.CreatedBy:
		return Refused("You brought in exhibit %s yourself. Somebody else has to confirm it.", e.Letter())
	case user == e.EditedBy:
		return Refused("You described exhibit %s yourself. Somebody else has to confirm it.", e.Letter())
	case e.EditedBy == 0:
		return Clash("The console has brought in exhibit %s, and that is nobody in particular. Somebody has to save its description first; a second person can confirm it then.", e.Letter())
	}
	return nil
}

// Letter is how an exhibit of this position is named: A to Z, then AA, AB.
func Letter(position int) string {
	name := ""
	for n := position; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

// MaxExhibits is how many exhibits a claim can have.
const MaxExhibits = 100

// ExhibitDraft is what is typed about an exhibit. Without a Kind it is one
// that fits the file.
type ExhibitDraft struct {
	Kind                                   ExhibitKind
	Stance                                 Stance
	Description, Origin, VouchedBy, Moment string
}

// moment is a time in a recording: minutes and seconds, or hours before them.
var moment = regexp.MustCompile(`^[0-9]{1,3}(:[0-5][0-9]){1,2}$`)

// Check cleans the draft, or says what is wrong with its fields.
func (d ExhibitDraft) Check() (ExhibitDraft, error) {
	var c checker
	d.Kind = oneOf(&c, "kind", d.Kind, "", ExhibitKinds)
	d.Stance = oneOf(&c, "stance", d.Stance, "", Stances)
	if d.Stance == "" {
		c.add("stance", "Choose whether the exhibit supports the claim, refutes it, or gives context.")
	}
	d.Description = c.text("description", d.Description, MaxExplanation)
	c.need("description", d.Description, "Say what is to be seen or heard in it, also for whoever cannot see it.")
	d.Origin = c.text("origin", d.Origin, MaxSummary)
	c.need("origin", d.Origin, "Say where it came from: who made it, where and when you got it.")
	d.VouchedBy = c.line("vouched_by", d.VouchedBy, MaxName)
	c.need("vouched_by", d.VouchedBy, "Say who vouches for it. Readers see this name.")
	d.Moment = c.line("moment", d.Moment, 20)
	if d.Moment != "" && !moment.MatchString(d.Moment) {
		c.add("moment", "Write the time as minutes and seconds, or with hours before them: 12:30 or 1:12:30.")
	}
	return d, c.err("The exhibit was not saved.")
}

// Draft is the exhibit as it would be typed.
func (e Exhibit) Draft() ExhibitDraft {
	return ExhibitDraft{Kind: e.Kind, Stance: e.Stance, Description: e.Description, Origin: e.Origin, VouchedBy: e.VouchedBy, Moment: e.Moment}
}

// Seal is a fingerprint (SHA-256 in hex) of the file and what is said of it:
// of all that somebody who confirms the exhibit stands for.
func (e Exhibit) Seal() string {
	said := e.Draft()
	return HashOf([]byte(strings.Join([]string{e.File.SHA256, string(said.Kind), string(said.Stance), said.Description, said.Origin,
		said.VouchedBy, said.Moment}, "\x00")))
}

// Exhibit is the claim's exhibit with this id, or nil.
func (c *Claim) Exhibit(id int64) *Exhibit {
	for i := range c.Exhibits {
		if c.Exhibits[i].ID == id {
			return &c.Exhibits[i]
		}
	}
	return nil
}

// PublicExhibit is an exhibit as it was published. It has the letter that it
// had on its claim.
type PublicExhibit struct {
	ID          int64       `json:"id"`
	Position    int         `json:"position"`
	Kind        ExhibitKind `json:"kind"`
	Stance      Stance      `json:"stance"`
	Description string      `json:"description"`
	Origin      string      `json:"origin,omitempty"`
	VouchedBy   string      `json:"vouched_by,omitempty"`
	Moment      string      `json:"moment,omitempty"`
	Alone       bool        `json:"alone,omitempty"` // no second person confirmed it: the newsroom has one only
	File        File        `json:"file"`
	At          time.Time   `json:"at"` // when it was brought in
}

// Letter is the exhibit's name on its page.
func (e PublicExhibit) Letter() string { return Letter(e.Position) }

// Public is what readers are told of the exhibit: neither the file's name,
// which may say more than it should, nor who works here.
func (e Exhibit) Public() PublicExhibit {
	p := PublicExhibit{ID: e.ID, Position: e.Position, Kind: e.Kind, Stance: e.Stance, Description: e.Description, Origin: e.Origin,
		VouchedBy: e.VouchedBy, Moment: e.Moment, Alone: !e.Seconded(), File: e.File, At: e.CreatedAt}
	p.File.Name = ""
	return p
}
