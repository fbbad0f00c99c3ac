package factcheck

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

func TestContrastIsAsWCAGCountsIt(t *testing.T) {
	for _, pair := range []struct{ a, b, want string }{
		{"#000000", "#ffffff", "21.00:1"}, {"#ffffff", "#ffffff", "1.00:1"}, {"#777777", "#ffffff", "4.47:1"},
		{"#767676", "#ffffff", "4.54:1"}, {"#0000ff", "#ffffff", "8.59:1"}, {"#ff0000", "#ffffff", "3.99:1"},
	} {
		a, _ := parseColour(pair.a)
		b, _ := parseColour(pair.b)
		if got := (Measure{Ratio: contrast(a, b)}).Text(); got != pair.want || contrast(a, b) != contrast(b, a) {
			t.Errorf("%s on %s is %s, want %s", pair.a, pair.b, got, pair.want)
		}
	}
	for _, wrong := range []string{"", "#fff", "1f6a3c0", "#1f6a3", "#gggggg", "#+1+1+1"} {
		if _, err := parseColour(wrong); err == nil {
			t.Errorf("%q is a colour", wrong)
		}
	}
}

func TestMixingIsAsCSSMixes(t *testing.T) {
	black, white := colour{}, colour{1, 1, 1}
	for share, want := range map[float64]colour{0: white, 1: black, .5: {.3885, .3885, .3885}} {
		got := mix(black, white, share)
		for i := range got {
			if got[i]-want[i] > .001 || want[i]-got[i] > .001 {
				t.Errorf("%v of black in white is %v, want %v", share, got, want)
			}
		}
	}
}

func TestTheTonesAreThoseOfTheStyleSheetAndCanBeRead(t *testing.T) {
	css, err := os.ReadFile("../../static/css/base.css")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{fmt.Sprintf("--paper: light-dark(%s, %s);", paperLight, paperDark)} {
		if !strings.Contains(string(css), want) {
			t.Errorf("the style sheet has no %s", want)
		}
	}
	for _, tone := range Tones {
		if want := fmt.Sprintf("--%s: light-dark(%s, %s);", tone.Name, tone.Light, tone.Dark); !strings.Contains(string(css), want) {
			t.Errorf("the style sheet has no %s", want)
		}
		if len(tone.Measures()) != 4 {
			t.Errorf("%s has the measures %v", tone.Name, tone.Measures())
		}
		for _, m := range tone.Measures() {
			if !m.Enough() {
				t.Errorf("%s %s is %s", tone.Name, m.Ground, m.Text())
			}
		}
		if again, known := ToneOf(tone.Name); !known || again != tone || tone.Own() {
			t.Errorf("%s is found as %+v", tone.Name, again)
		}
	}
}

func TestAnOwnToneHasItsColoursInItsName(t *testing.T) {
	tone := OwnTone("#1F6A3C", "#7fc896")
	again, known := ToneOf(tone.Name)
	if !known || again != tone || tone.Name != "own-1f6a3c-7fc896" || !tone.Own() {
		t.Errorf("%+v is found as %+v", tone, again)
	}
	for _, wrong := range []string{"", "own-", "own-1f6a3c", "own-1f6a3c-7fc89", "own-1f6a3c-7fc896;", "pink", "own-zzzzzz-7fc896"} {
		if _, known := ToneOf(wrong); known {
			t.Errorf("%q is a tone", wrong)
		}
	}
}

// changed is the default scale with one change, in the newsroom that has it.
func changed(change func([]RatingDraft) []RatingDraft) ([]Rating, error) {
	return CheckScale(change(DefaultScale().Drafts()), []Scale{DefaultScale()})
}

func TestTheDefaultScaleHolds(t *testing.T) {
	ratings, err := changed(func(d []RatingDraft) []RatingDraft { return d })
	if err != nil {
		t.Fatal(err)
	}
	if list := ScaleChanges(DefaultScale(), Scale{Ratings: ratings}); len(list) > 0 {
		t.Errorf("saved as it is, it changes: %v", list)
	}
}

