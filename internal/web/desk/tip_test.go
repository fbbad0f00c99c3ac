package desk_test

import (
	"testing"

	"claimdesk/internal/factcheck"
)

// hears takes in a tip whose sender left a contact.
func (d *newsdesk) hears(text string) factcheck.Tip {
	d.t.Helper()
	tip, err := d.room.SendTip(d.t.Context(), factcheck.TipDraft{Text: text, SeenAt: "https://social.example/1", Details: "Since Monday",
		Contact: "nane@mail.example", Tell: true, Consent: true}, "192.0.2.1")
	must(d.t, err)
	return tip
}

func TestTheInboxShowsWhatReadersSentIn(t *testing.T) {
	d := openNewsdesk(t)
	d.reporter.get("/desk/tips").shows(200, "No open tips", "The form that readers see")
	d.claim("The bridge over the river was sold")
	d.hears("The bridge over the river has been sold")
	d.reporter.get("/desk/tips").shows(200, "The bridge over the river has been sold", "https://social.example/1", "Since Monday", "left a contact",
		"Claims that may say the same", "Merge into #1", "1 <span class=\"visually-hidden\">new").hides("nane@mail.example", "Show contact")
	d.anybody().get("/desk/tips").leads("/desk/login?next=%2Fdesk%2Ftips")
	d.reporter.get("/desk/tips?state=declined").shows(200, "Nothing here")
	d.reporter.get("/desk/tips?state=nonsense").shows(200, "Nothing here")
	d.reporter.get("/desk/tips?after=nonsense").shows(422)
	d.reporter.get("/desk/tips/99").shows(404)
}

func TestTheContactIsShownToEditorsWhoAsk(t *testing.T) {
	d := openNewsdesk(t)
	d.hears("The bridge was sold")
	d.reporter.post("/desk/tips/1/contact").shows(403).hides("nane@mail.example")
	d.editor.get("/desk/tips/1").shows(200, "Show contact").hides("nane@mail.example")
	d.editor.post("/desk/tips/1/contact").shows(200, "nane@mail.example", "That you have looked is in the log")
	d.reporter.get("/desk/log").shows(200, "read how the sender can be reached of", "A reader", "sent in", `href="/desk/tips/1"`).hides("nane@mail.example")
}

func TestATipIsAcceptedAtOnceOrAsItIsEdited(t *testing.T) {
	d := openNewsdesk(t)
	d.hears("The bridge was sold")
	d.reporter.post("/desk/tips/1/accept", "version", "1").leads("/desk/claims/1")
	d.reporter.get("/desk/claims/1").shows(200, "Tip accepted: it is claim #1 now.", "The bridge was sold")
	d.editor.post("/desk/tips/1/accept", "version", "1").shows(409, "Somebody was faster", "accepted by The reporter as claim #1")
	d.editor.get("/desk/tips/1/accept").leads("/desk/tips/1")
	d.hears("The bridge was sold again")
	d.editor.get("/desk/tips/2/accept").shows(200, "The bridge was sold again</textarea>", `value="https://social.example/1"`, "Since Monday")
	d.editor.post("/desk/tips/2/accept", "version", "1", "text", "", "topics", "Bridges").shows(422, "The tip was not accepted", `href="#text"`, "Bridges")
	d.editor.post("/desk/tips/2/accept", "version", "1", "text", "The bridge was sold twice", "topics", "Bridges").leads("/desk/claims/2")
	if c := d.now(2); c.Text != "The bridge was sold twice" || len(c.Topics) != 1 {
		t.Errorf("the claim is %+v", c)
	}
}

func TestATipIsMergedIntoAClaimByItsNumber(t *testing.T) {
	d := openNewsdesk(t)
	d.claim("The bridge was sold")
	d.hears("They sold the bridge")
	d.reporter.post("/desk/tips/1/merge", "version", "1", "claim", "seven").shows(422, "Give the number of a claim", `value="seven"`)
	d.reporter.post("/desk/tips/1/merge", "version", "1", "claim", "99").shows(422, "There is no claim with this number.")
	d.reporter.post("/desk/tips/1/merge", "version", "1", "claim", "#1").leads("/desk/tips")
	d.reporter.get("/desk/tips?state=merged").shows(200, "Merged by The reporter", "#1")
	if c := d.now(1); len(c.Repeats) != 1 || c.Repeats[0].URL != "https://social.example/1" || c.Repeats[0].TipID != 1 {
		t.Errorf("the claim is %+v", c.Repeats)
	}
}

func TestATipIsDeclinedWithAReasonAndOpenedAgain(t *testing.T) {
	d := openNewsdesk(t)
	d.hears("The bridge is ugly")
	d.reporter.post("/desk/tips/1/decline", "version", "1", "note", "Typed note").shows(422, "Say why it is declined.", "Typed note")
	d.reporter.post("/desk/tips/1/decline", "version", "1", "reason", "opinion").leads("/desk/tips")
	d.editor.post("/desk/tips/1/decline", "version", "1", "reason", "spam").shows(409, "declined by The reporter")
	d.reporter.get("/desk/tips?state=declined").shows(200, "Declined by The reporter: It is an opinion", "Open again")
	d.reporter.post("/desk/tips/1/reopen", "version", "2").leads("/desk/tips/1")
	d.reporter.get("/desk/tips").shows(200, "The bridge is ugly")
}
