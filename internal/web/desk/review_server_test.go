package desk_test

import (
	"net/http"
	"net/url"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

func TestWhatIsMissingStopsAClaimAndIsNamed(t *testing.T) {
	d := openNewsdesk(t)
	c := d.claim("It is so.")
	d.reporter.form(c.Path()+"/submit", url.Values{"version": {number(c.Version)}}).
		shows(http.StatusConflict, "Nothing was done", `<a href="#headline">Write a headline.`, `<a href="#evidence">Attach a quote from a source.`)
}

func TestNobodyApprovesTheirOwnWork(t *testing.T) {
	d := openNewsdesk(t)
	c := d.ready("It is so.")
	_, err := d.room.Return(t.Context(), d.actor(factcheck.Admin), c.ID, newsroom.Base{}, "Send it yourself.")
	must(t, err)
	editor := d.editor
	editor.get(c.Path()).shows(http.StatusOK, "Returned:", "Send it yourself.")
	editor.form(c.Path()+"/submit", url.Values{}).leads(c.Path())
	editor.get(c.Path()).shows(http.StatusOK, "You put this up for review yourself. Somebody else has to approve it.").hides("Approve and publish")
	editor.form(c.Path()+"/approve", url.Values{}).shows(http.StatusForbidden, "Somebody else has to approve it.")
}

func TestAnApproversChangesAreShownAndANewRatingNeedsTheSender(t *testing.T) {
	d := openNewsdesk(t)
	c, editor, reporter := d.ready("It is so."), d.editor, d.reporter
	editor.form(c.Path()+"/article", url.Values{"base": {number(c.Article.ID)}, "headline": {"Not so at all"}, "summary": {c.Article.Summary},
		"slug": {c.Article.Slug}, "body": {c.Article.Body}}).leads(c.Path() + "#article")
	editor.get(c.Path()).shows(http.StatusOK, "In review", "Changed since The reporter signed", "<ins>", "Approve and publish")
	editor.form(c.Path()+"/verdict", url.Values{"base": {number(c.Verdict.ID)}, "rating": {"misleading"}, "explanation": {"It is not so."}}).
		leads(c.Path() + "#verdict")
	editor.get(c.Path()).shows(http.StatusOK, "They have to agree first.").hides("Approve and publish")
	editor.form(c.Path()+"/approve", url.Values{}).shows(http.StatusConflict, "They have to agree first.")
	reporter.get(c.Path()).shows(http.StatusOK, "Agree</button>")
	reporter.form(c.Path()+"/agree", url.Values{"version": {number(d.now(c.ID).Version)}}).leads(c.Path())
	editor.form(c.Path()+"/approve", url.Values{"version": {number(d.now(c.ID).Version)}}).leads(c.Path())
	if got := d.now(c.ID).Status; got != factcheck.Approved {
		t.Errorf("the claim is %s, want approved", got)
	}
}

func TestNobodySignsWhatTheyHaveNotSeen(t *testing.T) {
	d := openNewsdesk(t)
	c := d.ready("It is so.")
	_, err := d.room.WriteArticle(t.Context(), d.actor(factcheck.Admin), c.ID, newsroom.Base{}, factcheck.ArticleDraft{Headline: "Other words", Summary: "It is not so."})
	must(t, err)
	d.editor.form(c.Path()+"/approve", url.Values{"version": {number(c.Version)}}).
		shows(http.StatusConflict, "The claim has changed since you opened it.", "Other words")
	if got := d.now(c.ID).Status; got != factcheck.InReview {
		t.Errorf("the claim is %s, want in review", got)
	}
}

func TestAClaimIsReturnedWithANote(t *testing.T) {
	d := openNewsdesk(t)
	c, editor := d.ready("It is so."), d.editor
	editor.get(c.Path()+"/return").shows(http.StatusOK, "What is to be done")
	editor.form(c.Path()+"/return", url.Values{"note": {""}}).shows(http.StatusUnprocessableEntity, "It was not returned.")
	editor.form(c.Path()+"/return", url.Values{"note": {"Ask the ministry."}}).leads(c.Path())
	d.reporter.get(c.Path()).shows(http.StatusOK, "Researching", "Ask the ministry.", "Send for review")
}

func TestADroppedClaimSaysWhyAndCanBeReopened(t *testing.T) {
	d := openNewsdesk(t)
	c, editor := d.claim("It will rain."), d.editor
	editor.form(c.Path()+"/drop", url.Values{"note": {"kept"}}).shows(http.StatusUnprocessableEntity, "It was not dropped.", "kept</textarea>")
	editor.form(c.Path()+"/drop", url.Values{"reason": {"prediction"}}).leads(c.Path())
	editor.get(c.Path()).shows(http.StatusOK, "Dropped: A prediction", "Reopen")
	editor.get(c.Path()+"/drop").shows(http.StatusConflict, "cannot be dropped now")
	editor.form(c.Path()+"/reopen", url.Values{}).leads(c.Path())
	d.reporter.get(c.Path() + "/drop").shows(http.StatusForbidden)
}

func TestPublishingAgainAsksForClassAndNote(t *testing.T) {
	d := openNewsdesk(t)
	c, editor, reporter := d.ready("It is so."), d.editor, d.reporter
	editor.form(c.Path()+"/approve", url.Values{"publish": {"yes"}})
	live := d.now(c.ID)
	reporter.form(c.Path()+"/verdict", url.Values{"base": {number(live.Verdict.ID)}, "rating": {"misleading"}, "explanation": {"Rather that."}})
	reporter.form(c.Path()+"/submit", url.Values{})
	editor.get(c.Path()).shows(http.StatusOK, "publish?approve=yes")
	editor.get(c.Path()+"/publish?approve=yes").shows(http.StatusOK, "A fact was wrong, or the verdict was.", "What readers are told")
	again := url.Values{"publish": {"yes"}, "class": {"minor"}, "note": {"kept"}}
	editor.form(c.Path()+"/approve", again).shows(http.StatusUnprocessableEntity, "The rating has changed.", "kept</textarea>")
	again.Set("class", "substantial")
	editor.form(c.Path()+"/approve", again).leads("/desk")
	if got := d.now(c.ID).Live.Revision; got != 2 {
		t.Errorf("revision %d is live, want 2", got)
	}
}

func TestATypoInAPublishedCheckIsMendedByOneEditor(t *testing.T) {
	d := openNewsdesk(t)
	c, editor := d.ready("It is so."), d.editor
	editor.form(c.Path()+"/approve", url.Values{"publish": {"yes"}})
	a := d.now(c.ID).Article
	editor.form(c.Path()+"/article", url.Values{"base": {number(a.ID)}, "headline": {a.Headline + "!"}, "slug": {a.Slug}, "summary": {a.Summary}, "body": {a.Body}})
	editor.get(c.Path()).shows(http.StatusOK, "Publish as minor")
	editor.get(c.Path()+"/publish").shows(http.StatusOK, "A minor change needs nobody else").hides("Re-rated")
	editor.form(c.Path()+"/publish", url.Values{"class": {"minor"}}).leads(c.Path())
	if got := d.now(c.ID); got.Live.Revision != 2 || got.Status != factcheck.Published {
		t.Errorf("the claim is %s with revision %d, want published with 2", got.Status, got.Live.Revision)
	}
}

func TestARefusedVerdictKeepsWhatWasTyped(t *testing.T) {
	d := openNewsdesk(t)
	c, reporter := d.claim("It is so."), d.reporter
	reporter.form(c.Path()+"/verdict", url.Values{"base": {"0"}, "rating": {"false"}, "reasons.main": {"overstated"}, "explanation": {"Because."},
		"as_of": {"1850-01-01"}}).shows(http.StatusUnprocessableEntity, "2 things to mend", "Only the rating misinterpreted takes reasons.",
		"lies before 1900", "Because.</textarea>", `value="1850-01-01"`)
	reporter.form(c.Path()+"/verdict", url.Values{"base": {"0"}, "rating": {"nonsense"}}).
		shows(http.StatusUnprocessableEntity, "There is no such rating on the scale.")
}

func TestLeavingMisinterpretedLeavesItsReasons(t *testing.T) {
	d := openNewsdesk(t)
	c, reporter := d.claim("It is so."), d.reporter
	fields := url.Values{"base": {"0"}, "rating": {"misinterpreted"}, "reasons.main": {"overstated"}, "misread.kind": {"event"},
		"misread.description": {"The recall"}, "explanation": {"Because."}}
	reporter.form(c.Path()+"/verdict", fields).leads(c.Path() + "#verdict")
	fields.Set("base", number(d.now(c.ID).Verdict.ID))
	fields.Set("rating", "false")
	reporter.form(c.Path()+"/verdict", fields).leads(c.Path() + "#verdict")
	if v := d.now(c.ID).Verdict; v.Rating.Slug != "false" || len(v.Reasons) > 0 || v.Misread != nil {
		t.Errorf("the verdict is %+v", v)
	}
}

func TestATakenAddressIsRefusedWithAFreeOne(t *testing.T) {
	d := openNewsdesk(t)
	first, second := d.ready("The first."), d.ready("The second.")
	d.editor.form(second.Path()+"/article", url.Values{"base": {number(second.Article.ID)}, "headline": {"Kept"}, "slug": {first.Article.Slug}}).
		shows(http.StatusUnprocessableEntity, first.Article.Slug+"-2", `value="Kept"`, `href="#slug"`)
}
