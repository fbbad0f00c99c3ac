package desk_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
)

func TestARefusedQuoteKeepsWhatWasTypedAndShowsTheSource(t *testing.T) {
	d := openNewsdesk(t)
	c, reporter := d.claim("Armenia is leaving the CSTO."), d.reporter
	reporter.get(c.Path()+"/quote?source="+number(d.source.ID)+"&passage=2").shows(http.StatusOK, "Passage 2", "Yerevan recalled")
	typed := url.Values{"source_id": {number(d.source.ID)}, "passage": {"2"}, "note": {"my note"},
		"exact": {"Armenia isn’t pursuing formal withdrawal; it is freezing its part"}}
	p := reporter.form(c.Path()+"/evidence", typed)
	p.shows(http.StatusUnprocessableEntity, "The quote was not attached.", "Armenia isn’t pursuing formal withdrawal", "my note",
		"Choose whether the quote supports the claim")
	typed.Set("stance", "refutes")
	p = reporter.form(c.Path()+"/evidence", typed)
	p.shows(http.StatusUnprocessableEntity, "Nearest: passage 2.", "<del>", "<ins>", "Use the source’s words")
	_, rest, _ := strings.Cut(p.body, `name="nearest" value="`)
	nearest, _, _ := strings.Cut(rest, `"`)
	typed.Set("use", "nearest")
	typed.Set("nearest", nearest)
	reporter.form(c.Path()+"/evidence", typed).shows(http.StatusOK, nearest+"</textarea>", "my note")
	typed.Del("use")
	typed.Set("exact", nearest)
	reporter.form(c.Path()+"/evidence", typed).leads(c.Path() + "?source=" + number(d.source.ID) + "&from=2#p2")
	if got := d.now(c.ID).Evidence[0].Exact; got != nearest || !strings.Contains(recall, got) {
		t.Errorf("the evidence is %q, want %q", got, nearest)
	}
}

func TestWordsThatStandTwiceAreAskedFor(t *testing.T) {
	d := openNewsdesk(t)
	c, reporter := d.claim("The chair is empty."), d.reporter
	typed := url.Values{"source_id": {number(d.source.ID)}, "exact": {"chair is empty."}, "stance": {"supports"}}
	p := reporter.form(c.Path()+"/evidence", typed).shows(http.StatusUnprocessableEntity, "Which place is meant?", "Everybody noticed that the")
	places := strings.Split(p.body, `name="place" value="`)
	second, _, _ := strings.Cut(places[2], `"`)
	typed.Set("place", second)
	if got := reporter.form(c.Path()+"/evidence", typed); got.status != http.StatusSeeOther {
		got.shows(http.StatusSeeOther)
	}
	if e := d.now(c.ID).Evidence[0]; !strings.HasSuffix(e.Prefix, "noticed that the ") {
		t.Errorf("the quote was found after %q, want the second place", e.Prefix)
	}
}

func TestEvidenceIsOrderedEditedAndRemoved(t *testing.T) {
	d := openNewsdesk(t)
	c, reporter := d.claim("The chair is empty."), d.reporter
	for _, exact := range []string{"Nobody resigned.", "Yerevan recalled its representative"} {
		reporter.form(c.Path()+"/evidence", url.Values{"source_id": {number(d.source.ID)}, "exact": {exact}, "stance": {"context"}})
	}
	first, second := d.now(c.ID).Evidence[0], d.now(c.ID).Evidence[1]
	path := c.Path() + "/evidence/" + number(first.ID)
	reporter.form(path+"/down", url.Values{}).leads(c.Path() + "#e" + number(first.ID))
	if now := d.now(c.ID); now.Evidence[0].ID != second.ID {
		t.Error("the evidence was not moved")
	}
	reporter.get(path).shows(http.StatusOK, "Nobody resigned.", "cannot be changed")
	was := url.Values{"was.stance": {"context"}, "stance": {"refutes"}, "note": {"It matters."}, "translation": {"Никто"}}
	reporter.form(path, was).shows(http.StatusUnprocessableEntity, "Say who translated the quote", "Никто")
	was.Set("translator", "The reporter")
	reporter.form(path, was).leads(c.Path() + "?source=" + number(d.source.ID) + "#e" + number(first.ID))
	if e := d.piece(c.ID, first.ID); e.Stance != "refutes" || e.Note != "It matters." || e.Exact != "Nobody resigned." {
		t.Errorf("the evidence is %+v", e)
	}
	was.Set("note", "Something else.")
	reporter.form(path, was).shows(http.StatusConflict, "Somebody saved before you", "It matters.", "Something else.")
	reporter.form(path+"/remove", url.Values{}).leads(c.Path() + "?removed=" + number(first.ID) + "#evidence")
	if d.piece(c.ID, first.ID) != nil {
		t.Error("the evidence is still there")
	}
	reporter.form(path+"/remove", url.Values{}).shows(http.StatusNotFound)
}

func TestWordsWithOtherSignsAreOfferedAndTakenWithOnePress(t *testing.T) {
	d := openNewsdesk(t)
	s, err := d.room.AddSource(t.Context(), d.actor(factcheck.Reporter), factcheck.SourceDraft{Title: "Signs"},
		plain(t, "He said: “the seat is empty” – twice.\n\nOnce more: “the seat is empty” – thrice."))
	must(t, err)
	c := d.claim("The seat is empty.")
	typed := url.Values{"source_id": {number(s.ID)}, "exact": {`"the seat is empty" - twice`}, "stance": {"supports"}, "note": {"my note"}, "speaker": {"He"}}
	p := d.reporter.form(c.Path()+"/evidence", typed).shows(http.StatusUnprocessableEntity, "The source has it so.", "Differs in quote marks, dashes.",
		"<mark>", "Quote it so", "my note").hides("Use the source’s words")
	if first := strings.Index(p.body, `<button class="visually-hidden"`); first < 0 || first > strings.Index(p.body, `name="offer"`) {
		t.Error("the Enter key would take the offer")
	}
	typed.Set("exact", `"the seat is empty"`)
	d.reporter.form(c.Path()+"/evidence", typed).shows(http.StatusUnprocessableEntity, "2 times, with other signs", "Once more: ", `name="offer" value="1"`)
	for _, name := range []string{"place", "exact", "prefix", "suffix"} {
		_, rest, _ := strings.Cut(p.body, `name="offer.0.`+name+`" value="`)
		value, _, _ := strings.Cut(rest, `"`)
		typed.Set("offer.0."+name, value)
	}
	typed.Set("offer", "0")
	typed.Del("stance")
	d.reporter.form(c.Path()+"/evidence", typed).shows(http.StatusUnprocessableEntity, "– twice</textarea>", "Choose whether the quote supports")
	typed.Set("stance", "supports")
	if got := d.reporter.form(c.Path()+"/evidence", typed); got.status != http.StatusSeeOther {
		got.shows(http.StatusSeeOther)
	}
	if e := d.now(c.ID).Evidence[0]; e.Exact != "“the seat is empty” – twice" || e.Note != "my note" || e.Speaker != "He" {
		t.Errorf("the evidence is %+v", e)
	}
}
