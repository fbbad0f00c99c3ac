package desk

import (
	"slices"
	"unicode/utf8"

	"claimdesk/internal/factcheck"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"
)

// actWords say what somebody did: the words before the thing and those after
// it, as in "sent … for review".
var actWords = map[factcheck.Action][2]string{
	factcheck.CreateNewsroom: {"created the newsroom", ""},
	factcheck.MakeFirstAdmin: {"made the first admin,", ""},
	factcheck.AddSource:      {"added the source", ""},
	factcheck.EditSource:     {"changed the details of", ""},
	factcheck.AddSnapshot:    {"brought in a newer copy of", ""},
	factcheck.DecideFate:     {"decided on a changed quote of", ""},
	factcheck.RecordClaim:    {"recorded", ""},
	factcheck.EditClaim:      {"edited", ""},
	factcheck.AssignClaim:    {"said who looks into", ""},
	factcheck.NoteOnClaim:    {"noted something on", ""},
	factcheck.AttachQuote:    {"attached a quote to", ""},
	factcheck.EditEvidence:   {"edited evidence of", ""},
	factcheck.MoveEvidence:   {"reordered the evidence of", ""},
	factcheck.DropEvidence:   {"removed evidence from", ""},
	factcheck.PutBackQuote:   {"put back evidence of", ""},
	factcheck.AddExhibit:     {"added an exhibit to", ""},
	factcheck.EditExhibit:    {"described an exhibit of", ""},
	factcheck.MoveExhibit:    {"reordered the exhibits of", ""},
	factcheck.DropExhibit:    {"removed an exhibit from", ""},
	factcheck.ConfirmExhibit: {"confirmed an exhibit of", ""},
	factcheck.RuleOn:         {"gave a verdict on", ""},
	factcheck.WriteArticle:   {"wrote on the article of", ""},
	factcheck.Submit:         {"sent", "for review"},
	factcheck.Agree:          {"agreed to the changes of", ""},
	factcheck.Approve:        {"approved", ""},
	factcheck.Return:         {"returned", "with a note"},
	factcheck.Publish:        {"published", ""},
	factcheck.Drop:           {"dropped", ""},
	factcheck.Reopen:         {"reopened", ""},
	factcheck.PlanClaim:      {"planned the work on", ""},
	factcheck.TagClaims:      {"changed the topics of", ""},
	factcheck.MergeClaim:     {"merged", "into another claim"},
	factcheck.UnmergeClaim:   {"undid the merging of", ""},
	factcheck.AddRepeat:      {"added an appearance to", ""},
	factcheck.DropRepeat:     {"took an added appearance off", ""},
	factcheck.Schedule:       {"scheduled", "for publication"},
	factcheck.Unschedule:     {"took", "off the schedule"},
	factcheck.MissTime:       {"could not publish", "at the time that was set"},
	factcheck.PassGate:       {"gave a reason to pass a rule for", ""},
	factcheck.Dissent:        {"dissented from the verdict on", ""},
	factcheck.DropDissent:    {"withdrew a dissent on", ""},
	factcheck.AddEnquiry:     {"noted an enquiry on", ""},
	factcheck.EditEnquiry:    {"noted what became of an enquiry on", ""},
	factcheck.DropEnquiry:    {"took an enquiry off", ""},
	factcheck.SendTip:        {"sent in", ""},
	factcheck.AcceptTip:      {"accepted", ""},
	factcheck.MergeTip:       {"merged", "into a claim"},
	factcheck.DeclineTip:     {"declined", ""},
	factcheck.ReopenTip:      {"opened", "again"},
	factcheck.ReadContact:    {"read how the sender can be reached of", ""},
	factcheck.EditTopic:      {"changed the topic", ""},
	factcheck.MergeTopic:     {"merged the topic", "into another"},
	factcheck.EditClaimant:   {"changed the claimant", ""},
	factcheck.MergeClaimant:  {"merged the claimant", "into another"},
	factcheck.EditScale:      {"changed the scale of ratings", ""},
	factcheck.WritePage:      {"wrote the page", ""},
	factcheck.ImportClaims:   {"imported", ""},
	factcheck.ImportReviews:  {"imported checks of other newsrooms", ""},
	factcheck.LeanOn:         {"leaned on another newsroom’s check for", ""},
	factcheck.LeanOff:        {"no longer leans on another newsroom’s check for", ""},
	factcheck.DoTask:         {"ticked off a task on", ""},
	factcheck.TakeOver:       {"took over a newsroom from its export", ""},
	factcheck.Export:         {"exported the newsroom", ""},
	factcheck.SaveFilter:     {"kept a view of the claims", ""},
	factcheck.DropFilter:     {"removed a view of the claims", ""},
	factcheck.AddUser:        {"added", ""},
	factcheck.EditUser:       {"changed the account of", ""},
	factcheck.EditOwn:        {"changed their own name,", ""},
	factcheck.DisableUser:    {"disabled", ""},
	factcheck.EnableUser:     {"enabled", "again"},
	factcheck.ResetUser:      {"made a password link for", ""},
	factcheck.SetPassword:    {"set the password of", ""},
	factcheck.AddToken:       {"made an API token", ""},
	factcheck.RevokeToken:    {"revoked an API token", ""},
	factcheck.LogIn:          {"logged in", ""},
	factcheck.LogOut:         {"logged out", ""},
	factcheck.EditSettings:   {"changed the settings", ""},
}