func TestAScaleIsRefusedWhereItWouldNotHold(t *testing.T) {
	at := func(i int, change func(*RatingDraft)) func([]RatingDraft) []RatingDraft {
		return func(d []RatingDraft) []RatingDraft { change(&d[i]); return d }
	}
	without := func(slug string) func([]RatingDraft) []RatingDraft {
		return func(d []RatingDraft) []RatingDraft {
			return slices.DeleteFunc(d, func(r RatingDraft) bool { return r.Slug == slug })
		}
	}
	own := func(light, dark string) func([]RatingDraft) []RatingDraft {
		return at(1, func(d *RatingDraft) { d.Tone, d.Light, d.Dark = OwnColours, light, dark })
	}
	for name, c := range map[string]struct {
		change         func([]RatingDraft) []RatingDraft
		field, message string
	}{
		"misinterpreted is gone":   {without(Misinterpreted), "ratings", "cannot be taken off"},
		"withdrawn is gone":        {without(Withdrawn), "ratings", "cannot be taken off"},
		"one choice":               {func(d []RatingDraft) []RatingDraft { return []RatingDraft{d[4], d[10]} }, "ratings", "at least two ratings"},
		"no numbers":               {func(d []RatingDraft) []RatingDraft { return d[4:5:5] }, "ratings", "at least two"},
		"one number":               {func(d []RatingDraft) []RatingDraft { return []RatingDraft{d[4], d[5], d[8], d[10]} }, "ratings", "different ones"},
		"no label":                 {at(0, func(d *RatingDraft) { d.Label = " " }), "ratings.0.label", "Give the rating"},
		"a long label":             {at(0, func(d *RatingDraft) { d.Label = strings.Repeat("ա", 41) }), "ratings.0.label", "at most 40"},
		"a label twice":            {at(2, func(d *RatingDraft) { d.Label = "TRUE" }), "ratings.2.label", "“True” has this label"},
		"no definition":            {at(0, func(d *RatingDraft) { d.Definition = "" }), "ratings.0.definition", "one sentence"},
		"two sentences":            {at(0, func(d *RatingDraft) { d.Definition = "It is accurate in all. Nothing is left out." }), "ratings.0.definition", "One sentence"},
		"a long definition":        {at(0, func(d *RatingDraft) { d.Definition = strings.Repeat("x", 201) }), "ratings.0.definition", "at most 200"},
		"a number too high":        {at(0, func(d *RatingDraft) { d.Number = "6" }), "ratings.0.number", "from 1 to 5"},
		"a number that is none":    {at(0, func(d *RatingDraft) { d.Number = "x" }), "ratings.0.number", "from 1 to 5"},
		"withdrawn with a number":  {at(10, func(d *RatingDraft) { d.Number = "1" }), "ratings.10.number", "no number"},
		"an unknown tone":          {at(0, func(d *RatingDraft) { d.Tone = "pink" }), "ratings.0.tone", "Choose a colour"},
		"an unknown shape":         {at(0, func(d *RatingDraft) { d.Shape = "star" }), "ratings.0.shape", "Choose a shape"},
		"a shape twice":            {at(3, func(d *RatingDraft) { d.Shape = "true" }), "ratings.3.shape", "at “True”"},
		"a colour that is none":    {own("green", "#7fc896"), "ratings.1.light", "# and six digits"},
		"pale on light":            {own("#9a9a9a", "#7fc896"), "ratings.1.light", "2.69:1"},
		"murky on dark":            {own("#1f6a3c", "#555555"), "ratings.1.dark", "lighter one"},
		"readable but for tint":    {own("#717171", "#7fc896"), "ratings.1.light", "on its tint"},
		"an invented rating":       {at(0, func(d *RatingDraft) { d.Slug = "quite-true" }), "ratings.0.label", "There is no rating"},
		"a rating twice":           {at(1, func(d *RatingDraft) { d.Slug = "true" }), "ratings.1.label", "twice"},
		"a language that is none":  {at(0, func(d *RatingDraft) { d.Words = map[string]RatingWords{"xxxxxxxxxx": {Label: "A"}} }), "ratings.0.words.xxxxxxxxxx.label", "not a language"},
		"a definition and no word": {at(0, func(d *RatingDraft) { d.Words = map[string]RatingWords{"hy": {Definition: "Ա"}} }), "ratings.0.words.hy.label", "in this language"},
		"a word twice": {func(d []RatingDraft) []RatingDraft {
			d[0].Words, d[1].Words = map[string]RatingWords{"ru": {Label: "Правда"}}, map[string]RatingWords{"ru": {Label: "правда"}}
			return d
		}, "ratings.1.words.ru.label", "“True” has"},
	} {
		_, err := changed(c.change)
		if !slices.ContainsFunc(Problems(err), func(p Problem) bool { return p.Field == c.field && strings.Contains(p.Message, c.message) }) {
			t.Errorf("%s: %+v", name, Problems(err))
		}
	}
}

