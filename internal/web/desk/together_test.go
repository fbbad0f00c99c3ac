package desk_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/mail"
	"claimdesk/internal/mail/mailtest"
	"claimdesk/internal/newsroom"
)

func TestANoteThatNamesSomebodyIsOnTheirListUntilTheyOpenIt(t *testing.T) {
	d := openNewsdesk(t)
	c := d.claim("It is so.")
	d.reporter.get(c.Path()).shows(http.StatusOK, "Notes and activity", "@The editor", `data-names="The admin`)
	d.reporter.form(c.Path()+"/notes", url.Values{"note": {"@the editor: see <b>this</b>."}}).leads(c.Path() + "#notes")
	d.editor.get(c.Path()).shows(http.StatusOK, `<strong class="named">@the editor</strong>: see `)
	list := d.editor.get("/desk/notifications")
	list.shows(http.StatusOK, "The reporter", "mentioned you in a note on", "#"+number(c.ID)+" “It is so.”", `action="/desk/notifications/1"`, `<li class="unread">`,
		"Mark all as read", "unread</span>")
	d.chief.get("/desk/notifications").shows(http.StatusOK, "Nothing yet").hides("It is so.")
	d.chief.form("/desk/notifications/1", nil).shows(http.StatusNotFound)
	d.editor.get("/desk/notifications/1").leads("/desk/notifications")
	d.editor.get("/desk/notifications").shows(http.StatusOK, `<li class="unread">`)
	d.editor.form("/desk/notifications/1", nil).leads(c.Path() + "#notes")
	d.editor.get("/desk/notifications").shows(http.StatusOK, "mentioned you").hides(`<li class="unread">`, "Mark all as read")
}

func TestAllNotificationsAreMarkedAsReadAtOnce(t *testing.T) {
	d := openNewsdesk(t)
	c := d.claim("It is so.")
	for range 3 {
		d.reporter.form(c.Path()+"/notes", url.Values{"note": {"@The editor"}})
	}
	d.editor.get("/desk/notifications").shows(http.StatusOK, `name="newest" value="3"`)
	d.editor.form("/desk/notifications", url.Values{"newest": {"2"}}).leads("/desk/notifications")
	if n, err := d.room.UnreadCount(t.Context(), d.actor(factcheck.Editor)); err != nil || n != 1 {
		t.Errorf("%d are left, %v", n, err)
	}
	d.editor.get("/desk/notifications?after=nonsense").shows(http.StatusUnprocessableEntity)
}

func TestActivityIsShownInWordsAndByNotesAlone(t *testing.T) {
	d := openNewsdesk(t)
	c := d.ready("It is so.")
	d.reporter.form(c.Path()+"/notes", url.Values{"note": {"A remark of mine."}})
	d.editor.get(c.Path()).shows(http.StatusOK, "moved from researching to in review", "rated False", "sent the claim for review", "A remark of mine.")
	d.editor.get(c.Path()+"?activity=notes").shows(http.StatusOK, "A remark of mine.", `activity=notes#notes" aria-current="true"`).hides("rated False")
}

func TestWhatWasTypedIsOfferedBackToWhoeverTypedIt(t *testing.T) {
	d := openNewsdesk(t)
	c := d.ready("It is so.")
	typed := url.Values{"base": {number(c.Article.ID)}, "headline": {"A better headline"}, "summary": {c.Article.Summary}, "body": {c.Article.Body}, "slug": {"x"}}
	if a := d.editor.form(c.Path()+"/drafts/article", typed); a.status != http.StatusNoContent || a.body != "" {
		t.Fatalf("answered %d %s", a.status, a.body)
	}
	d.reporter.get(c.Path()).hides("it was not saved", "A better headline")
	d.editor.get(c.Path()).shows(http.StatusOK, "You were writing this on", c.Path()+"?draft=article#article", "Throw it away").hides("A better headline")
	d.editor.get(c.Path()+"?draft=article").shows(http.StatusOK, "This is what you were writing on", "A better headline")
	d.editor.get(c.Path()+"/article?draft=article").shows(http.StatusOK, "A better headline", `name="page" value="wide"`)
	d.editor.form(c.Path()+"/drafts/article/drop", url.Values{"page": {"wide"}}).leads(c.Path() + "/article")
	d.editor.get(c.Path()).hides("You were writing this")

	d.editor.form(c.Path()+"/drafts/note", url.Values{"note": {"Half a tho"}})
	d.editor.form(c.Path()+"/drafts/verdict", url.Values{"explanation": {"It is not quite so."}})
	d.editor.get(c.Path()+"?draft=verdict").shows(http.StatusOK, "It is not quite so.", "?draft=note#notes")
	d.editor.get(c.Path()+"?draft=note").shows(http.StatusOK, "Half a tho")
	d.editor.form(c.Path()+"/notes", url.Values{"note": {"Half a thought."}}).leads(c.Path() + "#notes")
	d.editor.get(c.Path()).hides("?draft=note")
}

