package factcheck

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// How long what a rating says can be, in code points, and how many languages
// it can say it in.
const (
	MaxRatingLabel    = 40
	MaxRatingSentence = 200
	MaxScaleNote      = 300
	MaxLanguages      = 10
)

// OwnColours in place of the name of a tone asks for the draft's two colours.
const OwnColours = "own"

// RatingDraft is a rating as it was typed. A new one has no slug: it gets one
// out of its label, for good. Number is "1" to "5", or "" for none; Light and
// Dark are looked at when Tone is OwnColours.
type RatingDraft struct {
	Slug, Label, Definition, Guidance string
	Number, Tone, Light, Dark, Shape  string
	Words                             map[string]RatingWords
}

// Draft is the rating as it would be typed.
func (r Rating) Draft() RatingDraft {
	d := RatingDraft{Slug: r.Slug, Label: r.Label, Definition: r.Definition, Guidance: r.Guidance, Tone: r.Tone, Shape: r.Shape,
		Words: maps.Clone(r.Words)}
	if r.Number != 0 {
		d.Number = strconv.Itoa(r.Number)
	}
	if t, known := ToneOf(r.Tone); known {
		d.Light, d.Dark = t.Light, t.Dark
		if t.Own() {
			d.Tone = OwnColours
		}
	}
	return d
}

// Drafts are all ratings of the scale as they would be typed.
func (s Scale) Drafts() []RatingDraft {
	drafts := make([]RatingDraft, len(s.Ratings))
	for i, r := range s.Ratings {
		drafts[i] = r.Draft()
	}
	return drafts
}

// CheckScale cleans the ratings of a next scale, or says what is wrong with
// their fields: "ratings.0.label" is the label of the first. before are the
// versions that there were, newest first: who was on one of them keeps the
// slug, and a new rating gets one that none ever had.
func CheckScale(drafts []RatingDraft, before []Scale) ([]Rating, error) {
	s := scaling{used: map[string]bool{}, taken: slugsOf(before), first: len(before) == 0}
	for i, d := range drafts {
		s.prefix = "ratings." + strconv.Itoa(i) + "."
		s.ratings = append(s.ratings, s.rating(d))
	}
	s.prefix = ""
	s.together()
	return s.ratings, s.err("The scale was not saved.")
}

func slugsOf(scales []Scale) map[string]bool {
	slugs := map[string]bool{}
	for _, s := range scales {
		for _, r := range s.Ratings {
			slugs[r.Slug] = true
		}
	}
	return slugs
}

// scaling is a checker that goes over the ratings of a scale.
type scaling struct {
	checker
	prefix  string // of the rating's fields
	first   bool   // there was no scale before
	used    map[string]bool
	taken   map[string]bool
	ratings []Rating
}

func (s *scaling) rating(d RatingDraft) Rating {
	r := Rating{Slug: d.Slug}
	r.Label = s.label("label", d.Label)
	s.need(s.prefix+"label", r.Label, "Give the rating a label.")
	r.Definition = s.sentence("definition", d.Definition)
	s.need(s.prefix+"definition", r.Definition, "Say in one sentence what it means.")
	r.Guidance = s.line(s.prefix+"guidance", d.Guidance, MaxSummary)
	r.Number = s.number(d)
	r.Tone = s.tone(d)
	if r.Shape = d.Shape; !slices.Contains(Shapes, d.Shape) {
		s.add(s.prefix+"shape", "Choose a shape.")
	}
	r.Words = s.words(d.Words)
	r.Slug = s.slug(d)
	return r
}

func (s *scaling) label(field, value string) string {
	return s.line(s.prefix+field, value, MaxRatingLabel)
}

// sentence is one line that has one sentence in it.
func (s *scaling) sentence(field, value string) string {
	value = s.line(s.prefix+field, value, MaxRatingSentence)
	for _, end := range []string{". ", "! ", "? "} {
		before, after, _ := strings.Cut(value, end)
		if next, _ := utf8.DecodeRuneInString(after); len(before) > 12 && unicode.IsUpper(next) {
			s.add(s.prefix+field, "One sentence is enough here; the rest belongs in the guidance.")
			break
		}
	}
	return value
}

func (s *scaling) number(d RatingDraft) int {
	if d.Number == "" {
		return 0
	}
	n, err := strconv.Atoi(d.Number)
	switch {
	case err != nil || n < WorstRating || n > BestRating:
		s.add(s.prefix+"number", "Choose a number from "+strconv.Itoa(WorstRating)+" to "+strconv.Itoa(BestRating)+", or none.")
	case d.Slug == Withdrawn:
		s.add(s.prefix+"number", "A withdrawn check says nothing of the claim: it carries no number.")
	}
	return n
}

func (s *scaling) slug(d RatingDraft) string {
	slug := d.Slug
	switch {
	case slug == "":
		slug = s.freeSlug(d.Label)
	case !s.taken[slug] && !s.first || Slug(slug) != slug:
		s.add(s.prefix+"label", "There is no rating “"+slug+"” to change. Add a new one: its address is made from its label.")
	case s.used[slug]:
		s.add(s.prefix+"label", "This rating stands on the scale twice. Take one of them away.")
	}
	s.used[slug] = true
	return slug
}

// freeSlug is an address that no rating ever had.
func (s *scaling) freeSlug(label string) string {
	base := Slug(label)
	if base == "" {
		base = "rating"
	}
	slug := base
	for n := 2; s.taken[slug] || s.used[slug]; n++ {
		slug = NextSlug(base, n)
	}
	return slug
}

// words cleans what is said in other languages; a language without a word is
// left out.
func (s *scaling) words(typed map[string]RatingWords) map[string]RatingWords {
	clean := map[string]RatingWords{}
	for _, lang := range slices.Sorted(maps.Keys(typed)) {
		w, field := typed[lang], "words."+lang+"."
		if tag, err := language.Parse(lang); err != nil || tag.String() != lang {
			s.add(s.prefix+field+"label", "“"+lang+"” is not a language tag.")
			continue
		}
		w.Label = s.label(field+"label", w.Label)
		w.Definition = s.sentence(field+"definition", w.Definition)
		if w.Definition != "" {
			s.need(s.prefix+field+"label", w.Label, "Give the label in this language too.")
		}
		if w != (RatingWords{}) {
			clean[lang] = w
		}
	}
	if len(clean) == 0 {
		return nil
	}
	return clean
}

// CheckScaleNote cleans what readers are told of a change of the scale.
func CheckScaleNote(note string) (string, error) {
	var c checker
	note = c.line("note", note, MaxScaleNote)
	c.need("note", note, "Say in a sentence what has changed and why: readers see it beside the scale.")
	return note, c.err("The scale was not saved.")
}