func TestANewRatingGetsAnAddressThatNoneEverHad(t *testing.T) {
	first := DefaultScale()
	first.Ratings = append(first.Ratings, Rating{Slug: "half-true", Label: "Half true", Tone: "ochre", Shape: "bars"})
	drafts := append(DefaultScale().Drafts(), RatingDraft{Label: "Half true", Definition: "Half of it.", Number: "3", Tone: OwnColours,
		Light: "#1F6A3C", Dark: "#7FC896", Shape: "diamond", Words: map[string]RatingWords{"hy": {Label: " Կիսով  չափ "}, "ru": {}}})
	ratings, err := CheckScale(drafts, []Scale{DefaultScale(), first})
	if err != nil {
		t.Fatal(err)
	}
	r := ratings[len(ratings)-1]
	if r.Slug != "half-true-2" || r.Tone != "own-1f6a3c-7fc896" || len(r.Words) != 1 || r.Words["hy"].Label != "Կիսով չափ" {
		t.Errorf("it is %+v", r)
	}
	if again := r.Draft(); again.Tone != OwnColours || again.Light != "#1f6a3c" || again.Number != "3" {
		t.Errorf("it is typed again as %+v", again)
	}
	back, err := CheckScale(append(DefaultScale().Drafts(), RatingDraft{Slug: "half-true", Label: "Half true", Definition: "Half of it.", Tone: "ochre", Shape: "bars"}),
		[]Scale{DefaultScale(), first})
	if err != nil || back[11].Slug != "half-true" {
		t.Errorf("a retired rating comes back as %+v, %v", back, err)
	}
}

func TestTheChangesOfAScaleAreToldInWords(t *testing.T) {
	is := Scale{Ratings: slices.Clone(DefaultScale().Ratings)}
	is.Ratings[0], is.Ratings[1] = is.Ratings[1], is.Ratings[0]
	is.Ratings[2].Label, is.Ratings[2].Number = "Half true", 0
	is.Ratings[3].Definition, is.Ratings[3].Guidance, is.Ratings[3].Tone, is.Ratings[3].Shape = "a", "b", "dusk", "bars"
	is.Ratings[4].Words = map[string]RatingWords{"hy": {Label: "x"}}
	is.Ratings = append(is.Ratings[:9], is.Ratings[10], Rating{Slug: "new", Label: "New"})
	got := strings.Join(ScaleChanges(DefaultScale(), is), "\n")
	want := `Renamed “Missing context” to “Half true”.
Changed the number of “Half true” from 3 to none.
Changed what “Partly false” means.
Changed the guidance for “Partly false”.
Changed the colour of “Partly false”.
Changed the shape of “Partly false”.
Changed the words for “Misinterpreted” in other languages: hy.
Added “New”, without a number.
Retired “Satire”: no new verdict can give it.
Changed the order.`
	if got != want {
		t.Errorf("the changes are\n%s", got)
	}
	if gone := Retired([]Scale{is, DefaultScale()}); len(gone) != 1 || gone[0].Slug != "satire" {
		t.Errorf("retired are %+v", gone)
	}
}
