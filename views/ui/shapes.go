package ui

// shape is the drawing of one rating on a ground of 24 by 24 units: filled
// paths, or one stroked ring.
type shape struct {
	paths []string
	ring  bool
}

// quotation is the pair of opposed quotation marks, also the sign of the house.
const quotation = "M1 6.200A5 5 0 0 1 6 1.200C9.400 1.200 11.400 3.700 11.400 7C11.400 12.200 8.300 15.900 3.500 17.600L2.400 15.300" +
	"C5 14.200 6.600 12.800 7.100 11A5 5 0 0 1 1 6.200zM23 17.800A5 5 0 0 1 18 22.800C14.600 22.800 12.600 20.300 12.600 17" +
	"C12.600 11.800 15.700 8.100 20.500 6.400L21.600 8.700C19 9.800 17.400 11.200 16.900 13A5 5 0 0 1 23 17.800z"

// shapes are the drawings of factcheck.Shapes by name; the name of a rating's
// shape is its slug in the default scale. A newsroom that makes a scale of its
// own picks from them and from those that mean nothing yet.
var shapes = map[string]shape{
	"true":            {paths: []string{"M12 1a11 11 0 1 0 0 22a11 11 0 0 0 0-22zM10.2 18L4.9 12.7l2.2-2.2l3.1 3.1l6.8-7l2.2 2.2z"}},
	"mostly-true":     {paths: []string{"M14.1 1.2A11 11 0 1 0 22.8 9.9A6.5 6.5 0 0 1 14.1 1.2z"}},
	"missing-context": {paths: []string{"M12 1a11 11 0 1 0 0 22a11 11 0 0 0 0-22zM12 3.6a8.4 8.4 0 0 1 0 16.8z"}},
	"partly-false": {paths: []string{
		"M3 2h18a1 1 0 0 1 1 1v18a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1zM4.700 4.700v7.300h14.600V4.700z",
	}},
	"misinterpreted": {paths: []string{quotation}},
	"misleading":     {paths: []string{"M3 23V12.500A8 8 0 0 1 11 4.500h2.500V.5L22.500 6.300L13.500 12.100V8H11a4.500 4.500 0 0 0-4.500 4.500V23z"}},
	"false": {paths: []string{
		"M3 2h18a1 1 0 0 1 1 1v18a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1z" +
			"M5.700 8l2.300-2.300l4 4l4-4l2.300 2.300l-4 4l4 4l-2.300 2.300l-4-4l-4 4l-2.300-2.300l4-4z",
	}},
	"unproven": {ring: true},
	"outdated": {paths: []string{
		"M12 1a11 11 0 1 0 0 22a11 11 0 0 0 0-22zM12 3.600a8.400 8.400 0 1 1 0 16.800a8.400 8.400 0 0 1 0-16.800z",
		"M10.700 6h2.600v5.400l3.900 2.900l-1.600 2.100l-4.900-3.700z",
	}},
	"satire": {paths: []string{
		"M2.500 2.500C5.700 3.600 8.900 4.100 12 4.100s6.300-.5 9.500-1.600V11c0 5.900-3.600 10.400-9.500 12C6.100 21.400 2.500 16.900 2.500 11z" +
			"M5.600 10.900c.5-1.800 1.500-2.700 2.700-2.700s2.200.9 2.700 2.700c-.8-.6-1.700-.9-2.700-.9s-1.900.3-2.700.9z" +
			"M13 10.900c.5-1.800 1.500-2.700 2.700-2.700s2.200.9 2.700 2.700c-.8-.6-1.700-.9-2.700-.9s-1.900.3-2.700.9z" +
			"M6.900 14c1.500.9 3.200 1.300 5.100 1.300s3.600-.4 5.100-1.300c-.5 3.100-2.500 5-5.100 5s-4.600-1.900-5.100-5z",
	}},
	"retracted": {paths: []string{
		"M2.500 4.700h11.700l-2.100 2.600H2.500zM2.500 10.700h6.800l-2.100 2.600H2.500zM16.600 10.700h4.900v2.600h-7z" +
			"M11.800 16.700h9.700v2.600H9.700zM20.300 1.300l2 1.700L5.700 22.700l-2-1.700z",
	}},
	"triangle": {paths: []string{"M12 2.200L23 21.500H1z"}},
	"diamond":  {paths: []string{"M12 .8L23.200 12L12 23.200L.8 12z"}},
	"bars":     {paths: []string{"M2 3h20v4.500H2zM2 9.750h20v4.500H2zM2 16.500h20v4.500H2z"}},
	"hexagon":  {paths: []string{"M6.500 2.500h11L23 12l-5.500 9.500h-11L1 12zM8.200 5.400L4.400 12l3.800 6.600h7.600l3.800-6.600l-3.800-6.600z"}},
	"cross":    {paths: []string{"M9 2h6v7h7v6h-7v7H9v-7H2V9h7z"}},
}

// HasShape says whether name is one that Shape can draw.
func HasShape(name string) bool {
	_, ok := shapes[name]
	return ok
}
