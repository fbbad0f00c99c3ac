package desk

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"

	"github.com/labstack/echo/v4"
)

// sent is a form as a handler gets it.
func sent(t *testing.T, fields url.Values) request.Values {
	t.Helper()
	r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(fields.Encode()))
	r.Header.Set(echo.HeaderContentType, echo.MIMEApplicationForm)
	form, err := request.Form(echo.New().NewContext(r, httptest.NewRecorder()))
	if err != nil {
		t.Fatal(err)
	}
	return form
}

func TestTwoVersionsDifferOnlyWhereTheirWordsDo(t *testing.T) {
	yours := factcheck.ArticleDraft{Headline: "One", Summary: "Same\r\nlines", Body: "Mine"}
	theirs := factcheck.ArticleDraft{Headline: "Two", Summary: "Same\nlines", Body: "Mine"}
	differ, kept := compare(articleParts, articleTyped(yours), articleTyped(theirs))
	if len(differ) != 1 || differ[0].Name != "headline" || !differ[0].Merge {
		t.Errorf("the versions differ in %+v, want the headline alone", differ)
	}
	var names []string
	for _, f := range kept {
		names = append(names, f.Name)
	}
	if want := []string{"slug", "summary", "body"}; !slices.Equal(names, want) {
		t.Errorf("kept are %q, want %q", names, want)
	}
}

func TestAConflictSettlesIntoTheFieldsOfItsForm(t *testing.T) {
	form := sent(t, url.Values{
		"pick.headline": {"theirs"}, "yours.headline": {"A"}, "theirs.headline": {"B"},
		"pick.summary": {"theirs"}, "yours.summary": {"A"}, "theirs.summary": {"B"}, "merged.summary": {"C"},
		"pick.reasons": {"yours"}, "yours.reasons.main": {"overstated"}, "yours.reasons.further": {"wrong-time", "cut-quote"},
		"theirs.reasons.main": {"wrong-actor"}, "body": {"kept"},
	})
	settle(form)
	for name, want := range map[string][]string{"headline": {"B"}, "summary": {"C"}, "body": {"kept"},
		"reasons.main": {"overstated"}, "reasons.further": {"wrong-time", "cut-quote"}} {
		if got := form.All(name); !slices.Equal(got, want) {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

func TestAVerdictFormBecomesOneListOfReasons(t *testing.T) {
	d := verdictDraft(sent(t, url.Values{"rating": {"misinterpreted"}, "reasons.main": {"wrong-time"},
		"reasons.further": {"overstated", "wrong-time"}, "misread.kind": {"source"}, "misread.source_id": {"3"}, "evidence_ids": {"4", "x", "5"}}))
	if want := []factcheck.Reason{factcheck.WrongTime, factcheck.Overstated}; !slices.Equal(d.Reasons, want) {
		t.Errorf("the reasons are %q, want %q", d.Reasons, want)
	}
	if d.Misread == nil || *d.Misread != (factcheck.Misread{Kind: factcheck.MisreadSource, SourceID: 3}) {
		t.Errorf("misread is %+v", d.Misread)
	}
	if !slices.Equal(d.EvidenceIDs, []int64{4, 5}) {
		t.Errorf("it rests on %v, want 4 and 5", d.EvidenceIDs)
	}
	if d = verdictDraft(sent(t, url.Values{"rating": {"false"}, "misread.kind": {"event"}})); d.Misread != nil {
		t.Errorf("a form in which nothing was said to be misread gave %+v", d.Misread)
	}
}
