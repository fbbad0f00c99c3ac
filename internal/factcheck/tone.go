package factcheck

import (
	"slices"
	"strings"
)

// Tone is the colour of a rating on light and on dark screens, each written
// as #rrggbb.
type Tone struct{ Name, Light, Dark string }

// Tones are those that the style sheet has names for, in the order of the
// default scale.
var Tones = []Tone{
	{"green", "#1f6a3c", "#7fc896"},
	{"moss", "#546714", "#b7c46a"},
	{"ochre", "#8a5a00", "#e3b25a"},
	{"plum", "#8c2c6a", "#e79bcb"},
	{"rust", "#a6440e", "#f0a070"},
	{"crimson", "#ad1a2c", "#f59a9c"},
	{"slate", "#4e5f6c", "#a9bccb"},
	{"umber", "#6e5a45", "#cdb59b"},
	{"violet", "#5f47a3", "#bfaef5"},
	{"dusk", "#3c3934", "#c9c4ba"},
}

// Shapes are the names of the drawings by which ratings are told apart without
// their colours: those of the default scale, then some that mean nothing yet.
var Shapes = []string{"true", "mostly-true", "missing-context", "partly-false", "misinterpreted", "misleading", "false",
	"unproven", "outdated", "satire", "retracted", "triangle", "diamond", "bars", "hexagon", "cross"}

// What the name of a newsroom's own tone begins with. Its colours follow, so
// that a page that was published under an old scale keeps them.
const ownTone = "own-"

// OwnTone is a tone of the newsroom's own, out of two colours as #rrggbb.
func OwnTone(light, dark string) Tone {
	light, dark = strings.ToLower(light), strings.ToLower(dark)
	return Tone{ownTone + strings.TrimPrefix(light, "#") + "-" + strings.TrimPrefix(dark, "#"), light, dark}
}

// ToneOf is the tone of a name, and whether there is one.
func ToneOf(name string) (Tone, bool) {
	if i := slices.IndexFunc(Tones, func(t Tone) bool { return t.Name == name }); i >= 0 {
		return Tones[i], true
	}
	colours, own := strings.CutPrefix(name, ownTone)
	light, dark, both := strings.Cut(colours, "-")
	if _, err := parseColour("#" + light); !own || !both || err != nil {
		return Tone{}, false
	}
	if _, err := parseColour("#" + dark); err != nil {
		return Tone{}, false
	}
	return OwnTone("#"+light, "#"+dark), true
}

// Own tells whether the tone is a newsroom's own.
func (t Tone) Own() bool { return strings.HasPrefix(t.Name, ownTone) }

// OwnTones are the newsroom's own tones in some scales, each once, sorted by
// name.
func OwnTones(scales []Scale) []Tone {
	var found []Tone
	for _, s := range scales {
		for _, r := range s.Ratings {
			if t, known := ToneOf(r.Tone); known && t.Own() && !slices.Contains(found, t) {
				found = append(found, t)
			}
		}
	}
	slices.SortFunc(found, func(a, b Tone) int { return strings.Compare(a.Name, b.Name) })
	return found
}
