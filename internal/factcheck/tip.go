package factcheck

import (
	"net/mail"
	"slices"
	"time"
)

// TipState is how far the desk is with a tip.
type TipState string

// The states of a tip.
const (
	TipOpen     TipState = "open"
	TipAccepted TipState = "accepted" // it became a claim
	TipMerged   TipState = "merged"   // it says what a recorded claim says
	TipDeclined TipState = "declined"
)

// TipStates are all states.
var TipStates = []TipState{TipOpen, TipAccepted, TipMerged, TipDeclined}

// TipReason is why a tip was declined.
type TipReason string

// The reasons for declining a tip.
const (
	TipNotCheckable   TipReason = "not-checkable"
	TipOpinion        TipReason = "opinion"
	TipAlreadyChecked TipReason = "already-checked"
	TipTooLittle      TipReason = "too-little"
	TipSpam           TipReason = "spam"
	TipOther          TipReason = "other"
)

// TipReasons are all reasons.
var TipReasons = []TipReason{TipNotCheckable, TipOpinion, TipAlreadyChecked, TipTooLittle, TipSpam, TipOther}

var tipReasonWords = map[TipReason]string{
	TipNotCheckable: "It cannot be checked", TipOpinion: "It is an opinion", TipAlreadyChecked: "It was checked already",
	TipTooLittle: "It says too little", TipSpam: "It is spam", TipOther: "Another reason",
}

// Label is the reason as a person reads it; "" for one that does not exist.
func (r TipReason) Label() string { return tipReasonWords[r] }

// TipContactLasts is how long a sender's contact details are kept once the tip
// is closed.
const TipContactLasts = 90 * 24 * time.Hour

// Tip is a claim that a reader sent in. Who that was is no part of it.
type Tip struct {
	ID        int64     `json:"id"`
	Version   int64     `json:"version"`
	Text      string    `json:"text"`
	SeenAt    string    `json:"seen_at"` // an address or a place, in the sender's words
	Details   string    `json:"details"`
	Language  string    `json:"language"` // BCP 47, as it was guessed
	State     TipState  `json:"state"`
	ClaimID   int64     `json:"claim_id,omitempty"` // that it became, or says the same as
	Reason    TipReason `json:"reason,omitempty"`
	Note      string    `json:"note,omitempty"` // beside the reason, for colleagues
	DecidedBy int64     `json:"decided_by,omitempty"`
	DecidedAt time.Time `json:"decided_at,omitzero"`
	ClosedAt  time.Time `json:"closed_at,omitzero"` // declined, or its claim published or dropped
	CreatedAt time.Time `json:"created_at"`

	By          string `json:"-"` // who decided, loaded for showing
	Claim       string `json:"-"` // the claim's words, loaded for showing
	ClaimStatus Status `json:"-"` // the same of its status
	HasContact  bool   `json:"-"` // the sender has left how to be reached
}

// TipContact is how the sender of a tip can be reached.
type TipContact struct {
	TipID   int64
	Contact string
	Tell    bool      // wants to hear of the publication
	ToldAt  time.Time // zero: not told yet
}

// Email is the contact where it is an e-mail address, else "".
func (c TipContact) Email() string {
	a, err := mail.ParseAddress(c.Contact)
	if err != nil || a.Address != c.Contact {
		return ""
	}
	return a.Address
}

// TipDraft is what a reader types. Consent is to the contact's being kept.
type TipDraft struct {
	Text, SeenAt, Details, Language, Contact string
	Tell, Consent                            bool
}

// Check cleans the draft, or says what is wrong with its fields. Only the text
// is needed; a contact needs consent.
func (d TipDraft) Check() (TipDraft, error) {
	var c checker
	d.Text = c.text("text", d.Text, MaxClaim)
	c.need("text", d.Text, "The claim is missing. Write what is being said, if you can in the words in which you met it.")
	d.SeenAt = c.line("seen_at", d.SeenAt, MaxURL)
	d.Details = c.text("details", d.Details, MaxNote)
	d.Language = c.language("language", d.Language, "en")
	d.Contact = c.line("contact", d.Contact, MaxName)
	if d.Contact == "" && d.Tell {
		c.add("contact", "Leave an e-mail address, so that we can tell you; or take the tick out.")
	}
	if d.Contact != "" && d.Tell && (TipContact{Contact: d.Contact}).Email() == "" && !c.has("contact") {
		c.add("contact", "We tell people by e-mail. Write the address as name@example.org, or take the tick out.")
	}
	if d.Contact != "" && !d.Consent {
		c.add("consent", "Say that we may keep this, or take your contact out.")
	}
	return d, c.err("Your tip was not sent.")
}

// Draft is the tip as somebody would record it.
func (t Tip) Draft() ClaimDraft {
	d := ClaimDraft{Text: t.Text, Language: t.Language}
	switch {
	case t.SeenAt == "":
	case WebAddress(t.SeenAt):
		d.Appearances = []AppearanceDraft{{URL: t.SeenAt}}
	default:
		d.Appearances = []AppearanceDraft{{Outlet: clip(t.SeenAt, MaxName)}}
	}
	return d
}

// clip cuts a text after some code points.
func clip(s string, most int) string {
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most])
	}
	return s
}

// CheckDecline cleans the note that a tip is declined with, or says what is
// missing.
func CheckDecline(reason TipReason, note string) (string, error) {
	var c checker
	if !slices.Contains(TipReasons, reason) {
		c.add("reason", "Say why it is declined.")
	}
	note = c.text("note", note, MaxNote)
	if reason == TipOther {
		c.need("note", note, "Say in a few words why it is declined.")
	}
	return note, c.err("The tip was not declined.")
}