// logLine puts an event in words.
func logLine(e factcheck.Event) view.LogLine {
	words, known := actWords[e.Action]
	if !known {
		words = [2]string{"did “" + string(e.Action) + "” to", ""}
	}
	line := view.LogLine{At: e.At, By: actorName(e), Did: words[0], Rest: words[1], Path: "/desk/log/" + number(e.ID)}
	if !alone[e.Action] {
		line.Thing = thing(e)
	}
	return line
}

// alone are the acts whose words say all: their subject is whoever acted, or
// the whole newsroom.
var alone = map[factcheck.Action]bool{factcheck.CreateNewsroom: true, factcheck.EditSettings: true,
	factcheck.LogIn: true, factcheck.LogOut: true,
	factcheck.EditScale: true, factcheck.ImportReviews: true, factcheck.TakeOver: true,
	factcheck.Export: true, factcheck.SaveFilter: true, factcheck.DropFilter: true}

// unshared are the acts that colleagues do not read about beside their work;
// the log has them.
var unshared = map[factcheck.Action]bool{factcheck.LogIn: true, factcheck.LogOut: true, factcheck.AddToken: true,
	factcheck.RevokeToken: true, factcheck.SetPassword: true, factcheck.SaveFilter: true, factcheck.DropFilter: true, factcheck.ReadContact: true}

// shared are the newest of the events that colleagues like to read about.
func shared(events []factcheck.Event, most int) []factcheck.Event {
	events = slices.DeleteFunc(slices.Clone(events), func(e factcheck.Event) bool { return unshared[e.Action] })
	return events[:min(most, len(events))]
}

func logLines(events []factcheck.Event) []view.LogLine {
	list := make([]view.LogLine, len(events))
	for i, e := range events {
		list[i] = logLine(e)
	}
	return list
}

// actorName is who acted, as the log has it.
func actorName(e factcheck.Event) string {
	switch {
	case e.By != "":
		return e.By
	case e.Actor == string(factcheck.Console):
		return "The console"
	case e.Actor == string(factcheck.Anybody):
		return "A reader"
	case e.UserID > 0:
		return "User " + number(e.UserID)
	}
	return "Somebody"
}

// Longer titles are cut in the log, in code points.
const logTitle = 90

// thing is what was acted upon, with its address where it has one.
func thing(e factcheck.Event) ui.Link {
	id := number(e.SubjectID)
	title := shortened(e.Title, logTitle)
	switch e.Subject {
	case "claim":
		label := "#" + id
		if title != "" {
			label += " “" + title + "”"
		}
		return ui.Link{Label: label, Href: factcheck.Claim{ID: e.SubjectID}.Path()}
	case "import":
		return ui.Link{Label: "a file of claims"}
	case "fate":
		if e.Veiled {
			return ui.Link{Label: title}
		}
		return ui.Link{Label: "“" + title + "”", Href: "/desk/changed/" + id}
	case "page":
		if n := int(e.SubjectID); n >= 1 && n <= len(factcheck.PageKinds) {
			kind := factcheck.PageKinds[n-1]
			return ui.Link{Label: "“" + kind.Title + "”", Href: "/desk/pages/" + kind.Slug}
		}
	case "source":
		if e.Veiled {
			return ui.Link{Label: title}
		}
		if title == "" {
			title = "source " + id
		}
		return ui.Link{Label: title, Href: "/desk/sources/" + id}
	case "tip":
		return ui.Link{Label: "tip " + id + " “" + title + "”", Href: "/desk/tips/" + id}
	case "topic":
		return ui.Link{Label: "“" + title + "”", Href: "/desk/topics/" + id}
	case "claimant":
		return ui.Link{Label: "“" + title + "”", Href: "/desk/claimants/" + id}
	}
	return ui.Link{Label: title}
}

// shortened cuts a text after some code points and marks the cut.
func shortened(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return string([]rune(text)[:most-1]) + "…"
}
