package desk_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

func TestAStaleVerdictShowsBothAndKeepsTheChosen(t *testing.T) {
	d := openNewsdesk(t)
	c, reporter := d.claim("It is so."), d.reporter
	_, err := d.room.RuleOn(t.Context(), d.actor(factcheck.Editor), c.ID, newsroom.Base{}, factcheck.VerdictDraft{Rating: "false", Explanation: "Theirs."})
	must(t, err)
	p := reporter.form(c.Path()+"/verdict", url.Values{"base": {"0"}, "rating": {"true"}, "explanation": {"Mine."}})
	p.shows(http.StatusConflict, "Somebody saved before you", "The editor saved a verdict", "<mark>Mine", "<mark>Theirs", "Keep yours")
	fields := hidden(p.body)
	fields.Set("pick.rating", "theirs")
	fields.Set("pick.explanation", "yours")
	fields.Set("merged.explanation", "Ours.")
	reporter.form(c.Path()+"/verdict", fields).leads(c.Path() + "#verdict")
	if v := d.now(c.ID).Verdict; v.Rating.Slug != "false" || v.Explanation != "Ours." {
		t.Errorf("the verdict is %s, %q; want their rating and the third explanation", v.Rating.Slug, v.Explanation)
	}
}

func TestAStaleClaimShowsBothAndKeepsTheChosen(t *testing.T) {
	d := openNewsdesk(t)
	c, reporter := d.claim("It is so."), d.reporter
	draft := c.Draft()
	draft.Text, draft.Appearances = "It is not so.", []factcheck.AppearanceDraft{{Outlet: "Theirs"}}
	_, err := d.room.EditClaim(t.Context(), d.actor(factcheck.Editor), c.ID, newsroom.Base{}, draft)
	must(t, err)
	p := reporter.form(c.Path()+"/edit", url.Values{"base": {number(c.Details)}, "text": {"It may be so."}, "language": {"en"}, "claimant.kind": {"person"},
		"source_id": {number(d.source.ID)}, "appearances.0.outlet": {"Mine"}, "appearances.0.url": {""}})
	p.shows(http.StatusConflict, "The editor saved the claim", "Where it was seen", "Mine", "Theirs")
	fields := hidden(p.body)
	fields.Set("pick.text", "yours")
	fields.Set("pick.appearances", "theirs")
	reporter.form(c.Path()+"/edit", fields).leads(c.Path())
	now := d.now(c.ID)
	if now.Text != "It may be so." || len(now.Appearances) != 1 || now.Appearances[0].Outlet != "Theirs" {
		t.Errorf("the claim is %q, seen at %+v", now.Text, now.Appearances)
	}
}

func TestAStaleArticleIsNotOverwritten(t *testing.T) {
	d := openNewsdesk(t)
	c := d.ready("It is so.")
	p := d.editor.form(c.Path()+"/article", url.Values{"base": {"0"}, "headline": {"Mine"}, "summary": {"It is not so."}, "body": {"See the source.[1]"}})
	p.shows(http.StatusConflict, "The reporter saved the article", "Mine", "Not so: It is so.", "Choose what stands in")
	p.hides(">Address<") // nobody has written one
	if got := d.now(c.ID).Article.Headline; got == "Mine" {
		t.Error("the newer headline was overwritten")
	}
}

func TestAChangeElsewhereOnTheClaimIsNoConflict(t *testing.T) {
	d := openNewsdesk(t)
	c, reporter := d.claim("It is so."), d.reporter
	_, err := d.room.AssignClaim(t.Context(), d.actor(factcheck.Editor), c.ID, d.users[factcheck.Editor].ID)
	must(t, err)
	_, err = d.room.RuleOn(t.Context(), d.actor(factcheck.Editor), c.ID, newsroom.Base{}, factcheck.VerdictDraft{Rating: "false"})
	must(t, err)
	reporter.form(c.Path()+"/article", url.Values{"base": {"0"}, "headline": {"Mine"}}).leads(c.Path() + "#article")
}

func TestEditingAClaimKeepsWhatWasTypedWhenItIsRefused(t *testing.T) {
	d := openNewsdesk(t)
	c, reporter := d.claim("It is so."), d.reporter
	reporter.get(c.Path()+"/edit").shows(http.StatusOK, "It is so.", `name="appearances.0.url"`, `name="appearances.1.url"`)
	p := reporter.form(c.Path()+"/edit", url.Values{"base": {number(c.Details)}, "text": {""}, "said_on": {"2999-01-01"}, "topics": {"Alliances, Wars"},
		"appearances.0.url": {"not an address"}, "appearances.0.outlet": {"A portal"}})
	p.shows(http.StatusUnprocessableEntity, "3 things to mend", `href="#text"`, "lies in the future", `value="2999-01-01"`,
		`value="Alliances, Wars"`, "This is not a web address.", `value="not an address"`)
}

// hidden are the hidden fields of the page's conflict form.
func hidden(text string) url.Values {
	fields := url.Values{}
	_, text, _ = strings.Cut(text, `class="conflict"`)
	for _, part := range strings.Split(text, `<input type="hidden" name="`)[1:] {
		name, rest, _ := strings.Cut(part, `" value="`)
		value, _, _ := strings.Cut(rest, `">`)
		fields.Add(name, value)
	}
	return fields
}
