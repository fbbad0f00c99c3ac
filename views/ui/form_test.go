package ui

import (
	"testing"

	"claimdesk/internal/factcheck"
)

func TestAProblemIsTiedToItsControl(t *testing.T) {
	f := Field{Name: "headline", Label: "Headline", Value: `a "b" <c>`, Hint: "What is so.", Problem: "It is too long.", Required: true, Max: 200}
	controls := map[string]string{
		"input":  rendered(t, TextField(f)),
		"area":   rendered(t, AreaField(f)),
		"date":   rendered(t, DateField(f)),
		"select": rendered(t, SelectField(f)),
	}
	for name, page := range controls {
		t.Run(name, func(t *testing.T) {
			has(t, page, `<label for="headline"`, `id="headline"`, `name="headline"`, `aria-invalid="true"`,
				`aria-describedby="headline-hint headline-problem"`, `id="headline-hint"`, `id="headline-problem"`, "It is too long.", "required")
			hasNot(t, page, "<c>")
		})
	}
	has(t, controls["input"], `value="a &#34;b&#34; &lt;c&gt;"`, `data-max="200"`)
	hasNot(t, controls["input"], "maxlength")
}

func TestAFieldWithoutProblemSaysNothingOfOne(t *testing.T) {
	page := rendered(t, TextField(Field{Name: "title", Label: "Title"}))
	hasNot(t, page, "aria-invalid", "aria-describedby", "problem", "required", "disabled")
	has(t, page, `type="text"`)
}

func TestTheAsideOfALabelIsAWordOfItsOwn(t *testing.T) {
	has(t, rendered(t, TextField(Field{Name: "note", Label: "Note", Aside: "if you like"})), `Note <span class="tally">if you like</span>`)
}

func TestATextareaKeepsItsFirstLineFeed(t *testing.T) {
	has(t, rendered(t, AreaField(Field{Name: "body", Label: "Body", Value: "\n  first", Rows: 9})), `rows="9"`, ">\n\n  first</textarea>")
}

func TestAChoiceIsAGroupWhoseFirstControlTheSummaryReaches(t *testing.T) {
	f := Field{Name: "stance", Label: "Stance", Value: "refutes", Problem: "Choose one.", Options: []Option{
		{Value: "supports", Stance: "supports"}, {Value: "refutes", Stance: "refutes"},
	}}
	page := rendered(t, ChoiceField(f))
	has(t, page, "<fieldset", "<legend", "Stance", `aria-describedby="stance-problem"`, `<input id="stance" type="radio"`,
		`id="stance-2" type="radio" name="stance" value="refutes" checked`)
	hasNot(t, page, `value="supports" checked`)
}

func TestSeveralCanBeChosenOfCheckboxes(t *testing.T) {
	page := rendered(t, ChoiceField(Field{Name: "reason", Label: "Reasons", Several: true, Options: []Option{
		{Value: "a", Label: "A", Selected: true}, {Value: "b", Label: "B"}, {Value: "c", Label: "C", Selected: true},
	}}))
	has(t, page, `type="checkbox" name="reason" value="a" checked`, `value="c" checked`)
	hasNot(t, page, `value="b" checked`)
}

func TestASelectShowsWhatWasChosen(t *testing.T) {
	page := rendered(t, SelectField(Field{Name: "kind", Label: "Kind", Value: "law", Options: []Option{{Value: "brief", Label: "Brief", Selected: true}, {Value: "law", Label: "Law"}}}))
	has(t, page, `<option value="law" selected>`)
	hasNot(t, page, `<option value="brief" selected>`)
}

func TestTheSummaryTakesFocusAndLeadsToEachField(t *testing.T) {
	problems := []factcheck.Problem{{Field: "text", Message: "Write the claim."}, {Field: "said_on", Message: "This day is still to come."}}
	page := rendered(t, Problems(ProblemsView{Title: "The claim was not saved", Items: problems}))
	has(t, page, `role="alert"`, `tabindex="-1"`, `id="problems"`, "The claim was not saved. 2 things to mend:", `<a href="#text">Write the claim.</a>`, `href="#said_on"`)
	if got := rendered(t, Problems(ProblemsView{})); got != "" {
		t.Errorf("no problems are shown as %q", got)
	}
	if got := ProblemOf(problems, "said_on"); got != "This day is still to come." {
		t.Errorf("the problem of said_on is %q", got)
	}
}

func TestEmptyOffersTheFirstStep(t *testing.T) {
	page := rendered(t, Empty(EmptyView{Title: "No sources yet", Text: "Documents stand here.", Action: Link{"Add a source", "/desk/sources/new"}}))
	has(t, page, "No sources yet", `<a class="button" href="/desk/sources/new">Add a source</a>`)
}
