package factcheck

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// tone is the name of the tone that was chosen, or of the two own colours when
// they can be read.
func (s *scaling) tone(d RatingDraft) string {
	if d.Tone != OwnColours {
		if _, known := ToneOf(d.Tone); !known {
			s.add(s.prefix+"tone", "Choose a colour.")
		}
		return d.Tone
	}
	well := true
	for _, c := range []struct{ field, value string }{{"light", d.Light}, {"dark", d.Dark}} {
		if _, err := parseColour(strings.TrimSpace(c.value)); err != nil {
			s.add(s.prefix+c.field, "Write the colour as # and six digits, such as #1f6a3c.")
			well = false
		}
	}
	if !well {
		return ""
	}
	t := OwnTone(strings.TrimSpace(d.Light), strings.TrimSpace(d.Dark))
	s.readable(t)
	return t.Name
}

// readable refuses a colour that cannot be read on one of its grounds.
func (s *scaling) readable(t Tone) {
	for _, m := range t.Measures() {
		screen, ground, _ := strings.Cut(m.Ground, ", ")
		if m.Enough() || s.has(s.prefix+screen) {
			continue
		}
		how := "darker"
		if screen == "dark" {
			how = "lighter"
		}
		s.add(s.prefix+screen, "Its contrast "+ground+" is "+m.Text()+"; "+strconv.FormatFloat(LeastContrast, 'f', 1, 64)+
			":1 is needed for it to be read. Take a "+how+" one.")
	}
}

// together looks at the ratings side by side.
func (s *scaling) together() {
	for slug, why := range map[string]string{
		Misinterpreted: "“misinterpreted” cannot be taken off the scale: what was misread, and how, hangs on it. It can be renamed.",
		Withdrawn:      "The state of a withdrawn check cannot be taken off the scale. It can be renamed.",
	} {
		if !s.used[slug] {
			s.add("ratings", why)
		}
	}
	s.choices()
	s.twice("shape", "The same shape stands at “%s”. Each rating needs its own: that is how it is told without its colour.",
		func(r Rating) string { return r.Shape })
	s.twice("label", "“%s” has this label too. Each needs its own.", func(r Rating) string { return strings.ToLower(r.Label) })
	for _, lang := range s.languages() {
		s.twice("words."+lang+".label", "“%s” has this label too. Each needs its own.",
			func(r Rating) string { return strings.ToLower(r.Words[lang].Label) })
	}
}

// choices sees to it that there is something to choose, and that the numbers
// measure something.
func (s *scaling) choices() {
	choices, numbers := Scale{Ratings: s.ratings}.Choices(), map[int]bool{}
	for _, r := range choices {
		if r.Number != 0 {
			numbers[r.Number] = true
		}
	}
	if len(choices) < 2 {
		s.add("ratings", "A scale needs at least two ratings to choose from.")
	} else if len(numbers) < 2 {
		s.add("ratings", "At least two ratings need numbers, and different ones: other programs read the scale by them.")
	}
}

func (s *scaling) languages() []string {
	all := map[string]bool{}
	for _, r := range s.ratings {
		for lang := range r.Words {
			all[lang] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// twice refuses what two ratings have in common; nothing is in common with
// nothing.
func (s *scaling) twice(field, message string, of func(Rating) string) {
	first := map[string]string{}
	for i, r := range s.ratings {
		what := of(r)
		if label, known := first[what]; known && what != "" {
			s.add("ratings."+strconv.Itoa(i)+"."+field, strings.Replace(message, "%s", label, 1))
			continue
		}
		first[what] = r.Label
	}
}
