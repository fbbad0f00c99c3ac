package factcheck

import (
	"errors"
	"math"
	"strconv"
)

// LeastContrast is what WCAG 2.2 asks of text at level AA.
const LeastContrast = 4.5

// The paper that ratings stand on, as in the style sheet, and how much of a
// rating's colour is mixed into it where it is tinted most.
const (
	paperLight = "#fbfaf7"
	paperDark  = "#171513"
	tint       = 0.10
)

// Measure is how well a tone is read on one ground: a contrast from 1 to 21.
type Measure struct {
	Ground string // in words: "light, on paper"
	Ratio  float64
}

// Text is the ratio as people write it: 4.53:1, cut and not rounded, so that
// what is too little never looks like enough.
func (m Measure) Text() string {
	return strconv.FormatFloat(math.Floor(m.Ratio*100)/100, 'f', 2, 64) + ":1"
}

// Enough tells whether text in the tone can be read on this ground.
func (m Measure) Enough() bool { return m.Ratio >= LeastContrast }

// Measures are the tone's contrasts as text or shape: on the paper and on the
// paper tinted with it, on light screens and on dark ones. A colour that is
// none has no measures.
func (t Tone) Measures() []Measure {
	var list []Measure
	for _, screen := range []struct{ name, colour, paper string }{{"light", t.Light, paperLight}, {"dark", t.Dark, paperDark}} {
		colour, err := parseColour(screen.colour)
		if err != nil {
			return nil
		}
		paper, err := parseColour(screen.paper)
		if err != nil {
			return nil
		}
		list = append(list, Measure{screen.name + ", on paper", contrast(colour, paper)},
			Measure{screen.name + ", on its tint", contrast(colour, mix(colour, paper, tint))})
	}
	return list
}

// colour is red, green and blue as sRGB has them, from 0 to 1.
type colour [3]float64

var errColour = errors.New("not a colour as #rrggbb")

func parseColour(s string) (c colour, err error) {
	if len(s) != 7 || s[0] != '#' {
		return c, errColour
	}
	for i := range c {
		n, err := strconv.ParseUint(s[1+2*i:3+2*i], 16, 8)
		if err != nil {
			return c, errColour
		}
		c[i] = float64(n) / 255
	}
	return c, nil
}

// contrast is WCAG's: (lighter + 0.05) / (darker + 0.05).
func contrast(a, b colour) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + .05) / (min(la, lb) + .05)
}

// luminance is WCAG's relative luminance.
func luminance(c colour) float64 {
	l := c.linear()
	return .2126*l[0] + .7152*l[1] + .0722*l[2]
}

// linear undoes the transfer curve of sRGB.
func (c colour) linear() (out [3]float64) {
	for i, v := range c {
		if out[i] = v / 12.92; v > .04045 {
			out[i] = math.Pow((v+.055)/1.055, 2.4)
		}
	}
	return out
}

// curved puts the transfer curve of sRGB on, within what a screen can show.
func curved(linear [3]float64) (c colour) {
	for i, v := range linear {
		v = min(max(v, 0), 1)
		if c[i] = v * 12.92; v > .0031308 {
			c[i] = 1.055*math.Pow(v, 1/2.4) - .055
		}
	}
	return c
}

// mix is color-mix(in oklab, a share, b) of CSS Color 5.
func mix(a, b colour, share float64) colour {
	la, lb := oklab(a), oklab(b)
	for i := range la {
		la[i] = la[i]*share + lb[i]*(1-share)
	}
	return fromOklab(la)
}

// oklab and fromOklab follow the matrices of CSS Color 4, section 10.
func oklab(c colour) [3]float64 {
	l := times([3][3]float64{{.4122214708, .5363325363, .0514459929}, {.2119034982, .6806995451, .1073969566}, {.0883024619, .2817188376, .6299787005}}, c.linear())
	for i := range l {
		l[i] = math.Cbrt(l[i])
	}
	return times([3][3]float64{{.2104542553, .7936177850, -.0040720468}, {1.9779984951, -2.4285922050, .4505937099}, {.0259040371, .7827717662, -.8086757660}}, l)
}

func fromOklab(lab [3]float64) colour {
	l := times([3][3]float64{{1, .3963377774, .2158037573}, {1, -.1055613458, -.0638541728}, {1, -.0894841775, -1.2914855480}}, lab)
	for i := range l {
		l[i] *= l[i] * l[i]
	}
	return curved(times([3][3]float64{{4.0767416621, -3.3077115913, .2309699292}, {-1.2684380046, 2.6097574011, -.3413193965}, {-.0041960863, -.7034186147, 1.7076147010}}, l))
}

func times(m [3][3]float64, v [3]float64) (out [3]float64) {
	for i, row := range m {
		out[i] = row[0]*v[0] + row[1]*v[1] + row[2]*v[2]
	}
	return out
}