func TestWhatSaysTheSameAsWhatStandsIsNotOffered(t *testing.T) {
	d := openNewsdesk(t)
	c := d.ready("It is so.")
	d.editor.form(c.Path()+"/drafts/article", url.Values{"headline": {c.Article.Headline}, "summary": {c.Article.Summary + "\r\n"}, "body": {c.Article.Body}})
	d.editor.form(c.Path()+"/drafts/verdict", url.Values{"explanation": {""}})
	d.editor.get(c.Path()).shows(http.StatusOK).hides("You were writing this")
}

func TestDraftsThatCannotBeKeptAreRefused(t *testing.T) {
	d := openNewsdesk(t)
	c := d.claim("It is so.")
	d.editor.form(c.Path()+"/drafts/claim", url.Values{"text": {"x"}}).shows(http.StatusNotFound)
	d.editor.form("/desk/claims/99/drafts/note", url.Values{"note": {"x"}}).shows(http.StatusNotFound)
	d.editor.form(c.Path()+"/drafts/note", url.Values{"note": {strings.Repeat("x", 20_000)}}).shows(http.StatusUnprocessableEntity, "too long")
	d.editor.get(c.Path() + "/drafts/note").leads(c.Path())
}

// posting opens a newsroom with a mail server beside it.
func posting(t *testing.T) (*newsdesk, *mailtest.Server) {
	t.Helper()
	server := mailtest.New(t)
	d := &newsdesk{house: hired(emptyWith(t, newsroom.Options{Mail: mail.New(server.URL("", ""), "claimdesk@check.example")}))}
	d.reporter, d.editor, d.chief = d.as(factcheck.Reporter), d.as(factcheck.Editor), d.as(factcheck.Admin)
	return d, server
}

func TestTheSettingsPageSaysHowMailStands(t *testing.T) {
	openNewsdesk(t).chief.get("/desk/settings").shows(http.StatusOK, "Mail is off", "CLAIMDESK_SMTP_URL")
	d, server := posting(t)
	d.chief.get("/desk/settings").shows(http.StatusOK, "127.0.0.1", "claimdesk@check.example", "No mail waits.", "Send me a test mail")
	d.chief.form("/desk/settings/mail", nil).leads("/desk/settings#mail")
	if mails := server.Mails(); len(mails) != 1 || mails[0].To != "admin@example.org" {
		t.Errorf("mails: %+v", mails)
	}
	server.Set(mailtest.Down)
	d.chief.form("/desk/settings/mail", nil).shows(http.StatusConflict, "The test mail was not sent", "could not be used")
	d.editor.form("/desk/settings/mail", nil).shows(http.StatusForbidden)
	c, err := d.room.RecordClaim(t.Context(), d.actor(factcheck.Reporter), factcheck.ClaimDraft{Text: "It is so."})
	must(t, err)
	must(t, d.room.NoteOnClaim(t.Context(), d.actor(factcheck.Reporter), c.ID, "@The editor"))
	must(t, d.room.SendMails(t.Context()))
	d.chief.get("/desk/settings").shows(http.StatusOK, "1 mail waits to be sent.", "The last error", "tried again by itself")
}

func TestLinksGoOutByMailWhereThatIsOn(t *testing.T) {
	d, server := posting(t)
	d.chief.get("/desk/people/new").shows(http.StatusOK, "Send the link by mail")
	d.chief.form("/desk/people/new", url.Values{"name": {"Eva"}, "email": {"eva@example.org"}, "role": {"editor"}, "mail_link": {"yes"}}).
		shows(http.StatusOK, "/desk/link/", "on its way to eva@example.org")
	path := "/desk/people/" + number(d.users[factcheck.Reporter].ID)
	d.chief.form(path+"/link", url.Values{"mail_link": {"yes"}}).shows(http.StatusOK, "on its way to reporter@example.org")
	d.chief.form(path+"/link", nil).shows(http.StatusOK, "/desk/link/").hides("on its way")
	must(t, d.room.SendMails(t.Context()))
	if mails := server.Mails(); len(mails) != 1 || mails[0].To != "eva@example.org" || !strings.Contains(mails[0].Body, base+"/desk/link/") {
		t.Errorf("mails, of which the second link was voided by the third: %+v", mails)
	}
	off := openNewsdesk(t)
	off.chief.get("/desk/people/new").shows(http.StatusOK).hides("by mail")
	off.chief.form("/desk/people/new", url.Values{"name": {"Eva"}, "email": {"eva@example.org"}, "role": {"editor"}, "mail_link": {"yes"}}).
		shows(http.StatusConflict, "Mail is off")
}

func TestEverybodySaysHowTheyAreMailed(t *testing.T) {
	d := openNewsdesk(t)
	d.editor.get("/desk/account").shows(http.StatusOK, "Mail me", "once a day")
	d.editor.form("/desk/account/mail", url.Values{"mail": {"daily"}}).leads("/desk/account#mail")
	d.editor.get("/desk/account").shows(http.StatusOK, `value="daily" checked`)
	d.editor.form("/desk/account/mail", url.Values{"mail": {"hourly"}}).shows(http.StatusUnprocessableEntity, "Say when we mail you")
	d.editor.get("/desk/account/mail").leads("/desk/account")
}
