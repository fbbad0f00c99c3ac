package desk_test

import (
	"net/http"
	"testing"
)

func TestWhoElseHasAClaimOpenIsSaidInWords(t *testing.T) {
	d := openNewsdesk(t)
	c := d.claim("It is so.")
	at := c.Path() + "/presence"
	d.editor.post(at, "where", "").shows(http.StatusOK, `data-presence="`+at+`"></p>`)
	d.reporter.post(at, "where", "note").shows(http.StatusOK, "<strong>The editor</strong> is here too.").hides("The reporter")
	d.editor.post(at, "where", "article").shows(http.StatusOK, "<strong>The reporter</strong> is here too, writing a note.")
	for _, page := range []string{"", "/article", "/edit"} {
		d.reporter.get(c.Path()+page).shows(http.StatusOK, "The editor</strong> is here too, writing the article.", `aria-live="polite"`)
	}
	d.chief.get(c.Path()).shows(http.StatusOK, "The editor</strong> is here too, writing the article. <strong>The reporter</strong> is here too, writing a note.")
	d.editor.get(c.Path()).hides("The admin</strong> is here")
	if a := d.editor.post(at, "leave", "yes"); a.status != http.StatusNoContent || a.body != "" {
		t.Errorf("leaving answers %d %s", a.status, a.body)
	}
	d.reporter.get(c.Path()).hides("is here too")
}

func TestNobodyIsAtAClaimWhoMayNotSeeIt(t *testing.T) {
	d := openNewsdesk(t)
	c := d.claim("It is so.")
	d.anybody().post(c.Path()+"/presence", "where", "note").shows(http.StatusUnauthorized).hides("here too")
	d.editor.post("/desk/claims/99/presence", "where", "note").shows(http.StatusNotFound)
	d.editor.post("/desk/claims/x/presence", "where", "note").shows(http.StatusNotFound)
	d.editor.post(c.Path()+"/presence", "where", "cellar").shows(http.StatusUnprocessableEntity)
	d.editor.get(c.Path() + "/presence").leads(c.Path())
	d.reporter.get(c.Path()).hides("is here too")
}
