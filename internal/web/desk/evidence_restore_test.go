package desk_test

import (
	"net/http"
	"net/url"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// attached is a claim with a quote from the source.
func (d *newsdesk) attached() (factcheck.Claim, factcheck.Evidence) {
	d.t.Helper()
	claim, e, err := d.room.AttachQuote(d.t.Context(), d.actor(factcheck.Reporter), d.claim("The chair is empty.").ID, newsroom.Base{},
		factcheck.EvidenceDraft{SourceID: d.source.ID, Exact: "Nobody resigned.", Stance: factcheck.Context})
	must(d.t, err)
	return claim, e
}

func TestARemovalIsOfferedToBeUndoneOnce(t *testing.T) {
	d := openNewsdesk(t)
	c, e := d.attached()
	path, from := c.Path()+"/evidence/"+number(e.ID), url.Values{"source": {number(d.source.ID)}, "from": {"1"}}
	bench := c.Path() + "?source=" + number(d.source.ID) + "&from=1"
	d.reporter.form(path+"/remove", from).leads(bench + "&removed=" + number(e.ID) + "#evidence")
	offered := bench + "&removed=" + number(e.ID)
	d.reporter.get(offered).shows(http.StatusOK, "Quote 1 removed.", path+"/restore")
	d.reporter.form(path+"/restore", from).leads(bench + "#e" + number(e.ID))
	if now := d.now(c.ID).Evidence; len(now) != 1 || now[0].ID != e.ID {
		t.Errorf("the evidence is %+v", now)
	}
	d.reporter.get(offered).shows(http.StatusOK, "Quote 1 is back.").hides("removed.", "/restore")
	for _, nonsense := range []string{"0", "-1", "x", "99"} {
		d.reporter.get(c.Path() + "?removed=" + nonsense).shows(http.StatusOK).hides("removed.")
	}
}

func TestARemovalFromADroppedClaimIsNotUndone(t *testing.T) {
	d := openNewsdesk(t)
	c, e := d.attached()
	path := c.Path() + "/evidence/" + number(e.ID)
	d.reporter.form(path+"/remove", url.Values{}).leads(c.Path() + "?removed=" + number(e.ID) + "#evidence")
	_, err := d.room.Drop(t.Context(), d.actor(factcheck.Editor), c.ID, newsroom.Base{}, factcheck.Opinion, "")
	must(t, err)
	d.reporter.form(path+"/restore", url.Values{}).shows(http.StatusConflict, "The claim was dropped. Reopen it before changing it.")
	if now := d.now(c.ID).Evidence; len(now) != 0 {
		t.Errorf("the evidence is %+v", now)
	}
}

func TestAPassagesNumberLeadsToIt(t *testing.T) {
	d := openNewsdesk(t)
	c, source := d.claim("The chair is empty."), number(d.source.ID)
	d.reporter.get(c.Path() + "?source=" + source + "&passage=3").leads(c.Path() + "?source=" + source + "&from=3#p3")
	d.reporter.get("/desk/sources/" + source + "?passage=3").leads("/desk/sources/" + source + "?from=3#p3")
	for _, nonsense := range []string{"0", "-3", "x", ""} {
		d.reporter.get(c.Path() + "?source=" + source + "&passage=" + nonsense).shows(http.StatusOK)
	}
}
