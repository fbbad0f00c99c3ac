package factcheck

import (
	"reflect"
	"slices"
	"testing"
)

func TestVerdictsTakeARatingOfTheScale(t *testing.T) {
	for rating, want := range map[string][]string{
		"true": nil, "misinterpreted": nil, "unproven": nil, "satire": nil,
		"": {"rating"}, "lie": {"rating"}, "False": {"rating"}, Withdrawn: {"rating"},
	} {
		invalid(t, "rating "+rating, verdictErr(VerdictDraft{Rating: rating}), want...)
	}
}

func TestAVerdictIsAsOfTodayUnlessItSaysOtherwise(t *testing.T) {
	for given, want := range map[string]Date{"": "2023-09-14", "2023-09-01": "2023-09-01"} {
		v, err := VerdictDraft{Rating: "false", Explanation: " why ", AsOf: given}.Check(DefaultScale(), &Claim{}, noon)
		if err != nil || v.AsOf != want || v.Explanation != "why" || v.Rating.Label != "False" || v.Rating.Number != 1 {
			t.Errorf("%q: %+v, %v", given, v, err)
		}
	}
}

func TestOnlyMisinterpretedSaysWhatWasMisread(t *testing.T) {
	source := &Misread{Kind: MisreadSource, SourceID: 3}
	for name, c := range map[string]struct {
		draft VerdictDraft
		want  []string
	}{
		"misinterpreted, unfinished":       {VerdictDraft{Rating: Misinterpreted}, nil},
		"with reasons":                     {VerdictDraft{Rating: Misinterpreted, Reasons: []Reason{Overstated, CutQuote}, Misread: source}, nil},
		"the same reason twice":            {VerdictDraft{Rating: Misinterpreted, Reasons: []Reason{Overstated, CutQuote, Overstated}}, []string{"reasons"}},
		"a source that is not named":       {VerdictDraft{Rating: Misinterpreted, Misread: &Misread{Kind: MisreadSource}}, []string{"misread.source_id"}},
		"a source that is described":       {VerdictDraft{Rating: Misinterpreted, Misread: &Misread{Kind: MisreadSource, Description: "a law"}}, nil},
		"an event":                         {VerdictDraft{Rating: Misinterpreted, Misread: &Misread{Description: "a recall"}}, nil},
		"another rating with reasons":      {VerdictDraft{Rating: "false", Reasons: []Reason{Overstated}}, []string{"reasons"}},
		"another rating with what was not": {VerdictDraft{Rating: "false", Misread: source}, []string{"misread"}},
	} {
		invalid(t, name, verdictErr(c.draft), c.want...)
	}
	v, err := VerdictDraft{Rating: Misinterpreted}.Check(DefaultScale(), &Claim{}, noon)
	if err != nil || v.Misread == nil || *v.Misread != (Misread{Kind: MisreadEvent}) {
		t.Errorf("without saying so, an event is meant: %+v, %v", v.Misread, err)
	}
}

func TestAVerdictRestsOnTheClaimsOwnEvidence(t *testing.T) {
	claim := &Claim{Evidence: []Evidence{{ID: 5}, {ID: 7}}}
	_, err := VerdictDraft{Rating: "false", EvidenceIDs: []int64{7, 5}}.Check(DefaultScale(), claim, noon)
	invalid(t, "its own", err)
	_, err = VerdictDraft{Rating: "false", EvidenceIDs: []int64{7, 6}}.Check(DefaultScale(), claim, noon)
	invalid(t, "another's", err, "evidence_ids")
}

func TestADraftIsNotChangedByCheckingIt(t *testing.T) {
	d := VerdictDraft{Rating: Misinterpreted, Misread: &Misread{Description: "  a  recall "}}
	if err := verdictErr(d); err != nil || d.Misread.Description != "  a  recall " || d.Misread.Kind != "" {
		t.Errorf("the draft became %+v, %v", d.Misread, err)
	}
}

func TestTheDefaultScaleIsAsSpecified(t *testing.T) {
	numbers := map[string]int{"true": 5, "mostly-true": 4, "missing-context": 3, "partly-false": 3, "misinterpreted": 2,
		"misleading": 2, "false": 1, "unproven": 0, "outdated": 0, "satire": 0, "retracted": 0}
	s := DefaultScale()
	if len(s.Ratings) != len(numbers) {
		t.Errorf("there are %d ratings, want %d", len(s.Ratings), len(numbers))
	}
	for slug, number := range numbers {
		r, ok := s.Rating(slug)
		if !ok || r.Number != number || r.Label == "" || r.Definition == "" || r.Tone == "" || r.Shape == "" {
			t.Errorf("%s is %+v, want number %d and all words", slug, r, number)
		}
	}
	if len(s.Choices()) != len(s.Ratings)-1 || slices.ContainsFunc(s.Choices(), func(r Rating) bool { return r.Slug == Withdrawn }) {
		t.Error("an editor can choose what only a retraction sets")
	}
	var led []string
	for _, g := range WhichOne() {
		led = append(led, g.Take...)
	}
	for _, r := range s.Choices() {
		if !slices.Contains(led, r.Slug) {
			t.Errorf("the list “which one?” never leads to %s", r.Slug)
		}
	}
}

func TestEvidenceNeedsASourceAQuoteAndAStance(t *testing.T) {
	whole := EvidenceDraft{SourceID: 1, Exact: "words", Stance: Supports}
	for name, c := range map[string]struct {
		change func(*EvidenceDraft)
		want   []string
	}{
		"whole":                             {func(*EvidenceDraft) {}, nil},
		"no source":                         {func(d *EvidenceDraft) { d.SourceID = 0 }, []string{"source_id"}},
		"a negative source":                 {func(d *EvidenceDraft) { d.SourceID = -1 }, []string{"source_id"}},
		"no quote":                          {func(d *EvidenceDraft) { d.Exact = " \n" }, []string{"exact"}},
		"no stance":                         {func(d *EvidenceDraft) { d.Stance = "" }, []string{"stance"}},
		"a translation by nobody":           {func(d *EvidenceDraft) { d.Translation = "mots" }, []string{"translator"}},
		"a translation by somebody":         {func(d *EvidenceDraft) { d.Translation, d.Translator = "mots", "A" }, nil},
		"everything wrong is said at once":  {func(d *EvidenceDraft) { *d = EvidenceDraft{} }, []string{"source_id", "exact", "stance"}},
		"a stance that there is not, named": {func(d *EvidenceDraft) { d.Stance = "maybe" }, []string{"stance"}},
	} {
		d := whole
		c.change(&d)
		_, err := d.Check()
		invalid(t, name, err, c.want...)
	}
	typed := "  the words \n as typed "
	d, err := EvidenceDraft{SourceID: 1, Exact: typed, Prefix: " p", Suffix: "s ", Stance: Context}.Check()
	if err != nil || d.Exact != typed || d.Prefix != " p" || d.Suffix != "s " {
		t.Errorf("the quote is not left as it was sent: %+v, %v", d, err)
	}
}

func TestEvidenceYoungerThanTheClaimIsLater(t *testing.T) {
	for _, c := range []struct {
		said, published Date
		later           bool
	}{
		{"2023-09-10", "2023-09-11", true}, {"2023-09-10", "2023-09-10", false}, {"2023-09-10", "2023-09-09", false},
		{"", "2023-09-11", false}, {"2023-09-10", "", false},
	} {
		claim := Claim{SaidOn: c.said}
		if got := claim.Later(Evidence{Source: Source{PublishedOn: c.published}}); got != c.later {
			t.Errorf("said %q, published %q: later is %v", c.said, c.published, got)
		}
	}
}

func TestErrorsSayWhoseFaultTheyAre(t *testing.T) {
	for kind, err := range map[Kind]error{
		Invalid: Wrong("text", "No %s.", "text"), NotFound: NoSuch("claim %d", 7), Forbidden: Refused("No."), Conflict: Clash("No."),
	} {
		if KindOf(err) != kind {
			t.Errorf("%v is of kind %d, want %d", err, KindOf(err), kind)
		}
	}
	if got := Wrong("text", "No %s.", "text").Error(); got != "This could not be saved. text: No text." {
		t.Errorf("%q", got)
	}
	if got := NoSuch("claim %d", 7).Error(); got != "There is no claim 7." {
		t.Errorf("%q", got)
	}
	if KindOf(nil) != Internal || Problems(Clash("x")) != nil || As(nil) != nil {
		t.Error("no error has a kind, fields or a form")
	}
	want := []Problem{{"text", "No."}}
	if got := Problems(Wrong("text", "No.")); !reflect.DeepEqual(got, want) {
		t.Errorf("problems are %v", got)
	}
}

func TestAVerdictRestsOnWhatIsStillAttached(t *testing.T) {
	c := Claim{Evidence: []Evidence{{ID: 5}, {ID: 7}}, Verdict: &Verdict{EvidenceIDs: []int64{7, 6}}}
	if got := c.RestsOn(); !slices.Equal(got, []int64{7}) {
		t.Errorf("it rests on %v", got)
	}
	if got := (&Claim{}).RestsOn(); got != nil {
		t.Errorf("no verdict rests on %v", got)
	}
}
